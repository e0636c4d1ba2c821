"""Every screen by the name of its address: which states it has, who looks, and how a form on it comes back with errors.

A name that is missing here fails the sweep, so a new screen is in it from its first day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.urls import get_resolver

from eenplan.organisaties.api import Functie
from eenplan.web.schermen import IEDEREEN
from tests.integration.platform.adressen import Adres, alle


class Staat(StrEnum):
    """How a screen looks."""

    LEEG = "leeg"
    GEVULD = "gevuld"
    FOUT = "fout"


@dataclass(frozen=True)
class Blik:
    """One state of a screen.

    `sleutels`: which key of the world fills in a part of the address, where that is not the key of that name.
    `knop`: what sends the form that comes back with errors; every field is emptied first, `vul` is typed.
    `wie`: only these places of the world; without it everybody the address declares.
    """

    staat: Staat = Staat.GEVULD
    sleutels: Mapping[str, str] = field(default_factory=dict)
    vraag: str = ""
    knop: str = ""
    vul: Mapping[str, str] = field(default_factory=dict)
    wie: tuple[str, ...] = ()


@dataclass(frozen=True)
class Geval:
    """One look: this screen, in this state, through these eyes."""

    scherm: str
    rol: str
    blik: Blik

    @property
    def naam(self) -> str:
        """How the test is called."""
        return f"{self.scherm}-{self.blik.staat}{self.blik.vraag}-{self.rol}"


GEVULD = Blik()
LEEG = Staat.LEEG
TOEGANG = ("hulpverlener", "consulent")
NIEUW = ("inwoner zonder vraag",)


def fout(knop: str, *, wie: tuple[str, ...] = (), **meer: Mapping[str, str]) -> Blik:
    """The state in which the form behind this button comes back."""
    return Blik(
        Staat.FOUT,
        sleutels=meer.get("sleutels", {}),
        knop=knop,
        vul=meer.get("vul", {}),
        wie=wie,
    )


def met(staat: Staat = Staat.GEVULD, /, **sleutels: str) -> Blik:
    """A state that lies in other keys."""
    return Blik(staat, sleutels=sleutels)


def bij_hulp(stand: str, *wie: str) -> Blik:
    """Help in this state, by these readers."""
    return Blik(sleutels={"inzet": f"inzet_{stand}"}, wie=wie)


GEEN_DATUM = "32"
BIJ_UTRECHT = {"gemeente": "utrecht"}
SCHERMEN: Mapping[str, Sequence[Blik]] = {
    # public
    "start": [GEVULD],
    "gemeente": [met(gemeente="utrecht"), met(LEEG, gemeente="kaag-en-braassem")],
    "gezichtenkaart": [met(gemeente="lansingerland")],
    "vraag": [
        met(LEEG, gemeente="utrecht"),
        Blik(sleutels={"gemeente": "lansingerland"}, vraag="?via=vindplaats"),
        Blik(sleutels=BIJ_UTRECHT, vraag="?voor=ander"),
        fout("Ga verder", sleutels=BIJ_UTRECHT),
    ],
    "ontvangen": [GEVULD],
    "zo-werkt-het": [met(gemeente="utrecht"), met(gemeente="kaag-en-braassem")],
    "beleid": [GEVULD, Blik(vraag="?versie=2015-01-01")],
    "beleid-proberen": [Blik(LEEG), fout("Laat zien wat er gebeurt", vul={"leeftijd": "200"})],
    "privacy": [GEVULD],
    "veilig": [GEVULD],
    "toegankelijkheid": [GEVULD],
    "kies-persoon": [GEVULD, fout("Zet deze dag", vul={"dag_dag": GEEN_DATUM})],
    # the list, the telephone, a question
    "werk": [
        Blik(vraag="?tab=nieuw", wie=TOEGANG),
        Blik(vraag="?tab=mijn", wie=TOEGANG),
        Blik(vraag="?tab=team"),
        Blik(LEEG, vraag="?tab=nieuw"),
        Blik(LEEG, vraag="?tab=mijn"),
    ],
    "zoeken": [Blik(LEEG), fout("Zoek")],
    "intake": [Blik(LEEG), fout("Leg de vraag vast")],
    "melding": [
        GEVULD,
        met(LEEG, melding="melding_nieuw"),
        met(melding="melding_klaar"),
        fout("Bewaar de wet"),
    ],
    "gebeld": [
        Blik(LEEG, sleutels={"melding": "melding_nieuw"}),
        fout("Bewaar", sleutels={"melding": "melding_nieuw"}),
    ],
    "geef-door": [
        Blik(wie=("wijkteam",)),
        fout("Geef door", wie=("wijkteam",)),
    ],
    "gezin": [Blik(LEEG), fout("Voeg toe")],
    "gegevens": [GEVULD, fout("Bewaar", vul={"mail": "geen mailadres"})],
    # who did not ask, and who need not ask
    "signalen": [Blik(wie=("hulpverlener",)), Blik(LEEG, wie=("consulent",))],
    "nieuw-signaal": [Blik(LEEG), fout("Leg het signaal vast")],
    "signaal": [Blik(wie=("hulpverlener",)), fout("Bewaar het contact", wie=("hulpverlener",))],
    "indicaties": [Blik(wie=("wijkteam",)), Blik(LEEG, wie=TOEGANG)],
    "nieuwe-indicatie": [Blik(LEEG), fout("Leg de indicatie vast", wie=("wijkteam",))],
    "indicatie": [Blik(wie=("wijkteam",)), fout("Het is verteld", wie=("wijkteam",))],
    # the conversation
    "begin_gesprek": [met(LEEG, melding="melding_plan")],
    "gesprek": [GEVULD, met(onderzoek="onderzoek_klaar"), fout("Zet dit onderwerp aan")],
    "stop_gesprek": [Blik(LEEG), fout("Stop het onderzoek")],
    # the plan
    "maak_plan": [met(LEEG, melding="melding_nieuw")],
    "plan": [
        GEVULD,
        met(LEEG, plan="plan_leeg"),
        met(plan="plan_klaar"),
        fout("Bewaar dit doel", sleutels={"plan": "plan_leeg"}),
    ],
    "terugkijken": [GEVULD, fout("We hebben teruggekeken", vul={"opnieuw_op_dag": GEEN_DATUM})],
    "van-gezin": [Blik(wie=("hulpverlener",))],
    "regisseur": [GEVULD, fout("Bewaar")],
    "mantelzorg": [Blik(LEEG), fout("Bewaar")],
    "meedoen": [GEVULD],
    "netwerk": [Blik(LEEG), fout("Voeg toe")],
    "kring": [GEVULD, met(LEEG, plan="plan_leeg")],
    "complexiteit": [Blik(LEEG), fout("Bewaar", wie=("wijkteam",))],
    "afbouw": [
        met(LEEG, inzet="inzet_jeugd"),
        fout("Spreek deze stap af", sleutels={"inzet": "inzet_jeugd"}),
    ],
    "terugdoen": [Blik(LEEG)],
    "doel": [GEVULD, fout("Bewaar dit doel")],
    "hulp_toevoegen": [GEVULD, met(LEEG, doel="doel_leeg"), fout("Voeg deze hulp toe")],
    "hulp": [GEVULD, met(inzet="inzet_jeugd"), met(inzet="inzet_klaar")],
    "hulp-stoppen": [Blik(sleutels={"inzet": "inzet_klaar"}, wie=("hulpverlener",))],
    "akkoord": [
        met(LEEG, inzet="inzet_jeugd"),
        met(inzet="inzet_klaar"),
        fout("Bewaar dit antwoord", sleutels={"inzet": "inzet_jeugd"}),
    ],
    # help as it stands with who gives it
    "uitvoering": [
        Blik(LEEG, wie=("hulpverlener",)),
        bij_hulp("aangenomen", "hulpverlener", "aanbieder"),
        bij_hulp("gevraagd", "hulpverlener", "aanbieder"),
        bij_hulp("begonnen", "hulpverlener", "aanbieder"),
        bij_hulp("terug", "hulpverlener"),
        bij_hulp("af", "hulpverlener"),
        bij_hulp("klaar", "consulent"),
        Blik(wie=("welzijn",)),
        fout("Leg deze keer vast", vul={"keer-op_dag": GEEN_DATUM}, wie=("welzijn",)),
    ],
    "aannemen": [
        bij_hulp("gevraagd", "aanbieder"),
        fout("Neem aan", sleutels={"inzet": "inzet_gevraagd"}, wie=("aanbieder",)),
    ],
    "teruggeven": [
        bij_hulp("gevraagd", "aanbieder"),
        fout("Geef terug", sleutels={"inzet": "inzet_gevraagd"}, wie=("aanbieder",)),
    ],
    "hulp-klaar": [
        bij_hulp("begonnen", "aanbieder"),
        fout("De hulp is klaar", sleutels={"inzet": "inzet_begonnen"}, wie=("aanbieder",)),
    ],
    "overdracht": [
        bij_hulp("gevraagd", "hulpverlener"),
        bij_hulp("aangenomen", "hulpverlener", "aanbieder"),
        fout("Spreek dit af", sleutels={"inzet": "inzet_gevraagd"}, wie=("hulpverlener",)),
    ],
    "verder": [
        Blik(wie=("welzijn",)),
        fout("Bewaar wat jullie beslisten", wie=("welzijn",)),
    ],
    # papers
    "stuk": [
        GEVULD,
        met(stuk="stuk_afwijzing"),
        Blik(sleutels={"stuk": "stuk_klaar"}, wie=("hulpverlener",)),
        fout("Maak definitief en verstuur", wie=("hulpverlener",)),
    ],
    "stuk-aanvullen": [GEVULD, fout("Bewaar", vul={"aantal": "veel"})],
    "stuk-motivering": [
        met(stuk="stuk_afwijzing"),
        fout(
            "Bewaar de motivering",
            sleutels={"stuk": "stuk_afwijzing"},
            vul={"gehoord_op_dag": GEEN_DATUM},
        ),
    ],
    "stuk-aanvraag": [
        met(LEEG, stuk="stuk_afwijzing"),
        fout("Leg de aanvraag vast", sleutels={"stuk": "stuk_afwijzing"}),
    ],
    "verteld": [
        Blik(wie=("tom in de buurt",)),
        fout("Bewaar", vul={"op_dag": GEEN_DATUM}, wie=("tom in de buurt",)),
    ],
    "besluit": [
        GEVULD,
        Blik(wie=("wmo-consulent",)),
        fout("Ken de hulp toe", wie=("wmo-consulent",)),
    ],
    "besluit-vragen": [met(LEEG, melding="melding_plan"), fout("Vraag het besluit")],
    "besluit-vragen-hulp": [
        met(LEEG, melding="melding_plan"),
        fout("Vraag het besluit", sleutels={"melding": "melding_plan"}),
    ],
    # what must be settled first, and whoever disagrees
    "vervolg": [
        Blik(sleutels={"inzet": "inzet_geweigerd"}, wie=("stand-by", "wmo-consulent")),
        Blik(LEEG, wie=("stand-by",)),
        fout("Beslis", sleutels={"inzet": "inzet_geweigerd"}, wie=("wmo-consulent",)),
    ],
    "meekijken": [
        Blik(LEEG, wie=("hulpverlener",)),
        fout("Vraag om mee te kijken", wie=("hulpverlener",)),
    ],
    "wie-helpt": [Blik(wie=("stand-by",)), fout("Kies deze organisatie", wie=("stand-by",))],
    "niet-eens": [
        Blik(wie=("hulpverlener", "consulent", "wmo-consulent")),
        Blik(vraag="?klaar=bezwaar", wie=("hulpverlener",)),
    ],
    "niet-eens-weg": [
        Blik(LEEG, sleutels={"weg": "bezwaar"}, wie=("hulpverlener", "consulent")),
        fout("Leg de klacht vast", sleutels={"weg": "klacht"}, wie=("hulpverlener",)),
    ],
    "zaak": [
        Blik(wie=("hulpverlener", "wmo-consulent")),
        fout("Rond af", vul={"op_dag": GEEN_DATUM}, wie=("hulpverlener",)),
    ],
    # the file of a person
    "dossier": [GEVULD, Blik(LEEG, sleutels={"persoon": "persoon_nieuw"}, wie=TOEGANG)],
    "hoe-gaat-het": [
        Blik(LEEG, wie=("hulpverlener",)),
        Blik(sleutels={"persoon": "persoon_nieuw"}, wie=TOEGANG),
        fout("Bewaar hoe het gaat", sleutels={"persoon": "persoon_nieuw"}, wie=("hulpverlener",)),
    ],
    "brieven": [GEVULD, Blik(sleutels={"persoon": "persoon"}, wie=("tom in de buurt",))],
    "brief": [GEVULD],
    # the resident's own pages
    "mijn-overzicht": [GEVULD, Blik(LEEG, wie=NIEUW)],
    "mijn-plan": [GEVULD, Blik(vraag="?toon=klaar"), Blik(LEEG, wie=NIEUW)],
    "mijn-plan-papier": [GEVULD, Blik(LEEG, wie=NIEUW)],
    "mijn-doel": [
        GEVULD,
        fout("Zet het in mijn plan"),
        fout("Bewaar mijn woorden"),
    ],
    "mijn-antwoord": [
        GEVULD,
        met(inzet="inzet_jeugd"),
        fout("Verstuur mijn antwoord"),
    ],
    "mijn-gezegd": [met(inzet="inzet_jeugd")],
    "mijn-brieven": [GEVULD, Blik(LEEG, wie=NIEUW)],
    "mijn-brief": [GEVULD],
    "mijn-besluit-kies": [GEVULD, Blik(LEEG, wie=NIEUW)],
    "mijn-besluit": [met(LEEG, melding="melding"), fout("Vraag het besluit")],
    "mijn-besluit-via": [GEVULD, Blik(vraag="?gevraagd=ja")],
    "mijn-besluit-gevraagd": [GEVULD],
    "mijn-oneens": [GEVULD, Blik(LEEG, wie=NIEUW)],
    "mijn-oneens-weg": [
        met(weg="bezwaar"),
        met(weg="uitleg"),
        fout("Verstuur", sleutels={"weg": "klacht"}),
    ],
    "mijn-zaak": [GEVULD, Blik(vraag="?nieuw=ja")],
    "mijn-rechten": [GEVULD],
    "mijn-steun": [GEVULD],
    "mijn-wie-keek": [GEVULD],
    "mijn-gegevens": [GEVULD],
    "mijn-snel-weg": [GEVULD],
}

ALLEEN_VERZENDEN: Mapping[str, tuple[str, str]] = {
    "word-persoon": ("kies-persoon", "word/"),
    "zet-datum": ("kies-persoon", "datum/"),
    "stop": ("kies-persoon", "uit/"),
    "oppakken": ("melding", "oppakken/"),
    "sluit-signaal": ("signaal", "sluiten/"),
    "wet": ("melding", "wet/"),
    "doorzet": ("melding", "doorzetten/"),
    "vaststellen": ("plan", "vaststellen/"),
    "stuk-meelezen": ("stuk", "meelezen/"),
    "mijn-doel-hoger": ("mijn-plan", "hoger/"),
    "mijn-taak": ("mijn-plan", "klaar/"),
}
"""Addresses that only take a form, with the screen on which that form stands and how it names them."""

GEEN_SCHERM = {
    "beleid-werkboek",
    "brief-pdf",
    "gezichtenkaart-pdf",
    "mijn-brief-pdf",
    "bewaar_gesprek",
    "stijlgids",
    "stijlgids-conflict",
}
"""A file, the answer to a field that saves itself, and the page of parts, which has a test of its own."""

ROLLEN = {
    Functie.HULPVERLENER: "hulpverlener",
    Functie.CONSULENT: "consulent",
    Functie.AANBIEDER: "aanbieder",
    Functie.BELEIDSADVISEUR: "beleidsadviseur",
    "inwoner": "inwoner",
}


def adressen() -> Mapping[str, Adres]:
    """Every address by name, found by walking the patterns."""
    return {str(adres.blad.name): adres for adres in alle(get_resolver().url_patterns)}


def ontbreekt(namen: Iterable[str]) -> set[str]:
    """The names that nobody looks at."""
    return set(namen) - {*SCHERMEN, *ALLEEN_VERZENDEN, *GEEN_SCHERM}


def rollen(adres: Adres) -> list[str]:
    """The places from which this address may be opened."""
    if adres.wie is IEDEREEN:
        return ["bezoeker", *ROLLEN.values()]
    return [naam for functie, naam in ROLLEN.items() if functie in (adres.wie or ())]


def alle_gevallen() -> list[Geval]:
    """The full product of screen, state and role."""
    bekend = adressen()
    return [
        Geval(scherm, rol, blik)
        for scherm, blikken in SCHERMEN.items()
        for blik in blikken
        for rol in blik.wie or rollen(bekend[scherm])
    ]


def paarsgewijs(gevallen: Sequence[Geval]) -> list[Geval]:
    """Few looks that still show every state of every screen, every screen to every reader, and every role
    in every state.

    To a page for everybody whoever has signed in is one reader: only the header differs.
    """
    openbaar = {naam for naam, adres in adressen().items() if adres.wie is IEDEREEN}
    paren = {id(geval): _paren(geval, geval.scherm in openbaar) for geval in gevallen}
    over = {paar for kant in paren.values() for paar in kant}
    uit: list[Geval] = []
    while over:
        beste = max(gevallen, key=lambda geval: len(over & paren[id(geval)]))
        over -= paren[id(beste)]
        uit.append(beste)
    return sorted(uit, key=lambda geval: geval.rol)


def _paren(geval: Geval, openbaar: bool) -> frozenset[tuple[str, ...]]:
    lezer = "ingelogd" if openbaar and geval.rol != "bezoeker" else geval.rol
    blik = f"{geval.blik.staat}{geval.blik.vraag}{sorted(geval.blik.sleutels.values())}"
    return frozenset(
        {
            ("staat", geval.scherm, blik),
            ("lezer", geval.scherm, lezer),
            ("rol", geval.rol, geval.blik.staat),
        }
    )
