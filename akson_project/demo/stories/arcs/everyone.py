"""All authored stories by municipality."""

from akson_project.demo.stories.arcs import (
    bergen_care,
    bergen_family,
    bergen_home,
    bergen_home2,
)
from akson_project.demo.stories.arcs.arc import Arc
from akson_project.demo.stories.model import MunicipalityName

ARCS: dict[MunicipalityName, tuple[Arc, ...]] = {
    "bergen": (*bergen_home.ARCS, *bergen_home2.ARCS, *bergen_care.ARCS, *bergen_family.ARCS),
    "sunnfjord": (),
    "karasjok": (),
}
