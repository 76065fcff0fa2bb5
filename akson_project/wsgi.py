"""The web server's way in."""

import gc
import os
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from granian.utils.proxies import wrap_wsgi_with_proxy_headers


def behind_proxies(application: Any) -> Any:
    """Let the log say the address the person came from, as the trusted proxies tell it.

    Of the addresses in X-Forwarded-For the last that is no trusted proxy's counts: what
    stands before it may be made up. Without proxies the header is not read at all.
    """
    if not settings.AKSON_TRUSTED_PROXIES:
        return application
    return wrap_wsgi_with_proxy_headers(application, settings.AKSON_TRUSTED_PROXIES)


def look_for_garbage_seldom() -> None:
    """Leave what lives as long as the process out of the search for garbage.

    A page makes some thousand objects that are gone with it, and nothing that waits for
    the collector: Python's own thresholds would look through everything at each page.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "akson_project.settings.production")
application = behind_proxies(get_wsgi_application())
look_for_garbage_seldom()
