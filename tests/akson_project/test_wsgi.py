"""From which address a request comes, behind a proxy and without one."""

import pytest

from akson_project.wsgi import behind_proxies

PROXY = "10.0.0.5"


def address_seen(remote, forwarded=None):
    seen = {}

    def application(environ, _start_response):
        seen.update(environ)
        return []

    environ = {"REMOTE_ADDR": remote}
    if forwarded is not None:
        environ["HTTP_X_FORWARDED_FOR"] = forwarded
    behind_proxies(application)(environ, None)
    return seen["REMOTE_ADDR"]


@pytest.mark.parametrize(
    ("remote", "forwarded", "seen"),
    [
        (PROXY, "203.0.113.7", "203.0.113.7"),
        (PROXY, "203.0.113.7, 192.168.7.9", "203.0.113.7"),
        (PROXY, "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (PROXY, None, PROXY),
        ("203.0.113.8", "198.51.100.1", "203.0.113.8"),
    ],
    ids=["one", "two proxies", "made up", "silent", "past the proxy"],
)
def test_address_is_what_the_trusted_proxies_say(settings, remote, forwarded, seen):
    settings.AKSON_TRUSTED_PROXIES = [PROXY, "192.168.7.0/24"]

    assert address_seen(remote, forwarded) == seen


def test_nobody_is_believed_where_there_is_no_proxy(settings):
    settings.AKSON_TRUSTED_PROXIES = []

    assert address_seen(PROXY, "198.51.100.1") == PROXY
