"""The account a person signs in with, in one municipality or in the consortium."""

from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from access.accounts import sessions
from access.accounts.managers import UserManager, fold_username
from access.codes import Profession
from access.sort_keys import SortKeyField

Session = sessions.Session


class Language(models.TextChoices):
    """The written language a person has chosen for the screens."""

    BOKMAL = "nb", _("Bokmål")
    NYNORSK = "nn", _("Nynorsk")


class User(AbstractUser):
    """A worker's account (brukerkonto; FHIR: Practitioner).

    In a municipality nobody is a superuser: the database refuses it
    (`nobody_bypasses_the_policy`). What a person may do follows from employments.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    sort_key = SortKeyField("last_name", "first_name")
    profession = models.CharField(
        _("helsepersonellkategori"), max_length=4, blank=True, choices=Profession
    )
    title = models.CharField(_("stilling"), max_length=80, blank=True)
    hpr_number = models.CharField(_("HPR-nummer"), max_length=9, blank=True)
    # A keyed hash of the national id: who signs in elsewhere is found by it, and who would
    # read of himself or of his own family is known by it. The number itself is not kept.
    person_hash = models.CharField(  # noqa: DJ001 - unique where there is one
        max_length=80, null=True, unique=True, editable=False
    )
    language = models.CharField(
        _("målform"), max_length=5, choices=Language, blank=True
    )

    objects: ClassVar[UserManager] = UserManager()

    class Meta(AbstractUser.Meta):
        verbose_name = _("bruker")  # type: ignore[assignment]
        verbose_name_plural = _("brukere")  # type: ignore[assignment]

    def __str__(self) -> str:
        full_name = self.get_full_name()
        return f"{full_name} ({self.username})" if full_name else self.username

    @property
    def name(self) -> str:
        """The name shown to colleagues and patients."""
        return self.get_full_name() or self.username

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """Give the form a user name is stored in."""
        return fold_username(super().normalize_username(username))
