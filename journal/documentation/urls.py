"""Addresses of notes, inside a record."""

from django.urls import path

from journal.documentation import views

app_name = "documentation"

_RECORD = "records/<uuid:record_id>/"
_NOTE = f"{_RECORD}notes/<uuid:note_id>/"

urlpatterns = [
    path(f"{_RECORD}notes/", views.notes, name="notes"),
    path(f"{_RECORD}notes/new/", views.new, name="new"),
    path(_NOTE, views.note, name="note"),
    path(f"{_NOTE}edit/", views.edit, name="edit"),
    path(f"{_NOTE}autosave/", views.autosave, name="autosave"),
    path(f"{_NOTE}sign/", views.sign, name="sign"),
    path(f"{_NOTE}discard/", views.discard, name="discard"),
    path(f"{_NOTE}correct/", views.correct, name="correct"),
    path(f"{_NOTE}in-error/", views.in_error, name="in_error"),
    path(f"{_NOTE}withhold/", views.withhold, name="withhold"),
    path(f"{_RECORD}print/", views.print_notes, name="print"),
]
