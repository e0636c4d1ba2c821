"""Row 8: every investigation yields its verslag, without one extra field and in one step, on every route and law."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.inzage import api as inzage
from eenplan.onderzoeken import api as onderzoeken
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.werk import api as werk
from tests import world
from tests.integration.besluiten import wereld
from tests.world import LENTE

VERSLAG = berichten.BriefSoort.VERSLAG


@pytest.fixture
def cast(db_schoon: None) -> world.Overvecht:
    return world.overvecht()


def _verslagen(wie: world.Mens, onderzoek: UUID) -> list[berichten.BriefRegel]:
    with wie.handelt(op=LENTE, lezen=True) as scope:
        onderzoeken.open_onderzoek(scope, onderzoek)
        brieven = list(reversed(berichten.afschriften(scope, onderzoek)))
    assert {b.soort for b in brieven} <= {VERSLAG}
    return brieven


def _werk(wie: world.Mens) -> list[werk.Regel]:
    with wie.handelt(op=LENTE, lezen=True) as scope:
        regels = werk.mijn_lijst(scope, tab=werk.Tab.MIJN).regels
    return [r for r in regels if r.soort is werk.WerkSoort.VERSLAG]


def _tekst(wie: world.Mens, brief: UUID) -> str:
    with wie.handelt(op=LENTE, lezen=True) as scope:
        vandaag = besluiten.verslag_vandaag(scope, brief)
        pdf = berichten.lees_pdf(scope, brief, vandaag=vandaag)
    return " ".join(
        " ".join(p.extract_text() for p in PdfReader(BytesIO(pdf.inhoud)).pages).split()
    )


def test_row8_a_finished_wmo_investigation_leaves_its_verslag_ready_and_due_on_the_day_of_the_law(
    cast: world.Overvecht,
) -> None:
    melding = world.man_alleen().melding
    onderzoek = world.onderzoek_afgerond(
        cast.sanne, melding, wet="wmo", oordeel="niet_nodig", conclusie="Henk redt het zelf."
    )
    [brief] = _verslagen(cast.sanne, onderzoek)
    [regel] = _werk(cast.sanne)
    assert (brief.toestand, regel.over, regel.vervalt) == (
        berichten.Toestand.CONCEPT,
        onderzoek,
        date(2026, 4, 13),
    )
    tekst = _tekst(cast.sanne, brief.id)
    for zin in (
        "Henk redt het zelf.",
        "De ochtenden lukken goed.",
        "“Ik wil dat er iemand bij mij thuis komt.”",
        "U kunt hierover altijd een besluit vragen",
        "cliëntondersteuner",
        "Hierover schreven wij niets op",
        "Wilt u hier iets over vertellen? Bel ons dan.",
        "Wij spreken nu geen hulp met u af.",
    ):
        assert zin in tekst
    assert tekst.count("Bel ons dan.") == 1  # said once, of all topics together


def test_row8_one_step_sends_it_and_only_then_the_work_is_done(cast: world.Overvecht) -> None:
    onderzoek = world.onderzoek_afgerond(cast.sanne, world.man_alleen().melding, wet="wmo")
    [brief] = _verslagen(cast.sanne, onderzoek)
    assert len(_werk(cast.sanne)) == 1
    with cast.sanne.handelt(op=LENTE) as scope:
        verzonden = besluiten.verstuur_brief(scope, brief=brief.id)
    assert _werk(cast.sanne) == []
    [na] = _verslagen(cast.sanne, onderzoek)
    assert (na.toestand, na.aan, na.sha256) == (
        berichten.Toestand.VERZONDEN,
        "Henk Jansen",
        verzonden.sha256,
    )
    with cast.sanne.handelt(op=LENTE) as scope, pytest.raises(Geweigerd):
        besluiten.verstuur_brief(scope, brief=brief.id)


def test_row8_what_was_agreed_after_the_conversation_is_in_what_leaves(
    cast: world.Overvecht,
) -> None:
    melding = world.man_alleen().melding
    onderzoek = world.onderzoek_afgerond(cast.sanne, melding, wet="wmo")
    [brief] = _verslagen(cast.sanne, onderzoek)
    world.plan_met_doel(
        cast.sanne, melding, woorden="Ik wil iemand om mee te praten.", hulp=wereld.BEGELEIDING
    )
    with cast.sanne.handelt(op=LENTE) as scope:
        besluiten.verstuur_brief(scope, brief=brief.id)
    tekst = _tekst(cast.sanne, brief.id)
    assert "Ik wil iemand om mee te praten." in tekst
    assert "Deze hulp staat in het plan: Begeleiding thuis" in tekst


def test_row8_row12_a_parents_verslag_tells_of_a_young_child_and_never_of_an_older_one(
    cast: world.Overvecht,
) -> None:
    gezin = world.gezin_hadi(cast.fatima)
    for van, woorden in ((gezin.sam, "Ik wil voetballen."), (gezin.esra, "Ik wil rust.")):
        world.plan_met_doel(
            cast.fatima,
            gezin.melding,
            van=van,
            woorden=woorden,
            deelnemers=[gezin.sam, gezin.esra],
        )
    with cast.fatima.handelt(op=LENTE) as scope:
        onderzoek = onderzoeken.begin(scope, melding=gezin.melding)
    with cast.fatima.handelt(op=LENTE) as scope:
        onderzoeken.leg_kindgesprek_vast(
            scope,
            onderzoek=onderzoek,
            kind=gezin.esra,
            gehoord=onderzoeken.Gehoord(gesproken=True, alleen=True, woorden="Thuis is het eng."),
        )
    with cast.fatima.handelt(op=LENTE) as scope:
        onderzoeken.trek_conclusie(
            scope,
            onderzoek=onderzoek,
            oordeel=onderzoeken.Oordeel.NODIG,
            tekst="Er is hulp nodig.",
            versie=0,
        )
        onderzoeken.rond_af(scope, onderzoek=onderzoek)
    [brief] = _verslagen(cast.fatima, onderzoek)
    tekst = _tekst(cast.fatima, brief.id)
    assert "Sam Hadi: Ik wil voetballen." in tekst
    assert "Ik wil rust." not in tekst
    assert "Thuis is het eng." not in tekst


def test_row8_youth_help_gets_one_too_with_the_vertrouwenspersoon_and_a_day(
    cast: world.Overvecht,
) -> None:
    gezin = world.gezin_hadi(cast.fatima)
    onderzoek = world.onderzoek_afgerond(cast.fatima, gezin.melding)
    [brief] = _verslagen(cast.fatima, onderzoek)
    assert brief.onderwerp == "Verslag van ons gesprek op 2 maart 2026"
    assert [r.vervalt for r in _werk(cast.fatima)] == [date(2026, 3, 9)]
    assert "vertrouwenspersoon" in _tekst(cast.fatima, brief.id)
    with cast.fatima.handelt(op=LENTE) as scope:
        besluiten.verstuur_brief(scope, brief=brief.id)


def test_row4_row8_who_stops_is_confirmed_on_paper_and_not_refused(cast: world.Overvecht) -> None:
    melding = world.man_alleen().melding
    with cast.sanne.handelt(op=LENTE) as scope:
        onderzoek = onderzoeken.begin(scope, melding=melding)
    with cast.sanne.handelt(op=LENTE) as scope:
        onderzoeken.stop(scope, onderzoek=onderzoek, reden="Ik red het zelf wel.")
    [brief] = _verslagen(cast.sanne, onderzoek)
    with cast.sanne.handelt(op=LENTE) as scope:
        besluiten.verstuur_brief(scope, brief=brief.id)
    tekst = _tekst(cast.sanne, brief.id)
    assert "“Ik red het zelf wel.”" in tekst
    assert "Er is niets geweigerd." in tekst


def test_x3_an_outsider_finds_no_verslag_and_sends_none(cast: world.Overvecht) -> None:
    onderzoek = world.onderzoek_afgerond(cast.sanne, world.man_alleen().melding, wet="wmo")
    [brief] = _verslagen(cast.sanne, onderzoek)
    for wie in (cast.joost, cast.petra, cast.lisa):
        with wie.handelt(op=LENTE) as scope, pytest.raises(NietGevonden):
            besluiten.verstuur_brief(scope, brief=brief.id)


def test_another_letter_that_lies_ready_leaves_as_it_was_put_ready(cast: world.Overvecht) -> None:
    bevestiging = world.man_alleen()
    with cast.sanne.handelt(op=LENTE, lezen=True) as scope:
        inzage.openen(scope, personen=[bevestiging.persoon], doel=inzage.Doel.TOEGANG)
        [brief] = berichten.brieven_van(scope, [bevestiging.persoon])
        assert besluiten.verslag_vandaag(scope, brief.id) is None
    with cast.sanne.handelt(op=LENTE) as scope:
        besluiten.verstuur_brief(scope, brief=brief.id)


def test_row8_who_only_decides_reads_the_concept_and_does_not_send_it(db_schoon: None) -> None:
    zaak = wereld.afwijzing()
    with zaak.team.handelt(op=LENTE) as scope:
        besluiten.vraag_meelezer(scope, stuk=zaak.stuk)
    [regel] = _werk(zaak.team)
    [brief] = _verslagen(zaak.team, regel.over)
    assert "Het buurtteam kan Henk zelf helpen." in _tekst(zaak.cast.petra, brief.id)
    with (
        zaak.cast.petra.handelt(op=LENTE) as scope,
        pytest.raises(Geweigerd, match="Het team dat het gesprek voerde"),
    ):
        besluiten.verstuur_brief(scope, brief=brief.id)
    assert _werk(zaak.team) == [regel]
