"""Putting a file in, and confirming what it would change."""

import re
from html import unescape

from django.core.files.uploadedfile import SimpleUploadedFile

PAGE = "/ansatte/import/"
NORTH = "Hjemmetjenesten nord"


def upload(browser, text, **more):
    content = text if isinstance(text, bytes) else text.encode()
    return browser.post(PAGE, {"file": SimpleUploadedFile("f.csv", content), **more})


def hidden(answer):
    """What the page would send when it is confirmed."""
    found = re.findall(
        r'<input type="hidden" name="(\w+)" value="([^"]*)"', answer.text, re.DOTALL
    )
    return {name: unescape(value) for name, value in found}


def confirm(browser, answer, **more):
    return browser.post(PAGE, {**hidden(answer), **more}, follow=True)
