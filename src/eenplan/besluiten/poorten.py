"""The gates at "make final": each asks one thing the law wants to see, and stops the paper, never the help (X13).

A gate is a function from facts to a sentence that says what to do, or None. Rows of the guards: 1, 3, 4, 5, 9, 11, 18,
19, 20 (docs/waarborgen.md).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eenplan.berichten.regels import noemt_leeg_budget
from eenplan.plannen.regels import en
from eenplan.platform.flow import Flow, Stap
from eenplan.termijnen.kalender import voluit

from .feiten import StukFeiten
from .onderbouwing import OPZET
from .regels import (
    AFWIJKING,
    BESCHIKKINGEN,
    WETTEN,
    Afwijsgrond,
    StukSoort,
    Toestand,
    motivering_vragen,
    tegenspraak,
)

Toets = Callable[[StukFeiten], str | None]


@dataclass(frozen=True, slots=True)
class Poort:
    """One gate as the screen shows it: open, or shut with what to do."""

    sleutel: str
    naam: str
    artikel: str
    ok: bool
    zin: str


@dataclass(frozen=True, slots=True)
class _Poortregel:
    sleutel: str
    naam: str
    artikel: str
    toets: Toets
    voor: frozenset[StukSoort] = frozenset(StukSoort)


def wet_bekend(f: StukFeiten) -> str | None:
    """Row 20: a decision rests on a law, and says which."""
    return None if f.wet in WETTEN else "Kies eerst de wet: Wmo of Jeugdwet."


def jeugd_boven_18(f: StukFeiten) -> str | None:
    """Row 20: past 18 youth help is possible in a few cases only, and the paper says which."""
    if f.wet != "jeugd" or f.leeftijd is None or f.leeftijd < 18 or f.grond_boven_18.strip():
        return None
    return "Deze persoon is 18 of ouder. Schrijf op waarom jeugdhulp toch kan."


def mandaat(f: StukFeiten) -> str | None:
    """Row 3: in writing, in force, of the right kind and law, for whoever signs."""
    if f.heeft_mandaat and f.mag_tekenen:
        return None
    if not f.heeft_mandaat:
        return "Er is geen geldig mandaat voor deze brief. De gemeente maakt hem af."
    return f"{f.beslisser} neemt dit besluit en maakt de brief af."


def aanvraag(f: StukFeiten) -> str | None:
    """Row 4: no decision without an aanvraag; who asks nothing cannot be refused anything."""
    if f.aanvraag_vanaf is not None or _spoed(f):
        return None
    if f.soort is StukSoort.AFWIJZING:
        return (
            "Er is geen aanvraag, dus u kunt niets afwijzen. Leg vast wat de inwoner vraagt. "
            "Vraagt de inwoner niets? Sluit dan af zonder besluit."
        )
    return "Er is nog geen aanvraag. Leg vast wie wat vraagt, wanneer en hoe."


def aanvraag_geldt(f: StukFeiten) -> str | None:
    """Row 5: under the Wmo a request is no aanvraag before the investigation is done or six weeks have passed.

    Said also before anybody recorded a request: who must do something first hears it first.
    """
    vanaf = f.aanvraag_vanaf or f.kan_vanaf
    if vanaf is None or vanaf <= f.op or _spoed(f):
        return None
    eerst = "Rond eerst het onderzoek af."
    if f.wie_onderzoekt:
        eerst = f"{f.wie_onderzoekt} rondt eerst het onderzoek af."
    return (
        f"{eerst} Dan is er een aanvraag, en kan het besluit weg. "
        f"Is het onderzoek op {voluit(vanaf)} nog niet klaar? Dan kan het vanaf die dag."
    )


def geen_open_aanvraag(f: StukFeiten) -> str | None:
    """Row 1: what somebody signed and asked is an aanvraag; then the light paper will not do."""
    if not f.heeft_open_aanvraag:
        return None
    return (
        "De inwoner heeft hierover een besluit gevraagd. Neem een besluit in plaats van deze brief."
    )


def doelen(f: StukFeiten) -> str | None:
    """U6, U16: the referral carries the goals of the plan."""
    return None if f.doelen else "Zet eerst in het plan welk doel bij deze hulp hoort."


def omvang(f: StukFeiten) -> str | None:
    """Row 1: how much, so that the resident can count it."""
    return None if f.omvang else "Vul in hoeveel hulp het is, in uren of dagdelen."


def periode(f: StukFeiten) -> str | None:
    """Row 1: from when until when; in the last phase of life nobody is asked for a last day (D6)."""
    if f.zonder_einde and f.einde is None:
        return None if f.ingang else "Vul de eerste dag van de hulp in."
    if f.ingang is None or f.einde is None:
        return "Vul de eerste en de laatste dag van de hulp in."
    return "De laatste dag van de hulp ligt voor de eerste dag." if f.einde < f.ingang else None


def aanbieder(f: StukFeiten) -> str | None:
    """Somebody gives the help, and can be called."""
    return None if f.aanbieder else "Kies in het plan wie de hulp geeft."


def besluit_vragen(f: StukFeiten) -> str | None:
    """Row 1: the line that a decision can always be asked, with how."""
    return (
        None
        if f.kan_besluit_vragen
        else "Het is niet bekend hoe de inwoner een besluit kan vragen."
    )


def verteld(f: StukFeiten) -> str | None:
    """Row 1: and it was told, on a day."""
    if f.verteld_op is None:
        return "Vertel de inwoner dat een besluit vragen kan, en vul in wanneer u dat deed."
    return "De dag waarop u dit vertelde ligt in de toekomst." if f.verteld_op > f.op else None


def toestemming(f: StukFeiten) -> str | None:
    """Row 11: youth and parents with authority agree first (Jw 7.3.4, 7.3.5, 7.3.15)."""
    if f.wet != "jeugd" or not f.akkoorden_open:
        return None
    return f"Nog geen akkoord van {en(f.akkoorden_open)}."


def bijdrage(f: StukFeiten) -> str | None:
    """Row 9: none for youth help, and otherwise an amount from the dated table, never a guess."""
    if f.wet == "jeugd":
        return (
            "Voor jeugdhulp vraagt de gemeente geen eigen bijdrage."
            if f.bijdrage_gevraagd
            else None
        )
    return (
        None
        if f.bijdrage_bekend
        else "Het is niet bekend wat de inwoner betaalt, ook als dat niets is."
    )


def clausule(f: StukFeiten) -> str | None:
    """Awb 3:45: until when and where one can object."""
    return None if f.bezwaarclausule else "Het is niet bekend waar de inwoner bezwaar kan maken."


def gehoord(f: StukFeiten) -> str | None:
    """Row 4: hear somebody before refusing (Awb 4:7)."""
    if f.gehoord_op is None:
        return "Vraag de inwoner eerst om een reactie op wat u wilt besluiten, en schrijf op wanneer dat was."
    return "De dag van het gesprek ligt in de toekomst." if f.gehoord_op > f.op else None


def gemotiveerd(f: StukFeiten) -> str | None:
    """Awb 3:46: each element answered, the ground chosen, and what is possible instead."""
    leeg = [v.kop for v in motivering_vragen(f.wet) if not f.motivering.get(v.sleutel, "").strip()]
    if leeg:
        return f"Leg uit waarom. Nog leeg: {en(tuple(f'“{kop}”' for kop in leeg))}."
    if f.grond is None:
        return "Leg uit waarom. Lees na wat er al staat, en kies waarop de afwijzing rust."
    return None if f.wel_mogelijk.strip() else "Schrijf op wat wel kan."


def toegelicht(f: StukFeiten) -> str | None:
    """Awb 3:46 for a grant: why this help is needed."""
    return (
        None
        if any(tekst.strip() for tekst in f.motivering.values())
        else "Leg uit waarom deze hulp nodig is."
    )


def nagelezen(f: StukFeiten) -> str | None:
    """Awb 3:46: the reasons are of who decides; what the file wrote down is where they begin."""
    opzet = {sleutel for sleutel, tekst in f.motivering.items() if OPZET in tekst}
    koppen = tuple(f"“{v.kop}”" for v in motivering_vragen(f.wet) if v.sleutel in opzet)
    bij = f" bij {en(koppen)}" if koppen else ""
    return f"Maak van de opzet{bij} uw eigen uitleg." if opzet else None


def anders_dan_onderzoek(f: StukFeiten) -> str | None:
    """Awb 3:46, Wmo 2.3.5 lid 3: who decides otherwise than the investigation concluded, says why in the letter."""
    if f.soort is StukSoort.AFWIJZING and f.grond is None:
        return None  # the ground that is still to be chosen may be one that does not contradict it
    verschilt = tegenspraak(f.soort, f.grond, f.onderzoek_oordeel)
    if not verschilt or f.motivering.get(AFWIJKING, "").strip():
        return None
    return "Leg uit waarom u anders beslist dan het onderzoek."


def geen_leeg_budget(f: StukFeiten) -> str | None:
    """Row 18: an empty pot is no ground to refuse."""
    teksten = (*f.motivering.values(), f.wel_mogelijk)
    if not any(noemt_leeg_budget(tekst) for tekst in teksten):
        return None
    return "Een leeg budget is geen reden om af te wijzen. Schrijf een andere reden op."


def niet_alleen_het_aanbod(f: StukFeiten) -> str | None:
    """Row 2: at the consulent it is no reason that the offer which was declined is there (ECLI:NL:RBLIM:2018:4613)."""
    if not f.na_consulent or f.grond is not Afwijsgrond.ANDER_AANBOD:
        return None
    return (
        "Dat er al een aanbod is, is geen reden om af te wijzen: dat aanbod wilde de inwoner niet. "
        "Kies waarom deze hulp niet nodig is."
    )


def tweede_lezer(f: StukFeiten) -> str | None:
    """Row 19: who decides and also gives the help does not refuse alone (Awb 2:4, 3:9)."""
    if not f.beslisser_is_aanbieder or f.tweede_lezer:
        return None
    return f"{f.beslisser} geeft ook de hulp. Laat eerst iemand zonder belang meelezen."


def jeugdprofessional(f: StukFeiten) -> str | None:
    """Row 3: a refusal under the Jeugdwet names a registered professional (Jw 2.7 lid 2, 2.14)."""
    if f.wet != "jeugd" or (f.professional.strip() and f.registratie.strip()):
        return None
    return "Noem de geregistreerde jeugdprofessional die heeft meebeslist, met registratienummer."


def _spoed(f: StukFeiten) -> bool:
    """The one exception here: temporary help that cannot wait (Wmo 2.3.3)."""
    return f.spoed and f.wet == "wmo" and f.soort is StukSoort.TOEKENNING


_LICHT = frozenset({StukSoort.VERWIJSBRIEF})
_TOEKENNEN = frozenset({StukSoort.TOEKENNING})
_AFWIJZEN = frozenset({StukSoort.AFWIJZING})
_HULP = _LICHT | _TOEKENNEN

REGELS: tuple[_Poortregel, ...] = (
    _Poortregel("wet", "De wet is bekend", "Awb 3:46 en 3:47", wet_bekend),
    _Poortregel(
        "boven_18", "Jeugdhulp past bij de leeftijd", "Jeugdwet 1.1", jeugd_boven_18, _HULP
    ),
    _Poortregel("aanvraag", "Er is een aanvraag", "Awb 1:3 en 4:1", aanvraag, BESCHIKKINGEN),
    _Poortregel(
        "aanvraag_geldt", "De aanvraag geldt nu", "Wmo 2.3.2 lid 9", aanvraag_geldt, BESCHIKKINGEN
    ),
    _Poortregel(
        "geen_open_aanvraag",
        "Er is geen besluit gevraagd",
        "Wmo 2.3.5 lid 1 en 2",
        geen_open_aanvraag,
        _LICHT,
    ),
    _Poortregel("doelen", "De doelen staan erin", "Awb 3:46", doelen, _LICHT),
    _Poortregel("omvang", "Er staat hoeveel hulp het is", "Wmo 2.3.5 lid 3", omvang, _HULP),
    _Poortregel("periode", "Er staat hoe lang de hulp duurt", "Wmo 2.3.5 lid 3", periode, _HULP),
    _Poortregel("aanbieder", "Er staat wie de hulp geeft", "Wmo 2.3.5", aanbieder, _HULP),
    _Poortregel(
        "toestemming",
        "Iedereen die akkoord moet geven, is akkoord",
        "Jeugdwet 7.3.4 en 7.3.5",
        toestemming,
        _HULP,
    ),
    _Poortregel(
        "bijdrage", "Er staat wat de inwoner betaalt", "Wmo 2.1.4 en 2.1.4a", bijdrage, _HULP
    ),
    _Poortregel(
        "besluit_vragen",
        "Er staat hoe een besluit kan worden gevraagd",
        "Wmo 2.3.5",
        besluit_vragen,
        _LICHT,
    ),
    _Poortregel("verteld", "De inwoner weet dat een besluit kan", "Wmo 2.3.5", verteld, _LICHT),
    _Poortregel("gehoord", "De inwoner kon reageren", "Awb 4:7", gehoord, _AFWIJZEN),
    _Poortregel("motivering", "Er staat waarom", "Awb 3:46", gemotiveerd, _AFWIJZEN),
    _Poortregel("toelichting", "Er staat waarom", "Awb 3:46", toegelicht, _TOEKENNEN),
    _Poortregel("nagelezen", "De uitleg is van wie beslist", "Awb 3:46", nagelezen, BESCHIKKINGEN),
    _Poortregel(
        "anders_dan_onderzoek",
        "Er staat waarom dit anders is dan het onderzoek",
        "Awb 3:46; Wmo 2.3.5 lid 3",
        anders_dan_onderzoek,
        BESCHIKKINGEN,
    ),
    _Poortregel(
        "geen_leeg_budget",
        "Geld is niet de reden",
        "Wmo 2.3.5 lid 3; Jeugdwet 2.3",
        geen_leeg_budget,
        _AFWIJZEN,
    ),
    _Poortregel(
        "niet_alleen_aanbod",
        "Het aanbod zelf is niet de reden",
        "Wmo 2.3.5 lid 3; ECLI:NL:RBLIM:2018:4613",
        niet_alleen_het_aanbod,
        _AFWIJZEN,
    ),
    _Poortregel(
        "tweede_lezer",
        "Niemand wijst zijn eigen hulp alleen af",
        "Awb 2:4 en 3:9",
        tweede_lezer,
        _AFWIJZEN,
    ),
    _Poortregel(
        "jeugdprofessional",
        "Een geregistreerde jeugdprofessional besliste mee",
        "Jeugdwet 2.7 lid 2 en 2.14",
        jeugdprofessional,
        _AFWIJZEN,
    ),
    _Poortregel("clausule", "Er staat hoe bezwaar maken kan", "Awb 3:45", clausule, BESCHIKKINGEN),
    _Poortregel("mandaat", "Wie tekent, mag dat", "Awb 10:3 tot en met 10:5", mandaat),
)


def poorten(feiten: StukFeiten) -> list[Poort]:
    """Every gate this kind of paper passes, in the order in which one does the work."""
    uitkomsten = [(regel, regel.toets(feiten)) for regel in REGELS if feiten.soort in regel.voor]
    return [
        Poort(regel.sleutel, regel.naam, regel.artikel, zin is None, zin or "")
        for regel, zin in uitkomsten
    ]


def _alle_open(feiten: StukFeiten) -> str | None:
    dicht = [poort.zin for poort in poorten(feiten) if not poort.ok]
    return " ".join(dicht) or None


STUK: Flow[StukFeiten, Toestand] = Flow(
    naam="Stuk",
    start=Toestand.CONCEPT,
    eigenaar={
        Toestand.CONCEPT: "wie het besluit neemt of verwijst",
        Toestand.VERZONDEN: "de inwoner: een besluit vragen of bezwaar maken",
        Toestand.VERVALLEN: "niemand: er kwam een ander stuk",
    },
    stappen=(
        Stap("maak_definitief", Toestand.CONCEPT, Toestand.VERZONDEN, (_alle_open,)),
        Stap("vervalt", Toestand.CONCEPT, Toestand.VERVALLEN),
    ),
)
