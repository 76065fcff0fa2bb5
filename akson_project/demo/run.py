"""`./akson demo`: starts everything, says where it is, and stops it all again."""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from akson_project.demo.stories.places.everywhere import PLACES
from akson_project.demo.tour import CONSORTIUM_HOST, welcome
from akson_project.embedded.places import ServerUnavailableError
from akson_project.embedded.servers import Servers, default_home
from tenants.bootstrap import bootstrap
from tenants.roles import login_password

STOP_SECONDS = 10
ANSWER_SECONDS = 60


def main() -> None:
    """Run the demo until Ctrl-C or SIGTERM."""
    options = _options()
    servers = Servers(default_home())
    if _is_taken(options.port):
        sys.exit(f"Porten {options.port} er opptatt. Velg en annen med --port.")
    try:
        if options.fresh:
            servers.erase()
            _state_file(servers).unlink(missing_ok=True)
        servers.start()
    except ServerUnavailableError as error:
        sys.exit(str(error))
    try:
        _prepare(servers)
        with _processes(servers, options.port) as processes:
            _wait_for_answer(options.port, processes)
            _say_where(options.port, servers)
            _verify_soon(servers)
            _back_up_first(servers)
            _wait(processes)
    finally:
        servers.stop()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./akson demo", description="Starter Akson med syntetiske pasienter."
    )
    parser.add_argument("--port", type=int, default=8000, help="8000 hvis ikke sagt")
    parser.add_argument("--fresh", action="store_true", help="begynn med nye data")
    return parser.parse_args()


def _prepare(servers: Servers) -> None:
    """Make roles, tables and people, where they are not there already."""
    secret = os.environ.get("AKSON_SECRET_KEY")
    has_own_server = "DATABASE_URL" in os.environ
    password_of = partial(login_password, secret) if secret and has_own_server else None
    bootstrap(servers.admin_url, database="akson", password_of=password_of)
    command = [sys.executable, "-m", "akson_project.demo.prepare"]
    done = subprocess.run(  # noqa: S603 - our own command
        [*command, str(_state_file(servers))],
        env=_environment(servers, login="akson_migrator"),
        check=False,
    )
    if done.returncode:
        sys.exit(
            "Demoen ble ikke klar; se meldingene over. ./akson demo --fresh begynner på nytt."
        )


def _state_file(servers: Servers) -> Path:
    return servers.home / "demo.json"


def _environment(servers: Servers, *, login: str) -> dict[str, str]:
    return {
        **os.environ,
        "AKSON_DEMO": "1",
        "DATABASE_URL": servers.database_url(login),
        "REDIS_URL": servers.redis_url,
        "DJANGO_SETTINGS_MODULE": "akson_project.settings.development",
        # Celery warns who runs as root, WhiteNoise that no files are collected: as meant here.
        "PYTHONWARNINGS": "ignore::UserWarning:celery.platforms,ignore:No directory at",
    }


@contextmanager
def _processes(servers: Servers, port: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start the web server and the workers; stop them all when the block ends."""
    celery = [
        sys.executable,
        "-m",
        "celery",
        "--quiet",
        "--app",
        "akson_project",
        "worker",
    ]
    quiet = ["--pool", "solo", "--loglevel", "WARNING", "--without-gossip"]
    web = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi"]
    web += ["--blocking-threads", "4"]
    address = ["--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    beat = ["--beat", "--schedule", str(servers.home / "beat")]
    commands = [
        ("akson_app", [*web, *address, "akson_project.wsgi:application"]),
        ("akson_worker", [*celery, *quiet, *beat, "--hostname", "arbeid@%h"]),
        (
            "akson_migrator",
            [*celery, *quiet, "-Q", "provisioning", "--hostname", "oppstart@%h"],
        ),
        (
            "akson_sealer",
            [*celery, *quiet, "-Q", "sealing,cosigning", "--hostname", "forsegling@%h"],
        ),
    ]
    # The links in letters lead to where the demo answers.
    consortium = f"http://{CONSORTIUM_HOST}.localhost:{port}"
    at_port = {"AKSON_CONSORTIUM_ADDRESS": consortium}
    running: list[subprocess.Popen[bytes]] = []
    try:
        for login, command in commands:
            environment = _environment(servers, login=login) | at_port
            environment |= _witness(servers, port)
            # A session of its own: Ctrl-C reaches us, and we stop the others in order.
            running.append(
                subprocess.Popen(  # noqa: S603 - our own commands
                    command, env=environment, start_new_session=True
                )
            )
        yield running
    finally:
        _stop(running)


def _witness(servers: Servers, port: int) -> dict[str, str]:
    """Say that the consortium, which answers here, is to cosign the logs."""
    key = json.loads(_state_file(servers).read_text())["witness"]
    address = f"http://konsortium.localhost:{port}/witness"
    return {"AKSON_LOG_WITNESSES": f"{key} {address}"}


def _verify_soon(servers: Servers) -> None:
    """Have the logs verified when they are sealed; else it is done at night."""
    asked = ["call", "audit.jobs.verify_logs_everywhere", "--countdown", "20"]
    subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "celery", "--quiet", "--app", "akson_project", *asked],
        env=_environment(servers, login="akson_worker"),
        stdout=subprocess.DEVNULL,
        check=False,
    )


def _back_up_first(servers: Servers) -> None:
    """Back two of the municipalities up, once and beside all else; the third goes without."""
    folder = servers.home / "backups"
    if folder.exists():
        return
    subprocess.Popen(  # noqa: S603 - our own command
        [
            sys.executable,
            "manage.py",
            "back_up",
            *list(PLACES)[:2],
            "--to",
            str(folder),
        ],
        env=_environment(servers, login="akson_worker")
        | {"AKSON_BACKUP_DATABASE_URL": servers.database_url("akson_backup")},
        cwd=Path(__file__).parents[2],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=partial(os.nice, 10),  # noqa: PLW1509 - no threads here
    )


def _stop(running: list[subprocess.Popen[bytes]]) -> None:
    for process in running:
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for process in running:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _wait_for_answer(port: int, processes: list[subprocess.Popen[bytes]]) -> None:
    """Wait until the sign-in page answers."""
    request = Request(f"http://127.0.0.1:{port}/konto/logg-inn/")
    request.add_header("Host", f"{next(iter(PLACES))}.localhost:{port}")
    deadline = time.monotonic() + ANSWER_SECONDS
    while time.monotonic() < deadline:
        if processes[0].poll() is not None:
            sys.exit("Webserveren stanset; se meldingene over.")
        try:
            with urlopen(request, timeout=5):  # noqa: S310
                return
        except HTTPError:
            return
        except (URLError, OSError):
            time.sleep(0.1)
    sys.exit("Webserveren svarte ikke.")


def _wait(processes: list[subprocess.Popen[bytes]]) -> None:
    """Wait until somebody stops us, or one of the processes ends by itself."""
    try:
        while all(process.poll() is None for process in processes):
            time.sleep(0.5)
    except KeyboardInterrupt:
        return
    sys.exit("En av prosessene stanset; alt stanses.")


def _say_where(port: int, servers: Servers) -> None:
    state = json.loads(_state_file(servers).read_text())
    made_on = date.fromisoformat(state["today"])
    sys.stdout.write(welcome(port=port, made_on=made_on))
    sys.stdout.flush()
