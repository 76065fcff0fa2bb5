"""The consortium's log: who looked at and changed what, before it was shown or done."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, ProgrammingError, transaction
from django.utils import timezone

from access.consortium import log
from access.consortium.models import ConsortiumEvent
from tenants import roles
from tenants.context import in_consortium
from tenants.schemas import ProvisioningRun
from tests.access.conftest import new_browser
from tests.attacks.doors import query
from tests.database import as_login
from tests.world import PASSWORD

LOG = "/admin/consortium/consortiumevent/"


def events():
    """List what was done since somebody signed in, the first first."""
    found = ConsortiumEvent.objects.exclude(action="signed_in").order_by("stored_at")
    return list(found.values_list("action", "page", "object_id"))


def test_a_look_and_a_change_are_told_with_who_what_and_which_fields(staff, fjord):
    randi = staff("randi.register", "register")
    address = f"/admin/tenants/municipality/{fjord.pk}/change/"
    page, about = "admin:tenants_municipality_change", str(fjord.pk)

    randi.get(address)
    nothing_more = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}
    typed = {
        f"{inline}-{name}": value
        for inline in ("domains", "numbers", "contact_persons")
        for name, value in nothing_more.items()
    }
    assert randi.post(address, typed | {"language": "nn"}).status_code == 302

    assert events() == [
        ("looked", page, about),
        ("sent", page, about),
        ("changed", "", about),
    ]
    changed = ConsortiumEvent.objects.get(action="changed")
    assert changed.detail == "Endret Målform."
    assert changed.object_type == "tenants.municipality"
    assert (changed.actor_id, changed.roles) == (randi.person.pk, ["register"])


def test_what_is_refused_is_told_too_and_failing_pages_leave_their_row(staff, fjord):
    randi = staff("randi.register", "register")

    assert randi.get("/admin/tenants/alarm/").status_code == 403
    assert randi.get("/admin/finnes-ikke/").status_code == 404

    assert [page for _action, page, _about in events()] == [
        "admin:tenants_alarm_changelist",
        "admin:django.contrib.admin.sites.catch_all_view",
    ]


def test_a_page_is_never_made_without_its_row(staff, fjord, rf):
    randi = staff("randi.register", "register")
    request = rf.get("/admin/")
    request.resolver_match = None

    with transaction.atomic(), pytest.raises(log.NotCommittedError):
        log.log_request(request, randi.person, {})


def test_sign_in_and_failure_are_told_and_nothing_of_what_was_typed(staff):
    kari = staff("kari.konsortium").person
    kari.set_password(PASSWORD)
    kari.save()
    browser = new_browser("konsortium.localhost")
    for password in ("hemmelig-feil", PASSWORD):
        typed = {"username": "kari.konsortium", "password": password}
        browser.post("/admin/login/?next=/admin/", typed)
    browser.post("/admin/logout/")

    actions = ConsortiumEvent.objects.order_by("stored_at").values_list(
        "action", flat=True
    )
    # The first is of the browser the person was made with.
    assert list(actions)[1:] == ["sign_in_failed", "signed_in", "sent", "signed_out"]
    failed = ConsortiumEvent.objects.get(action="sign_in_failed")
    assert (failed.actor_id, failed.actor_name, failed.detail) == (None, "", "")


def test_security_reads_the_log_in_words_and_that_is_in_it(staff, fjord):
    staff("bente.stotte", "support").get("/admin/tenants/alarm/")
    sigrid = staff("sigrid.sikker", "security")

    page = sigrid.get(LOG).text

    for words in ("bente.stotte", "Brukerstøtte", "Så på", "Alarmer: liste"):
        assert words in page
    assert events()[-1][:2] == ("looked", "admin:consortium_consortiumevent_changelist")
    assert "Hendelser i konsortiets logg: liste" in sigrid.get(LOG).text


def test_a_page_that_refreshes_itself_is_one_look(staff, fjord):
    ivar = staff("ivar.inn", "rollout")
    run = ProvisioningRun.objects.create(municipality=fjord, requested_by="ivar")
    for _ in range(3):
        ivar.get(
            f"/admin/tenants/municipality/runs/{run.pk}/",
            headers={"hx-request": "true"},
        )

    assert events() == [("looked", "admin:progress", str(run.pk))]


TABLE = "consortium_consortiumevent"


@pytest.mark.parametrize(
    "statement",
    [f"UPDATE {TABLE} SET detail = ''", f"DELETE FROM {TABLE}", f"TRUNCATE {TABLE}"],
)
def test_neither_application_nor_owner_changes_or_removes_a_row(staff, statement):
    staff("kari.konsortium").get("/admin/")
    with pytest.raises(ProgrammingError, match="permission denied"):
        query(statement)
    only_grows = pytest.raises(DatabaseError, match="only grows")
    with as_login(roles.MIGRATOR), in_consortium(), only_grows:
        query(statement)
    assert len(events()) == 1


def test_the_database_says_when_whatever_the_application_says(staff):
    kari = staff("kari.konsortium").person
    long_ago = timezone.now() - timedelta(days=900)

    event = ConsortiumEvent.objects.create(
        action="looked", actor_id=kari.pk, stored_at=long_ago
    )

    lately = timezone.now() - timedelta(minutes=5)
    assert ConsortiumEvent.objects.filter(pk=event.pk, stored_at__gt=lately).exists()


def test_roles_are_those_the_person_had_then(staff):
    bente = staff("bente.stotte", "support", "security")
    bente.get("/admin/")
    bente.person.groups.set(Group.objects.none())
    bente.get("/admin/")

    looks = ConsortiumEvent.objects.filter(action="looked").order_by("stored_at")
    assert [event.roles for event in looks] == [["security", "support"], []]
