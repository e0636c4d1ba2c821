"""Every gate catches what it is for, and lets a complete paper through (X13). Rows: the table of guards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eenplan.besluiten.feiten import StukFeiten
from eenplan.besluiten.onderbouwing import OPZET
from eenplan.besluiten.poorten import REGELS, STUK, poorten
from eenplan.besluiten.regels import AFWIJKING, Afwijsgrond, StukSoort, Toestand, motivering_vragen
from eenplan.platform.fouten import Geweigerd

OP = date(2026, 3, 9)

VERWIJSBRIEF = StukFeiten(
    soort=StukSoort.VERWIJSBRIEF,
    op=OP,
    wet="jeugd",
    leeftijd=13,
    beslisser="Buurtteam Overvecht",
    heeft_mandaat=True,
    mag_tekenen=True,
    doelen=1,
    omvang=True,
    ingang=date(2026, 3, 16),
    einde=date(2026, 9, 13),
    aanbieder=True,
    verteld_op=date(2026, 3, 5),
    kan_besluit_vragen=True,
    bijdrage_bekend=True,
)
TOEKENNING = StukFeiten(
    soort=StukSoort.TOEKENNING,
    op=OP,
    wet="wmo",
    leeftijd=78,
    aanvraag_vanaf=date(2026, 3, 2),
    beslisser="gemeente Kaag en Braassem",
    heeft_mandaat=True,
    mag_tekenen=True,
    omvang=True,
    ingang=date(2026, 3, 16),
    einde=date(2028, 3, 15),
    aanbieder=True,
    bezwaarclausule=True,
    bijdrage_gevraagd=True,
    bijdrage_bekend=True,
    motivering={"nodig": "Overdag alleen thuis gaat niet meer."},
)


def _afwijzing(wet: str) -> StukFeiten:
    return StukFeiten(
        soort=StukSoort.AFWIJZING,
        op=OP,
        wet=wet,
        leeftijd=44,
        aanvraag_vanaf=date(2026, 3, 2),
        beslisser="Buurtteam Overvecht",
        heeft_mandaat=True,
        mag_tekenen=True,
        bezwaarclausule=True,
        gehoord_op=date(2026, 3, 5),
        grond=Afwijsgrond.ANDER_AANBOD,
        motivering={v.sleutel: "Dit is onderzocht." for v in motivering_vragen(wet)},
        wel_mogelijk="Het buurtteam helpt u met uw post.",
        professional="Mirjam Post" if wet == "jeugd" else "",
        registratie="SKJ 120012345" if wet == "jeugd" else "",
    )


AFWIJZING = _afwijzing("wmo")
COMPLEET = (VERWIJSBRIEF, TOEKENNING, AFWIJZING, _afwijzing("jeugd"))


def _dicht(feiten: StukFeiten) -> set[str]:
    return {poort.sleutel for poort in poorten(feiten) if not poort.ok}


@pytest.mark.parametrize("feiten", COMPLEET, ids=lambda f: f"{f.soort}-{f.wet}")
def test_x13_a_complete_paper_passes_every_gate(feiten: StukFeiten) -> None:
    assert _dicht(feiten) == set()
    assert STUK.neem("maak_definitief", feiten, Toestand.CONCEPT) is Toestand.VERZONDEN


def test_d6_help_in_the_last_phase_of_life_needs_no_last_day() -> None:
    assert _dicht(replace(VERWIJSBRIEF, zonder_einde=True, einde=None)) == set()


PLANTED: list[tuple[str, str, StukFeiten]] = [
    ("20", "wet", replace(VERWIJSBRIEF, wet="onbekend")),
    ("20", "wet", replace(TOEKENNING, wet="onbekend")),
    ("20", "boven_18", replace(VERWIJSBRIEF, leeftijd=18)),
    ("4", "aanvraag", replace(TOEKENNING, aanvraag_vanaf=None)),
    ("4", "aanvraag", replace(AFWIJZING, aanvraag_vanaf=None)),
    ("5", "aanvraag_geldt", replace(TOEKENNING, aanvraag_vanaf=date(2026, 3, 10))),
    ("1", "geen_open_aanvraag", replace(VERWIJSBRIEF, heeft_open_aanvraag=True)),
    ("U6", "doelen", replace(VERWIJSBRIEF, doelen=0)),
    ("1", "omvang", replace(VERWIJSBRIEF, omvang=False)),
    ("1", "omvang", replace(TOEKENNING, omvang=False)),
    ("1", "periode", replace(VERWIJSBRIEF, einde=None)),
    ("D6", "periode", replace(VERWIJSBRIEF, zonder_einde=True, ingang=None, einde=None)),
    ("1", "periode", replace(TOEKENNING, einde=date(2026, 3, 1))),
    ("1", "aanbieder", replace(VERWIJSBRIEF, aanbieder=False)),
    ("11", "toestemming", replace(VERWIJSBRIEF, akkoorden_open=("Noor",))),
    ("9", "bijdrage", replace(VERWIJSBRIEF, bijdrage_gevraagd=True)),
    ("9", "bijdrage", replace(TOEKENNING, bijdrage_bekend=False)),
    ("1", "besluit_vragen", replace(VERWIJSBRIEF, kan_besluit_vragen=False)),
    ("1", "verteld", replace(VERWIJSBRIEF, verteld_op=None)),
    ("1", "verteld", replace(VERWIJSBRIEF, verteld_op=date(2026, 3, 10))),
    ("4", "gehoord", replace(AFWIJZING, gehoord_op=None)),
    ("4", "gehoord", replace(AFWIJZING, gehoord_op=date(2026, 3, 10))),
    ("4", "motivering", replace(AFWIJZING, motivering={})),
    ("4", "motivering", replace(AFWIJZING, motivering={**AFWIJZING.motivering, "nodig": "  "})),
    ("4", "motivering", replace(AFWIJZING, grond=None)),
    ("4", "motivering", replace(AFWIJZING, wel_mogelijk=" ")),
    ("4", "toelichting", replace(TOEKENNING, motivering={"nodig": " "})),
    ("4", "nagelezen", replace(TOEKENNING, motivering={"toelichting": f"{OPZET}\n\nNodig: ja."})),
    (
        "4",
        "nagelezen",
        replace(AFWIJZING, motivering={**AFWIJZING.motivering, "nodig": f"{OPZET}\n\nNodig."}),
    ),
    (
        "18",
        "geen_leeg_budget",
        replace(
            AFWIJZING, motivering={**AFWIJZING.motivering, "nodig": "Het budget is dit jaar op."}
        ),
    ),
    (
        "18",
        "geen_leeg_budget",
        replace(AFWIJZING, wel_mogelijk="De pot is leeg, volgend jaar weer."),
    ),
    (
        "4",
        "anders_dan_onderzoek",
        replace(AFWIJZING, onderzoek_oordeel="nodig", grond=Afwijsgrond.EIGEN_KRACHT),
    ),
    ("4", "anders_dan_onderzoek", replace(TOEKENNING, onderzoek_oordeel="niet_nodig")),
    (
        "2",
        "niet_alleen_aanbod",
        replace(AFWIJZING, na_consulent=True, grond=Afwijsgrond.ANDER_AANBOD),
    ),
    ("19", "tweede_lezer", replace(AFWIJZING, beslisser_is_aanbieder=True)),
    ("3", "jeugdprofessional", replace(_afwijzing("jeugd"), registratie="")),
    ("3", "clausule", replace(TOEKENNING, bezwaarclausule=False)),
    ("3", "mandaat", replace(VERWIJSBRIEF, heeft_mandaat=False)),
    ("3", "mandaat", replace(AFWIJZING, mag_tekenen=False)),
]


@pytest.mark.parametrize(
    ("rij", "poort", "feiten"), PLANTED, ids=[f"row{r}-{p}-{f.soort}" for r, p, f in PLANTED]
)
def test_x13_a_gate_catches_exactly_what_is_missing(
    rij: str, poort: str, feiten: StukFeiten
) -> None:
    assert _dicht(feiten) == {poort}
    with pytest.raises(Geweigerd) as weigering:
        STUK.neem("maak_definitief", feiten, Toestand.CONCEPT)
    [zin] = weigering.value.zinnen
    assert zin.endswith(".")


def test_x13_no_gate_is_without_a_fault_that_it_catches() -> None:
    assert {regel.sleutel for regel in REGELS} == {poort for _, poort, _ in PLANTED}


def test_w3_help_that_cannot_wait_is_granted_without_an_aanvraag_and_only_then() -> None:
    spoed = replace(TOEKENNING, aanvraag_vanaf=None, spoed=True)
    assert _dicht(spoed) == set()
    assert _dicht(replace(spoed, wet="jeugd", leeftijd=10, bijdrage_gevraagd=False)) == {"aanvraag"}
    assert _dicht(replace(AFWIJZING, aanvraag_vanaf=None, spoed=True)) == {"aanvraag"}


def test_row19_a_second_reader_opens_the_gate_for_who_also_gives_the_help() -> None:
    samen = replace(AFWIJZING, beslisser_is_aanbieder=True, tweede_lezer="Petra Bos")
    assert _dicht(samen) == set()


def test_row4_who_wants_nothing_is_not_refused_anything() -> None:
    [poort] = [p for p in poorten(replace(AFWIJZING, aanvraag_vanaf=None)) if not p.ok]
    assert "Sluit dan af zonder besluit" in poort.zin


def test_row18_an_empty_budget_cannot_be_chosen() -> None:
    assert not any("budget" in grond or "geld" in grond for grond in Afwijsgrond)


@pytest.mark.parametrize(
    "feiten",
    [
        replace(AFWIJZING, onderzoek_oordeel="niet_nodig"),
        replace(AFWIJZING, onderzoek_oordeel="twijfel", grond=Afwijsgrond.EIGEN_KRACHT),
        replace(AFWIJZING, onderzoek_oordeel="nodig", grond=Afwijsgrond.ANDER_AANBOD),
        replace(
            AFWIJZING,
            onderzoek_oordeel="nodig",
            grond=Afwijsgrond.NIET_NODIG,
            motivering={**AFWIJZING.motivering, AFWIJKING: "Na het onderzoek kwam uw zus."},
        ),
        replace(TOEKENNING, onderzoek_oordeel="nodig"),
    ],
    ids=["zelfde", "twijfel", "andere-hulp", "uitgelegd", "toegekend"],
)
def test_awb346_a_decision_that_agrees_with_the_investigation_or_says_why_not_may_leave(
    feiten: StukFeiten,
) -> None:
    assert _dicht(feiten) == set()


def test_the_flow_has_no_state_without_owner_or_road() -> None:
    assert STUK.gaten() == []
    assert STUK.paren() == [("concept", "vervallen"), ("concept", "verzonden")]
