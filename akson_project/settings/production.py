"""Settings for a real installation; everything secret comes from the environment."""

from django.core.exceptions import ImproperlyConfigured

from akson_project.settings.base import *  # noqa: F403
from akson_project.settings.base import AKSON_DEMO as _AKSON_DEMO
from akson_project.settings.base import AKSON_TRUSTED_PROXIES as _TRUSTED_PROXIES
from akson_project.settings.base import SECRET_KEY as _SECRET_KEY

if not _SECRET_KEY:
    raise ImproperlyConfigured("AKSON_SECRET_KEY må være satt i produksjon.")
if _AKSON_DEMO:
    raise ImproperlyConfigured("AKSON_DEMO kan ikke være på i produksjon.")
if not _TRUSTED_PROXIES or "*" in _TRUSTED_PROXIES:
    # Else each event of the log would carry the proxy's address, or one that was made up.
    raise ImproperlyConfigured(
        "AKSON_TRUSTED_PROXIES må si hvilke adresser proxyen har i produksjon."
    )

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
SESSION_COOKIE_NAME = "__Host-akson-session"
AKSON_SHARED_COOKIE_NAME = "__Host-akson-shared"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-akson-csrf"
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
