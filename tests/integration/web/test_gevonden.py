"""Who was found, as text: whatever stands in a name stays text, and only who is involved gets a way in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from eenplan.inzage.api import Treffer
from eenplan.web.werk.zoeken import gevonden

MINA = Treffer(UUID(int=1), "Mina Hadi", date(1987, 3, 9), False, "Buurtteam", "030-0000001")
VUIL = '<b a="1">&'


@pytest.mark.parametrize("veld", ["naam", "contact_naam", "contact_telefoon"])
def test_dirt_in_a_found_person_is_shown_as_text(veld: str) -> None:
    [regel] = gevonden([replace(MINA, **{veld: VUIL})])  # type: ignore[arg-type]  # fields by name
    assert VUIL not in regel
    assert "&lt;b a=&quot;1&quot;&gt;&amp;" in regel


def test_only_who_is_involved_gets_a_link_and_others_hear_whom_to_call() -> None:
    betrokken, bekend, niemand = gevonden(
        [
            replace(MINA, betrokken=True),
            MINA,
            replace(MINA, contact_naam=None, contact_telefoon=None, geboortedatum=None),
        ]
    )
    assert f'<a href="/werk/dossier/{MINA.persoon}/">Mina Hadi</a>' in betrokken
    assert "geboren 9 maart 1987" in betrokken
    assert "/werk/dossier/" not in bekend
    assert 'Bekend bij Buurtteam. Bel <a href="tel:030-0000001">030-0000001</a>.' in bekend
    assert "Vraag de gemeente wie." in niemand
    assert "geboren" not in niemand
