"""The three synthetic worlds, one at a time."""

import pytest

from tests.akson_project.demo.telling import NAMES, world_of


@pytest.fixture(params=NAMES)
def world(request):
    return world_of(request.param)
