"""What a person is told of changes to how he signs in."""

from typing import Any

from django import template

from access.notices import Told, unseen_notices

register = template.Library()


@register.simple_tag(takes_context=True)
def credential_notices(context: dict[str, Any]) -> list[Told]:
    """What the person at the screen has not seen yet."""
    return unseen_notices(context["request"].user.pk)
