"""How access is governed: what is there to be seen, and who looks at it."""

from access.matrix.rules.cells import Grade
from access.models import RoleRights
from access.roles import Role
from tests.journeys.visits import Visit, type_and_press
from tests.publishing import issue

_NURSE = {"record_kind": "journal", "role": "sykepleier"}
PAGES = {
    "rights:matrix": [
        Visit("administrator"),
        Visit("auditor", note="auditor"),
        Visit(status=403, note="refused"),
    ],
    "rights:role": [
        Visit("administrator", ids=_NURSE),
        Visit("auditor", ids=_NURSE, note="auditor"),
    ],
    "rights:new_version": [Visit("administrator")],
    "rights:rules": [
        Visit("administrator"),
        Visit(
            "administrator",
            act=type_and_press({"oppgitt behov": "48"}, "Lagre"),
            note="wrong",
        ),
    ],
}


def govern():
    """Adapt a cell of the role matrix, which the consortium then changes otherwise."""
    row = RoleRights.objects.get(record_kind="journal", role=Role.NURSE)
    row.signs = [code for code in row.signs if code not in ("telefon", "mote")]
    row.save()
    issue(
        daglig=(Role.CASE_HANDLER, Grade.READ),
        telefon=(Role.NURSE, Grade.READ),
        note="Etter høring: saksbehandlere leser daglige notater.",
    )
