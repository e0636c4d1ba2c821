"""K3: the dementia meeting centre does get a beschikking, by the municipality, on what the team wrote down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.organisaties.api import Functie
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import NietGevonden
from tests import world
from tests.integration.besluiten import wereld

G = "kaag-en-braassem"
OP = date(2018, 2, 1)


@dataclass(frozen=True)
class Kaag:
    """Tom in de buurt with the question, the municipality that decides, and the meeting centre."""

    tom: world.Mens
    petra: world.Mens
    centrum: world.Mens
    persoon: UUID
    inzet: UUID
    stuk: UUID


@pytest.fixture
def kaag(db_schoon: None) -> Kaag:
    world.gemeente(G)
    tom = world.medewerker(G, "Tessa Kok", organisatie="tom-in-de-buurt")
    petra = world.medewerker(G, "Petra Vos", organisatie="gemeente", functie=Functie.CONSULENT)
    centrum = world.medewerker(
        G, "Lisa Maas", organisatie="ontmoetingscentrum", functie=Functie.AANBIEDER
    )
    with world.bezoeker(op=OP) as scope:
        bevestiging = meldingen.doe_melding(
            scope,
            gemeente_sleutel=G,
            gegevens=meldingen.MeldingGegevens(
                persoon=Persoonsgegevens(
                    "Jan Visser", date(1938, 1, 5), adres="Dorpsstraat 1, 2371 AA Roelofarendsveen"
                ),
                tekst="Ik kan niet meer alleen thuis zijn.",
                vraag="dagbesteding",
                kanaal="telefoon",
            ),
        )
    world.onderzoek_afgerond(tom, bevestiging.melding, wet="wmo", op=OP)
    plan = world.plan_met_doel(
        tom,
        bevestiging.melding,
        op=OP,
        woorden="Ik wil overdag onder de mensen zijn.",
        hulp=plannen.InzetGegevens(
            laag=plannen.Laag.MAATWERK,
            wat="dagbesteding in het ontmoetingscentrum",
            voorziening="dagbesteding-dementie",
            aantal=Decimal(3),
            eenheid="dagdeel",
            per="week",
            van=date(2018, 2, 12),
            tot=date(2020, 2, 11),
            waarom_niet_lichter={
                plannen.Laag.NETWERK: "Uw vrouw is er altijd, en houdt het niet meer vol.",
                plannen.Laag.COLLECTIEF: "In de soos raakt u in de war.",
            },
        ),
    )
    assert plan.inzet is not None
    with tom.handelt(op=OP) as scope:
        plannen.beslis(scope, inzet=plan.inzet, keuzes=plannen.Keuzes())
    with tom.handelt(op=OP, lezen=True) as scope:
        inzage.openen(scope, personen=[bevestiging.persoon], doel=inzage.Doel.TOEGANG)
        [stuk] = besluiten.stukken_van(scope, [bevestiging.persoon])
    return Kaag(tom, petra, centrum, bevestiging.persoon, plan.inzet, stuk.id)


def test_k3_the_team_writes_down_the_aanvraag_and_the_municipality_sends_the_decision(
    kaag: Kaag,
) -> None:
    assert wereld.dicht(kaag.tom, kaag.stuk, op=OP) == {"aanvraag", "mandaat", "nagelezen"}
    verzoek = besluiten.Verzoek(
        "Ik wil naar het ontmoetingscentrum.", "Jan Visser", besluiten.Hoe.GESPREK, OP
    )
    with kaag.tom.handelt(op=OP) as scope:
        besluiten.leg_aanvraag_vast(scope, stuk=kaag.stuk, verzoek=verzoek)
    assert wereld.dicht(kaag.petra, kaag.stuk, op=OP) == {"nagelezen"}
    wereld.leg_uit(kaag.petra, kaag.stuk, op=OP)
    assert wereld.dicht(kaag.petra, kaag.stuk, op=OP) == set()
    with kaag.petra.handelt(op=OP) as scope:
        verzonden = besluiten.maak_definitief(scope, stuk=kaag.stuk)
    assert verzonden.bezorging is berichten.Bezorging.POST
    with kaag.centrum.handelt(op=OP, lezen=True) as scope:
        pdf = berichten.lees_pdf(scope, verzonden.brief)
    tekst = " ".join(
        " ".join(pagina.extract_text() for pagina in PdfReader(BytesIO(pdf.inhoud)).pages).split()
    )
    assert "Dorpsstraat 1" in tekst
    assert "Hoeveel, hangt af van uw inkomen en vermogen" in tekst
    assert "3 dagdeel per week" in tekst or "3 dagdelen per week" in tekst
    assert "tot en met donderdag 15 maart 2018" in tekst


def test_k3_the_granted_help_begins_and_the_meeting_centre_hears_of_it(kaag: Kaag) -> None:
    verzoek = besluiten.Verzoek(
        "Ik wil naar het ontmoetingscentrum.", "Jan Visser", besluiten.Hoe.GESPREK, OP
    )
    with kaag.tom.handelt(op=OP) as scope:
        besluiten.leg_aanvraag_vast(scope, stuk=kaag.stuk, verzoek=verzoek)
    wereld.leg_uit(kaag.petra, kaag.stuk, op=OP)
    with kaag.petra.handelt(op=OP) as scope:
        besluiten.maak_definitief(scope, stuk=kaag.stuk)
    with kaag.centrum.handelt(op=OP, lezen=True) as scope:
        opening = inzage.openen(scope, personen=[kaag.persoon], doel=inzage.Doel.UITVOERING)
        assert plannen.lees_inzet(scope, kaag.inzet).inzet.toestand == plannen.InzetToestand.LOOPT
    assert opening.rubrieken(kaag.persoon) == {"identiteit", "inzet", "plan", "brief"}


def test_k3_before_the_decision_the_meeting_centre_knows_nothing(kaag: Kaag) -> None:
    with kaag.centrum.handelt(op=OP, lezen=True) as scope, pytest.raises(NietGevonden):
        inzage.openen(scope, personen=[kaag.persoon], doel=inzage.Doel.UITVOERING)


def test_u16_what_the_letter_says_of_how_long_stands_in_the_plan_too(kaag: Kaag) -> None:
    einde = date(2019, 5, 31)
    with kaag.petra.handelt(op=OP) as scope:
        besluiten.vul_aan(
            scope,
            stuk=kaag.stuk,
            aanvulling=besluiten.Aanvulling(einde=einde),
            versie=besluiten.lees_stuk(scope, kaag.stuk).versie,
        )
    with kaag.tom.handelt(op=OP, lezen=True) as scope:
        blad, _ = plannen.open_inzetblad(scope, kaag.inzet)
    assert blad.inzet.tot == einde
    assert blad.inzet.aantal == 3
