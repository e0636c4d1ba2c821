"""How a case of somebody who disagreed stands and ended, in words for who brought it. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.text import capfirst

from eenplan.rechtsbescherming.api import MET_BEVESTIGING, WEGEN, Toestand, Uitkomst, Weg, ZaakRegel
from eenplan.web.bouwstenen import Vervolg
from eenplan.web.opmaak import datum

STAND = {
    Toestand.ONTVANGEN: "{partij} leest wat u schreef.",
    Toestand.IN_BEHANDELING: "{wie} is ermee bezig.",
    Toestand.AFGEHANDELD: "Dit is klaar.",
    Toestand.INGETROKKEN: "U trok dit in.",
}
UITKOMST: Mapping[Uitkomst, str] = {
    Uitkomst.UITGELEGD: "Wij legden het u uit.",
    Uitkomst.ZELFDE_OORDEEL: "Wij keken opnieuw en vinden hetzelfde.",
    Uitkomst.ANDER_OORDEEL: "Wij keken opnieuw en vinden nu iets anders.",
    Uitkomst.OPGELOST: "Wij losten het samen op.",
    Uitkomst.GEGROND: "U krijgt gelijk.",
    Uitkomst.DEELS_GEGROND: "U krijgt voor een deel gelijk.",
    Uitkomst.ONGEGROND: "U krijgt geen gelijk.",
    Uitkomst.NIET_ONTVANKELIJK: "Wij keken niet naar wat u zei. Hieronder staat waarom.",
}
NAAR_DE_RECHTER = Vervolg(
    "Bent u het niet eens met deze beslissing? Dan kunt u naar de rechtbank. Dat heet beroep. In de brief staat waar.",
    "Binnen zes weken na de brief",
)
DAARNA: Mapping[Weg, tuple[Vervolg, ...]] = {
    Weg.UITLEG: (Vervolg("Begrijpt u het nog niet, of bent u het niet eens? Zeg het ons weer."),),
    Weg.TWEEDE_MENING: (Vervolg("Bent u het niet eens? U kunt altijd een besluit vragen."),),
    Weg.KLACHT: (
        Vervolg(
            "Bent u niet tevreden? Dan kunt u gratis naar de ombudsman. Vraag ons waar u die vindt."
        ),
    ),
    Weg.BEZWAAR: (Vervolg("U krijgt de beslissing ook in een brief."), NAAR_DE_RECHTER),
}
"""What one can do after an answer (Awb 6:7, 8:1 and 9:12 lid 2)."""
BEVESTIGD = (Vervolg("U krijgt een brief waarin staat dat wij dit hebben ontvangen."),)
NIEUW_BESLUIT = Vervolg("De gemeente beslist opnieuw over wat u vroeg.")
GELIJK = (Uitkomst.GEGROND, Uitkomst.DEELS_GEGROND)


def stand(regel: ZaakRegel) -> str:
    """Who has it now, in a sentence."""
    wie = regel.behandelaar_naam or regel.partij_naam
    return capfirst(STAND[regel.toestand].format(partij=regel.partij_naam, wie=wie))


def is_klaar(regel: ZaakRegel) -> bool:
    """Whether nobody works on it any more."""
    return regel.toestand in (Toestand.AFGEHANDELD, Toestand.INGETROKKEN)


def uitkomst(regel: ZaakRegel) -> str:
    """What came of it; empty while it runs, and when it was withdrawn."""
    return UITKOMST[regel.uitkomst] if regel.uitkomst else ""


def hierna(regel: ZaakRegel) -> tuple[Vervolg, ...]:
    """What comes next: the answer with its last day, or after the answer what one can still do."""
    if regel.uitkomst is None:
        uiterlijk = f"Uiterlijk {datum(regel.uiterlijk)}"
        if is_klaar(regel):
            return ()
        bevestigd = (
            BEVESTIGD
            if regel.weg in MET_BEVESTIGING and regel.toestand is Toestand.ONTVANGEN
            else ()
        )
        return (*bevestigd, Vervolg("U hoort wat eruit komt.", uiterlijk))
    opnieuw = regel.weg is Weg.BEZWAAR and regel.uitkomst in GELIJK
    return (*((NIEUW_BESLUIT,) if opnieuw else ()), *DAARNA[regel.weg])


def naam(regel: ZaakRegel) -> str:
    """What the case is called: bezwaar van 2 maart 2026."""
    return f"{WEGEN[regel.weg].naam} van {datum(regel.ontvangen_op)}"
