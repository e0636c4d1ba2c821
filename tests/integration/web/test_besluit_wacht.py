"""A request for a decision that waits says for whom, and what one can do (Wmo 2015 art. 2.3.2 lid 9)."""

from __future__ import annotations

from dataclasses import replace

from eenplan.besluiten import api as besluiten
from eenplan.meldingen import api as meldingen
from eenplan.organisaties.api import Functie
from tests import world
from tests.integration.besluiten import wereld
from tests.integration.besluiten.wereld import KAAG
from tests.integration.besluiten.wereld import WINTER as OP


def test_k6_who_decides_reads_who_must_end_the_investigation_first(db_schoon: None) -> None:
    """Before that the request is no aanvraag, and nobody would know whom to call."""
    vraag = wereld.melding_in_kaag()
    tom = world.medewerker(KAAG, "Tessa Kok", organisatie="tom-in-de-buurt")
    wim = world.medewerker(
        KAAG, "Willem Lindeboom", organisatie="gemeente", functie=Functie.CONSULENT
    )
    with tom.handelt(op=OP) as scope:
        meldingen.neem_op(scope, melding=vraag.melding)
    with tom.handelt(op=OP) as scope:
        verzoek = replace(wereld.VERZOEK, op=OP)
        aanvraag = besluiten.vraag_besluit(scope, melding=vraag.melding, verzoek=verzoek)
    adres = f"/werk/besluit/{aanvraag}/"
    bij_de_gemeente = wim.client(op=OP).get(adres).content.decode()
    assert "Tom in de buurt rondt eerst het onderzoek af" in bij_de_gemeente
    assert "Bel Tom in de buurt: 0" in bij_de_gemeente
    bij_tom = tom.client(op=OP).get(adres).content.decode()
    assert f'Rond het onderzoek af in <a href="/werk/melding/{vraag.melding}/">' in bij_tom
