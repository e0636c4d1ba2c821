"""Look behind the lock, as the owner: is everything that was confirmed there, once, and whole?

Independent of the application: plain SQL over the tables, no use case and no model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import psycopg

from .klanten import BRIEF, MELDING, OPPAKKEN, PLAN, STAP, Daad

Verbinding = psycopg.Connection[Any]

# What belongs to one deed, each with how many there must be: rows, event, work, clock, line of the read log.
_ONDERDELEN: Mapping[str, tuple[tuple[str, str], ...]] = {
    MELDING: (
        ("de vraag", "SELECT count(*) FROM meldingen_melding WHERE tekst LIKE '%%' || %(merk)s"),
        (
            "de persoon",
            "SELECT count(*) FROM huishoudens_persoon WHERE naam = 'Bente ' || %(merk)s",
        ),
        (
            "de gebeurtenis",
            "SELECT count(*) FROM platform_gebeurtenis WHERE over_id = %(id)s AND soort = 'melding.ontvangen'",
        ),
        (
            "het deel",
            "SELECT count(*) FROM meldingen_melding m JOIN platform_deel d ON d.id = m.deel_id WHERE m.id = %(id)s",
        ),
        (
            "de regel op de werklijst",
            "SELECT count(*) FROM werk_item WHERE over_id = %(id)s AND soort = 'melding_oppakken'",
        ),
        ("de bevestigingsbrief", "SELECT count(*) FROM berichten_brief WHERE over_id = %(id)s"),
        (
            "de pagina van ontvangst",
            """SELECT count(*) FROM meldingen_ontvangstpagina o JOIN meldingen_melding m USING (referentie)
                WHERE m.id = %(id)s""",
        ),
        (
            "de klok",
            "SELECT least(count(*), 1) FROM termijnen_termijn WHERE over_id = %(id)s",
        ),
        (
            "de regel in het leeslog",
            """SELECT least(count(*), 1) FROM platform_gebeurtenis g JOIN inzage_leesregel l USING (request_id)
                WHERE g.over_id = %(id)s AND g.soort = 'melding.ontvangen'""",
        ),
    ),
    OPPAKKEN: (
        (
            "de gebeurtenis",
            "SELECT count(*) FROM platform_gebeurtenis WHERE over_id = %(id)s AND soort = 'melding.opgepakt'",
        ),
        (
            "de vraag met een behandelaar",
            "SELECT count(*) FROM meldingen_melding WHERE id = %(id)s AND behandelaar_id IS NOT NULL",
        ),
    ),
    PLAN: (
        ("het plan", "SELECT count(*) FROM plannen_plan WHERE id = %(id)s"),
        (
            "het enige plan bij de vraag",
            """SELECT count(*) FROM plannen_plan
                WHERE melding_id = (SELECT melding_id FROM plannen_plan WHERE id = %(id)s)""",
        ),
        (
            "de gebeurtenis",
            "SELECT count(*) FROM platform_gebeurtenis WHERE over_id = %(id)s AND soort = 'plan.begonnen'",
        ),
        ("de deelnemer", "SELECT count(*) FROM plannen_deelnemer WHERE plan_id = %(id)s"),
    ),
    STAP: (
        ("het doel", "SELECT count(*) FROM plannen_doel WHERE woorden LIKE '%%' || %(merk)s"),
        (
            "de gebeurtenis",
            """SELECT count(*) FROM plannen_doel d JOIN platform_gebeurtenis g ON g.deel_id = d.deel_id
                WHERE d.id = %(id)s AND g.soort = 'plan.doel'""",
        ),
        (
            "het deel",
            "SELECT count(*) FROM plannen_doel d JOIN platform_deel e ON e.id = d.deel_id WHERE d.id = %(id)s",
        ),
        (
            "de regel in het leeslog",
            """SELECT least(count(*), 1) FROM plannen_doel d JOIN platform_gebeurtenis g ON g.deel_id = d.deel_id
                 JOIN inzage_leesregel l USING (request_id) WHERE d.id = %(id)s""",
        ),
    ),
    BRIEF: (
        (
            "de verstuurde brief",
            "SELECT count(*) FROM berichten_brief WHERE id = %(id)s AND toestand = 'verzonden'",
        ),
        ("het papier", "SELECT count(*) FROM berichten_bestand WHERE brief_id = %(id)s"),
        ("de regel bij de post", "SELECT count(*) FROM berichten_uitgaand WHERE brief_id = %(id)s"),
        (
            "de gebeurtenis",
            "SELECT count(*) FROM platform_gebeurtenis WHERE deel_id = %(id)s AND soort = 'brief.verzonden'",
        ),
        (
            "de regel in het leeslog",
            """SELECT least(count(*), 1) FROM platform_gebeurtenis g JOIN inzage_leesregel l USING (request_id)
                WHERE g.deel_id = %(id)s AND g.soort = 'brief.verzonden'""",
        ),
    ),
}

# What may never be there, whoever did it and whether or not it was confirmed.
_HALF: Mapping[str, str] = {
    "een vraag zonder gebeurtenis": """SELECT count(*) FROM meldingen_melding m WHERE NOT EXISTS
        (SELECT FROM platform_gebeurtenis g WHERE g.over_id = m.id)""",
    "een vraag zonder regel op een werklijst": """SELECT count(*) FROM meldingen_melding m WHERE NOT EXISTS
        (SELECT FROM werk_item w WHERE w.over_id = m.id)""",
    "een vraag zonder klok": """SELECT count(*) FROM meldingen_melding m WHERE NOT EXISTS
        (SELECT FROM termijnen_termijn t WHERE t.over_id = m.id)""",
    "een gebeurtenis over een vraag die er niet is": """SELECT count(*) FROM platform_gebeurtenis g
        WHERE g.soort = 'melding.ontvangen' AND NOT EXISTS (SELECT FROM meldingen_melding m WHERE m.id = g.over_id)""",
    "een doel zonder gebeurtenis": """SELECT count(*) FROM plannen_doel d WHERE NOT EXISTS
        (SELECT FROM platform_gebeurtenis g WHERE g.deel_id = d.deel_id)""",
    "een plan zonder deelnemer": """SELECT count(*) FROM plannen_plan p WHERE NOT EXISTS
        (SELECT FROM plannen_deelnemer d WHERE d.plan_id = p.id)""",
    "een verstuurde brief zonder papier": """SELECT count(*) FROM berichten_brief b WHERE b.toestand = 'verzonden'
        AND NOT EXISTS (SELECT FROM berichten_bestand p WHERE p.brief_id = b.id)""",
    "papier bij een brief die niet is verstuurd": """SELECT count(*) FROM berichten_bestand p
        JOIN berichten_brief b ON b.id = p.brief_id WHERE b.toestand <> 'verzonden'""",
    "een deel waar niets in staat": """SELECT count(*) FROM platform_deel d WHERE NOT EXISTS
        (SELECT FROM platform_gebeurtenis g WHERE g.request_id = d.request_id)""",
    "een verzending zonder antwoord": "SELECT count(*) FROM pol.verzending WHERE resultaat IS NULL",
    "een inhoud zonder mens": """SELECT count(*) FROM meldingen_melding m WHERE NOT EXISTS
        (SELECT FROM huishoudens_persoon p WHERE p.id = m.persoon_id)""",
}


def gebreken(conn: Verbinding, daden: Sequence[Daad]) -> dict[Daad, list[str]]:
    """Of each confirmed deed what is missing or double; nothing for one that is there once and whole."""
    gevonden = {daad: list(_gebreken_van(conn, daad)) for daad in daden}
    return {daad: zinnen for daad, zinnen in gevonden.items() if zinnen}


def _gebreken_van(conn: Verbinding, daad: Daad) -> Iterator[str]:
    velden = {"id": daad.onderwerp, "merk": daad.merk}
    for wat, vraag in _ONDERDELEN[daad.soort]:
        aantal = _tel(conn, vraag, velden)
        if aantal != 1:
            yield f"{daad.soort}: {wat} staat er {aantal} keer"
    bewaard = conn.execute(
        "SELECT resultaat FROM pol.verzending WHERE sleutel = %s", [daad.sleutel]
    ).fetchone()
    if bewaard != (daad.antwoord,):
        yield f"{daad.soort}: de verzendsleutel wijst niet naar het antwoord dat de inwoner kreeg"


def halve(conn: Verbinding) -> list[str]:
    """What a half transaction would leave anywhere in the database."""
    return [f"{wat}: {aantal}" for wat, vraag in _HALF.items() if (aantal := _tel(conn, vraag, {}))]


def al_gedaan(conn: Verbinding, daden: Sequence[Daad]) -> int:
    """Of how many deeds that were sent again the first sending had succeeded, so that only its answer was lost."""
    herhaald = [daad for daad in daden if daad.pogingen > 1]
    return sum(
        _tel(
            conn,
            "SELECT count(*) FROM pol.verzending WHERE sleutel = %(s)s AND moment < to_timestamp(%(t)s)",
            {"s": daad.sleutel, "t": daad.laatste},
        )
        for daad in herhaald
    )


def _tel(conn: Verbinding, vraag: str, velden: Mapping[str, object]) -> int:
    rij = conn.execute(vraag, velden).fetchone()
    return int(rij[0]) if rij else 0
