"""From a paper and its facts to the letter the resident reads. Nothing here asks the database."""

from __future__ import annotations

from dataclasses import dataclass

from eenplan.beleid import api as beleid
from eenplan.berichten.api import Briefhoofd, Opdracht
from eenplan.berichten.inhoud import (
    Aanvraag as AanvraagOpBrief,
)
from eenplan.berichten.inhoud import (
    Afwijzing,
    EigenBijdrage,
    Inhoud,
    Mandaat,
    Onderdeel,
    Ondertekening,
    Professional,
    Toekenning,
    Verwijsbrief,
    Wet,
)
from eenplan.termijnen.regels import Grondslag

from .hulp import Hulp, uit_json
from .models import Aanvraag, Stuk
from .regels import AFWIJKING, GROND_ZIN, HOE_ZIN, Afwijsgrond, Hoe, StukSoort, motivering_vragen

TOELICHTING = "toelichting"
"""The key of the free text of a grant."""


@dataclass(frozen=True)
class Ondertekenaar:
    """Who would sign: name, function, organisation, its telephone, and the mandate that would carry the signature."""

    naam: str
    functie: str
    organisatie: str
    telefoon: str
    mandaat: beleid.Mandaat | None


def wet_van(stuk: Stuk) -> Wet:
    """The law of a paper in the words of a letter."""
    return Wet(stuk.wet)


def bijdrage(stuk: Stuk, hoofd: Briefhoofd) -> EigenBijdrage | None:
    """What the resident pays for this help."""
    return hoofd.eigen_bijdrage(verschuldigd=stuk.eigen_bijdrage, wet=wet_van(stuk))


def opdracht(
    stuk: Stuk, aanvraag: Aanvraag | None, hoofd: Briefhoofd, wie: Ondertekenaar
) -> Opdracht:
    """The letter this paper becomes, complete or not: its gates say what is missing."""
    return Opdracht(
        afzender=hoofd.afzender(wie.organisatie),
        contact=hoofd.contact(wie.naam, wie.telefoon),
        ondertekening=Ondertekening(wie.naam, wie.functie, _mandaat(wie.mandaat)),
        inhoud=_inhoud(stuk, aanvraag, hoofd, wie),
    )


def _mandaat(mandaat: beleid.Mandaat | None) -> Mandaat | None:
    if mandaat is None:
        return None
    besluit = "mandaatbesluit van het college"
    return Mandaat(besluit, mandaat.publicatie, mandaat.van, mandaat.tot)


def _inhoud(stuk: Stuk, aanvraag: Aanvraag | None, hoofd: Briefhoofd, wie: Ondertekenaar) -> Inhoud:
    hulp = uit_json(stuk.hulp)
    match StukSoort(stuk.soort):
        case StukSoort.VERWIJSBRIEF:
            return _verwijsbrief(stuk, hulp, hoofd, wie)
        case StukSoort.TOEKENNING:
            return _toekenning(stuk, hulp, aanvraag, hoofd)
        case StukSoort.AFWIJZING:
            return _afwijzing(stuk, aanvraag, hoofd)


def _verwijsbrief(stuk: Stuk, hulp: Hulp, hoofd: Briefhoofd, wie: Ondertekenaar) -> Verwijsbrief:
    wet = wet_van(stuk)
    return Verwijsbrief(
        wet=wet,
        naam_inwoner=hulp.naam,
        geboortedatum=hulp.geboortedatum,
        hulp=hulp.wat,
        doelen=hulp.doelen,
        omvang=hulp.omvang,
        ingang=hulp.ingang,
        einde=hulp.einde,
        aanbieder=hulp.gever,
        eigen_bijdrage=bijdrage(stuk, hoofd),
        besluit_vragen=hoofd.besluit_vragen(wie.telefoon),
        verteld_op=stuk.verteld_op,
        clientondersteuning=hoofd.clientondersteuning,
        vertrouwenspersoon=hoofd.vertrouwenspersoon(wet),
        minder_is_doel=not hulp.meteen_door,
    )


def _toekenning(stuk: Stuk, hulp: Hulp, aanvraag: Aanvraag | None, hoofd: Briefhoofd) -> Toekenning:
    wet = wet_van(stuk)
    spoed = stuk.spoed and wet is Wet.WMO
    return Toekenning(
        wet=wet,
        aanvraag=_aanvraag(aanvraag),
        voorziening=hulp.wat,
        omvang=hulp.omvang,
        ingang=hulp.ingang,
        einde=hulp.einde,
        doelen=hulp.doelen,
        motivering=_toelichting(stuk),
        grondslagen=(_SPOED,) if spoed else _TOEKENNEN[wet],
        eigen_bijdrage=bijdrage(stuk, hoofd),
        bezwaar=hoofd.bezwaar(),
        clientondersteuning=hoofd.clientondersteuning,
        aanbieder=hulp.gever,
        zonder_aanvraag=_SPOED if spoed and aanvraag is None else None,
        professional=_professional(stuk),
        vertrouwenspersoon=hoofd.vertrouwenspersoon(wet),
    )


def _afwijzing(stuk: Stuk, aanvraag: Aanvraag | None, hoofd: Briefhoofd) -> Afwijzing:
    wet = wet_van(stuk)
    return Afwijzing(
        wet=wet,
        aanvraag=_aanvraag(aanvraag),
        motivering=_motivering(stuk),
        wel_mogelijk=stuk.wel_mogelijk,
        grondslagen=_AFWIJZEN[wet],
        bezwaar=hoofd.bezwaar(),
        clientondersteuning=hoofd.clientondersteuning,
        professional=_professional(stuk),
        vertrouwenspersoon=hoofd.vertrouwenspersoon(wet),
    )


def _aanvraag(aanvraag: Aanvraag | None) -> AanvraagOpBrief | None:
    if aanvraag is None:
        return None
    hoe = HOE_ZIN[Hoe(aanvraag.hoe)]
    return AanvraagOpBrief(
        aanvraag.gevraagd_op, aanvraag.door, aanvraag.gevraagd, hoe, aanvraag.geldt_vanaf
    )


def _motivering(stuk: Stuk) -> tuple[Onderdeel, ...]:
    delen = [
        Onderdeel(v.kop, stuk.motivering.get(v.sleutel, "")) for v in motivering_vragen(stuk.wet)
    ]
    delen += _afwijking(stuk)
    if stuk.grond:
        delen.append(Onderdeel("Onze conclusie", GROND_ZIN[Afwijsgrond(stuk.grond)]))
    if stuk.reactie.strip():
        delen.append(Onderdeel("Wat u hierover zei", stuk.reactie))
    return tuple(delen)


def _toelichting(stuk: Stuk) -> tuple[Onderdeel, ...]:
    """Why a grant is needed, in the words of the writer, who began with what the file said."""
    eigen = stuk.motivering.get(TOELICHTING, "").strip()
    return (*((Onderdeel("Onze afweging", eigen),) if eigen else ()), *_afwijking(stuk))


def _afwijking(stuk: Stuk) -> tuple[Onderdeel, ...]:
    """Why this differs from what the investigation concluded, where it does (Awb 3:46)."""
    tekst = stuk.motivering.get(AFWIJKING, "").strip()
    return (Onderdeel("Waarom wij anders beslissen dan het onderzoek", tekst),) if tekst else ()


def _professional(stuk: Stuk) -> Professional | None:
    if not stuk.professional:
        return None
    return Professional(stuk.professional, "jeugdprofessional", stuk.registratie)


_SPOED = Grondslag(
    "Wmo 2015",
    "artikel 2.3.3",
    "Als hulp niet kan wachten, geeft de gemeente meteen tijdelijke hulp.",
)
_TOEKENNEN = {
    Wet.WMO: (
        Grondslag(
            "Wmo 2015",
            "artikel 2.3.5 lid 3",
            "U krijgt hulp als u het zelf en met de mensen om u heen niet redt.",
        ),
    ),
    Wet.JEUGD: (
        Grondslag(
            "Jeugdwet",
            "artikel 2.3 lid 1",
            "De gemeente helpt als een gezin er zelf niet uit komt.",
        ),
    ),
    Wet.ONBEKEND: (),
}
_AFWIJZEN = {
    Wet.WMO: (
        Grondslag(
            "Wmo 2015",
            "artikel 2.3.5 lid 3",
            "De gemeente geeft hulp op maat als u het zelf, met de mensen om u heen of met wat er voor "
            "iedereen is, niet redt.",
        ),
    ),
    Wet.JEUGD: (
        Grondslag(
            "Jeugdwet",
            "artikel 2.3 lid 1",
            "De gemeente geeft jeugdhulp als het gezin er zelf niet uit komt.",
        ),
    ),
    Wet.ONBEKEND: (),
}
