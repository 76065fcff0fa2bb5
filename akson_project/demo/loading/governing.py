"""What municipalities decide: the matrix's second version, and their own choices."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from access.accounts.models import User
from access.actions import Action
from access.information import Information
from access.local_choices import choices_in_force
from access.matrix.selectors.in_force import (
    matrix_in_force,
    rules_in_force,
    version_in_force,
)
from access.matrix.services.adapting import adapt_role, adopt
from access.matrix.services.rules import change_choices
from access.publishing.models import MatrixVersion, MatrixVersionRow
from access.publishing.reading import latest_published
from access.publishing.services import begin_draft, publish, save_row
from access.roles import RecordKind, Role
from access.worker import Worker
from access.workplace import in_all_posts
from audit.entry import Client
from tenants.context import in_consortium

SECOND = 2
_NOTE = (
    "Helsefagarbeidere får skrive ut journalen, så en utskrift kan følge pasienten til "
    "sykehus eller legevakt også når ingen sykepleier er på vakt."
)
_UNUSED_DAYS = 60
# Numbers that lead nowhere, and a domain that is nobody's.
_CONTACTS = {
    "help_phone": "55 00 00 10",
    "help_email": "brukerstotte@example.org",
    "privacy_phone": "55 00 00 11",
    "privacy_email": "personvernombud@example.org",
    "patients_phone": "55 00 00 12",
}
_CARE_WORKER = (RecordKind.JOURNAL, Role.CARE_WORKER)


def publish_second_version() -> None:
    """Let the consortium publish it; a second call does nothing."""
    with in_consortium():
        if MatrixVersion.objects.filter(number=SECOND).exists():
            return
        draft = begin_draft(MatrixVersion(note=_NOTE))
        kind, role = _CARE_WORKER
        row = MatrixVersionRow.objects.get(version=draft, record_kind=kind, role=role)
        row.does = sorted({*row.does, Action.PRINT_RECORD.value})
        save_row(row)
        publish(draft, by="Konsortiet")


def take_into_use() -> None:
    """Take it into use here; a second call does nothing."""
    if version_in_force().number < SECOND:
        adopt(latest_published(), taken=(), by=_administrator())


def adapt() -> None:
    """Keep what a health station writes from the care workers: all know each other here."""
    rights = matrix_in_force()[_CARE_WORKER]
    reads = rights.reads - {Information.HEALTH_STATION.value}
    adapt_role(_CARE_WORKER, replace(rights, reads=reads), by=_administrator())


def choose_contacts() -> None:
    """Let the municipality say whom people ask, and how long an account may lie unused."""
    rules, choices = rules_in_force(), choices_in_force()
    rules.unused_days = _UNUSED_DAYS
    for name, said in _CONTACTS.items():
        setattr(choices, name, said)
    change_choices(
        rules,
        choices,
        changed_rules=["unused_days"],
        changed_choices=list(_CONTACTS),
        by=_administrator(),
    )


# What each municipality has done about it; the third has not looked at it yet.
ANSWERS: Mapping[str, Callable[[], None]] = {
    "bergen": take_into_use,
    "sunnfjord": adapt,
}


def _administrator() -> Worker:
    """Whoever administers the whole municipality."""
    codename = Role.LOCAL_ADMIN.codename
    user = User.objects.filter(employment__permission__codename=codename).earliest("pk")
    return replace(in_all_posts(user), client=Client(channel="demo"))
