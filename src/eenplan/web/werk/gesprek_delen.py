"""The parts of a conversation page, how far each is, and what may not leave with the verslag."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from eenplan.berichten import api as berichten
from eenplan.huishoudens.api import PersoonKaart
from eenplan.onderzoeken.api import Blad, Ondersteuning, PersoonlijkPlan
from eenplan.web import opmaak

DELEN = ("vooraf", "gesprek", "kinderen", "gebieden", "conclusie")
NAMEN = {
    "vooraf": "Vertel dit eerst",
    "gesprek": "Het gesprek",
    "kinderen": "De kinderen",
    "gebieden": "Waar kijken jullie nog meer naar?",
    "conclusie": "De conclusie",
}
UUR = 4  # digits of a time in the address: 1405


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of the page: where it is, and how far in words."""

    anker: str
    naam: str
    stand: str
    klaar: bool


def delen(blad: Blad, kinderen: Sequence[PersoonKaart]) -> list[Deel]:
    """The parts this page has, in order."""
    kern = blad.kern
    gevraagd = (
        kern.inwoner is not Ondersteuning.NIET_GEVRAAGD,
        kern.mantelzorger is not Ondersteuning.NIET_GEVRAAGD,
        kern.persoonlijk_plan is not PersoonlijkPlan.NIET_GEVRAAGD,
    )
    gesproken = [k for k in blad.kinderen.values() if k.gesproken]
    uit = [
        _tel("vooraf", sum(gevraagd), len(gevraagd)),
        _tel(
            "gesprek", sum(bool(o.tekst) for o in blad.onderwerpen.values()), len(blad.onderwerpen)
        ),
    ]
    if kinderen:
        uit.append(_tel("kinderen", len(gesproken), len(kinderen)))
    aan = len(blad.gebieden)
    uit.append(
        Deel("kop-gebieden", NAMEN["gebieden"], f"{aan} aan" if aan else "Niets aan", aan > 0)
    )
    klaar = bool(kern.conclusie)
    uit.append(
        Deel("kop-conclusie", NAMEN["conclusie"], "Opgeschreven" if klaar else "Nog leeg", klaar)
    )
    return uit


def _tel(sleutel: str, gedaan: int, alle: int) -> Deel:
    return Deel(f"kop-{sleutel}", NAMEN[sleutel], f"{gedaan} van {alle}", gedaan == alle)


def bewaard(deel: str, uur: str) -> dict[str, str]:
    """For the part that was saved a moment ago, when; nothing for an address that somebody made up."""
    if deel not in DELEN or len(uur) != UUR or not (uur.isascii() and uur.isdigit()):
        return {}
    return {deel: f"{uur[:2]}:{uur[2:]}"}


def adres_na(adres: str, deel: str, moment: datetime) -> str:
    """The page again at the part that was saved, with the time in the address."""
    uur = opmaak.uur(moment).replace(":", "")
    return f"{adres}?deel={deel}&om={uur}#na-{deel}"


def noemt_adres(teksten: Mapping[str, str], gezin: Iterable[PersoonKaart]) -> dict[str, str]:
    """Per field the sentence for a text that tells a secret address: all of it goes into the verslag."""
    return {
        veld: f"Hier staat het geheime adres van {kaart.naam}. Haal het weg: deze tekst komt in het verslag."
        for kaart in gezin
        for veld, tekst in teksten.items()
        if berichten.noemt_geheim_adres(tekst, kaart)
    }
