"""A certified provider in Node, fetched by its committed lock, where the machine has Node."""

import fcntl
import hashlib
import json
import os
import shutil
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest

NODE = Path(__file__).with_name("node")
FILES = ("package.json", "package-lock.json", "provider.mjs")
KEPT = Path(__file__).resolve().parents[3] / ".venv" / "oidc-provider"
NEEDED = os.environ.get("AKSON_REQUIRE_BROWSER") == "1"
OLDEST = 20


def _stop(reason):
    """Skip the test, or fail it where nothing may be lacking."""
    if NEEDED:
        pytest.fail(reason)
    pytest.skip(reason)


def installed():
    """Give the folder with the provider and what it needs; made once for each lock."""
    if not (shutil.which("node") and shutil.which("npm")):
        _stop("no Node and npm; run .ci/setup")
    said = subprocess.run(["node", "--version"], capture_output=True, text=True)
    if int(said.stdout.strip().lstrip("v").partition(".")[0]) < OLDEST:
        pytest.skip(f"Node {said.stdout.strip()} is older than {OLDEST}")
    mark = hashlib.sha256(b"".join((NODE / name).read_bytes() for name in FILES))
    folder = KEPT / mark.hexdigest()[:16]
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several processes run tests
        if not (folder / "done").exists():
            _install(folder)
    return folder


def _install(folder):
    folder.mkdir(exist_ok=True)
    for name in FILES:
        shutil.copy(NODE / name, folder)
    quietly = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    done = subprocess.run(
        ["npm", "ci", *quietly], cwd=folder, capture_output=True, text=True
    )
    if done.returncode:
        _stop(f"npm could not fetch the provider: {done.stderr[-300:]}")
    (folder / "done").touch()


@contextmanager
def running(redirect_uri, client_jwk, people):
    """Run the provider for a block; gives its issuer."""
    folder, port = installed(), _free_port()
    with (
        (folder / f"errors-{port}").open("w+") as errors,
        subprocess.Popen(
            ["node", "provider.mjs", str(port), redirect_uri],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as process,
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"client": client_jwk, "people": people}) + "\n")
        process.stdin.flush()
        try:
            said = process.stdout.readline().strip()
            errors.seek(0)
            assert said == "ready", errors.read()
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
    (folder / f"errors-{port}").unlink()


def _free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
