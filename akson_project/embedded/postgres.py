"""Starts, finds again and stops a PostgreSQL of our own.

Only the wheel's programs are used. Its Python layer opens every parent folder to
everybody when run as root, makes a user on the machine, and trusts a stale pid
file. Ours listens on a unix socket alone, in a folder only its owner may enter.
"""

import os
import pwd
import shlex
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg.sql import SQL, Identifier

from akson_project.embedded.binaries import postgres_binaries
from akson_project.embedded.places import (
    ServerUnavailableError,
    closed_to_others,
    locked,
    make_private,
    socket_folder,
)
from akson_project.embedded.processes import (
    command_line,
    kill_all_in,
    last_words,
    run,
    wait_until,
)

SUPERUSER = "akson_superuser"
PORT = 5432  # a part of the socket's name: nothing listens on the network
SOCKET = f".s.PGSQL.{PORT}"
START_SECONDS = 60
NOT_FOR_SHELLS = '"$`\\'  # pg_ctl writes the path into a shell's command line
PROC = Path("/proc/self")
SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    # One transaction makes a municipality's whole schema.
    "max_locks_per_transaction": "512",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
THROWAWAY_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
}


class Postgres:
    """One cluster in one folder; any number of processes may hold one of these."""

    def __init__(self, data: Path, *, throwaway: bool = False) -> None:
        self.data = data.resolve()
        if set(str(self.data)) & set(NOT_FOR_SHELLS):
            raise ServerUnavailableError(
                f"PostgreSQL cannot work in {self.data}: there is one of "
                f"{NOT_FOR_SHELLS} in its path. Give AKSON_HOME another folder."
            )
        self.throwaway = throwaway
        self.binaries = postgres_binaries()
        self.socket_folder = socket_folder(self.data, SOCKET)
        self._lock = self.data.with_name(self.data.name + ".lock")
        self._log = self.data / "server.log"

    def url(self, login: str = SUPERUSER, *, database: str = "akson") -> str:
        """Return the address to connect to, as the login given."""
        host = quote(str(self.socket_folder))
        return f"postgresql://{login}@:{PORT}/{database}?host={host}"

    def answering(self) -> bool:
        """Tell whether a server answers on our socket; a pid file proves nothing."""
        ready = [str(self.binaries / "pg_isready"), "-q", "-t", "2"]
        where = ["-h", str(self.socket_folder), "-p", str(PORT)]
        return run([*ready, *where]).code == 0

    def start(self) -> bool:
        """See to it that the server answers; make the cluster if there is none.

        Returns:
            Whether it was we who started it.

        Raises:
            ServerUnavailableError: It could not be started.
        """
        with locked(self._lock):
            self._make_cluster()
            if self.answering():
                return False
            if self._postmaster_lives():  # it is recovering from a crash of its own
                wait_until(self.answering, seconds=START_SECONDS)
                return False
            # A killed postmaster may leave busy backends behind.
            kill_all_in(self.data, program="postgres")
            self._forget_dead_postmaster()
            self._launch()
            return True

    def ensure_database(self, name: str) -> None:
        """Make an empty database unless there is one with this name."""
        address = self.url(database="postgres")
        make = SQL("CREATE DATABASE {}").format(Identifier(name))
        with (
            suppress(psycopg.errors.DuplicateDatabase),
            psycopg.connect(address, autocommit=True) as connection,
        ):
            connection.execute(make)

    def stop(self, *, mode: str = "fast") -> None:
        """Stop the server if it runs, whoever started it."""
        with locked(self._lock):
            if self._postmaster_lives():
                how = ["-D", self.data, "-w", "-s", "-m", mode]
                self._as_owner("pg_ctl", "stop", *how)

    def _make_cluster(self) -> None:
        if (self.data / "PG_VERSION").exists():
            self._check_owner()
            return
        unfinished = tempfile.mkdtemp(
            prefix=f"{self.data.name}.init-", dir=self.data.parent
        )
        make_private(Path(unfinished), self._owner())
        encoding = ["--encoding=UTF8", "--locale=C.UTF-8"]
        sorting = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        access = [f"--username={SUPERUSER}", "--auth-local=trust", "--auth-host=reject"]
        durability = ["--no-sync"] if self.throwaway else []
        options = [*encoding, *sorting, *access, *durability, "--no-instructions"]
        try:
            self._as_owner("initdb", "-D", unfinished, *options)
        except ServerUnavailableError:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        if self.data.exists():
            self.data.rmdir()  # works only if it is empty
        Path(unfinished).rename(self.data)

    def _launch(self) -> None:
        make_private(self.socket_folder, self._owner())
        # A stray chmod on the project makes PostgreSQL refuse to start.
        self.data.chmod(0o700)
        settings = SETTINGS | {"unix_socket_directories": str(self.socket_folder)}
        if self.throwaway:
            settings |= THROWAWAY_SETTINGS
        options = shlex.join(
            part
            for name, value in settings.items()
            for part in ("-c", f"{name}={value}")
        )
        start = ["start", "-D", self.data, "-w", "-t", START_SECONDS, "-s"]
        try:
            self._as_owner("pg_ctl", *start, "-l", self._log, "-o", options)
        except ServerUnavailableError as error:
            if not self.answering():
                said = last_words(self._log)
                raise ServerUnavailableError(f"{error}\n{said}") from error

    def _postmaster_lives(self) -> bool:
        """Tell whether the pid file names a server at work on our data."""
        if not PROC.exists():  # not Linux
            return self.answering()
        try:
            pid = int((self.data / "postmaster.pid").read_text().split()[0])
        except (OSError, ValueError, IndexError):
            return False
        return str(self.data) in command_line(pid)

    def _forget_dead_postmaster(self) -> None:
        """Remove pid files that PostgreSQL would believe.

        After a kill -9 they may name a zombie (a container without an init never
        reaps it) or, after a reboot, somebody else's process.
        """
        if PROC.exists():
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            (self.socket_folder / f"{SOCKET}.lock").unlink(missing_ok=True)

    def _owner(self) -> int:
        """Return the user who runs the server: ourselves, but never root."""
        if os.geteuid() != 0:
            return os.geteuid()
        found = self.data.stat().st_uid if self.data.exists() else 0
        return found or pwd.getpwnam("nobody").pw_uid

    def _check_owner(self) -> None:
        if self.data.stat().st_uid != self._owner():
            raise ServerUnavailableError(
                f"{self.data} was made by another user; remove it, or give AKSON_HOME "
                "a folder of your own."
            )

    def _as_owner(self, program: str, *arguments: object) -> None:
        """Run one of PostgreSQL's programs as the user who owns the data.

        Raises:
            ServerUnavailableError: The program says no.
        """
        command = [str(self.binaries / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = [*self._without_root(), "--", *command]
        result = run(command, seconds=START_SECONDS + 30)
        if result.code:
            raise ServerUnavailableError(f"{program} failed:\n{result.output}")

    def _without_root(self) -> list[str]:
        """Return the command that gives up root, which PostgreSQL refuses.

        Where a parent folder is closed to others (/root, say) one capability is
        kept, rather than the folder opened; the secure bit is for access(2), with
        which initdb looks for postgres beside itself.
        """
        if shutil.which("setpriv") is None:
            raise ServerUnavailableError(
                "PostgreSQL does not run as root, and setpriv (of util-linux) is "
                "missing. Install it, or start Akson as an ordinary user."
            )
        user = pwd.getpwuid(self._owner())
        command = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}"]
        command.append("--clear-groups")
        if not closed_to_others(
            self.binaries, self.data.parent, self.socket_folder.parent
        ):
            return [*command, "--inh-caps=-all"]
        kept = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
        return [*command, "--securebits=+no_setuid_fixup", *kept]
