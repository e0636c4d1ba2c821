"""What two parties decided together is told to the resident: on the first page and in a letter (L11)."""

from __future__ import annotations

import re
from uuid import UUID

import pytest

from eenplan.beleid.woordenschat import OordeelTeam
from eenplan.besluiten import api as besluiten
from eenplan.besluiten.api import Oordeel
from eenplan.plannen import api as plannen
from eenplan.plannen.api import Keuzes
from tests import world
from tests.browser.inwonerwereld import inwoner
from tests.integration.besluiten import lansingerland
from tests.integration.besluiten.heerlen import Coriovallum
from tests.integration.besluiten.lansingerland import OP

Twijfel = tuple[world.Mens, world.Mens, Coriovallum]


@pytest.fixture
def twijfel(db_schoon: None) -> Twijfel:
    return lansingerland.kwadraad()


def _twijfel(wie: world.Mens, inzet: UUID) -> None:
    with wie.handelt(op=OP) as scope:
        plannen.beslis(scope, inzet=inzet, keuzes=Keuzes(oordeel_team="twijfel"))


def _samen_beslist(twijfel: Twijfel, oordeel: OordeelTeam = "nodig") -> tuple[str, str, str]:
    """Both say the same; returns what the resident then reads: the first page, the letters, and the letter itself."""
    kim, jan, c = twijfel
    _twijfel(kim, c.inzet)
    for wie, waarom in ((kim, "Ik zag haar."), (jan, "Ik zie het ook zo.")):
        with wie.handelt(op=OP) as scope:
            besluiten.oordeel_samen(scope, inzet=c.inzet, oordeel=Oordeel(oordeel, waarom))
    anja = inwoner(c.persoon, kim).client(op=OP)
    overzicht = anja.get("/mijn/").content.decode()
    lijst_ = anja.get("/mijn/brieven/").content.decode()
    [adres] = set(re.findall(r'href="(/mijn/brieven/[^"]+)"[^>]*>Samen besloten', lijst_))
    return overzicht, lijst_, anja.get(adres).content.decode()


def test_l11_the_resident_reads_at_once_what_was_decided_by_both_and_what_one_can_do(
    twijfel: Twijfel,
) -> None:
    overzicht, _, _ = _samen_beslist(twijfel)
    samen = "Kim Bakker, Kwadraad en Jan Prins, gemeente Lansingerland"
    assert f"Besloten op 2 maart 2026 door {samen}: u krijgt deze hulp." in overzicht
    assert "Of wilt u een besluit op papier? Dat kan altijd." in overzicht


def test_l11_what_was_decided_together_leaves_in_a_letter_with_both_names(
    twijfel: Twijfel,
) -> None:
    _, lijst_, brief = _samen_beslist(twijfel)
    assert "Samen besloten over begeleiding thuis" in lijst_
    for zin in (
        "U krijgt deze hulp.",
        "maandag 2 maart 2026",
        "Kim Bakker, Kwadraad",
        "Jan Prins, gemeente Lansingerland",
        "U kunt hierover altijd een besluit vragen",
    ):
        assert zin in brief, zin
    assert "Ik zag haar." not in brief


def test_l11_help_that_both_think_not_needed_does_not_begin_and_the_resident_reads_that(
    twijfel: Twijfel,
) -> None:
    """The policy has no row for it, and help that two parties judged not needed began all the same."""
    overzicht, _, brief = _samen_beslist(twijfel, "niet_nodig")
    kim, _, c = twijfel
    with kim.handelt(op=OP, lezen=True) as scope:
        blad = plannen.open_inzetblad(scope, c.inzet)[0]
    assert blad.inzet.toestand is plannen.InzetToestand.NIET_DOORGEGAAN
    assert ": deze hulp is nu niet nodig." in overzicht
    assert "Dit is nu niet nodig." in brief
    assert "U krijgt deze hulp." not in brief
    assert "U kunt hierover altijd een besluit vragen" in brief


def test_l11_who_judges_first_sends_nothing(
    twijfel: Twijfel,
) -> None:
    """The control: one voice is no decision, and a letter about it would be a lie."""
    kim, _, c = twijfel
    _twijfel(kim, c.inzet)
    with kim.handelt(op=OP) as scope:
        besluiten.oordeel_samen(scope, inzet=c.inzet, oordeel=Oordeel("nodig", "Ja."))
    anja = inwoner(c.persoon, kim).client(op=OP)
    assert "Samen besloten" not in anja.get("/mijn/brieven/").content.decode()
    assert "Besloten op" not in anja.get("/mijn/").content.decode()


def test_l11_who_do_not_say_the_same_are_not_both_told_to_wait(twijfel: Twijfel) -> None:
    """Each read that the other was next, so nothing happened until somebody changed their mind."""
    kim, jan, c = twijfel
    _twijfel(kim, c.inzet)
    adres = f"/werk/plan/hulp/{c.inzet}/vervolg/"
    oordelen: tuple[tuple[world.Mens, OordeelTeam], ...] = ((kim, "nodig"), (jan, "niet_nodig"))
    for wie, vindt in oordelen:
        with wie.handelt(op=OP) as scope:
            oordeel = Oordeel(vindt, "Zo zie ik het.")
            assert besluiten.oordeel_samen(scope, inzet=c.inzet, oordeel=oordeel) is None
        if wie is kim:
            assert "Nu is gemeente Lansingerland aan de beurt" in _pagina(kim, adres)
    voor_kim, voor_jan = _pagina(kim, adres), _pagina(jan, adres)
    assert "Praat erover met Jan Prins, gemeente Lansingerland." in voor_kim
    assert "Praat erover met Kim Bakker, Kwadraad." in voor_jan
    for pagina in (voor_kim, voor_jan):
        assert "aan de beurt" not in pagina
        assert "Geef dit oordeel" in pagina
    assert "Vraag samen een besluit" in voor_kim
    thuis = _pagina(inwoner(c.persoon, kim), "/mijn/plan/")
    assert "Hierover wordt eerst overlegd. Er is niets geweigerd." in thuis


def _pagina(wie: world.Mens, adres: str) -> str:
    return wie.client(op=OP).get(adres).content.decode()
