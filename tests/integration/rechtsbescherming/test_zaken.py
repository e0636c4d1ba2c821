"""F14, X14, waarborg 3 and 23: whoever disagrees is heard, at the municipality, and never by who decided."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import psycopg
import pytest

from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.inzage import api as inzage
from eenplan.organisaties import api as organisaties
from eenplan.organisaties.api import Functie
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.rechtsbescherming import api as recht
from eenplan.rechtsbescherming.api import Onvrede, Toestand, Uitkomst, Weg
from eenplan.werk import api as werk
from tests import world
from tests.integration.besluiten import wereld
from tests.integration.besluiten.wereld import OP

LATER = date(2026, 3, 9)
TE_LAAT = date(2026, 4, 20)


def bezwaar(tegen: UUID | None, *, op: date = LATER, tekst: str = "Ik wil wel hulp.") -> Onvrede:
    return Onvrede(tekst, "Henk Jansen", op, recht.Hoe.BRIEF, tegen=tegen)


@pytest.fixture
def zaak(db_schoon: None) -> wereld.Zaak:
    """A refusal that left, signed by the neighbourhood team."""
    zaak = wereld.afwijzing()
    wereld.compleet(zaak)
    with zaak.team.handelt(op=OP) as scope:
        besluiten.maak_definitief(scope, stuk=zaak.stuk)
    return zaak


def dien_in(zaak: wereld.Zaak, weg: Weg, onvrede: Onvrede, *, op: date = LATER) -> UUID:
    with zaak.team.handelt(op=op) as scope:
        return recht.dien_in(scope, persoon=zaak.persoon, weg=weg, onvrede=onvrede)


def op_de_lijst(wie: world.Mens, *, op: date = LATER) -> list[tuple[str, date | None]]:
    with wie.handelt(op=op, lezen=True) as scope:
        lijst = werk.mijn_lijst(scope, tab=werk.Tab.TEAM)
        return [(r.wat, r.vervalt) for r in lijst.regels]


def test_an_objection_lands_at_the_municipality_with_its_clock_and_its_confirmation(
    zaak: wereld.Zaak,
) -> None:
    """Awb 6:14, 7:10 lid 1: six weeks after the last day to object, which was 13 April."""
    sleutel = dien_in(zaak, Weg.BEZWAAR, bezwaar(zaak.stuk))
    assert ("Bezwaar behandelen", date(2026, 3, 16)) in op_de_lijst(zaak.cast.petra)
    with zaak.cast.petra.handelt(op=LATER, lezen=True) as scope:
        blad = recht.lees_zaak(scope, sleutel)
    assert (blad.regel.toestand, blad.regel.te_laat) == (Toestand.ONTVANGEN, False)
    assert blad.regel.tegen.startswith("Besluit: aanvraag afgewezen")
    [brief] = blad.brieven
    with zaak.cast.petra.handelt(op=LATER, lezen=True) as scope:
        tekst = berichten.lees(scope, brief.id).voorbeeld
    assert tekst.onderwerp == "Wij hebben uw bezwaar ontvangen"
    assert not tekst.gebreken
    with zaak.cast.petra.handelt(op=LATER) as scope:
        recht.neem_in_behandeling(scope, zaak=sleutel)
    # taken without having told that it came in: that is still what comes first
    assert ("Bezwaar behandelen", date(2026, 3, 16)) in op_de_lijst(zaak.cast.petra)
    with zaak.cast.petra.handelt(op=LATER) as scope:
        besluiten.verstuur_brief(scope, brief=brief.id)
    assert ("Bezwaar behandelen", date(2026, 5, 26)) in op_de_lijst(zaak.cast.petra)


def test_waarborg_3_who_decided_cannot_handle_the_objection_and_does_not_even_find_it(
    zaak: wereld.Zaak,
) -> None:
    sleutel = dien_in(zaak, Weg.BEZWAAR, bezwaar(zaak.stuk))
    assert not [r for r in op_de_lijst(zaak.team) if r[0] == "Bezwaar behandelen"]
    with zaak.team.handelt(op=LATER) as scope, pytest.raises(NietGevonden):
        recht.neem_in_behandeling(scope, zaak=sleutel)


def test_waarborg_3_a_colleague_at_the_municipality_who_worked_on_it_is_refused_as_well(
    zaak: wereld.Zaak, beheer_conn: psycopg.Connection
) -> None:
    with zaak.cast.petra.handelt(op=LATER, lezen=True) as scope:
        gemeente = scope.organisatie_id
    noor = world.medewerker(
        world.UTRECHT, "Noor Kamp", organisatie="gemeente", functie=Functie.CONSULENT
    )
    with zaak.team.handelt(op=LATER) as scope:
        sleutel = recht.dien_in(scope, persoon=zaak.persoon, weg=Weg.BEZWAAR, onvrede=bezwaar(None))
    with noor.handelt(op=LATER) as scope:
        recht.neem_in_behandeling(scope, zaak=sleutel)
    tweede = dien_in(zaak, Weg.KLACHT, bezwaar(None, tekst="Er is niet geluisterd."))
    with noor.handelt(op=LATER) as scope, pytest.raises(Geweigerd) as weigering:
        recht.neem_in_behandeling(scope, zaak=tweede)
    assert "U werkte zelf aan waar dit over gaat" in str(weigering.value)
    with zaak.cast.petra.handelt(op=LATER) as scope:
        recht.neem_in_behandeling(scope, zaak=tweede)
    assert gemeente == organisaties.organisatie_id("utrecht", "gemeente")
    # control: also whoever passes the application by is stopped by the table itself
    with pytest.raises(psycopg.errors.CheckViolation):
        beheer_conn.execute(
            "UPDATE rechtsbescherming_zaak SET behandelaar_id = %s WHERE id = %s",
            [zaak.team.id, sleutel],
        )


def test_a_late_objection_and_one_without_reasons_are_registered_all_the_same(
    zaak: wereld.Zaak,
) -> None:
    """Awb 6:6, 6:11; waarborg 23."""
    sleutel = dien_in(zaak, Weg.BEZWAAR, bezwaar(zaak.stuk, op=TE_LAAT, tekst=""), op=TE_LAAT)
    with zaak.cast.petra.handelt(op=TE_LAAT, lezen=True) as scope:
        blad = recht.lees_zaak(scope, sleutel)
    assert blad.regel.te_laat
    assert "De laatste dag was maandag 13 april 2026." in blad.te_laat_zin
    assert blad.regel.uiterlijk == date(2026, 6, 1)


def test_a_complaint_and_a_second_opinion_have_an_owner_and_a_date_and_the_team_reads_neither(
    zaak: wereld.Zaak,
) -> None:
    """Awb 9:11: six weeks; L11: another person than who offered."""
    klacht = dien_in(zaak, Weg.KLACHT, bezwaar(None, tekst="Er is niet naar mij geluisterd."))
    dien_in(zaak, Weg.TWEEDE_MENING, bezwaar(None, tekst="Kijk nog eens."))
    lijst = op_de_lijst(zaak.cast.petra)
    assert ("Klacht behandelen", date(2026, 3, 16)) in lijst
    assert ("Opnieuw kijken", date(2026, 3, 16)) in lijst
    with zaak.team.handelt(op=LATER, lezen=True) as scope:
        inzage.openen_gezin(scope, zaak.persoon, doel=inzage.Doel.TOEGANG)
        assert recht.zaken_van(scope, [zaak.persoon]) == []
        assert not [b for b in berichten.brieven_van(scope, [zaak.persoon]) if b.over == klacht]


def test_who_knows_the_file_of_a_complaint_only_registers_an_objection_all_the_same(
    zaak: wereld.Zaak,
) -> None:
    """A complaint lets the municipality call; what a decision rests on it cannot give itself."""
    dien_in(zaak, Weg.KLACHT, bezwaar(None, tekst="Er is niet naar mij geluisterd."))
    with zaak.cast.petra.handelt(op=LATER) as scope:
        recht.dien_in(scope, persoon=zaak.persoon, weg=Weg.BEZWAAR, onvrede=bezwaar(None))
    assert "Bezwaar behandelen" in [wat for wat, _ in op_de_lijst(zaak.cast.petra)]
    with zaak.cast.petra.handelt(op=LATER, lezen=True) as scope:
        opening = inzage.openen_gezin(scope, zaak.persoon, doel=inzage.Doel.BESLUITVORMING)
        assert inzage.Rubriek.ONDERZOEK not in {d.rubriek for d in opening.delen}


def test_why_it_came_late_fits_as_long_as_the_form_lets_one_write(zaak: wereld.Zaak) -> None:
    waarom = "Ik lag in het ziekenhuis. " * 38
    onvrede = Onvrede("Toch.", "Henk Jansen", TE_LAAT, tegen=zaak.stuk, waarom_later=waarom)
    sleutel = dien_in(zaak, Weg.BEZWAAR, onvrede, op=TE_LAAT)
    with zaak.cast.petra.handelt(op=TE_LAAT, lezen=True) as scope:
        assert recht.lees_zaak(scope, sleutel).waarom_later == waarom.strip()


def test_an_explanation_is_asked_of_who_has_the_question(zaak: wereld.Zaak) -> None:
    sleutel = dien_in(zaak, Weg.UITLEG, bezwaar(zaak.stuk, tekst="Wat betekent dit?"))
    assert ("Uitleg geven", date(2026, 3, 16)) in op_de_lijst(zaak.team)
    with zaak.team.handelt(op=LATER) as scope:
        recht.neem_in_behandeling(scope, zaak=sleutel)
    with zaak.team.handelt(op=LATER) as scope:
        recht.rond_af(
            scope, zaak=sleutel, uitkomst=Uitkomst.UITGELEGD, toelichting="Gebeld.", op=LATER
        )
    assert not [r for r in op_de_lijst(zaak.team) if r[0] == "Uitleg geven"]


def test_a_resident_says_it_without_anybody_between(zaak: wereld.Zaak) -> None:
    """X14: on the own pages; the municipality then sees what the decision rests on."""
    henk = world.Mens(zaak.persoon, zaak.team.gemeente, soort="inwoner")
    with henk.handelt(op=LATER, lezen=True) as scope:
        deur = recht.open_deur(scope, zaak.persoon)
    assert [t.id for t in deur.tegen] == [zaak.stuk]
    with henk.handelt(op=LATER) as scope:
        sleutel = recht.dien_in(
            scope, persoon=zaak.persoon, weg=Weg.BEZWAAR, onvrede=bezwaar(zaak.stuk)
        )
    with henk.handelt(op=LATER, lezen=True) as scope:
        assert recht.lees_zaak(scope, sleutel).regel.toestand is Toestand.ONTVANGEN
    assert ("Bezwaar behandelen", date(2026, 3, 16)) in op_de_lijst(zaak.cast.petra)
    with zaak.cast.petra.handelt(op=LATER) as scope:
        recht.neem_in_behandeling(scope, zaak=sleutel)
    with zaak.cast.petra.handelt(op=LATER, lezen=True) as scope:
        assert besluiten.lees_stuk(scope, zaak.stuk).naam == "Henk Jansen"


def test_control_a_resident_cannot_lay_a_case_before_a_provider(zaak: wereld.Zaak) -> None:
    """The function that lets the municipality in lets in nobody else."""
    henk = world.Mens(zaak.persoon, zaak.team.gemeente, soort="inwoner")
    ander = world.man_alleen()
    with henk.handelt(op=LATER) as scope, pytest.raises(NietGevonden):
        recht.dien_in(
            scope, persoon=ander.persoon, weg=Weg.KLACHT, onvrede=bezwaar(None, tekst="x")
        )


def test_bad_input_is_said_at_the_field(zaak: wereld.Zaak) -> None:
    leeg = Onvrede("", "", date(2026, 12, 1))
    with zaak.team.handelt(op=LATER) as scope, pytest.raises(Geweigerd) as weigering:
        recht.dien_in(scope, persoon=zaak.persoon, weg=Weg.KLACHT, onvrede=leeg)
    assert set(weigering.value.velden) == {"tekst", "door", "op"}


def test_a_case_is_finished_by_who_took_it_or_withdrawn_and_then_its_clock_stops(
    zaak: wereld.Zaak, beheer_conn: psycopg.Connection
) -> None:
    """Awb 6:21, 7:11, 9:12."""
    klacht = dien_in(zaak, Weg.KLACHT, bezwaar(None, tekst="Er is niet geluisterd."))
    ander = dien_in(zaak, Weg.BEZWAAR, bezwaar(zaak.stuk))
    for sleutel in (klacht, ander):
        with zaak.cast.petra.handelt(op=LATER) as scope:
            recht.neem_in_behandeling(scope, zaak=sleutel)
    with zaak.cast.petra.handelt(op=LATER) as scope:
        recht.rond_af(
            scope, zaak=klacht, uitkomst=Uitkomst.OPGELOST, toelichting="Gebeld.", op=LATER
        )
    with zaak.cast.petra.handelt(op=LATER) as scope, pytest.raises(Geweigerd) as weigering:
        recht.trek_in(scope, zaak=ander, toelichting=" ")
    assert set(weigering.value.velden) == {"toelichting"}
    with zaak.cast.petra.handelt(op=LATER) as scope:
        recht.trek_in(scope, zaak=ander, toelichting="Henk belde.")
    assert not [r for r in op_de_lijst(zaak.cast.petra) if "behandelen" in r[0]]
    loopt = beheer_conn.execute(
        "SELECT count(*) FROM termijnen_termijn WHERE over_id = ANY (%s) AND voldaan_op IS NULL",
        [[klacht, ander]],
    ).fetchone()
    assert loopt == (0,)


def gemeente_collega(naam: str = "Noor Kamp") -> world.Mens:
    return world.medewerker(world.UTRECHT, naam, organisatie="gemeente", functie=Functie.CONSULENT)


def test_waarborg_3_who_was_there_cannot_make_the_case_go_away_either(zaak: wereld.Zaak) -> None:
    """Awb 6:21: withdrawing is the resident's; who decided does not write it down for them."""
    noor = gemeente_collega()
    eerst = dien_in(zaak, Weg.BEZWAAR, bezwaar(None))
    with noor.handelt(op=LATER) as scope:
        recht.neem_in_behandeling(scope, zaak=eerst)
    klacht = dien_in(zaak, Weg.KLACHT, bezwaar(None, tekst="Noor luisterde niet."))
    with noor.handelt(op=LATER) as scope, pytest.raises(Geweigerd, match="zelf aan"):
        recht.trek_in(scope, zaak=klacht, toelichting="Henk belde.")
    with zaak.cast.petra.handelt(op=LATER) as scope:
        recht.neem_in_behandeling(scope, zaak=klacht)
    scherm = noor.client(op=LATER).post(
        f"/werk/zaak/{klacht}/",
        {"uitkomst": "ingetrokken", "toelichting": "Henk belde.", "op": "2026-03-09"},
    )
    assert scherm.status_code == 422
    with zaak.cast.petra.handelt(op=LATER, lezen=True) as scope:
        assert recht.lees_zaak(scope, klacht).regel.toestand is Toestand.IN_BEHANDELING


def test_t12_what_was_typed_about_a_case_that_a_colleague_finished_is_not_lost(
    zaak: wereld.Zaak,
) -> None:
    sleutel = dien_in(zaak, Weg.KLACHT, bezwaar(None, tekst="Er is niet naar mij geluisterd."))
    velden = {"verzendsleutel": str(uuid4()), "toelichting": "We spraken haar thuis."}
    antwoord = zaak.cast.petra.client(op=LATER).post(f"/werk/zaak/{sleutel}/", velden)
    assert antwoord.status_code == 422
    assert "niet meer in behandeling" in antwoord.content.decode()
    assert "We spraken haar thuis." in antwoord.content.decode()


def test_a_case_that_somebody_handles_is_withdrawn_by_nobody_else(zaak: wereld.Zaak) -> None:
    sleutel = dien_in(zaak, Weg.BEZWAAR, bezwaar(zaak.stuk))
    with zaak.cast.petra.handelt(op=LATER) as scope:
        recht.neem_in_behandeling(scope, zaak=sleutel)
    with gemeente_collega().handelt(op=LATER) as scope, pytest.raises(Geweigerd, match="Petra"):
        recht.trek_in(scope, zaak=sleutel, toelichting="Henk belde.")


def test_waarborg_3_who_judged_the_help_does_not_handle_the_objection_to_its_decision(
    zaak: wereld.Zaak,
) -> None:
    """Awb 10:3 lid 3: a judgement given beside the paper counts as much as a hand on it."""
    noor = gemeente_collega()
    with zaak.team.handelt(op=OP) as scope:
        besluiten.vraag_meekijken(scope, inzet=zaak.inzet, reden="Kijk mee.")
    with noor.handelt(op=OP) as scope:
        besluiten.kijk_mee(scope, inzet=zaak.inzet, toelichting="Hulp is niet nodig.")
    sleutel = dien_in(zaak, Weg.BEZWAAR, bezwaar(zaak.stuk))
    with noor.handelt(op=LATER) as scope, pytest.raises(Geweigerd, match="zelf aan"):
        recht.neem_in_behandeling(scope, zaak=sleutel)
    with zaak.cast.petra.handelt(op=LATER) as scope:
        recht.neem_in_behandeling(scope, zaak=sleutel)


def test_waarborg_3_who_wrote_a_letter_without_a_decision_is_excluded_as_well(
    zaak: wereld.Zaak, beheer_conn: psycopg.Connection
) -> None:
    with zaak.team.handelt(op=OP, lezen=True) as scope:
        inzage.openen_gezin(scope, zaak.persoon, doel=inzage.Doel.TOEGANG)
        [verslag] = [
            b
            for b in berichten.brieven_van(scope, [zaak.persoon])
            if b.soort is berichten.BriefSoort.VERSLAG
        ]
    with zaak.team.handelt(op=OP) as scope:
        besluiten.verstuur_brief(scope, brief=verslag.id)
    sleutel = dien_in(zaak, Weg.BEZWAAR, bezwaar(verslag.id))
    rij = beheer_conn.execute(
        "SELECT %s = ANY (uitgesloten) FROM rechtsbescherming_zaak WHERE id = %s",
        [zaak.team.id, sleutel],
    ).fetchone()
    assert rij == (True,)
