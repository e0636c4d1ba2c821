"""Plain SQL in a resident's session: a case lets in the municipality and nobody else (T4, X14); each wall is needed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import psycopg
import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from eenplan.inzage import api as inzage
from eenplan.organisaties import api as organisaties
from eenplan.platform.vraag import doe
from eenplan.rechtsbescherming import api as recht
from tests import world
from tests.orakel.mutanten import Mutant

DAG = date(2026, 3, 9)
GEEF = "SELECT pol.recht_voorleggen(gen_random_uuid(), %s, %s, 'x', '', 'besluitvorming', %s::text[], NULL, 'x')"
NAAR_AANBIEDER = Mutant(
    "a provider is let in", "recht_voorleggen", " AND o.soort = 'gemeente' AND", " AND"
)
MELDER = Mutant(
    "who reported is told", "recht_voorleggen", "OR 'melder' = ANY (p_rubrieken) THEN", "THEN"
)
ZONDER_ZAAK = Mutant(
    "no case is needed",
    "recht_voorleggen",
    "'gezag'))\n     OR NOT EXISTS (SELECT FROM platform_deel",
    "'gezag'))\n     OR false AND NOT EXISTS (SELECT FROM platform_deel",
)


@pytest.fixture(scope="module")
def henk(db_module: None) -> world.Mens:
    cast = world.overvecht()
    return world.Mens(world.man_alleen().persoon, cast.sanne.gemeente, soort="inwoner")


def _geef(henk: world.Mens, naar: str, rubriek: str, *, zaak: bool, over: UUID | None) -> None:
    partij = organisaties.organisatie_id(world.UTRECHT, naar)
    with henk.handelt(op=DAG) as scope:
        if zaak:
            onvrede = recht.Onvrede("Er is niet geluisterd.", "Henk Jansen", DAG)
            recht.dien_in(scope, persoon=henk.id, weg=recht.Weg.KLACHT, onvrede=onvrede)
        else:
            inzage.open_als_inwoner(scope)
        with transaction.atomic():
            doe(GEEF, [over or henk.id, partij, [rubriek]])
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("naar", "rubriek", "zaak", "muur"),
    [
        ("de-linde", "plan", True, NAAR_AANBIEDER),
        ("gemeente", "melder", True, MELDER),
        ("gemeente", "plan", False, ZONDER_ZAAK),
    ],
    ids=["aan een aanbieder", "wie het meldde", "zonder zaak"],
)
def test_t4_a_resident_gives_nothing_away_beside_a_case(
    naar: str,
    rubriek: str,
    zaak: bool,
    muur: Mutant,
    henk: world.Mens,
    beheer_conn: psycopg.Connection,
) -> None:
    """The control: without that wall the very same statement goes through."""
    with pytest.raises(ProgrammingError, match="niet worden voorgelegd"):
        _geef(henk, naar, rubriek, zaak=zaak, over=None)
    with muur.in_werking(beheer_conn):
        _geef(henk, naar, rubriek, zaak=zaak, over=None)


def test_t4_a_resident_lays_nobody_elses_file_before_the_municipality(henk: world.Mens) -> None:
    ander = world.man_alleen()
    with pytest.raises(ProgrammingError, match="niet worden voorgelegd"):
        _geef(henk, "gemeente", "plan", zaak=True, over=ander.persoon)
