"""All authored stories by municipality."""

from akson_project.demo.stories.arcs import (
    bergen_care,
    bergen_family,
    bergen_home,
    bergen_home2,
    karasjok_care,
    karasjok_family,
    karasjok_home,
    karasjok_home2,
    sunnfjord_care,
    sunnfjord_family,
    sunnfjord_home,
    sunnfjord_home2,
)
from akson_project.demo.stories.arcs.arc import Arc
from akson_project.demo.stories.model import MunicipalityName

ARCS: dict[MunicipalityName, tuple[Arc, ...]] = {
    "bergen": (
        *bergen_home.ARCS,
        *bergen_home2.ARCS,
        *bergen_care.ARCS,
        *bergen_family.ARCS,
    ),
    "sunnfjord": (
        *sunnfjord_home.ARCS,
        *sunnfjord_home2.ARCS,
        *sunnfjord_care.ARCS,
        *sunnfjord_family.ARCS,
    ),
    "karasjok": (
        *karasjok_home.ARCS,
        *karasjok_home2.ARCS,
        *karasjok_care.ARCS,
        *karasjok_family.ARCS,
    ),
}
