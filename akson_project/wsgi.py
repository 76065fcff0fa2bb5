"""The web server's way in."""

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


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "akson_project.settings.production")
application = behind_proxies(get_wsgi_application())
