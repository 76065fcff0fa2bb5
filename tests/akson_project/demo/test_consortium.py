"""The demo's consortium has somebody of each role, and one of them asks to help."""

from access.accounts.models import User
from access.consortium.roles import StaffRole
from access.models import SupportGrant
from akson_project.demo.loading.consortium import (
    ask_for_support,
    govern,
    make_staff,
    receive_alarms,
)
from akson_project.demo.tour import today
from tenants import roles
from tenants.alarms.models import AlarmReceiver
from tenants.context import in_consortium, in_municipality
from tests.database import as_login
from tests.world import PASSWORD


def test_each_role_has_a_person_and_support_is_asked_for_once(fjord):
    with as_login(roles.MIGRATOR):
        for _start in range(2):
            make_staff(password=PASSWORD)
            receive_alarms()
            ask_for_support(fjord)
            govern(fjord, today=today())

    with in_consortium():
        held = {
            user.username: {group.name for group in user.groups.all()}
            for user in User.objects.all()
        }
        assert not User.objects.filter(is_superuser=True).exists()
    assert held.pop("konsortium") == set(StaffRole.values)
    assert sorted(map(sorted, held.values())) == sorted([role] for role in StaffRole)
    with in_municipality(fjord):
        assert SupportGrant.objects.get().state == "waiting"
    with in_consortium():
        assert AlarmReceiver.objects.get().is_active
        assert fjord.modules.get().state == "reading"
        assert fjord.suspensions.get().confirmed_at is None
