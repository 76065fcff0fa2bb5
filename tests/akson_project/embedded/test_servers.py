"""Which servers Akson works with, and who stops them."""

import hashlib
import hmac
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from akson_project.embedded.places import ServerUnavailableError
from akson_project.embedded.postgres import Postgres
from akson_project.embedded.servers import Servers, default_home, ensure_servers
from akson_project.embedded.valkey import Valkey

ROOT = Path(__file__).resolve().parents[3]
START_AND_DIE = """
import os, signal, sys
from pathlib import Path
from akson_project.embedded.servers import ensure_servers
servers = ensure_servers(Path(sys.argv[1]))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    for name in ("DATABASE_URL", "AKSON_ADMIN_DATABASE_URL", "REDIS_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def servers(tmp_path):
    servers = ensure_servers(tmp_path)
    yield servers
    servers.stop()


def answering(home):
    return Postgres(home / "postgres").answering(), Valkey(home / "valkey").answering()


def test_last_one_out_stops_them(servers, tmp_path):
    second = ensure_servers(tmp_path)

    assert servers.stop() is False
    assert answering(tmp_path) == (True, True)
    assert second.stop() is True
    assert answering(tmp_path) == (False, False)
    assert second.stop() is False


def test_servers_of_a_killed_process_are_taken_over(tmp_path):
    command = [sys.executable, "-c", START_AND_DIE, str(tmp_path)]
    killed = subprocess.run(command, cwd=ROOT)

    assert killed.returncode == -signal.SIGKILL
    assert answering(tmp_path) == (True, True)
    assert ensure_servers(tmp_path).stop() is True
    assert answering(tmp_path) == (False, False)


def test_addresses_of_the_embedded_servers(servers, tmp_path):
    at = f"@:5432/akson?host={tmp_path}/postgres"

    assert servers.database_url("akson_app") == f"postgresql://akson_app{at}"
    assert servers.admin_url == f"postgresql://akson_superuser{at}"
    assert servers.redis_url == f"redis+socket://{tmp_path}/valkey/valkey.sock"


def test_erased_only_when_nobody_uses_it(servers, tmp_path):
    servers.start()
    second = Servers(tmp_path)

    with pytest.raises(ServerUnavailableError, match="stop it first"):
        second.erase()

    servers.erase()
    assert not (tmp_path / "postgres").exists()


def test_home_of_another_user_is_explained(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(ServerUnavailableError, match="belongs to another user"):
        ensure_servers(tmp_path)


def test_home_is_in_the_repository_or_where_the_environment_says(monkeypatch):
    monkeypatch.delenv("AKSON_HOME", raising=False)
    assert default_home() == ROOT / ".akson"

    monkeypatch.setenv("AKSON_HOME", "/srv/akson")
    assert default_home() == Path("/srv/akson")


class TestServersOfOnesOwn:
    """Nothing is started; the logins get passwords made from the secret key."""

    @pytest.fixture(autouse=True)
    def own(self, monkeypatch):
        monkeypatch.setenv("DATABASE_URL", "postgresql://boss:pw@db:6432/akson?x=1")
        monkeypatch.setenv("REDIS_URL", "redis://cache:6379/0")
        monkeypatch.setenv("AKSON_SECRET_KEY", "hemmelig")

    def test_nothing_is_started(self, tmp_path):
        servers = ensure_servers(tmp_path)

        assert not (tmp_path / "postgres").exists()
        assert not (tmp_path / "valkey").exists()
        assert servers.redis_url == "redis://cache:6379/0"
        servers.stop()

    def test_login_gets_the_password_made_for_it(self, tmp_path):
        made = hmac.new(b"hemmelig", b"akson_app", hashlib.sha256).hexdigest()

        assert Servers(tmp_path).database_url("akson_app") == (
            f"postgresql://akson_app:{made}@db:6432/akson?x=1"
        )

    def test_login_in_the_address_is_taken_as_it_is(self, tmp_path, monkeypatch):
        address = "postgresql://akson_app:mine@db/akson"
        monkeypatch.setenv("DATABASE_URL", address)

        assert Servers(tmp_path).database_url("akson_app") == address

    def test_administrator_is_the_address_itself_or_another(
        self, tmp_path, monkeypatch
    ):
        assert Servers(tmp_path).admin_url == os.environ["DATABASE_URL"]

        monkeypatch.setenv("AKSON_ADMIN_DATABASE_URL", "postgresql://root@db/akson")
        assert Servers(tmp_path).admin_url == "postgresql://root@db/akson"

    def test_secret_key_is_needed(self, tmp_path, monkeypatch):
        monkeypatch.delenv("AKSON_SECRET_KEY")

        with pytest.raises(ServerUnavailableError, match="AKSON_SECRET_KEY"):
            Servers(tmp_path).database_url("akson_app")

    def test_is_not_erased(self, tmp_path):
        with pytest.raises(ServerUnavailableError, match="does not erase"):
            Servers(tmp_path).erase()
