"""What a letter must say before it may leave the building (X13; waarborgen 1, 3, 4, 8, 9, 18, 20).

Each gap is one Dutch sentence for the writer of the letter. A gap stops the paper, never the help.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from eenplan.berichten.gedeeld import BESLUIT_VRAGEN_ZIN
from eenplan.berichten.inhoud import (
    Afwijzing,
    BesluitVragen,
    Bezwaarclausule,
    Brief,
    BriefSoort,
    EigenBijdrage,
    Hulplijn,
    Omvang,
    Onderdeel,
    Ontvangstbevestiging,
    Professional,
    Rechtsbevestiging,
    Samenbevestiging,
    Toekenning,
    Verslag,
    Verwijsbrief,
    Wet,
)
from eenplan.berichten.teksten import volledige_tekst
from eenplan.termijnen.kalender import voluit
from eenplan.termijnen.regels import TermijnSoort, einddatum
from eenplan.termijnen.wettelijk import WETTELIJKE_TERMIJNEN

__all__ = ["BriefSoort", "gebreken", "noemt_leeg_budget"]

_BESLISSEND: Final = (Verwijsbrief, Toekenning, Afwijzing)
_ONDERZOEKSPUNTEN: Final = frozenset("abcdefg")
_LEEG_BUDGET: Final = re.compile(
    r"\b(budget|budgetplafond|plafond|geld|pot|begroting)\b[^.!?]{0,40}\b"
    r"(op|leeg|uitgeput|bereikt|overschreden|besteed)\b",
    re.IGNORECASE,
)


def gebreken(brief: Brief) -> list[str]:
    """Every gap in this letter as a Dutch sentence; an empty list means that it may become final."""
    return [*_hoofd(brief), *_hulp(brief), *_per_soort(brief)]


def noemt_leeg_budget(tekst: str) -> bool:
    """Whether a text gives "the money is gone" as a reason, which no law accepts (waarborg 18)."""
    return _LEEG_BUDGET.search(tekst) is not None


def _per_soort(brief: Brief) -> Iterator[str]:
    match brief.inhoud:
        case Ontvangstbevestiging() as inhoud:
            yield from _ontvangst(inhoud)
        case Verslag() as inhoud:
            yield from _verslag(inhoud)
        case Verwijsbrief() as inhoud:
            yield from _verwijsbrief(inhoud, brief)
        case Toekenning() as inhoud:
            yield from _toekenning(inhoud, brief)
        case Afwijzing() as inhoud:
            yield from _afwijzing(inhoud, brief)
        case Rechtsbevestiging() as inhoud:
            yield from _recht(inhoud)
        case Samenbevestiging() as inhoud:
            yield from _samen(inhoud)


def _leeg(*teksten: str) -> bool:
    return any(not tekst.strip() for tekst in teksten)


# Every letter ------------------------------------------------------------------------------------


def _hoofd(brief: Brief) -> Iterator[str]:
    afzender = brief.afzender
    if not afzender.postadres or _leeg(afzender.gemeente, *afzender.postadres):
        yield "De afzender is niet compleet: vul de gemeente en het postadres in."
    if _leeg(brief.kenmerk):
        yield "De brief heeft geen kenmerk."
    if _leeg(brief.contact.naam, brief.contact.telefoon):
        yield "Vul in wie de inwoner kan bellen: naam en telefoonnummer."
    if _leeg(brief.ondertekening.naam, brief.ondertekening.functie):
        yield "Vul in wie de brief ondertekent: naam en functie."
    rust_op_de_awb = isinstance(brief.inhoud, Rechtsbevestiging)
    if brief.inhoud.wet is Wet.ONBEKEND and not rust_op_de_awb:
        yield "Kies eerst de wet waar deze brief op rust: Wmo of Jeugdwet."
    if isinstance(brief.inhoud, _BESLISSEND):
        yield from _mandaat(brief)
    yield from _ontvanger(brief)


def _ontvanger(brief: Brief) -> Iterator[str]:
    ontvanger = brief.ontvanger
    if _leeg(ontvanger.naam):
        yield "Vul in voor wie de brief is."
    if _noemt_adres(brief):
        yield "Het geheime adres staat in de tekst van de brief. Haal het weg."
    if ontvanger.geheim:
        return
    if not ontvanger.adresregels or _leeg(*ontvanger.adresregels):
        yield "Vul het adres van de ontvanger in, of kies voor persoonlijk overhandigen."


def _noemt_adres(brief: Brief) -> bool:
    """Whether the letter holds a line of a secret address, the reader's own or another reader's, however typed."""

    ontvanger = brief.ontvanger
    gedrukt = () if ontvanger.geheim else ontvanger.adresregels
    eigen = ontvanger.adresregels if ontvanger.geheim else ()
    return noemt_een("\n".join((volledige_tekst(brief), *gedrukt)), (*eigen, *ontvanger.verzwegen))


def noemt_een(tekst: str, regels: Iterable[str]) -> bool:
    """Whether a text holds one of these lines, with other spaces, marks or capitals too."""

    def plat(tekst: str) -> str:
        return re.sub(r"[\W_]+", "", tekst).casefold()

    kaal = plat(tekst)
    return any(plat(regel) in kaal for regel in regels if plat(regel))


def _mandaat(brief: Brief) -> Iterator[str]:
    mandaat = brief.ondertekening.mandaat
    if mandaat is None or _leeg(mandaat.besluit, mandaat.vindplaats):
        yield "Er is geen mandaat voor deze brief. De gemeente moet hem ondertekenen."
    elif not mandaat.geldt_op(brief.datum):
        yield f"Het mandaat geldt niet op {voluit(brief.datum)}. De gemeente moet ondertekenen."


def _hulp(brief: Brief) -> Iterator[str]:
    inhoud = brief.inhoud
    if not _compleet(inhoud.clientondersteuning):
        yield "Noem de gratis cliëntondersteuning, met telefoonnummer."
    if inhoud.wet is Wet.JEUGD and not _compleet(inhoud.vertrouwenspersoon):
        yield "Noem de vertrouwenspersoon, met telefoonnummer. Dat moet bij jeugdhulp."


def _compleet(hulplijn: Hulplijn | None) -> bool:
    return hulplijn is not None and not _leeg(hulplijn.naam, hulplijn.telefoon)


# The light road ----------------------------------------------------------------------------------


def _ontvangst(inhoud: Ontvangstbevestiging) -> Iterator[str]:
    if _leeg(inhoud.vraag):
        yield "Schrijf op wat de inwoner vroeg."
    if _leeg(inhoud.wie_belt):
        yield "Vul in wie de inwoner belt."
    if inhoud.belt_uiterlijk < inhoud.melding_datum:
        yield "De dag waarop wij bellen ligt voor de melding."
    if inhoud.wet is Wet.WMO:
        yield from _wmo_datum(
            inhoud.persoonlijk_plan_uiterlijk,
            TermijnSoort.PERSOONLIJK_PLAN_WMO,
            inhoud.melding_datum,
            "de laatste dag voor het persoonlijk plan",
        )
        yield from _wmo_datum(
            inhoud.onderzoek_uiterlijk,
            TermijnSoort.ONDERZOEK_WMO,
            inhoud.melding_datum,
            "de laatste dag van het onderzoek",
        )


def _wmo_datum(datum: date | None, soort: TermijnSoort, melding: date, naam: str) -> Iterator[str]:
    """The law's own date: neither missing, nor another one than the clock gives."""
    hoort = einddatum(WETTELIJKE_TERMIJNEN[soort], melding).datum
    if datum is None:
        yield f"Zet {naam} in de brief: {voluit(hoort)}."
    elif datum != hoort:
        yield f"Er staat {voluit(datum)} als {naam}. Dat moet {voluit(hoort)} zijn."


def _recht(inhoud: Rechtsbevestiging) -> Iterator[str]:
    if inhoud.uiterlijk < inhoud.ontvangen_op:
        yield "De laatste dag om te antwoorden ligt voor de dag van ontvangst."


def _samen(inhoud: Samenbevestiging) -> Iterator[str]:
    if len(inhoud.door) < 2 or _leeg(inhoud.hulp, *inhoud.door):
        yield "Noem over welke hulp is besloten, en allebei de namen."
    yield from _besluit_vragen(inhoud.besluit_vragen)


def _verslag(inhoud: Verslag) -> Iterator[str]:
    if _leeg(inhoud.gesproken_met):
        yield "Schrijf op met wie u sprak."
    if _leeg(inhoud.uitkomst):
        yield "Schrijf op wat er uit het onderzoek kwam."
    if _leeg(inhoud.vervolg):
        yield "Schrijf op hoe het verder gaat."
    if not inhoud.onderwerpen or any(_leeg(deel.kop, deel.tekst) for deel in inhoud.onderwerpen):
        yield "Schrijf bij elk onderwerp op wat u besprak."
    mist = sorted(
        _ONDERZOEKSPUNTEN - {letter for deel in inhoud.onderwerpen for letter in deel.letter}
    )
    if inhoud.wet is Wet.WMO and mist:
        yield (
            "Deze onderwerpen van artikel 2.3.2 lid 4 Wmo missen in het verslag: "
            f"{', '.join(mist)}."
        )
    yield from _besluit_vragen(inhoud.besluit_vragen)


def _verwijsbrief(inhoud: Verwijsbrief, brief: Brief) -> Iterator[str]:
    if _leeg(inhoud.naam_inwoner, inhoud.hulp):
        yield "Vul in voor wie de hulp is, en welke hulp het is."
    if not inhoud.doelen or any(_leeg(doel.tekst) for doel in inhoud.doelen):
        yield "Zet de doelen van de inwoner in de verwijsbrief."
    yield from _omvang(inhoud.omvang)
    if inhoud.minder_is_doel:
        yield from _periode(inhoud.ingang, inhoud.einde)
    elif inhoud.ingang is None:
        yield "Vul de eerste dag van de hulp in."
    if inhoud.aanbieder is None or _leeg(inhoud.aanbieder.naam, inhoud.aanbieder.telefoon):
        yield "Vul in wie de hulp geeft, met telefoonnummer."
    yield from _eigen_bijdrage(inhoud.eigen_bijdrage, inhoud.wet)
    yield from _besluit_vragen(inhoud.besluit_vragen)
    if inhoud.verteld_op is None:
        yield "Vul in wanneer u de inwoner vertelde dat een besluit vragen kan."
    elif inhoud.verteld_op > brief.datum:
        yield "De dag waarop u dit vertelde ligt na de datum van de brief."


def _besluit_vragen(vragen: BesluitVragen | None) -> Iterator[str]:
    if vragen is None or _leeg(vragen.telefoon, vragen.link):
        yield f"Deze regel moet erin: “{BESLUIT_VRAGEN_ZIN}”, met telefoonnummer en link."
    elif not vragen.link.startswith("https://"):
        yield "De link om een besluit te vragen moet beginnen met https://."


def _omvang(omvang: Omvang | None) -> Iterator[str]:
    if omvang is None or omvang.aantal <= 0 or _leeg(omvang.eenheid, omvang.per):
        yield "Vul in hoeveel hulp het is, in uren of dagdelen. De inwoner moet dat kunnen narekenen."


def _periode(ingang: date | None, einde: date | None) -> Iterator[str]:
    if ingang is None or einde is None:
        yield "Vul de eerste en de laatste dag van de hulp in."
    elif einde < ingang:
        yield "De laatste dag van de hulp ligt voor de eerste dag."


def _eigen_bijdrage(bijdrage: EigenBijdrage | None, wet: Wet) -> Iterator[str]:
    if wet is Wet.JEUGD:
        if bijdrage is not None and bijdrage.per_maand != 0:
            yield "Voor jeugdhulp vraagt de gemeente geen eigen bijdrage."
    elif bijdrage is None:
        yield "Schrijf op wat de inwoner betaalt, ook als dat niets is."
    elif bijdrage.per_maand is not None and bijdrage.per_maand < 0:
        yield "De eigen bijdrage kan niet minder dan nul zijn."


# The decisions -----------------------------------------------------------------------------------


def _toekenning(inhoud: Toekenning, brief: Brief) -> Iterator[str]:
    if inhoud.aanvraag is None and inhoud.zonder_aanvraag is None:
        yield "Er is geen aanvraag. Noem de aanvraag, of het artikel waarom die niet nodig is."
    if _leeg(inhoud.voorziening):
        yield "Vul in wat de inwoner krijgt."
    yield from _omvang(inhoud.omvang)
    yield from _periode(inhoud.ingang, inhoud.einde)
    yield from _eigen_bijdrage(inhoud.eigen_bijdrage, inhoud.wet)
    if inhoud.pgb is None and inhoud.aanbieder is None:
        yield "Vul in wie de hulp geeft, of dat het een persoonsgebonden budget is."
    if inhoud.pgb is not None and _leeg(
        inhoud.pgb.tarief, inhoud.pgb.kwaliteit, inhoud.pgb.verantwoording
    ):
        yield "Vul bij het pgb in: het tarief, de kwaliteit en het verantwoorden."
    yield from _besluit(inhoud, brief)


def _afwijzing(inhoud: Afwijzing, brief: Brief) -> Iterator[str]:
    if inhoud.aanvraag is None:
        yield "Er is geen aanvraag. Zonder aanvraag kunt u niets afwijzen."
    if _leeg(inhoud.wel_mogelijk):
        yield "Schrijf op wat wel kan."
    if any(noemt_leeg_budget(deel.tekst) for deel in inhoud.motivering):
        yield "Een leeg budget is geen reden om af te wijzen. Schrijf een andere reden op."
    yield from _registratie(inhoud.professional, inhoud.wet)
    yield from _besluit(inhoud, brief)


def _registratie(professional: Professional | None, wet: Wet) -> Iterator[str]:
    volledig = professional is not None and not _leeg(professional.naam, professional.registratie)
    if wet is Wet.JEUGD and not volledig:
        yield "Noem de geregistreerde jeugdprofessional, met registratienummer."


def _besluit(inhoud: Toekenning | Afwijzing, brief: Brief) -> Iterator[str]:
    aanvraag = inhoud.aanvraag
    if aanvraag is not None:
        if _leeg(aanvraag.door, aanvraag.gevraagd, aanvraag.hoe):
            yield "Vul bij de aanvraag in: wie vroeg, wat, en hoe."
        if aanvraag.datum > brief.datum:
            yield "De aanvraag heeft een datum na het besluit."
    yield from _motivering(inhoud.motivering)
    if not inhoud.grondslagen:
        yield "Noem de wetsartikelen waar het besluit op rust."
    yield from _bezwaar(inhoud.bezwaar, brief.datum)


def _motivering(motivering: tuple[Onderdeel, ...]) -> Iterator[str]:
    if not motivering or any(_leeg(deel.kop, deel.tekst) for deel in motivering):
        yield "Leg bij elk punt uit waarom u dit besluit."


def _bezwaar(bezwaar: Bezwaarclausule | None, bekendmaking: date) -> Iterator[str]:
    if bezwaar is None:
        yield "De uitleg over bezwaar maken mist. Die moet in elk besluit staan."
        return
    if not bezwaar.postadres or _leeg(*bezwaar.postadres):
        yield "Vul in waar de inwoner het bezwaar heen stuurt."
    hoort = einddatum(WETTELIJKE_TERMIJNEN[TermijnSoort.BEZWAAR], bekendmaking).datum
    if bezwaar.laatste_dag != hoort:
        yield (
            f"Bezwaar maken kan tot en met {voluit(hoort)}. "
            f"In de brief staat {voluit(bezwaar.laatste_dag)}."
        )
