"""Whose an account is: known by a keyed hash of the person's number, which is not kept.

Two hashes are made of it. The municipality's own stands with the account; the platform's
points from the one sign-in address to the municipality, and is kept in none.
"""

from django.db import IntegrityError
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.errors import RightsError
from access.events import RightsChange, account_target, carry_out
from access.person_number import PersonNumber
from access.selectors import is_employed
from access.services.employment import refuse_own_rights
from access.worker import Worker
from audit.hashing import number_hash, platform_hash
from tenants.account_places import keep_place


def check_person(user: User, number: PersonNumber) -> None:
    """Check that a number may be that of an account's person.

    Raises:
        RightsError: another account here has it.
    """
    same = User.objects.filter(person_hash=number_hash(number.value))
    if same.exclude(pk=user.pk).exists():
        raise RightsError(
            _("En annen konto har dette nummeret. En person har bare én konto."),
            field="national_id",
        )


def set_person(user: User, number: PersonNumber, *, by: Worker) -> User:
    """Say whose an account is, so that he can sign in with HelseID.

    Raises:
        RightsError: it is one's own account, nobody employs the person, so that anybody
            may be the next to decide over it, or another account has the number.
    """
    refuse_own_rights(user.pk, by)
    if not is_employed(user.pk):
        raise RightsError(_("Gi personen en ansettelse før du skriver nummeret."))
    check_person(user, number)
    try:
        carry_out([naming(user, number)], by=by)
    except IntegrityError:  # two wrote the same number at the same time
        check_person(user, number)
        raise
    return user


def naming(user: User, number: PersonNumber) -> RightsChange:
    """Prepare that it is stored whose an account is; see `set_person`."""

    def store() -> None:
        user.person_hash = number_hash(number.value)
        point_to(user, number.value)
        user.save(update_fields=["person_hash"])

    return RightsChange(account_target(user.pk), {"what": "person_set"}, store)


def point_to(user: User, number: str) -> None:
    """Let the one sign-in address find the account's municipality by a person's number."""
    keep_place(user.pk, platform_hash("identifier", number))
