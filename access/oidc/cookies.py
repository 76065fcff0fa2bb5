"""Secrets a browser holds while somebody signs in: for one host, out of reach of scripts."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def _own(name: str) -> str:
    """Give the name under which no other host can set it."""
    return f"__Host-{name}" if settings.SESSION_COOKIE_SECURE else name


def hold(response: HttpResponse, name: str, value: str, *, seconds: int) -> None:
    """Let the browser hold a secret; it comes along when HelseID sends it back to us."""
    response.set_cookie(
        _own(name),
        value,
        max_age=seconds,
        secure=bool(settings.SESSION_COOKIE_SECURE),
        httponly=True,
        samesite="Lax",
    )


def held(request: HttpRequest, name: str) -> str:
    """Give the secret the browser holds; empty when it holds none."""
    return str(request.COOKIES.get(_own(name), ""))


def let_go(response: HttpResponse, name: str) -> None:
    """Have the browser forget a secret."""
    response.set_cookie(
        _own(name), "", max_age=0, secure=bool(settings.SESSION_COOKIE_SECURE)
    )
