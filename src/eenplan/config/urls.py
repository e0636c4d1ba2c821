"""Every address of the application, one family of screens a line."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []

handler400 = "eenplan.web.fouten.ongeldig"
handler403 = "eenplan.web.fouten.geweigerd"
handler404 = "eenplan.web.fouten.onvindbaar"
handler500 = "eenplan.web.fouten.storing"
