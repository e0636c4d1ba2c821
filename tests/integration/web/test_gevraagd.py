"""What stands with a question is what was asked and told: no answer of itself, and nothing of who was worried (D7)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import UUID

import pytest

from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import MeldingGegevens
from eenplan.overgang import api as overgang
from eenplan.signalen import api as signalen
from eenplan.signalen.api import Geinformeerd, SignaalGegevens
from tests import world
from tests.world import LENTE, OVERGANGSJAAR, Mens, Voorstad

JIP = Persoonsgegevens("Jip Mol", date(2012, 5, 4), gebied="overvecht")
KINDEREN = "Kinderen onder de 18 in huis"
GORDIJNEN = SignaalGegevens(
    soort=signalen.Soort.PERSOON,
    gebied="rivierenwijk",
    plek="flat aan de Maasstraat",
    tekst="De gordijnen zijn al weken dicht.",
    geinformeerd=Geinformeerd.BIJ_CONTACT,
    reden="Hij doet de deur niet open.",
)
VERRAADT = ("ongevraagd", "niet zelf om hulp", "signaal")


@pytest.fixture
def o(db_schoon: None) -> world.Overvecht:
    return world.overvecht()


@pytest.fixture
def cast(db_schoon: None) -> Voorstad:
    return world.voorstad()


def vraag(kinderen: bool | None = None) -> UUID:
    with world.bezoeker(op=LENTE) as scope:
        return meldingen.doe_melding(
            scope,
            gemeente_sleutel="utrecht",
            gegevens=MeldingGegevens(
                persoon=JIP,
                tekst="Ik slaap slecht.",
                gebied="overvecht",
                kinderen_onder_18=kinderen,
            ),
        ).melding


def tekst(wie: Mens, adres: str, op: date) -> str:
    """What can be read in the middle of a page."""
    pagina = wie.client(op=op).get(adres)
    assert pagina.status_code == 200
    midden = pagina.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", midden).split())


def lees_vraag(o: world.Overvecht, melding: UUID) -> str:
    return tekst(o.fatima, f"/werk/melding/{melding}/", LENTE)


@pytest.mark.parametrize(("kinderen", "staat_er"), [(None, ""), (True, "Ja"), (False, "Nee")])
def test_whether_children_live_there_is_said_when_it_was_told(
    o: world.Overvecht, kinderen: bool | None, staat_er: str
) -> None:
    pagina = lees_vraag(o, vraag(kinderen))
    assert (f"{KINDEREN} {staat_er}" in pagina) is bool(staat_er)
    assert (KINDEREN in pagina) is bool(staat_er)


def test_a_box_left_empty_at_the_desk_is_no_answer(o: world.Overvecht) -> None:
    client = o.sanne.client(op=LENTE)
    velden = {"tekst": "Ik slaap slecht.", "naam": "Jip Mol", "gebied": "overvecht"}
    velden["verzendsleutel"] = _sleutel(client.get("/werk/melding/nieuw/").content.decode())
    pagina = client.post("/werk/melding/nieuw/", velden, follow=True).content.decode()
    assert "Ik slaap slecht." in pagina
    assert KINDEREN not in pagina


def _sleutel(pagina: str) -> str:
    gevonden = re.search(r'name="verzendsleutel" value="([^"]*)"', pagina)
    assert gevonden
    return gevonden[1]


def _uit_een_signaal(cast: Voorstad, kanaal: str) -> tuple[int, str]:
    """Yara looked, and the man asks now; what she sends, and the page that follows."""
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        signalen.leg_vast(scope, gegevens=GORDIJNEN)
    with cast.yara.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        [regel] = signalen.mijn_signalen(scope)
    adres = f"/werk/melding/nieuw/?signaal={regel.id}"
    client = cast.yara.client(op=OVERGANGSJAAR)
    pagina = client.get(adres).content.decode()
    keuzes = pagina.partition('name="kanaal"')[2].partition("</select>")[0]
    assert re.findall(r'value="(\w*)" selected', keuzes) == [""]
    antwoord = client.post(
        adres,
        {
            "verzendsleutel": _sleutel(pagina),
            "tekst": "Wilt u me helpen met de post?",
            "naam": "Arie Vos",
            "geboortedatum_dag": "4",
            "geboortedatum_maand": "1",
            "geboortedatum_jaar": "1951",
            "gebied": "rivierenwijk",
            "kanaal": kanaal,
        },
        follow=True,
    )
    return antwoord.status_code, antwoord.content.decode()


def test_d7_a_question_after_a_signal_says_nothing_of_the_signal(cast: Voorstad) -> None:
    _, pagina = _uit_een_signaal(cast, "outreach")
    midden = pagina.partition("<main")[2].partition("</main>")[0]
    assert "Wilt u me helpen met de post?" in midden
    assert "Bijzonder zorgteam" in midden
    assert not [woord for woord in VERRAADT if woord in midden.lower()]


def test_d7_who_asks_after_a_signal_reads_nothing_of_it_in_log_list_or_letter(
    cast: Voorstad,
) -> None:
    _, pagina = _uit_een_signaal(cast, "outreach")
    gevonden = re.search(r"/werk/melding/([0-9a-f-]{36})/", pagina)
    assert gevonden
    with cast.yara.handelt(op=OVERGANGSJAAR + timedelta(days=1), lezen=True) as scope:
        persoon = meldingen.lees(scope, UUID(gevonden[1])).persoon
    arie = Mens(persoon, cast.yara.gemeente, "inwoner")
    for adres in ("/mijn/", "/mijn/wie-keek/", "/mijn/brieven/"):
        gelezen = tekst(arie, adres, OVERGANGSJAAR).lower()
        assert not [woord for woord in VERRAADT if woord in gelezen]


def test_d7_how_a_question_after_a_signal_came_in_has_to_be_chosen(cast: Voorstad) -> None:
    _, pagina = _uit_een_signaal(cast, "")
    assert "Kies hoe de vraag binnenkwam." in pagina


def oude_indicatie(cast: Voorstad) -> meldingen.Bevestiging:
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        return overgang.registreer(
            scope,
            persoon=Persoonsgegevens("Joop Kramer", date(1955, 5, 5)),
            gebied="rivierenwijk",
            gegevens=overgang.IndicatieGegevens(
                "begeleiding", date(2015, 12, 31), date(2015, 6, 22)
            ),
        )


def test_d16_an_old_indication_says_in_a_sentence_that_the_municipality_began(
    cast: Voorstad,
) -> None:
    melding = oude_indicatie(cast).melding
    pagina = tekst(cast.hanna, f"/werk/melding/{melding}/", OVERGANGSJAAR)
    assert "De gemeente begon zelf op 1 juni 2015, omdat de hulp van nu stopt." in pagina
    assert "aanbieder" not in pagina.lower()


def test_d20_the_ladder_asks_no_reasons_where_an_old_indication_stands(cast: Voorstad) -> None:
    """Other help is defended as always: then the reasons are asked, at their fields."""
    melding = oude_indicatie(cast).melding
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.neem_op(scope, melding=melding)
    gemaakt = world.plan_met_doel(cast.hanna, melding, op=OVERGANGSJAAR)
    adres = f"/werk/plan/doel/{gemaakt.doel}/hulp/?laag=aanvullend"
    pagina = tekst(cast.hanna, adres, OVERGANGSJAAR)
    assert "Voor begeleiding thuis is er een oude indicatie." in pagina
    assert "niet genoeg?" not in pagina
    anders = tekst(cast.hanna, adres.replace("aanvullend", "specialistisch"), OVERGANGSJAAR)
    assert "niet genoeg?" in anders
    client = cast.hanna.client(op=OVERGANGSJAAR)
    velden = {"laag": "aanvullend", "voorziening": "anders", "wat": "een ander soort begeleiding"}
    velden["verzendsleutel"] = _sleutel(client.get(adres).content.decode())
    antwoord = client.post(adres, velden)
    assert "niet genoeg?" in antwoord.content.decode()


def test_an_empty_list_of_old_indications_says_one_thing(cast: Voorstad) -> None:
    pagina = tekst(cast.hanna, "/werk/indicaties/", OVERGANGSJAAR)
    assert "is nog een gesprek nodig" not in pagina
    assert "Met iedereen is gesproken" not in pagina
