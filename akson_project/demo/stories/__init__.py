"""The demo's synthetic world: stories told back from today, without Django.

`build_world` makes one municipality; `model` says what it consists of.
"""

from akson_project.demo.stories.build import build_world
from akson_project.demo.stories.model import World

__all__ = ["World", "build_world"]
