"""The plan at the screen: the ladder asks why, the policy explains itself, and one press settles it."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetToestand, RegisseurSoort
from tests import world
from tests.world import BUREN, JEUGDHULP, LENTE, TEAMHULP, Gezin, Overvecht, PlanMetDoel

DRAAD = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


@pytest.fixture
def gezin(o: Overvecht) -> Gezin:
    return world.gezin_hadi(o.fatima)


@pytest.fixture
def plan(o: Overvecht, gezin: Gezin) -> PlanMetDoel:
    return world.plan_met_doel(o.fatima, gezin.melding, deelnemers=[gezin.sam, gezin.esra])


BEIDEN_JA = {"oordeel_inwoner": "akkoord", "oordeel_team": "nodig"}


def sleutel(client: Client, adres: str) -> dict[str, str]:
    """The key of the form at this address."""
    html = client.get(adres).content.decode()
    gevonden = re.search(r'name="verzendsleutel" value="([^"]+)"', html)
    assert gevonden is not None
    return {"verzendsleutel": gevonden.group(1)}


def lees(o: Overvecht, plan: UUID) -> plannen.PlanBlad:
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        return plannen.open_blad(scope, plan)[0]


def jeugdhulp(o: Overvecht, gezin: Gezin) -> UUID:
    gemaakt = world.plan_met_doel(
        o.fatima,
        gezin.melding,
        deelnemers=[gezin.sam, gezin.esra],
        van=gezin.esra,
        hulp=JEUGDHULP,
    )
    assert gemaakt.inzet is not None
    return gemaakt.inzet


def test_u17_goals_stand_in_own_words_with_the_help_visible_under_them(
    o: Overvecht, gezin: Gezin
) -> None:
    plan = world.plan_met_doel(o.fatima, gezin.melding, hulp=BUREN)
    html = o.fatima.client(op=LENTE).get(f"/werk/plan/{plan.plan}/").content.decode()
    doel, hulp, reden = (
        html.index(t)
        for t in (
            "Ik wil dat we samen kunnen eten zonder ruzie.",
            "Samen eten bij de buren",
            "Alleen lukt het Mina niet iedere dag.",
        )
    )
    assert doel < hulp < reden
    assert "Fatima Amrani" in html


def test_a_goal_without_help_says_what_happens_now(o: Overvecht, plan: PlanMetDoel) -> None:
    html = o.fatima.client(op=LENTE).get(f"/werk/plan/{plan.plan}/").content.decode()
    assert "Er is nog niets afgesproken. Bespreek samen wat de eerste stap is." in html


def test_the_plan_page_costs_few_statements(o: Overvecht, gezin: Gezin) -> None:
    plan = world.plan_met_doel(o.fatima, gezin.melding, hulp=BUREN)
    client = o.fatima.client(op=LENTE)
    with CaptureQueriesContext(connection) as vragen:
        client.get(f"/werk/plan/{plan.plan}/")
    assert len([q for q in vragen.captured_queries if not q["sql"].startswith(DRAAD)]) <= 7


def test_k9_a_neighbour_takes_one_line(o: Overvecht, plan: PlanMetDoel) -> None:
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/plan/doel/{plan.doel}/hulp/"
    naar = client.post(
        adres,
        sleutel(client, adres)
        | {"laag": "netwerk", "wat": "samen eten", "niet_eigen_kracht": "Lukt niet elke dag."},
    )
    assert naar.headers["Location"].startswith("/werk/plan/hulp/")


def test_u5_the_ladder_asks_why_and_keeps_what_was_typed(o: Overvecht, plan: PlanMetDoel) -> None:
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/plan/doel/{plan.doel}/hulp/"
    getypt = {"laag": "algemeen", "voorziening": "basiszorg", "wat": "praten over opvoeden"}
    geweigerd = client.post(adres, sleutel(client, adres) | getypt)
    html = geweigerd.content.decode()
    assert geweigerd.status_code == 422
    assert "Schrijf op waarom deze trede niet genoeg is" in html
    assert "praten over opvoeden" in html
    assert lees(o, plan.plan).doelen[0].inzet == ()


def test_another_rung_keeps_what_was_typed_and_stores_nothing(
    o: Overvecht, plan: PlanMetDoel
) -> None:
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/plan/doel/{plan.doel}/hulp/"
    getypt = {"laag": "algemeen", "wat": "praten", "tot_dag": "1", "tot_maand": "juni"}
    html = client.post(
        adres, sleutel(client, adres) | getypt | {"naar": "aanvullend"}
    ).content.decode()
    assert 'value="praten"' in html
    assert 'name="tot_maand" value="juni"' in html
    assert "De Linde" in html
    assert lees(o, plan.plan).doelen[0].inzet == ()


def test_help_of_the_team_starts_with_one_press_and_the_page_says_what_happens(
    o: Overvecht, gezin: Gezin
) -> None:
    plan = world.plan_met_doel(o.fatima, gezin.melding, hulp=TEAMHULP)
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/plan/hulp/{plan.inzet}/"
    html = client.get(adres).content.decode()
    assert "De hulp kan meteen beginnen" in html
    assert "Dit volgt uit regel 6" in html
    assert "Deze regels gaan voor, maar pasten niet" in html
    antwoord = client.post(adres, sleutel(client, adres) | BEIDEN_JA | {"actie": "beslis"})
    [inzet] = lees(o, plan.plan).doelen[0].inzet
    assert inzet.toestand is InzetToestand.LOOPT
    assert "Geregeld" in client.get(antwoord.headers["Location"]).content.decode()


def test_help_that_the_team_does_not_think_needed_does_not_begin_by_a_yes_to_it(
    o: Overvecht, gezin: Gezin
) -> None:
    """No row of a model is about that: some would let it begin."""
    plan = world.plan_met_doel(o.fatima, gezin.melding, hulp=TEAMHULP)
    client, adres = o.fatima.client(op=LENTE), f"/werk/plan/hulp/{plan.inzet}/"
    velden = BEIDEN_JA | {"oordeel_team": "niet_nodig", "actie": "beslis"}
    antwoord = client.post(adres, sleutel(client, adres) | velden)
    assert antwoord.status_code == 422
    assert "Het team vindt deze hulp niet nodig." in antwoord.content.decode()
    [inzet] = lees(o, plan.plan).doelen[0].inzet
    assert inzet.toestand is InzetToestand.VOORGESTELD


def test_nobody_agrees_or_judges_until_somebody_says_so(o: Overvecht, gezin: Gezin) -> None:
    """No answer stands ready, and help begins by nothing but what was chosen; looking needs no choice."""
    plan = world.plan_met_doel(o.fatima, gezin.melding, hulp=TEAMHULP)
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/plan/hulp/{plan.inzet}/"
    html = client.get(adres).content.decode()
    assert " checked" not in html
    assert "Zo gaat het als de inwoner akkoord is en het team deze hulp nodig vindt." in html
    te_vroeg = client.post(adres, sleutel(client, adres) | {"actie": "beslis"})
    assert te_vroeg.status_code == 422
    for zin in ("Kies wat de inwoner zegt.", "Kies wat het team vindt."):
        assert zin in te_vroeg.content.decode()
    assert lees(o, plan.plan).doelen[0].inzet[0].toestand is InzetToestand.VOORGESTELD


def test_what_everybody_said_before_need_not_be_asked_again(o: Overvecht, gezin: Gezin) -> None:
    inzet = jeugdhulp(o, gezin)
    client = o.fatima.client(op=LENTE)
    for van in (gezin.esra, gezin.mina, gezin.karim):
        with o.fatima.handelt(op=LENTE) as scope:
            plannen.leg_akkoord_vast(scope, inzet=inzet, van=van, akkoord=True)
    html = client.get(f"/werk/plan/hulp/{inzet}/").content.decode()
    assert re.findall(r'value="(\w+)"[^>]* checked', html) == ["akkoord"]


def test_looking_at_another_choice_keeps_nothing(o: Overvecht, gezin: Gezin) -> None:
    plan = world.plan_met_doel(o.fatima, gezin.melding, hulp=TEAMHULP)
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/plan/hulp/{plan.inzet}/"
    keuze = {"actie": "bekijk", "oordeel_team": "twijfel"}
    heel = client.post(adres, sleutel(client, adres) | keuze).content.decode()
    deel = client.post(
        adres, sleutel(client, adres) | keuze, headers={"HX-Request": "true"}
    ).content.decode()
    assert "Overleg eerst" in heel
    assert "Overleg eerst" in deel
    assert "<html" not in deel
    assert lees(o, plan.plan).doelen[0].inzet[0].besluit is None


def test_waarborg_11_the_screen_names_who_must_agree_and_waits_for_all_of_them(
    o: Overvecht, gezin: Gezin
) -> None:
    inzet = jeugdhulp(o, gezin)
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/plan/hulp/{inzet}/"
    allen = [str(gezin.esra), str(gezin.mina), str(gezin.karim)]
    te_vroeg = client.post(
        adres, sleutel(client, adres) | BEIDEN_JA | {"actie": "beslis", "akkoord": allen[:2]}
    )
    assert te_vroeg.status_code == 422
    assert "Eerst akkoord van Karim Hadi" in te_vroeg.content.decode()
    klaar = client.post(
        adres, sleutel(client, adres) | BEIDEN_JA | {"actie": "beslis", "akkoord": allen}
    )
    assert klaar.status_code == 302
    pagina = client.get(adres).content.decode()
    assert "Er gaat een verwijsbrief naar De Linde Jeugdhulp" in pagina
    assert "Karim Hadi: akkoord" in pagina


def test_who_agrees_may_be_saved_one_at_a_time(o: Overvecht, gezin: Gezin) -> None:
    inzet = jeugdhulp(o, gezin)
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/plan/hulp/{inzet}/"
    client.post(adres, sleutel(client, adres) | {"actie": "akkoord", "akkoord": str(gezin.esra)})
    html = client.get(adres).content.decode()
    assert "Esra Hadi (jongere)" not in html
    assert "Karim Hadi (ouder met gezag)" in html


def test_a_refusal_and_an_exception_have_their_own_page(o: Overvecht, gezin: Gezin) -> None:
    inzet = jeugdhulp(o, gezin)
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/plan/hulp/{inzet}/akkoord/"
    client.post(
        adres,
        sleutel(client, adres) | {"wie": str(gezin.karim), "antwoord": "nee", "reden": "Te ver."},
    )
    assert "niet akkoord" in client.get(adres).content.decode()
    zonder = client.post(
        adres,
        sleutel(client, adres) | {"actie": "uitzondering", "grond": "blijvende_wens", "reden": ""},
    )
    assert zonder.status_code == 422
    client.post(
        adres,
        sleutel(client, adres)
        | {"actie": "uitzondering", "grond": "blijvende_wens", "reden": "Esra vraagt er om."},
    )
    assert "hulp zonder dit akkoord" in client.get(adres).content.decode()


def test_a_plan_is_made_final_on_its_own_page_or_says_who_must_answer(
    o: Overvecht, gezin: Gezin
) -> None:
    plan = world.plan_met_doel(o.fatima, gezin.melding, hulp=BUREN)
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/plan/{plan.plan}/"
    vul = sleutel(client, adres) | {"evaluatie_op_dag": "1", "evaluatie_op_maand": "6"}
    half = client.post(f"{adres}vaststellen/", vul)
    assert half.status_code == 422
    wacht = client.post(f"{adres}vaststellen/", sleutel(client, adres) | {"evaluatie_op_jaar": ""})
    assert "Nog geen antwoord van Mina Hadi." in wacht.content.decode()


def test_d4_d26_regisseur_carer_and_who_takes_part_have_a_page_each(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    client = o.fatima.client(op=LENTE)
    basis = f"/werk/plan/{plan.plan}/"
    for pad, vul in (
        ("regisseur/", {"wie": "netwerk", "naam": "tante Nadia", "telefoon": "06-00000012"}),
        ("mantelzorg/", {"naam": "Riet", "gevraagd": "Koken.", "versie": "0"}),
        ("meedoen/", {"wie": gezin.mina.hex}),
    ):
        assert client.post(basis + pad, sleutel(client, basis + pad) | vul).status_code == 302
    blad = lees(o, plan.plan)
    assert (blad.regisseur_naam, blad.regisseur_soort) == ("tante Nadia", RegisseurSoort.NETWERK)
    assert blad.mantelzorg[0].naam == "Riet"
    assert [d.persoon for d in blad.deelnemers if d.tot is None] == [gezin.mina]


def test_a_goal_is_changed_and_closed_and_two_at_once_see_both_texts(
    o: Overvecht, plan: PlanMetDoel
) -> None:
    fatima, joost = o.fatima.client(op=LENTE), o.joost.client(op=LENTE)
    adres = f"/werk/plan/doel/{plan.doel}/"
    van_joost = sleutel(joost, adres) | {"versie": "1", "woorden": "Samen aan tafel eten."}
    van_fatima = sleutel(fatima, adres) | {"versie": "1", "woorden": "Rustig eten met elkaar."}
    assert joost.post(adres, van_joost).status_code == 302
    botsing = fatima.post(adres, van_fatima)
    html = botsing.content.decode()
    assert botsing.status_code == 409
    assert "Samen aan tafel eten." in html
    assert "Rustig eten met elkaar." in html
    klaar = sleutel(fatima, adres) | {
        "versie": "2",
        "woorden": "Samen aan tafel eten.",
        "actie": "bereikt",
    }
    fatima.post(adres, klaar)
    assert "Afgesloten doelen (1)" in fatima.get(f"/werk/plan/{plan.plan}/").content.decode()


def test_x3_an_outsider_gets_the_page_of_what_does_not_exist(o: Overvecht, gezin: Gezin) -> None:
    plan = world.plan_met_doel(o.fatima, gezin.melding, hulp=TEAMHULP)
    for wie in (o.sanne, o.lisa, o.petra):
        client = wie.client(op=LENTE)
        for adres in (
            f"/werk/plan/{plan.plan}/",
            f"/werk/plan/doel/{plan.doel}/",
            f"/werk/plan/doel/{plan.doel}/hulp/",
            f"/werk/plan/hulp/{plan.inzet}/",
            f"/werk/plan/hulp/{plan.inzet}/akkoord/",
            f"/werk/plan/{uuid4()}/",
        ):
            assert client.get(adres).status_code == 404
