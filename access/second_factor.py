"""Whether a password is enough to sign in, and what the sign-in is worth."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from access.accounts.models import User
from access.levels import PASSWORD
from access.models import AccessRules
from access.ways import has_second_factor

# The person is signed in, and may do nothing but get himself a second factor.
LACKS_FACTOR = "lacks_second_factor"
_BY_FACTOR = {
    Authenticator.Type.TOTP: "password_code",
    Authenticator.Type.RECOVERY_CODES: "password_paper",
    Authenticator.Type.WEBAUTHN: "passkey",
}


def method_of(request: HttpRequest, user: User) -> str:
    """Tell how a person has just signed in to a local account."""
    records = get_authentication_records(request, user)
    factors = [record["type"] for record in records if record.get("method") == "mfa"]
    return _BY_FACTOR[factors[-1]] if factors else PASSWORD


def is_lacking(user: User) -> bool:
    """Whether the municipality asks for a second factor, and the person has none."""
    if settings.AKSON_PASSWORD_IS_ENOUGH:
        return False
    rules = AccessRules.objects.filter(pk=1).first() or AccessRules()
    return rules.needs_second_factor and not has_second_factor(user)
