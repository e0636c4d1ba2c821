"""The rows of the ordered tables: decision, routing, triage. The first row that fits wins."""

from typing import Literal, Self

from pydantic import model_validator

from eenplan.beleid.bouwstenen import Als, Herkomst, Regelnummer, Sleutel, Streng, Tekst
from eenplan.beleid.woordenschat import Beslisser, LetOpCode, Start, Vervolg, Wet


class BeslistDoorPerWet(Streng):
    """Who decides where that differs per law."""

    wmo: Beslisser
    jeugd: Beslisser
    onbekend: Beslisser


class Uitkomst(Streng):
    """What a row says must happen.

    `document: beschikking` leaves granting, refusing or talking on to the judgement of the team. `start` is
    only written where a row chooses it: it is empty where the case goes on, and `na_besluit` after a grant.
    """

    document: Literal[
        "geen", "verwijsbrief", "beschikking", "toekenningsbeschikking", "afwijzingsbeschikking"
    ]
    vervolg: Vervolg = "geen"
    beslist_door: Beslisser | Literal["eerste_partij"] | BeslistDoorPerWet
    start: Start | None = None
    eigen_bijdrage: Literal["nee", "bij_toekenning", "lopend_recht"] = "nee"

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        if self.vervolg != "geen" and (self.document != "geen" or self.start):
            raise ValueError("een rij met `vervolg` heeft `document: geen` en geen `start`")
        if self.document in ("beschikking", "afwijzingsbeschikking") and self.start:
            raise ValueError(f"bij `document: {self.document}` staat `start` vast: laat het weg")
        if self.document in ("geen", "verwijsbrief") and self.vervolg == "geen" and not self.start:
            raise ValueError("`start` ontbreekt; kies uit direct, na_akkoord")
        if self.eigen_bijdrage == "bij_toekenning" and self.document not in (
            "beschikking",
            "toekenningsbeschikking",
        ):
            raise ValueError("`eigen_bijdrage: bij_toekenning` kan alleen bij een beschikking")
        if self.eigen_bijdrage == "lopend_recht" and (
            self.document != "geen" or self.vervolg != "geen"
        ):
            raise ValueError(
                "`eigen_bijdrage: lopend_recht` kan alleen bij `document: geen` zonder vervolg"
            )
        return self


class Beslisregel(Herkomst):
    """One row of the decision table."""

    regel: Regelnummer
    als: Als = ()
    dan: Uitkomst
    let_op: tuple[LetOpCode, ...] = ()
    toelichting: Tekst


class Teamkeuze(Streng):
    """Which of the party's teams: of this kind, in the area where the resident lives."""

    soort: Sleutel


class Routeregel(Herkomst):
    """One row of the routing table: who takes the question."""

    regel: Regelnummer
    als: Als = ()
    partij: Sleutel
    team: Teamkeuze | None = None
    toelichting: Tekst


class Triageregel(Herkomst):
    """One row of the triage table: which law a professional is offered first."""

    regel: Regelnummer
    als: Als = ()
    wet: Wet
    toelichting: Tekst
