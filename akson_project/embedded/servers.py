"""The servers Akson works with: embedded ones, or those the environment names.

DATABASE_URL and REDIS_URL name servers of one's own, and nothing is started for
them. AKSON_ADMIN_DATABASE_URL is the address with the rights to prepare the
database; without it DATABASE_URL has to have them.
"""

import fcntl
import os
import shutil
from io import TextIOWrapper
from pathlib import Path
from urllib.parse import quote, urlsplit

from akson_project.embedded.places import ServerUnavailableError, locked
from akson_project.embedded.postgres import Postgres
from akson_project.embedded.valkey import Valkey
from tenants.roles import login_password

DATABASE = "akson"
LOG_KEYS = (
    "log-keys"  # folder with the keys that seal the access log of our own database
)


class Servers:
    """PostgreSQL and Valkey of one home folder, shared by any number of processes.

    Embedded servers run as long as a process uses them: the last one to stop
    stops them, also when the one that started them was killed.
    """

    def __init__(self, home: Path) -> None:
        self.home = home.resolve()
        self._own_database = os.environ.get("DATABASE_URL")
        self._own_admin = os.environ.get("AKSON_ADMIN_DATABASE_URL")
        self._own_redis = os.environ.get("REDIS_URL")
        self._postgres: Postgres | None = None
        self._valkey: Valkey | None = None
        if not self._own_database and not self._own_admin:
            self._postgres = Postgres(self.home / "postgres")
        if not self._own_redis:
            self._valkey = Valkey(self.home / "valkey")
        self._use: TextIOWrapper | None = None

    @property
    def redis_url(self) -> str:
        """The address of Valkey or Redis."""
        return self._valkey.url() if self._valkey else self._own_redis or ""

    @property
    def admin_url(self) -> str:
        """The address with the rights to make roles and databases."""
        if self._postgres:
            return self._postgres.url(database=DATABASE)
        return self._own_admin or self._own_database or ""

    def database_url(self, login: str) -> str:
        """Return the database's address for one of Akson's logins.

        On a server of one's own, an address that has this login already is taken
        as it is; otherwise the password is the one ``bootstrap`` gave the login.

        Raises:
            ServerUnavailableError: AKSON_SECRET_KEY, which passwords are made of,
                is missing.
        """
        if self._postgres:
            return self._postgres.url(login, database=DATABASE)
        address = self._own_database or self._own_admin or ""
        if login_of(address) == login:
            return address
        return with_login(address, login=login)

    def start(self) -> None:
        """See to it that the embedded servers answer, and stay up for us.

        Raises:
            ServerUnavailableError: One of them could not be started.
        """
        if self._use:
            return
        with locked(self.home / "start.lock"):
            if self._postgres:
                self._postgres.start()
                self._postgres.ensure_database(DATABASE)
            if self._valkey:
                self._valkey.start()
            self._use = (self.home / "use.lock").open("a")
            fcntl.flock(self._use, fcntl.LOCK_SH)

    def stop(self) -> bool:
        """Stop using the embedded servers.

        Returns:
            Whether they were stopped: not while another process uses them.
        """
        if not self._use:
            return False
        with locked(self.home / "start.lock"), self._use:
            try:
                fcntl.flock(self._use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            finally:
                self._use = None
            if self._valkey:
                self._valkey.stop()
            if self._postgres:
                self._postgres.stop()
            return True

    def erase(self) -> None:
        """Throw the embedded database away, so that the next start makes a new one.

        Raises:
            ServerUnavailableError: The database is not ours to throw away, or
                another process uses it.
        """
        if not self._postgres:
            raise ServerUnavailableError(
                "Akson does not erase a database server of your own."
            )
        self.start()
        if not self.stop():
            raise ServerUnavailableError(
                f"Another Akson uses {self.home}; stop it first."
            )
        shutil.rmtree(self._postgres.data)
        # They remember what the log in it was, and would not seal another one.
        shutil.rmtree(self.home / LOG_KEYS, ignore_errors=True)


def ensure_servers(home: Path | None = None) -> Servers:
    """Return running servers: those of the home folder, or one's own.

    The home folder is ``.akson`` in the repository, or what AKSON_HOME says.

    Raises:
        ServerUnavailableError: One of them could not be started.
    """
    servers = Servers(home or default_home())
    servers.start()
    return servers


def default_home() -> Path:
    """Return the folder where the embedded servers keep their data."""
    repository = Path(__file__).resolve().parents[2]
    return Path(os.environ.get("AKSON_HOME") or repository / ".akson")


def login_of(address: str) -> str | None:
    """Return the login that an address of a database names."""
    return urlsplit(address).username


def with_login(address: str, *, login: str, database: str | None = None) -> str:
    """Return the address as one of Akson's logins, with the password made for it.

    Raises:
        ServerUnavailableError: AKSON_SECRET_KEY is missing.
    """
    key = os.environ.get("AKSON_SECRET_KEY")
    if not key:
        raise ServerUnavailableError(
            "Set AKSON_SECRET_KEY: on a database server of your own, the passwords of "
            "Akson's logins are made from it."
        )
    password = login_password(key, login)
    parts = urlsplit(address)
    place = parts.netloc.rpartition("@")[2]
    path = f"/{quote(database)}" if database else parts.path
    changed = parts._replace(netloc=f"{login}:{password}@{place}", path=path)
    return changed.geturl()
