"""Every `vervolg` of the policy is something one can do: L11, H3 to H5, U14; waarborg 2 and 6."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import psycopg
import pytest

from eenplan.besluiten import api as besluiten
from eenplan.besluiten.api import Oordeel, VervolgSoort
from eenplan.inzage import api as inzage
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetToestand, Keuzes
from eenplan.platform.fouten import Geweigerd
from eenplan.werk import api as werk
from tests import world
from tests.browser.inwonerwereld import inwoner
from tests.integration.besluiten import heerlen, lansingerland, wereld
from tests.integration.besluiten.heerlen import MEI, Coriovallum

LANSINGERLAND = lansingerland.LANSINGERLAND
OP = world.LENTE
NEE = Keuzes(oordeel_inwoner="weigert_aanbod")


@pytest.fixture
def c(db_schoon: None) -> Coriovallum:
    return heerlen.aanbod()


def lijst(wie: world.Mens, op: date = MEI) -> list[str]:
    with wie.handelt(op=op, lezen=True) as scope:
        return [r.wat for r in werk.mijn_lijst(scope, tab=werk.Tab.TEAM).regels]


def toestand(wie: world.Mens, c: Coriovallum, op: date = MEI) -> InzetToestand:
    with wie.handelt(op=op, lezen=True) as scope:
        return plannen.open_inzetblad(scope, c.inzet)[0].inzet.toestand


def beslis(wie: world.Mens, c: Coriovallum, keuzes: Keuzes, op: date = MEI) -> None:
    with wie.handelt(op=op) as scope:
        plannen.beslis(scope, inzet=c.inzet, keuzes=keuzes)


def als_consulent(c: Coriovallum, team: str, verteld_op: date | None = MEI) -> None:
    with c.paul.handelt(op=MEI) as scope:
        besluiten.beoordeel_als_consulent(
            scope,
            inzet=c.inzet,
            oordeel=Oordeel(team, "Een vast gezicht past bij haar."),  # type: ignore[arg-type]
            verteld_op=verteld_op,
        )


def test_h3_help_begins_only_when_resident_and_organisation_both_agreed(c: Coriovallum) -> None:
    with c.els.handelt(op=MEI) as scope, pytest.raises(Geweigerd, match="Mia Ploum"):
        plannen.beslis(scope, inzet=c.inzet, keuzes=Keuzes())
    with c.els.handelt(op=MEI) as scope:
        plannen.leg_akkoord_vast(scope, inzet=c.inzet, van=c.persoon, akkoord=True)
    beslis(c.els, c, Keuzes())
    assert toestand(c.els, c) is InzetToestand.LOOPT
    assert "Besteed deze hulp uit" in lijst(c.els)


def test_h4_who_declines_gets_a_consulent_who_did_not_make_the_offer(c: Coriovallum) -> None:
    beslis(c.els, c, NEE)
    assert "Kijk als consulent of de hulp past" in lijst(c.paul)
    with c.paul.handelt(op=MEI, lezen=True) as scope:
        blad = besluiten.lees_vervolg(scope, c.inzet)
    assert blad.vraag == "Alleen thuis loopt het me boven het hoofd."
    assert [v.soort for v in blad.open] == [VervolgSoort.CONSULENT]
    with c.els.handelt(op=MEI) as scope, pytest.raises(Geweigerd, match="Wie het aanbod deed"):
        besluiten.beoordeel_als_consulent(
            scope, inzet=c.inzet, oordeel=Oordeel("nodig", "Past."), verteld_op=MEI
        )


def test_h4_the_amount_is_told_before_a_decision_that_costs_something(c: Coriovallum) -> None:
    beslis(c.els, c, NEE)
    with pytest.raises(Geweigerd, match="wat een besluit kan kosten"):
        als_consulent(c, "nodig", verteld_op=None)
    als_consulent(c, "nodig")
    with c.paul.handelt(op=MEI, lezen=True) as scope:
        blad = besluiten.lees_vervolg(scope, c.inzet)
    assert "wat een besluit kan kosten" in blad.eerder[0].uitkomst


def test_h5_after_the_grant_stand_by_chooses_a_member_who_gets_the_referral(
    c: Coriovallum,
) -> None:
    with c.els.handelt(op=MEI) as scope:
        plannen.besteed_uit(scope, inzet=c.inzet, lid="begeleiding-parkstad")
    beslis(c.els, c, NEE)
    als_consulent(c, "nodig")
    with c.paul.handelt(op=MEI, lezen=True) as scope:
        inzage.openen(scope, personen=[c.persoon], doel=inzage.Doel.BESLUITVORMING)
        [stuk] = besluiten.stukken_van(scope, [c.persoon])
    verzoek = besluiten.Verzoek(
        "Ik wil iemand die ik ken.", "Mia Ploum", besluiten.Hoe.GESPREK, MEI
    )
    with c.paul.handelt(op=MEI) as scope:
        besluiten.leg_aanvraag_vast(scope, stuk=stuk.id, verzoek=verzoek)
    wereld.leg_uit(c.paul, stuk.id, op=MEI)
    with c.paul.handelt(op=MEI) as scope:
        verzonden = besluiten.maak_definitief(scope, stuk=stuk.id)
    assert verzonden.datum == MEI
    with c.paul.handelt(op=MEI, lezen=True) as scope:
        blad = besluiten.lees_stuk(scope, stuk.id)
    assert (blad.eigen_bijdrage, blad.hulp.aanbieder) == (True, "Heerlen Stand-By!")
    assert "Besteed deze hulp uit" in lijst(c.els)
    assert lijst(c.rob) == []
    with c.els.handelt(op=MEI) as scope:
        besluiten.besteed_uit(scope, inzet=c.inzet, lid="ritme-begeleiding")
    assert lijst(c.rob) == ["Verwijzing bekijken"]
    assert "Besteed deze hulp uit" not in lijst(c.els)


def test_waarborg_2_that_the_offer_is_there_is_no_ground_at_the_consulent(c: Coriovallum) -> None:
    beslis(c.els, c, NEE)
    als_consulent(c, "niet_nodig", verteld_op=None)
    with c.paul.handelt(op=MEI, lezen=True) as scope:
        inzage.openen(scope, personen=[c.persoon], doel=inzage.Doel.BESLUITVORMING)
        [stuk] = besluiten.stukken_van(scope, [c.persoon])
    grond = replace(wereld.MOTIVERING, gehoord_op=MEI)
    with c.paul.handelt(op=MEI) as scope:
        besluiten.motiveer(scope, stuk=stuk.id, motivering=grond, versie=1)
    assert "niet_alleen_aanbod" in wereld.dicht(c.paul, stuk.id, op=MEI)
    ander = replace(grond, grond=besluiten.Afwijsgrond.NIET_NODIG)
    with c.paul.handelt(op=MEI) as scope:
        besluiten.motiveer(scope, stuk=stuk.id, motivering=ander, versie=2)
    assert "niet_alleen_aanbod" not in wereld.dicht(c.paul, stuk.id, op=MEI)


def test_x2_asking_for_a_decision_at_stand_by_goes_to_the_municipality_with_its_amount(
    c: Coriovallum,
) -> None:
    with c.els.handelt(op=MEI, lezen=True) as scope:
        gevolg = besluiten.gevolg_van_besluit(scope, c.melding, inzet=c.inzet)
    assert gevolg.beslisser == "gemeente Heerlen"
    assert "betaalt" in gevolg.bijdrage
    beslis(c.els, c, Keuzes(oordeel_inwoner="vraagt_beschikking"))
    assert {"Besluit nemen", "Kijk als consulent of de hulp past"} <= set(lijst(c.paul))


@pytest.fixture
def twijfel(db_schoon: None) -> tuple[world.Mens, world.Mens, Coriovallum]:
    """Kwadraad doubts about help in Lansingerland; the municipality decides along."""
    return lansingerland.kwadraad()


def test_l11_doubt_is_decided_together_with_both_names(
    twijfel: tuple[world.Mens, world.Mens, Coriovallum],
) -> None:
    kim, jan, c = twijfel
    beslis(kim, c, Keuzes(oordeel_team="twijfel"), OP)
    assert "Beslis samen over de hulp" in lijst(jan, OP)
    assert "Beslis samen over de hulp" in lijst(kim, OP)
    with kim.handelt(op=OP) as scope:
        ja = Oordeel("nodig", "Zonder hulp valt ze terug.")
        assert besluiten.oordeel_samen(scope, inzet=c.inzet, oordeel=ja) is None
    with jan.handelt(op=OP) as scope:
        ja = Oordeel("nodig", "Eens met Kwadraad.")
        beslissing = besluiten.oordeel_samen(scope, inzet=c.inzet, oordeel=ja)
    assert beslissing is not None
    assert beslissing.vervolg == "geen"
    with kim.handelt(op=OP, lezen=True) as scope:
        blad = besluiten.lees_vervolg(scope, c.inzet)
    assert blad.eerder[0].uitkomst == (
        "samen beslist door Kim Bakker, Kwadraad en Jan Prins, gemeente Lansingerland"
    )
    assert "Beslis samen over de hulp" not in lijst(jan, OP)
    samen = "Kim Bakker, Kwadraad en Jan Prins, gemeente Lansingerland"
    with kim.handelt(op=OP, lezen=True) as scope:
        besluit = plannen.open_inzetblad(scope, c.inzet)[0].inzet.besluit
    assert besluit is not None
    assert besluit.door == samen
    anja = inwoner(c.persoon, kim).client(op=OP)
    for adres in ("/mijn/plan/", "/mijn/plan/papier/"):
        assert f"Besloten door {samen}, op 2 maart 2026." in anja.get(adres).content.decode()


def test_lansingerland_4_another_offer_keeps_the_first_and_two_propose_the_formal_road(
    twijfel: tuple[world.Mens, world.Mens, Coriovallum],
) -> None:
    kim, _, c = twijfel
    inzet = c.inzet
    for beurt in (1, 2):
        with kim.handelt(op=OP) as scope:
            plannen.beslis(scope, inzet=inzet, keuzes=NEE)
        with kim.handelt(op=OP, lezen=True) as scope:
            blad = besluiten.lees_vervolg(scope, inzet)
        assert (blad.afgeslagen, blad.formeel) == (beurt, beurt == 2)
        with kim.handelt(op=OP) as scope:
            inzet = besluiten.ander_aanbod(
                scope,
                inzet=inzet,
                reden="De groep was te druk.",
                gegevens=wereld.BEGELEIDING,
            )
    assert toestand(kim, c, OP) is InzetToestand.NIET_DOORGEGAAN


@pytest.mark.parametrize("toekennen", [True, False])
def test_lansingerland_2_a_wish_for_a_decision_is_an_aanvraag_at_the_municipality(
    twijfel: tuple[world.Mens, world.Mens, Coriovallum], toekennen: bool
) -> None:
    """Both granting and refusing can be started there, as maatwerk."""
    kim, jan, c = twijfel
    beslis(kim, c, Keuzes(oordeel_inwoner="vraagt_beschikking"), OP)
    with jan.handelt(op=OP, lezen=True) as scope:
        inzage.openen(scope, personen=[c.persoon], doel=inzage.Doel.BESLUITVORMING)
        [aanvraag] = besluiten.aanvragen_van(scope, [c.persoon])
    with jan.handelt(op=OP) as scope:
        stuk = besluiten.neem_besluit(scope, aanvraag=aanvraag.id, toekennen=toekennen)
    with jan.handelt(op=OP, lezen=True) as scope:
        blad = besluiten.lees_stuk(scope, stuk)
    assert blad.beslissing.document.endswith("beschikking")
    assert (blad.eigen_bijdrage, blad.beslist_ik) == (toekennen, True)


def test_u14_a_referral_to_ones_own_organisation_waits_for_a_second_pair_of_eyes(
    db_schoon: None,
) -> None:
    cast = world.overvecht()
    vraag = world.man_alleen()
    world.onderzoek_afgerond(cast.sanne, vraag.melding, wet="wmo")
    eigen = replace(wereld.BEGELEIDING, voorziening="basiszorg")
    plan = world.plan_met_doel(cast.sanne, vraag.melding, hulp=eigen)
    assert plan.inzet is not None
    with cast.sanne.handelt(op=OP) as scope, pytest.raises(Geweigerd, match="elders"):
        plannen.beslis(scope, inzet=plan.inzet, keuzes=Keuzes())
    with cast.sanne.handelt(op=OP) as scope:
        besluiten.vraag_meekijken(scope, inzet=plan.inzet, reden="Henk kent ons al.")
    with cast.sanne.handelt(op=OP) as scope, pytest.raises(Geweigerd):
        besluiten.kijk_mee(scope, inzet=plan.inzet, toelichting="Prima.")
    with cast.petra.handelt(op=OP) as scope:
        besluiten.kijk_mee(scope, inzet=plan.inzet, toelichting="Er is geen ander die past.")
    assert "Er is meegekeken: ga verder" in lijst(cast.sanne, OP)
    with cast.sanne.handelt(op=OP) as scope:
        plannen.beslis(scope, inzet=plan.inzet, keuzes=Keuzes())


def test_k6_who_asks_for_a_decision_need_not_be_told_any_more_that_one_can_be_asked(
    twijfel: tuple[world.Mens, world.Mens, Coriovallum],
) -> None:
    """From the resident's wish to the request is one step; what lay open for it is closed with it."""
    kim, _, c = twijfel
    beslis(kim, c, NEE, OP)
    assert "Zoek samen ander aanbod" in lijst(kim, OP)
    verzoek = replace(wereld.VERZOEK, door="Anja Slob", op=OP)
    with kim.handelt(op=OP) as scope:
        besluiten.vraag_besluit(scope, melding=c.melding, verzoek=verzoek, inzet=c.inzet)
    assert "Zoek samen ander aanbod" not in lijst(kim, OP)
    with kim.handelt(op=OP, lezen=True) as scope:
        blad = besluiten.lees_vervolg(scope, c.inzet)
    assert (blad.open, blad.eerder[0].uitkomst) == ([], "de inwoner vroeg een besluit")


def derde(
    naam: str, gemeente: str, organisatie: str, c: Coriovallum, wie: world.Mens, op: date = OP
) -> world.Mens:
    """Somebody of an organisation that sees the file for a reason of its own, and was asked nothing here."""
    mens = world.medewerker(gemeente, naam, organisatie=organisatie)
    with wie.handelt(op=op) as scope:
        inzage.openen_gezin(scope, c.persoon, doel=inzage.Doel.TOEGANG)
        inzage.betrekken(
            scope,
            persoon=c.persoon,
            partij=inzage.Partij(mens.id, naam, ""),
            doel=inzage.Doel.TOEGANG,
            grondslag="een eigen vraag",
            rubrieken=inzage.TOEGANG_RUBRIEKEN,
        )
    return mens


def test_l11_a_third_organisation_does_not_stand_in_for_the_municipality(
    twijfel: tuple[world.Mens, world.Mens, Coriovallum],
) -> None:
    """Deciding together is for the two who were asked; else a colleague elsewhere makes the decision."""
    kim, jan, c = twijfel
    beslis(kim, c, Keuzes(oordeel_team="twijfel"), OP)
    vreemd = derde("Ria Blom", LANSINGERLAND, "welzijn-lansingerland", c, kim)
    ja = Oordeel("nodig", "Zonder hulp valt ze terug.")
    with kim.handelt(op=OP) as scope:
        assert besluiten.oordeel_samen(scope, inzet=c.inzet, oordeel=ja) is None
    with vreemd.handelt(op=OP) as scope, pytest.raises(Geweigerd, match="niet aan u gevraagd"):
        besluiten.oordeel_samen(scope, inzet=c.inzet, oordeel=ja)
    with jan.handelt(op=OP) as scope:
        assert besluiten.oordeel_samen(scope, inzet=c.inzet, oordeel=ja) is not None


def test_h4_only_who_was_asked_judges_as_consulent(c: Coriovallum) -> None:
    beslis(c.els, c, NEE)
    vreemd = derde("Ria Blom", "heerlen", "ritme-begeleiding", c, c.els, MEI)
    with vreemd.handelt(op=MEI) as scope, pytest.raises(Geweigerd, match="niet aan u gevraagd"):
        besluiten.beoordeel_als_consulent(
            scope, inzet=c.inzet, oordeel=Oordeel("nodig", "Past."), verteld_op=MEI
        )
    als_consulent(c, "nodig")


def test_u14_only_who_was_asked_looks_along(db_schoon: None) -> None:
    """A friend at a third organisation is no second pair of eyes."""
    cast = world.overvecht()
    vraag = world.man_alleen()
    world.onderzoek_afgerond(cast.sanne, vraag.melding, wet="wmo")
    eigen = replace(wereld.BEGELEIDING, voorziening="basiszorg")
    plan = world.plan_met_doel(cast.sanne, vraag.melding, hulp=eigen)
    assert plan.inzet is not None
    with cast.sanne.handelt(op=OP) as scope:
        besluiten.vraag_meekijken(scope, inzet=plan.inzet, reden="Henk kent ons al.")
    c = Coriovallum(cast.sanne, cast.petra, cast.petra, vraag.melding, vraag.persoon, plan.inzet)
    vriend = derde("Ria Blom", "utrecht", "de-linde", c, cast.sanne)
    with vriend.handelt(op=OP) as scope, pytest.raises(Geweigerd, match="niet aan u gevraagd"):
        besluiten.kijk_mee(scope, inzet=c.inzet, toelichting="Prima.")


def test_x3_why_stays_with_the_follow_up_and_not_on_the_timeline_of_the_help(
    c: Coriovallum, beheer_conn: psycopg.Connection
) -> None:
    """The timeline of the help is read by who gives it; what a consulent thinks is not for them."""
    beslis(c.els, c, NEE)
    als_consulent(c, "nodig")
    gegevens = beheer_conn.execute(
        "SELECT gegevens::text FROM platform_gebeurtenis WHERE soort = 'vervolg.klaar'"
    ).fetchall()
    assert gegevens
    assert not [g for g in gegevens if "vast gezicht" in g[0]]
