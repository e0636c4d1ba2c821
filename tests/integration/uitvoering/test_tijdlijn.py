"""What the timeline tells who helps: the help, and nothing of who in the family said what (U6)."""

from __future__ import annotations

from eenplan.inzage import api as inzage
from eenplan.platform import tijdlijn
from eenplan.platform.vraag import waarde
from tests.integration.uitvoering import wereld
from tests.integration.uitvoering.wereld import OP, Gevraagd
from tests.world import Mens

AKKOORD = "akkoord met de hulp"


def _zinnen(wie: Mens, zaak: Gevraagd, doel: inzage.Doel) -> list[str]:
    with wie.handelt(op=OP, lezen=True) as scope:
        inzage.openen_gezin(scope, zaak.persoon, doel=doel)
        return [regel.zin for regel in tijdlijn.van(scope, [zaak.persoon])]


def test_u6_who_helps_reads_of_the_help_and_not_who_agreed(db_schoon: None) -> None:
    zaak = wereld.gevraagd()
    wereld.neem_aan(zaak)
    van_aanbieder = _zinnen(zaak.lisa, zaak, inzage.Doel.UITVOERING)
    assert "De Linde Jeugdhulp gevraagd om te helpen" in van_aanbieder
    assert "De Linde Jeugdhulp heeft de hulp aangenomen" in van_aanbieder
    assert [z for z in van_aanbieder if AKKOORD in z or "Akkoord gevraagd" in z] == []
    van_team = _zinnen(zaak.fatima, zaak, inzage.Doel.TOEGANG)
    assert len([z for z in van_team if AKKOORD in z]) == 3  # the youth and both parents
    assert set(van_aanbieder) < set(van_team)


def test_u6_in_sql_too_the_answers_of_the_family_are_not_for_who_helps(db_schoon: None) -> None:
    zaak = wereld.gevraagd()
    vraag = "SELECT count(*) FROM plannen_akkoord"
    with zaak.lisa.handelt(op=OP, lezen=True) as scope:
        inzage.openen_gezin(scope, zaak.persoon, doel=inzage.Doel.UITVOERING)
        assert waarde(vraag, []) == 0
    with zaak.fatima.handelt(op=OP, lezen=True) as scope:
        inzage.openen_gezin(scope, zaak.persoon, doel=inzage.Doel.TOEGANG)
        assert waarde(vraag, []) == 3
