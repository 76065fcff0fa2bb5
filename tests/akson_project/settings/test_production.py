"""Production does not start with less than it needs."""

import os
import subprocess
import sys

import pytest

NEEDED = {"AKSON_SECRET_KEY": "hemmelig", "AKSON_TRUSTED_PROXIES": "10.0.0.5"}


def started(**changes):
    environment = {**os.environ, "AKSON_DEMO": "", **NEEDED, **changes}
    return subprocess.run(
        [sys.executable, "-c", "import akson_project.settings.production"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_what_it_needs():
    assert started().returncode == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"AKSON_SECRET_KEY": ""},
        {"AKSON_DEMO": "1"},
        {"AKSON_TRUSTED_PROXIES": ""},
        {"AKSON_TRUSTED_PROXIES": "*"},
    ],
)
def test_production_says_what_is_missing(changes):
    (name,) = changes

    answer = started(**changes)

    assert answer.returncode != 0
    assert name in answer.stderr
