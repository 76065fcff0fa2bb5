"""Keeps content types of different schemas apart in Django's cache of them.

The cache belongs to the process and knows no schemas: a thread at work in one municipality
would find what another thread read in another, and with it the wrong permissions wherever
ids differ. django-tenants empties the cache at each switch, which does not help threads.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connections


class CacheBySchema(dict[tuple[str, str], Any]):
    """The cache, which Django asks by alias, with the schema at work in its keys."""

    def __getitem__(self, alias: Any) -> Any:
        return super().__getitem__(_with_schema(alias))

    def setdefault(self, alias: Any, default: Any = None) -> Any:
        return super().setdefault(_with_schema(alias), default)


def keep_content_types_apart() -> None:
    """Give Django's cache of content types keys that name the schema."""
    ContentType.objects._cache = CacheBySchema()  # type: ignore[attr-defined]


def _with_schema(alias: str) -> tuple[str, str]:
    return (alias, str(getattr(connections[alias], "schema_name", "")))
