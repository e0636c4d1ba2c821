"""Every address of the application, one family of screens a line."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("eenplan.web.informatie.urls")),
    path("mijn/", include("eenplan.web.inwoner.urls")),
    path("werk/dossier/", include("eenplan.web.werk.dossier_urls")),
    path("werk/", include("eenplan.web.werk.stuk_urls")),
    path("werk/", include("eenplan.web.werk.urls")),
]
if settings.DEMO:
    urlpatterns += [
        path("", include("eenplan.web.stijlgids_urls")),
        path("kies-persoon/", include("eenplan.web.demo.urls")),
    ]
urlpatterns += [path("", include("eenplan.web.beleid.urls"))]
# Last: a municipality's page takes any first word that nobody else took.
urlpatterns += [path("", include("eenplan.web.openbaar.urls"))]

handler400 = "eenplan.web.fouten.ongeldig"
handler403 = "eenplan.web.fouten.geweigerd"
handler404 = "eenplan.web.fouten.onvindbaar"
handler500 = "eenplan.web.fouten.storing"
