"""The draft of why: the conversation and the steps in their order, each with its topic, and never an "ik"."""

from __future__ import annotations

from datetime import date

from eenplan.beleid import api as beleid
from eenplan.besluiten.onderbouwing import OPZET, Opgeschreven, motivering, toelichting, verdeel
from eenplan.besluiten.regels import motivering_vragen
from eenplan.plannen.regels import Laag

WET = beleid.wet(date(2026, 3, 2))
WMO = [v.sleutel for v in motivering_vragen("wmo")]
JEUGD = [v.sleutel for v in motivering_vragen("jeugd")]
OPGESCHREVEN = Opgeschreven(
    onderwerpen={
        "behoeften": "Iemand om mee te praten.",
        "eigen-kracht": "Ik kook zelf.",
        "algemene-voorzieningen": "Het buurthuis is dichtbij.",
        "eigen-bijdrage": "Dat is verteld.",
    },
    conclusie="Het team kan Henk zelf helpen.",
    # as a database that does not keep the order of keys gives them
    treden={
        Laag.COLLECTIEF: "In een groep zegt hij niets.",
        Laag.EIGEN_KRACHT: "Ik kan het niet alleen.",
        Laag.NETWERK: "Zijn broer woont ver weg.",
    },
    consulent="De hulp past niet.",
)


def test_a_grant_begins_with_the_conclusion_and_the_ladder_from_light_to_heavy() -> None:
    assert toelichting(OPGESCHREVEN, WET).split("\n\n") == [
        OPZET,
        "Conclusie van het onderzoek: Het team kan Henk zelf helpen.",
        "Wat u zelf doet: zo is het opgeschreven: “Ik kan het niet alleen.”",
        "Familie en buren: Zijn broer woont ver weg.",
        "Samen met anderen: In een groep zegt hij niets.",
        "Wat de consulent vindt: De hulp past niet.",
    ]


def test_who_gives_the_help_reads_no_conversation_in_a_grant() -> None:
    assert "buurthuis" not in toelichting(OPGESCHREVEN, WET)


def test_a_refusal_finds_each_thing_under_the_element_the_law_asks() -> None:
    delen = motivering(OPGESCHREVEN, WET, WMO)
    assert all(tekst.startswith(f"{OPZET}\n\n") for tekst in delen.values())
    assert {s: tekst.removeprefix(f"{OPZET}\n\n") for s, tekst in delen.items()} == {
        "eigen_kracht": (
            "Eigen kracht en hulp van huisgenoten: zo is het opgeschreven: “Ik kook zelf.”\n\n"
            "Wat u zelf doet: zo is het opgeschreven: “Ik kan het niet alleen.”"
        ),
        "nodig": (
            "Wie iemand is en wat iemand wil: Iemand om mee te praten.\n\n"
            "Conclusie van het onderzoek: Het team kan Henk zelf helpen.\n\n"
            "Wat de consulent vindt: De hulp past niet."
        ),
        "huisgenoten_en_netwerk": "Familie en buren: Zijn broer woont ver weg.",
        "algemeen": (
            "Algemene voorzieningen en meedoen: Het buurthuis is dichtbij.\n\n"
            "Samen met anderen: In een groep zegt hij niets."
        ),
    }


def test_under_the_jeugdwet_nothing_that_was_written_is_lost() -> None:
    wmo, jeugd = motivering(OPGESCHREVEN, WET, WMO), motivering(OPGESCHREVEN, WET, JEUGD)
    assert set(jeugd) == {"nodig", "eigen_kracht"}
    for tekst in wmo.values():
        assert all(alinea in "".join(jeugd.values()) for alinea in tekst.split("\n\n"))
    later = verdeel(wmo, JEUGD)  # chosen after the draft was made
    assert set(later) == {"nodig", "eigen_kracht"}
    assert [tekst.count(OPZET) for tekst in later.values()] == [1, 1]


def test_what_nobody_wrote_about_stays_empty_for_the_gate_to_see() -> None:
    leeg = Opgeschreven(onderwerpen={}, conclusie=" ", treden={})
    assert not any(motivering(leeg, WET, WMO).values())
    assert toelichting(leeg, WET) == ""
