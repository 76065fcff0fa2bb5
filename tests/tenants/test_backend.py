"""The connection: where it starts, what it remembers, and what it gives back."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, transaction
from django_tenants.utils import schema_context, tenant_context

from tenants import roles
from tenants.context import (
    UnknownMunicipalityError,
    current_municipality,
    in_consortium,
    in_directory,
    in_municipality,
    in_municipality_with_id,
    is_somewhere,
    second_connection,
    this_connection,
)
from tenants.database.base import DatabaseWrapper
from tenants.models import Municipality
from tests.database import as_login, as_superuser


def session():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_setting('search_path')")
        return cursor.fetchone()


def fail():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 / 0")


NOWHERE = ("akson_app", "pg_catalog")


def test_new_connection_stands_nowhere(database):
    assert session() == NOWHERE
    assert not is_somewhere()
    assert current_municipality() is None


def test_each_place_has_its_role_and_path(fjord):
    with in_directory():
        assert session() == ("akson_directory", "public, extensions")
    with in_consortium():
        assert session() == ("akson_consortium", "public, extensions")
    with in_municipality(fjord):
        assert session() == ("t_fjord", "fjord, public, extensions")
        assert current_municipality() == fjord
    assert session() == NOWHERE


def test_place_before_is_restored_after_an_error(fjord, fjell):
    with in_municipality(fjord):
        with pytest.raises(DatabaseError), in_municipality(fjell):
            fail()
        assert session()[0] == "t_fjord"
    assert session() == NOWHERE


def test_municipality_is_found_by_its_id_while_in_operation(fjord):
    with in_municipality_with_id(fjord.pk) as found:
        assert (found, session()[0]) == (fjord, "t_fjord")

    with in_consortium():
        Municipality.objects.filter(pk=fjord.pk).update(state="failed")
    with pytest.raises(UnknownMunicipalityError), in_municipality_with_id(fjord.pk):
        pass
    assert session() == NOWHERE


def test_place_is_told_once_and_not_for_each_statement(fjord, fjell, monkeypatch):
    sent = []
    wrapper = this_connection()
    send = wrapper._send

    def note(message):
        sent.append(message)
        send(message)

    monkeypatch.setattr(wrapper, "_send", note)

    with in_municipality(fjord):
        for _ in range(5):
            session()
        with in_municipality(fjell):
            pass
        session()
    with in_municipality(fjord):
        session()

    assert sent == [
        b'SET ROLE "t_fjord"; SET search_path = "fjord", "public", "extensions"'
    ]


def test_new_connection_in_the_middle_of_a_place_is_told_again(fjord):
    with in_municipality(fjord):
        session()
        connection.close()
        assert session()[0] == "t_fjord"


def test_connection_lost_in_the_middle_of_a_place_is_told_again(fjord):
    with in_municipality(fjord):
        with as_superuser() as server:
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE usename = 'akson_app'"
            )
        with pytest.raises(DatabaseError):
            session()
        connection.close_if_unusable_or_obsolete()
        assert session()[0] == "t_fjord"


def test_aborted_transaction_says_so_and_nothing_else(fjord, fjell):
    with in_municipality(fjord), transaction.atomic():
        with pytest.raises(DatabaseError):
            fail()
        with (
            in_municipality(fjell),
            pytest.raises(DatabaseError, match="current transaction is aborted"),
        ):
            session()
        transaction.set_rollback(True)
    with in_municipality(fjord):
        assert session()[0] == "t_fjord"


def test_django_tenants_contexts_come_and_go(fjord, fjell):
    with in_municipality(fjord):
        with schema_context("fjell"):
            assert session()[0] == "t_fjell"
        assert session()[0] == "t_fjord"
        with tenant_context(fjell):
            assert session()[0] == "t_fjell"
        assert current_municipality() == fjord
    with in_consortium():
        with schema_context("fjord"):
            assert session()[0] == "t_fjord"
        assert session()[0] == "akson_consortium"
    with schema_context("public"):
        assert session() == NOWHERE


def test_migrator_is_the_owner_everywhere(fjord):
    with as_login(roles.MIGRATOR):
        assert session() == ("akson_owner", "public, extensions")
        with in_municipality(fjord):
            assert session() == ("akson_owner", "fjord, public, extensions")


def test_sealer_assumes_no_municipality_s_role(fjord):
    with as_login(roles.SEALER):
        assert session()[0] == "akson_sealer"
        with in_municipality(fjord):
            assert session() == ("akson_sealer", "fjord, public, extensions")


def test_login_with_another_door_is_refused(database):
    with as_login(roles.BACKUP), pytest.raises(roles.RoleError):
        session()


def test_time_zone_is_the_roles_and_never_set(database):
    with connection.cursor() as cursor:
        cursor.execute("SELECT source FROM pg_settings WHERE name = 'TimeZone'")
        assert cursor.fetchone() == ("user",)
    with second_connection() as other:
        other.settings_dict["TIME_ZONE"] = "Europe/Oslo"
        with pytest.raises(ImproperlyConfigured):
            other.ensure_connection()


def test_connection_goes_back_to_a_pool_as_it_was_born(fjord, monkeypatch):
    found = []

    class Pool:
        def putconn(self, raw):
            asked = "SELECT current_user, current_setting('statement_timeout')"
            found.append(None if raw.closed else raw.execute(asked).fetchone())
            raw.close()

    for is_lost in (False, True):
        with in_municipality(fjord):
            with connection.cursor() as cursor:
                cursor.execute("SET statement_timeout = 1000")
                cursor.execute("SELECT 1")
            raw = this_connection().connection
            raw._pool = Pool()
            raw.autocommit = False
            raw.execute("SELECT 1")
            if is_lost:
                raw.pgconn.finish()
            with monkeypatch.context() as pooled:
                pooled.setattr(DatabaseWrapper, "pool", raw._pool)
                connection.close()

    assert found == [("akson_app", "0"), None]


def test_second_connection_writes_while_the_first_is_in_a_transaction(fjord):
    with in_municipality(fjord):
        with transaction.atomic():
            Group.objects.create(name="undone")
            with second_connection():
                assert not Group.objects.filter(name="undone").exists()
                Group.objects.create(name="kept")
            transaction.set_rollback(True)

        assert [group.name for group in Group.objects.all()] == ["kept"]


def test_content_types_of_two_schemas_do_not_mix(fjord, fjell):
    with in_municipality(fjell):
        ContentType.objects.create(pk=9999, app_label="odd", model="thing")
    with in_municipality(fjord):
        ContentType.objects.create(pk=8888, app_label="odd", model="thing")

    for _ in range(2):
        for municipality, pk in ((fjord, 8888), (fjell, 9999)):
            with in_municipality(municipality):
                assert ContentType.objects.get_by_natural_key("odd", "thing").pk == pk
                assert ContentType.objects.get_for_id(pk).model == "thing"
                with pytest.raises(ContentType.DoesNotExist):
                    ContentType.objects.get_for_id(8888 + 9999 - pk)


def test_content_types_are_read_once_for_each_schema(fjord, django_assert_num_queries):
    with in_municipality(fjord):
        ContentType.objects.get_for_model(Group)
    with in_municipality(fjord), django_assert_num_queries(0):
        ContentType.objects.get_for_model(Group)


def test_copy_still_works(fjord):
    with in_municipality(fjord), connection.cursor() as cursor:
        with cursor.copy("COPY auth_group (name) FROM STDIN") as copy:
            copy.write_row(["copied"])
        assert Group.objects.get().name == "copied"


def test_large_results_come_through_a_server_side_cursor(fjord):
    with in_municipality(fjord):
        Group.objects.bulk_create(Group(name=f"group {n}") for n in range(50))
        with transaction.atomic():
            assert len(list(Group.objects.iterator(chunk_size=7))) == 50
        assert len(list(Group.objects.iterator(chunk_size=7))) == 50
