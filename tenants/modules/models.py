"""Which modules a municipality has. It lies in the schema `public` and holds no person's data."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from tenants.modules.registry import Module, State


class ModuleSetting(models.Model):
    """That a municipality has a module, may only read in it, or is without it (modulvalg).

    Where there is no row, it has the module.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="modules",
        verbose_name=_("kommune"),
    )
    module = models.CharField(_("modul"), max_length=20, choices=Module)
    state = models.CharField(_("status"), max_length=7, choices=State)

    class Meta:
        ordering = ("module",)
        verbose_name = _("modul")
        verbose_name_plural = _("moduler")
        default_permissions = ("view", "add", "change")
        constraints = (
            models.UniqueConstraint(
                name="municipality_has_a_module_once",
                fields=["municipality", "module"],
                violation_error_message=_("Modulen står her allerede."),
            ),
            models.CheckConstraint(
                name="module_state_is_known",
                condition=models.Q(state__in=("on", "reading", "off")),
            ),
        )

    def __str__(self) -> str:
        return str(Module(self.module).label)

    def clean(self) -> None:
        """Let a module that is in use be read before it is closed.

        Raises:
            ValidationError: it would be gone from one day to the next.
        """
        before = ModuleSetting.objects.filter(pk=self.pk).values_list(
            "state", flat=True
        )
        was_on = (before.first() or State.ON) == State.ON
        if self.state == State.OFF and was_on and self.municipality.is_active:
            say = _now(
                "Kommunen bruker modulen. Velg «Bare lesing» først, så de rekker å "
                "gjøre seg ferdige."
            )
            raise ValidationError({"state": say})
