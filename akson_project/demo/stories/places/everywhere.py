"""The three municipalities of the demo."""

from akson_project.demo.stories.model import MunicipalityName
from akson_project.demo.stories.places.bergen import BERGEN
from akson_project.demo.stories.places.karasjok import KARASJOK
from akson_project.demo.stories.places.place import Place
from akson_project.demo.stories.places.sunnfjord import SUNNFJORD

PLACES: dict[MunicipalityName, Place] = {
    "bergen": BERGEN,
    "sunnfjord": SUNNFJORD,
    "karasjok": KARASJOK,
}
