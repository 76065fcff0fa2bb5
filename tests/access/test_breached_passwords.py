"""New passwords are held against a file of breached ones, when the operator has put one there."""

from hashlib import sha1

import pytest
from hypothesis import given
from hypothesis import strategies as st

from access.breached_passwords import is_breached
from tests import world as worlds

ASTRAY = "sommerfugl-i-vinterland"


def _hash(password):
    return sha1(password.encode(), usedforsecurity=False).hexdigest().upper()


@pytest.fixture
def listed(tmp_path, settings):
    """`listed(*passwords)` puts a file there, as Have I Been Pwned makes it."""

    def _list(*passwords, newline="\r\n"):
        path = tmp_path / "pwned.txt"
        lines = sorted(f"{_hash(one)}:{len(one)}" for one in passwords)
        path.write_bytes("".join(line + newline for line in lines).encode())
        settings.AKSON_BREACHED_PASSWORDS = str(path)
        return path

    return _list


@given(st.sets(st.text(max_size=8), max_size=40), st.text(max_size=8))
def test_file_is_searched_as_a_list_would_be(tmp_path_factory, passwords, other):
    path = tmp_path_factory.mktemp("pwned") / "pwned.txt"
    lines = sorted(f"{_hash(one)}:{7 ** len(one)}\n" for one in passwords)
    path.write_text("".join(lines))

    assert all(is_breached(one, path) for one in passwords)
    assert is_breached(other, path) is (other in passwords)


def _change(browser, new):
    typed = {"oldpassword": worlds.PASSWORD, "password1": new, "password2": new}
    return browser.post("/konto/passord/", typed)


def test_password_of_the_list_is_refused_and_another_is_taken(
    world, browser, sign_in, listed
):
    listed(ASTRAY, "noe annet", "og noe tredje")
    sign_in("siri.sykepleier")

    refused = _change(browser, ASTRAY)

    assert refused.status_code == 422
    assert "kommet på avveie" in refused.text
    assert _change(browser, "et-annet-og-eget-passord").status_code == 302


def test_without_a_list_nothing_is_looked_up(world, browser, sign_in, settings):
    settings.AKSON_BREACHED_PASSWORDS = ""
    sign_in("siri.sykepleier")

    assert _change(browser, ASTRAY).status_code == 302
