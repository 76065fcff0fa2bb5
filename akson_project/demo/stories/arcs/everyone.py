"""All authored stories by municipality."""

from akson_project.demo.stories.arcs.arc import Arc
from akson_project.demo.stories.model import MunicipalityName

ARCS: dict[MunicipalityName, tuple[Arc, ...]] = {"bergen": (), "sunnfjord": (), "karasjok": ()}
