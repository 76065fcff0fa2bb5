"""How access is governed: what is there to be seen, and who looks at it."""

import pytest
from django.utils import timezone

from access.accounts.sessions import Session
from access.actions import Action
from access.asking_again import SHOWN_AT
from access.matrix.rules.cells import Grade
from access.models import CredentialChange, CredentialNotice, RoleRights
from access.roles import Role
from access.session_store import SessionStore
from audit.models import AccessEvent
from audit.references import reference_of
from audit.verbs import Outcome, Verb
from journal.record.gate import RecordRefusedError, open_record
from tests.journeys.visits import Visit, press, type_and_press
from tests.publishing import issue

_NURSE = {"record_kind": "journal", "role": "sykepleier"}


def _ask(page):
    """Ask why somebody was refused a while ago."""
    found = AccessEvent.objects.filter(outcome=Outcome.REFUSED, verb=Verb.READ)
    number = reference_of(found.latest("recorded_at").pk)
    type_and_press({"Henvisningsnummer": number}, "Vis hvorfor")(page)


def _some_time_later(page):
    """Save when the sign-in lies a while back."""
    for key in Session.objects.values_list("session_key", flat=True):
        session = SessionStore(key)
        if session.pop(SHOWN_AT, None):
            session.save()
    press("Lagre for hele kommunen")(page)


PAGES = {
    "rights:matrix": [
        Visit("administrator"),
        Visit("auditor", note="auditor"),
        Visit(status=403, note="refused"),
    ],
    "rights:role": [
        Visit("administrator", ids=_NURSE),
        Visit("auditor", ids=_NURSE, note="auditor"),
        Visit("administrator", ids=_NURSE, act=_some_time_later, note="asked"),
    ],
    "rights:new_version": [Visit("administrator")],
    "rights:why": [
        Visit("administrator"),
        Visit("administrator", act=_ask, note="told"),
        Visit("administrator", act=press("Vis hvorfor"), note="empty"),
    ],
    "rights:rules": [
        Visit("administrator"),
        Visit(
            "administrator",
            act=type_and_press({"oppgitt behov": "48"}, "Lagre"),
            note="wrong",
        ),
    ],
}


def govern(world):
    """Adapt a cell of the role matrix, which the consortium then changes; refuse somebody."""
    door = open_record(world.ola.record_id, by=world.stranger, to=Action.READ_RECORD)
    with pytest.raises(RecordRefusedError):
        door.__enter__()
    row = RoleRights.objects.get(record_kind="journal", role=Role.NURSE)
    row.signs = [code for code in row.signs if code not in ("telefon", "mote")]
    row.save()
    issue(
        daglig=(Role.CASE_HANDLER, Grade.READ),
        telefon=(Role.NURSE, Grade.READ),
        note="Etter høring: saksbehandlere leser daglige notater.",
    )
    CredentialNotice.objects.create(
        user_id=world.nurse.user_id,
        what=CredentialChange.FACTORS_REMOVED,
        changed_at=timezone.now(),
        by_name="Arne Admin",
    )
