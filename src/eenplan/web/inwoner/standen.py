"""Where a question stands, in words: who must do something, what comes next and when. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eenplan.besluiten.api import AanvraagRegel
from eenplan.meldingen.api import MeldingKaart, Toestand
from eenplan.onderzoeken.api import Stand
from eenplan.overgang.api import IndicatieRegel
from eenplan.plannen.api import (
    AFGELOPEN,
    VERWEZEN,
    InzetRegel,
    InzetToestand,
    MijnPlan,
    PlanToestand,
)
from eenplan.platform import klok
from eenplan.termijnen import api as termijnen
from eenplan.termijnen.api import TermijnSoort
from eenplan.uitvoering.api import OpdrachtRegel, OpdrachtToestand
from eenplan.web.bouwstenen import Vervolg
from eenplan.web.opmaak import datum

NIETS = "U hoeft nu niets te doen."
SPIJT = "Dat spijt ons."
NEE_GEZEGD = "U, of iemand anders die dit mag, zei nee tegen deze hulp. Zij begint niet, of stopt."


@dataclass(frozen=True, slots=True)
class Vraagstand:
    """One question: what is going on, whose turn it is, and what follows."""

    kop: str
    zin: str
    aan_zet: str
    stappen: tuple[Vervolg, ...]


def stand(
    vraag: MeldingKaart,
    onderzoek: Stand | None,
    plan: MijnPlan,
    vandaag: date,
    voor: str,
    *,
    besloten: bool = False,
) -> Vraagstand:
    """How this question stands today. `voor`: the name of the child it is about, empty for oneself.

    `besloten`: a decision that was asked for this person has been taken.
    """
    kop = f"De vraag voor {voor}" if voor else "Uw vraag"
    if vraag.toestand is Toestand.ONTVANGEN:
        return _ontvangen(kop, vraag, vandaag)
    wie = vraag.behandelaar_naam or vraag.houder_naam
    if vraag.toestand is Toestand.DOORGEZET:
        stappen = (
            Vervolg(f"{vraag.naar_naam} neemt uw vraag over."),
            Vervolg(f"Tot die tijd helpt {vraag.houder_naam} u."),
        )
        return Vraagstand(kop, f"Uw vraag gaat naar {vraag.naar_naam}.", NIETS, stappen)
    if vraag.toestand is Toestand.AFGEROND or (onderzoek and onderzoek.afgerond_op):
        return _daarna(kop, vraag, plan, wie, besloten=besloten)
    einde = _klaar_voor(vraag)
    afgesproken = _al_afgesproken(vraag, plan)
    if vraag.toestand is Toestand.OPGEPAKT:
        samen = Vervolg("U bespreekt samen wat u nodig hebt.", "" if afgesproken else einde)
        eerst = (_nog_bellen(vraag, wie, vandaag),) if vraag.bellen else ()
        zin = f"{afgesproken}{wie} gaat u helpen."
        return Vraagstand(kop, zin, NIETS, (*eerst, samen))
    stappen = (
        Vervolg(f"U praat met {wie} over wat goed gaat en wat u nodig hebt.", einde),
        Vervolg("U krijgt op papier wat is afgesproken.", "Daarna"),
    )
    zin = f"U zoekt met {wie} uit wat u nodig hebt."
    if afgesproken:
        zin = f"{afgesproken}Met {wie} zoekt u uit of er meer nodig is."
    return Vraagstand(kop, zin, NIETS, stappen)


def _al_afgesproken(vraag: MeldingKaart, plan: MijnPlan) -> str:
    """Help that was arranged already, in a sentence with a space after it; empty when there is none."""
    hulp = [i.wat for i in _hulp_voor(vraag, plan) if i.toestand is InzetToestand.LOOPT]
    return f"Dit is al afgesproken: {', '.join(hulp)}. " if hulp else ""


def _hulp_voor(vraag: MeldingKaart, plan: MijnPlan) -> list[InzetRegel]:
    return [i for d in plan.doelen for i in d.inzet if i.persoon == vraag.persoon]


def _nog_bellen(vraag: MeldingKaart, wie: str, vandaag: date) -> Vervolg:
    op = vraag.bellen
    uiterlijk = f"Uiterlijk {datum(op)}" if op and op >= vandaag else ""
    return Vervolg(f"{wie} belt u en maakt een afspraak.", uiterlijk)


def _ontvangen(kop: str, vraag: MeldingKaart, vandaag: date) -> Vraagstand:
    if vraag.bel_uiterlijk < vandaag:
        zin = f"Wij hadden u uiterlijk {datum(vraag.bel_uiterlijk)} moeten bellen. {SPIJT}"
        bel = (Vervolg(f"Bel {vraag.houder_naam}: {vraag.houder_telefoon}.", "Nu"),)
        return Vraagstand(kop, zin, "U kunt ons bellen. U kunt ook wachten tot wij bellen.", bel)
    stappen = (
        Vervolg(
            f"Iemand van {vraag.houder_naam} belt u.", f"Uiterlijk {datum(vraag.bel_uiterlijk)}"
        ),
        Vervolg("U bespreekt samen wat u nodig hebt.", "Daarna"),
    )
    return Vraagstand(kop, f"{vraag.houder_naam} heeft uw vraag en belt u.", NIETS, stappen)


def _daarna(
    kop: str, vraag: MeldingKaart, plan: MijnPlan, wie: str, *, besloten: bool
) -> Vraagstand:
    if besloten and all(i.toestand in AFGELOPEN for i in _hulp_voor(vraag, plan)):
        eens = Vervolg("Bent u het niet eens met het besluit? In de brief staat wat u kunt doen.")
        bel = Vervolg(f"U kunt {wie} altijd bellen.")
        return Vraagstand(kop, "Er is een besluit. U leest het in de brief.", NIETS, (eens, bel))
    if not plan.doelen:
        stappen = (Vervolg("U krijgt een brief met wat is afgesproken."),)
        return Vraagstand(kop, f"U hebt met {wie} besproken wat u nodig hebt.", NIETS, stappen)
    nu = [
        Vervolg(f"Over {i.wat}: {zin[:1].lower()}{zin[1:]}")
        for i in _hulp_voor(vraag, plan)
        if (zin := bezig(i))
    ]
    terug = plan.kop.evaluatie_op if plan.kop else None
    stap = (
        Vervolg("U kijkt samen terug: helpt het?", datum(terug))
        if terug
        else Vervolg(f"{wie} spreekt met u af wanneer u samen terugkijkt.")
    )
    return Vraagstand(kop, _over_het_plan(plan, wie), NIETS, (*nu, stap))


def _over_het_plan(plan: MijnPlan, wie: str) -> str:
    """Only what people agreed on is a plan: before that they make one."""
    if plan.kop and plan.kop.toestand in (PlanToestand.CONCEPT, PlanToestand.VOORGELEGD):
        return f"U maakt met {wie} een plan. Daarin komt te staan wie wat doet."
    return "Er is een plan. Daarin staat wie wat doet."


def _klaar_voor(vraag: MeldingKaart) -> str:
    """The last day of the six weeks, where the law sets them (Wmo 2015 art. 2.3.2 lid 1)."""
    if vraag.wet == "jeugd":
        return ""
    begin = klok.dag(vraag.ontvangen_op)
    regel = termijnen.wettelijke_regel(TermijnSoort.ONDERZOEK_WMO, begin)
    return f"Klaar uiterlijk {datum(termijnen.einddatum(regel, begin).datum)}"


def indicatiestand(regel: IndicatieRegel, contact: str, vandaag: date) -> Vraagstand | None:
    """Of an indication that stands: until when, when one talks about what comes after, and who may come along (D16).

    None once that conversation began: then it is a question like any other.
    """
    if regel.gesproken_op is not None:
        return None
    mee = ", ".join(filter(None, (regel.begeleider_naam, regel.begeleider_organisatie)))
    samen = f" {mee} mag daarbij zijn." if mee else " U mag iemand meenemen."
    if regel.tot < vandaag:
        zin = f"{regel.wat[:1].upper()}{regel.wat[1:]} liep tot en met {datum(regel.tot)}."
    else:
        zin = f"{regel.wat[:1].upper()}{regel.wat[1:]} gaat gewoon door, tot en met {datum(regel.tot)}."
    gesprek = f"U praat met {contact} over de hulp daarna.{samen}"
    wanneer = datum(regel.gesprek_op) if regel.gesprek_op >= vandaag else ""
    return Vraagstand("Uw oude indicatie", zin, NIETS, (Vervolg(gesprek, wanneer),))


def besluitstand(regel: AanvraagRegel, vandaag: date, voor: str) -> Vraagstand:
    """A decision that was asked: who decides and by when at the latest."""
    kop = f"Het besluit voor {voor}" if voor else "Uw besluit"
    beslisser = f"{regel.beslist_naam[:1].upper()}{regel.beslist_naam[1:]}"
    zin = f"U vroeg een besluit. {regel.dag(vandaag)} {beslisser} beslist."
    uiterlijk = f"Uiterlijk {datum(regel.uiterlijk)}"
    stappen = (Vervolg("U krijgt een brief met het besluit.", uiterlijk),)
    return Vraagstand(kop, zin, NIETS, stappen)


def is_zonder_papier_beslist(inzet: InzetRegel) -> bool:
    """Whether something was decided about help of an organisation, and no letter tells it."""
    return (
        inzet.laag in VERWEZEN
        and not inzet.is_oud_recht
        and inzet.besluit is not None
        and (inzet.besluit.beslissing.document, inzet.besluit.beslissing.vervolg)
        == ("geen", "geen")
    )


def samenstand(inzet: InzetRegel, voor: str) -> Vraagstand | None:
    """What was decided about help of an organisation without a beschikking: by whom, when, and what one can still do.

    None for help on which nothing was decided in this way, and for help that began and is over.
    """
    besluit = inzet.besluit
    if besluit is None or not is_zonder_papier_beslist(inzet):
        return None
    niet_nodig = besluit.situatie["oordeel_team"] == "niet_nodig"
    if inzet.toestand in AFGELOPEN and not niet_nodig:
        return None
    wat = "deze hulp is nu niet nodig" if niet_nodig else "u krijgt deze hulp"
    zin = f"Besloten op {datum(klok.dag(besluit.moment))} door {besluit.door}: {wat}."
    oneens = Vervolg("Bent u het niet eens? Of wilt u een besluit op papier? Dat kan altijd.")
    return Vraagstand(_kop(inzet, voor), zin, NIETS, (oneens,))


def _kop(inzet: InzetRegel, voor: str) -> str:
    return f"{inzet.wat[:1].upper()}{inzet.wat[1:]}{f', voor {voor}' if voor else ''}"


def beginstand(
    inzet: InzetRegel, opdracht: OpdrachtRegel | None, voor: str, contact: str, vandaag: date
) -> Vraagstand | None:
    """Between asking and beginning: who is to answer, or who begins on which day, and whom one can call until then.

    None for help that began, is over, or for which nobody was asked.
    """
    if inzet.wil_niet_meer:
        gaat = (Vervolg(f"{contact} belt hierover, en spreekt af hoe het verdergaat."),)
        return Vraagstand(_kop(inzet, voor), NEE_GEZEGD, NIETS, gaat)
    if opdracht is None or inzet.is_oud_recht or inzet.toestand is not InzetToestand.LOOPT:
        return None
    naam = f"{opdracht.organisatie_naam[:1].upper()}{opdracht.organisatie_naam[1:]}"
    zin, stap = "", Vervolg(f"Tot die tijd kunt u bellen met {contact}.")
    match opdracht.toestand:
        case OpdrachtToestand.GEVRAAGD:
            zin = f"{naam} is gevraagd om te helpen, en laat weten wanneer dat begint."
        case OpdrachtToestand.AANGENOMEN if opdracht.begint_op and opdracht.begint_op >= vandaag:
            zin = f"{naam} gaat u helpen, vanaf {datum(opdracht.begint_op)}."
            bel = f"{opdracht.contact_naam} {opdracht.contact_telefoon}".strip() or contact
            stap = Vervolg(f"Hebt u vragen over deze hulp? Bel {bel}.")
        case OpdrachtToestand.TERUGGEGEVEN:
            zin = f"{naam} kan deze hulp niet geven."
            stap = Vervolg(f"{contact} zoekt met u iets anders.")
    return Vraagstand(_kop(inzet, voor), zin, NIETS, (stap,)) if zin else None


BEZIG = {
    "overleg": "Hierover wordt eerst overlegd. Er is niets geweigerd.",
    "zoek_ander_aanbod": "Dit paste niet. Uw contactpersoon zoekt met u iets anders.",
    "wijs_op_beschikking": "U bent het hier niet mee eens. U kunt altijd een besluit vragen.",
    "naar_consulent": "De consulent van de gemeente kijkt mee of deze hulp past.",
    "aanvraag": "De gemeente beslist hierover.",
    "contact": "Er komt eerst iemand bij u langs om te praten.",
}
"""What goes on with help that is not settled, by what the policy asks first: nobody need guess whose turn it is."""


def bezig(inzet: InzetRegel) -> str:
    """What happens now with help that was talked about and not settled; empty where nothing stands in between."""
    if inzet.toestand is not InzetToestand.VOORGESTELD or inzet.besluit is None:
        return ""
    return BEZIG.get(inzet.besluit.beslissing.vervolg, "")


HULPSTAND = {
    InzetToestand.VOORGESTELD: ("Nog niet begonnen", ""),
    InzetToestand.BESLUIT: ("Wacht op een besluit", "let-op"),
    InzetToestand.LOOPT: ("Begonnen", "goed"),
    InzetToestand.BEEINDIGD: ("Klaar", "goed"),
    InzetToestand.NIET_DOORGEGAAN: ("Gaat niet door", ""),
}


def hulpstand(
    inzet: InzetRegel,
    vandaag: date,
    opdracht: OpdrachtRegel | None = None,
    *,
    kiest_nog: bool = False,
) -> tuple[str, str]:
    """How a piece of help stands, in words a resident uses, with its tone; `opdracht`: with who was asked to give it.

    Help that may begin has not begun while nobody accepted it, or while who gives it is still to be chosen.
    """
    if inzet.wil_niet_meer:
        return "Niet akkoord", "let-op"
    if inzet.is_oud_recht and inzet.toestand is InzetToestand.LOOPT:
        return "Loopt door", "goed"
    loopt = inzet.toestand is InzetToestand.LOOPT
    beloofd = not kiest_nog and (opdracht is None or opdracht.toegezegd)
    begin = (opdracht.eerste_dag if opdracht else None) or inzet.van
    if loopt and beloofd and begin and begin > vandaag:
        return f"Begint op {datum(begin)}", "info"
    if loopt and (not beloofd or (opdracht and opdracht.toestand is OpdrachtToestand.AANGENOMEN)):
        return HULPSTAND[InzetToestand.VOORGESTELD]
    return HULPSTAND[inzet.toestand]
