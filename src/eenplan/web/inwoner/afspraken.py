"""What the resident's plan holds with a day in it: when one looks back, when help begins and ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from eenplan.besluiten.api import StukRegel
from eenplan.plannen.api import AfbouwRegel, InzetRegel, InzetToestand, MijnPlan, Rondom
from eenplan.uitvoering.api import Stand
from eenplan.web.bouwstenen import Vervolg
from eenplan.web.opmaak import datum
from eenplan.web.uitvoering_beeld import eerste_dag


def afspraken(
    mijn: MijnPlan,
    standen: Mapping[UUID, Stand],
    om: Rondom,
    stukken: Iterable[StukRegel],
    vandaag: date,
) -> list[Vervolg]:
    """Everything with a day in it that is still to come, the first one first; nothing nobody agreed to."""
    terug = mijn.kop.evaluatie_op if mijn.kop else None
    dagen = [(terug, "U kijkt samen terug op het plan")] if terug else []
    for i in (i for d in mijn.doelen for i in d.inzet if i.toestand is InzetToestand.LOOPT):
        dagen += _dagen_van(i, standen.get(i.id), om.afbouw.get(i.id, ()))
    dagen += [
        (s.laatste_dag_bezwaar, "Laatste dag om bezwaar te maken")
        for s in stukken
        if s.laatste_dag_bezwaar
    ]
    return [Vervolg(wat, datum(dag)) for dag, wat in sorted(dagen) if dag >= vandaag]


def _dagen_van(
    inzet: InzetRegel, uit: Stand | None, afbouw: Sequence[AfbouwRegel]
) -> Iterator[tuple[date, str]]:
    """The days of one piece of help, as who gives it told them: before they took it on there are none."""
    if inzet.wil_niet_meer or (uit and uit.opdracht and not uit.opdracht.toegezegd):
        return
    if begin := eerste_dag(uit) or inzet.van:
        yield begin, f"Begin van de hulp: {inzet.wat}"
    if uit and (overdracht := uit.komende_overdracht):
        samen = (
            "U maakt samen kennis met" if overdracht.met_inwoner else "Uw contactpersoon spreekt"
        )
        yield overdracht.op, f"{samen} wie u gaat helpen: {inzet.wat}"
    if uit and uit.teller and uit.teller.gesprek_nodig and uit.teller.gesprek_op:
        yield uit.teller.gesprek_op, f"U praat over hoe het verdergaat met {inzet.wat}"
    for stap in afbouw:
        yield stap.vanaf, f"Minder hulp: {stap.minder}"
    if inzet.tot:
        yield inzet.tot, f"Einde van de hulp: {inzet.wat}"
