"""Front door of the policy room: what does this municipality's arrangement say?

The folder with policy files comes from the environment variable EENPLAN_MODELLEN, else it is `modellen/` of the
repository. Files are read when first needed and kept: a process works with one state of the files.
"""

import datetime as dt
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from eenplan.beleid import routeren, veranderd
from eenplan.beleid.boek import Beleidsboek
from eenplan.beleid.fouten import Beleidsfout, in_woorden
from eenplan.beleid.rijen import Beslisregel, Routeregel, Triageregel
from eenplan.beleid.toegangsmodel import Mandaat, Partij, Team, Toegangsmodel
from eenplan.beleid.velden import Veldreden
from eenplan.beleid.wetboek import Wetboek
from eenplan.beleid.woordenschat import Beslissing, LetOp, Route, Situatie

__all__ = [
    "Beleidsfout",
    "Beslisregel",
    "Beslissing",
    "LetOp",
    "Mandaat",
    "Partij",
    "Route",
    "Routeregel",
    "Situatie",
    "Team",
    "Toegangsmodel",
    "Triageregel",
    "Veldreden",
    "Wetboek",
    "beslis",
    "boek",
    "gemeenten",
    "herlaad",
    "model",
    "routeer",
    "situatie",
    "stel_wet_voor",
    "veldreden",
    "verschil_in_woorden",
    "versies",
    "werkboek",
    "wet",
]


@lru_cache(maxsize=1)
def boek() -> Beleidsboek:
    """The policy files this process works with. Beleidsfout when the folder holds no law."""
    map_ = os.environ.get("EENPLAN_MODELLEN")
    return Beleidsboek(Path(map_) if map_ else Path(__file__).parents[3] / "modellen")


def herlaad() -> None:
    """Forget what was read, so that changed files or another folder count from now on."""
    boek.cache_clear()


def gemeenten() -> tuple[str, ...]:
    """The keys of the municipalities there are files for."""
    return boek().gemeenten


def model(gemeente: str, op: dt.date, scenario: str | None = None) -> Toegangsmodel:
    """The toegangsmodel in force on a date.

    Beleidsfout, in one sentence: unknown municipality, a date before its first version, or a broken file.
    """
    return boek().model(gemeente, op, scenario)


def versies(gemeente: str) -> tuple[Toegangsmodel, ...]:
    """All versions of a municipality, oldest first."""
    return boek().versies(gemeente)


def verschil_in_woorden(oud: Toegangsmodel, nieuw: Toegangsmodel) -> tuple[str, ...]:
    """What changed from one version to another, a sentence for each thing."""
    return tuple(veranderd.in_woorden(oud, nieuw))


def werkboek(model: Toegangsmodel) -> bytes:
    """The model as a spreadsheet (xlsx) that reads back as exactly this model."""
    # here, so that who only decides does not load a spreadsheet library
    from eenplan.beleid.werkboek.opdrachten import naar_xlsx

    return naar_xlsx(model)


def wet(op: dt.date) -> Wetboek:
    """The law file in force on a date: terms, topics, amounts, warnings."""
    return boek().wet(op)


def veldreden(formulier: str, veld: str) -> Veldreden | None:
    """Why this form asks this; None for a field that needs no reason."""
    return boek().veldredenen.get((formulier, veld))


def situatie(gegevens: Mapping[str, object]) -> Situatie:
    """A validated situation; `op` may be a date or text. Beleidsfout names the wrong key and what is allowed."""
    invoer = dict(gegevens)
    if isinstance(invoer.get("op"), str):
        invoer["op"] = _datum(str(invoer["op"]))
    try:
        geldig = Situatie.model_validate(invoer)
    except ValidationError as fout:
        raise Beleidsfout(*(f"{zin}." for _, zin in in_woorden(fout, Situatie, invoer))) from fout
    boek().controleer_plaats(geldig)
    return geldig


def routeer(situatie: Situatie) -> Route:
    """Which party and team take the question, and the row that says so."""
    boek().controleer_plaats(situatie)
    return routeren.routeer(model(situatie.gemeente, situatie.op), situatie)


def stel_wet_voor(situatie: Situatie) -> Triageregel:
    """The law a professional is offered first at triage, and why; the professional may choose otherwise."""
    return routeren.stel_wet_voor(model(situatie.gemeente, situatie.op), situatie)


def beslis(situatie: Situatie) -> Beslissing:
    """What must happen, by which row, why not by an earlier one, and the legal warnings beside it."""
    return boek().beslis(situatie)


def _datum(tekst: str) -> dt.date | str:
    try:
        return dt.date.fromisoformat(tekst)
    except ValueError:
        return tekst
