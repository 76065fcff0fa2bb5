"""Early pytest plugin: a throwaway PostgreSQL for each process that runs tests.

It is named in pyproject.toml as ``-p tests.plugin``, because pytest-django reads
the settings, and with them DATABASE_URL, before any conftest.py is looked at.
A server of one's own is used instead where DATABASE_URL or
AKSON_ADMIN_DATABASE_URL names one; its roles are Akson's then, its databases not.
"""

import fcntl
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from akson_project.embedded.postgres import Postgres
from akson_project.embedded.servers import with_login

DATABASE = "akson_test"
LOGIN = "akson_app"
PREFIX = "akson-test-"
MEMORY_NEEDED = 2_000_000_000  # bytes
OURS = "AKSON_TEST_THROWAWAY"  # set once DATABASE_URL is ours; workers inherit it


class ThrowawayPostgres:
    """A cluster in a temporary folder, gone with the process that made it."""

    def __init__(self):
        remove_abandoned()
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=quickest_place()))
        # Locked before it gets its name: who can lock it finds it abandoned.
        nameless = self.folder / "new"
        self._alive = nameless.open("w")
        fcntl.flock(self._alive, fcntl.LOCK_EX)
        nameless.rename(self.folder / "alive")
        self.server = Postgres(self.folder / "pg", throwaway=True)

    def start(self):
        self.server.start()
        self.server.ensure_database(DATABASE)

    def remove(self):
        remove_cluster(self.folder)
        self._alive.close()


def quickest_place():
    """In memory where there is room: copying a database is writing 1,150 files."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > MEMORY_NEEDED:
        return memory
    return Path(tempfile.gettempdir())


def remove_abandoned():
    """Stop the clusters whose test runs were killed."""
    for alive in quickest_place().glob(f"{PREFIX}*/alive"):
        if alive.stat().st_uid == os.geteuid():
            with alive.open("w") as file:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    continue
                remove_cluster(alive.parent)


def remove_cluster(folder):
    server = Postgres(folder / "pg", throwaway=True)
    server.stop(mode="immediate")
    if server.socket_folder != server.data:
        shutil.rmtree(server.socket_folder, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def use_own_server():
    """Point the settings at a database for tests on the server the person named."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    name = f"{DATABASE}_{worker}" if worker else DATABASE
    server = os.environ.get("AKSON_ADMIN_DATABASE_URL") or os.environ["DATABASE_URL"]
    os.environ["AKSON_ADMIN_DATABASE_URL"] = server
    os.environ["DATABASE_URL"] = with_login(server, login=LOGIN, database=name)


def has_own_server():
    named = {"DATABASE_URL", "AKSON_ADMIN_DATABASE_URL"} & set(os.environ)
    return bool(named) and OURS not in os.environ


class Plugin:
    """What happens to the cluster while pytest runs."""

    def __init__(self, cluster):
        self.cluster = cluster

    def pytest_sessionstart(self, session):
        if not distributes(session.config):
            self.cluster.start()

    def pytest_unconfigure(self):
        self.cluster.remove()


def distributes(config):
    """Tell whether this process only hands tests out to workers of xdist."""
    return config.pluginmanager.has_plugin("dsession")


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config):
    """Name the database, before anybody else gets to read the environment."""
    if has_own_server():
        use_own_server()
    else:
        cluster = ThrowawayPostgres()
        server = cluster.server
        os.environ[OURS] = "1"
        os.environ["DATABASE_URL"] = server.url(LOGIN, database=DATABASE)
        os.environ["AKSON_ADMIN_DATABASE_URL"] = server.url(database=DATABASE)
        early_config.pluginmanager.register(Plugin(cluster), "akson-throwaway")
    return (yield)
