"""Addresses of the style guide; only for the demo and the tests."""

from __future__ import annotations

from eenplan.web import stijlgids
from eenplan.web.schermen import IEDEREEN, scherm

urlpatterns = [
    scherm("stijlgids/", stijlgids.stijlgids, naam="stijlgids", wie=IEDEREEN),
    scherm("stijlgids/conflict/", stijlgids.conflict, naam="stijlgids-conflict", wie=IEDEREEN),
]
