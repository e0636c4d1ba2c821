"""The life of a letter: a concept that may still change, then a paper that left and never changes again."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from eenplan.platform.flow import Flow, Stap


class Toestand(StrEnum):
    """Sending is one step: the paper that is made final is the paper that leaves."""

    CONCEPT = "concept"
    VERZONDEN = "verzonden"
    VERVALLEN = "vervallen"


class Bezorging(StrEnum):
    """How a letter reaches somebody. Never by mail or message: those carry no content (L13)."""

    POST = "post"
    PERSOONLIJK = "persoonlijk"


LOOP: Flow[None, Toestand] = Flow(
    naam="Brief",
    start=Toestand.CONCEPT,
    eigenaar={
        Toestand.CONCEPT: "wie de brief schrijft",
        Toestand.VERZONDEN: "de ontvanger",
        Toestand.VERVALLEN: "niemand: er kwam een andere brief",
    },
    stappen=(
        Stap("verzend", Toestand.CONCEPT, Toestand.VERZONDEN),
        Stap("vervalt", Toestand.CONCEPT, Toestand.VERVALLEN),
    ),
)

BEZORGD = {
    Bezorging.POST: "per post",
    Bezorging.PERSOONLIJK: "persoonlijk overhandigd of langs een veilige weg",
}


def bezorging(*, adres: str, geheim: bool, veilige_weg: str) -> Bezorging:
    """By post only to an address we know and may print (U19). A secret address reads as unknown to most people."""
    kan_met_post = bool(adres.strip()) and not geheim and not veilige_weg.strip()
    return Bezorging.POST if kan_met_post else Bezorging.PERSOONLIJK


def bestandsnaam(soort: str, kenmerk: str) -> str:
    """The name of the file to download: what it is and its reference, never whose it is."""
    return f"{soort}-{kenmerk.lower()}.pdf"


def adresregels(adres: str) -> tuple[str, ...]:
    """'Straat 1, 1234 AB Plaats' as the lines of an envelope."""
    regels = (regel.strip() for stuk in adres.splitlines() for regel in stuk.split(","))
    return tuple(regel for regel in regels if regel)


def voor_wie(naam: str, leeftijd: int | None) -> tuple[str, str]:
    """(name on the envelope, opening): a letter about a child goes to the parents, from 12 to both (Jw 7.3.5)."""
    if leeftijd is not None and leeftijd < 12:
        return f"De ouders van {naam}", f"Beste ouders van {naam}"
    if leeftijd is not None and leeftijd < 16:
        return f"{naam} en ouders", f"Beste {naam}, beste ouders"
    return naam, f"Beste {naam}"


def kenmerk_van(brief: UUID, jaar: int) -> str:
    """A reference that can be read out and tells nothing: the year and the tail of the key."""
    staart = brief.hex[-8:].upper()
    return f"{jaar}-{staart[:4]}-{staart[4:]}"
