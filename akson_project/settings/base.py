"""Settings that are the same everywhere; the environment decides the rest."""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from akson_project.embedded.binaries import postgres_binaries
from akson_project.embedded.places import ServerUnavailableError
from akson_project.settings.database import database_settings
from akson_project.settings.helseid import helseid_settings, sign_in_host
from akson_project.settings.hosts import *  # noqa: F403
from akson_project.settings.sealing import *  # noqa: F403
from akson_project.settings.servers import broker_url, cache_settings
from akson_project.settings.unfold import UNFOLD, UNFOLD_MUNICIPALITY  # noqa: F401

BASE_DIR = Path(__file__).resolve().parents[2]
SECRET_KEY = os.environ.get("AKSON_SECRET_KEY", "")
DEBUG = False
AKSON_DEMO = os.environ.get("AKSON_DEMO") == "1"
ALLOWED_HOSTS = os.environ.get("AKSON_ALLOWED_HOSTS", "").split()
# Sign-in with HelseID, and the one address for all municipalities where it is done.
AKSON_HELSEID = helseid_settings(os.environ)
AKSON_SIGN_IN_HOST = sign_in_host(AKSON_HELSEID)
# Whose word is taken for the address a request came from: addresses and networks.
AKSON_TRUSTED_PROXIES = os.environ.get("AKSON_TRUSTED_PROXIES", "").split()
# Where those who get an alarm read what to do.
AKSON_RUNBOOK = os.environ.get("AKSON_RUNBOOK", "docs/runbook.md")
# How many hours old a municipality's newest backup may be; 0: nobody is told.
AKSON_BACKUP_WITHIN_H = int(os.environ.get("AKSON_BACKUP_WITHIN_H", "26"))
# Called with the municipality when its schema has been made.
AKSON_AFTER_PROVISIONING = [
    "access.matrix.services.adapting.begin_with_latest",
    "access.first_user.invite_first_user",
]
# Makes the one-time link the consortium hands to the first user; gives its path.
AKSON_FIRST_USER_LINK = "access.first_user.invite_first_user"

_BOTH = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "access.accounts",
    "django.contrib.admin",
    "axes",
]
SHARED_APPS = [
    # Unfold stands before django_tenants, whose admin templates would win otherwise.
    "unfold",
    "unfold.contrib.filters",
    "django_tenants",
    "tenants",
    *_BOTH,
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "access.publishing",
    "access.consortium",
    "allauth.mfa",
    "audit.witness",
    "django_htmx",
    "template_partials",
    "csp",
]
TENANT_APPS = [
    *_BOTH,
    "guardian",
    "simple_history",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "audit",
    "access",
    "journal",
]
INSTALLED_APPS = SHARED_APPS + [app for app in TENANT_APPS if app not in SHARED_APPS]

TENANT_MODEL = "tenants.Municipality"
TENANT_DOMAIN_MODEL = "tenants.Domain"
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]
TENANT_LIMIT_SET_CALLS = True
GET_EXECUTOR_FUNCTION = "tenants.migrating.get_executor"
ROOT_URLCONF = "akson_project.urls_municipality"
PUBLIC_SCHEMA_URLCONF = "akson_project.urls_consortium"
AKSON_SIGN_IN_URLCONF = "akson_project.urls_sign_in"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "tenants.middleware.MunicipalityMiddleware",
    "access.middleware.PrivacyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "access.middleware.SessionAgeMiddleware",
    "access.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "access.consortium.middleware.ConsortiumLogMiddleware",
    "access.middleware.SignInRequiredMiddleware",
    "access.middleware.ScreenLockMiddleware",
    "access.middleware.SecondFactorMiddleware",
    "access.middleware.WorkerMiddleware",
    "access.read_only.ReadOnlyMiddleware",
    "access.modules.ModuleMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "journal.record.middleware.ClosedDoorMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["access.templatetags.pieces"],
            "libraries": {"i18n": "access.templatetags.texts"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "akson_project.main_addresses.main_addresses",
            ],
        },
    }
]
WSGI_APPLICATION = "akson_project.wsgi.application"

DATABASES = {"default": database_settings(os.environ.get("DATABASE_URL", ""))}
try:
    # pg_dump, with which a municipality's template is read, has to be as new as the server.
    AKSON_PG_BIN_DIR: Path | None = postgres_binaries()
except ServerUnavailableError:
    AKSON_PG_BIN_DIR = None
CACHES = {"default": cache_settings(os.environ.get("REDIS_URL", ""))}
CELERY_BROKER_URL = broker_url(os.environ.get("REDIS_URL", ""))
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ROUTES = {
    "tenants.jobs.provision_municipality": {"queue": "provisioning"},
    "audit.jobs.seal_*": {"queue": "sealing"},
    "audit.jobs.cosign_*": {"queue": "cosigning"},
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "access.backends.AccountBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"
    },
    {
        "NAME": "access.password_rules.LongEnough",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "access.breached_passwords.NotBreached"},
]
# A file of breached passwords; see access.breached_passwords. None: they are not looked up.
AKSON_BREACHED_PASSWORDS = os.environ.get("AKSON_BREACHED_PASSWORDS", "")
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "access:after_sign_in"
ANONYMOUS_USER_NAME = None
GUARDIAN_AUTO_PREFETCH = True
SIMPLE_HISTORY_REVERT_DISABLED = True

ACCOUNT_ADAPTER = "access.sign_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "access.password_links.PasswordLinks"  # noqa: S105
ACCOUNT_FORMS = {
    "login": "access.forms.account.SignInForm",
    "change_password": "access.forms.account.PasswordChangeForm",
    "reset_password": "access.forms.account.PasswordResetForm",
    "reset_password_from_key": "access.forms.account.NewPasswordForm",
}
# Axes counts failed attempts, for the municipality's sign-in and for both admins.
# A whole municipality may share one address, and start its shift at the same time.
ACCOUNT_RATE_LIMITS = {"login_failed": False, "login": "600/m/ip"}
# In the demo one password opens every account; elsewhere the municipality decides.
AKSON_PASSWORD_IS_ENOUGH = AKSON_DEMO
MFA_ADAPTER = "access.mfa_adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RATE_LIMITS = {"webauthn_login": "600/m/ip"}
# A phone's clock may be half a minute wrong, and a code takes time to type.
MFA_TOTP_TOLERANCE = 1
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "access.sign_in.locked_out"
# Failures are counted under a keyed hash: a password typed as user name is not stored.
AXES_USERNAME_CALLABLE = "access.sign_in.lock_key"
AXES_SENSITIVE_PARAMETERS = ["username", "login", "password", "next", "ip_address"]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = [
    "axes.W006",  # a municipality shares one address; locking it would lock everybody
    "templates.W003",  # `i18n` is Django's own and ours, which keeps fixed texts
    "guardian.W001",  # guardian decides nothing: `access.policy` does
]

# The interfaces for other programs; each view says what it takes and gives.
REST_FRAMEWORK = {
    "EXCEPTION_HANDLER": "audit.review.fhir.answers.answer_to",
}

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]
LOCALE_PATHS = [BASE_DIR / "akson_project" / "locale"]
TIME_ZONE = "Europe/Oslo"
USE_TZ = True
FORMAT_MODULE_PATH: list[str] = []

STATIC_URL = "/static/"
STATIC_ROOT: Path | None = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "akson_project" / "static"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# A note may hold 1 MB of text; in a form, a Sámi letter takes six bytes.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

SESSION_ENGINE = "access.session_store"
SESSION_COOKIE_NAME = "akson-session"
AKSON_SHARED_COOKIE_NAME = "akson-shared"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 14 * 3600
CSRF_COOKIE_NAME = "akson-csrf"
CSRF_FAILURE_VIEW = "access.views.errors.csrf_failed"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

CONTENT_SECURITY_POLICY = {
    # Unfold's Alpine needs eval and inline styles; it shows no patient data.
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    },
}

EMAIL_BACKEND = os.environ.get(
    "AKSON_EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend"
)
EMAIL_TIMEOUT = 10  # seconds; a person waits for the page
DEFAULT_FROM_EMAIL = os.environ.get("AKSON_EMAIL_FROM", "akson@localhost")

# No patient data in logs: messages are constants, and requests are not logged with content.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "tenants.request_id.RequestIdFilter"}},
    "formatters": {
        "line": {"format": "{levelname} {name} {request_id} {message}", "style": "{"}
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["request_id"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
