#!/usr/bin/env python
"""Runs Django's commands on the servers that the environment names.

In development, ``./akson manage`` does the same on servers of its own.
"""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "akson_project.settings.production")
    execute_from_command_line(sys.argv)
