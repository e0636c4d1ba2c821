"""Settings. Everything that differs between places comes from the environment; a missing value explains itself."""

from __future__ import annotations

import os
from pathlib import Path

from eenplan.platform import geheimen, verbinding

BRON = Path(__file__).resolve().parents[1]
PROJECT = BRON.parents[1]

DEMO = os.environ.get("EENPLAN_DEMO") == "1"
BEKENDEN: tuple[str, ...] = ()  # who stands on top of the demo's choose-a-person page
if DEMO:
    from eenplan.demo.bekend import BEKEND, COLLEGA

    BEKENDEN = (*BEKEND, *COLLEGA)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("EENPLAN_HOSTS", "127.0.0.1 localhost").split()
SECRET_KEY = geheimen.lees().django_sleutel

KAMERS = [
    "platform",
    "organisaties",
    "voorzieningen",
    "huishoudens",
    "inzage",
    "termijnen",
    "berichten",
    "werk",
    "signalen",
    "meldingen",
    "onderzoeken",
    "overgang",
    "plannen",
    "besluiten",
    "rechtsbescherming",
    "uitvoering",
    "web",
]
INSTALLED_APPS = [
    *(f"eenplan.{kamer}" for kamer in KAMERS if (BRON / kamer / "apps.py").exists()),
    "eenplan.config",
    "django_htmx",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "eenplan.web.koppen.BeveiligingskoppenMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # with padding of random length (ADR 30)
    "django.middleware.csrf.CsrfViewMiddleware",
    "eenplan.platform.scope.ScopeMiddleware",
    "eenplan.web.verzenden.OpnieuwMiddleware",
    "eenplan.web.fouten.WeigeringMiddleware",
]
ROOT_URLCONF = "eenplan.config.urls"
WSGI_APPLICATION = "eenplan.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "eenplan.web.context.scherm",
            ],
            "builtins": ["eenplan.web.templatetags.onderdelen"],
        },
    }
]

DATABASES = {
    # One plan per statement and connection: planning behind row security costs more than running (docs/adr/0008).
    "default": verbinding.database(
        "eenplan_app", pool=True, options="-c plan_cache_mode=force_generic_plan"
    )
}
if os.environ.get("EENPLAN_WEB") != "1":  # the web server knows no other role, nor their passwords
    DATABASES |= {
        # Only for `eenplan beheer migrate --database=migratie`: changes the schema as its owner.
        "migratie": verbinding.database("eenplan_migratie", options="-c role=eenplan_eigenaar"),
        # Only for filling reference data and the demo; passes row security (docs/adr/0003).
        "lader": verbinding.database("eenplan_lader"),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = None  # served from where the packages and the bundle are: nothing is copied
STATICFILES_DIRS = (
    [PROJECT / "frontend" / "build" / "bundel"]
    if (PROJECT / "frontend" / "build" / "bundel").exists()
    else []
)
WHITENOISE_USE_FINDERS = True

CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "eenplan.web.fouten.csrf"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
KOEKJES_BEVEILIGD = not DEMO
CSRF_COOKIE_SECURE = KOEKJES_BEVEILIGD
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"zonder_spoor": {"()": "eenplan.web.fouten.ZonderSpoor"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["zonder_spoor"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
