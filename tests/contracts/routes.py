"""The addresses of a host as they are written in the code."""

from django.urls import URLPattern, URLResolver, get_resolver


def routes_of(urlconf):
    """List them, each once, in order."""
    return sorted(set(_routes(get_resolver(urlconf).url_patterns)))


def _routes(patterns, prefix=""):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        elif isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
