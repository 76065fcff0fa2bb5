"""Runs a command in a process of its own, and kills it as soon as it has come so far."""

import os
import re
import signal
import subprocess
import sys
import time

from django.db import connection

from tenants import roles
from tests.database import as_superuser, password_of

_SLEEPING = """
SELECT pid FROM pg_stat_activity
WHERE datname = %s AND wait_event = 'PgSleep' AND pid <> pg_backend_pid()
"""
_START_S = 60


def kill_in_its_sleep(*command, **environment):
    """Start a command as the migrator, and kill -9 it when the database sleeps for it."""
    name = connection.settings_dict["NAME"]
    process = subprocess.Popen(
        [sys.executable, "manage.py", *command],
        env={**os.environ, **_as_migrator(name), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    with as_superuser() as server:
        try:
            deadline = time.monotonic() + _START_S
            while server.execute(_SLEEPING, [name]).fetchone() is None:
                assert process.poll() is None, process.communicate()[0].decode()
                assert time.monotonic() < deadline
                time.sleep(0.05)
        finally:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        # The server finds out when it has slept and wants to answer; be it now.
        server.execute(
            f"SELECT pg_terminate_backend(pid) FROM ({_SLEEPING}) AS asleep", [name]
        )
        while server.execute(_SLEEPING, [name]).fetchone() is not None:
            time.sleep(0.05)


def _as_migrator(database):
    url = re.sub(r"//[^@]*@", f"//{roles.MIGRATOR}@", os.environ["DATABASE_URL"])
    url = re.sub(r"(@[^/]*/)[^?]*", rf"\1{database}", url)
    return {"DATABASE_URL": url, "PGPASSWORD": password_of(roles.MIGRATOR)}
