"""The demo's choose-a-person page; not there on a real site."""

from __future__ import annotations

from eenplan.web.schermen import IEDEREEN, scherm

from . import kiezen

urlpatterns = [
    scherm("", kiezen.kiezen, naam="kies-persoon", wie=IEDEREEN),
    scherm("word/", kiezen.word, naam="word-persoon", wie=IEDEREEN),
    scherm("datum/", kiezen.zet_datum, naam="zet-datum", wie=IEDEREEN),
    scherm("uit/", kiezen.stop, naam="stop", wie=IEDEREEN),
]
