"""Who keeps an old indication reads that it stands and when one talks about it, and is promised no call (D16, D20)."""

from __future__ import annotations

from datetime import date

import pytest

from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.meldingen import api as meldingen
from eenplan.overgang import api as overgang
from eenplan.plannen import api as plannen
from tests import world
from tests.browser.inwonerwereld import inwoner
from tests.integration.web.test_uitvoering import tekst
from tests.world import OVERGANGSJAAR as OP
from tests.world import Voorstad

NIEUWJAAR = date(2016, 1, 5)
INDICATIE = overgang.IndicatieGegevens(
    voorziening="begeleiding",
    tot=date(2015, 12, 31),
    gesprek_op=date(2015, 6, 22),
    begeleider_naam="Sanne Pietersma",
    begeleider_organisatie="Solis",
)
LOOPT_DOOR = plannen.InzetGegevens(
    laag=plannen.Laag.AANVULLEND,
    wat="begeleiding thuis",
    voorziening="begeleiding",
    tot=date(2015, 12, 31),
)


@pytest.fixture
def cast(db_schoon: None) -> Voorstad:
    return world.voorstad()


def joop(cast: Voorstad) -> meldingen.Bevestiging:
    with cast.yara.handelt(op=OP) as scope:
        return overgang.registreer(
            scope,
            persoon=Persoonsgegevens("Joop Kramer", date(1955, 5, 5)),
            gebied="rivierenwijk",
            gegevens=INDICATIE,
        )


def test_d16_he_reads_until_when_it_stands_and_when_one_talks_with_whom(cast: Voorstad) -> None:
    vraag = joop(cast)
    pagina = tekst(inwoner(vraag.persoon, cast.hanna).client(op=OP), "/mijn/")
    assert "Begeleiding thuis gaat gewoon door, tot en met 31 december 2015." in pagina
    assert "22 juni 2015" in pagina
    assert "Sanne Pietersma, Solis mag daarbij zijn." in pagina
    assert "belt u" not in pagina


def test_d20_help_that_ran_already_goes_on_and_nobody_decided_anew(cast: Voorstad) -> None:
    vraag = joop(cast)
    with cast.hanna.handelt(op=OP) as scope:
        meldingen.neem_op(scope, melding=vraag.melding)
        meldingen.zet_wet(scope, melding=vraag.melding, wet="wmo", reden="Volwassen.")
    plan = world.plan_met_doel(cast.hanna, vraag.melding, op=OP, hulp=LOOPT_DOOR)
    assert plan.inzet is not None
    with cast.hanna.handelt(op=OP) as scope:
        plannen.beslis(scope, inzet=plan.inzet, keuzes=plannen.Keuzes())
    client = inwoner(vraag.persoon, cast.hanna).client(op=OP)
    for pad in ("/mijn/", "/mijn/plan/"):
        pagina = tekst(client, pad)
        assert "Besloten" not in pagina
        assert "Nog niet begonnen" not in pagina
    assert "Loopt door" in tekst(client, "/mijn/plan/")


def test_d16_who_is_late_still_finds_the_list_in_the_new_year(cast: Voorstad) -> None:
    joop(cast)
    assert "Oude indicaties" in tekst(cast.hanna.client(op=NIEUWJAAR), "/werk/")
    assert "Joop Kramer" in tekst(cast.hanna.client(op=NIEUWJAAR), "/werk/indicaties/")
    assert "Oude indicaties" not in tekst(cast.hanna.client(op=date(2026, 3, 2)), "/werk/")
