"""Keyed hashes of what must not stand in the log itself: person numbers, typed user names."""

from django.utils.crypto import salted_hmac

from tenants.context import current_municipality

# Names the key, so that old hashes can be told from new ones when it is changed.
KEY_ID = "k1"


def keyed_hash(kind: str, value: str) -> str:
    """Give the hash of a value, the same for the same value here and now only.

    One municipality's hashes can be compared, so that the log can be asked who searched
    for a number; without the key nobody can try them all.

    Args:
        kind: What the value is: `identifier` or `username`.
        value: In one written form only.

    Returns:
        The key's name and SHA-256 in hexadecimal, `k1:...`.
    """
    municipality = current_municipality()
    return _hash(kind, str(municipality.id) if municipality else "consortium", value)


def platform_hash(kind: str, value: str) -> str:
    """Give the hash of a value that is the same in all municipalities.

    It finds the municipalities in which a person has an account, and is kept in none of
    them: what lies in one cannot be compared with what lies in another.
    """
    return _hash(kind, "platform", value)


def number_hash(value: str) -> str:
    """Give the keyed hash of a person number, as the log, accounts and ties keep it."""
    return keyed_hash("identifier", value)


def _hash(kind: str, where: str, value: str) -> str:
    digest = salted_hmac(f"akson.{kind}.{where}", value, algorithm="sha256").hexdigest()
    return f"{KEY_ID}:{digest}"
