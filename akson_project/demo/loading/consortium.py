"""The demo's consortium: a person of each role, and one who asks a municipality for a way to help."""

from datetime import date, timedelta

from django.contrib.auth.models import Group

from access.accounts.models import User
from access.models import SupportGrant
from access.services import support
from akson_project.demo.tour import CONSORTIUM_STAFF, CONSORTIUM_USERNAME
from audit.entry import Client
from tenants.alarms.models import AlarmReceiver
from tenants.context import in_consortium, in_municipality
from tenants.models import Municipality
from tenants.modules.models import ModuleSetting
from tenants.modules.registry import Module, State
from tenants.suspending import services as suspending

_LEAVING = "Kommunen vurderer å melde seg ut."
_REASON = "Vi vil se hvorfor kontrollen av tilgangsloggen går sent om natta."


def make_staff(*, password: str) -> None:
    """One person of each role, and one who has them all; nobody bypasses the roles."""
    everything = [one[0] for one in CONSORTIUM_STAFF]
    people = [(everything, CONSORTIUM_USERNAME, "Kari", "Konsortiet")]
    people += [([one[0]], *one[1:]) for one in CONSORTIUM_STAFF]
    with in_consortium():
        for roles, username, given, family in people:
            if User.objects.filter(username=username).exists():
                continue
            user = User.objects.create_user(
                username,
                password=password,
                first_name=given,
                last_name=family,
                is_staff=True,
            )
            user.groups.set(Group.objects.filter(name__in=roles))


def receive_alarms() -> None:
    """Let somebody on duty be told of alarms, of every municipality."""
    with in_consortium():
        AlarmReceiver.objects.get_or_create(
            municipality=None,
            channel=AlarmReceiver.Channel.MAIL,
            address="vakt@konsortiet.example",
        )


def ask_for_support(municipality: Municipality) -> None:
    """Let the one who helps ask to see how a municipality is set up, once."""
    helpers = [
        username for role, username, *_names in CONSORTIUM_STAFF if role == "support"
    ]
    with in_consortium():
        helper = User.objects.get(username=helpers[0])
    with in_municipality(municipality):
        if not SupportGrant.objects.exists():
            client = Client(channel="demo")
            support.ask(reason=_REASON, hours=4, by=helper, client=client)


def govern(municipality: Municipality, *, today: date) -> None:
    """Let a municipality only read in a module, and somebody propose that it is suspended; once.

    Nobody has confirmed it, so its people notice nothing.
    """
    by = [username for role, username, *_names in CONSORTIUM_STAFF if role == "rollout"]
    with in_consortium():
        ModuleSetting.objects.get_or_create(
            municipality=municipality,
            module=Module.LEGEVAKT,
            defaults={"state": State.READING},
        )
        if not municipality.suspensions.exists():
            suspending.propose(
                municipality,
                on=today + timedelta(days=30),
                reason=_LEAVING,
                by=by[0],
            )
