"""Host names lead to one place each, and a request leaves nothing behind."""

import re

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, connection
from django.test import Client

from tenants import directory
from tenants.context import in_consortium, in_municipality, is_somewhere
from tenants.models import Domain, Municipality
from tenants.request_id import RequestIdFilter, request_id
from tenants.services import add_domain


@pytest.fixture
def visit(database, settings):
    """Ask a host for a page, through nothing but the middleware under test."""
    settings.MIDDLEWARE = ["tenants.middleware.MunicipalityMiddleware"]
    settings.ROOT_URLCONF = "tests.tenants.urls"
    settings.PUBLIC_SCHEMA_URLCONF = "tests.tenants.urls_consortium"
    settings.AKSON_CONSORTIUM_HOSTS = ["konsortium.localhost"]
    settings.ALLOWED_HOSTS = ["*"]

    def get(host, path="/groups/", **options):
        return Client(**options).get(path, HTTP_HOST=host)

    return get


def test_host_name_leads_to_its_municipality(visit, two_municipalities):
    for municipality in two_municipalities:
        found = visit(f"{municipality.schema_name}.localhost:8000").json()

        assert found == {
            "tenant": municipality.name,
            "groups": [f"secret of {municipality.name}"],
            "place": "municipality",
            "id_is_known": True,
        }


def test_answer_and_program_log_name_the_request(visit, caplog):
    first, second = visit("fjord.localhost"), visit("unknown.localhost")

    assert re.fullmatch("[0-9a-f]{32}", first["X-Request-ID"])
    assert second["X-Request-ID"] != first["X-Request-ID"]

    caplog.handler.addFilter(RequestIdFilter())
    caplog.clear()
    failed = visit("fjord.localhost", "/failing/", raise_request_exception=False)
    missing = visit("fjord.localhost", "/nowhere/")
    said = [line.request_id for line in caplog.records if line.name == "django.request"]
    assert said == [failed["X-Request-ID"], missing["X-Request-ID"]]


def test_host_name_is_compared_without_case_and_trailing_dot(visit):
    assert visit("FJORD.localhost").status_code == 200
    assert visit("fjord.localhost.").status_code == 200


@pytest.mark.parametrize("host", ["unknown.localhost", "localhost", "fjord", "æ ø", ""])
def test_unknown_host_is_a_plain_404(visit, host):
    response = visit(host)

    assert response.status_code == 404
    assert "Denne adressen finnes ikke" in response.content.decode()


@pytest.mark.parametrize("state", ["listed", "creating", "failed"])
def test_municipality_not_in_operation_is_a_404(visit, fjord, state):
    with in_consortium():
        Municipality.objects.filter(pk=fjord.pk).update(state=state)
    directory.invalidate()

    assert visit("fjord.localhost").status_code == 404


def test_consortium_has_its_own_addresses_and_tables(visit):
    assert visit("konsortium.localhost", "/register/").json() == {
        "count": 2,
        "tenant": None,
    }
    assert visit("konsortium.localhost", "/hjem/").content == b"/hjem/"
    assert visit("konsortium.localhost", "/groups/").status_code == 404
    assert visit("fjord.localhost", "/").content == b"/"


def test_municipality_cannot_read_the_register(visit):
    with pytest.raises(DatabaseError):
        visit("fjord.localhost", "/register/")


def test_nothing_stays_behind_after_a_request(visit, two_municipalities):
    visit("fjord.localhost")

    _assert_nowhere()


def test_nothing_stays_behind_after_an_error(visit, two_municipalities):
    with pytest.raises(ZeroDivisionError):
        visit("fjord.localhost", "/failing/")
    _assert_nowhere()

    response = visit("fjord.localhost", "/failing/", raise_request_exception=False)
    assert response.status_code == 500
    _assert_nowhere()

    assert visit("fjell.localhost").json()["groups"] == ["secret of Fjell"]


def test_rows_streamed_after_the_request_are_denied(visit, two_municipalities):
    response = visit("fjord.localhost", "/streaming/")

    with pytest.raises(DatabaseError):
        b"".join(response.streaming_content)


def test_request_starts_nowhere_even_if_the_thread_was_somewhere(visit, fjord):
    with in_municipality(fjord):
        assert visit("unknown.localhost").status_code == 404
        assert visit("fjell.localhost").json()["tenant"] == "Fjell"
        assert Group.objects.count() == 0


def test_new_host_name_leads_somewhere_at_once(visit, fjord):
    assert visit("ny.localhost").status_code == 404

    with in_consortium():
        add_domain(fjord, host="Ny.localhost")

    assert visit("ny.localhost").json()["tenant"] == "Fjord"


def test_requests_do_not_ask_the_register_each_time(
    visit, fjord, django_assert_num_queries
):
    visit("fjord.localhost")

    with django_assert_num_queries(1):
        visit("fjord.localhost")


def test_change_made_by_another_process_is_seen_when_its_version_is(
    visit, fjord, monkeypatch
):
    assert visit("fjord.localhost").status_code == 200
    with in_consortium():
        Domain.objects.filter(tenant=fjord).delete()
    assert visit("fjord.localhost").status_code == 200

    directory.announce()  # as the other process does
    monkeypatch.setattr(directory, "ASK_EVERY_S", 0.0)

    assert visit("fjord.localhost").status_code == 404


def test_map_grows_old_where_there_is_no_cache(visit, fjord, monkeypatch, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "unix:///nonexistent/redis.sock",
        }
    }
    assert visit("fjord.localhost").status_code == 200
    with in_consortium():
        Domain.objects.filter(tenant=fjord).delete()
    directory.announce()  # nobody hears it
    monkeypatch.setattr(directory, "ASK_EVERY_S", 0.0)
    assert visit("fjord.localhost").status_code == 200

    monkeypatch.setattr(directory, "MAX_AGE_S", 0.0)

    assert visit("fjord.localhost").status_code == 404


def _assert_nowhere():
    assert not is_somewhere()
    assert request_id.get() == ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_setting('search_path')")
        assert cursor.fetchone() == ("akson_app", "pg_catalog")
