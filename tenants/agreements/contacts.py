"""Whom the consortium talks to in a municipality; its employees, never its patients."""

import uuid
from collections.abc import Iterable
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ContactPersonQuerySet(models.QuerySet["ContactPerson"]):
    """Questions about whom to write to."""

    def who_get_letters(self, municipalities: Iterable[UUID]) -> Self:
        """Those of some municipalities who are written to about agreements."""
        return self.filter(municipality__in=municipalities, gets_letters=True)


class ContactPerson(models.Model):
    """Somebody, or an office, the consortium writes to (kontaktperson)."""

    class Task(models.TextChoices):
        """What the person answers for."""

        HEAD = "head", _("Kommunedirektør")
        ROLLOUT = "rollout", _("Leder innføringen")
        PRIVACY = "privacy", _("Personvernombud")
        TECHNOLOGY = "technology", _("Ansvarlig for IKT")
        POST = "post", _("Postmottak")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="contact_persons",
        verbose_name=_("kommune"),
    )
    task = models.CharField(_("oppgave"), max_length=10, choices=Task)
    name = models.CharField(_("navn"), max_length=150)
    email = models.EmailField(_("e-post"))
    phone = models.CharField(_("telefon"), max_length=30, blank=True)
    gets_letters = models.BooleanField(_("får brev om avtaler"), default=True)

    objects = ContactPersonQuerySet.as_manager()

    class Meta:
        ordering = ("municipality__sort_key", "task", "name")
        verbose_name = _("kontaktperson")
        verbose_name_plural = _("kontaktpersoner")
        constraints = (
            models.UniqueConstraint(
                name="contact_person_has_each_task_once",
                fields=["municipality", "task", "email"],
            ),
            models.CheckConstraint(
                name="contact_person_task_is_known",
                condition=Q(
                    task__in=("head", "rollout", "privacy", "technology", "post")
                ),
            ),
        )

    def __str__(self) -> str:
        return self.name
