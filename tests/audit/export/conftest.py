"""A sealed log that is handed out, and the program that verifies what was handed out."""

import subprocess
import sys

import pytest

from audit.export import verify_akson_log
from audit.export.folder import VERIFIER, export_log
from tests.audit.sealing.conftest import key_folder, seal, write, write_many

__all__ = ["key_folder", "seal", "write", "write_many"]

# Neither Django nor anything of Akson can be imported: only what a stranger has.
_ALONE = """
import runpy, sys
for name in ("django", "audit", "tenants", "access", "psycopg"):
    sys.modules[name] = None
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.fixture
def handed_out(fjord, tmp_path):
    """Hand the log out to a folder, the same each time; gives the tree's folder."""

    def hand_out(name="log"):
        export_log(fjord, tmp_path / name)
        return tmp_path / name / "1"

    return hand_out


@pytest.fixture
def verified(monkeypatch, capsys):
    """Verify in this process: the answer, and what was said."""

    def verify(*arguments):
        monkeypatch.setattr(sys, "argv", [VERIFIER.name, *map(str, arguments)])
        capsys.readouterr()
        answer = verify_akson_log.main()
        return answer, capsys.readouterr().out

    return verify


@pytest.fixture
def verified_alone():
    """Verify as a stranger does, in a process that has nothing of Akson."""

    def verify(program, *arguments):
        command = [sys.executable, "-I", "-c", _ALONE, str(program)]
        done = subprocess.run(
            [*command, *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        return done.returncode, done.stdout

    return verify
