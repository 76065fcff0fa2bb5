"""The consortium switches a module off: to be read first, where it is in use."""

import pytest
from django.contrib.auth.models import Group

from access.accounts.models import User
from tenants import directory
from tenants.context import in_consortium
from tenants.modules.models import ModuleSetting
from tests.contracts import consortium_walk as walk

MODULES = "/admin/tenants/modulesetting/"


@pytest.fixture
def ivar(fjord):
    """Somebody who follows the rollout."""
    with in_consortium():
        browser = walk.signed_in("ivar.inn")
        person = User.objects.get(username="ivar.inn")
        person.groups.set(Group.objects.filter(name="rollout"))
        yield browser


def test_a_module_in_use_is_read_before_it_is_closed(ivar, fjord):
    typed = {"municipality": str(fjord.pk), "module": "legevakt", "state": "off"}
    refused = ivar.post(f"{MODULES}add/", typed)
    assert "Velg «Bare lesing» først" in refused.text
    assert not ModuleSetting.objects.exists()

    assert ivar.post(f"{MODULES}add/", typed | {"state": "reading"}).status_code == 302
    assert directory.modules_of(fjord.pk) == {"legevakt": "reading"}
    setting = ModuleSetting.objects.get()
    change = f"{MODULES}{setting.pk}/change/"
    assert ivar.post(change, {"state": "off"}).status_code == 302
    assert directory.modules_of(fjord.pk) == {"legevakt": "off"}


def test_a_municipality_that_has_not_begun_is_without_it_at_once(ivar, fjord):
    fjord.state = "listed"
    fjord.save(update_fields=["state"])
    typed = {"municipality": str(fjord.pk), "module": "legevakt", "state": "off"}

    assert ivar.post(f"{MODULES}add/", typed).status_code == 302
