"""The policy's answer in plain Dutch: what follows, who decides, when it starts, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from eenplan.beleid.api import Beslissing, Toegangsmodel, Wetboek
from eenplan.beleid.woordenschat import Start
from eenplan.plannen.api import INFORMEEL, InzetRegel
from eenplan.platform.scope import Scope
from eenplan.web import opmaak
from eenplan.web.bouwstenen import RegelUitleg, Rij, Vervolg, Waarom

MAG_BEGINNEN = "De hulp kan meteen beginnen"
BESLISSERS: Mapping[str, str] = {
    "buurtteam": "het buurtteam",
    "toegangspartij": "wie de vraag behandelt",
    "wijkteam": "het wijkteam",
    "consortium": "de organisatie die de hulp regelt",
    "stand_by": "de organisatie die de hulp regelt",
    "consulent": "de consulent van de gemeente",
    "gemeente": "de gemeente",
    "samen": "jullie samen met de gemeente",
    "verwijzer": "wie verwees",
    "outreachteam": "het team dat contact zoekt",
    "aanbieder": "de aanbieder",
}
BESLOTEN: Mapping[str, str] = {
    "toekenningsbeschikking": "Er is een besluit: dit is toegekend",
    "afwijzingsbeschikking": "Er is een besluit: dit is niet toegekend",
}
VERVOLGTITEL: Mapping[str, str] = {
    "overleg": "Overleg eerst. Er wordt niets geweigerd",
    "zoek_ander_aanbod": "Zoek samen naar ander aanbod",
    "wijs_op_beschikking": "Vertel dat een besluit kan worden gevraagd",
    "naar_consulent": "De consulent kijkt mee",
    "aanvraag": "De gemeente beslist op een aanvraag",
    "contact": "Zoek eerst contact",
}
VERVOLGKNOP: Mapping[str, str] = {
    "overleg": "Zet het overleg klaar",
    "zoek_ander_aanbod": "Zet dit op mijn lijst",
    "wijs_op_beschikking": "Zet dit op mijn lijst",
    "naar_consulent": "Vraag de consulent",
    "aanvraag": "Geef door aan de gemeente",
    "contact": "Zet dit op mijn lijst",
}


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """One answer of the policy as a person reads it; `knop` says what happens when pressed."""

    titel: str
    knop: str
    feiten: tuple[Rij, ...]
    daarna: tuple[Vervolg, ...]


@dataclass(frozen=True, slots=True)
class Helper:
    """Who will help, as far as it matters for what happens next.

    `naam`: empty for the own network and the own organisation. `op_lijst`: the question comes on a list in Eenplan;
    a name that was only typed has none, so nobody there can answer.
    """

    naam: str = ""
    op_lijst: bool = False


def helper_van(inzet: InzetRegel, scope: Scope) -> Helper:
    """Who will give this help, as who asks reads it: who gives it personally need not be told to call themselves."""
    if inzet.organisatie is None:
        zelf = inzet.laag in INFORMEEL or inzet.wie == scope.naam
        return Helper() if zelf else Helper(inzet.wie)
    eigen = inzet.organisatie == scope.organisatie_id
    return Helper("" if eigen else inzet.wie, op_lijst=True)


def uitkomst(
    beslissing: Beslissing,
    *,
    helper: Helper,
    vanaf: date | None,
    na_akkoord: bool = False,
    besloten: bool = False,
) -> Uitkomst:
    """What the answer means. `na_akkoord`: somebody must still agree before this help may begin.

    `besloten`: the decision it asked for has been taken.
    """
    titel, knop = _titel(beslissing, helper.naam)
    if besloten:
        titel = BESLOTEN.get(beslissing.document, titel)
    if na_akkoord and titel == MAG_BEGINNEN:
        titel = "De hulp kan beginnen als iedereen akkoord is"
    return Uitkomst(
        titel,
        knop,
        _feiten(beslissing, helper, na_akkoord),
        tuple(_daarna(beslissing, helper, vanaf)),
    )


def _titel(b: Beslissing, organisatie: str) -> tuple[str, str]:
    if b.vervolg != "geen":
        return VERVOLGTITEL[b.vervolg], VERVOLGKNOP[b.vervolg]
    if b.document == "verwijsbrief":
        naar = f" naar {organisatie}" if organisatie else ""
        return f"Er gaat een verwijsbrief{naar}", f"Verwijs{naar}"
    if b.document == "afwijzingsbeschikking":
        return "Er komt een besluit: dit wordt niet toegekend", "Laat het besluit klaarzetten"
    if b.document == "toekenningsbeschikking":
        begin = "De hulp begint meteen, het besluit volgt" if b.start == "direct" else ""
        return begin or "Er komt eerst een besluit", "Laat het besluit klaarzetten"
    if b.start == "na_akkoord":
        return "De hulp begint als u en de inwoner allebei akkoord zijn", "Wij zijn allebei akkoord"
    return MAG_BEGINNEN, "Laat de hulp beginnen"


_PAPIER: Mapping[str, str] = {
    "geen": "Geen brief en geen besluit nodig",
    "verwijsbrief": "Een verwijsbrief",
    "toekenningsbeschikking": "Een besluit dat de hulp toekent",
    "afwijzingsbeschikking": "Een besluit dat de hulp afwijst",
}
_START: Mapping[str, str] = {
    "direct": "Meteen",
    "na_akkoord": "Als u en de inwoner allebei akkoord zijn",
    "na_besluit": "Na het besluit",
}


def _feiten(b: Beslissing, helper: Helper, na_akkoord: bool) -> tuple[Rij, ...]:
    """What follows from the answer. Before somebody talked it over nothing does: no paper, no costs."""
    if b.vervolg != "geen":
        return (
            Rij("Wat er op papier komt", "Nog niets"),
            Rij("Niet eens?", "De inwoner mag altijd een besluit vragen"),
        )
    rijen = [
        Rij("Wat er op papier komt", _PAPIER[b.document]),
        Rij("Wie beslist", BESLISSERS[b.beslist_door].capitalize()),
    ]
    if b.start is not None:
        rijen.append(Rij("Wanneer de hulp begint", _begin(b.start, helper, na_akkoord)))
    rijen.append(
        Rij(
            "Eigen bijdrage",
            "De inwoner betaalt een eigen bijdrage" if b.eigen_bijdrage else "Geen",
        )
    )
    bezwaar = (
        "Kan tegen dit besluit" if b.rechtsgang else "De inwoner mag altijd een besluit vragen"
    )
    return (*rijen, Rij("Niet eens?", bezwaar))


def _begin(start: Start, helper: Helper, na_akkoord: bool) -> str:
    """When the help begins; at once only where nobody else must say yes first."""
    if start != "direct":
        return _START[start]
    eerst = ["iedereen akkoord is"] if na_akkoord else []
    if helper.naam and helper.op_lijst:
        eerst.append(f"{helper.naam} de vraag aanneemt")
    return f"Als {' en '.join(eerst)}" if eerst else _START[start]


def _daarna(b: Beslissing, helper: Helper, vanaf: date | None) -> list[Vervolg]:
    if b.vervolg != "geen":
        return [Vervolg("Dit staat op de werklijst, met een naam en een datum.", "Binnen een week")]
    if b.document in ("toekenningsbeschikking", "afwijzingsbeschikking"):
        return [
            Vervolg("Het besluit ligt klaar als concept.", "Nu"),
            Vervolg("De inwoner krijgt het besluit, met de laatste dag voor bezwaar.", "Daarna"),
        ]
    verwezen = b.document == "verwijsbrief"
    brief = [Vervolg("Maak de verwijsbrief af.", "Vandaag")] if verwezen else []
    dag = opmaak.datum(vanaf) if vanaf else ""
    if helper.naam and helper.op_lijst:
        # nobody promises for another when the help begins: it is asked, and then taken on
        return [
            Vervolg(
                f"{helper.naam} ziet de {'verwijzing' if verwezen else 'vraag'} op de eigen lijst.",
                "Nu",
            ),
            *brief,
            Vervolg(
                f"De hulp begint als {helper.naam} de vraag aanneemt.",
                f"Vanaf {dag}" if dag else "Daarna",
            ),
        ]
    if helper.naam:
        spreek_af = (
            f"Spreek met {helper.naam} af wanneer de hulp begint. Dat gaat niet via Eenplan."
        )
        return [*brief, Vervolg(spreek_af, "Nu")]
    return [*brief, Vervolg("De hulp begint.", dag or "Vanaf vandaag")]


def waarom(beslissing: Beslissing, model: Toegangsmodel, wet: Wetboek) -> Waarom:
    """The row that fitted and the earlier rows that did not, with their words and source."""
    rijen = {r.regel: r for r in wet.regels} | model.regel_op_nummer
    treffer = rijen[beslissing.regel]
    return Waarom(
        uitkomst=VERVOLGTITEL.get(beslissing.vervolg) or _PAPIER[beslissing.document],
        treffer=RegelUitleg(beslissing.regel, treffer.toelichting, beslissing.bron),
        eerdere=tuple(
            RegelUitleg(a.regel, rijen[a.regel].toelichting, niet_omdat=f"{a.omdat}.")
            for a in beslissing.afgevallen
        ),
        model=f"Model van {model.naam}, geldig vanaf {opmaak.datum(model.geldig_vanaf)}",
    )
