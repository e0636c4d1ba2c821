"""The page of what was proven, how often and when: `docs/bewijs.md`, from the results in `bench/`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from eenplan.proef.doelen import DOELEN
from eenplan.termijnen.kalender import zonder_weekdag

PROJECT = Path(__file__).resolve().parents[1]
KOP = """<!-- Made by scripts/documenten.py from bench/*.json; run a campaign again to change it. -->

# Wat is bewezen

Wij zeggen niet alleen dat Eenplan niets kwijtraakt. Wij proberen het kapot te maken, en tellen. Hier staat wat is
geprobeerd, hoe vaak, en hoe vaak het goed ging. Het *zaad* is het getal waaruit het toeval van de proef volgt: met
hetzelfde zaad doet iedereen dezelfde proef opnieuw. Bij elke proef hoort een *proef op de som*: wij bouwen zelf een
fout in, en kijken of de controle die betrapt. Een controle die nooit iets vindt, bewijst niets.
"""


@dataclass(frozen=True)
class Onderdeel:
    """One campaign: where its result lies, what it is about, and the command to run it (empty while there is none)."""

    bestand: str
    kop: str
    inleiding: str
    opdracht: str


ONDERDELEN = (
    Onderdeel(
        "storingen",
        "De stroom valt uit",
        "De database en de webserver worden midden in het werk hard gestopt, op een onverwacht moment. Daarna moet"
        " alles er staan wat aan iemand is bevestigd: precies één keer, en nooit half.",
        "make faults KEREN=100",
    ),
    Onderdeel(
        "halverwege",
        "Er gaat halverwege iets mis",
        "Elke handeling bestaat uit een rij opdrachten aan de database. Wij laten de eerste mislukken, dan de tweede,"
        " en zo door. Daarna moet alles zijn zoals ervoor, of zoals na de hele handeling.",
        "make bewijs",
    ),
    Onderdeel(
        "getypt",
        "Wat u typte, staat er nog",
        "Gaat er bij ons iets mis terwijl u een formulier verstuurt? Dan staat op de pagina wat u typte, met een knop"
        " om het opnieuw te versturen. Dat kan geen kwaad: het telt één keer.",
        "make bewijs",
    ),
    Onderdeel(
        "tegelijk",
        "Zestien mensen tegelijk in hetzelfde plan",
        "Zestien mensen wijzigen op hetzelfde moment dezelfde tekst. Ieder krijgt te zien dat het is bewaard, of ziet"
        " beide teksten en kiest zelf. Niemands tekst gaat stil verloren.",
        "make bewijs",
    ),
    Onderdeel(
        "vervuiling",
        "Onzin in elk veld",
        "Elk veld van elk formulier en elk deel van elk adres krijgt invoer die niet klopt. Er mag geen storing komen.",
        "make vervuiling AANTAL=100000",
    ),
    Onderdeel(
        "herstel",
        "Een reservekopie terugzetten",
        "Een reservekopie wordt met één opdracht op een lege plek teruggezet en vergeleken met het origineel.",
        "make bewijs",
    ),
)


def pagina(map_: Path = PROJECT / "bench") -> str:
    """The whole document, from the results in this folder."""
    delen = [_hoofdstuk(deel, _lees(map_, deel.bestand)) for deel in ONDERDELEN]
    return "\n".join([KOP, *delen, _snelheid(_lees(map_, "resultaat"))])


def _lees(map_: Path, naam: str) -> dict[str, Any] | None:
    pad = map_ / f"{naam}.json"
    if not pad.exists():
        return None
    gelezen: dict[str, Any] = json.loads(pad.read_text(encoding="utf-8"))
    return gelezen


def _hoofdstuk(deel: Onderdeel, uitslag: Mapping[str, Any] | None) -> str:
    kop = f"## {deel.kop}\n\n{deel.inleiding}\n"
    if uitslag is None:
        hoe = f" Doe hem met `{deel.opdracht}`." if deel.opdracht else ""
        return f"{kop}\nDeze proef is nog niet gedaan.{hoe}\n"
    versies = f" {uitslag['versies']}." if uitslag.get("versies") else ""
    toeval = f"met zaad {uitslag['zaad']}" if uitslag["zaad"] else "zonder toeval"
    regels = [
        kop,
        f"Gedaan op {_dag(uitslag['gemeten'])}, {toeval}.{versies}"
        f" Opnieuw: `{uitslag['opdracht']}`.",
        "",
        "| wat is gecontroleerd | hoe vaak | goed | wat dat zegt |",
        "|---|--:|--:|---|",
        *(
            f"| {c['naam']} | {_getal(c['aantal'])} | {_getal(c['goed'])} | {c['uitleg']} |"
            for c in uitslag["controles"]
        ),
        "",
        "| proef op de som: een ingebouwde fout | betrapt | wat dat zegt |",
        "|---|---|---|",
        *(
            f"| {p['naam']} | {'ja' if p['betrapt'] else '**nee**'} | {p['uitleg']} |"
            for p in uitslag["controle_proef"]
        ),
    ]
    return "\n".join(regels) + "\n"


def _snelheid(uitslag: Mapping[str, Any] | None) -> str:
    kop = (
        "## Wat het kost\n\nWat een handeling de computer kost, telt in keren een lege pagina. De tabel per handeling"
        " staat in de README.\n"
    )
    maten = {naam: maat for naam, maat in (uitslag or {}).items() if naam.isdigit()}
    if not maten:
        return f"{kop}\nDeze meting is nog niet gedaan. Doe hem met `make bench DOSSIERS=10000,1000000`.\n"
    regels = [
        kop,
        "| dossiers | gedaan op | zaad | handelingen | met een doel | binnen het doel |",
        "|--:|---|--:|--:|--:|--:|",
    ]
    for naam, maat in sorted(maten.items(), key=lambda paar: int(paar[0])):
        gehaald = [
            baan["maal"] <= doel
            for baan in maat["banen"]
            if (doel := DOELEN[baan["sleutel"]].maal) is not None
        ]
        regels.append(
            f"| {_getal(int(naam))} | {_dag(maat['gemeten'])} | {maat['zaad']} | {len(maat['banen'])}"
            f" | {len(gehaald)} | {sum(gehaald)} |"
        )
    return "\n".join([*regels, "", "Opnieuw: `make bench DOSSIERS=10000,1000000`."]) + "\n"


def _getal(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")


def _dag(iso: str) -> str:
    return zonder_weekdag(date.fromisoformat(iso))
