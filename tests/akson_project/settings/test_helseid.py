"""What the environment may say of HelseID."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from akson_project.settings.helseid import helseid_settings, sign_in_host

WHOLE = {
    "AKSON_HELSEID_ISSUER": "https://helseid.example",
    "AKSON_HELSEID_CLIENT_ID": "akson",
    "AKSON_HELSEID_KEY_FILE": "/etc/akson/helseid.pem",
    "AKSON_HELSEID_ORIGIN": "https://Logg-inn.akson.example/",
}


def test_nothing_said_means_no_helseid():
    assert helseid_settings({"AKSON_HELSEID_ISSUER": " "}) == {}
    assert sign_in_host({}) == ""


def test_all_is_read():
    found = helseid_settings(WHOLE)

    assert found["ORIGIN"] == "https://logg-inn.akson.example"
    assert sign_in_host(found) == "logg-inn.akson.example"
    assert sign_in_host({"ORIGIN": "http://logg-inn.localhost:8000"}) == (
        "logg-inn.localhost"
    )


@pytest.mark.parametrize("name", WHOLE)
def test_a_part_that_is_missing_is_named(name):
    with pytest.raises(ImproperlyConfigured, match=name):
        helseid_settings({**WHOLE, name: ""})


@pytest.mark.parametrize(
    "change",
    [
        {"AKSON_HELSEID_ISSUER": "http://helseid.example"},
        {"AKSON_HELSEID_ISSUER": "helseid.example"},
        {"AKSON_HELSEID_ORIGIN": "http://logg-inn.akson.example"},
        {"AKSON_HELSEID_ORIGIN": "https://akson.example/inn/"},
    ],
)
def test_an_address_that_is_not_safe_is_refused(change):
    with pytest.raises(ImproperlyConfigured):
        helseid_settings({**WHOLE, **change})
