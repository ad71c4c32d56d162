"""Settings of every process. They differ by environment variable, never by module.

``REGISTRY_MODE`` says what kind of place this is: ``demo`` (synthetic data, localhost), ``local``
(an empty registry on this machine) or ``production`` (https, real servers and keys demanded).
"""

from datetime import timedelta

from pghistory import ContextJSONField

from config import keys, logs
from config.environment import BASE_DIR, env, env_int, env_list, refuse_unsafe_production, registry_mode
from config.servers import app_role, data_directory, database_settings, redis_url
from registry.identity.keys import parse_hash_key, parse_master_keys

REGISTRY_MODE = registry_mode()
PRODUCTION = REGISTRY_MODE == "production"
if PRODUCTION:
    refuse_unsafe_production()
DEBUG = env("DEBUG") == "1" and not PRODUCTION
DATA_DIR = data_directory()

# Addresses and keys
SITE_URL = env("SITE_URL", f"http://localhost:{env('PORT', '8000')}")
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS") if PRODUCTION else ["localhost", "127.0.0.1", "[::1]", "testserver"]
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS")
SECRET_KEY = keys.key("SECRET_KEY")
SECRET_KEY_FALLBACKS = env_list("SECRET_KEY_FALLBACKS")
REGISTRY_MASTER_KEYS = keys.checked_key("REGISTRY_MASTER_KEYS", parse_master_keys)
REGISTRY_HASH_KEY = keys.checked_key("REGISTRY_HASH_KEY", parse_hash_key)

INSTALLED_APPS = [
    "config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_celery_beat",
    "django_htmx",
    "django_structlog",
    "pgtrigger",
    "pghistory",
    "centers",
    "registry",
    "outcomes",
    "national",
]

MIDDLEWARE = [
    "config.health.HealthMiddleware",  # before hosts and https are checked: probes know neither
    "django.middleware.security.SecurityMiddleware",
    "config.headers.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.logs.RequestLogMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # From here on: the person's language, one transaction with their scope, their history and log.
    "centers.middleware.TransactionMiddleware",
    "centers.middleware.SignInMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
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
                "config.context_processors.frame",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# People
AUTH_USER_MODEL = "centers.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"
TRUSTED_PROXIES = env_int("TRUSTED_PROXIES", 0)
ACCOUNT_FORMS = {
    "login": "centers.forms.SignInForm",
    "reset_password": "centers.forms.AskResetForm",
    "reset_password_from_key": "centers.forms.ResetForm",
    "change_password": "centers.forms.ChangeForm",
}
ACCOUNT_ADAPTER = "centers.account_adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation's link has proved the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = False
ACCOUNT_RATE_LIMITS = False  # failures are counted in the database, see centers.lockout
PASSWORD_RESET_TIMEOUT = 60 * 60

# Passwords: argon2id; the profile mlps3 also asks for a mixture of characters (GB/T 22239 level 3).
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
PASSWORD_PROFILE = env("PASSWORD_PROFILE", "mlps3")
PASSWORD_LENGTH = 12
PASSWORD_LENGTH_SOCIETY = 15
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "centers.passwords.LengthValidator"},
    {"NAME": "centers.passwords.MixtureValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "centers.passwords.GuessValidator"},
    {"NAME": "centers.passwords.OwnWordsValidator"},
]

# Lock-out: so many failures of one account in the window lock it; one network address is only slowed down.
LOCKOUT_FAILURES = 5
LOCKOUT_WINDOW = timedelta(minutes=15)
LOCKOUT_DURATION = timedelta(minutes=30)
LOCKOUT_ADDRESS_FAILURES = 50
AXES_HANDLER = "centers.lockout.LockoutHandler"
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_USERNAME_FORM_FIELD = "email"
AXES_USERNAME_CALLABLE = "centers.lockout.login_name"
AXES_CLIENT_IP_CALLABLE = "centers.client_address.client_address"
AXES_LOCKOUT_CALLABLE = "centers.lockout.same_answer"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False

# Database and history
DATABASES = {"default": database_settings()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASE_APP_ROLE = app_role()  # centers.grants gives the plain role its rights
# The context of a change is copied into its event row; the shared context table stays unused and forbidden.
PGHISTORY_CONTEXT_FIELD = ContextJSONField()

# Language and time
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

# Files. The manifest of compressed files exists after collectstatic; commands and tests do without it.
STATIC_MANIFEST = PRODUCTION or env("STATIC_MANIFEST") == "1"
STATIC_URL = "/static/"
STATIC_ROOT = env("STATIC_ROOT") or BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = not STATIC_MANIFEST
WHITENOISE_AUTOREFRESH = not STATIC_MANIFEST
MEDIA_ROOT = DATA_DIR / "media"
FILE_UPLOAD_PERMISSIONS = 0o600
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "config.static_files.StaticFiles"
        if STATIC_MANIFEST
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# Sessions live in the database; the cache may vanish at any moment and nothing is lost.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_LONGEST = timedelta(hours=12)
SESSION_IDLE_CENTER = timedelta(minutes=30)
SESSION_IDLE_SOCIETY = timedelta(minutes=15)
SESSION_COOKIE_AGE = int(SESSION_LONGEST.total_seconds())
CACHES = {
    "default": {
        "BACKEND": "config.cache.ForgivingRedisCache",
        "LOCATION": redis_url("cache"),
        "KEY_PREFIX": "registry",
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
}

# The nation's figures: what the society may set (docs/statistics). Small cells can be raised, never lowered.
SMALL_CELL_MIN = env_int("SMALL_CELL_MIN", 5)
VOLUME_CUT_POINTS = [int(cut) for cut in env_list("VOLUME_CUT_POINTS")] or [5, 20, 50]

# Background work. A job's row in PostgreSQL is the truth; a message only says "look at this job".
CELERY_BROKER_URL = redis_url("broker")
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_connect_timeout": 1,
    "socket_timeout": 30,
    "visibility_timeout": 3600,
}
CELERY_TASK_PUBLISH_RETRY_POLICY = {
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.2,
    "interval_max": 0.2,
}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 3600
CELERY_TASK_SOFT_TIME_LIMIT = 3300
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
DJANGO_CELERY_BEAT_TZ_AWARE = True

# Mail: files in the data directory unless a server is named.
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if env('EMAIL_HOST') else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_HOST = env("EMAIL_HOST")
EMAIL_PORT = env_int("EMAIL_PORT", 587)
EMAIL_HOST_USER = env("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env("EMAIL_USE_TLS", "1") == "1"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", "registry@localhost")

# Walls around the pages
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # data: for the QR code of a second factor
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
# Set only where the proxy overwrites what the visitor sent (the Caddyfile here does).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env_int("TRUSTED_PROXIES", 0) else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_NAME = "__Host-registry_session" if PRODUCTION else "registry_session"
CSRF_COOKIE_NAME = "__Host-registry_csrf" if PRODUCTION else "registry_csrf"
LANGUAGE_COOKIE_NAME = "registry_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Logs
LOGGING = logs.configuration()
DJANGO_STRUCTLOG_CELERY_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = "pk"
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False  # it believes any proxy header; the security log has the address
DJANGO_STRUCTLOG_TRUST_UPSTREAM_REQUEST_ID = False

# The CHECK constraints derived from the dictionary are SQL; forms judge the same limits in words.
SILENCED_SYSTEM_CHECKS = ["models.W045"]
