"""The local administrators' administration: who gets in, and what it does."""

import re

from django.apps import apps
from django.core import mail

from access.accounts.models import User
from access.models import Employment, Unit
from access.roles import Role
from akson_project.admin_site import consortium_site, municipality_site
from audit.verbs import Verb
from tests import world as worlds
from tests.access.conftest import new_browser

USERS = "/admin/accounts/user/"
UNITS = "/admin/access/unit/"
EMPLOYMENTS = "/admin/access/employment/"


def test_only_local_administrators_get_in(administrator, browser, sign_in):
    assert browser.get("/admin/").url == "/admin/login/?next=/admin/"
    assert browser.get("/admin/login/").url == "/konto/logg-inn/?next=/admin/"

    sign_in("lise.leder")
    answer = browser.get("/admin/", follow=True)
    assert answer.status_code == 403
    assert "Bare lokale administratorer" in answer.text
    for path in (USERS, UNITS, EMPLOYMENTS, f"{USERS}add/"):
        assert browser.get(path).status_code == 302
        assert browser.post(path).status_code == 302
    browser.post("/konto/logg-ut/")

    sign_in("arne.admin")
    for path in ("/admin/", USERS, UNITS, EMPLOYMENTS, f"{USERS}add/", f"{UNITS}add/"):
        assert browser.get(path).status_code == 200


def test_staff_status_opens_nothing(world, browser, sign_in):
    User.objects.filter(username="lise.leder").update(is_staff=True)
    sign_in("lise.leder")

    assert browser.get("/admin/", follow=True).status_code == 403


def test_the_right_ends_with_the_employment(administrator, browser, sign_in):
    worlds.hire(administrator, Role.NURSE, Unit.objects.get(parent=None))
    sign_in("arne.admin")
    Employment.objects.filter(
        user=administrator, permission__codename=Role.LOCAL_ADMIN.codename
    ).delete()

    assert browser.get("/admin/", follow=True).status_code == 403


def test_a_link_is_shown_once_and_mailed_to_the_address(
    world, administrator, browser, sign_in
):
    user = User.objects.get(username="siri.sykepleier")
    sign_in("arne.admin")

    answer = browser.post(
        f"{USERS}{user.pk}/change/",
        {
            "first_name": "Siri",
            "last_name": "Sykepleier",
            "username": "siri.sykepleier",
            "email": "siri@fjord.example",
            "accounts_user_send_link": "1",
        },
        follow=True,
    )

    (path,) = set(re.findall(r"http://fjord\.localhost(/konto/nytt-\S+/)", answer.text))
    assert path in mail.outbox[0].body
    assert new_browser().get(path).status_code == 302


def test_the_profession_is_chosen_by_name_and_nothing_else_is_taken(
    administrator, browser, sign_in
):
    sign_in("arne.admin")
    typed = {"first_name": "Nina", "last_name": "Ny", "username": "nina.ny"}

    form = browser.get(f"{USERS}add/").text
    answer = browser.post(f"{USERS}add/", typed | {"profession": "SYKE"})

    assert '<option value="SP">Sykepleier</option>' in form
    assert "9060" not in form
    assert answer.status_code == 200
    assert not User.objects.filter(username="nina.ny").exists()


def test_a_taken_user_name_is_told_at_its_field(administrator, browser, sign_in):
    sign_in("arne.admin")

    answer = browser.post(
        f"{USERS}add/",
        {"first_name": "S", "last_name": "S", "username": "Siri.Sykepleier"},
    )

    assert answer.status_code == 200
    assert User.objects.filter(username__iexact="siri.sykepleier").count() == 1
    assert "errorlist" in answer.text or "allerede" in answer.text


def test_an_account_is_closed_and_opened_and_never_deleted(
    administrator, browser, sign_in, user_of, world
):
    sign_in("arne.admin")
    user = user_of(world.nurse)
    page = f"{USERS}{user.pk}/change/"
    typed = {"first_name": "Siri", "last_name": "S", "username": user.username}

    browser.post(page, typed | {"accounts_user_close": "1"})
    user.refresh_from_db()
    assert not user.is_active
    browser.post(page, typed | {"accounts_user_open_again": "1"})
    user.refresh_from_db()
    assert user.is_active
    assert browser.get(f"{USERS}{user.pk}/delete/").status_code == 403


def test_hiring_and_ending_go_through_the_rules_and_the_log(
    administrator, browser, sign_in, logged, world
):
    newcomer = worlds.person("nils.ny")
    sign_in("arne.admin")
    typed = {
        "user": str(newcomer.pk),
        "role": "sykepleier",
        "content_object": str(world.north.pk),
        "first_day": "01.02.2026",
        "last_day": "",
    }

    browser.post(f"{EMPLOYMENTS}add/", typed)
    again = browser.post(f"{EMPLOYMENTS}add/", typed)

    (employment,) = Employment.objects.filter(user=newcomer)
    assert employment.role is Role.NURSE
    assert again.status_code == 200
    assert "allerede denne rollen" in again.text
    page = f"{EMPLOYMENTS}{employment.pk}/change/"
    assert browser.get(page).status_code == 200
    browser.post(page, {"last_day": "", "access_employment_end_now": "1"})
    employment.refresh_from_db()
    assert employment.valid_until is not None
    whats = [event["detail"]["what"] for event in logged(Verb.RIGHTS_CHANGED)]
    assert whats == ["hired_anew", "password_link", "period_changed"]


def test_several_employments_are_ended_together_but_not_ones_own(
    administrator, browser, sign_in, world
):
    sign_in("arne.admin")
    chosen = Employment.objects.filter(
        user__username__in=["siri.sykepleier", "arne.admin"]
    )
    keys = [str(pk) for pk in chosen.values_list("pk", flat=True)]

    answer = browser.post(
        EMPLOYMENTS,
        {"action": "end_chosen", "_selected_action": keys, "index": "0"},
        follow=True,
    )

    assert "1 ansettelse er avsluttet." in answer.text
    assert "dine egne rettigheter" in answer.text
    still = Employment.objects.get(user=administrator)
    assert still.valid_until is None


def test_ones_own_rights_are_refused_in_the_form(administrator, root, browser, sign_in):
    sign_in("arne.admin")

    answer = browser.post(
        f"{EMPLOYMENTS}add/",
        {
            "user": str(administrator.pk),
            "role": "lege",
            "content_object": str(root.pk),
            "first_day": "01.02.2026",
        },
    )

    assert "dine egne rettigheter" in answer.text
    assert Employment.objects.filter(user=administrator).count() == 1


def test_a_colleague_is_found_by_typing(administrator, browser, sign_in, world):
    sign_in("arne.admin")

    answer = browser.get(
        "/admin/autocomplete/",
        {
            "term": "siri",
            "app_label": "access",
            "model_name": "employment",
            "field_name": "user",
        },
    )

    assert len(answer.json()["results"]) == 1


def test_no_administration_holds_a_clinical_model():
    clinical = set(apps.get_app_config("journal").get_models())
    clinical |= set(apps.get_app_config("audit").get_models())

    assert not clinical & set(municipality_site._registry)
    assert not clinical & set(consortium_site._registry)


def test_the_ways_out_are_the_same_as_everywhere(
    administrator, browser, sign_in, logged
):
    sign_in("arne.admin")
    assert browser.get("/admin/login/").url == "/admin/"
    assert browser.get("/admin/password_change/").url == "/konto/passord/"

    left = browser.post("/admin/logout/", follow=True)

    assert left.redirect_chain[0] == ("/konto/logg-ut/", 307)
    assert browser.get("/admin/").status_code == 302
    assert len(logged(Verb.SIGNED_OUT)) == 1


def test_the_page_of_an_account_shows_its_employments(
    administrator, browser, sign_in, user_of, world
):
    sign_in("arne.admin")

    page = browser.get(f"{USERS}{user_of(world.nurse).pk}/change/").text

    assert "Sykepleier, Hjemmetjenesten nord" in page
    assert "Angir at denne brukeren er aktiv" not in page
    assert "Steng kontoen" in page
    assert "Åpne kontoen igjen" not in page


def test_the_list_says_what_each_works_as_now_in_few_statements(
    administrator, browser, sign_in, world, django_assert_max_num_queries
):
    worlds.person(
        "anna.åmot",
        (Role.NURSE, world.south),
        (Role.NURSE, world.north),
        (Role.CLERK, world.north),
    )
    sign_in("arne.admin")

    with django_assert_max_num_queries(20):
        page = browser.get(USERS).text

    nurse = "Sykepleier, Hjemmetjenesten nord + Hjemmetjenesten sør"
    assert f"{nurse}; Merkantil, Hjemmetjenesten nord" in page
