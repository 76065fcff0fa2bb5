"""What ./akson does inside its environment."""

import os
import runpy
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from akson_project import cli
from akson_project.embedded.postgres import Postgres
from akson_project.embedded.valkey import Valkey

ROOT = Path(__file__).resolve().parents[2]
OWN = "postgresql://boss@db/akson"


@pytest.fixture(autouse=True)
def own_servers(monkeypatch):
    """Servers of one's own, so that nothing is started unless a test wants it."""
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)
    monkeypatch.delenv("AKSON_ADMIN_DATABASE_URL")
    monkeypatch.setenv("DATABASE_URL", OWN)
    monkeypatch.setenv("REDIS_URL", "redis://cache/0")
    monkeypatch.setenv("AKSON_SECRET_KEY", "hemmelig")


@pytest.fixture
def executed(monkeypatch):
    commands = []

    def execute(command):
        environment = {
            name: os.environ.get(name)
            for name in ("DATABASE_URL", "AKSON_ADMIN_DATABASE_URL", "REDIS_URL")
        }
        commands.append((command, environment))

    monkeypatch.setattr(cli, "execute_from_command_line", execute)
    return commands


def run(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["cli.py", *arguments])
    cli.main()


@pytest.mark.parametrize(
    ("command", "login"),
    [
        ("bootstrap", "akson_migrator"),
        ("migrate_schemas", "akson_migrator"),
        ("provision_template", "akson_migrator"),
        ("delete_municipality", "akson_migrator"),
        ("discard_restored", "akson_migrator"),
        ("shell", "akson_app"),
        ("makemigrations", "akson_app"),
    ],
)
def test_command_gets_its_login(monkeypatch, executed, command, login):
    run(monkeypatch, "manage", command, "--some", "option")

    [(words, environment)] = executed
    assert words[1:] == [command, "--some", "option"]
    assert environment["DATABASE_URL"].startswith(f"postgresql://{login}:")
    assert environment["REDIS_URL"] == "redis://cache/0"


@pytest.mark.parametrize(("command", "address"), [("shell", None), ("bootstrap", OWN)])
def test_only_preparing_commands_get_the_administrators_address(
    monkeypatch, executed, command, address
):
    run(monkeypatch, "manage", command)

    [(_, environment)] = executed
    assert environment["AKSON_ADMIN_DATABASE_URL"] == address


def test_address_with_a_login_of_aksons_is_left_alone(monkeypatch, executed):
    monkeypatch.setenv("DATABASE_URL", "postgresql://akson_app:mine@db/akson")

    run(monkeypatch, "manage", "migrate")

    [(_, environment)] = executed
    assert environment["DATABASE_URL"] == "postgresql://akson_app:mine@db/akson"


def test_checks_start_no_server(monkeypatch, executed):
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.setattr(cli, "ensure_servers", pytest.fail)

    run(monkeypatch, "manage", "check")
    run(monkeypatch, "manage")

    assert len(executed) == 2


def test_server_that_cannot_be_had_is_told_in_plain_words(monkeypatch, executed):
    monkeypatch.delenv("AKSON_SECRET_KEY")

    with pytest.raises(SystemExit, match="Set AKSON_SECRET_KEY"):
        run(monkeypatch, "manage", "shell")


def test_demo_gets_its_arguments(monkeypatch):
    got = []
    demo = "akson_project.demo.run.main"
    monkeypatch.setattr(demo, lambda: got.extend(sys.argv[1:]))

    run(monkeypatch, "demo", "--port", "8001")

    assert got == ["--port", "8001"]


def test_bench_runs_the_module_with_its_arguments(monkeypatch):
    got = []

    def run_module(module, **_):
        got.extend([module, *sys.argv[1:]])

    monkeypatch.setattr(cli, "find_spec", lambda name: name)
    monkeypatch.setattr(runpy, "run_module", run_module)

    run(monkeypatch, "bench", "pages", "--keep")

    assert got == ["tests.benchmarks.pages", "--keep"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "usage"),
        (["dance"], "usage"),
        (["bench"], "usage"),
        (["bench", "no_such"], "There is no benchmark no_such"),
    ],
)
def test_says_what_it_does_not_know(monkeypatch, arguments, said):
    with pytest.raises(SystemExit, match=said):
        run(monkeypatch, *arguments)


def test_terminated_command_stops_what_it_started(monkeypatch, tmp_path):
    for name in ("DATABASE_URL", "REDIS_URL"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AKSON_HOME", str(tmp_path))
    wait = "import time; print('up', flush=True); time.sleep(60)"
    command = [sys.executable, "-m", "akson_project.cli", "manage", "shell", "-c", wait]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as shell:
        assert shell.stdout
        while b"up" not in shell.stdout.readline():
            assert shell.poll() is None
        assert Postgres(tmp_path / "postgres").answering()
        shell.terminate()
        assert shell.wait(timeout=30) == 128 + signal.SIGTERM

    assert not Postgres(tmp_path / "postgres").answering()
    assert not Valkey(tmp_path / "valkey").answering()
