"""What a melding is, which steps it takes and what must be known of it: pure rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from eenplan.beleid.toegangsmodel import Toegangsmodel
from eenplan.huishoudens.regels import (
    VOLWASSEN,
    Persoonsgegevens,
    RelatieSoort,
    bsn_cijfers,
    bsn_gebrek,
    leeftijd,
)
from eenplan.platform.flow import Flow, Stap

LANGSTE_VRAAG = 4000
OUDSTE = 130


class Toestand(StrEnum):
    """Where a melding is."""

    ONTVANGEN = "ontvangen"
    OPGEPAKT = "opgepakt"
    IN_ONDERZOEK = "in_onderzoek"
    DOORGEZET = "doorgezet"
    AFGEROND = "afgerond"


GEEN_ONDERWERP: Final = "overig"
"""The subject of a question of which nobody asked, or told, what it is about."""


@dataclass(frozen=True, slots=True)
class Feiten:
    """What the steps ask: does the one who acts belong to the party that holds it, or to the one it is offered to?"""

    van_mij: bool
    aan_mij: bool


def van_mij(feiten: Feiten) -> str | None:
    """Only who answers for a question decides about it."""
    return None if feiten.van_mij else "Deze vraag ligt bij een ander team."


def _aan_mij(feiten: Feiten) -> str | None:
    return None if feiten.aan_mij else "Deze vraag is aan een ander team aangeboden."


_T = Toestand
FLOW: Final[Flow[Feiten, Toestand]] = Flow(
    naam="Melding",
    start=_T.ONTVANGEN,
    eigenaar={
        _T.ONTVANGEN: "het team waar de vraag ligt",
        _T.OPGEPAKT: "wie de vraag heeft opgepakt",
        _T.IN_ONDERZOEK: "wie het onderzoek doet",
        _T.DOORGEZET: "het team waar de vraag ligt, totdat een ander haar overneemt",
        _T.AFGEROND: "niemand: de vraag is afgerond",
    },
    stappen=(
        Stap("oppakken", _T.ONTVANGEN, _T.OPGEPAKT, (van_mij,)),
        Stap("overnemen", _T.DOORGEZET, _T.OPGEPAKT, (_aan_mij,)),
        Stap("terugnemen", _T.DOORGEZET, _T.OPGEPAKT, (van_mij,)),
        Stap("onderzoek beginnen", _T.OPGEPAKT, _T.IN_ONDERZOEK, (van_mij,)),
        Stap("doorzetten", _T.ONTVANGEN, _T.DOORGEZET, (van_mij,)),
        Stap("doorzetten", _T.OPGEPAKT, _T.DOORGEZET, (van_mij,)),
        Stap("doorzetten", _T.IN_ONDERZOEK, _T.DOORGEZET, (van_mij,)),
        Stap("afronden", _T.OPGEPAKT, _T.AFGEROND, (van_mij,)),
        Stap("afronden", _T.IN_ONDERZOEK, _T.AFGEROND, (van_mij,)),
    ),
)


class GezinsRol(StrEnum):
    """Who a family member is to the person the question is about."""

    KIND = "kind"
    OUDER = "ouder"
    PARTNER = "partner"
    HUISGENOOT = "huisgenoot"


@dataclass(frozen=True, slots=True)
class Gezinslid:
    """A family member. `gezag`: the parent in this relation has authority; `thuis`: lives in the same household."""

    gegevens: Persoonsgegevens
    rol: GezinsRol
    gezag: bool = True
    thuis: bool = True


@dataclass(frozen=True, slots=True)
class Melder:
    """Who asks for somebody else. Their identity is kept apart and secret."""

    naam: str
    telefoon: str
    relatie: str = ""


@dataclass(frozen=True, slots=True)
class MeldingGegevens:
    """A question as somebody told it. `kinderen_onder_18` None: not asked, or not known.

    `ambtshalve`: nobody asked; the municipality itself begins the conversation about help that ends (Wmo 8.6).
    """

    persoon: Persoonsgegevens
    tekst: str
    vraag: str = GEEN_ONDERWERP
    kanaal: str = "web"
    gebied: str = ""
    school: str = "geen"
    verwijzer: str = "geen"
    spoed: bool = False
    kinderen_onder_18: bool | None = None
    melder: Melder | None = None
    gezin: tuple[Gezinslid, ...] = ()
    ambtshalve: bool = False

    def heeft_kinderen(self, op: date) -> bool:
        """Whether a child under 18 lives in the household, as told or as follows from the family."""
        kinderen = (
            leeftijd(lid.gegevens.geboortedatum, op)
            for lid in self.gezin
            if lid.rol is GezinsRol.KIND and lid.thuis
        )
        return bool(self.kinderen_onder_18) or any(
            jaren is None or jaren < VOLWASSEN for jaren in kinderen
        )


VRAGEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "opvoeden": "Opvoeden en opgroeien",
        "geldzaken": "Geld en schulden",
        "thuisadministratie": "Post en administratie thuis",
        "eenzaamheid": "Meer mensen om u heen",
        "dagbesteding": "Een goede invulling van de dag",
        "begeleiding": "Hulp bij het regelen van uw dagelijks leven",
        "respijt": "Even vrij van de zorg voor een ander",
        "huishouden": "Hulp in het huishouden",
        "hulpmiddel": "Een hulpmiddel, zoals een rolstoel",
        "woningaanpassing": "Een aanpassing in huis",
        "vervoer": "Vervoer",
        "wonen": "Wonen",
        "mantelzorg": "Zorgen voor een ander",
        "psychisch": "Somber, bang of gespannen zijn",
        "verslaving": "Verslaving",
        "veiligheid": "Veiligheid thuis",
        "palliatief": "Zorg in de laatste levensfase",
        "overig": "Iets anders, of dat weet ik niet",
    }
)
"""Every question of the closed vocabulary, as a resident would say it."""


def onderwerp(vraag: str) -> str:
    """What a question is about, as a title. What nobody was asked, or did not know, is no subject."""
    return "Een vraag om hulp" if vraag == GEEN_ONDERWERP else VRAGEN[vraag]


WETTEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "wmo": "Wmo: ondersteuning voor volwassenen",
        "jeugd": "Jeugdwet: hulp voor kinderen en ouders",
        "onbekend": "Nog niet bekend",
    }
)

ENKELVOUDIG: Final = "enkelvoudig"
COMPLEXITEIT: Final[Mapping[str, str]] = MappingProxyType(
    {
        ENKELVOUDIG: "eenvoudig",
        "complex": "complex: er speelt veel door elkaar",
        "specifiek": "specifiek: er is bijzondere kennis nodig",
    }
)
"""What is decided once at the kitchen table, where the policy asks it (D2)."""


def routevragen(model: Toegangsmodel) -> frozenset[str]:
    """What the routing of this model looks at: a screen asks a resident nothing that routing does not use.

    The area counts when a team of the model works in certain areas only, and the subject when some questions are
    passed on the same day: then somebody calls today.
    """
    sleutels = {
        sleutel
        for rij in model.routering
        for combinatie in rij.als
        for sleutel, _ in combinatie.gevuld
    }
    if any(team.gebieden for team in model.indeling.teams):
        sleutels.add("gebied")
    if model.triage.zelfde_dag is not None:
        sleutels.add("vraag")
    return frozenset(sleutels)


def plaats(model: Toegangsmodel, gebied: str) -> tuple[str | None, str | None]:
    """The wijk and buurt of an area a resident chose. KeyError for an area this model does not have."""
    if not gebied:
        return None, None
    if gebied in model.gebied_van_buurt:
        return model.gebied_van_buurt[gebied][0], gebied
    return model.wijk_op_sleutel[gebied].sleutel, None


def gebreken(
    gegevens: MeldingGegevens, model: Toegangsmodel, *, op: date, alleen_test: bool
) -> dict[str, str]:
    """What is missing or wrong, as a sentence per field; empty when it can be registered."""
    zinnen: dict[str, str] = {}
    if not gegevens.tekst.strip():
        zinnen["tekst"] = "Schrijf in uw eigen woorden waar u hulp bij wilt."
    elif len(gegevens.tekst) > LANGSTE_VRAAG:
        zinnen["tekst"] = f"Maak de tekst korter: er passen {LANGSTE_VRAAG} tekens."
    if gegevens.gebied and not _bestaat(model, gegevens.gebied):
        zinnen["gebied"] = "Kies een wijk of buurt uit de lijst."
    if gegevens.melder and not gegevens.melder.naam.strip():
        zinnen["melder_naam"] = "Vul uw eigen naam in."
    zinnen |= _persoon(gegevens.persoon, op)
    return zinnen | _nummers(gegevens, alleen_test)


def gebreken_van(persoon: Persoonsgegevens, *, op: date, alleen_test: bool) -> dict[str, str]:
    """The same for somebody who joins the family later."""
    zinnen = _persoon(persoon, op)
    if persoon.bsn and (gebrek := bsn_gebrek(persoon.bsn, alleen_test=alleen_test)):
        zinnen["bsn"] = gebrek
    return zinnen


def _bestaat(model: Toegangsmodel, gebied: str) -> bool:
    return gebied in model.gebied_van_buurt or gebied in model.wijk_op_sleutel


def _persoon(persoon: Persoonsgegevens, op: date) -> dict[str, str]:
    zinnen: dict[str, str] = {}
    if not persoon.naam.strip():
        zinnen["naam"] = "Vul de naam in."
    jaren = leeftijd(persoon.geboortedatum, op)
    if jaren is not None and not 0 <= jaren <= OUDSTE:
        zinnen["geboortedatum"] = "Controleer de geboortedatum: die ligt te vroeg of na vandaag."
    return zinnen


def _nummers(gegevens: MeldingGegevens, alleen_test: bool) -> dict[str, str]:
    """Every BSN of the family can exist, and no two people have the same, however they were typed."""
    mensen = (gegevens.persoon, *(lid.gegevens for lid in gegevens.gezin))
    nummers = [persoon.bsn for persoon in mensen if persoon.bsn]
    for bsn in nummers:
        if gebrek := bsn_gebrek(bsn, alleen_test=alleen_test):
            return {"bsn": gebrek}
    if len(nummers) != len({bsn_cijfers(bsn) for bsn in nummers}):
        return {"bsn": "Twee mensen hebben hier hetzelfde BSN."}
    return {}


@dataclass(frozen=True, slots=True)
class Band:
    """A relation between two of the people registered together, by their place; the person asked about is 0."""

    van: int
    tot: int
    soort: RelatieSoort
    gezag: bool = False


def gezinsbanden(gezin: Sequence[Gezinslid], *, jaren: int | None) -> list[Band]:
    """Who is whose parent or partner, from what was told about the family of person 0, who is `jaren` old.

    A child gets the parents that were named, and so do the other children. An adult is a parent of the children, next
    to the parents that were named; an adult without children is a child of theirs, over whom nobody has authority.
    """
    leden = list(enumerate(gezin, start=1))
    kinderen = [(n, lid.gezag) for n, lid in leden if lid.rol is GezinsRol.KIND]
    ouders = [(n, lid.gezag) for n, lid in leden if lid.rol is GezinsRol.OUDER]
    banden = [Band(n, 0, RelatieSoort.PARTNER) for n, lid in leden if lid.rol is GezinsRol.PARTNER]
    jong = jaren < VOLWASSEN if jaren is not None else not kinderen
    if not jong and kinderen:
        banden += [Band(0, kind, RelatieSoort.OUDER, gezag) for kind, gezag in kinderen]
        onder = [kind for kind, _ in kinderen]
    else:
        onder = [0, *(kind for kind, _ in kinderen)]
    return banden + [
        Band(ouder, kind, RelatieSoort.OUDER, gezag and (jong or kind != 0))
        for ouder, gezag in ouders
        for kind in onder
    ]
