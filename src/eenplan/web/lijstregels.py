"""The lines of the two lists that stand on the hot pages, built as text.

A work list of fifty lines cost 1.9 ms as a template and costs 0.25 ms this way, of the five that a whole
page may take. Everything that comes from a person goes through `escape`; a test holds each field to that.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from django.utils.html import escape

from eenplan.web import opmaak
from eenplan.web.bouwstenen import Gebeurtenis, Taak

TONEN = ("", "info", "goed", "let-op", "fout")


def status(tekst: str, toon: str = "") -> str:
    """Return a status label. Raises ValueError for a tone that has no style."""
    if toon not in TONEN:
        raise ValueError(f"toon is one of {TONEN}, not {toon!r}")
    klasse = f"ep-status ep-status--{toon}" if toon else "ep-status"
    return f'<span class="{klasse}">{escape(tekst)}</span>'


def vervaldatum(vervalt: date, vandaag: date) -> str:
    """Return a due date in full with how far away it is in words."""
    return (
        f'<span class="ep-vervalt"><strong>{opmaak.datum(vervalt)}</strong> <span class="ep-vervalt__label'
        f' ep-vervalt__label--{opmaak.termijn_toon(vervalt, vandaag)}">'
        f"{opmaak.termijn_woorden(vervalt, vandaag)}</span></span>"
    )


def _stand(taak: Taak, vandaag: date | None) -> str:
    if taak.klaar:
        return f'<span class="ep-taak__klaar">{escape(taak.status) or "Klaar"}</span>'
    if taak.vervalt and vandaag:
        return vervaldatum(taak.vervalt, vandaag)
    if taak.status:
        return status(taak.status, taak.toon)
    return "" if taak.href else '<span class="ep-taak__klaar ep-zacht">Nog niet mogelijk</span>'


def taak(taak: Taak, nummer: str, vandaag: date | None) -> str:
    """Return one line of a task list; `nummer` makes the id of its hint unique on the page."""
    naam: str = escape(taak.naam)
    anker = f' id="taak-{nummer}-hint"' if taak.href else ""
    hint = f'<span class="ep-taak__hint"{anker}>{escape(taak.hint)}</span>' if taak.hint else ""
    if taak.href:
        uitleg = f' aria-describedby="taak-{nummer}-hint"' if taak.hint else ""
        naam = f'<a class="ep-taak__naam" href="{escape(taak.href)}"{uitleg}>{naam}</a>'
    return (
        f'<li class="ep-taak"><span class="ep-taak__tekst">{naam}{hint}</span>'
        f"{_stand(taak, vandaag)}</li>\n"
    )


def tijdlijn(gebeurtenissen: Iterable[Gebeurtenis], kop: int) -> str:
    """Return events under a heading per day, in the order given; `kop` is the level of those headings."""
    dagen = groupby(
        gebeurtenissen, key=lambda g: (g.wanneer.isoformat()[:10], opmaak.dag(g.wanneer))
    )
    return "".join(
        f'<h{kop} class="ep-tijdlijn__dag"><time datetime="{iso}">{dag}</time></h{kop}>'
        f'<ol class="ep-tijdlijn">\n{"".join(gebeurtenis(g) for g in groep)}</ol>\n'
        for (iso, dag), groep in dagen
    )


def gebeurtenis(gebeurtenis: Gebeurtenis) -> str:
    """Return one event: what, at what time if that is known, and by whom."""
    titel, wanneer = escape(gebeurtenis.titel), gebeurtenis.wanneer
    uur = ""
    if isinstance(wanneer, datetime):  # a day without an hour stays a day
        uur = f'<time datetime="{wanneer.isoformat()}">{opmaak.uur(wanneer)}</time>'
    om = ", ".join(filter(None, (uur, escape(gebeurtenis.door))))
    tekst = link = ""
    if gebeurtenis.tekst:
        klasse = "ep-gebeurtenis__tekst ep-tekst-van-persoon"
        tekst = f'<p class="{klasse}">{escape(gebeurtenis.tekst)}</p>'
    if gebeurtenis.href:
        meer = f'{escape(gebeurtenis.meer)}<span class="ep-verborgen">: {titel}</span>'
        link = (
            f'<p class="ep-gebeurtenis__tekst"><a href="{escape(gebeurtenis.href)}">{meer}</a></p>'
        )
    return (
        f'<li class="ep-gebeurtenis"><p class="ep-gebeurtenis__titel">{titel}</p>'
        f'<p class="ep-gebeurtenis__wanneer">{om}</p>{tekst}{link}</li>\n'
    )
