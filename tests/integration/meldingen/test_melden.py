"""From the front door to a team that answers for it (U2, K1, X8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import Gezinslid, GezinsRol, Melder, MeldingGegevens, Toestand
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.termijnen import api as termijnen
from eenplan.werk import api as werk
from tests import world
from tests.world import Overvecht

MAANDAG = date(2026, 3, 2)
EVA = Persoonsgegevens(
    naam="Eva van den Berg",
    geboortedatum=date(1990, 5, 4),
    telefoon="06-00000001",
    gebied="overvecht",
)
VRAAG = MeldingGegevens(
    persoon=EVA, tekst="Ik slaap slecht en het huis is vol.", gebied="overvecht"
)
MET_KINDEREN = replace(VRAAG, kinderen_onder_18=True)
GEZIN = replace(
    VRAAG,
    gezin=(
        Gezinslid(Persoonsgegevens("Noor van den Berg", date(2017, 1, 9)), GezinsRol.KIND),
        Gezinslid(Persoonsgegevens("Daan van den Berg", date(2012, 8, 3)), GezinsRol.KIND),
        Gezinslid(Persoonsgegevens("Karim Yilmaz", date(1988, 2, 2)), GezinsRol.OUDER, thuis=False),
    ),
)


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


def meld(gegevens: MeldingGegevens = MET_KINDEREN) -> meldingen.Bevestiging:
    with world.bezoeker(op=MAANDAG) as scope:
        return meldingen.doe_melding(scope, gemeente_sleutel="utrecht", gegevens=gegevens)


def test_u2_a_visitor_hears_which_team_has_the_question_who_calls_and_until_when(
    o: Overvecht,
) -> None:
    bevestiging = meld()
    assert bevestiging.houder.naam == "Buurtteam Jeugd en Gezin Overvecht-Spoorzoom"
    assert bevestiging.houder.telefoon == "030-0000109"
    assert (bevestiging.belt_op, bevestiging.belt_tussen) == (date(2026, 3, 4), (9, 17))
    assert bevestiging.onderzoek_tot == date(2026, 4, 13)
    assert bevestiging.plan_tot == date(2026, 3, 9)
    assert len(bevestiging.referentie) == 11


def test_u2_without_children_the_question_goes_to_the_other_team(o: Overvecht) -> None:
    assert meld(VRAAG).houder.naam == "Buurtteam Sociaal Overvecht-Spoorzoom"


def test_the_team_finds_it_on_its_list_with_the_day_somebody_calls(o: Overvecht) -> None:
    bevestiging = meld()
    with o.fatima.handelt(op=MAANDAG, lezen=True) as scope:
        (regel,) = werk.mijn_lijst(scope).regels
        assert (regel.titel, regel.over, regel.vervalt) == (
            "Eva van den Berg",
            bevestiging.melding,
            date(2026, 3, 4),
        )
        assert [t.eind for t in termijnen.van(scope, bevestiging.melding)] == [date(2026, 4, 13)]
    with o.sanne.handelt(op=MAANDAG, lezen=True) as scope:
        assert werk.mijn_lijst(scope).regels == []


def test_x3_the_team_reads_the_question_and_another_team_finds_nothing(o: Overvecht) -> None:
    bevestiging = meld()
    with o.fatima.handelt(op=MAANDAG, lezen=True) as scope:
        kaart = meldingen.lees(scope, bevestiging.melding)
        assert (kaart.tekst, kaart.toestand, kaart.wet) == (
            MET_KINDEREN.tekst,
            Toestand.ONTVANGEN,
            "onbekend",
        )
        assert huishoudens.personen(scope, [kaart.persoon])[0].telefoon == "06-00000001"
    for ander in (o.sanne, o.petra, o.lisa):
        with ander.handelt(op=MAANDAG, lezen=True) as scope, pytest.raises(NietGevonden):
            meldingen.lees(scope, bevestiging.melding)


def test_a_family_is_registered_with_who_has_authority_and_who_lives_elsewhere(
    o: Overvecht,
) -> None:
    bevestiging = meld(GEZIN)
    assert bevestiging.houder.naam.startswith("Buurtteam Jeugd en Gezin")
    with o.fatima.handelt(op=MAANDAG, lezen=True) as scope:
        opening = inzage.openen_gezin(scope, bevestiging.persoon, doel=inzage.Doel.TOEGANG)
        thuis = huishoudens.personen(scope, opening.personen)
        assert [p.naam for p in thuis] == [
            "Eva van den Berg",
            "Daan van den Berg",
            "Noor van den Berg",
        ]
        kinderen = [p.id for p in thuis if p.geboortedatum and p.geboortedatum.year > 2000]
        wie = huishoudens.gezag(scope, kinderen)
        # the father's own file is not open: he is there without a name, because he must be asked as well
        assert {(g.ouder == bevestiging.persoon, bool(g.naam)) for g in wie} == {
            (True, True),
            (False, False),
        }


def test_a_family_of_four_costs_no_more_statements_than_one_person_alone(o: Overvecht) -> None:
    def tel(gegevens: MeldingGegevens) -> int:
        kaal = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
        with CaptureQueriesContext(connection) as gemeten:
            meld(gegevens)
        return len([q for q in gemeten.captured_queries if not q["sql"].startswith(kaal)])

    alleen, samen = tel(VRAAG), tel(GEZIN)
    assert alleen == samen <= 14  # with the form's own two statements 16


def test_the_reporter_is_known_only_to_who_takes_the_question(o: Overvecht) -> None:
    melder = Melder("Ria Smit", "06-00000002", "buurvrouw")
    bevestiging = meld(replace(MET_KINDEREN, melder=melder))
    with o.fatima.handelt(op=MAANDAG, lezen=True) as scope:
        kaart = meldingen.lees(scope, bevestiging.melding)
        assert (kaart.namens_ander, kaart.melder) == (True, None)
    with o.fatima.handelt(op=MAANDAG) as scope:
        meldingen.neem_op(scope, melding=bevestiging.melding)
    with o.fatima.handelt(op=MAANDAG, lezen=True) as scope:
        assert meldingen.lees(scope, bevestiging.melding).melder == melder
    with o.joost.handelt(op=MAANDAG, lezen=True) as scope:
        assert meldingen.lees(scope, bevestiging.melding).melder is None


def test_the_reporter_is_stored_encrypted(o: Overvecht, beheer_conn: psycopg.Connection) -> None:
    meld(replace(MET_KINDEREN, melder=Melder("Ria Smit", "06-00000002", "buurvrouw")))
    rij = beheer_conn.execute("SELECT row_to_json(m)::text FROM meldingen_melder m").fetchone()
    assert rij is not None
    assert "Ria" not in rij[0]


def test_x4_somebody_known_by_bsn_is_not_registered_twice(
    o: Overvecht, beheer_conn: psycopg.Connection
) -> None:
    met_bsn = replace(MET_KINDEREN, persoon=replace(EVA, bsn="999900018"), kanaal="telefoon")
    for _ in range(2):
        with o.fatima.handelt(op=MAANDAG) as scope:
            bevestiging = meldingen.doe_melding(scope, gemeente_sleutel="utrecht", gegevens=met_bsn)
    assert bevestiging.bekend
    assert beheer_conn.execute("SELECT count(*) FROM huishoudens_persoon").fetchone() == (1,)
    with o.fatima.handelt(op=MAANDAG, lezen=True) as scope:
        inzage.openen(scope, personen=[bevestiging.persoon], doel=inzage.Doel.TOEGANG)
        assert len(meldingen.van_persoon(scope, bevestiging.persoon)) == 2


def test_the_confirmation_page_is_there_for_whoever_has_its_address_and_says_nothing_personal(
    o: Overvecht,
) -> None:
    bevestiging = meld()
    with world.bezoeker() as scope:
        ontvangst = meldingen.ontvangst(scope, bevestiging.pagina)
        assert ontvangst.referentie == bevestiging.referentie
        assert "Eva" not in repr(ontvangst)
        with pytest.raises(NietGevonden):
            meldingen.ontvangst(scope, bevestiging.melding)


@pytest.mark.parametrize(
    ("gegevens", "veld"),
    [
        (replace(VRAAG, tekst="  "), "tekst"),
        (replace(VRAAG, persoon=replace(EVA, naam="")), "naam"),
        (replace(VRAAG, gebied="atlantis"), "gebied"),
        (replace(VRAAG, persoon=replace(EVA, bsn="123456789")), "bsn"),
        (replace(VRAAG, persoon=replace(EVA, geboortedatum=date(2030, 1, 1))), "geboortedatum"),
        (replace(VRAAG, melder=Melder(" ", "06-1")), "melder_naam"),
    ],
)
def test_wrong_input_gets_a_sentence_at_its_field_and_nothing_is_stored(
    o: Overvecht, beheer_conn: psycopg.Connection, gegevens: MeldingGegevens, veld: str
) -> None:
    with pytest.raises(Geweigerd) as weigering:
        meld(gegevens)
    assert list(weigering.value.velden) == [veld]
    assert beheer_conn.execute("SELECT count(*) FROM huishoudens_persoon").fetchone() == (0,)


def test_k1_on_the_first_of_december_2017_a_child_goes_to_the_municipality_and_a_month_later_not(
    db_schoon: None,
) -> None:
    world.gemeente("kaag-en-braassem")
    kind = MeldingGegevens(
        persoon=Persoonsgegevens("Daan Bakker", date(2008, 8, 3)), tekst="Op school gaat het niet."
    )
    wie = []
    for dag in (date(2017, 12, 1), date(2018, 1, 15)):
        with world.bezoeker(op=dag) as scope:
            bevestiging = meldingen.doe_melding(
                scope, gemeente_sleutel="kaag-en-braassem", gegevens=kind
            )
        wie.append((bevestiging.houder.naam, bevestiging.onderzoek_tot))
    assert wie == [("gemeente Kaag en Braassem", None), ("GO! voor jeugd", None)]


@pytest.mark.parametrize("gemeente", beleid.gemeenten())
@pytest.mark.parametrize("jaren", [8, 40, 80, None])
def test_a_question_finds_a_party_with_a_telephone_in_every_municipality(
    db_schoon: None, gemeente: str, jaren: int | None
) -> None:
    world.gemeente(gemeente)
    geboren = date(2026 - jaren, 1, 1) if jaren else None
    with world.bezoeker(op=MAANDAG) as scope:
        bevestiging = meldingen.doe_melding(
            scope,
            gemeente_sleutel=gemeente,
            gegevens=MeldingGegevens(
                persoon=Persoonsgegevens("Robin Jansen", geboren), tekst="Kunt u mij helpen?"
            ),
        )
    assert bevestiging.houder.telefoon
