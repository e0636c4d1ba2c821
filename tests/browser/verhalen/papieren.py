"""Papers: what is still to do, sending one, reading the PDF that left, and what another reader gets to see."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import StreamObject

from tests.browser.verhalen.toneel import Toneel, vul_datum


@dataclass(frozen=True)
class Brief:
    """A letter as it left: the name of the file, what can be read in it, and what it says of itself."""

    bestand: str
    tekst: str
    kenmerken: str


def zet_vinkje_verteld(toneel: Toneel) -> None:
    """Tick that the resident was told that a decision can be asked."""
    toneel.page.get_by_label("Ik heb verteld dat de inwoner altijd een besluit kan vragen").check()


def verstuur(toneel: Toneel) -> None:
    """Make the paper final; from then on nothing changes any more."""
    toneel.klik("Maak definitief en verstuur")


def download(toneel: Toneel) -> Brief:
    """Download the letter that was sent and read it back."""
    with toneel.page.expect_download() as wachtend:
        toneel.klik("Download de brief (pdf)")
    inhoud = Path(wachtend.value.path()).read_bytes()
    assert inhoud.startswith(b"%PDF-")
    pdf = PdfReader(io.BytesIO(inhoud))
    tekst = " ".join(" ".join(pagina.extract_text() for pagina in pdf.pages).split())
    metadata = pdf.root_object["/Metadata"].get_object()
    assert isinstance(metadata, StreamObject)
    return Brief(wachtend.value.suggested_filename, tekst, metadata.get_data().decode())


def is_toegankelijk(brief: Brief) -> None:
    """Fail unless the file says of itself that it follows PDF/UA-1 and PDF/A-2a."""
    assert re.search(r"<pdfuaid:part>\s*1\s*<", brief.kenmerken), brief.kenmerken
    assert re.search(r"<pdfaid:part>\s*2\s*<", brief.kenmerken), brief.kenmerken


def open_verwijzing(toneel: Toneel, naam: str) -> None:
    """Open the referral of this resident from the work list of the provider."""
    toneel.page.get_by_role("row", name=naam).get_by_role("link").click()


def bestaat_niet(toneel: Toneel, adres: str) -> None:
    """Fail unless who sits here now gets at `adres` exactly what they get at the address of nobody (waarborg 12)."""
    van_niemand = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}", "0" * 8 + "-" + "0" * 4, adres)
    antwoorden = []
    for pad in (adres, van_niemand):
        antwoord = toneel.page.goto(pad)
        assert antwoord is not None
        antwoorden.append((antwoord.status, toneel.page.content()))
    assert antwoorden[0][0] == 404
    assert antwoorden[0] == antwoorden[1]


def leg_aanvraag_vast(toneel: Toneel, gevraagd: str, *, hoe: str) -> None:
    """Write down what somebody asked, in their words: without an aanvraag there is no decision (waarborg 4)."""
    toneel.page.get_by_label("Wat vraagt de inwoner?").fill(gevraagd)
    toneel.page.get_by_label(hoe).check()
    toneel.kijk("aanvraag")
    toneel.klik("Leg de aanvraag vast")


def vraag_besluit(toneel: Toneel, gevraagd: str, *, hoe: str) -> None:
    """Ask for a decision in somebody's words, before there is any paper (X2)."""
    toneel.page.get_by_label("Wat vraagt de inwoner?").fill(gevraagd)
    toneel.page.get_by_label(hoe).check()
    toneel.klik("Vraag het besluit")


def motiveer(toneel: Toneel, onderzocht: dict[str, str], *, grond: str, wel: str, op: date) -> None:
    """Write why not, what is possible instead, and when the resident could react."""
    page = toneel.page
    toneel.kijk("motivering-begin")
    for kop, tekst in onderzocht.items():
        page.get_by_label(kop).fill(tekst)
    page.get_by_label(grond).check()
    page.get_by_label("Wat kan wel?").fill(wel)
    vul_datum(page, "Wanneer vroeg u de inwoner om een reactie?", op)
    toneel.kijk("motivering")
    toneel.klik("Bewaar de motivering")


def leg_uit(toneel: Toneel, waarom: str) -> None:
    """Write in the letter why this help is needed, going on from what the steps already gave."""
    toneel.klik("Vul de brief aan")
    assert toneel.page.get_by_label("Waarom is deze hulp nodig?").input_value()
    toneel.page.get_by_label("Waarom is deze hulp nodig?").fill(waarom)
    toneel.kijk("aanvullen")
    toneel.klik("Bewaar")


def vertel_dat_een_besluit_kan(toneel: Toneel) -> None:
    """Write down, for help without any paper, that the resident was told that a decision can be asked (waarborg 1)."""
    toneel.klik("Een besluit kan ook bij", exact=False)
    toneel.kijk("verteld")
    toneel.klik("Bewaar")
