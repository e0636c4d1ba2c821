"""How does it go? Optional, and only for what a conversation needed: where somebody stands, over time (P1, P2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpResponse

from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart
from eenplan.inzage import api as inzage
from eenplan.onderzoeken import api as onderzoeken
from eenplan.onderzoeken.api import ZELF, Gezichtspunt, Lijn, Peilantwoord
from eenplan.platform.scope import ScopedRequest
from eenplan.web.verloopbeeld import Verloop, teken
from eenplan.web.verzenden import Formulier, toon, verzend

from .persoonsregel import persoonsregel

NIET_GEVRAAGD = ("", "Niet gevraagd")
VRAGEN: Mapping[Gezichtspunt, str] = {
    Gezichtspunt.INWONER: "Wat zegt de inwoner?",
    Gezichtspunt.TEAM: "Wat ziet het team?",
}


@dataclass(frozen=True, slots=True)
class Peilveld:
    """A field of life with its two questions, as the page shows it."""

    naam: str
    van_wie: str
    velden: tuple[BoundField, ...]


class Peilformulier(Formulier):
    """Two questions for each field of life that is on. Nothing is required."""

    def __init__(self, lijnen: Sequence[Lijn], data: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        self.lijnen = lijnen
        for lijn in lijnen:
            for kijker, vraag in VRAGEN.items():
                self.fields[f"{kijker}_{lijn.leefgebied.hex}"] = forms.ChoiceField(
                    label=vraag,
                    required=False,
                    choices=[NIET_GEVRAAGD, *((str(t), f"Het {w}") for t, w in ZELF.items())],
                )

    def antwoorden(self) -> list[Peilantwoord]:
        """What was chosen; what was left alone is no answer."""
        return [
            Peilantwoord(lijn.leefgebied, kijker, int(gekozen))
            for lijn in self.lijnen
            for kijker in VRAGEN
            if (gekozen := self.cleaned_data[f"{kijker}_{lijn.leefgebied.hex}"])
        ]

    def peilvelden(self, namen: Mapping[UUID, str]) -> list[Peilveld]:
        """The fields of life in order; whose it is only where it may be somebody else's."""
        return [
            Peilveld(
                lijn.naam,
                namen[lijn.persoon],
                tuple(self[f"{kijker}_{lijn.leefgebied.hex}"] for kijker in VRAGEN),
            )
            for lijn in self.lijnen
        ]


def verlopen(lijnen: Sequence[Lijn], gezin: Sequence[PersoonKaart]) -> list[Verloop]:
    """The pictures of what is on, with whose it is where there are more people."""
    namen = namen_van(gezin)
    return [teken(lijn, van_wie=namen[lijn.persoon]) for lijn in lijnen]


def namen_van(gezin: Sequence[PersoonKaart]) -> dict[UUID, str]:
    """Names to tell people apart; empty for whoever is alone."""
    return {p.id: p.naam if len(gezin) > 1 else "" for p in gezin}


def hoe_gaat_het(request: ScopedRequest, persoon: UUID) -> HttpResponse:
    """The pictures, and below them the questions of today."""
    scope = request.scope
    opening = inzage.openen_gezin(scope, persoon, doel=inzage.Doel.TOEGANG)
    gezin = huishoudens.personen(scope, opening.personen)
    lijnen = onderzoeken.lijnen_van(scope, opening.personen)
    formulier = Peilformulier(lijnen, request.POST.dict() if request.method == "POST" else None)

    def doe() -> str:
        onderzoeken.peil(scope, persoon=persoon, antwoorden=formulier.antwoorden())
        return f"{request.path}?bewaard=ja"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    kaart = next(p for p in gezin if p.id == persoon)
    return toon(
        request,
        "werk/hoe_gaat_het.html",
        {
            "formulier": formulier,
            "vragen": formulier.peilvelden(namen_van(gezin)),
            "verlopen": [v for v in verlopen(lijnen, gezin) if v.rijen],
            "wie": persoonsregel(kaart),
            "dossier_url": f"/werk/dossier/{persoon}/",
            "bewaard": request.GET.get("bewaard") == "ja",
        },
    )
