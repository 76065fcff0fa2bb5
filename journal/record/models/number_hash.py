"""A column that names a person by a keyed hash of his number."""

from typing import Any

from django.db import models

from audit.hashing import number_hash


class NumberHashField(models.CharField):  # type: ignore[type-arg]
    """The keyed hash of the number in another field, made anew each time the row is stored.

    Args:
        source: The field with the number.
    """

    def __init__(self, source: str, **options: Any) -> None:
        self.source = source
        options.setdefault("max_length", 80)
        super().__init__(editable=False, blank=True, db_default="", **options)

    def deconstruct(self) -> Any:
        """Tell a migration how to make the field again."""
        name, path, _args, options = super().deconstruct()
        for given in ("editable", "blank", "db_default"):
            del options[given]
        return name, path, [self.source], options

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002 - Django's
        """Make the hash of the number as it is now."""
        value = number_hash(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, value)
        return value
