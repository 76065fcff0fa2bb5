"""Who, among the invented patients, has a part to play for tours and tests."""

from akson_project.demo.stories.model import MunicipalityName
from akson_project.demo.stories.stage import Part

# The worker who lives next door, works at the other zone, and may not open the record.
NEIGHBOUR: dict[MunicipalityName, str] = {
    "bergen": "thomas",
    "sunnfjord": "havard",
    "karasjok": "anders",
}
NEIGHBOUR_OF = "h51"
# Reads a well-known resident again and again without caring for her.
SNOOP: dict[MunicipalityName, str] = {
    "bergen": "bente",
    "sunnfjord": "margunn",
    "karasjok": "marja",
}
SNOOPED_ON = "r03"
REFUSED_TOO: dict[MunicipalityName, tuple[tuple[str, str, str], ...]] = {
    "bergen": (("siri", "w3", "h07"), ("sindre", "zb", "h11")),
    "sunnfjord": (("ida", "w3", "h07"), ("peringe", "zb", "h11")),
    "karasjok": (("sanna", "w3", "h07"), ("mikkel", "zb", "h11")),
}
SAME_NAME = ("h12", "h52")
SAME_BIRTH_DATE = ("h20", "h58")
CONFIDENTIAL = "h30"
BOTH_KINDS = ("h15", "h35", "h60")
TWO_UNITS = ("h05", "h25", "h45", "h62")

_NAMES: dict[MunicipalityName, tuple[str, str, str, str]] = {
    "bergen": (
        "Inger Torvstø",
        "Kari Lyngbotn",
        "Karin Lyngbotn",
        "Wenche Fagreryggen",
    ),
    "sunnfjord": (
        "Marit Kvamsreset",
        "Anna Eikegrova",
        "Anne Eikegrova",
        "Borghild Slåttefletten",
    ),
    "karasjok": (
        "Berit Jokŋajávri",
        "Ellen Luossanjárga",
        "Elle Luossanjárga",
        "Kirsten Vuollevárri",
    ),
}
_NEXT_DOOR = {
    "nb": "Nabo, arbeider i hjemmetjenesten",
    "nn": "Nabo, arbeider i heimetenesta",
}


def parts(
    municipality: MunicipalityName, neighbour_name: str, language: str
) -> dict[str, Part]:
    """Hand out the parts."""
    same, one, other, known = _NAMES[municipality]
    return {
        SAME_NAME[0]: Part(same, "female", 84),
        SAME_NAME[1]: Part(same, "female", 77),
        SAME_BIRTH_DATE[0]: Part(one, "female", 81, same_birth_date_as="twin"),
        SAME_BIRTH_DATE[1]: Part(other, "female", 81, same_birth_date_as="twin"),
        CONFIDENTIAL: Part(protection="fortrolig"),
        SNOOPED_ON: Part(known, "female", 86),
        NEIGHBOUR_OF: Part(
            kin=f"AP | {neighbour_name} | nothing | {_NEXT_DOOR[language]}"
        ),
    }
