"""The jobs of the yardstick: what somebody does, as requests to the running application."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from random import Random
from typing import Any
from uuid import UUID, uuid4

import psycopg

from eenplan.platform.versleuteling import ontsleutel

from .verkeer import Verzoek

STEEKPROEF = 400

# Everybody in a household of three or more that has a plan.
_GEZINNEN = """
SELECT DISTINCT d.persoon_id FROM plannen_deelnemer d
 WHERE (SELECT count(*) FROM plannen_deelnemer e WHERE e.plan_id = d.plan_id) >= 3"""


@dataclass(frozen=True)
class Baan:
    """One job with its target: how many times the empty page it may cost (None: no target)."""

    naam: str
    doel: float | None
    verzoeken: Callable[[], Iterator[Verzoek]]


@dataclass(frozen=True)
class Plek:
    """Who measures: an employee, and the municipality and party they work for."""

    medewerker: UUID
    gemeente: UUID
    partij: UUID


def zoek_plek(conn: psycopg.Connection[Any]) -> Plek:
    """Who has most families in hand. LookupError when nobody has any."""
    rij = conn.execute(
        f"""SELECT l.medewerker_id, l.gemeente_id, b.partij_id FROM ({_GEZINNEN}) d
              JOIN inzage_betrokkenheid b ON b.persoon_id = d.persoon_id AND b.tot IS NULL
              JOIN organisaties_teamlid l ON l.team_id = b.partij_id
             GROUP BY 1, 2, 3 ORDER BY count(*) DESC LIMIT 1"""
    ).fetchone()
    if rij is None:
        raise LookupError("in deze bevolking heeft niemand een gezin met een plan")
    return Plek(*rij)


def banen(conn: psycopg.Connection[Any], plek: Plek) -> list[Baan]:
    """Every job that a screen has today; the empty page is the first."""
    dossiers = [f"/werk/dossier/{p}/" for p in _gezinnen(conn, plek)]
    namen, bsns = _bekenden(conn, plek)
    gebied = _gebied(conn, plek)
    toeval = Random()  # new people at every run: who is known already would be asked about first
    return [
        Baan("lege pagina", None, lambda: cycle([Verzoek("/toegankelijkheid/")])),
        Baan("een dossier openen", 5, lambda: cycle([Verzoek(pad) for pad in dossiers])),
        Baan("mijn werklijst", 5, lambda: cycle([Verzoek("/werk/")])),
        Baan(
            "zoeken op BSN", 2, lambda: cycle([Verzoek("/werk/zoeken/", {"bsn": b}) for b in bsns])
        ),
        Baan("zoeken op naam en geboortedatum", 2, lambda: cycle(namen)),
        Baan("een vraag vastleggen", 6, lambda: _vragen(gebied, toeval)),
    ]


def _gezinnen(conn: psycopg.Connection[Any], plek: Plek) -> list[UUID]:
    return [
        rij[0]
        for rij in conn.execute(
            f"""SELECT d.persoon_id FROM ({_GEZINNEN}) d
                  JOIN inzage_betrokkenheid b ON b.persoon_id = d.persoon_id AND b.partij_id = %s AND b.tot IS NULL
                 ORDER BY md5(d.persoon_id::text) LIMIT %s""",
            [plek.partij, STEEKPROEF],
        )
    ]


def _bekenden(conn: psycopg.Connection[Any], plek: Plek) -> tuple[list[Verzoek], list[str]]:
    rijen = conn.execute(
        """SELECT id, zoeknaam, geboortedatum, bsn_versleuteld FROM huishoudens_persoon
            WHERE gemeente_id = %s AND bsn_versleuteld IS NOT NULL AND geboortedatum IS NOT NULL
            ORDER BY md5(id::text) LIMIT %s""",
        [plek.gemeente, STEEKPROEF],
    ).fetchall()
    namen = [
        Verzoek(
            "/werk/zoeken/",
            {
                "naam": naam,
                "geboortedatum_dag": str(dag.day),
                "geboortedatum_maand": str(dag.month),
                "geboortedatum_jaar": str(dag.year),
            },
        )
        for _, naam, dag, _ in rijen
    ]
    return namen, [ontsleutel(waarde, rij=rij) for rij, _, _, waarde in rijen]


def _gebied(conn: psycopg.Connection[Any], plek: Plek) -> str:
    rij = conn.execute(
        "SELECT gebied_sleutel FROM huishoudens_adres WHERE gemeente_id = %s AND gebied_sleutel <> '' LIMIT 1",
        [plek.gemeente],
    ).fetchone()
    return rij[0] if rij else ""


def _vragen(gebied: str, toeval: Random) -> Iterator[Verzoek]:
    """Each somebody else, each sent once."""
    while True:
        yield Verzoek(
            "/werk/melding/nieuw/",
            {
                "verzendsleutel": str(uuid4()),
                "tekst": "Ik kom niet meer uit mijn papieren en vraag iemand die meekijkt.",
                "naam": f"Bente {''.join(toeval.choices('bcdfgklmnprst', k=8)).capitalize()}",
                "geboortedatum_dag": str(toeval.randint(1, 28)),
                "geboortedatum_maand": str(toeval.randint(1, 12)),
                "geboortedatum_jaar": str(toeval.randint(1940, 2000)),
                "telefoon": f"06 0000 {toeval.randint(0, 9999):04d}",
                "adres": f"Otterpad {toeval.randint(1, 180)}",
                "gebied": gebied,
                "vraag": "thuisadministratie",
                "kanaal": "telefoon",
            },
            verwacht=302,
        )
