"""How a plan looks: goals with the help visible under them, the ladder that led there, everything with a day in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from eenplan.huishoudens.api import PersoonKaart
from eenplan.plannen import api as plannen
from eenplan.plannen.api import (
    DoelRegel,
    EigenRegel,
    InzetRegel,
    InzetToestand,
    Laag,
    PlanBlad,
    Uitkomst,
)
from eenplan.platform import klok
from eenplan.web import opmaak
from eenplan.web.bouwstenen import Trede, Vervolg
from eenplan.web.uitvoering_beeld import Uitvoeringbeeld, hoeveel

from .rondom import Hulprond
from .standen import DOELSTAND, inzetstand


@dataclass(frozen=True, slots=True)
class Inzetbeeld:
    """One piece of help as a card shows it."""

    wat: str
    wie: str
    feiten: str
    stand: str
    toon: str
    href: str
    actie: str
    wacht_op: tuple[str, ...]
    zei_nee: tuple[str, ...]
    treden: tuple[Trede, ...]
    keuze: str
    bij: Uitvoeringbeeld
    rond: Hulprond


@dataclass(frozen=True, slots=True)
class Doelbeeld:
    """A goal with the help under it. `stil`: no help goes on for it, or is still to come."""

    id: str
    woorden: str
    van_wie: str
    stand: str
    toon: str
    open: bool
    stil: bool
    hulp_url: str
    wijzig_url: str
    inzet: tuple[Inzetbeeld, ...]
    eigen: tuple[EigenRegel, ...]


def doelbeeld(
    doel: DoelRegel,
    mensen: Mapping[UUID, PersoonKaart],
    treden: Mapping[Laag, str],
    bij: Mapping[UUID, Uitvoeringbeeld],
    rond: Mapping[UUID, Hulprond],
) -> Doelbeeld:
    stand, toon_ = DOELSTAND[doel.toestand]
    return Doelbeeld(
        id=doel.id.hex,
        woorden=doel.woorden,
        van_wie=mensen[doel.persoon].naam if doel.persoon in mensen else "",
        stand=stand,
        toon=toon_,
        open=doel.toestand is plannen.DoelToestand.OPEN,
        stil=all(i.toestand in plannen.AFGELOPEN for i in doel.inzet),
        hulp_url=f"/werk/plan/doel/{doel.id}/hulp/",
        wijzig_url=f"/werk/plan/doel/{doel.id}/",
        inzet=tuple(_inzetbeeld(i, treden, bij[i.id], rond[i.id]) for i in doel.inzet),
        eigen=doel.eigen,
    )


def _inzetbeeld(
    inzet: InzetRegel, treden: Mapping[Laag, str], bij: Uitvoeringbeeld, rond: Hulprond
) -> Inzetbeeld:
    stand, toon_ = inzetstand(inzet, klok.vandaag(), bij)
    nog_te_doen = inzet.toestand is InzetToestand.VOORGESTELD
    return Inzetbeeld(
        wat=inzet.wat,
        wie=inzet.wie,
        feiten=hoeveel(inzet, bij.eerste_dag),
        stand=stand,
        toon=toon_,
        href=f"/werk/plan/hulp/{inzet.id}/",
        actie="Regel deze hulp" if nog_te_doen else "Bekijk",
        wacht_op=_wie(inzet, Uitkomst.GEVRAAGD) if nog_te_doen else (),
        zei_nee=_zei_nee(inzet),
        treden=ladder(inzet, treden),
        keuze=inzet.keuze,
        bij=bij,
        rond=rond,
    )


def _zei_nee(inzet: InzetRegel) -> tuple[str, ...]:
    """Who does not agree: with help that is talked about, or that was arranged and is not wanted any more."""
    if inzet.wil_niet_meer:
        return tuple(a.naam for a in inzet.akkoorden if a.uitkomst is Uitkomst.NIET_AKKOORD)
    return _wie(inzet, Uitkomst.NIET_AKKOORD) if inzet.toestand is InzetToestand.VOORGESTELD else ()


def _wie(inzet: InzetRegel, uitkomst: Uitkomst) -> tuple[str, ...]:
    return tuple(a.naam for a in inzet.akkoorden_open if a.uitkomst is uitkomst)


def ladder(inzet: InzetRegel, treden: Mapping[Laag, str]) -> tuple[Trede, ...]:
    """The steps that were looked at, each with why it is not enough, and the chosen one."""
    gezien = [
        Trede(treden[laag].capitalize(), "bekeken", inzet.waarom_niet_lichter[laag])
        for laag in plannen.lichtere_treden(inzet.laag)
        if laag in inzet.waarom_niet_lichter
    ]
    if not gezien:
        return ()
    return (*gezien, Trede(treden[inzet.laag].capitalize(), "gekozen"))


def afspraken(blad: PlanBlad, om: plannen.Rondom) -> list[Vervolg]:
    """Everything with a day in it, the first one first."""
    dagen = [(blad.evaluatie_op, "Terugkijken op het plan")]
    dagen += [(m.opnieuw_op, f"Kijken hoe het met {m.naam} gaat") for m in blad.mantelzorg]
    for doel in blad.doelen:
        for i in doel.inzet:
            dagen += [(s.vanaf, f"Minder hulp: {s.minder}") for s in om.afbouw.get(i.id, ())]
            if i.toestand is InzetToestand.LOOPT:
                dagen.append((i.tot, f"Hulp loopt af: {i.wat}"))
    return [
        Vervolg(wat, opmaak.datum(dag))
        for dag, wat in sorted((d for d in dagen if d[0]), key=lambda d: (d[0] is None, d[0]))
        if dag
    ]
