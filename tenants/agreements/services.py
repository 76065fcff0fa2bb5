"""Municipalities are asked for a letter of intent, reminded, and answer by their own link."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants.agreements.codes import UnknownCodeError, hash_of, new_code
from tenants.agreements.contacts import ContactPerson
from tenants.agreements.letters import LetterOfIntent, SignedLetter
from tenants.models import Municipality
from tenants.registry.periods import ceased_by, with_periods
from tenants.rollout.models import Stage
from tenants.rollout.services import come_to_stage

CODE_LASTS = timedelta(days=60)
# A reminder of itself, when so little is left; and one when the day is past.
REMIND_WITHIN = timedelta(days=7)
# Answering moves a municipality that is here; one that has come further stays there.
_MOVED_BY_AN_ANSWER = (None, Stage.INTERESTED)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a municipality answers, and who signed it."""

    answer: str
    case_number: str
    decided_on: date
    signed_by: str
    signed_by_title: str
    pdf: bytes = b""


@dataclass(frozen=True, slots=True)
class Asking:
    """Who would be asked, and who not; the reason is in Norwegian."""

    asked: tuple[Municipality, ...]
    left_out: tuple[tuple[Municipality, str], ...]


def plan_asking(chosen: Iterable[Municipality]) -> Asking:
    """Say who of the chosen can be asked; stores nothing."""
    chosen = list(chosen)
    ids = [one.pk for one in chosen]
    letters = LetterOfIntent.objects.filter(municipality__in=ids)
    waiting = set(letters.open().values_list("municipality_id", flat=True))
    yes = letters.filter(answer=LetterOfIntent.Answer.YES)
    answered = set(yes.values_list("municipality_id", flat=True))
    contacts = ContactPerson.objects.who_get_letters(ids)
    reached = set(contacts.values_list("municipality_id", flat=True))
    ceased = ceased_municipalities()
    asked, left_out = [], []
    for one in chosen:
        if one.pk in ceased:
            left_out.append((one, _("er opphørt")))
        elif one.pk in answered:
            left_out.append((one, _("har svart ja")))
        elif one.pk in waiting:
            left_out.append((one, _("er spurt og har ikke svart ennå")))
        elif one.pk not in reached:
            left_out.append((one, _("har ingen kontaktperson som får brev")))
        else:
            asked.append(one)
    return Asking(tuple(asked), tuple(left_out))


@transaction.atomic
def ask(chosen: Iterable[Municipality], *, answer_by: date, by: str) -> Asking:
    """Ask those of the chosen who can be asked; background work sends the letters."""
    # Two people who ask the same municipality wait for each other.
    ids = [one.pk for one in chosen]
    locked = Municipality.objects.select_for_update(no_key=True).filter(pk__in=ids)
    plan = plan_asking(locked)
    LetterOfIntent.objects.bulk_create(
        LetterOfIntent(municipality=one, answer_by=answer_by, asked_by=by)
        for one in plan.asked
    )
    return plan


def remind(letter: LetterOfIntent) -> bool:
    """Have an open letter sent once more, with a new link; whether it was open."""
    waiting = LetterOfIntent.objects.open().filter(pk=letter.pk)
    return bool(waiting.update(is_to_be_sent=True))


def remind_when_due() -> int:
    """Remind those whose time is nearly out, and those it is over for; gives how many.

    Once each: what was sent since the reminder was due stands for it.
    """
    today, sent_on = timezone.localdate(), "sent_at__date"
    near = Q(
        answer_by__lte=today + REMIND_WITHIN,
        **{f"{sent_on}__lt": F("answer_by") - REMIND_WITHIN},
    )
    over = Q(answer_by__lt=today, **{f"{sent_on}__lte": F("answer_by")})
    waiting = LetterOfIntent.objects.open().filter(near | over)
    due = waiting.exclude(municipality__in=ceased_municipalities())
    return due.update(is_to_be_sent=True)


def ceased_municipalities() -> set[UUID]:
    """Those that are no more; nobody there answers."""
    every = with_periods(Municipality.objects.all())
    gone = every.filter(ceased_by(timezone.localdate()))
    return set(gone.order_by().values_list("pk", flat=True))


def withdraw(letter: LetterOfIntent) -> bool:
    """Ask no longer, so that the link stops working; whether it was open."""
    now = timezone.now()
    waiting = LetterOfIntent.objects.open().filter(pk=letter.pk)
    return bool(waiting.update(withdrawn_at=now, is_to_be_sent=False, code_hash=""))


def renew_code(letter: LetterOfIntent) -> str:
    """Give an open letter a new code; the one before stops working.

    Raises:
        UnknownCodeError: the letter is answered or withdrawn.
    """
    code = new_code()
    changed = LetterOfIntent.objects.open().filter(pk=letter.pk).update(
        code_hash=hash_of(code), code_expires_at=timezone.now() + CODE_LASTS
    )  # fmt: skip
    if not changed:
        raise UnknownCodeError
    return code


def find_letter(code: str) -> LetterOfIntent:
    """Find the letter a code answers.

    Raises:
        UnknownCodeError: there is none, or it is answered, withdrawn or too old.
    """
    return _find(code, lock=False)


@transaction.atomic
def answer_letter(code: str, given: Answer) -> LetterOfIntent:
    """Store a municipality's answer, once; yes brings it to the stage of intent.

    Raises:
        UnknownCodeError: somebody answered first, or the code is too old.
    """
    letter = _find(code, lock=True)
    letter.answered_at = timezone.now()
    letter.code_hash, letter.is_to_be_sent = "", False
    for field in (
        "answer", "case_number", "decided_on", "signed_by", "signed_by_title"
    ):  # fmt: skip
        setattr(letter, field, getattr(given, field))
    # Before the answer, after which nothing of a letter can change.
    if given.pdf:
        digest = sha256(given.pdf).hexdigest()
        SignedLetter.objects.create(letter=letter, content=given.pdf, sha256=digest)
    letter.save()
    if given.answer == LetterOfIntent.Answer.YES:
        _come_to_intent(letter)
    return letter


def _find(code: str, *, lock: bool) -> LetterOfIntent:
    letters = LetterOfIntent.objects.answerable_at(timezone.now())
    letters = letters.select_related("municipality")
    if lock:
        letters = letters.select_for_update(of=("self",))
    found = letters.filter(code_hash=hash_of(code)).first()
    if found is None:
        raise UnknownCodeError
    return found


def _come_to_intent(letter: LetterOfIntent) -> None:
    latest = letter.municipality.stages.first()
    if (latest.stage if latest else None) not in _MOVED_BY_AN_ANSWER:
        return
    come_to_stage(
        letter.municipality,
        Stage.INTENT,
        on=timezone.localdate(),
        by=_("Kommunen selv"),
        note=_("Intensjonserklæring, sak %(case)s") % {"case": letter.case_number},
    )
