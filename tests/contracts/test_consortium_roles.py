"""The consortium's roles: each does its own part, nobody deletes, and all of it is in the log."""

from itertools import chain

import pytest
from django.contrib.auth.models import Group
from django.db import ProgrammingError

from access.consortium.keeping import keep_roles
from access.consortium.models import ConsortiumEvent
from access.consortium.pages import page_in_words
from access.consortium.roles import RIGHTS, StaffRole, rights_of
from akson_project.admin_site import consortium_site
from tenants import roles
from tenants.context import in_consortium
from tests.attacks.doors import query
from tests.contracts import consortium_walk as walk
from tests.database import as_login

# Whoever has an account in the consortium meets these, with no role at all.
FREE = {
    "": "leads to the first page",
    "admin/": "what one may administer; nothing, for somebody without a role",
    "admin/jsi18n/": "words for scripts",
    "admin/login/": "signing in",
    "admin/kode/": "signing in; leads on",
    "admin/kode/passnokkel/": "signing in: which passkey to use",
    "admin/kode/passnokkel/lag/": "one's own first passkey, or another once one was shown",
    "admin/sikkerhet/": "what one signs in with oneself",
    "admin/sikkerhet/ny/": "what one signs in with oneself",
    "admin/password_change/": "one's own password",
    "admin/password_change/done/": "one's own password",
    "admin/search/": "finds what one may see",
    "intensjonserklaering/": "for municipalities: the letter's code decides",
    "witness/add-checkpoint": "for programs: the signature decides",
}


CODE = {role.value: rights_of(role) for role in StaffRole}

# The same for everybody, or not a person's.
UNLOGGED = {"admin/jsi18n/", "witness/add-checkpoint"}


def administered():
    """Name each model that is administered on the consortium's host, also inside another."""
    for model, admin in consortium_site._registry.items():
        yield model._meta.label_lower
        yield from (inline.model._meta.label_lower for inline in admin.inlines)


def test_every_model_that_is_administered_belongs_to_a_role():
    assert set(administered()) <= set(chain.from_iterable(RIGHTS.values()))


def test_no_role_deletes():
    rights = set(chain.from_iterable(rights_of(role) for role in StaffRole))

    assert rights
    assert [right for right in rights if ".delete_" in right] == []


def test_every_action_on_a_list_asks_for_a_permission():
    for admin in consortium_site._registry.values():
        for name in admin.actions or ():
            assert getattr(admin, name).allowed_permissions, (admin, name)


def test_groups_are_what_the_code_says_and_become_it_again(database):
    with as_login(roles.MIGRATOR), in_consortium():
        assert _stored() == CODE
        Group.objects.create(name="helt-andre").permissions.set(
            Group.objects.get(name="register").permissions.all()
        )
        Group.objects.get(name="security").permissions.clear()

        keep_roles()

        assert _stored() == CODE | {"helt-andre": set()}


def _stored():
    return {
        group.name: {
            f"{p.content_type.app_label}.{p.codename}"
            for p in group.permissions.select_related("content_type")
        }
        for group in Group.objects.all()
    }


GIVE_ALL = {
    "auth_group (name)": "SELECT 'alt'",
    "auth_group_permissions (group_id, permission_id)": (
        "SELECT g.id, p.id FROM auth_group g, auth_permission p"
    ),
    "accounts_user_user_permissions (user_id, permission_id)": (
        "SELECT u.id, p.id FROM accounts_user u, auth_permission p"
    ),
}


@pytest.mark.parametrize("table", GIVE_ALL)
def test_the_application_gives_no_role_more(database, table):
    with in_consortium(), pytest.raises(ProgrammingError, match="permission denied"):
        query(f"INSERT INTO {table} {GIVE_ALL[table]}")


def test_staff_without_a_role_reach_nothing(fjord):
    with in_consortium():
        browser = walk.signed_in("uten.rolle")
        keys = walk.keys()
        reached = {
            route
            for route in walk.routes()
            for address in walk.filled(route, keys)
            for ask in (() if route in walk.ENDS else (browser.get, browser.post))
            if ask(address).status_code not in {302, 403, 404, 405}
        }

    assert reached <= set(FREE)


def test_every_page_is_in_the_log_by_a_name_in_words(fjord):
    missing, nameless = set(), set()
    with in_consortium():
        browser = walk.signed_in("kari.konsortium", is_superuser=True)
        keys = walk.keys()
        for route in set(walk.routes()) - walk.ENDS - UNLOGGED:
            for address in walk.filled(route, keys):
                answer = browser.get(address)
                request_id = answer.headers["X-Request-ID"]
                told = ConsortiumEvent.objects.filter(request_id=request_id).first()
                if told is None:
                    missing.add(route)
                elif told.page and page_in_words(told.page) == told.page:
                    nameless.add(told.page)

    assert missing == set()
    assert nameless == set()
