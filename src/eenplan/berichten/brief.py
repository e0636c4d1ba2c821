"""From letter to PDF: accessible (PDF/UA-1), durable (PDF/A-2a) and the same bytes every time.

The template is ours and constant; everything else reaches it as one JSON string, so a resident's
words can never be read as markup.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final

import typst

from eenplan.berichten.blokken import Alinea, Blok, Kader, Kop, Opsomming, Overzicht
from eenplan.berichten.drukbaar import (
    LETTERMAPPEN,
    alle_tekens,
    drukbaar,
    hoofdtekens,
    lettertypen,
)
from eenplan.berichten.inhoud import Brief, BriefSoort
from eenplan.berichten.regels import gebreken
from eenplan.berichten.teksten import aanhef, blokken, onderwerp
from eenplan.termijnen.kalender import zonder_weekdag

SJABLONEN: Final = Path(__file__).parent / "sjablonen"
_SJABLOON: Final = SJABLONEN / "brief.typ"
_GEEN_GLYPH: Final = "could not be displayed"
SLOT: Final = Lock()

_GEHEIM: Final = (
    "Deze brief gaat niet met de post.",
    "Wij geven hem persoonlijk aan u, of sturen hem langs een veilige weg.",
)
_BESLISSEND: Final = frozenset(
    {BriefSoort.VERWIJSBRIEF, BriefSoort.TOEKENNING, BriefSoort.AFWIJZING}
)

Json = str | int | list["Json"] | dict[str, "Json"]


class BriefNietAf(ValueError):
    """A final letter was asked while something the law wants is missing; `gebreken` says what."""

    def __init__(self, gebreken: tuple[str, ...]) -> None:
        super().__init__(" ".join(gebreken))
        self.gebreken = gebreken


def maak_pdf(brief: Brief, *, gemaakt_op: datetime, concept: bool = False) -> bytes:
    """The letter as PDF/UA-1 and PDF/A-2a.

    `gemaakt_op` is written into the file, so that the same letter gives the same bytes. A concept
    says so on every page and may be unfinished; a final letter with gaps raises BriefNietAf (X13).
    Safe to call from several threads: the compiler is made once and used by one at a time (about 10
    ms a letter).
    """
    if not concept and (ontbreekt := gebreken(brief)):
        raise BriefNietAf(tuple(ontbreekt))
    if gemaakt_op.tzinfo is None:
        raise ValueError("Het tijdstip van een brief heeft een tijdzone nodig.")
    try:
        return _zet(gegevens(brief, alle_tekens(), concept=concept), gemaakt_op)
    except typst.TypstError as fout:
        if _GEEN_GLYPH not in str(fout):
            raise
        # A rare sequence that only exists in a font by its parts: fall back to the main typeface.
        return _zet(gegevens(brief, hoofdtekens(), concept=concept), gemaakt_op)


def _zet(data: Mapping[str, Json], gemaakt_op: datetime) -> bytes:
    with SLOT:
        uit = _zetter().compile(
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(gemaakt_op.timestamp()),
        )
    if not isinstance(uit, bytes):
        raise TypeError("Een brief is één bestand.")
    return uit


@cache
def _zetter() -> typst.Compiler:
    """One compiler for the process: the fonts and the template are read once."""
    return typst.Compiler(
        input=str(_SJABLOON),
        root=str(SJABLONEN),
        font_paths=[str(map_) for map_ in LETTERMAPPEN],
        ignore_system_fonts=True,
    )


def gegevens(brief: Brief, tekens: frozenset[int], *, concept: bool) -> dict[str, Json]:
    """What the template gets: only text that can be printed, and never a secret address (U19)."""

    def schoon(tekst: str) -> str:
        return drukbaar(tekst, tekens)

    afzender, ontvanger, wie = brief.afzender, brief.ontvanger, brief.ondertekening
    *lichaam, kop, alinea = blokken(brief)
    bellen = (kop, alinea)  # whom to call: the last heading and paragraph of every letter
    organisatie = f" namens de gemeente {afzender.gemeente}" if afzender.organisatie else ""
    return {
        "lettertypen": list(lettertypen()),
        "titel": schoon(onderwerp(brief)),
        "gemeente": schoon(f"Gemeente {afzender.gemeente}"),
        "organisatie": schoon(f"{afzender.organisatie}{organisatie}"),
        "retour": schoon(", ".join(afzender.postadres)),
        "website": schoon(afzender.website),
        "naam": schoon(ontvanger.naam),
        "adres": [] if ontvanger.geheim else [schoon(regel) for regel in ontvanger.adresregels],
        "veilig": list(_GEHEIM) if ontvanger.geheim else [],
        "datum": zonder_weekdag(brief.datum),
        "kenmerk": schoon(brief.kenmerk),
        "contact": [schoon(brief.contact.naam), schoon(brief.contact.telefoon)],
        "aanhef": schoon(aanhef(brief)),
        "blokken": [_blok(blok, tekens) for blok in lichaam],
        "slotblokken": [_blok(blok, tekens) for blok in bellen],
        "namens": schoon(_namens(brief)),
        "ondertekening": [schoon(wie.naam), schoon(wie.functie)],
        "mandaat": schoon(_mandaat(brief)),
        "bijlagen": [schoon(bijlage) for bijlage in brief.bijlagen],
        "concept": "Concept: deze brief is nog niet verstuurd" if concept else "",
    }


def _namens(brief: Brief) -> str:
    """A letter that decides names the college (Awb 10:10)."""
    if brief.inhoud.soort not in _BESLISSEND:
        return ""
    return f"namens het college van burgemeester en wethouders van {brief.afzender.gemeente},"


def _mandaat(brief: Brief) -> str:
    mandaat = brief.ondertekening.mandaat
    if mandaat is None or brief.inhoud.soort not in _BESLISSEND:
        return ""
    return f"Mandaat: {mandaat.besluit}, {mandaat.vindplaats}."


def _blok(blok: Blok, tekens: frozenset[int]) -> Json:
    def schoon(tekst: str) -> str:
        return drukbaar(tekst, tekens)

    match blok:
        case Kop(tekst, niveau):
            return {"soort": "kop", "tekst": schoon(tekst), "niveau": niveau}
        case Alinea(tekst, link):
            return {"soort": "alinea", "tekst": schoon(tekst), "link": link}
        case Opsomming(punten):
            return {"soort": "opsomming", "punten": [schoon(punt) for punt in punten]}
        case Overzicht(koppen, rijen):
            paren: list[Json] = [[schoon(cel) for cel in rij] for rij in rijen]
            return {"soort": "overzicht", "koppen": list(koppen), "rijen": paren}
        case Kader(kop, alineas):
            inhoud = [_blok(alinea, tekens) for alinea in alineas]
            return {"soort": "kader", "kop": schoon(kop), "alineas": inhoud}
