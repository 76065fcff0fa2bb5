"""The tests' databases: one made once, as an installation is, and copies of it.

A test that touches the access log or the doors it opens needs real transactions, so
nothing can be rolled back behind it. It gets a copy instead, which takes some 40 ms.
"""

import os
import pickle
from contextlib import ExitStack, contextmanager
from itertools import count

import psycopg
from celery.signals import task_postrun, task_prerun
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone
from psycopg import sql

from tenants import directory, roles
from tenants.bootstrap import bootstrap, open_to_logins
from tenants.context import (
    in_consortium,
    in_directory,
    in_municipality,
    second_connection,
    this_connection,
)
from tenants.models import Municipality
from tenants.provisioning import create_schema
from tenants.services import add_domain
from tests import world as worlds

FJORD = {"schema_name": "fjord", "name": "Fjord", "orgnr": "999999999"}
FJELL = {"schema_name": "fjell", "name": "Fjell", "orgnr": "999999980"}
COUNTY = {"county_number": "99", "county_name": "Fylket"}

_numbers = count(1)


@contextmanager
def as_superuser(database="postgres"):
    """Connect past every wall, to look or to do harm."""
    url = os.environ["AKSON_ADMIN_DATABASE_URL"]
    with psycopg.connect(url, dbname=database, autocommit=True) as connection:
        yield connection


@contextmanager
def as_login(login):
    """Let this thread's Django connection log in as another, from nowhere."""
    with second_connection(login=login, password=password_of(login)) as connection:
        connection.set_schema_to_public()
        yield connection


def build():
    """Make the database that tests copy: bootstrapped, migrated, with two municipalities."""
    name = settings.DATABASES["default"]["NAME"]
    with as_superuser() as server:
        server.execute(_drop(name))
    own_server = "AKSON_SECRET_KEY" in os.environ
    bootstrap(
        os.environ["AKSON_ADMIN_DATABASE_URL"],
        database=name,
        password_of=password_of if own_server else None,
    )
    with as_login(roles.MIGRATOR):
        call_command("migrate_schemas", shared=True, verbosity=0)
        with in_consortium():
            for language, facts in (("nb", FJORD), ("nn", FJELL)):
                municipality = Municipality.objects.create(
                    official_name=facts["name"], language=language, **facts, **COUNTY
                )
                add_domain(municipality, host=f"{municipality.schema_name}.localhost")
                create_schema(municipality)
    this_connection().close()
    with as_superuser() as server:
        _close(server, name)
    return name


@contextmanager
def fresh_copy(original):
    """Point the process at a copy of a database for a block, and drop it afterwards."""
    name = f"{original}_{next(_numbers)}"
    with as_superuser() as server:
        roles_before = _municipalities_roles(server)
        _copy(server, original, name)
        try:
            with _pointed_at(name), other_processes():
                yield name
        finally:
            server.execute(_drop(name))
            # Roles belong to the whole server, and would outlive the database.
            for role in _municipalities_roles(server) - roles_before:
                server.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))


class Inhabited:
    """The tests' database with the world in it that most tests happen in.

    To build the world takes longer than to copy it, so it is built once; and again on
    a new day, as what it says of today would not be true any more.
    """

    def __init__(self, original):
        self._original = original
        self._day = None
        self._world = b""

    @property
    def name(self):
        """The database to copy, with today's world in it."""
        if self._day != timezone.localdate():
            self._build(timezone.localdate())
        return self._named(self._day)

    def world(self):
        """What the test knows of the world: its own to change."""
        return pickle.loads(self._world)  # noqa: S301 - our own, made above

    def _named(self, day):
        return f"{self._original}_inhabited_{day:%j}"

    def _build(self, day):
        name = self._named(day)
        with as_superuser() as server:
            _copy(server, self._original, name)
            with _pointed_at(name):
                with in_directory():
                    fjord = Municipality.objects.get(schema_name="fjord")
                with in_municipality(fjord):
                    self._world = pickle.dumps(worlds.build())
            _close(server, name)
        self._day = day


def _copy(server, original, name):
    server.execute(_drop(name))
    server.execute(
        sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
            sql.Identifier(name), sql.Identifier(original)
        )
    )
    open_to_logins(server, name)


def _close(server, name):
    """Let nobody in any more, so that the database can be copied at any time."""
    server.execute(
        sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(
            sql.Identifier(name)
        )
    )


@contextmanager
def _pointed_at(name):
    connection = this_connection()
    original = connection.settings_dict["NAME"]
    connection.close()
    # One dictionary for all threads, so that a test's server finds the copy too.
    connection.settings_dict["NAME"] = name
    _forget()
    try:
        yield
    finally:
        connection.close()
        connection.set_schema_to_public()
        connection.settings_dict["NAME"] = original
        _forget()


# Tasks that tests run at once, and the login of the process whose work they are.
_LOGIN_OF = {
    "tenants.jobs.provision_municipality": roles.MIGRATOR,
    "access.jobs.review_access_log": roles.WORKER,
    "access.jobs.count_use": roles.WORKER,
}


@contextmanager
def other_processes():
    """Let tasks that tests run at once log in as the process they belong to."""
    logged_in = ExitStack()

    def before(sender=None, **_kwargs):
        if login := _LOGIN_OF.get(sender.name):
            logged_in.enter_context(
                second_connection(login=login, password=password_of(login))
            )

    def after(sender=None, **_kwargs):
        if sender.name in _LOGIN_OF:
            logged_in.close()

    task_prerun.connect(before, weak=False)
    task_postrun.connect(after, weak=False)
    try:
        yield
    finally:
        task_prerun.disconnect(before)
        task_postrun.disconnect(after)


def password_of(login):
    """Give a login's password; without a secret key nobody asks for one."""
    return roles.login_password(os.environ.get("AKSON_SECRET_KEY", ""), login)


def _municipalities_roles(server):
    found = server.execute("SELECT rolname FROM pg_roles WHERE rolname ~ '^[tw]_'")
    return {name for (name,) in found}


def _drop(name):
    return sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(
        sql.Identifier(name)
    )


def _forget():
    cache.clear()
    ContentType.objects.clear_cache()
    directory.invalidate()
