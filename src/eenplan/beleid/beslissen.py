"""From a situation to the outcome: the law's rows first, then the municipality's, then the warnings."""

import datetime as dt
from collections.abc import Iterator

from eenplan.beleid.bouwstenen import Cel, Cellen, Leeftijdcel
from eenplan.beleid.rijen import Beslisregel, BeslistDoorPerWet
from eenplan.beleid.tabel import Feiten, Klassen, cellen_per_sleutel, waarom_niet
from eenplan.beleid.toegangsmodel import Toegangsmodel
from eenplan.beleid.wetboek import Wetboek
from eenplan.beleid.woordenschat import (
    BESCHIKKINGEN,
    Afgevallen,
    Beslisser,
    Beslissing,
    Document,
    LetOp,
    Situatie,
    Start,
    Vervolg,
)

BETAALT_ZELF = Leeftijdcel(van=18, onbekend=True)
NIET_TEGEN_WIL = "de inwoner weigert het aanbod, en wat iemand weigert, wordt niet toegekend"
NAAR_OORDEEL: dict[object, tuple[Document, Vervolg]] = {
    "nodig": ("toekenningsbeschikking", "geen"),
    "niet_nodig": ("afwijzingsbeschikking", "geen"),
    "twijfel": ("geen", "overleg"),
}
# What the rules in this file tell apart, besides the cells of the rows.
ALTIJD_ONDERSCHEIDEN: dict[str, tuple[Cel, ...]] = {
    "oordeel_team": (("nodig",), ("niet_nodig",)),
    "oordeel_inwoner": (("weigert_aanbod",),),
    "stap": (("consulent",),),
    "wet": (("wmo",), ("jeugd",)),
    "leeftijd": (BETAALT_ZELF,),
}


def waarom_rij_niet(rij: Beslisregel, feiten: Feiten) -> str | None:
    """Why a row does not fit, or None. Nobody is granted what they declined, except where a consultant looks again."""
    omdat = waarom_niet(rij.als, feiten)
    geweigerd = feiten["oordeel_inwoner"] == "weigert_aanbod" and feiten["stap"] != "consulent"
    if omdat is None and rij.dan.document == "beschikking" and geweigerd:
        return NIET_TEGEN_WIL
    return omdat


class Beslistabel:
    """The decision table of one municipality on one stretch of dates, with the law's rows before it."""

    def __init__(self, wet: Wetboek, model: Toegangsmodel, op: dt.date) -> None:
        self.model = model
        self.wet = wet
        self.op = op
        self.rijen = (*wet.regels, *model.beslistabel)
        cellen = cellen_per_sleutel(self._combinaties())
        for sleutel, altijd in ALTIJD_ONDERSCHEIDEN.items():
            cellen.setdefault(sleutel, []).extend(altijd)
        self._klassen = Klassen(cellen, gebieden_van(model))
        self._bekend: dict[tuple[int, ...], Beslissing] = {}
        self._json: dict[int, str] = {}

    def _combinaties(self) -> Iterator[Cellen]:
        for rij in self.rijen:
            yield from rij.als
        for regel in self.wet.let_op:
            yield from regel.als or ()

    def beslis(self, situatie: Situatie) -> Beslissing:
        """The decision for a validated situation; worked out once per class."""
        klasse = self._klassen.klasse_van(situatie)
        beslissing = self._bekend.get(klasse)
        if beslissing is None:
            beslissing = self._bekend[klasse] = self.werk_uit(dict(situatie))
        return beslissing

    def beslis_json(self, situatie: Situatie) -> str:
        """As `beslis`, as one line of JSON."""
        beslissing = self.beslis(situatie)
        tekst = self._json.get(id(beslissing))
        if tekst is None:
            tekst = self._json[id(beslissing)] = beslissing.model_dump_json()
        return tekst

    def werk_uit(self, feiten: Feiten) -> Beslissing:
        """Walk the rows. LookupError when none fits: the checker proves that this cannot happen."""
        feiten = {**feiten, "op": self.op}
        afgevallen: list[Afgevallen] = []
        for rij in self.rijen:
            omdat = waarom_rij_niet(rij, feiten)
            if omdat is None:
                return self._uitkomst(rij, feiten, tuple(afgevallen))
            afgevallen.append(Afgevallen(regel=rij.regel, omdat=omdat))
        raise LookupError("geen rij past")

    def _uitkomst(
        self, rij: Beslisregel, feiten: Feiten, afgevallen: tuple[Afgevallen, ...]
    ) -> Beslissing:
        dan = rij.dan
        document, vervolg = (
            NAAR_OORDEEL[feiten["oordeel_team"]]
            if dan.document == "beschikking"
            else (dan.document, dan.vervolg)
        )
        uitkomst: dict[str, object] = {
            "document": document,
            "vervolg": vervolg,
            "beslist_door": self._beslisser(rij, feiten),
            "start": _start(document, vervolg, dan.start),
            "eigen_bijdrage": _betaalt(dan.eigen_bijdrage, document, feiten),
        }
        return Beslissing.model_validate(
            uitkomst
            | {
                "rechtsgang": document in BESCHIKKINGEN,
                "regel": rij.regel,
                "bron": rij.bron_of_aanname,
                "afgevallen": afgevallen,
                "let_op": tuple(self._waarschuwingen(rij, {**feiten, **uitkomst})),
            }
        )

    def _beslisser(self, rij: Beslisregel, feiten: Feiten) -> Beslisser:
        door = rij.dan.beslist_door
        if isinstance(door, BeslistDoorPerWet):
            return {"wmo": door.wmo, "jeugd": door.jeugd}.get(str(feiten["wet"]), door.onbekend)
        return self.model.eerste_partij if door == "eerste_partij" else door

    def _waarschuwingen(self, rij: Beslisregel, feiten: Feiten) -> Iterator[LetOp]:
        for regel in self.wet.let_op:
            geldt = regel.van is None or self.op >= regel.van
            genoemd = regel.code in rij.let_op
            if geldt and (
                genoemd or (regel.als is not None and waarom_niet(regel.als, feiten) is None)
            ):
                yield LetOp(code=regel.code, tekst=regel.tekst, grondslag=regel.grondslag)


def gebieden_van(model: Toegangsmodel) -> dict[str, list[str]]:
    """The areas a cell may name."""
    return {"wijk": list(model.wijk_op_sleutel), "buurt": list(model.gebied_van_buurt)}


def _start(document: Document, vervolg: Vervolg, gekozen: Start | None) -> Start | None:
    if vervolg != "geen" or document == "afwijzingsbeschikking":
        return None
    return gekozen or "na_besluit"


def _betaalt(wanneer: str, document: Document, feiten: Feiten) -> bool:
    """Own contribution only under the Wmo and from 18: youth help has none (waarborg 9)."""
    if feiten["wet"] != "wmo" or not BETAALT_ZELF.past(feiten["leeftijd"]):
        return False
    return wanneer == "lopend_recht" or (
        wanneer == "bij_toekenning" and document == "toekenningsbeschikking"
    )
