"""The product against a provider that others wrote and had certified."""

from types import SimpleNamespace

import pytest

from tests.access.oidc.conftest import ADDRESS, Browser, use_helseid
from tests.access.oidc.provider import NUMBER, claims_of
from tests.access.oidc.real_provider import running
from tests.access.oidc.test_signing_in import FJORD, signed_in

PEOPLE = {"siri": claims_of(), "weak": claims_of(level="3"), "olga": claims_of(hpr="")}


@pytest.fixture
def real(settings, key_file, client_jwk):
    """A browser that meets the certified provider."""
    with running(f"http://{ADDRESS}/tilbake/", client_jwk, PEOPLE) as issuer:
        use_helseid(settings, issuer=issuer, key_file=key_file)
        browser = Browser(SimpleNamespace(issuer=issuer))
        yield browser
        browser.outside.close()


def _sign_in(browser, who):
    page = browser.follow(f"{FJORD}/konto/helseid/")
    assert page.status_code == 200
    assert "Hvem er du?" in page.text
    answer = browser.outside.post(browser.visited[-1], data={"who": who})
    return browser.follow(answer.headers["Location"])


def test_the_certified_provider_signs_in_by_all_it_requires(siri, real):
    _sign_in(real, "siri")

    assert signed_in(real) == str(siri.pk)
    assert real.visited[-1] == f"{FJORD}/"
    assert NUMBER not in str(real.visited)


@pytest.mark.parametrize("who", ["weak", "olga"])
def test_what_it_says_of_a_person_counts(siri, real, who):
    answer = _sign_in(real, who)

    assert answer.status_code == 403
    assert signed_in(real) is None


def test_the_second_sign_in_asks_again_who_one_is(siri, real):
    _sign_in(real, "siri")
    real.at("fjord.localhost").post("/konto/logg-ut/")

    _sign_in(real, "siri")

    assert signed_in(real) == str(siri.pk)
