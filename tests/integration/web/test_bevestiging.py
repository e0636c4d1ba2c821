"""The confirmation of a question is where one works on it: ready to send, and then when it left (Wmo 2.3.2 lid 1)."""

from __future__ import annotations

import re
from uuid import uuid4

from tests import world
from tests.browser.inwonerwereld import inwoner
from tests.world import LENTE


def test_waarborg_8_the_confirmation_lies_ready_on_the_page_of_the_question(
    db_schoon: None,
) -> None:
    cast, vraag = world.overvecht(), world.man_alleen()
    client, adres = cast.sanne.client(op=LENTE), f"/werk/melding/{vraag.melding}/"
    pagina = client.get(adres).content.decode()
    gevonden = re.search(r'href="(/werk/brief/[^"]+/)">Lees en verstuur de bevestiging', pagina)
    assert gevonden is not None
    assert client.post(gevonden[1], {"verzendsleutel": str(uuid4())}).status_code == 302
    pagina = client.get(adres).content.decode()
    assert "Verstuurd op 2 maart 2026." in pagina
    assert "Lees en verstuur" not in pagina
    thuis = inwoner(vraag.persoon, cast.sanne).client(op=LENTE).get("/mijn/").content.decode()
    assert "U hebt een brief" in thuis
    assert "Er is iets wat u kunt doen" not in thuis, "a letter asks nothing"
