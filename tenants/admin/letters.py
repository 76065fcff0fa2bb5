"""The consortium's list of letters of intent: who has answered, who is silent, and what."""

from typing import Any, ClassVar
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.admin import ModelAdmin
from unfold.decorators import display

from tenants.admin.filters import (
    ClusterOfMunicipalityFilter,
    RegionOfMunicipalityFilter,
    WaveOfMunicipalityFilter,
)
from tenants.admin.history import note_change
from tenants.admin.rights import NothingIsDeleted
from tenants.agreements import services
from tenants.agreements.codes import UnknownCodeError
from tenants.agreements.letters import LetterOfIntent, SignedLetter
from tenants.agreements.sending import link_of
from tenants.jobs import send_letters

_PRINT_PAGE = "admin/tenants/letterofintent/print.html"
_LINK_PAGE = "admin/tenants/letterofintent/link.html"


class AnswerFilter(admin.SimpleListFilter):
    """Who has answered, and who has not."""

    title = _("svar")
    parameter_name = "svar"

    def lookups(self, *_args: Any) -> list[tuple[str, Any]]:
        """Name the choices."""
        return [
            ("tause", _("Tause: fristen er ute")),
            ("venter", _("Har ikke svart")),
            ("feil", _("Brevet kommer ikke fram")),
            ("ja", _("Ja")),
            ("nei", _("Nei")),
        ]

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        queryset: "QuerySet[LetterOfIntent]",
    ) -> "QuerySet[LetterOfIntent]":
        """Choose."""
        letters = LetterOfIntent.objects
        chosen = {
            "tause": letters.overdue_on(timezone.localdate()),
            "venter": letters.open(),
            "feil": letters.undelivered(),
            "ja": letters.filter(answer=LetterOfIntent.Answer.YES),
            "nei": letters.filter(answer=LetterOfIntent.Answer.NO),
        }.get(self.value() or "")
        return queryset if chosen is None else queryset.filter(pk__in=chosen)


class LetterOfIntentAdmin(NothingIsDeleted, ModelAdmin):
    """What municipalities were asked, and what they answered; nothing is typed here."""

    list_display = (
        "municipality",
        "show_state",
        "answer_by",
        "times_sent",
        "sent_at",
        "case_number",
    )
    list_filter = (
        AnswerFilter,
        ClusterOfMunicipalityFilter,
        WaveOfMunicipalityFilter,
        RegionOfMunicipalityFilter,
        "municipality__county_name",
    )
    search_fields = ("municipality__name", "municipality__numbers__number")
    list_select_related = ("municipality",)
    list_per_page = 60
    actions = ("remind", "show_link", "withdraw")
    readonly_fields: ClassVar[tuple[str, ...]] = (
        "municipality",
        "asked_at",
        "asked_by",
        "answer_by",
        "sent_at",
        "times_sent",
        "failures",
        "code_expires_at",
        "answered_at",
        "answer",
        "case_number",
        "decided_on",
        "signed_by",
        "signed_by_title",
        "show_file",
        "show_ways",
    )
    fields = readonly_fields

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """One asks from the list of municipalities."""
        return False

    def change_view(self, request: HttpRequest, object_id: str, *_rest: Any) -> Any:
        """Show it without buttons to save by: nothing is typed here."""
        nothing_to_save = {"show_save": False, "show_save_and_continue": False}
        return super().change_view(request, object_id, extra_context=nothing_to_save)

    @display(  # type: ignore[untyped-decorator]
        description=_("Status"),
        label={
            "yes": "success",
            "no": "default",
            "withdrawn": "default",
            "failed": "danger",
            "silent": "danger",
            "queued": "info",
            "waiting": "warning",
        },
    )
    def show_state(self, letter: LetterOfIntent) -> tuple[str, Any]:
        """How far it has come, in words with a colour beside."""
        if letter.answered_at:
            is_yes = letter.answer == LetterOfIntent.Answer.YES
            return ("yes", _("Ja")) if is_yes else ("no", _("Nei"))
        if letter.withdrawn_at:
            return "withdrawn", _("Trukket tilbake")
        if letter.failures:
            return "failed", _("Brevet kommer ikke fram")
        if letter.answer_by < timezone.localdate():
            return "silent", _("Taus: fristen er ute")
        if letter.is_to_be_sent:
            return "queued", _("Sendes snart")
        return "waiting", _("Har ikke svart")

    @admin.display(description=_("Signert erklæring"), empty_value="–")
    def show_file(self, letter: LetterOfIntent) -> str | None:
        """Lead to the signed letter; the checksum tells whether it is the same later."""
        signed = SignedLetter.objects.defer("content").filter(letter=letter).first()
        if signed is None:
            return None
        address = reverse("admin:signed_letter", args=[letter.pk])
        link = '<a class="text-link" href="{}">{}</a> (SHA-256 {}…)'
        return format_html(link, address, _("Last ned PDF"), signed.sha256[:12])

    @admin.display(description=_("Videre"))
    def show_ways(self, letter: LetterOfIntent) -> str:
        """Lead to a page to print."""
        address = reverse("admin:letter_print", args=[letter.pk])
        link = '<a class="text-link" href="{}">{}</a>'
        return format_html(link, address, _("Skriv ut"))

    def get_urls(self) -> list[URLPattern]:
        """Add the addresses of the signed letter, and of the page to print."""
        site = self.admin_site.admin_view
        own = [
            path("<uuid:pk>/pdf/", site(self.give_file), name="signed_letter"),
            path("<uuid:pk>/utskrift/", site(self.print_page), name="letter_print"),
        ]
        return own + list(super().get_urls())

    def print_page(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Show a letter and its answer as a page of its own, for paper or PDF."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = LetterOfIntent.objects.select_related("municipality", "signed")
        letter = get_object_or_404(found.defer("signed__content"), pk=pk)
        _tone, state = self.show_state(letter)
        context = {"letter": letter, "state": state, "now": timezone.now()}
        return render(request, _PRINT_PAGE, context)

    def give_file(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Give the letter as it came, never shown inside a page of ours: others wrote it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        signed = SignedLetter.objects.filter(letter=pk).first()
        if signed is None:
            raise Http404
        name = slugify(signed.letter.municipality.schema_name)
        answer = HttpResponse(bytes(signed.content), content_type="application/pdf")
        disposition = f'attachment; filename="intensjonserklaering-{name}.pdf"'
        answer["Content-Disposition"] = disposition
        answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
        return answer

    @admin.action(description=_("Send påminnelse med ny lenke"), permissions=["change"])
    def remind(self, request: HttpRequest, chosen: "QuerySet[LetterOfIntent]") -> None:
        """Send open letters once more."""
        say = _("Påminnelse bestilt.")
        number = _noted(request, [one for one in chosen if services.remind(one)], say)
        send_letters.delay()
        said = ngettext(
            "%(count)s påminnelse sendes.", "%(count)s påminnelser sendes.", number
        )
        messages.success(request, said % {"count": number})

    @admin.action(description=_("Vis en ny lenke én gang"), permissions=["change"])
    def show_link(
        self, request: HttpRequest, chosen: "QuerySet[LetterOfIntent]"
    ) -> HttpResponse | None:
        """Make a link that is handed over in another way than by mail; it is shown this once."""
        if chosen.count() != 1:
            messages.warning(request, _("Velg ett brev om gangen."))
            return None
        letter = get_object_or_404(chosen)
        try:
            link = link_of(services.renew_code(letter))
        except UnknownCodeError:
            messages.warning(request, _("Brevet er besvart eller trukket tilbake."))
            return None
        _noted(request, [letter], _("Ny lenke vist."))
        context = {
            **self.admin_site.each_context(request),
            "title": letter.municipality.name,
            "link": link,
            "days": services.CODE_LASTS.days,
            "opts": self.opts,
        }
        return render(request, _LINK_PAGE, context)

    @admin.action(description=_("Trekk tilbake"), permissions=["change"])
    def withdraw(
        self, request: HttpRequest, chosen: "QuerySet[LetterOfIntent]"
    ) -> None:
        """Ask no longer."""
        say = _("Trukket tilbake.")
        number = _noted(request, [one for one in chosen if services.withdraw(one)], say)
        said = ngettext(
            "%(count)s brev er trukket tilbake.",
            "%(count)s brev er trukket tilbake.",
            number,
        )
        messages.success(request, said % {"count": number})


def _noted(request: HttpRequest, letters: list[LetterOfIntent], say: Promise) -> int:
    """Note in the history of each what was done; gives how many they are."""
    for letter in letters:
        note_change(letter, str(say), user_id=str(request.user.pk))
    return len(letters)
