"""Accounts, as the local administrators of a municipality see them.

The class is registered by `akson_project.admin_site`.
"""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.decorators import action
from unfold.enums import ActionVariant

from access.accounts.models import User
from access.admin_base import (
    LocalAdministration,
    acting,
    administered,
    hand_over_link,
    may_change,
)
from access.admin_filters import UseFilter
from access.forms.admin import AccountForm
from access.forms.hiring import NewWorkerForm
from access.models import Employment
from access.selectors import (
    accounts_administered_from,
    employments_of,
    in_force,
    is_employed,
    period_in_words,
    units_in_tree,
    work_in_words,
)
from access.services.accounts import (
    change_account,
    set_active,
    take_factors_away,
)
from access.services.hiring import end_all, hire_new
from access.services.locks import is_locked_out, unlock
from access.services.person import set_person
from access.ways import has_second_factor


class AccountAdmin(LocalAdministration):
    """Accounts of a municipality: made without a password, closed, never deleted."""

    form = AccountForm
    asks_again_for = "rights"
    list_display = ("family_name", "first_name", "username", "work", "is_open")
    list_filter = ("is_active", UseFilter)
    search_fields = ("first_name", "last_name", "username")
    ordering = ("sort_key",)
    actions_list = ("import_file",)
    actions = None
    actions_submit_line = (
        "send_link",
        "unlock",
        "lose_factors",
        "leave",
        "close",
        "open_again",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:  # noqa: ARG002
        found = Employment.objects.filter(in_force()).order_by(
            "content_object__sort_key"
        )
        now = found.select_related("permission", "content_object")
        # Read with the page of accounts, not one by one.
        work = Prefetch("employment_set", now, to_attr="work_now")
        return User.objects.order_by(*self.ordering).prefetch_related(work)

    def has_change_permission(
        self, request: HttpRequest, obj: User | None = None
    ) -> bool:
        """Only those who work nowhere but where the administrator decides."""
        if obj is None or not may_change(request):
            return may_change(request)
        mine = accounts_administered_from(administered(request))
        return mine.filter(pk=obj.pk).exists()

    def get_form(
        self,
        request: HttpRequest,
        obj: User | None = None,
        change: bool = False,
        **kwargs: Any,
    ) -> type[AccountForm]:
        """Hire somebody new with one form; ask for a number only where it may be said."""
        if obj is None:
            kwargs["form"] = NewWorkerForm
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.by = acting(request)
        form.units = units_in_tree(administered(request)).filter(is_active=True)
        if not self._may_say_whose(request, obj):
            del form.base_fields["national_id"]
        return form  # type: ignore[no-any-return]

    @staticmethod
    def _may_say_whose(request: HttpRequest, obj: User | None) -> bool:
        """Only those who employ the person, and nobody of his own account."""
        if not may_change(request):
            return False
        if obj is None:
            return True
        return obj.pk != acting(request).user_id and is_employed(obj.pk)

    def get_fieldsets(
        self,
        request: HttpRequest,
        obj: User | None = None,
    ) -> Any:
        name = ("first_name", "last_name", "username")
        # Links go to the address, so that only those who employ the person choose it.
        address = ("email",) if obj is None or is_employed(obj.pk) else ()
        number = ("national_id",) if self._may_say_whose(request, obj) else ()
        person = (None, {"fields": (*name, *address, *number)})
        profession = (
            _("Fag og stilling"),
            {"fields": ("title", "profession", "hpr_number")},
        )
        if obj is None:
            work = {"fields": ("role", "content_object", "first_day", "last_day")}
            return person, (_("Ansettelsen"), work), profession
        more = ("another",) if may_change(request) else ()
        facts = {"fields": ("employments", *more, "is_open", "last_login")}
        return (_("Ansettelser og konto"), facts), person, profession

    def get_readonly_fields(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: User | None = None,
    ) -> tuple[str, ...]:
        facts = ("employments", "another", "is_open", "last_login")
        return facts if obj else ()

    def get_actions_submit_line(self, request: HttpRequest, object_id: Any) -> Any:
        """Offer to close an open account, to open a closed one, and a link if it works."""
        found = super().get_actions_submit_line(request, object_id)
        user = User.objects.filter(pk=object_id).first()
        hidden = {"open_again" if user is None or user.is_active else "close"}
        if user is None or not is_employed(user.pk):
            hidden |= {"send_link", "leave"}
        if user is None or not is_locked_out(user):
            hidden.add("unlock")
        if user is None or not has_second_factor(user):
            hidden.add("lose_factors")
        return [one for one in found if not one.action_name.endswith(tuple(hidden))]

    def store(self, request: HttpRequest, obj: User, form: AccountForm) -> None:
        number = form.cleaned_data.get("national_id")
        if isinstance(form, NewWorkerForm) and form.employment is not None:
            hire_new(obj, form.employment, by=acting(request), number=number)
            hand_over_link(request, obj)
            return
        changed = set(form.changed_data) - {"national_id"}
        change_account(obj, changed=changed, by=acting(request))
        if number:
            set_person(obj, number, by=acting(request))

    def response_add(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        obj: User,
        post_url_continue: str | None = None,  # noqa: ARG002
    ) -> HttpResponse:
        """Go to the new person's page, where his one-time link is shown."""
        return HttpResponseRedirect(
            reverse("admin:accounts_user_change", args=[obj.pk])
        )

    @action(description=_("Lag engangslenke for passord"))  # type: ignore[untyped-decorator]
    def send_link(self, request: HttpRequest, obj: User) -> None:
        """Show a one-time link once."""
        hand_over_link(request, obj)

    @action(description=_("Åpne innloggingen etter feil passord"))  # type: ignore[untyped-decorator]
    def unlock(self, request: HttpRequest, obj: User) -> None:
        """Let a person who has typed a wrong password too often try again at once."""
        unlock(obj, by=acting(request))
        messages.success(request, _now("Personen kan prøve å logge inn igjen nå."))

    @action(description=_("Fjern totrinn som er mistet"))  # type: ignore[untyped-decorator]
    def lose_factors(self, request: HttpRequest, obj: User) -> None:
        """Let a person who has lost telephone or key set it up anew."""
        take_factors_away(obj, by=acting(request))
        text = _now(
            "Personen er logget ut overalt, og setter opp totrinn på nytt etter passordet."
        )
        messages.success(request, text)

    @action(description=_("Avslutt alle ansettelser nå"), variant=ActionVariant.DANGER)  # type: ignore[untyped-decorator]
    def leave(self, request: HttpRequest, obj: User) -> None:
        """End all a person's work here this minute."""
        done = end_all(obj, by=acting(request))
        text = ngettext(
            "%(count)d ansettelse er avsluttet. Personen er logget ut overalt.",
            "%(count)d ansettelser er avsluttet. Personen er logget ut overalt.",
            done,
        )
        messages.success(request, text % {"count": done})

    @action(description=_("Steng kontoen"), variant=ActionVariant.DANGER)  # type: ignore[untyped-decorator]
    def close(self, request: HttpRequest, obj: User) -> None:
        """Close the account and sign the person out."""
        set_active(obj, is_active=False, by=acting(request))

    @action(description=_("Åpne kontoen igjen"))  # type: ignore[untyped-decorator]
    def open_again(self, request: HttpRequest, obj: User) -> None:
        """Let the person sign in again."""
        set_active(obj, is_active=True, by=acting(request))

    @admin.display(description=_("etternavn"), ordering="sort_key")
    def family_name(self, obj: User) -> str:
        return obj.last_name or obj.username

    @admin.display(description=_("åpen"), boolean=True, ordering="is_active")
    def is_open(self, obj: User) -> bool:
        return obj.is_active

    @admin.display(description=_("arbeider som"))
    def work(self, obj: User) -> str:
        return work_in_words(obj.work_now)  # type: ignore[attr-defined]

    @admin.display(description=_("ansettelser"))
    def employments(self, obj: User) -> str:
        """Each employment as a link."""
        listed = format_html_join("", "<li>{}</li>", self._employment_links(obj))
        return format_html("<ul>{}</ul>", listed)

    @admin.display(description=_("jobber også et annet sted"))
    def another(self, obj: User) -> str:
        """The way to one more employment."""
        link = '<a class="staff-link" href="{}">{}</a>'
        return format_html(link, _hire_url(obj), _now("Gi en ansettelse til"))

    def _employment_links(self, obj: User) -> list[tuple[str]]:
        found = employments_of(obj.pk)
        if not found:
            return [(_now("Ingen"),)]
        return [
            (
                format_html(
                    '<a class="staff-link" href="{}">{}</a> {}',
                    reverse("admin:access_employment_change", args=[one.pk]),
                    work_in_words([one]),
                    period_in_words(one),
                ),
            )
            for one in found
        ]


def _hire_url(user: User) -> str:
    return f"{reverse('admin:access_employment_add')}?user={user.pk}"
