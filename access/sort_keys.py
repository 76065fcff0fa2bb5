"""A column that keeps rows in the order a Norwegian looks them up in."""

from typing import Any

from django.db import models

from access.norwegian_order import text_key


class SortKeyField(models.CharField):  # type: ignore[type-arg]
    """The key of a row's name, made anew from other fields each time the row is stored.

    Compared byte by byte (COLLATE "C"), since PostgreSQL may lack ICU. Storing a name by
    `update_fields` stores its key only if the key is among them.

    Args:
        sources: The fields the key is made of, the most important first.
    """

    def __init__(self, *sources: str, **options: Any) -> None:
        self.sources = sources
        options.setdefault("max_length", 310)
        options.setdefault("db_collation", "C")
        super().__init__(editable=False, blank=True, **options)

    def deconstruct(self) -> Any:
        """Tell a migration how to make the field again."""
        name, path, _args, options = super().deconstruct()
        del options["editable"], options["blank"]
        return name, path, list(self.sources), options

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002 - Django's
        """Make the key of the row as it is now."""
        parts = [text_key(getattr(model_instance, name)) for name in self.sources]
        key = " ".join(parts)[: self.max_length]
        setattr(model_instance, self.attname, key)
        return key
