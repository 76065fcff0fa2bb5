"""Settings for the tests: the same product, with background work done at once."""

from akson_project.settings.development import *  # noqa: F403

ALLOWED_HOSTS = [".localhost", "127.0.0.1", "testserver"]
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "KEY_FUNCTION": "django_tenants.cache.make_key",
    }
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Looks in the folders for each file, so that none has to be collected.
WHITENOISE_AUTOREFRESH = True
# Tests sign in with a password; those of the second factor ask for it.
AKSON_PASSWORD_IS_ENOUGH = True
