"""That people used the pages of the modules: a look each week at the list they work from.

The stories tell what was read of patients; without these, no module would be in use.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from akson_project.demo.stories.model import World

NORWAY = ZoneInfo("Europe/Oslo")
_WEEKS = 13
# By the service of the unit, or the role where it is none's.
_LISTS = {
    "K20": "enrolments:programme",
    "K30": "encounters:here_now",
    "KX17": "enrolments:gp_list",
    "saksbehandler": "casework:waiting",
}


def looks(world: World) -> Iterator[tuple[str, str, str, datetime]]:
    """Give who looked, at which unit, at which page, and when: once in each week told of."""
    services = {unit.key: unit.service_type or "" for unit in world.units}
    last = max(read.at for read in world.reads).astimezone(NORWAY).date()
    for worker in world.workers:
        for post in worker.employments[:1] if worker.username else ():
            page = _LISTS.get(services[post.unit]) or _LISTS.get(post.role)
            for week in range(_WEEKS):
                day = last - timedelta(days=7 * week)
                is_here = post.valid_from <= day < (post.valid_until or day.max)
                if page and is_here:
                    at = datetime.combine(day, time(8, 10), NORWAY)
                    yield worker.key, post.unit, page, at
