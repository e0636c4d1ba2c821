"""The form of a conversation: everything on the page in one form, so that saving one thing never loses another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField

from eenplan.beleid.api import Wetboek
from eenplan.huishoudens.api import PersoonKaart
from eenplan.onderzoeken import api as onderzoeken
from eenplan.onderzoeken.api import LEEFGEBIEDEN, Blad, Ondersteuning, Oordeel, PersoonlijkPlan
from eenplan.web.verzenden import Formulier

LANGSTE = 20_000
GEBIEDSNAAM = {gebied.sleutel: gebied.naam for gebied in LEEFGEBIEDEN}
ONDERSTEUNING = {
    Ondersteuning.NIET_GEVRAAGD: "Nog niet verteld",
    Ondersteuning.WIL: "Verteld: wil dit graag",
    Ondersteuning.WIL_NIET: "Verteld: wil dit niet",
}
VOOR_MANTELZORGER = ONDERSTEUNING | {Ondersteuning.GEEN_MANTELZORGER: "Geen mantelzorger"}
EIGEN_PLAN = {
    PersoonlijkPlan.NIET_GEVRAAGD: "Nog niet gevraagd",
    PersoonlijkPlan.HEEFT: "Heeft een eigen plan",
    PersoonlijkPlan.MAAKT: "Maakt nog een eigen plan",
    PersoonlijkPlan.GEEN: "Maakt geen eigen plan",
}
OORDELEN = {
    Oordeel.NODIG: "Ja, er is hulp nodig",
    Oordeel.NIET_NODIG: "Nee, er is geen hulp nodig",
    Oordeel.TWIJFEL: "We twijfelen nog",
}


def schoon(tekst: object) -> str:
    """A text as it is stored: with our line ends, and without NUL, which nobody types and no database takes."""
    return str(tekst or "").replace("\r\n", "\n").replace("\0", "").strip()


def stand(versie: int, tekst: str) -> str:
    """What a text was when the page was made: its version, and a mark to see whether this page changed it."""
    return f"{versie}.{sha256(tekst.encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class Getypt:
    """A text from the form: what was typed, over which version, and whether it was changed on this page."""

    tekst: str
    versie: int
    gewijzigd: bool


def getypt(tekst: object, was: object) -> Getypt:
    """Compare a typed text with the mark that came along. A mark that is not one counts as version 0."""
    kaal = schoon(tekst)
    nummer, _, merk = str(was or "").partition(".")
    versie = int(nummer) if nummer.isascii() and nummer.isdigit() and len(nummer) < 10 else 0
    return Getypt(kaal, versie, stand(versie, kaal) != f"{versie}.{merk}")


@dataclass(frozen=True, slots=True)
class Tekstveld:
    """A shared text on the page; `opgeslagen` is what somebody else saved meanwhile."""

    sleutel: str
    naam: str
    veld: BoundField
    was: BoundField
    onder: str = ""
    reden: str = ""
    opgeslagen: str = ""
    door: str = ""


@dataclass(frozen=True, slots=True)
class Kindveld:
    """What is recorded of the conversation with one child."""

    naam: str
    gesproken: BoundField
    alleen: BoundField
    woorden: BoundField


def _tekst(label: str, tekst: str, **attrs: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LANGSTE,
        initial=tekst,
        widget=forms.Textarea(attrs=attrs),
    )


class Gespreksformulier(Formulier):
    """Everything of one conversation. Nothing is required; what the law wants is asked when finishing."""

    def __init__(
        self,
        blad: Blad,
        wet: Wetboek,
        kinderen: Sequence[PersoonKaart],
        gezin: Sequence[PersoonKaart],
        data: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(data)
        self.blad, self.kinderen, self.gezin = blad, kinderen, gezin
        self.onderwerpen = {o.sleutel: o for o in wet.gespreksonderwerpen}
        self.botsingen: dict[str, tuple[str, str]] = {}
        self.adres = f"/werk/gesprek/{blad.kern.id}/"
        self._voorbereiding()
        for sleutel in onderzoeken.in_gespreksvolgorde(
            [(o.letter, o.sleutel) for o in wet.gespreksonderwerpen]
        ):
            regel = blad.onderwerpen.get(sleutel)
            if regel is not None:
                self._tekstveld(sleutel, self.onderwerpen[sleutel].vraag, regel.tekst, regel.versie)
        for gebied in blad.gebieden:
            naam = GEBIEDSNAAM[gebied.sleutel]
            self._tekstveld(gebied.id.hex, naam, gebied.tekst, gebied.versie)
        for kind in kinderen:
            self._kind(kind)
        self._nieuw_gebied()
        self._conclusie()

    def _voorbereiding(self) -> None:
        kern = self.blad.kern
        for naam, label, keuzes, nu in (
            ("inwoner", "Gratis cliëntondersteuning", ONDERSTEUNING, kern.inwoner),
            ("mantelzorger", "Voor de mantelzorger", VOOR_MANTELZORGER, kern.mantelzorger),
            ("eigen_plan", "Een eigen plan", EIGEN_PLAN, kern.persoonlijk_plan),
        ):
            self.fields[naam] = forms.ChoiceField(
                label=label, choices=[*keuzes.items()], initial=nu, required=False
            )

    def _tekstveld(self, sleutel: str, label: str, tekst: str, versie: int) -> None:
        """A shared text, which saves itself when it is left where there is JavaScript."""
        htmx = {
            "hx-post": f"{self.adres}bewaar/{sleutel}/",
            "hx-trigger": "change",
            "hx-target": f"#bewaard-{sleutel}",
            "hx-params": f"csrfmiddlewaretoken,tekst_{sleutel},was_{sleutel}",
        }
        self.fields[f"tekst_{sleutel}"] = _tekst(label, tekst, **htmx)
        self.fields[f"was_{sleutel}"] = forms.CharField(
            widget=forms.HiddenInput, required=False, initial=stand(versie, schoon(tekst))
        )

    def _kind(self, kind: PersoonKaart) -> None:
        nu = self.blad.kinderen.get(kind.id)
        naam = kind.id.hex
        self.fields[f"kind_{naam}"] = forms.BooleanField(
            label=f"Gesproken met {kind.naam}", required=False, initial=bool(nu and nu.gesproken)
        )
        self.fields[f"alleen_{naam}"] = forms.BooleanField(
            label="Zonder ouders erbij", required=False, initial=bool(nu and nu.alleen)
        )
        self.fields[f"woorden_{naam}"] = _tekst(
            f"Wat {kind.naam} zelf zegt", nu.woorden if nu else ""
        )

    def _nieuw_gebied(self) -> None:
        aan = {(g.sleutel, g.persoon) for g in self.blad.gebieden}
        over = [
            (g.sleutel, g.naam)
            for g in LEEFGEBIEDEN
            if any((g.sleutel, p.id) not in aan for p in self.gezin)
        ]
        self.fields["leefgebied"] = forms.ChoiceField(
            label="Waar kijken jullie ook naar?",
            choices=[("", "Kies een onderwerp"), *over],
            required=False,
        )
        self.fields["reden"] = forms.CharField(
            label="Waarom hoort dit bij deze vraag?", required=False, max_length=400
        )
        self.fields["voor"] = forms.ChoiceField(
            label="Over wie gaat het?",
            choices=[(p.id.hex, p.naam) for p in self.gezin],
            initial=self.blad.kern.persoon.hex,
            required=False,
        )

    def _conclusie(self) -> None:
        kern = self.blad.kern
        self.fields["oordeel"] = forms.ChoiceField(
            label="Is er hulp nodig?",
            choices=[*OORDELEN.items()],
            widget=forms.RadioSelect,
            initial=kern.oordeel,
            required=False,
        )
        self.fields["tekst"] = _tekst("Onze conclusie", kern.conclusie)
        self.fields["was"] = forms.CharField(
            widget=forms.HiddenInput,
            required=False,
            initial=stand(kern.conclusie_versie, schoon(kern.conclusie)),
        )

    def onderwerpvelden(self) -> list[Tekstveld]:
        """The topics, what still works first."""
        return [
            self._beeld(sleutel, onder=self.onderwerpen[sleutel].naam)
            for sleutel in onderzoeken.in_gespreksvolgorde(
                [(o.letter, o.sleutel) for o in self.onderwerpen.values()]
            )
            if f"tekst_{sleutel}" in self.fields
        ]

    def gebiedvelden(self) -> list[Tekstveld]:
        """The fields of life that are on, with the reason and of whom."""
        namen = {p.id: p.naam for p in self.gezin}
        return [
            self._beeld(g.id.hex, onder=namen.get(g.persoon, ""), reden=g.reden)
            for g in self.blad.gebieden
        ]

    def kindvelden(self) -> list[Kindveld]:
        """One group per child."""
        return [
            Kindveld(
                k.naam,
                self[f"kind_{k.id.hex}"],
                self[f"alleen_{k.id.hex}"],
                self[f"woorden_{k.id.hex}"],
            )
            for k in self.kinderen
        ]

    def _beeld(self, sleutel: str, *, onder: str = "", reden: str = "") -> Tekstveld:
        opgeslagen, door = self.botsingen.get(sleutel, ("", ""))
        return Tekstveld(
            sleutel,
            str(self.fields[f"tekst_{sleutel}"].label),
            self[f"tekst_{sleutel}"],
            self[f"was_{sleutel}"],
            onder,
            reden,
            opgeslagen,
            door,
        )

    def getypt(self, sleutel: str) -> Getypt:
        """What was typed in one of the shared texts."""
        return getypt(self.cleaned_data[f"tekst_{sleutel}"], self.cleaned_data[f"was_{sleutel}"])

    def teksten(self) -> dict[str, str]:
        """Every text of the form that goes into the verslag, by its field."""
        namen = ("tekst", *(n for n in self.fields if n.startswith(("tekst_", "woorden_"))))
        return {naam: schoon(self.cleaned_data[naam]) for naam in namen}

    def over_wie(self) -> UUID:
        """Of whom the chosen field of life is."""
        gekozen = str(self.cleaned_data["voor"])
        return next((p.id for p in self.gezin if p.id.hex == gekozen), self.blad.kern.persoon)
