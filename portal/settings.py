"""Settings of the portal: one file, production by default, every variable in one block."""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from portal import policies
from portal.accounts.options import *  # noqa: F403
from portal.logs import logging_settings
from portal.postgresql import limits

BASE_DIR = Path(__file__).resolve().parent.parent

# --- Everything that differs between machines -------------------------------------------------
env = environ.Env(
    # Database file, media and secret key of a small site.
    PORTAL_DATA_DIR=(str, str(BASE_DIR / "var")),
    DATABASE_URL=(str, ""),  # empty: SQLite in the data folder
    SECRET_KEY=(str, ""),  # empty: the file `secret_key` in the data folder
    SECRET_KEY_FALLBACKS=(list, []),  # the keys before: they open sealed second factors
    ALLOWED_HOSTS=(list, []),
    BASE_URL=(str, ""),  # the public address, such as https://dengei.example
    DEBUG=(bool, False),
    DEMO=(bool, False),  # lets the demo accounts sign in
    PLAIN_HTTP=(bool, False),  # no redirect to HTTPS, no Secure cookies; refused by check --deploy
    CACHE_URL=(str, "locmemcache://"),
    EMAIL_URL=(str, "consolemail://"),
    TRUSTED_PROXIES=(int, 0),  # how many proxies of ours stand before the application
    OPERATOR_NAME_KK=(str, ""),
    OPERATOR_NAME_RU=(str, ""),
    OPERATOR_NAME_EN=(str, ""),
    OPERATOR_CONTACT=(str, ""),
    IS_OFFICIAL_CHANNEL=(bool, False),  # the operator is the authority itself
    OFFLINE_COPIES=(bool, True),  # off: devices drop the pages that they kept
    LOG_LEVEL=(str, "INFO"),
)
DATA_DIR = Path(env("PORTAL_DATA_DIR")).resolve()
DEBUG, DEMO, PLAIN_HTTP = env("DEBUG"), env("DEMO"), env("PLAIN_HTTP")
TRUSTED_PROXIES = env("TRUSTED_PROXIES")
OFFLINE_COPIES = env("OFFLINE_COPIES")
ALLOWED_HOSTS = env("ALLOWED_HOSTS")
BASE_URL = env("BASE_URL").rstrip("/")
IS_OFFICIAL_CHANNEL = env("IS_OFFICIAL_CHANNEL")
OPERATOR_CONTACT = env("OPERATOR_CONTACT")
OPERATOR_NAME = {code: env(f"OPERATOR_NAME_{code.upper()}") for code in ("kk", "ru", "en")}


def _secret_key() -> str:
    """Return the secret from the environment or the data folder; `setup` makes the file."""
    if key := str(env("SECRET_KEY")):
        return key
    stored = DATA_DIR / "secret_key"
    if stored.exists():
        return stored.read_text(encoding="ascii").strip()
    raise ImproperlyConfigured(
        "Set SECRET_KEY, or run `make setup`, which makes the file secret_key in PORTAL_DATA_DIR."
    )


SECRET_KEY = _secret_key()
SECRET_KEY_FALLBACKS = env("SECRET_KEY_FALLBACKS")

# --- Applications -----------------------------------------------------------------------------
INSTALLED_APPS = [
    "modeltranslation",  # first: it wraps the admin and the managers of the rest
    "portal.accounts",
    "portal.images",
    "portal.home",
    "portal.news",
    "portal.information",
    "portal.search",
    "portal.offline",
    "guidance",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "django_filters",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_structlog",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.PathPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.middleware.PortalLocaleMiddleware",
    "portal.lite.middleware.LitePagesMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.middleware.SecondFactorMiddleware",
    "portal.admin_doors.AdminDoorsMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "axes.middleware.AxesMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
# What `manage.py setup` makes after the tables and the reference data.
SETUP_STEPS = ["portal.home.tree.make_page_tree", "portal.news.translations.setup.note_earlier"]
SETUP_STEPS += ["portal.home.found.index_missing"]
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# --- Database ---------------------------------------------------------------------------------
DATABASES = {
    "default": env.db_url_config(env("DATABASE_URL") or f"sqlite:///{DATA_DIR}/db.sqlite3")
}
DATABASES["default"]["ATOMIC_REQUESTS"] = False
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A database that nobody holds open can't be opened on a full disk, not even to be read.
    DATABASES["default"]["CONN_MAX_AGE"] = None
    # Without these one editor alone meets "database is locked": autosave runs beside a preview.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        ),
    }
else:
    DATABASES["default"]["ENGINE"] = "portal.postgresql"
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["OPTIONS"] = limits.OPTIONS
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache_url_config(env("CACHE_URL"))}

# --- Languages and time -----------------------------------------------------------------------
LANGUAGE_CODE = "kk"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "libraries"]
FORMAT_MODULE_PATH = ["portal.formats"]
USE_I18N = USE_TZ = True
TIME_ZONE = "Asia/Almaty"
MODELTRANSLATION_DEFAULT_LANGUAGE = "kk"
MODELTRANSLATION_CUSTOM_FIELDS = ("StreamField",)
MODELTRANSLATION_FALLBACK_LANGUAGES = {
    "default": ("kk", "ru", "en"),
    "kk": ("ru", "en"),
    "ru": ("kk", "en"),
    "en": ("ru", "kk"),
}

# --- Wagtail ----------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Деңгей"
WAGTAILADMIN_BASE_URL = BASE_URL or "https://localhost"
WAGTAIL_I18N_ENABLED = False
WAGTAIL_CONTENT_LANGUAGES = [("kk", "Қазақша")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # the whole country keeps one time
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FINISH_WORKFLOW_ACTION = "portal.news.reading.publish_what_was_read"
WAGTAILIMAGES_IMAGE_MODEL = "images.PortalImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.images.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000  # the largest of telephones; 150 MB when opened
WAGTAILDOCS_EXTENSIONS = ["pdf"]
WAGTAILDOCS_SERVE_METHOD = "direct"
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "russian"}
}
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "deliveries": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["deliveries"]},
}

# --- People and sign-in -----------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "portal.accounts.backend.PortalBackend",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = PLAIN_HTTP  # the rest is in portal/accounts/options.py

# --- Static files and uploads -----------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "portal" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portal.static_storage.JoinedManifestStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
EMAIL_CONFIG = env.email_url_config(env("EMAIL_URL"))
vars().update(EMAIL_CONFIG)

# --- Security ---------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not PLAIN_HTTP
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not PLAIN_HTTP
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_NAME = "session" if PLAIN_HTTP else "__Host-session"
CSRF_COOKIE_NAME = "csrf" if PLAIN_HTTP else "__Host-csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
# The language that an editor chose on the page to sign in; public pages have theirs in the path.
LANGUAGE_COOKIE_NAME, LANGUAGE_COOKIE_PATH, LANGUAGE_COOKIE_HTTPONLY = "language", "/admin/", True
LANGUAGE_COOKIE_SECURE = not PLAIN_HTTP
X_FRAME_OPTIONS = "DENY"  # the middleware opens the admin and its preview to the same origin
PERMISSIONS_POLICY = policies.PERMISSIONS
CONTENT_SECURITY_POLICY = {"DIRECTIVES": policies.PUBLIC}
LOGGING = logging_settings(env("LOG_LEVEL"))
