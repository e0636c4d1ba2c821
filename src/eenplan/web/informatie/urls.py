"""Addresses of the pages about this site."""

from __future__ import annotations

from eenplan.web.schermen import IEDEREEN, scherm

from . import views

urlpatterns = [
    scherm("privacy/", views.privacy, naam="privacy", wie=IEDEREEN),
    scherm("veilig/", views.veilig, naam="veilig", wie=IEDEREEN),
    scherm("toegankelijkheid/", views.toegankelijkheid, naam="toegankelijkheid", wie=IEDEREEN),
]
