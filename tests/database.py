"""The tests' databases: one made once, as an installation is, and copies of it.

A test that touches the access log or the doors it opens needs real transactions, so
nothing can be rolled back behind it. It gets a copy instead, which takes some 40 ms.
"""

import os
from contextlib import ExitStack, contextmanager
from itertools import count

import psycopg
from celery.signals import task_postrun, task_prerun
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from psycopg import sql

from tenants import directory, roles
from tenants.bootstrap import bootstrap, open_to_logins
from tenants.context import in_consortium, second_connection, this_connection
from tenants.models import Municipality
from tenants.provisioning import create_schema
from tenants.services import add_domain

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
        server.execute(
            sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(
                sql.Identifier(name)
            )
        )
    return name


@contextmanager
def fresh_copy(original):
    """Point the process at a copy of a database for a block, and drop it afterwards."""
    name = f"{original}_{next(_numbers)}"
    connection = this_connection()
    before = connection.settings_dict["NAME"]
    with as_superuser() as server:
        roles_before = _municipalities_roles(server)
        server.execute(_drop(name))
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(original)
            )
        )
        open_to_logins(server, name)
        connection.close()
        # One dictionary for all threads, so that a test's server finds the copy too.
        connection.settings_dict["NAME"] = name
        _forget()
        try:
            with other_processes():
                yield name
        finally:
            connection.close()
            connection.set_schema_to_public()
            connection.settings_dict["NAME"] = before
            _forget()
            server.execute(_drop(name))
            # Roles belong to the whole server, and would outlive the database.
            for role in _municipalities_roles(server) - roles_before:
                server.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))


# Tasks that tests run at once, and the login of the process whose work they are.
_LOGIN_OF = {
    "tenants.jobs.provision_municipality": roles.MIGRATOR,
    "access.jobs.review_access_log": roles.WORKER,
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
