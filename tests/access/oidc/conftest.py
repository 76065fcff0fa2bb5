"""Fixtures for sign-in with HelseID: the provider, and a browser that visits all hosts."""

from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from django.test import Client

from access.oidc.client_key import make_key, public_jwk
from access.person_number import read_number
from access.roles import Role
from access.services.person import set_person
from tenants.context import in_municipality
from tests import world as worlds
from tests.access.oidc.provider import CLIENT_ID, HPR, NUMBER, Provider

ADDRESS = "logg-inn.localhost"


def use_helseid(settings, *, issuer, key_file, origin=f"http://{ADDRESS}"):
    """Configure the product as the environment would."""
    settings.AKSON_SIGN_IN_HOST = urlsplit(origin).hostname
    settings.AKSON_HELSEID = {
        "ISSUER": issuer,
        "CLIENT_ID": CLIENT_ID,
        "KEY_FILE": str(key_file),
        "ORIGIN": origin,
    }


@pytest.fixture
def key_file(tmp_path):
    return tmp_path / "helseid.pem"


@pytest.fixture
def client_jwk(key_file):
    return public_jwk(make_key(key_file))


@pytest.fixture
def helseid(settings, key_file, client_jwk):
    """The provider, with the product as its client."""
    with Provider(f"http://{ADDRESS}/tilbake/", client_jwk) as provider:
        use_helseid(settings, issuer=provider.issuer, key_file=key_file)
        yield provider


class Browser:
    """One browser: follows redirects between hosts, and keeps each host's cookies apart."""

    def __init__(self, helseid):
        self.helseid = helseid
        self.clients = {}
        self.outside = httpx.Client(follow_redirects=False)
        self.visited = []

    def at(self, host):
        return self.clients.setdefault(host, Client(headers={"host": host}))

    def get(self, address):
        """Ask one address, and follow no redirect."""
        parts = urlsplit(address)
        self.visited.append(address)
        if address.startswith(self.helseid.issuer):
            return self.outside.get(address)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        answer = self.at(parts.hostname).get(path)
        if answer.has_header("Location") and answer["Location"].startswith("/"):
            answer["Location"] = f"http://{parts.hostname}{answer['Location']}"
        return answer

    def follow(self, address, *, until=None):
        """Go where one is sent, as far as it leads, or to an address with `until` in it."""
        for _ in range(12):
            if until and until in address:
                return address
            answer = self.get(address)
            if "Location" not in answer.headers:
                return answer
            address = urljoin(address, answer.headers["Location"])
        raise AssertionError(self.visited)


@pytest.fixture
def browser(helseid):
    made = Browser(helseid)
    yield made
    made.outside.close()


def is_the_account_of(user, number, *, by, hpr=HPR):
    """Let an account be a person's, with his number in the register of health personnel."""
    user.hpr_number = hpr
    user.save()
    return set_person(user, read_number(number), by=worlds.worker(by))


@pytest.fixture
def siri(world, administrator, user_of):
    """The nurse of the world, whom HelseID knows."""
    return is_the_account_of(user_of(world.nurse), NUMBER, by=administrator)


@pytest.fixture
def siri_in_fjell(fjell):
    """The same person's account in the neighbouring municipality."""
    with in_municipality(fjell):
        root = worlds.unit("Fjell kommune", kind="enterprise", orgnr="999999980")
        boss = worlds.person("berit.admin", (Role.LOCAL_ADMIN, root))
        user = worlds.person("siri.s", (Role.NURSE, worlds.unit("Vest", parent=root)))
        return is_the_account_of(user, NUMBER, by=boss)
