"""The first user of a new municipality: a link that works once, for a week."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from access.accounts.models import User
from access.first_user import accept_invitation, invite_first_user
from access.models import Employment, FirstUserInvitation, Unit
from access.roles import Role
from audit.entry import Client as Machine
from audit.models import AccessEvent
from audit.verbs import Outcome, Verb
from tenants.context import in_municipality
from tests import world as worlds
from tests.database import as_login

FACTS = {
    "first_name": "Åse",
    "last_name": "Øvrebø",
    "username": "Aase.Ovrebo",
    "email": "aase@fjord.example",
    "password1": "fjorden-er-blank-i-dag",
    "password2": "fjorden-er-blank-i-dag",
}


@pytest.fixture
def link(fjord):
    """The path of a fresh link, made by the web process on the consortium's host."""
    return invite_first_user(fjord, by="konsortium")


def test_the_provisioning_worker_can_make_the_link(fjord):
    with as_login("akson_migrator"):
        path = invite_first_user(fjord, by="konsortium")

    assert path.startswith("/velkommen/")


def test_the_link_becomes_an_account_that_administers_and_is_signed_in(
    fjord, link, browser, logged
):
    assert browser.get(link).status_code == 200

    answer = browser.post(link, FACTS)

    assert answer.status_code == 303
    assert browser.get(answer.url).url == "/admin/"
    with in_municipality(fjord):
        user = User.objects.get(username="aase.ovrebo")
        (employment,) = Employment.objects.filter(user=user)
        assert employment.role is Role.LOCAL_ADMIN
        assert employment.content_object.path == [employment.content_object_id]
        assert not user.is_superuser
        assert not user.is_staff
    (event,) = logged(Verb.SIGNED_IN)
    assert event["actor"]["name"] == "Åse Øvrebø"
    whats = [event["detail"]["what"] for event in logged(Verb.RIGHTS_CHANGED)]
    assert whats == ["first_user_invited", "first_user_accepted"]


def test_the_link_works_once(link, browser, client):
    browser.post(link, FACTS)
    browser.post("/konto/logg-ut/")

    again = browser.get(link)

    assert again.status_code == 410
    assert "Lenken virker ikke lenger" in again.text


def test_a_second_press_of_the_button_is_no_error(link, browser):
    browser.post(link, FACTS)

    assert browser.post(link, FACTS).url == "/inn/"


def test_the_link_is_too_old_after_a_week(fjord, link, browser):
    with in_municipality(fjord):
        invitation = FirstUserInvitation.objects.get()
        assert invitation.expires_at - timezone.now() > timedelta(days=6)
        FirstUserInvitation.objects.update(expires_at=timezone.now())

    assert browser.get(link).status_code == 410
    assert browser.post(link, FACTS).status_code == 410
    with in_municipality(fjord):
        assert not User.objects.filter(username="aase.ovrebo").exists()


def test_a_new_link_replaces_the_old(fjord, link, browser):
    second = invite_first_user(fjord, by="konsortium")

    assert browser.get(link).status_code == 410
    assert browser.get(second).status_code == 200
    with in_municipality(fjord):
        assert User.objects.count() == 1
        assert Unit.objects.count() == 1


def test_the_token_itself_is_stored_nowhere(fjord, link):
    token = link.split("/")[2]

    with in_municipality(fjord):
        assert token not in str(list(FirstUserInvitation.objects.values()))


def test_nothing_happens_once_somebody_administers(fjord, link, browser):
    browser.post(link, FACTS)

    assert invite_first_user(fjord, by="konsortium") == ""


def test_the_link_of_one_municipality_is_nothing_in_another(link, fjell, browser):
    assert browser.get(link, headers={"host": "fjell.localhost"}).status_code == 410


def test_mistakes_keep_what_was_typed_and_the_link(link, browser):
    answer = browser.post(
        link, {**FACTS, "username": "to ord", "password2": "noe helt annet"}
    )

    assert answer.status_code == 422
    assert 'value="Øvrebø"' in answer.text
    assert "Passordene er ikke like." in answer.text
    assert FACTS["password1"] not in answer.text
    assert browser.get(link).status_code == 200


def test_the_root_unit_is_the_municipality_with_its_number(fjord, link):
    with in_municipality(fjord):
        root = Unit.objects.get()

    assert (root.kind, root.orgnr, root.name) == ("enterprise", "999999999", "Fjord")


def test_a_municipality_without_a_number_is_a_department(fjord):
    fjord.orgnr = ""
    invite_first_user(fjord)

    with in_municipality(fjord):
        assert Unit.objects.get().kind == "department"


def test_an_unused_account_can_not_be_signed_in_with(fjord, link, browser):
    with in_municipality(fjord):
        user = User.objects.get()

    assert not user.is_active
    assert not user.has_usable_password()


def test_two_cannot_use_one_link(fjord, link):
    facts = {k: FACTS[k] for k in ("first_name", "last_name", "username", "email")}
    with in_municipality(fjord):
        token = link.split("/")[2]
        accept_invitation(
            token, facts=facts, password="fjorden-er-blank", client=Machine()
        )
        with pytest.raises(Exception, match="lokal administrator"):
            accept_invitation(
                token, facts=facts, password="fjorden-er-blank", client=Machine()
            )


def test_log_says_when_the_right_was_not_given_after_all(fjord, link):
    facts = {k: FACTS[k] for k in ("first_name", "last_name", "email")}
    facts["username"] = "taken"
    with in_municipality(fjord):
        User.objects.create_user("taken")
        token = link.split("/")[2]
        with pytest.raises(IntegrityError):
            accept_invitation(
                token, facts=facts, password="fjorden-er-blank", client=Machine()
            )
        said = AccessEvent.objects.filter(verb=Verb.RIGHTS_CHANGED)
        outcomes = list(said.order_by("stored_at").values_list("outcome", flat=True))

    assert outcomes[-2:] == [Outcome.DONE, Outcome.FAILED]


def test_an_open_page_is_told_when_somebody_else_became_administrator(
    fjord, link, browser
):
    with in_municipality(fjord):
        root = Unit.objects.get()
        worlds.person("arne.admin", (Role.LOCAL_ADMIN, root))

    answer = browser.post(link, FACTS)

    assert answer.status_code == 422
    assert "Kommunen har allerede en lokal administrator." in answer.text
