"""What ./akson does inside its environment: demo, manage and bench."""

import os
import runpy
import signal
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from types import FrameType

from django.core.management import execute_from_command_line

from akson_project.embedded.places import ServerUnavailableError
from akson_project.embedded.servers import (
    Servers,
    default_home,
    ensure_servers,
    login_of,
)
from tenants.roles import APP, BACKUP, LOGINS, MIGRATOR, SEALER, WORKER

WITHOUT_DATABASE = frozenset(
    {
        "check",
        "collectstatic",
        "diffsettings",
        "help",
        "makemessages",
        "makemigrations",
        "score_access_log",
    }
)
PREPARING = (
    "bootstrap",
    "delete_municipality",
    "discard_restored",
    "erase_log",
    "import_municipality",
    "migrate",
    "provision",
    "restore_municipality",
)
SEALING = ("begin_log_era", "log_key")
BACKGROUND = ("review_log", "verify_log")
LEAVING = ("back_up", "export_municipality")


def main() -> None:
    """Run the command that the launcher was given."""
    signal.signal(signal.SIGTERM, _leave)
    os.environ.setdefault(
        "DJANGO_SETTINGS_MODULE", "akson_project.settings.development"
    )
    command, *arguments = sys.argv[1:] or [""]
    commands = {"demo": demo, "manage": manage, "bench": bench}
    if command not in commands:
        sys.exit("usage: ./akson demo | test | manage ARGS | bench NAME")
    try:
        commands[command](arguments)
    except ServerUnavailableError as error:
        sys.exit(str(error))


def demo(arguments: list[str]) -> None:
    """Run Akson with three municipalities of synthetic patients."""
    sys.argv = ["akson demo", *arguments]
    import_module("akson_project.demo.run").main()


def manage(arguments: list[str]) -> None:
    """Run a Django command, on running servers, as the right database login."""
    command = arguments[0] if arguments else "help"
    # makemigrations would compare with the database, and we let it go without.
    warnings.filterwarnings("ignore", "Got an error checking a consistent migration")
    with _servers(needed=command not in WITHOUT_DATABASE) as servers:
        if command.startswith(PREPARING):
            os.environ.setdefault("AKSON_ADMIN_DATABASE_URL", servers.admin_url)
            _point_at(servers, login=MIGRATOR)
        elif command in SEALING:
            _point_at(servers, login=SEALER)
        elif command in BACKGROUND:
            _point_at(servers, login=WORKER)
        elif command in LEAVING:
            backup = servers.database_url(BACKUP)
            os.environ.setdefault("AKSON_BACKUP_DATABASE_URL", backup)
            _point_at(servers, login=WORKER)
        else:
            _point_at(servers, login=APP)
        execute_from_command_line(["./akson manage", *arguments])


def bench(arguments: list[str]) -> None:
    """Run one of the benchmarks, which make their own data."""
    if not arguments:
        sys.exit("usage: ./akson bench NAME")
    name, *rest = arguments
    module = f"tests.benchmarks.{name}"
    if find_spec("tests.benchmarks") is None or find_spec(module) is None:
        sys.exit(f"There is no benchmark {name} in tests/benchmarks.")
    sys.argv = [f"akson bench {name}", *rest]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


@contextmanager
def _servers(*, needed: bool) -> Iterator[Servers]:
    servers = ensure_servers() if needed else Servers(default_home())
    try:
        yield servers
    finally:
        servers.stop()


def _point_at(servers: Servers, *, login: str) -> None:
    """Let the settings find the servers; an address with a login of ours stays."""
    if login_of(os.environ.get("DATABASE_URL", "")) not in LOGINS:
        os.environ["DATABASE_URL"] = servers.database_url(login)
    os.environ["REDIS_URL"] = servers.redis_url


def _leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - given by the system
    """End as if by sys.exit, so that what was started is stopped."""
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
