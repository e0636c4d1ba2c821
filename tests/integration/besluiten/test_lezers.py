"""Row 11: a paper about a youth reaches the youth and each parent with authority, each with a copy of their own."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import psycopg
import pytest
from pypdf import PdfReader

from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.inzage import api as inzage
from eenplan.platform import tijdlijn
from eenplan.platform.fouten import NietGevonden
from tests import world
from tests.integration.besluiten import wereld
from tests.integration.besluiten.wereld import OP

ADRESSEN = {
    "Mina": "Amazonedreef 114, 3563 EX Utrecht",
    "Esra": "Amazonedreef 114, 3563 EX Utrecht",
    "Karim": "Zamenhofdreef 5, 3562 JV Utrecht",
}


def _verstuur(zaak: wereld.Zaak) -> list[berichten.BriefRegel]:
    with zaak.team.handelt(op=OP) as scope:
        besluiten.maak_definitief(scope, stuk=zaak.stuk, verteld_op=OP)
    with zaak.team.handelt(op=OP, lezen=True) as scope:
        inzage.openen(scope, personen=[zaak.persoon], doel=inzage.Doel.TOEGANG)
        return list(reversed(berichten.afschriften(scope, zaak.stuk)))


def _tekst(wie: world.Mens, brief: berichten.BriefRegel) -> str:
    with wie.handelt(op=OP, lezen=True) as scope:
        pdf = berichten.lees_pdf(scope, brief.id)
    return " ".join(
        " ".join(p.extract_text() for p in PdfReader(BytesIO(pdf.inhoud)).pages).split()
    )


def test_row11_from_12_the_youth_and_each_parent_get_a_letter_at_their_own_address(
    db_schoon: None, beheer_conn: psycopg.Connection
) -> None:
    zaak = wereld.verwijzing(adressen=ADRESSEN)
    brieven = _verstuur(zaak)
    assert [b.aan for b in brieven] == ["Esra Hadi", "Karim Hadi", "Mina Hadi"]
    assert len({b.kenmerk for b in brieven}) == len({b.sha256 for b in brieven}) == 3
    teksten = {b.aan: _tekst(zaak.team, b) for b in brieven}
    for aan, tekst in teksten.items():
        assert f"Beste {aan}," in tekst
        assert ("Zamenhofdreef" in tekst) == (aan == "Karim Hadi")
        assert ("Amazonedreef" in tekst) == (aan != "Karim Hadi")
        assert ("Deze brief gaat over Esra Hadi." in tekst) == (aan != "Esra Hadi")
        assert "Ik wil weer met plezier naar school." in tekst
    aantal = beheer_conn.execute(
        "SELECT count(DISTINCT ontvanger_id), count(DISTINCT persoon_id) FROM berichten_brief WHERE over_id = %s",
        [zaak.stuk],
    )
    assert aantal.fetchone() == (3, 1)


def test_row11_the_timeline_says_who_got_one_and_the_provider_reads_one_copy(
    db_schoon: None,
) -> None:
    zaak = wereld.verwijzing(adressen=ADRESSEN)
    eerste, *ouders = _verstuur(zaak)
    with zaak.team.handelt(op=OP, lezen=True) as scope:
        inzage.openen(scope, personen=[zaak.persoon], doel=inzage.Doel.TOEGANG)
        zinnen = [regel.zin for regel in tijdlijn.van(scope, [zaak.persoon])]
    assert "Een verwijsbrief is verstuurd (aan Karim Hadi, per post)" in zinnen
    assert "Beste Esra Hadi" in _tekst(zaak.cast.lisa, eerste)
    for brief in ouders:
        with zaak.cast.lisa.handelt(op=OP, lezen=True) as scope, pytest.raises(NietGevonden):
            berichten.lees_pdf(scope, brief.id)


def test_row11_u19_a_secret_address_of_one_parent_is_on_nobodys_letter(db_schoon: None) -> None:
    zaak = wereld.verwijzing(adressen={**ADRESSEN, "Esra": ""}, geheim="Mina")
    brieven = _verstuur(zaak)
    hoe = {b.aan: b.bezorging for b in brieven}
    assert hoe["Mina Hadi"] is berichten.Bezorging.PERSOONLIJK
    assert hoe["Karim Hadi"] is berichten.Bezorging.POST
    for brief in brieven:
        assert "Amazonedreef" not in _tekst(zaak.team, brief)


def test_row11_under_12_only_the_parents_get_one(db_schoon: None) -> None:
    brieven = _verstuur(wereld.verwijzing(adressen=ADRESSEN, voor="Sam"))
    assert [b.aan for b in brieven] == ["Karim Hadi", "Mina Hadi"]


def test_row11_from_16_the_youth_alone_gets_one(db_schoon: None) -> None:
    zaak = wereld.verwijzing(adressen=ADRESSEN)
    with zaak.team.handelt(op=date(2028, 9, 9), lezen=True) as scope:
        lezers = besluiten.lees_stuk(scope, zaak.stuk).lezers
    assert [wie.naam for wie in lezers] == ["Esra Hadi"]


def test_row11_the_municipality_that_decides_sees_who_must_get_a_copy_and_no_more(
    db_schoon: None,
) -> None:
    zaak = wereld.verwijzing(adressen=ADRESSEN)
    assert zaak.gezin is not None
    with zaak.team.handelt(op=OP) as scope:
        besluiten.vraag_meelezer(scope, stuk=zaak.stuk)
    with zaak.cast.petra.handelt(op=OP, lezen=True) as scope:
        lezers = besluiten.lees_stuk(scope, zaak.stuk).lezers
        geopend = inzage.openen(scope, personen=[zaak.gezin.karim], doel=inzage.Doel.BESLUITVORMING)
    assert [wie.naam for wie in lezers] == ["Esra Hadi", "Karim Hadi", "Mina Hadi"]
    assert geopend.rubrieken(zaak.gezin.karim) == {"identiteit", "adres"}
