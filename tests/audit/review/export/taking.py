"""Taking a part of the log out, and opening the file as another program does."""

import csv
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO, StringIO

import openpyxl

from audit.review.export import services
from audit.review.export.files import Kind
from audit.review.rules.log_filter import LogFilter, Named

NOON = datetime(2026, 5, 6, 10, tzinfo=UTC)
CHOSEN = LogFilter(since=NOON.date(), until=NOON.date())
MARK = "[0-9A-Z]{8}"


def export(chosen, world, kind=Kind.CSV):
    with services.export_log(chosen, by=world.auditor, kind=kind) as file:
        return file.read()


def rows_of(file):
    text = file.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def sheets_of(file):
    """Open the file as another program does."""
    book = openpyxl.load_workbook(BytesIO(file))
    return [
        [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book
    ]


def of_nurse(world, **facts):
    return replace(CHOSEN, actor=Named(world.nurse.user_id, "Siri Sykepleier"), **facts)
