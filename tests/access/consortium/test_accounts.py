"""Accounts of the consortium's staff: roles are given by others, and decide what one may."""

from django.contrib.auth.models import Group

USERS = "/admin/accounts/user/"


def test_security_gives_roles_to_others_in_plain_words(staff):
    sigrid, randi = staff("sigrid.sikker", "security"), staff("randi.register")
    page = sigrid.get(f"{USERS}{randi.person.pk}/change/").text
    rollout = Group.objects.get(name="rollout")

    answer = sigrid.post(
        f"{USERS}{randi.person.pk}/change/",
        {"username": "randi.register", "is_active": "on", "groups": [rollout.pk]},
    )

    assert "Innføringsansvarlig: starter kommuner" in page
    assert "algoritme" not in page
    assert answer.status_code == 302
    assert [g.name for g in randi.person.groups.all()] == ["rollout"]


def test_nobody_gives_himself_a_role_or_touches_whoever_may_everything(staff):
    sigrid = staff("sigrid.sikker", "security")
    above = staff("alt.kan", is_superuser=True)
    mine = f"{USERS}{sigrid.person.pk}/change/"
    every = list(Group.objects.values_list("pk", flat=True))
    typed = {"username": "sigrid.sikker", "groups": every, "is_superuser": "on"}

    assert sigrid.post(mine, typed).status_code == 302
    theirs = sigrid.post(f"{USERS}{above.person.pk}/change/", {"username": "tatt"})
    password = sigrid.post(f"{USERS}{above.person.pk}/password/", {})

    sigrid.person.refresh_from_db()
    assert [g.name for g in sigrid.person.groups.all()] == ["security"]
    assert sigrid.person.is_active
    assert not sigrid.person.is_superuser
    assert [theirs.status_code, password.status_code] == [403, 403]


def test_each_role_does_its_own_part(staff, fjord):
    municipality = f"/admin/tenants/municipality/{fjord.pk}/"
    asks = {
        "register": ("post", f"{municipality}change/", {"language": "nn"}),
        "rollout": ("post", f"{municipality}start/", {}),
        "support": ("get", "/admin/tenants/alarm/", None),
        "security": ("get", USERS, None),
    }
    browsers = {role: staff(f"en.{role}", role) for role in asks}

    refused = {
        (who, what)
        for who, browser in browsers.items()
        for what, (method, address, typed) in asks.items()
        if getattr(browser, method)(address, typed).status_code == 403
    }

    assert refused == {(who, what) for who in asks for what in asks if who != what}


def test_start_buttons_are_shown_to_whoever_may_start(staff, fjord):
    address = f"/admin/tenants/municipality/{fjord.pk}/change/"
    fjord.state = "listed"
    fjord.save(update_fields=["state"])

    assert "Start kommunen" in staff("ivar.inn", "rollout").get(address).text
    assert "Start kommunen" not in staff("randi.reg", "register").get(address).text
