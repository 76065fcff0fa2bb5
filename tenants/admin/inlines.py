"""What is edited inside a municipality: host names, numbers, contact persons."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline

from tenants import services
from tenants.admin.rights import NothingIsDeleted
from tenants.agreements.contacts import ContactPerson
from tenants.models import Domain, Municipality, MunicipalityNumber


class DomainForm(ModelForm):  # type: ignore[type-arg] # not subscriptable at run time
    """A host name, in lower case, that nobody else has."""

    class Meta:
        model = Domain
        fields = ("domain", "is_primary")
        labels = {"is_primary": _("Hovednavn")}

    def __init__(self, *args: Any, is_first: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance._state.adding:
            self.initial["is_primary"] = is_first
        for field in self.fields.values():
            # The headings of an inline table are not its fields' labels.
            field.widget.attrs["aria-label"] = str(field.label)

    def clean_domain(self) -> str:
        """Refuse the platform's own host names."""
        host = str(self.cleaned_data["domain"]).strip().lower().rstrip(".")
        if refusal := services.own_host(host):
            raise ValidationError(refusal)
        return host


class DomainFormSet(BaseInlineFormSet):  # type: ignore[type-arg] # the same
    """Host names, of which the first is the primary one unless somebody chooses another."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Say whether there is none before it."""
        is_first = not self.initial_form_count()
        return super().get_form_kwargs(index) | {"is_first": is_first}


class DomainInline(NothingIsDeleted, TabularInline):
    """The host names of one municipality."""

    model = Domain
    form = DomainForm
    formset = DomainFormSet
    tab = False
    hide_title = True

    def get_extra(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        obj: Municipality | None = None,
        **_options: Any,
    ) -> int:
        """Give a row to write in to whoever has no host name."""
        return 0 if obj and obj.domains.exists() else 1


class NumberInline(NothingIsDeleted, TabularInline):
    """The municipality numbers, each in its period."""

    model = MunicipalityNumber
    extra = 0
    can_delete = False
    # It would say the number once more.
    hide_title = True
    readonly_fields = ("number", "valid_from", "valid_until")

    def has_add_permission(self, *_args: Any) -> bool:
        """Numbers come from the register, not by hand."""
        return False


class ContactForm(ModelForm):  # type: ignore[type-arg] # not subscriptable at run time
    """Whom to write to; each field says what it is, for the table's headings do not."""

    class Meta:
        model = ContactPerson
        fields = ("task", "name", "email", "phone", "gets_letters")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = str(field.label)


class ContactInline(TabularInline):
    """The municipality's contact persons; those who have left are removed."""

    model = ContactPerson
    form = ContactForm
    extra = 0
    tab = False
    hide_title = True

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may change them may remove them: nobody's address is kept for nothing."""
        return bool(self.has_change_permission(request, obj))
