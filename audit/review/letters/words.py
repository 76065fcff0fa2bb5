"""What stands in the letters. Words and codes only: nothing anybody wrote freely of the case."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.local_choices import choices_in_force, privacy_officer
from access.models import (
    CaseOutcome,
    PatientAnswer,
    PatientQuestion,
    ReviewCase,
)
from audit.review.extract.accesses import Access
from audit.review.letters.letter import Letter, Part
from audit.review.selectors.lines import EventLine


class Kind(StrEnum):
    """The letters of a case that an auditor gives; each when there is something to tell."""

    WORKER = "worker"
    LEADER = "leader"
    DEVIATION = "deviation"

    def is_there(self, case: ReviewCase) -> bool:
        """Whether the case has come so far."""
        if case.opened_at is None:
            return False
        if self is Kind.WORKER:
            return case.worker_asked_at is not None
        if self is Kind.LEADER:
            return case.leader_asked_at is not None
        return bool(case.outcome == CaseOutcome.DEVIATION)


# What an answer means, for the patient.
_MEANS = {
    PatientAnswer.NEEDED: gettext_lazy(
        "Oppslaget hadde en grunn i arbeidet, og var lovlig."
    ),
    PatientAnswer.MISTAKE: gettext_lazy("Det skulle ikke ha skjedd, og vi beklager."),
    PatientAnswer.UNSETTLED: gettext_lazy(
        "Vi fant ingen sikker forklaring. Det er ikke det samme som at oppslaget var ulovlig."
    ),
    PatientAnswer.UNLAWFUL: gettext_lazy(
        "Det skulle ikke ha skjedd, og vi beklager. Kommunen følger det opp som avvik."
    ),
}


def case_letter(
    kind: Kind,
    case: ReviewCase,
    lines: Iterable[EventLine],
    *,
    sender: str,
    contact: str,
) -> Letter:
    """Write a letter of a case, in the language that is spoken now.

    Args:
        kind: which one.
        case: the case, opened.
        lines: its accesses; patients stay unnamed.
        sender: the municipality.
        contact: whom to ask: the auditor.
    """
    write = {
        Kind.WORKER: _to_worker,
        Kind.LEADER: _to_leader,
        Kind.DEVIATION: _of_deviation,
    }[kind]
    title, to, said, parts = write(case)
    heads = (_("Når"), _("Hva"), _("Enhet"), _("Grunnlag"))
    rows = tuple(
        (_moment(line), str(line.verb), str(line.unit), str(line.basis))
        for line in lines
    )
    asking = _contact(contact, sender)
    return Letter(title, to, sender, said, heads, rows, parts, asking)


def answer_letter(
    question: PatientQuestion,
    accesses: Iterable[Access],
    *,
    to: tuple[str, ...],
    sender: str,
    contact: str,
) -> Letter:
    """Write the answer to a patient, in the language that is spoken now."""
    case, answer = question.case, PatientAnswer(question.answer)
    said = _("Du spurte %(day)s hvorfor %(who)s åpnet journalen din.") % {
        "day": _day(question.asked_at),
        "who": case.worker.name,
    }
    looked_into = [_("Vi har sammenholdt oppslagene med det vi vet om arbeidet.")]
    if case.leader_answered_at is not None:
        looked_into.append(_("Vi har spurt lederen."))
    if case.worker_answered_at is not None:
        looked_into.append(_("Den ansatte har forklart seg."))
    parts = (
        Part(_("Dette har vi undersøkt"), (" ".join(looked_into),)),
        Part(_("Dette kom vi til"), (f"{answer.label}.", str(_MEANS[answer]))),
        Part(
            _("Hvis du er uenig"),
            (
                _(
                    "Du kan ta det opp med kommunens personvernombud. Du kan klage til "
                    "Datatilsynet, og be statsforvalteren eller Statens helsetilsyn se på saken."
                ),
            ),
        ),
    )
    return Letter(
        title=_("Svar om hvem som har åpnet journalen din"),
        to=to,
        sender=sender,
        said=(said,),
        heads=(_("Når"), _("Hva"), _("Enhet"), _("Begrunnelse")),
        rows=tuple(
            (_moment_of(one), one.what, one.unit, one.reason) for one in accesses
        ),
        parts=parts,
        contact=_contact(contact, sender),
    )


Said = tuple[str, tuple[str, ...], tuple[str, ...], tuple[Part, ...]]


def _to_worker(case: ReviewCase) -> Said:
    due = case.answer_due_at
    said = (
        _(
            "Kommunen skal kontrollere bruken av journalen (pasientjournalloven § 22). Oppslagene "
            "under er med i kontrollen, og vi ber deg forklare hvorfor du åpnet journalen. At du "
            "blir spurt, betyr ikke at noe er galt."
        ),
        _(
            "Svar innen %(day)s, i Akson under Spørsmål om oppslag. Der ser du også hvem "
            "oppslagene gjelder, hvis du fortsatt har tilgang til dem."
        )
        % {"day": _day(due) if due else ""},
    )
    rights = (
        _(
            "Du kan ha med deg tillitsvalgt eller en annen du stoler på, og be om en samtale i "
            "stedet for å svare skriftlig."
        ),
        _(
            "Du kan få se opplysningene om deg i saken, og be om at feil blir rettet. Du får vite "
            "hva vi kommer til. Er du uenig, kan du ta det opp med lederen din, personvernombudet "
            "i kommunen eller Datatilsynet."
        ),
        _(
            "Det du skriver, leses av den som kontrollerer loggen. Pasienten får ikke se det."
        ),
        _("Svarer du ikke innen fristen, kan saken bli avgjort uten forklaringen din."),
    )
    title = _("Informasjon om kontroll, og spørsmål til deg")
    return title, _worker(case), said, (Part(_("Rettighetene dine"), rights),)


def _to_leader(case: ReviewCase) -> Said:
    to = (case.leader.name,) if case.leader is not None else ()
    said = (
        _(
            "Kommunen skal kontrollere bruken av journalen (pasientjournalloven § 22). "
            "Oppslagene under er gjort av %(who)s. Kjenner du til noe som forklarer dem?"
        )
        % {"who": case.worker.name},
        _("Svar i Akson, under Spørsmål om oppslag, innen to uker."),
        _(
            "Ikke ta det opp med den ansatte ennå. Den som kontrollerer loggen, sier fra til ham "
            "eller henne."
        ),
    )
    return _("Spørsmål til deg som leder"), to, said, ()


def _of_deviation(case: ReviewCase) -> Said:
    said = (
        _(
            "Kontrollen av tilgangsloggen kom %(day)s til at oppslagene under ikke var i orden."
        )
        % {"day": _day(case.concluded_at) if case.concluded_at else ""},
    )
    heard = (
        _("Den ansatte har forklart seg.")
        if case.worker_answered_at
        else _("Den ansatte ble spurt, og svarte ikke innen fristen.")
    )
    known = [heard]
    if case.leader_answered_at is not None:
        answer = case.get_leader_answer_display()
        known.append(_("Lederen svarte: %(answer)s.") % {"answer": answer})
    follow_up = (
        _(
            "Kommunen vurderer om Datatilsynet skal ha melding innen 72 timer "
            "(personvernforordningen artikkel 33), og om pasienten skal varsles (artikkel 34)."
        ),
        _("Kommunen vurderer om Statens helsetilsyn skal få vite det."),
        _("Lederen følger opp den ansatte, og det som gjorde oppslagene mulige."),
    )
    parts = (
        Part(_("Dette er undersøkt"), (" ".join(known),)),
        Part(_("Videre oppfølging"), follow_up),
    )
    title = _("Avviksmelding: oppslag uten tjenstlig behov")
    name, *unit = _worker(case)
    return title, (_("Gjelder %(who)s") % {"who": name}, *unit), said, parts


def _worker(case: ReviewCase) -> tuple[str, ...]:
    unit = (case.unit.name,) if case.unit is not None else ()
    return (case.worker.name, *unit)


def _contact(contact: str, sender: str) -> str:
    said = _("Har du spørsmål, kontakt %(who)s, %(where)s.")
    asking = said % {"who": contact, "where": sender}
    return " ".join(filter(None, [asking, privacy_officer(choices_in_force())]))


def _day(moment: datetime) -> str:
    return f"{timezone.localdate(moment):%d.%m.%Y}"


def _moment(line: EventLine) -> str:
    return f"{timezone.localtime(line.recorded_at):%d.%m.%Y %H.%M}"


def _moment_of(access: Access) -> str:
    return f"{timezone.localtime(access.at):%d.%m.%Y %H.%M}"
