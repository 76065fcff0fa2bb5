"""Finds the strings people see, and keeps the translations in step with the sources.

After a string has changed, run it and translate what it says is missing:

    .venv/bin/python -m akson_project.extraction

Our own strings are bokmål, so only nynorsk translates them. What packages say in
English and nobody has translated, is translated in both.
"""

import gettext
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import polib
from babel.messages.extract import DEFAULT_KEYWORDS, extract, extract_python
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "akson_project" / "locale"
HEADERS = {
    "nb": "In bokmål: what packages say in English.",
    "nn": "In nynorsk: what Akson says in bokmål, and packages in English.",
}
OWN = ("access", "akson_project", "audit", "journal", "templates", "tenants")
LANGUAGES = tuple(HEADERS)
# Whose words are shown in the two administrations and at sign-in.
PACKAGES = (
    "allauth/account",
    "axes",
    "django_tenants",
    "guardian",
    "simple_history",
    "unfold",
)
# Django's applications that Akson uses, so that their translations are there.
DJANGO_APPS = ("admin", "auth", "contenttypes", "humanize", "postgres", "sessions")
# Parts of packages that Akson does not use.
UNUSED = (
    "allauth/account/admin.py",
    "guardian/templates/admin/guardian/contrib",
    "unfold/contrib/constance",
    "unfold/contrib/forms",
    "unfold/contrib/guardian",
    "unfold/contrib/import_export",
    "unfold/contrib/location_field",
    "unfold/templates/unfold_crispy",
)
# What Django's own nynorsk says in bokmål; our catalogue wins over Django's.
SAID_BETTER = (
    "Select %s",
    "Select %s to change",
    "Select %s to view",
    "Select a valid choice. %(value)s is not one of the available choices.",
    "Select a valid choice. That choice is not one of the available choices.",
    "Select all %(total_count)s %(module_name)s",
)
# What Django says in words that agree with some nouns only: "Legg til ny vertsnavn".
FITTING_ANY_NOUN = ("Add another %(verbose_name)s",)
SKIPPED_FOLDERS = {"migrations", "tests", "locale", "static"}
# Names that a module may give gettext, beside those babel knows.
KEYWORDS: Mapping[str, Any] = DEFAULT_KEYWORDS | {
    "_now": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "pgettext_lazy": ((1, "c"), 2),
}

Found = Generator[tuple[int, str | tuple[str, ...], list[str], str | None], None, None]


Key = tuple[str | None, str]


@dataclass
class Message:
    """A string that is translated, and the files it stands in."""

    context: str | None
    text: str
    plural: str | None = None
    files: list[str] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """What gettext looks it up by: the plural is not part of that."""
        return self.context, self.text


def own_messages() -> dict[Key, Message]:
    """Return the strings of Akson itself."""
    return _messages(ROOT, OWN)


def borrowed_messages(language: str) -> dict[Key, Message]:
    """Return the strings of packages that nobody else has translated to a language."""
    found = _messages(_packages_root(), PACKAGES)
    is_known = _translated_by_others(language)
    return {key: message for key, message in found.items() if not is_known(message)}


def wanted_messages(language: str) -> dict[Key, Message]:
    """Return what our catalogue of a language has to translate; ours stand first."""
    borrowed = _from_django(FITTING_ANY_NOUN) | borrowed_messages(language)
    if language == "nb":
        return borrowed
    own = own_messages()
    return own | _from_django(SAID_BETTER) | borrowed | own


def _from_django(texts: Iterable[str]) -> dict[Key, Message]:
    return {(None, text): Message(None, text, files=["django"]) for text in texts}


def catalogue_path(language: str) -> Path:
    """Return where the catalogue of a language is kept."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def update(path: Path, language: str) -> list[str]:
    """Bring a catalogue in step with the sources, and return what is not translated."""
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    known = {(entry.msgctxt, entry.msgid, entry.msgid_plural): entry for entry in old}
    new = polib.POFile(wrapwidth=88)
    new.header = f"{HEADERS[language]} Kept in step by akson_project.extraction."
    new.metadata = _metadata(language)
    for message in wanted_messages(language).values():
        entry = _entry(message)
        before = known.get((entry.msgctxt, entry.msgid, entry.msgid_plural))
        if before is not None:
            entry.msgstr = before.msgstr
            entry.msgstr_plural = before.msgstr_plural or entry.msgstr_plural
        new.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    new.save(str(path))
    return [entry.msgid for entry in new.untranslated_entries()]


def main() -> None:
    """Update every catalogue, compile it, and say what is missing."""
    for language in LANGUAGES:
        path = catalogue_path(language)
        missing = update(path, language)
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
        lines = "".join(f"  {text!r}\n" for text in missing)
        sys.stdout.write(f"{language}: {len(missing)} not translated\n{lines}")


def extract_template(
    file: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Any,
    options: Mapping[str, Any],  # noqa: ARG001 - babel names it
) -> Found:
    """Find the strings of a Django template, for babel."""
    as_python = templatize(file.read().decode())
    # What surrounds a string becomes X's, indented as it happens to stand.
    lines = "\n".join(line.strip() for line in as_python.splitlines())
    yield from extract_python(
        BytesIO(lines.encode()), keywords, comment_tags, {"encoding": "utf-8"}
    )


@cache
def _messages(root: Path, names: tuple[str, ...]) -> dict[Key, Message]:
    messages: dict[Key, Message] = {}
    for path in _sources(root, names):
        for found in _messages_in(path):
            message = messages.setdefault(found.key, found)
            # The same words with and without a plural are one entry to gettext.
            message.plural = message.plural or found.plural
            name = path.relative_to(root).as_posix()
            if name not in message.files:
                message.files.append(name)
    return messages


def _messages_in(path: Path) -> Iterator[Message]:
    method: Any = "python" if path.suffix == ".py" else extract_template
    with path.open("rb") as file:
        for _line, found, _comments, context in extract(method, file, KEYWORDS):
            text, plural = found[:2] if isinstance(found, tuple) else (found, None)
            if text:
                yield Message(context, text, plural)


def _sources(root: Path, names: Iterable[str]) -> Iterator[Path]:
    for name in names:
        for path in sorted((root / name).rglob("*")):
            relative = path.relative_to(root)
            if (
                path.suffix in {".py", ".html", ".txt"}
                and not SKIPPED_FOLDERS.intersection(relative.parts)
                and not relative.as_posix().startswith(UNUSED)
            ):
                yield path


def _packages_root() -> Path:
    spec = find_spec("django")
    if spec is None or spec.origin is None:
        raise RuntimeError("Django is not installed.")
    return Path(spec.origin).parents[1]


def _translated_by_others(language: str) -> Callable[[Message], bool]:
    root = _packages_root()
    folders = [
        root / "django" / "conf" / "locale",
        *(root / "django" / "contrib" / app / "locale" for app in DJANGO_APPS),
        root / "allauth" / "locale",
        root / "simple_history" / "locale",
    ]
    catalogues = [
        gettext.translation("django", str(folder), [language])
        for folder in folders
        if gettext.find("django", str(folder), [language])
    ]

    def is_known(message: Message) -> bool:
        if message.context:
            return any(
                catalogue.pgettext(message.context, message.text) != message.text
                for catalogue in catalogues
            )
        plural = message.plural or message.text
        return any(
            catalogue.ngettext(message.text, plural, 2) not in (message.text, plural)
            or catalogue.gettext(message.text) != message.text
            for catalogue in catalogues
        )

    return is_known


def _entry(message: Message) -> polib.POEntry:
    plural = {"msgid_plural": message.plural} if message.plural else {}
    entry = polib.POEntry(
        msgctxt=message.context,
        msgid=message.text,
        occurrences=[(name, "") for name in message.files],
        **plural,
    )
    if message.plural:
        entry.msgstr_plural = {0: "", 1: ""}
    return entry


def _metadata(language: str) -> dict[str, str]:
    return {
        "Project-Id-Version": "Akson",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }


if __name__ == "__main__":
    main()
