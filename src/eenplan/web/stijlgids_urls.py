"""Addresses of the style guide; only for the demo and the tests."""

from __future__ import annotations

from django.urls import path

from eenplan.web import stijlgids

urlpatterns = [
    path("", stijlgids.stijlgids, name="stijlgids"),
    path("conflict/", stijlgids.conflict, name="stijlgids-conflict"),
]
