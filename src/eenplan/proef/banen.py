"""The jobs of the yardstick: what somebody does, as requests to the running application."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from random import Random
from typing import Any
from uuid import UUID, uuid4

import psycopg

from eenplan.platform.versleuteling import ontsleutel
from eenplan.werk import api as werk

from . import doelen
from .vaststellen import Plek, vaststelbaar
from .verkeer import Handeling, Verzoek

STEEKPROEF = 400

# Everybody in a household of three or more that has a plan.
_GEZINNEN = """
SELECT DISTINCT d.persoon_id FROM plannen_deelnemer d
 WHERE (SELECT count(*) FROM plannen_deelnemer e WHERE e.plan_id = d.plan_id) >= 3"""


@dataclass(frozen=True)
class Baan:
    """One job. `deel`: of what a round measures of a page, the share of this job, which takes longer to prepare.

    `leest`: it only looks, so that it also works where nothing is written in the read log.
    """

    sleutel: str
    handelingen: Callable[[], Iterator[Handeling]]
    leest: bool = True
    deel: float = 1.0


def zoek_plek(conn: psycopg.Connection[Any]) -> Plek:
    """Who measures: somebody with a full page of open work in every population, so that the same page is compared.

    Of those who also have enough families in hand, who has least work; where nobody does, who has most families.
    LookupError when nobody has any.
    """
    rij = conn.execute(
        f"""SELECT l.medewerker_id, l.gemeente_id, b.partij_id FROM ({_GEZINNEN}) d
              JOIN inzage_betrokkenheid b ON b.persoon_id = d.persoon_id AND b.tot IS NULL
              JOIN organisaties_teamlid l ON l.team_id = b.partij_id
              LEFT JOIN (SELECT partij_id, count(*) AS aantal FROM werk_item WHERE toestand = 'open'
                          GROUP BY 1 HAVING count(*) >= %s) vol ON vol.partij_id = b.partij_id
             GROUP BY 1, 2, 3, vol.aantal
             ORDER BY CASE WHEN count(*) >= %s THEN vol.aantal END NULLS LAST, count(*) DESC LIMIT 1""",
        [werk.PER_PAGINA, STEEKPROEF],
    ).fetchone()
    if rij is None:
        raise LookupError("in deze bevolking heeft niemand een gezin met een plan")
    return Plek(*rij)


def banen(conn: psycopg.Connection[Any], plek: Plek) -> list[Baan]:
    """Every job of the yardstick that a screen does; the empty page is the first."""
    dossiers = [f"/werk/dossier/{p}/" for p in _gezinnen(conn, plek)]
    namen, bsns = _bekenden(conn, plek)
    gebieden = _gebieden(conn, plek)
    toeval = Random()  # new people at every run: who is known already would be asked about first
    bsnvragen = [Verzoek("/werk/zoeken/", {"bsn": bsn}) for bsn in bsns]
    return [
        Baan(doelen.LEEG, lambda: _steeds([Verzoek("/toegankelijkheid/")])),
        Baan("dossier", lambda: _steeds([Verzoek(pad) for pad in dossiers])),
        Baan("werklijst", lambda: _steeds([Verzoek("/werk/?tab=team")])),
        Baan("zoek-bsn", lambda: _steeds(bsnvragen)),
        Baan("zoek-naam", lambda: _steeds(namen)),
        Baan("vraag", lambda: _vragen(gebieden[0] if gebieden else "", toeval), leest=False),
        Baan("plan", lambda: vaststelbaar(plek, gebieden), leest=False, deel=0.15),
    ]


def _steeds(verzoeken: Sequence[Verzoek]) -> Iterator[Handeling]:
    return cycle([(verzoek,) for verzoek in verzoeken])


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


def _gebieden(conn: psycopg.Connection[Any], plek: Plek) -> list[str]:
    """Where people live whom this team helps, most of them first."""
    return [
        rij[0]
        for rij in conn.execute(
            """SELECT a.gebied_sleutel FROM huishoudens_adres a
                 JOIN inzage_betrokkenheid b ON b.persoon_id = a.persoon_id AND b.partij_id = %s
                WHERE a.gebied_sleutel <> '' GROUP BY 1 ORDER BY count(*) DESC, 1""",
            [plek.partij],
        )
    ]


def _vragen(gebied: str, toeval: Random) -> Iterator[Handeling]:
    """Each somebody else, each sent once."""
    while True:
        vraag = Verzoek(
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
        yield (vraag,)
