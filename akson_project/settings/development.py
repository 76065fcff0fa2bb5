"""Settings for the demo and for those who build Akson."""

from akson_project.embedded.servers import LOG_KEYS, default_home
from akson_project.settings.base import *  # noqa: F403
from akson_project.settings.base import AKSON_LOG_KEYS as _LOG_KEYS
from akson_project.settings.base import AKSON_LOG_ORIGIN as _LOG_ORIGIN
from akson_project.settings.base import AKSON_WITNESS_KEY as _WITNESS_KEY
from akson_project.settings.base import AKSON_WITNESS_NAME as _WITNESS_NAME
from akson_project.settings.base import SECRET_KEY as _SECRET_KEY

DEBUG = False
SECRET_KEY = _SECRET_KEY or "only-for-development-and-demo"
ALLOWED_HOSTS = [".localhost", "127.0.0.1"]
# Static files straight from their folders, without collecting them first.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
AKSON_DEMO_ACCOUNTS_PROVIDER = "akson_project.demo.accounts.demo_accounts"
# Browsers allow passkeys on http://<name>.localhost; the library only on localhost itself.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
AKSON_BACKUP_WITHIN_H = 0
AKSON_LOG_KEYS = _LOG_KEYS or str(default_home() / LOG_KEYS)
AKSON_LOG_KEYS_ARE_MADE = True
AKSON_LOG_ORIGIN = _LOG_ORIGIN or "akson.localhost/log"
AKSON_WITNESS_KEY = _WITNESS_KEY or str(default_home() / "witness-key.pem")
AKSON_WITNESS_NAME = _WITNESS_NAME or "konsortium.localhost/vitne"
