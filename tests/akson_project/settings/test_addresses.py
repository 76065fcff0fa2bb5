"""DATABASE_URL and REDIS_URL: every form the README names, and what is none of them."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from akson_project.settings.database import (
    database_settings,
)
from akson_project.settings.servers import (
    broker_url,
    cache_settings,
    cache_url,
)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://akson_app@/akson?host=/run/a%20b",
            ("akson", "akson_app", "", "/run/a b", "", {}),
        ),
        (
            "postgresql://akson_app@:5432/akson?host=/run/akson",
            ("akson", "akson_app", "", "/run/akson", "5432", {}),
        ),
        (
            "postgres://akson_app:p%40ss@db.example:6432/akson?sslmode=require",
            (
                "akson",
                "akson_app",
                "p@ss",
                "db.example",
                "6432",
                {"sslmode": "require"},
            ),
        ),
        (
            "postgresql:///?host=/run&dbname=akson&user=akson_worker&port=1&password=x",
            ("akson", "akson_worker", "x", "/run", "1", {}),
        ),
    ],
)
def test_database_url_is_read(url, expected):
    found = database_settings(url)

    names = ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    assert tuple(found[name] for name in names) == expected
    assert found["ENGINE"] == "tenants.database"
    assert found["ATOMIC_REQUESTS"] is False


def test_settings_load_without_a_database():
    assert database_settings("")["USER"] == "nobody"


@pytest.mark.parametrize(
    "url", ["mysql://a@b/c", "postgresql://akson_app@/", "postgresql:///akson", "akson"]
)
def test_what_is_no_database_url_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        database_settings(url)


@pytest.mark.parametrize(
    ("url", "broker", "cache"),
    [
        ("redis://h:6379/0", "redis://h:6379/0", "redis://h:6379/1"),
        ("redis://:pw@h", "redis://:pw@h/0", "redis://:pw@h/1"),
        ("rediss://h:1/4", "rediss://h:1/4", "rediss://h:1/5"),
        (
            "redis+socket:///run/valkey.sock",
            "redis+socket:///run/valkey.sock?virtual_host=0",
            "unix:///run/valkey.sock?db=1",
        ),
        ("", "redis://localhost:6379/0", "redis://localhost:6379/1"),
    ],
)
def test_queue_and_cache_have_a_database_each(url, broker, cache):
    assert broker_url(url) == broker
    assert cache_url(url) == cache
    assert cache_settings(url)["LOCATION"] == cache


@pytest.mark.parametrize(
    "url", ["http://h", "redis:///0", "redis://h/x", "redis+socket:"]
)
def test_what_is_no_redis_url_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="REDIS_URL"):
        broker_url(url)
