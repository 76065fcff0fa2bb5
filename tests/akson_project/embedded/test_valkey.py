"""The embedded Valkey starts, is found again, and stops."""

import os
import shutil
import signal
import time
from contextlib import contextmanager

import pytest
import redis

from akson_project.embedded.places import ServerUnavailableError
from akson_project.embedded.valkey import Valkey


@pytest.fixture
def valkey(tmp_path):
    with running(tmp_path / "valkey") as valkey:
        yield valkey


@contextmanager
def running(folder):
    valkey = Valkey(folder)
    try:
        valkey.start()
        yield valkey
    finally:
        valkey.stop()
        if valkey.socket.parent != valkey.folder:
            shutil.rmtree(valkey.socket.parent)


def client(valkey):
    return redis.Redis(unix_socket_path=str(valkey.socket))


def test_started_once_and_found_again(valkey):
    with client(valkey) as first:
        first.set("a", "b")

    assert Valkey(valkey.folder).start() is False
    with client(valkey) as second:
        assert second.get("a") == b"b"


def test_stop_stops(valkey):
    valkey.stop()

    assert not valkey.answering()
    valkey.stop()  # once more does no harm


def test_starts_after_kill_9(valkey):
    with client(valkey) as connection:
        os.kill(connection.info()["process_id"], signal.SIGKILL)
    while valkey.answering():
        time.sleep(0.01)

    assert valkey.start() is True
    assert valkey.answering()


def test_address_is_celerys(valkey):
    assert valkey.url() == f"redis+socket://{valkey.socket}"
    assert valkey.socket.stat().st_mode & 0o777 == 0o700


def test_long_path(tmp_path):
    with running(tmp_path / ("l" * 120)) as valkey:
        assert valkey.answering()


def test_says_why_it_did_not_start(tmp_path):
    valkey = Valkey(tmp_path / "valkey")
    valkey.program = tmp_path / "no-such-program"
    valkey.program.write_text("#!/bin/sh\necho dette gikk ikke; exit 3\n")
    valkey.program.chmod(0o755)

    with pytest.raises(ServerUnavailableError, match="dette gikk ikke"):
        valkey.start()


def test_nothing_is_kept_on_disk(valkey):
    with client(valkey) as connection:
        connection.set("a", "b")
    valkey.stop()

    assert {path.name for path in valkey.folder.iterdir()} <= {"valkey.log"}
