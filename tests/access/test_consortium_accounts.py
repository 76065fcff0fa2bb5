"""The consortium's own accounts: theirs alone, and locked out like everybody's."""

from django.urls import reverse

from access.accounts.models import User
from tenants.context import in_consortium
from tests import world as worlds
from tests.access.conftest import new_browser

USERS = "/admin/accounts/user/"


def test_the_consortiums_administration_locks_out_too(fjord):
    consortium = new_browser("konsortium.localhost")
    with in_consortium():
        User.objects.create_superuser("kari.konsortium", password=worlds.PASSWORD)
    typed = {"username": "kari.konsortium", "password": "feil"}

    answers = [consortium.post("/admin/login/?next=/admin/", typed) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [200] * 4 + [429]
    assert "stengt i 15 minutter" in answers[-1].text
    right = consortium.post(
        "/admin/login/?next=/admin/", typed | {"password": worlds.PASSWORD}
    )
    assert right.status_code == 429


def test_the_consortium_keeps_its_own_accounts(fjord):
    consortium = new_browser("konsortium.localhost")
    with in_consortium():
        User.objects.create_superuser("kari.konsortium", password=worlds.PASSWORD)
    consortium.post(
        "/admin/login/?next=/admin/",
        {"username": "Kari.Konsortium", "password": worlds.PASSWORD},
    )

    assert consortium.get("/").url == "/admin/"
    assert consortium.get("/admin/login/?next=/admin/").url == "/admin/"
    for path in ("/admin/", USERS, f"{USERS}add/"):
        assert consortium.get(path).status_code == 200
    answer = consortium.post(
        f"{USERS}add/",
        {
            "username": "Ola.Drift",
            "password1": "en-helt-ny-fjord",
            "password2": "en-helt-ny-fjord",
            "usable_password": "true",
        },
    )
    assert answer.status_code == 302
    with in_consortium():
        assert User.objects.filter(username="ola.drift").exists()


def test_the_two_hosts_share_no_account(world, sign_in):
    consortium = new_browser("konsortium.localhost")

    answer = consortium.post(
        "/admin/login/?next=/admin/",
        {"username": "siri.sykepleier", "password": worlds.PASSWORD},
    )

    assert answer.status_code == 200
    assert reverse("account_login") == "/konto/logg-inn/"
    assert new_browser().get("/admin/tenants/").status_code == 302
