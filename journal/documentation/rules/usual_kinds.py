"""Which kinds of notes a person usually writes, so that those stand first.

Kinds, roles and services are named by their codes: `NoteKind`, `access.roles.Role`
and national code list 9151. All kinds stay possible; this is only their order.
"""

from collections.abc import Iterable

_HOME = ("besok", "telefon", "samtale_parorende", "daglig")
_INSTITUTION = ("daglig", "vakt", "samtale_parorende", "telefon")
_OFFICE = ("telefon", "mote", "samtale_parorende", "saksnotat")

_BY_ROLE = {
    "lege": ("legenotat", "telefon", "samtale_parorende", "mote"),
    "helsesykepleier": ("helsestasjon", "telefon", "samtale_parorende", "mote"),
    "saksbehandler": ("saksnotat", "mote", "telefon", "innkomst"),
    "merkantil": _OFFICE,
}
_BY_SERVICE = {
    **dict.fromkeys(("8", "18", "19", "20", "21", "22", "23"), _INSTITUTION),
    "17": ("daglig", "samtale_parorende", "telefon", "mote"),
    "K20": ("helsestasjon", "telefon", "samtale_parorende", "mote"),
    "K30": ("legenotat", "telefon", "daglig", "samtale_parorende"),
}
USUAL = 4


def by_use(kinds: Iterable[str], *, role: str, service: str) -> list[str]:
    """Order kinds of notes: the four a role usually writes in a service, then the rest.

    Args:
        kinds: the codes to choose from, in their general order.
        role: the code of the role the person works in.
        service: the code of the service the patient receives; may be empty.
    """
    possible = list(kinds)
    usual = _BY_ROLE.get(role) or _BY_SERVICE.get(service, _HOME)
    first = [kind for kind in usual if kind in possible]
    return [*first, *(kind for kind in possible if kind not in first)]
