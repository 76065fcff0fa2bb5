"""What all of the local administrators' administration has in common."""

from typing import Any, cast
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.admin import ModelAdmin as DjangoModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.admin import ModelAdmin
from unfold.decorators import action as button

from access.accounts.models import User
from access.admin_refusals import TellsRefusals
from access.asking_again import ask_again
from access.errors import RightsError
from access.requests import AksonRequest
from access.selectors import administered_unit_ids
from access.services.accounts import password_link
from access.worker import Worker


def administered(request: HttpRequest) -> list[UUID]:
    """The units a person administers now, asked once for each request."""
    found: list[UUID] | None = getattr(request, "administered_units", None)
    if found is None:
        user = request.user
        found = administered_unit_ids(user.pk) if user.is_authenticated else []
        request.administered_units = found  # type: ignore[attr-defined]
    return found


def may_change(request: HttpRequest) -> bool:
    """Whether the person administers anything, and it can be stored now."""
    is_suspended: bool = getattr(request, "is_suspended", False)
    return bool(administered(request)) and not is_suspended


def acting(request: HttpRequest) -> Worker:
    """The person who administers."""
    return cast(AksonRequest, request).worker


def hand_over_link(request: HttpRequest, user: User) -> None:
    """Show a one-time link once, and mail it when there is an address."""
    link = request.build_absolute_uri(password_link(user, by=acting(request)))
    text = _(
        "Gi denne lenken til %(name)s. Den vises bare nå, virker én gang og "
        "gjelder i tre dager: %(link)s"
    )
    messages.warning(request, text % {"name": user.name, "link": link})
    if user.email:
        mail_link(request, user, link)
        sent = _("Lenken er også sendt til %(email)s.")
        messages.info(request, sent % {"email": user.email})


def mail_link(request: HttpRequest, user: User, link: str) -> None:
    """Mail a one-time link to the person it is for."""
    context = {"username": user.username, "password_reset_url": link}
    get_adapter(request).send_mail("account/email/invitation", user.email, context)


class EachChangeByItself(DjangoModelAdmin):  # type: ignore[type-arg]
    """Lets the services hold the transactions: the log's event is committed first."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show or take a form, outside any transaction."""
        response: HttpResponse = self._changeform_view(  # type: ignore[attr-defined]
            request, object_id, form_url, extra_context
        )
        return response


class LocalAdministration(TellsRefusals, ModelAdmin, EachChangeByItself):
    """Administration for those with the role lokal administrator, and nobody else.

    Staff status, superusers and Django's permissions play no part. Nothing is deleted.
    """

    compressed_fields = False
    refusals = (RightsError,)
    # Code of what one shows who one is for before a change; "" where nobody's rights change.
    asks_again_for = ""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Show a form, or take one from whoever has just shown that it is he."""
        asked = self._asked_again(request)
        return asked or super().changeform_view(request, *args, **kwargs)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the list, or do something to those chosen in it."""
        asked = self._asked_again(request)
        if asked is not None:
            return asked
        response: HttpResponse = super().changelist_view(request, extra_context)
        return response

    def _asked_again(self, request: HttpRequest) -> HttpResponse | None:
        if not self.asks_again_for:
            return None
        return ask_again(cast(AksonRequest, request), what=self.asks_again_for)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(administered(request))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return bool(administered(request))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_change(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return may_change(request)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **facts: Any
    ) -> HttpResponse:
        """Offer one way to save, beside what else can be done."""
        one = {"show_save_and_add_another": False, "show_save_and_continue": False}
        response: HttpResponse = super().render_change_form(
            request, context | one, *args, **facts
        )
        return response

    def get_actions(self, request: HttpRequest) -> Any:
        """What can be done to those chosen in the list; nothing in a suspended municipality."""
        return super().get_actions(request) if may_change(request) else {}

    def get_actions_list(self, request: HttpRequest) -> Any:
        """What can be done beside the list; the same."""
        return super().get_actions_list(request) if may_change(request) else []

    def get_actions_submit_line(self, request: HttpRequest, object_id: Any) -> Any:
        """What can be done to one; the same."""
        found = super().get_actions_submit_line(request, object_id)
        return found if may_change(request) else []

    def has_delete_permission(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: Any = None,  # noqa: ARG002
    ) -> bool:
        return False

    @button(description=gettext_lazy("Importer fra fil"), url_path="fra-fil")  # type: ignore[untyped-decorator]
    def import_file(self, request: HttpRequest) -> HttpResponse:  # noqa: ARG002 - Unfold's
        """Go to the page where people, employments and shifts are imported."""
        return HttpResponseRedirect(reverse("staff:import"))

    def store(self, request: HttpRequest, obj: Any, form: Any) -> None:
        """Hand what was typed to the service that stores it."""
        raise NotImplementedError

    def save_model(
        self,
        request: HttpRequest,
        obj: Any,
        form: Any,
        change: bool,  # noqa: ARG002 - Django's
    ) -> None:
        """Store it through its service, then do what else was asked for."""
        self.store(request, obj, form)
        for action in self.get_actions_submit_line(request, obj.pk):
            if action.action_name in request.POST:
                self.attempt(request, action.method, obj)

    def attempt(self, request: HttpRequest, action: Any, obj: Any) -> bool:
        """Do one thing to one row; a refusal becomes a message."""
        try:
            action(request, obj)
        except RightsError as error:
            messages.error(request, error.message)
            return False
        return True
