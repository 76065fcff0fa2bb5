"""Who vouches for people's identity, who we are to it, and where we are answered."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the environment says of HelseID; see docs/operations.md."""

    issuer: str
    client_id: str
    key_file: Path
    origin: str

    @property
    def redirect_uri(self) -> str:
        """Where HelseID sends the browser back to: the same for all municipalities."""
        return self.at("sign_in:back")

    def at(self, name: str, **ids: object) -> str:
        """Give the whole address of a page at the one sign-in address."""
        urls = settings.AKSON_SIGN_IN_URLCONF
        return self.origin + reverse(name, urlconf=urls, kwargs=ids)


def is_configured() -> bool:
    """Whether one can sign in with HelseID here."""
    return bool(settings.AKSON_HELSEID)


def configuration() -> Configuration:
    """Give what sign-in with HelseID needs to know; ask `is_configured` first."""
    found = settings.AKSON_HELSEID
    return Configuration(
        issuer=found["ISSUER"],
        client_id=found["CLIENT_ID"],
        key_file=Path(found["KEY_FILE"]),
        origin=found["ORIGIN"],
    )
