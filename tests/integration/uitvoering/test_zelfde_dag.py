"""D2, D6: first simple or complex, then help; what cannot wait is for today, and less help is no goal there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from eenplan.meldingen import api as meldingen
from eenplan.organisaties.api import Functie
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetGegevens, InzetToestand, Laag
from eenplan.platform.fouten import Geweigerd
from eenplan.werk import api as werk
from tests import world
from tests.world import OVERGANGSJAAR, Mens, PlanMetDoel, Voorstad

ETEN = InzetGegevens(
    laag=Laag.COLLECTIEF,
    wat="samen eten in de wijk",
    voorziening="samen-eten",
    waarom_niet_lichter={Laag.NETWERK: "Zijn zus woont ver.", Laag.ALGEMEEN: "Dat vult niets."},
)
BUURMAN = InzetGegevens(
    laag=Laag.NETWERK,
    wat="kaarten op vrijdag",
    wie="buurman Wim",
    waarom_niet_lichter={Laag.EIGEN_KRACHT: "Alleen kaarten gaat niet."},
)
HOSPICE = InzetGegevens(
    laag=Laag.SPECIALISTISCH, wat="zorg in de laatste levensfase", voorziening="palliatief"
)


VERSLAVING = InzetGegevens(
    laag=Laag.SPECIALISTISCH,
    wat="hulp bij verslaving",
    voorziening="verslavingszorg",
    tot=date(2016, 6, 1),
    waarom_niet_lichter={
        Laag.NETWERK: "Haar vrienden drinken zelf.",
        Laag.AANVULLEND: "Gewone begeleiding stopt het drinken niet.",
    },
)


@pytest.fixture
def cast(db_schoon: None) -> Voorstad:
    return world.voorstad()


def hulp(wie: Mens, gegevens: InzetGegevens, vraag: str = "eenzaamheid") -> PlanMetDoel:
    melding = world.vraag_in_voorstad(vraag).melding
    with wie.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.neem_op(scope, melding=melding)
        meldingen.zet_wet(scope, melding=melding, wet="wmo", reden="Volwassen.")
    return world.plan_met_doel(wie, melding, op=OVERGANGSJAAR, hulp=gegevens)


def beslis(wie: Mens, plan: PlanMetDoel) -> None:
    assert plan.inzet is not None
    with wie.handelt(op=OVERGANGSJAAR) as scope:
        for nodig in plannen.benodigde_akkoorden(scope, inzet=plan.inzet):
            if nodig.persoon is not None:
                plannen.leg_akkoord_vast(scope, inzet=plan.inzet, van=nodig.persoon, akkoord=True)
        plannen.beslis(scope, inzet=plan.inzet, keuzes=plannen.Keuzes())


def lijst(wie: Mens) -> dict[str, date | None]:
    with wie.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        return {r.wat: r.vervalt for r in werk.mijn_lijst(scope, tab=werk.Tab.TEAM).regels}


def toestand(wie: Mens, plan: PlanMetDoel) -> InzetToestand:
    with wie.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        [doel] = plannen.open_blad(scope, plan.plan)[0].doelen
    return doel.inzet[0].toestand


def test_d2_help_waits_until_it_is_said_whether_this_is_simple_or_complex(cast: Voorstad) -> None:
    plan = hulp(cast.hanna, ETEN)
    with pytest.raises(Geweigerd, match="Zeg eerst of dit eenvoudig of complex is"):
        beslis(cast.hanna, plan)
    assert toestand(cast.hanna, plan) is InzetToestand.VOORGESTELD
    pagina = cast.hanna.client(op=OVERGANGSJAAR).get(f"/werk/plan/hulp/{plan.inzet}/")
    assert "Is dit eenvoudig of complex?" in pagina.content.decode()


def test_control_once_it_is_said_the_help_begins(cast: Voorstad) -> None:
    plan = hulp(cast.hanna, ETEN)
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        melding = plannen.open_blad(scope, plan.plan)[0].melding
        meldingen.zet_complexiteit(
            scope, melding=melding, complexiteit="enkelvoudig", reden="Eén vraag."
        )
    beslis(cast.hanna, plan)
    assert toestand(cast.hanna, plan) is InzetToestand.LOOPT


def test_what_family_and_neighbours_do_waits_for_nothing(cast: Voorstad) -> None:
    plan = hulp(cast.hanna, BUURMAN)
    beslis(cast.hanna, plan)
    assert toestand(cast.hanna, plan) is InzetToestand.LOOPT


def test_d6_a_question_for_today_is_for_today_on_every_list(cast: Voorstad) -> None:
    """The team asks after it on the day the help should begin, and its letter is for today too."""
    beslis(cast.hanna, hulp(cast.hanna, replace(HOSPICE, van=OVERGANGSJAAR), "palliatief"))
    dagen = lijst(cast.hanna)
    assert dagen["Wacht op wie de hulp aanneemt"] == OVERGANGSJAAR
    assert dagen["Brief afmaken"] == OVERGANGSJAAR


def test_control_help_that_begins_later_is_asked_after_in_a_week(cast: Voorstad) -> None:
    straks = OVERGANGSJAAR + timedelta(days=30)
    beslis(cast.hanna, hulp(cast.hanna, replace(HOSPICE, van=straks), "palliatief"))
    assert lijst(cast.hanna)["Wacht op wie de hulp aanneemt"] == OVERGANGSJAAR + timedelta(days=7)


def brief_en_opdracht(wie: Mens, gever: Mens, plan: PlanMetDoel) -> tuple[str, str]:
    """What the letter on the page of the paper says, and the page of who gives the help."""
    client = wie.client(op=OVERGANGSJAAR)
    plan_ = client.get(f"/werk/plan/{plan.plan}/").content.decode()
    stuk = plan_.partition('href="/werk/stuk/')[2].partition('"')[0]
    brief = client.get(f"/werk/stuk/{stuk}").content.decode()
    opdracht = gever.client(op=OVERGANGSJAAR).get(f"/werk/uitvoering/{plan.inzet}/")
    return brief, opdracht.content.decode()


VRAAG_AAN_GEVER = "Wat nemen familie, vrienden, buren of vrijwilligers over?"
VRAAG_AAN_INWONER = "Wat kunt u straks weer zelf?"


def test_u16_the_letter_speaks_to_the_resident_and_the_assignment_to_who_gives_the_help(
    cast: Voorstad,
) -> None:
    plan = hulp(cast.hanna, VERSLAVING, "verslaving")
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        melding = plannen.open_blad(scope, plan.plan)[0].melding
        meldingen.zet_complexiteit(
            scope, melding=melding, complexiteit="complex", reden="Drank en schulden."
        )
    beslis(cast.hanna, plan)
    brief, opdracht = brief_en_opdracht(cast.hanna, cast.dirk, plan)
    assert VRAAG_AAN_INWONER in brief
    assert VRAAG_AAN_GEVER not in brief
    assert VRAAG_AAN_GEVER in opdracht


def test_d6_in_the_last_phase_of_life_nobody_is_asked_what_becomes_less(cast: Voorstad) -> None:
    ans = world.medewerker(
        world.DEVENTER, "Ans Mol", organisatie="hospice", functie=Functie.AANBIEDER
    )
    plan = hulp(cast.hanna, replace(HOSPICE, van=OVERGANGSJAAR), "palliatief")
    beslis(cast.hanna, plan)
    brief, opdracht = brief_en_opdracht(cast.hanna, ans, plan)
    assert "U hebt hulp nodig die niet kan wachten." in brief
    assert "Dit bespreekt u met" not in brief
    assert VRAAG_AAN_GEVER not in opdracht


def test_d2_that_it_is_simple_is_one_tick_where_the_help_is_settled(cast: Voorstad) -> None:
    """A page of its own, with a reason, was one screen too many on the light route."""
    plan = hulp(cast.hanna, ETEN)
    client, adres = cast.hanna.client(op=OVERGANGSJAAR), f"/werk/plan/hulp/{plan.inzet}/"
    velden = {"verzendsleutel": str(uuid4()), "actie": "beslis", "oordeel_inwoner": "akkoord"}
    velden |= {"oordeel_team": "nodig"}
    geweigerd = client.post(adres, velden)
    assert geweigerd.status_code == 422
    assert "Zeg eerst of dit eenvoudig of complex is" in geweigerd.content.decode()
    velden |= {"verzendsleutel": str(uuid4()), "eenvoudig": "on"}
    assert client.post(adres, velden).status_code == 302
    assert toestand(cast.hanna, plan) is InzetToestand.LOOPT
