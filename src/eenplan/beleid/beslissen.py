"""From a situation to the outcome: the law's rows first, then the municipality's, then the warnings."""

import datetime as dt
from functools import cache

from eenplan.beleid.bouwstenen import Cel, Leeftijdcel
from eenplan.beleid.rijen import Beslisregel, BeslistDoorPerWet
from eenplan.beleid.tabel import Feiten, Klassen, cellen_per_sleutel, waarom_niet
from eenplan.beleid.toegangsmodel import Toegangsmodel
from eenplan.beleid.wetboek import LetOpRegel, Wetboek
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
UITKOMSTSLEUTELS = ("document", "vervolg", "beslist_door", "start", "eigen_bijdrage")
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
    """The decision table of one municipality on one stretch of dates, with the law's rows before it.

    An answer is kept per class of situations. What the rows say and which warnings stand beside it are kept
    apart as well: their classes are far fewer than the combinations of both.
    """

    def __init__(self, wet: Wetboek, model: Toegangsmodel, op: dt.date) -> None:
        self.model = model
        self.wet = wet
        self.op = op
        self.rijen = (*wet.regels, *model.beslistabel)
        van_rijen = cellen_per_sleutel(combinatie for rij in self.rijen for combinatie in rij.als)
        for sleutel, altijd in ALTIJD_ONDERSCHEIDEN.items():
            van_rijen.setdefault(sleutel, []).extend(altijd)
        van_let_op = cellen_per_sleutel(c for regel in wet.let_op for c in regel.als or ())
        samen = {s: [*van_rijen.get(s, ()), *van_let_op.get(s, ())] for s in van_rijen | van_let_op}
        gebieden = gebieden_van(model)
        self._klassen = Klassen(samen, gebieden)
        self._rijklassen = Klassen(van_rijen, gebieden)
        self._let_op_klassen = Klassen(van_let_op, gebieden)
        self._bekend: dict[tuple[int, ...], Beslissing] = {}
        self._kernen: dict[tuple[int, ...], tuple[Beslisregel, Beslissing]] = {}
        self._let_op: dict[tuple[object, ...], tuple[LetOp, ...]] = {}
        self._json: dict[int, str] = {}

    def beslis(self, situatie: Situatie) -> Beslissing:
        """The decision for a validated situation; worked out once per class."""
        klasse = self._klassen.klasse_van(situatie)
        beslissing = self._bekend.get(klasse)
        if beslissing is None:
            beslissing = self._bekend[klasse] = self._werk_klasse_uit(situatie)
        return beslissing

    def beslis_json(self, situatie: Situatie) -> str:
        """As `beslis`, as one line of JSON."""
        beslissing = self.beslis(situatie)
        tekst = self._json.get(id(beslissing))
        if tekst is None:
            tekst = self._json[id(beslissing)] = beslissing.model_dump_json()
        return tekst

    def _werk_klasse_uit(self, situatie: Situatie) -> Beslissing:
        feiten = vars(situatie)
        rijklasse = self._rijklassen.klasse_van(situatie)
        if rijklasse not in self._kernen:
            self._kernen[rijklasse] = self._volgens_rijen(feiten)
        rij, kern = self._kernen[rijklasse]
        let_op_klasse = (
            *self._let_op_klassen.klasse_van(situatie),
            rij.let_op,
            *_uitkomst(kern).values(),
        )
        if let_op_klasse not in self._let_op:
            self._let_op[let_op_klasse] = self._waarschuwingen(rij, kern, feiten)
        return kern.model_copy(update={"let_op": self._let_op[let_op_klasse]})

    def werk_uit(self, feiten: Feiten) -> Beslissing:
        """The decision for loose facts, without keeping it."""
        rij, kern = self._volgens_rijen(feiten)
        return kern.model_copy(update={"let_op": self._waarschuwingen(rij, kern, feiten)})

    def _volgens_rijen(self, feiten: Feiten) -> tuple[Beslisregel, Beslissing]:
        """The first row that fits. LookupError when none does: the checker proves that this cannot happen."""
        feiten = {**feiten, "op": self.op}
        afgevallen: list[Afgevallen] = []
        for rij in self.rijen:
            omdat = waarom_rij_niet(rij, feiten)
            if omdat is None:
                return rij, self._kern(rij, feiten, tuple(afgevallen))
            afgevallen.append(_afgevallen(rij.regel, omdat))
        raise LookupError("geen rij past")

    def _kern(
        self, rij: Beslisregel, feiten: Feiten, afgevallen: tuple[Afgevallen, ...]
    ) -> Beslissing:
        dan = rij.dan
        document, vervolg = (
            NAAR_OORDEEL[feiten["oordeel_team"]]
            if dan.document == "beschikking"
            else (dan.document, dan.vervolg)
        )
        return Beslissing(
            document=document,
            vervolg=vervolg,
            beslist_door=self._beslisser(rij, feiten),
            eigen_bijdrage=_betaalt(dan.eigen_bijdrage, document, feiten),
            start=_start(document, vervolg, dan.start),
            rechtsgang=document in BESCHIKKINGEN,
            regel=rij.regel,
            bron=self._bron(rij),
            afgevallen=afgevallen,
            let_op=(),
        )

    def _bron(self, rij: Beslisregel) -> str:
        """Where the row comes from; for who makes the first contact the municipality may have a source."""
        if rij.bron is None and rij.dan.beslist_door == "eerste_partij":
            return self.model.eerste_partij.bron_of_aanname
        return rij.bron_of_aanname

    def _beslisser(self, rij: Beslisregel, feiten: Feiten) -> Beslisser:
        door = rij.dan.beslist_door
        if isinstance(door, BeslistDoorPerWet):
            return {"wmo": door.wmo, "jeugd": door.jeugd}.get(str(feiten["wet"]), door.onbekend)
        return self.model.eerste_partij.beslisser if door == "eerste_partij" else door

    def _waarschuwingen(
        self, rij: Beslisregel, kern: Beslissing, feiten: Feiten
    ) -> tuple[LetOp, ...]:
        feiten = {**feiten, **_uitkomst(kern), "op": self.op}

        def waarschuwt(regel: LetOpRegel) -> bool:
            geldt = regel.van is None or self.op >= regel.van
            past = regel.als is not None and waarom_niet(regel.als, feiten) is None
            return geldt and (past or regel.code in rij.let_op)

        return tuple(
            LetOp(code=regel.code, tekst=regel.tekst, grondslag=regel.grondslag)
            for regel in self.wet.let_op
            if waarschuwt(regel)
        )


@cache
def _afgevallen(regel: str, omdat: str) -> Afgevallen:
    return Afgevallen(regel=regel, omdat=omdat)


def _uitkomst(kern: Beslissing) -> dict[str, object]:
    """What a warning may look at besides the situation."""
    return {sleutel: getattr(kern, sleutel) for sleutel in UITKOMSTSLEUTELS}


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
