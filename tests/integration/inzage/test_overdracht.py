"""A hand-over reaches no further than the file it is about (U16)."""

from __future__ import annotations

import pytest

from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.organisaties import api as organisaties
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.vraag import doe
from tests import world


def test_who_holds_one_question_cannot_end_or_give_away_that_of_somebody_else(
    db_schoon: None,
) -> None:
    mensen = world.overvecht()
    gezin = world.gezin_hadi(mensen.fatima)
    henk = world.man_alleen().persoon
    sociaal = organisaties.team_id(world.UTRECHT, world.SOCIAAL)
    with mensen.fatima.handelt(op=world.LENTE) as scope:
        meldingen.neem_op(scope, melding=gezin.melding)
        doe("SELECT pol.melding_losgelaten(%s, %s, %s)", [gezin.melding, [henk], sociaal])
        aanbod = [gezin.melding, [henk], mensen.lisa.id, "Lisa", "", "proef"]
        doe("SELECT pol.melding_aanbieden(%s, %s, %s, %s, %s, %s)", aanbod)
    with mensen.sanne.handelt(op=world.LENTE, lezen=True) as scope:
        assert inzage.openen(scope, personen=[henk], doel=inzage.Doel.TOEGANG).personen == (henk,)
    with mensen.lisa.handelt(op=world.LENTE, lezen=True) as scope, pytest.raises(NietGevonden):
        inzage.openen(scope, personen=[henk], doel=inzage.Doel.TOEGANG)
