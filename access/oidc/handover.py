"""Hands a person over from the one sign-in address to a municipality's own host.

A cookie belongs to one host, so that a session begun at the one address would not follow.
Instead the municipality makes a secret in the browser (the binding) and sends its hash
along; what comes back is a code that is good once, for a minute, in that browser alone.
"""

from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from access.accounts.models import User
from access.oidc import memory
from access.oidc.accounts import check_licence, open_account
from access.oidc.memory import Kind
from access.oidc.refusals import Refusal, SignInRefusedError
from tenants.context import in_municipality
from tenants.models import Domain, Municipality


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody HelseID has vouched for: ids of his accounts, and nothing of who he is.

    `accounts` has an account's id by that of its municipality, both as text.
    """

    accounts: dict[str, str]
    hpr_number: str
    auth_time: int
    sid: str

    def facts(self) -> dict[str, Any]:
        """Give what is kept until the person has chosen."""
        return asdict(self)


def proof_of(binding: str) -> str:
    """Give what is told of a binding on the way: a hash nobody can make again without it."""
    return sha256(binding.encode()).hexdigest()


def way_to(request: HttpRequest, domain: Domain, name: str, query: str = "") -> str:
    """Give the whole address of a page of a municipality, with this request's port."""
    port = request.get_host().partition(":")[2]
    host = f"{domain.domain}:{port}" if port else domain.domain
    path = reverse(name, urlconf=settings.ROOT_URLCONF)
    return f"{request.scheme}://{host}{path}{query}"


def code_for(person: Person, municipality: Municipality, proof: str) -> str:
    """Make the code that signs a person in at one municipality.

    Raises:
        SignInRefusedError: his account has been closed, or he lacks the licence.
    """
    account_id = UUID(person.accounts[str(municipality.id)])
    with in_municipality(municipality):
        check_licence(open_account(account_id), person.hpr_number)
    facts = {
        "municipality": str(municipality.id),
        "account": str(account_id),
        "proof": proof,
        "session": {"sid": person.sid, "auth_time": person.auth_time},
    }
    return memory.keep(Kind.CODE, facts)


def take_over(
    code: str, binding: str, municipality: Municipality
) -> tuple[User, dict[str, Any]]:
    """Find whom a code signs in at the municipality that is entered.

    Returns:
        The account, and what HelseID calls the session.

    Raises:
        SignInRefusedError: the code is used, too old, another municipality's or another
            browser's, or the account has been closed.
    """
    facts = memory.take(Kind.CODE, code)
    if (
        facts is None
        or facts["municipality"] != str(municipality.id)
        or not constant_time_compare(facts["proof"], proof_of(binding))
    ):
        raise SignInRefusedError(Refusal.EXPIRED, "code")
    return open_account(UUID(facts["account"])), facts["session"]
