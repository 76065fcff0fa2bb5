"""Allauth's second factors as Akson keeps them: secrets under a key, names in Norwegian."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes
from django.utils.translation import gettext_lazy as _

from tenants.context import current_municipality


class SecondFactorAdapter(DefaultMFAAdapter):
    """What allauth asks about one-time codes and passkeys."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Det stemmer ikke. Prøv på nytt."),
    }

    def encrypt(self, text: str) -> str:
        """Encrypt a secret, so that whoever reads the database alone cannot use it."""
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Decrypt it, also when the key has been changed since."""
        return _keys().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        """The name that stands over the code in the person's app."""
        municipality = current_municipality()
        return f"Akson {municipality.name}" if municipality else "Akson"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The municipality's host, to which a passkey is bound, under its name."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": self.get_totp_issuer()}

    def _get_user_identifier(self, user: Any) -> str:
        return str(user.get_username())


def _keys() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([_key(secret) for secret in secrets])


def _key(secret: str | bytes) -> Fernet:
    digest = sha256(b"akson.second-factor:" + force_bytes(secret)).digest()
    return Fernet(urlsafe_b64encode(digest))
