"""The consortium writes the role matrix, reads what changed, and publishes it.

The classes are registered by `akson_project.admin_site`.
"""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import action, display

from access.errors import RightsError
from access.matrix.forms.cells import CELL_FIELDS
from access.matrix.rules.cells import WITH_RIGHTS, WITHOUT_RIGHTS
from access.matrix.rules.words import RECORDS
from access.matrix.selectors.tables import told
from access.publishing import services
from access.publishing.asking import ask_for_password
from access.publishing.forms import VersionRowForm
from access.publishing.models import MatrixVersion, MatrixVersionRow
from access.roles import RecordKind


class MatrixVersionAdmin(ModelAdmin):
    """The versions: one may be a draft; the others are what they were published as."""

    list_display = ("name", "show_state", "published_at", "published_by")
    readonly_fields = ("name", "published_at", "published_by", "roles", "changes")
    actions_submit_line = ("publish",)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show a version or store its note; publish it for whoever has just shown who he is."""
        if request.method == "POST" and self._publishes(request, object_id):
            asked = ask_for_password(
                request,
                self.admin_site,
                why=_now(
                    "Versjonen er ikke gitt ut ennå. Skriv passordet ditt, så gis den ut til kommunene."
                ),
                button=_now("Bekreft og gi ut"),
            )
            if asked is not None:
                return asked
        response: HttpResponse = super().changeform_view(
            request, object_id, form_url, extra_context
        )
        return response

    def _publishes(self, request: HttpRequest, object_id: str | None) -> bool:
        offered = self.get_actions_submit_line(request, object_id)
        return any(one.action_name in request.POST for one in offered)

    def has_delete_permission(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: MatrixVersion | None = None,  # noqa: ARG002
    ) -> bool:
        """Nobody deletes."""
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """One draft at a time."""
        return super().has_add_permission(request) and not services.drafts().exists()

    def has_change_permission(
        self, request: HttpRequest, obj: MatrixVersion | None = None
    ) -> bool:
        """Only a draft changes."""
        may = bool(super().has_change_permission(request, obj))
        return may and (obj is None or obj.is_draft)

    def get_fieldsets(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: MatrixVersion | None = None,
    ) -> Any:
        if obj is None:
            return ((None, {"fields": ("note",)}),)
        facts = ("name", "published_at", "published_by", "note", "changes", "roles")
        return ((None, {"fields": facts}),)

    def save_model(
        self,
        request: HttpRequest,
        obj: MatrixVersion,
        form: Any,
        change: bool,
    ) -> None:
        """Store the note or begin a draft; then publish it, if that was asked for."""
        if change:
            super().save_model(request, obj, form, change)
        else:
            services.begin_draft(obj)

    def response_add(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: MatrixVersion,
        post_url_continue: str | None = None,  # noqa: ARG002
    ) -> HttpResponse:
        """Stay with the draft, whose roles are what is to be changed."""
        address = reverse("admin:publishing_matrixversion_change", args=[obj.pk])
        return HttpResponseRedirect(address)

    @action(description=_("Lagre og gi ut til kommunene"))  # type: ignore[untyped-decorator]
    def publish(self, request: HttpRequest, obj: MatrixVersion) -> None:
        """Publish the draft; a refusal becomes a message."""
        try:
            services.publish(obj, by=str(request.user.get_username()))
        except RightsError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, _now("Versjonen er gitt ut til kommunene."))

    @display(description=_("Status"), label={"draft": "info", "published": "success"})  # type: ignore[untyped-decorator]
    def show_state(self, obj: MatrixVersion) -> tuple[str, str]:
        """Draft or published, in words."""
        if obj.is_draft:
            return "draft", _now("Utkast")
        return "published", _now("Gitt ut")

    @admin.display(description=_("versjon"), ordering="number")
    def name(self, obj: MatrixVersion) -> str:
        return str(obj)

    @admin.display(description=_("endringer fra forrige versjon"))
    def changes(self, obj: MatrixVersion) -> str:
        """Each changed cell, in words."""
        found = told(services.changes_in(obj))
        if not found:
            return _now("Ingen")
        lines = format_html_join(
            "", "<li>{}: {}</li>", ((t.where, t.change) for t in found)
        )
        return format_html("<ul>{}</ul>", lines)

    @admin.display(description=_("roller"))
    def roles(self, obj: MatrixVersion) -> str:
        """A link to each role, by kind of record."""
        order = [role.value for role in WITH_RIGHTS]
        rows = sorted(
            (row for row in obj.rows.all() if row.role in order),
            key=lambda row: order.index(row.role),
        )
        parts = (
            (RECORDS[kind], self._links([r for r in rows if r.record_kind == kind]))
            for kind in RecordKind
        )
        return format_html_join("", "<p>{}</p><ul>{}</ul>", parts)

    @staticmethod
    def _links(rows: list[MatrixVersionRow]) -> SafeString:
        name = "admin:publishing_matrixversionrow_change"
        links = ((reverse(name, args=[r.pk]), r.get_role_display()) for r in rows)
        return format_html_join(
            "", '<li><a class="staff-link" href="{}">{}</a></li>', links
        )


class MatrixVersionRowAdmin(ModelAdmin):
    """One role of a version; reached from its version."""

    form = VersionRowForm
    list_display = ("version", "record_kind", "role")
    list_filter = ("version", "record_kind")
    list_display_links = ("role",)
    readonly_fields = ("its_version", "record_kind", "role")
    fieldsets = (
        (None, {"fields": ("its_version", "record_kind", "role")}),
        (_("Opplysninger"), {"fields": CELL_FIELDS}),
        (_("Handlinger"), {"fields": ("does", "seen")}),
    )

    @admin.display(description=_("versjon"))
    def its_version(self, obj: MatrixVersionRow) -> str:
        """In words alone: the theme's own link is too pale to read."""
        return str(obj.version)

    def has_delete_permission(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: MatrixVersionRow | None = None,  # noqa: ARG002
    ) -> bool:
        """Nobody deletes."""
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Each role has its row from the start."""
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: MatrixVersionRow | None = None
    ) -> bool:
        """Only in a draft, and for the roles that read records."""
        may = bool(super().has_change_permission(request, obj))
        is_open = obj is None or (
            obj.version.is_draft and obj.role not in WITHOUT_RIGHTS
        )
        return may and is_open

    def save_model(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: MatrixVersionRow,
        form: Any,  # noqa: ARG002
        change: bool,  # noqa: ARG002
    ) -> None:
        """Store the row, which the form has filled."""
        services.save_row(obj)
