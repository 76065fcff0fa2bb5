"""Paper: tagged PDF (PDF/UA-1), set by Typst from its own fonts (ADR 0018)."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import typst

LANGUAGES = ("nb", "nn")


def typeset(layout: Path, told: Mapping[str, object]) -> bytes:
    """Set what is told by a layout; nothing of what is told is read as markup."""
    made: bytes = typst.compile(
        layout.read_bytes(),
        sys_inputs={"told": json.dumps(told)},
        font_paths=_fonts(),
        pdf_standards="ua-1",
    )
    return made


@cache
def _fonts() -> typst.Fonts:
    """The typesetter's own fonts, so that paper is the same wherever it is made."""
    return typst.Fonts(include_system_fonts=False)
