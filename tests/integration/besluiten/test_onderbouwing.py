"""What was written at the steps reaches the writer of the decision, who goes on from there (Awb 3:46)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from eenplan.besluiten import api as besluiten
from eenplan.besluiten.onderbouwing import OPZET
from eenplan.inzage import api as inzage
from eenplan.plannen import api as plannen
from tests import world
from tests.integration.besluiten import heerlen, wereld


def test_u5_the_reasons_at_the_steps_stand_in_the_draft_of_a_refusal(db_schoon: None) -> None:
    zaak = wereld.afwijzing()
    with zaak.team.handelt(op=wereld.OP, lezen=True) as scope:
        delen = besluiten.lees_stuk(scope, zaak.stuk).motivering
    assert all(tekst.startswith(OPZET) for tekst in delen.values())
    assert {s: tekst.removeprefix(OPZET).strip() for s, tekst in delen.items()} == {
        "eigen_kracht": "Eigen kracht en hulp van huisgenoten: De ochtenden lukken goed.",
        "nodig": "Conclusie van het onderzoek: Het buurtteam kan Henk zelf helpen.",
        "huisgenoten_en_netwerk": "Familie en buren: Henk heeft geen familie in de buurt.",
        "algemeen": "Samen met anderen: Henk wil niet naar een groep.",
    }


def test_k3_a_grant_begins_with_the_ladder_in_order_and_the_writer_may_change_it(
    db_schoon: None,
) -> None:
    vraag = wereld.melding_in_kaag()
    tom = world.medewerker(wereld.KAAG, "Tessa Kok", organisatie="tom-in-de-buurt")
    world.onderzoek_afgerond(
        tom, vraag.melding, wet="wmo", op=wereld.WINTER, conclusie="Jan kan niet alleen zijn."
    )
    hulp = plannen.InzetGegevens(
        laag=plannen.Laag.MAATWERK,
        wat="dagbesteding",
        voorziening="dagbesteding-dementie",
        aantal=Decimal(3),
        eenheid="dagdeel",
        per="week",
        van=date(2018, 2, 12),
        tot=date(2019, 2, 11),
        waarom_niet_lichter={
            plannen.Laag.COLLECTIEF: "In de soos raakt hij in de war.",
            plannen.Laag.NETWERK: "Zijn vrouw houdt het niet vol.",
            plannen.Laag.EIGEN_KRACHT: "Ik red het niet alleen.",
        },
    )
    wereld.beslist(tom, vraag.melding, hulp)
    with tom.handelt(op=wereld.WINTER, lezen=True) as scope:
        inzage.openen(scope, personen=[vraag.persoon], doel=inzage.Doel.TOEGANG)
        [stuk] = besluiten.stukken_van(scope, [vraag.persoon])
        blad = besluiten.lees_stuk(scope, stuk.id)
    assert blad.toelichting.split("\n\n") == [
        OPZET,
        "Conclusie van het onderzoek: Jan kan niet alleen zijn.",
        "Wat u zelf doet: zo is het opgeschreven: “Ik red het niet alleen.”",
        "Familie en buren: Zijn vrouw houdt het niet vol.",
        "Samen met anderen: In de soos raakt hij in de war.",
    ]
    for waarom, wat_er_staat in ((None, blad.toelichting), ("U bent liever niet alleen.",) * 2):
        with tom.handelt(op=wereld.WINTER) as scope:
            versie = besluiten.lees_stuk(scope, stuk.id).versie
            besluiten.vul_aan(
                scope,
                stuk=stuk.id,
                aanvulling=besluiten.Aanvulling(toelichting=waarom),
                versie=versie,
            )
        with tom.handelt(op=wereld.WINTER, lezen=True) as scope:
            assert besluiten.lees_stuk(scope, stuk.id).toelichting == wat_er_staat


def test_h4_what_the_consulent_thought_stands_in_the_draft_that_follows(db_schoon: None) -> None:
    cast = heerlen.aanbod()
    keuzes = plannen.Keuzes(oordeel_inwoner="weigert_aanbod")
    with cast.els.handelt(op=heerlen.MEI) as scope:
        plannen.beslis(scope, inzet=cast.inzet, keuzes=keuzes)
    with cast.paul.handelt(op=heerlen.MEI) as scope:
        besluiten.beoordeel_als_consulent(
            scope,
            inzet=cast.inzet,
            oordeel=besluiten.Oordeel("nodig", "Zij komt tot rust bij wie zij kent."),
            verteld_op=heerlen.MEI,
        )
    with cast.paul.handelt(op=heerlen.MEI, lezen=True) as scope:
        inzage.openen(scope, personen=[cast.persoon], doel=inzage.Doel.BESLUITVORMING)
        [stuk] = besluiten.stukken_van(scope, [cast.persoon])
        blad = besluiten.lees_stuk(scope, stuk.id)
    assert blad.toelichting.split("\n\n") == [
        OPZET,
        "Conclusie van het onderzoek: Er is hulp nodig om het thuis rustiger te krijgen.",
        "Familie en buren: Haar zoon werkt in ploegen.",
        "Wat de consulent vindt: Zij komt tot rust bij wie zij kent.",
    ]
