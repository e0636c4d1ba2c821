"""All policy files of one folder: which version is in force where and when."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from eenplan.beleid.beslissen import Beslistabel
from eenplan.beleid.bewijs import gaten
from eenplan.beleid.bouwstenen import Cellen, Gedateerd
from eenplan.beleid.fouten import Beleidsfout, keuze
from eenplan.beleid.lezen import lees
from eenplan.beleid.tabel import breekpunten
from eenplan.beleid.toegangsmodel import Toegangsmodel
from eenplan.beleid.velden import BESTAND, Veldenboek, Veldreden
from eenplan.beleid.verwijzingen import verwijzingen
from eenplan.beleid.wetboek import Wetboek
from eenplan.beleid.woordenschat import Beslissing, Situatie

WET = "wet"
SCENARIOS = "scenarios"
_DATUM = re.compile(r"\d{4}-\d\d-\d\d\.yaml")
Versie = TypeVar("Versie", bound=Gedateerd)


class Beleidsboek:
    """The folder with the law and the municipalities; files and folders are read when asked for, and once."""

    def __init__(self, map_: Path) -> None:
        self.map = map_.resolve()
        if not (self.map / WET).is_dir():
            raise Beleidsfout(
                f"{map_}: hier staat geen map `{WET}`; wijs de map met modellen aan (EENPLAN_MODELLEN)."
            )
        self.paden = cache(self._paden)
        self.lees_model = cache(self._lees_model)
        self._tabellen = cache(self._maak_tabellen)

    @cached_property
    def gemeenten(self) -> tuple[str, ...]:
        """The keys of the municipalities."""
        mappen = (m.name for m in self.map.iterdir() if m.is_dir() and m.name != WET)
        return tuple(sorted(naam for naam in mappen if not naam.startswith(".")))

    @cached_property
    def wetten(self) -> tuple[Wetboek, ...]:
        """The versions of the law file, oldest first."""
        paden = bestanden(self.map / WET)
        if not paden:
            raise Beleidsfout(
                f"{WET}: hier staat geen bestand met een datum als naam, zoals 2015-01-01.yaml."
            )
        return tuple(_met_datum(pad, lees(pad, self.map, Wetboek), self.map) for pad in paden)

    @cached_property
    def velden(self) -> Veldenboek:
        """Why forms ask what they ask. Beleidsfout when the file is not there or not right."""
        pad = self.map / BESTAND
        gelezen = lees(pad, self.map, Veldenboek)
        _meld(pad.relative_to(self.map), gelezen.dubbel())
        return gelezen

    @cached_property
    def veldredenen(self) -> Mapping[tuple[str, str], Veldreden]:
        """The reasons by form and field, looked up for every field on a screen."""
        return self.velden.op_naam()

    def wet(self, op: dt.date) -> Wetboek:
        """The law file in force on a date."""
        return _geldend(self.wetten, op, WET)

    def versies(self, gemeente: str, scenario: str | None = None) -> tuple[Toegangsmodel, ...]:
        """The versions of a municipality, oldest first."""
        return tuple(
            self.lees_model(pad, gemeente, scenario) for pad in self.paden(gemeente, scenario)
        )

    def _paden(self, gemeente: str, scenario: str | None = None) -> list[Path]:
        """The files of a municipality, oldest first. Beleidsfout when there are none."""
        if gemeente not in self.gemeenten:
            raise Beleidsfout(f"`gemeente`: '{gemeente}' is niet bekend; {keuze(self.gemeenten)}.")
        scenarios = self.scenarios(gemeente)
        if scenario is not None and scenario not in scenarios:
            raise Beleidsfout(
                f"`scenario`: '{scenario}' is niet bekend voor {gemeente}; {keuze(scenarios)}."
            )
        map_ = self.map / gemeente / SCENARIOS / scenario if scenario else self.map / gemeente
        paden = bestanden(map_)
        if not paden:
            raise Beleidsfout(
                f"{map_.relative_to(self.map)}: hier staat geen bestand met een datum als naam, zoals 2015-01-01.yaml."
            )
        return paden

    def scenarios(self, gemeente: str) -> tuple[str, ...]:
        """The other arrangements a municipality has written out beside its own."""
        map_ = self.map / gemeente / SCENARIOS
        return tuple(sorted(m.name for m in map_.iterdir() if m.is_dir())) if map_.is_dir() else ()

    def model(self, gemeente: str, op: dt.date, scenario: str | None = None) -> Toegangsmodel:
        """The version in force on a date."""
        paden = self.paden(gemeente, scenario)
        nummer = bisect_right([pad.stem for pad in paden], op.isoformat()) - 1
        if nummer < 0:
            raise Beleidsfout(
                f"{paden[0].relative_to(self.map)}: `op`: op {op} was er nog geen toegangsmodel; "
                f"kies een datum vanaf {paden[0].stem}."
            )
        return self.lees_model(paden[nummer], gemeente, scenario)

    def beslis(self, situatie: Situatie, scenario: str | None = None) -> Beslissing:
        """The decision for a validated situation."""
        return self.tabel(situatie.gemeente, situatie.op, scenario).beslis(situatie)

    def tabel(self, gemeente: str, op: dt.date, scenario: str | None = None) -> Beslistabel:
        """The decision table in force on a date, the law's rows included."""
        vanaf, tabellen = self._tabellen(gemeente, scenario)
        nummer = bisect_right(vanaf, op)
        if not nummer:
            self.model(gemeente, op, scenario)
            self.wet(op)
        return tabellen[nummer - 1]

    def _maak_tabellen(
        self, gemeente: str, scenario: str | None
    ) -> tuple[list[dt.date], list[Beslistabel]]:
        """One table per stretch of dates on which neither a file nor a date in a cell changes the outcome."""
        modellen = self.versies(gemeente, scenario)
        for pad in self.paden(gemeente, scenario):
            self.bewijs(pad, gemeente, scenario)
        eerste = max(modellen[0].geldig_vanaf, self.wetten[0].geldig_vanaf)
        data = {v.geldig_vanaf for v in (*modellen, *self.wetten)} | breekpunten(
            self._combinaties(modellen)
        )
        data |= {regel.van for wet in self.wetten for regel in wet.let_op if regel.van}
        vanaf = sorted(datum for datum in data if datum >= eerste)
        return vanaf, [
            Beslistabel(self.wet(datum), _geldend(modellen, datum, gemeente), datum)
            for datum in vanaf
        ]

    def _combinaties(self, modellen: tuple[Toegangsmodel, ...]) -> list[Cellen]:
        rijen = [rij for v in modellen for rij in v.beslistabel] + [
            r for w in self.wetten for r in w.regels
        ]
        return [c for rij in rijen for c in rij.als] + [
            c for wet in self.wetten for regel in wet.let_op for c in regel.als or ()
        ]

    def _lees_model(self, pad: Path, gemeente: str, scenario: str | None) -> Toegangsmodel:
        model = _met_datum(pad, lees(pad, self.map, Toegangsmodel), self.map)
        naam = pad.relative_to(self.map)
        if model.sleutel != gemeente:
            raise Beleidsfout(
                f"{naam}: `sleutel`: '{model.sleutel}' is niet de naam van de map; kies uit {gemeente}."
            )
        if model.scenario != scenario:
            raise Beleidsfout(
                f"{naam}: `scenario`: moet gelijk zijn aan de map; kies uit {scenario or 'geen'}."
            )
        _meld(naam, verwijzingen(model))
        return model

    def bewijs(self, pad: Path, gemeente: str, scenario: str | None) -> None:
        """Beleidsfout when, while this file is in force, a situation gets no answer or a row no turn."""
        later = [p for p in self.paden(gemeente, scenario) if p.stem > pad.stem]
        tot = dt.date.fromisoformat(later[0].stem) if later else None
        model = self.lees_model(pad, gemeente, scenario)
        begin = self.wet(model.geldig_vanaf)
        for wet in (
            begin,
            *(w for w in self.wetten if model.geldig_vanaf < w.geldig_vanaf < (tot or dt.date.max)),
        ):
            _meld(pad.relative_to(self.map), gaten(model, wet, tot))

    def controleer_plaats(self, situatie: Situatie) -> None:
        """Beleidsfout when the municipality, date, wijk or buurt of a situation does not exist."""
        if situatie.wijk is None and situatie.buurt is None:
            self.tabel(situatie.gemeente, situatie.op)
            return
        model = self.model(situatie.gemeente, situatie.op)
        if situatie.wijk is not None and situatie.wijk not in model.wijk_op_sleutel:
            raise Beleidsfout(
                f"`wijk`: '{situatie.wijk}' is niet bekend; {keuze(model.wijk_op_sleutel)}."
            )
        buurten = {
            b: w for b, (w, _) in model.gebied_van_buurt.items() if situatie.wijk in (None, w)
        }
        if situatie.buurt is not None and situatie.buurt not in buurten:
            raise Beleidsfout(
                f"`buurt`: '{situatie.buurt}' is niet bekend in deze wijk; {keuze(buurten)}."
            )


def bestanden(map_: Path) -> list[Path]:
    """The files in a folder, oldest first; the name of each is the date from which it is in force."""
    paden = sorted(pad for pad in map_.iterdir() if pad.suffix in (".yaml", ".yml"))
    for pad in paden:
        if not _DATUM.fullmatch(pad.name) or not _is_datum(pad.stem):
            raise Beleidsfout(
                f"{map_.name}/{pad.name}: de naam van het bestand moet een datum zijn, zoals 2015-01-31.yaml."
            )
    return paden


def _is_datum(tekst: str) -> bool:
    try:
        dt.date.fromisoformat(tekst)
    except ValueError:
        return False
    return True


def _meld(naam: Path, zinnen: Iterable[str]) -> None:
    gevonden = tuple(f"{naam}: {zin}" for zin in zinnen)
    if gevonden:
        raise Beleidsfout(*gevonden)


def _geldend(versies: tuple[Versie, ...], op: dt.date, naam: str) -> Versie:
    geldend = [versie for versie in versies if versie.geldig_vanaf <= op]
    if not geldend:
        raise Beleidsfout(
            f"{naam}: `op`: op {op} gold nog niets; kies een datum vanaf {versies[0].geldig_vanaf}."
        )
    return geldend[-1]


def _met_datum(pad: Path, versie: Versie, wortel: Path) -> Versie:
    if versie.geldig_vanaf.isoformat() != pad.stem:
        raise Beleidsfout(
            f"{pad.relative_to(wortel)}: `geldig_vanaf`: {versie.geldig_vanaf} is niet de naam van het bestand; "
            f"kies uit {pad.stem}."
        )
    return versie
