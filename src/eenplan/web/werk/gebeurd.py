"""What happened, as a person reads it: what belongs together in one line, and what still runs according to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from uuid import UUID

from eenplan.platform.tijdlijn import Regel
from eenplan.web.bouwstenen import Gebeurtenis

# Kinds of which one act makes several, with the words around what differs: one person, more persons.
SAMEN: Mapping[str, tuple[str, str, str]] = {
    "persoon.aangemeld": ("", " is aangemeld", " zijn aangemeld"),
    "onderzoek.onderwerp": ("Opgeschreven: ", "", ""),
    "onderzoek.leefgebied_bewaard": ("Opgeschreven: ", "", ""),
}
GESPREK_BEGINT = "onderzoek.begonnen"
GESPREK_KLAAR = frozenset({"onderzoek.afgerond", "onderzoek.gestopt"})
BRIEF_BEGINT = "stuk.opgesteld"
BRIEF_KLAAR = frozenset(
    {"stuk.verwijsbrief", "stuk.toekenning", "stuk.afwijzing", "stuk.vervallen"}
)


def vouw(regels: Sequence[Regel], *, eigen: str) -> list[Gebeurtenis]:
    """One line for what somebody did in one go; `eigen` is the reader's own organisation, which needs no name here."""
    uit: list[Gebeurtenis] = []
    for (_, door), groep in groupby(regels, key=lambda r: (r.moment.date(), r.door)):
        uit += [
            Gebeurtenis(zin, zelfde[0].moment, door.removesuffix(f", {eigen}"))
            for zin, zelfde in _per_zin(list(groep)).items()
        ]
    return uit


def _per_zin(regels: Sequence[Regel]) -> dict[str, list[Regel]]:
    """The sentences of one day and one person, each once, in the order of the newest of each."""
    soorten: dict[str, list[Regel]] = {}
    for regel in regels:
        sleutel = regel.soort if regel.soort in SAMEN else regel.zin
        soorten.setdefault(sleutel, []).append(regel)
    return {
        _zin(SAMEN[sleutel], groep) if sleutel in SAMEN else groep[0].zin: groep
        for sleutel, groep in soorten.items()
    }


def _zin(om: tuple[str, str, str], groep: Sequence[Regel]) -> str:
    voor, na, na_meer = om
    wat = [r.zin.removeprefix(voor).removesuffix(na) for r in groep]
    delen = list(dict.fromkeys(reversed(wat)))
    if len(delen) == 1:
        return f"{voor}{delen[0]}{na}"
    return f"{voor}{', '.join(delen[:-1])} en {delen[-1]}{na_meer}"


def open_gesprek(regels: Sequence[Regel]) -> UUID | None:
    """The conversation that began and did not end, newest first; None when none runs."""
    return _open(regels, GESPREK_BEGINT, GESPREK_KLAAR)


def open_brief(regels: Sequence[Regel]) -> UUID | None:
    """The paper that lies ready and did not leave; None when there is none."""
    return _open(regels, BRIEF_BEGINT, BRIEF_KLAAR)


def _open(regels: Sequence[Regel], begin: str, klaar: Collection[str]) -> UUID | None:
    gesloten = {r.over for r in regels if r.soort in klaar}
    return next((r.over for r in regels if r.soort == begin and r.over not in gesloten), None)
