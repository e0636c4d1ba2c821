"""Addresses of signals; included by the urls of the professional's screens."""

from __future__ import annotations

from eenplan.web.schermen import BESLISSER, scherm

from . import signalen

urlpatterns = [
    scherm("signalen/", signalen.lijst, naam="signalen", wie=BESLISSER),
    scherm("signaal/nieuw/", signalen.nieuw, naam="nieuw-signaal", wie=BESLISSER),
    scherm("signaal/<uuid:signaal>/", signalen.signaal, naam="signaal", wie=BESLISSER),
    scherm("signaal/<uuid:signaal>/sluiten/", signalen.sluit, naam="sluit-signaal", wie=BESLISSER),
]
