"""A resident asks for a decision at the own pages, also where another helps than decides (X2, K6)."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest

from eenplan.besluiten import api as besluiten
from eenplan.besluiten.api import Hoe, Verzoek
from eenplan.inzage import api as inzage
from eenplan.organisaties.api import Functie
from eenplan.platform.fouten import NietGevonden
from eenplan.werk import api as werk
from tests import world
from tests.integration.besluiten.wereld import KAAG, WINTER, melding_in_kaag
from tests.pgplugin import verbind_beheer
from tests.world import LENTE, Mens

VRAAG = "Ik wil zelf kiezen wie er komt."


@pytest.fixture
def beheer(db_schoon: None) -> Iterator[psycopg.Connection]:
    with verbind_beheer() as conn:
        yield conn


@pytest.fixture
def kaag(db_schoon: None) -> tuple[Mens, Mens, Mens, UUID]:
    """The consortium that helps, the municipality that decides, the man who asks, and his question."""
    world.gemeente(KAAG)
    tom = world.medewerker(KAAG, "Marieke de Boer", organisatie="tom-in-de-buurt")
    willem = world.medewerker(
        KAAG, "Willem Lindeboom", organisatie="gemeente", functie=Functie.CONSULENT
    )
    vraag = melding_in_kaag()
    world.onderzoek_afgerond(tom, vraag.melding, wet="wmo", op=WINTER)
    return tom, willem, Mens(vraag.persoon, tom.gemeente, "inwoner"), vraag.melding


def _vraag(wie: Mens, melding: UUID) -> UUID:
    with wie.handelt(op=WINTER) as scope:
        return besluiten.vraag_besluit(
            scope,
            melding=melding,
            verzoek=Verzoek(VRAAG, "Jan Visser", Hoe.FORMULIER, WINTER),
        )


def test_x2_k6_what_a_resident_asks_is_with_whoever_decides_the_same_minute(
    kaag: tuple[Mens, Mens, Mens, UUID],
) -> None:
    _, willem, man, melding = kaag
    with willem.handelt(op=WINTER, lezen=True) as scope, pytest.raises(NietGevonden):
        inzage.openen(scope, personen=[man.id], doel=inzage.Doel.BESLUITVORMING)
    aanvraag = _vraag(man, melding)
    with willem.handelt(op=WINTER, lezen=True) as scope:
        [regel] = [r for r in werk.mijn_lijst(scope).regels if r.over == aanvraag]
        assert regel.soort is werk.WerkSoort.BESLUIT
        assert regel.vervalt is not None
        blad = besluiten.lees_aanvraag(scope, regel.over)
        assert blad.regel.gevraagd == VRAAG
        assert blad.beslist_ik
    with man.handelt(op=WINTER, lezen=True) as scope:
        inzage.open_als_inwoner(scope)
        assert [a.id for a in besluiten.aanvragen_van(scope, [man.id])] == [aanvraag]


def test_x2_where_the_team_decides_itself_the_request_is_on_its_own_list(db_schoon: None) -> None:
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima)
    mina = Mens(gezin.mina, cast.fatima.gemeente, "inwoner")
    with mina.handelt(op=LENTE) as scope:
        verzoek = Verzoek("Ik wil hulp in huis.", "Mina Hadi", Hoe.FORMULIER, LENTE)
        aanvraag = besluiten.vraag_besluit(scope, melding=gezin.melding, verzoek=verzoek)
    with cast.fatima.handelt(op=LENTE, lezen=True) as scope:
        assert aanvraag in [r.over for r in werk.mijn_lijst(scope).regels]
    with cast.sanne.handelt(op=LENTE, lezen=True) as scope:
        assert aanvraag not in [r.over for r in werk.mijn_lijst(scope).regels]


def test_control_nobody_is_let_in_who_may_not_decide(
    kaag: tuple[Mens, Mens, Mens, UUID], beheer: psycopg.Connection
) -> None:
    """Take the municipality's kind away: then it has no mandate either, and nothing of the request is kept."""
    _, willem, man, melding = kaag
    beheer.execute(
        "UPDATE organisaties_organisatie SET soort = 'aanbieder' WHERE sleutel = 'gemeente'"
    )
    beheer.execute("DELETE FROM organisaties_mandaat")
    with pytest.raises(Exception, match="beslist hier niemand"):
        _vraag(man, melding)
    with willem.handelt(op=WINTER, lezen=True) as scope:
        assert not werk.mijn_lijst(scope).regels
