"""Gives everything in a world another name, and keeps what it says."""

from dataclasses import fields, is_dataclass, replace
from uuid import UUID


def renamed(value, new):
    """Replace every id in a world by `new(id)`."""
    if isinstance(value, UUID):
        return new(value)
    if isinstance(value, tuple):
        return tuple(renamed(one, new) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{f.name: renamed(getattr(value, f.name), new) for f in fields(value)},
        )
    return value


def salted(salt):
    """New names in the same order, so that who is first among equals stays first."""
    return lambda old: UUID(int=(salt << 96) + old.int)


def backwards(old):
    """New names in the opposite order."""
    return UUID(int=(1 << 127) - old.int)
