"""The consortium's first account is made by a command; its password is on no command line."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from access.accounts.models import User
from access.consortium.models import ConsortiumEvent
from tenants.context import in_consortium
from tests.world import PASSWORD

WHO = ("--given", "Sigurd", "--family", "Skrede")


@pytest.fixture
def make(database, monkeypatch):
    def make(username, first, second=None):
        typed = f"{first}\n{first if second is None else second}\n"
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        call_command("make_consortium_account", username, *WHO, stdout=io.StringIO())

    return make


def test_first_account_has_charge_of_security_and_may_not_everything(make):
    make("Sigurd.Skrede", PASSWORD)

    with in_consortium():
        user = User.objects.get(username="sigurd.skrede")
        assert user.check_password(PASSWORD)
        assert [group.name for group in user.groups.all()] == ["security"]
        assert (user.is_staff, user.is_superuser) == (True, False)
        event = ConsortiumEvent.objects.get()
        assert (event.action, event.object_id) == ("added", str(user.pk))


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [("kort", None, "minst"), (PASSWORD, "noe helt annet", "like")],
)
def test_password_that_will_not_do_makes_no_account(make, first, second, told):
    with pytest.raises(CommandError, match=told):
        make("sigurd.skrede", first, second)

    with in_consortium():
        assert not User.objects.exists()
        assert not ConsortiumEvent.objects.exists()


def test_name_that_is_taken_is_told(make):
    make("sigurd.skrede", PASSWORD)

    with pytest.raises(CommandError, match="allerede"):
        make("sigurd.skrede", PASSWORD)
