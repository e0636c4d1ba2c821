"""How a question comes in, and what a team does with it first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tests.browser.verhalen.toneel import Toneel, veld, vul_datum


@dataclass(frozen=True)
class Lid:
    """Somebody of the household, as it is asked at the desk."""

    naam: str
    geboren: date
    rol: str


@dataclass(frozen=True)
class Vraag:
    """What somebody tells at the front door."""

    naam: str
    geboren: date
    woorden: str
    buurt: str = ""
    waarover: str = ""
    telefoon: str = "06 0000 0011"
    adres: str = ""
    kinderen_thuis: bool = False
    gezin: list[Lid] = field(default_factory=list)


def naar_voorpagina(toneel: Toneel) -> None:
    """Where everybody begins."""
    toneel.page.goto(toneel.website.url("/"))


def stel_vraag_zelf(toneel: Toneel, gemeente: str, vraag: Vraag) -> None:
    """From the front page, without an account, to the confirmation."""
    naar_voorpagina(toneel)
    toneel.kijk("voorpagina")
    toneel.klik(gemeente)
    toneel.kijk("gemeente")
    toneel.klik("Stel uw vraag")
    vul_in(toneel, vraag)


def vul_in(toneel: Toneel, vraag: Vraag) -> None:
    """The pages of a question, to the confirmation."""
    page = toneel.page
    page.get_by_label("Waar wilt u hulp bij?").fill(vraag.woorden)
    _als_gevraagd(toneel, "Wonen er kinderen", "Ja" if vraag.kinderen_thuis else "Nee")
    if vraag.buurt and (waar := page.get_by_label("In welke wijk of buurt")).count():
        waar.select_option(label=vraag.buurt)
    if vraag.waarover and (wat := page.get_by_label("Wat past het best")).count():
        wat.select_option(label=vraag.waarover)
    toneel.kijk("vraag-1")
    toneel.klik("Ga verder")
    page.get_by_label("Hoe heet u?").fill(vraag.naam)
    page.get_by_label("Op welk nummer").fill(vraag.telefoon)
    vul_datum(page, "Wat is uw geboortedatum?", vraag.geboren)
    toneel.kijk("vraag-2")
    toneel.klik("Ga verder")
    toneel.kijk("vraag-3")
    toneel.klik("Verstuur uw vraag")
    page.get_by_role("heading", name="Uw vraag is binnen").wait_for()
    toneel.kijk("ontvangen")


def _als_gevraagd(toneel: Toneel, vraag: str, antwoord: str) -> None:
    groep = toneel.page.get_by_role("group", name=vraag)
    if groep.count():
        groep.get_by_label(antwoord, exact=True).check()


def noteer_vraag(toneel: Toneel, vraag: Vraag, *, hoe: str) -> None:
    """Take down a question on the one screen of the professional, of somebody at the desk or on the telephone."""
    page = toneel.page
    toneel.klik("Nieuwe vraag")
    page.get_by_label("Wat vraagt de inwoner?").fill(vraag.woorden)
    if vraag.waarover:
        page.get_by_label("Waar gaat het over?").select_option(label=vraag.waarover)
    page.get_by_label("Hoe kwam de vraag binnen?").select_option(label=hoe)
    veld(page, "Naam").first.fill(vraag.naam)
    vul_datum(page.get_by_role("main"), "Geboortedatum", vraag.geboren)
    veld(page, "Telefoon").fill(vraag.telefoon)
    veld(page, "Adres").fill(vraag.adres)
    if vraag.buurt:
        page.get_by_label("Wijk of buurt").select_option(label=vraag.buurt)
    if vraag.kinderen_thuis:
        page.get_by_label("Er wonen kinderen").check()
    if vraag.gezin:
        page.get_by_text("Gezin", exact=True).click()
    for nummer, lid in enumerate(vraag.gezin, start=1):
        groep = page.get_by_role("group", name=f"Gezinslid {nummer}")
        veld(groep, "Naam").fill(lid.naam)
        vul_datum(groep, "Geboortedatum", lid.geboren)
        groep.get_by_label("Wie is dat?").select_option(label=lid.rol)
    toneel.kijk("nieuwe-vraag")
    toneel.klik("Leg de vraag vast")


def pak_op(toneel: Toneel, naam: str) -> None:
    """Take the question of this resident from the list."""
    toneel.kijk("werklijst")
    toneel.klik(naam)
    toneel.kijk("vraag-nieuw")
    toneel.klik("Pak deze vraag op")


def kies_wet(toneel: Toneel, wet: str, reden: str) -> None:
    """Name the law under which the question falls, and why."""
    toneel.page.get_by_label(wet).check()
    toneel.page.get_by_label("Waarom deze wet?").fill(reden)
    toneel.klik("Bewaar de wet")
