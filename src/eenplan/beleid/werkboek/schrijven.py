"""From a toegangsmodel to a workbook that reads well: frozen headers, lists to choose from, a sheet that explains."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from pydantic import BaseModel

from eenplan.beleid.fouten import Beleidsfout
from eenplan.beleid.toegangsmodel import Toegangsmodel
from eenplan.beleid.werkboek.cellen import naar_cel
from eenplan.beleid.werkboek.indeling import HERKOMST, Blad, Kolom, Soort, bladen, losse_waarden
from eenplan.beleid.werkboek.lezen import KOPRIJ, MODELBLAD
from eenplan.beleid.werkboek.uitleg import BLADUITLEG, UITLEG

LAATSTE_RIJ = 400
LANGSTE_CEL = 32_000
LETTER = "Calibri"
GROEN, BLAUW, GRIJS, GEEL = "FF0B5A5A", "FFE4EEF6", "FFF1F1EE", "FFFFF3C4"
LIJN = Border(bottom=Side(style="thin", color="FFD0D0CC"))
KOP = Font(name=LETTER, bold=True, color="FFFFFFFF")
GEWOON = Font(name=LETTER, size=11)
BOVEN = Alignment(vertical="top", wrap_text=True)
PARTIJKOLOMMEN = ("partij", "aanbieder", "organisatie", "onderdeel_van")
LANG = ("toelichting", "reden", "bron", "titel", "publicatie", "mits", "naam")


@dataclass
class Keuzelijsten:
    """The lists behind the drop-downs, each in a column of its own on the last sheet."""

    blad: Worksheet
    plekken: dict[tuple[str, ...], str] = field(default_factory=dict)

    def plek(self, keuzes: tuple[str, ...]) -> str:
        """Where this list stands; written the first time it is asked."""
        if keuzes not in self.plekken:
            kolom = len(self.plekken) + 1
            for nummer, woord in enumerate(keuzes, start=1):
                _schrijf(self.blad.cell(nummer, kolom), woord)
            letter = get_column_letter(kolom)
            self.blad.column_dimensions[letter].width = max(map(len, keuzes)) + 3
            self.plekken[keuzes] = f"'Keuzes'!${letter}$1:${letter}${len(keuzes)}"
        return self.plekken[keuzes]


def schrijf(model: Toegangsmodel) -> bytes:
    """The workbook of this model. Beleidsfout when something in it cannot stand in a cell."""
    boek = Workbook()
    eerste = boek.active
    assert isinstance(eerste, Worksheet)
    _uitleg(eerste, model)
    werkbladen = [boek.create_sheet(titel) for titel in (MODELBLAD, *(b.titel for b in bladen()))]
    keuzes = Keuzelijsten(boek.create_sheet("Keuzes"))
    _los(werkbladen[0], model, keuzes)
    for blad, werkblad in zip(bladen(), werkbladen[1:], strict=True):
        _tabel(werkblad, blad, model, keuzes)
    boek.properties.title = f"Toegangsmodel {model.naam}, vanaf {model.geldig_vanaf}"
    boek.properties.creator = "Eenplan"
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _uitleg(werkblad: Worksheet, model: Toegangsmodel) -> None:
    werkblad.title = "Uitleg"
    werkblad.column_dimensions["A"].width = 110
    werkblad.sheet_view.showGridLines = False
    titel = f"Zo werkt het in {model.naam}, vanaf {model.geldig_vanaf}"
    for nummer, zin in enumerate((titel, *UITLEG), start=1):
        cel = werkblad.cell(nummer, 1)
        _schrijf(cel, zin)
        cel.font = Font(name=LETTER, size=16 if nummer == 1 else 11, bold=nummer == 1)


def _los(werkblad: Worksheet, model: Toegangsmodel, keuzes: Keuzelijsten) -> None:
    _bladkop(werkblad, MODELBLAD, ("sleutel", "waarde", "uitleg"), (38, 90, 60))
    werkblad.freeze_panes = f"B{KOPRIJ + 1}"
    for rij, kolom in enumerate(losse_waarden(), start=KOPRIJ + 1):
        for plek, waarde in ((1, kolom.kop), (3, _uitleg_bij(kolom))):
            cel = werkblad.cell(rij, plek)
            _schrijf(cel, waarde)
            cel.fill = PatternFill("solid", fgColor=GRIJS)
        _vul(werkblad.cell(rij, 2), kolom, naar_cel(kolom, _waarde(model, kolom.pad)))
        _keuze(werkblad, kolom, f"B{rij}", keuzes)


def _tabel(werkblad: Worksheet, blad: Blad, model: Toegangsmodel, keuzes: Keuzelijsten) -> None:
    rijen = list(_rijen(blad, 0, [model], blad.niveaus[0].pad))
    gebruikt = {kolom for rij in rijen for kolom, waarde in rij.items() if waarde is not None}
    _bladkop(
        werkblad, blad.titel, [k.kop for k in blad.kolommen], [_breedte(k) for k in blad.kolommen]
    )
    werkblad.freeze_panes = f"B{KOPRIJ + 1}"
    werkblad.auto_filter.ref = (
        f"A{KOPRIJ}:{get_column_letter(len(blad.kolommen))}{KOPRIJ + len(rijen)}"
    )
    for plek, kolom in enumerate(blad.kolommen, start=1):
        letter = get_column_letter(plek)
        _keuze(werkblad, kolom, f"{letter}{KOPRIJ + 1}:{letter}{LAATSTE_RIJ}", keuzes)
        if kolom.niveau and kolom not in gebruikt and len(blad.kolommen) > 20:
            werkblad.column_dimensions[letter].outlineLevel = 1
            werkblad.column_dimensions[letter].hidden = True
        for nummer, rij in enumerate(rijen, start=KOPRIJ + 1):
            cel = werkblad.cell(nummer, plek)
            _vul(cel, kolom, rij.get(kolom))
            if kolom.niveau and len(blad.kolommen) > 20:
                cel.fill = PatternFill("solid", fgColor=BLAUW)
    _geel(werkblad, blad, rijen)


def _geel(werkblad: Worksheet, blad: Blad, rijen: Sequence[Mapping[Kolom, object]]) -> None:
    """Colour what is an assumption of ours, so that it can be checked first."""
    for plek, kolom in enumerate(blad.kolommen, start=1):
        if kolom.pad[-1] in HERKOMST and not kolom.niveau:
            aanname = next(k for k in blad.kolommen if k.pad == ("aanname",))
            for nummer, rij in enumerate(rijen, start=KOPRIJ + 1):
                if rij.get(aanname):
                    werkblad.cell(nummer, plek).fill = PatternFill("solid", fgColor=GEEL)


def _rijen(
    blad: Blad, niveau: int, van: Sequence[BaseModel], pad: tuple[str, ...]
) -> Iterator[dict[Kolom, object]]:
    """The rows of a list, things inside things under each other; the first shares the row of what holds it."""
    kolommen = [k for k in blad.kolommen if k.niveau == niveau]
    for ding in (d for houder in van for d in _dingen(houder, pad)):
        rij = {k: naar_cel(k, _waarde(ding, k.pad)) for k in kolommen}
        if all(waarde is None for waarde in rij.values()):
            raise Beleidsfout(
                f"`{blad.niveaus[0].pad[-1]}`: een combinatie zonder waarden past altijd; laat `als` dan weg."
            )
        onder = (
            list(_rijen(blad, niveau + 1, [ding], blad.niveaus[niveau + 1].pad))
            if niveau + 1 < len(blad.niveaus)
            else []
        )
        yield rij | (onder[0] if onder else {})
        yield from onder[1:]


def _dingen(houder: BaseModel, pad: tuple[str, ...]) -> tuple[BaseModel, ...]:
    waarde = _waarde(houder, pad)
    return waarde if isinstance(waarde, tuple) else ()


def _waarde(ding: object, pad: tuple[str, ...]) -> object:
    """The value at a place; nothing where a block on the way is absent, or is one value instead of a block."""
    for stap in pad:
        if not isinstance(ding, BaseModel):
            return None
        ding = getattr(ding, stap)
    return ding


def _bladkop(
    werkblad: Worksheet, titel: str, koppen: Sequence[str], breedtes: Sequence[int]
) -> None:
    boven = werkblad.cell(1, 1)
    _schrijf(boven, BLADUITLEG.get(titel, "Elke rij is er één. Lege rijen tellen niet mee."))
    boven.font = Font(name=LETTER, italic=True)
    werkblad.row_dimensions[KOPRIJ].height = 32
    for plek, (kop, breedte) in enumerate(zip(koppen, breedtes, strict=True), start=1):
        cel = werkblad.cell(KOPRIJ, plek)
        _schrijf(cel, kop)
        cel.font, cel.alignment = KOP, BOVEN
        cel.fill = PatternFill("solid", fgColor=GROEN)
        werkblad.column_dimensions[get_column_letter(plek)].width = breedte
    werkblad.page_setup.orientation = "landscape"
    werkblad.page_setup.fitToHeight = 0
    werkblad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    werkblad.print_title_rows = f"{KOPRIJ}:{KOPRIJ}"


def _breedte(kolom: Kolom) -> int:
    if kolom.pad[-1] in LANG:
        return 30 if kolom.pad[-1] == "naam" else 48
    return 22 if kolom.soort in (Soort.LIJST, Soort.KEUZE) else 16


def _vul(cel: Cell | MergedCell, kolom: Kolom, waarde: object) -> None:
    _schrijf(cel, waarde)
    cel.alignment, cel.border, cel.font = BOVEN, LIJN, GEWOON
    if kolom.soort not in (Soort.GETAL, Soort.DATUM):
        cel.number_format = "@"
    elif kolom.soort is Soort.DATUM:
        cel.number_format = "yyyy-mm-dd"


def _schrijf(cel: Cell | MergedCell, waarde: object) -> None:
    """Write text as text: what begins with = is never a formula."""
    assert isinstance(cel, Cell)  # cells are never merged here: a merged cell cannot be read back
    if isinstance(waarde, str):
        if len(waarde) > LANGSTE_CEL or ILLEGAL_CHARACTERS_RE.search(waarde):
            raise Beleidsfout(
                f"'{waarde[:40]}...' kan niet in een cel staan: te lang, of met tekens die niet mogen."
            )
        cel.value = waarde
        cel.data_type = "s"
        cel.quotePrefix = waarde.startswith("=")
    elif waarde is not None:
        cel.value = waarde  # type: ignore[assignment]


def _keuze(werkblad: Worksheet, kolom: Kolom, bereik: str, keuzes: Keuzelijsten) -> None:
    """A list to choose from. Where more than one may stand, the list is a hint and not a limit."""
    if kolom.keuzes:
        formule = keuzes.plek(kolom.keuzes)
    elif kolom.pad[-1] in PARTIJKOLOMMEN:
        formule = f"'Partijen'!$A${KOPRIJ + 1}:$A${LAATSTE_RIJ}"
    else:
        return
    controle = DataValidation(type="list", formula1=formule, allow_blank=True)
    controle.showErrorMessage = kolom.soort is not Soort.LIJST
    controle.errorTitle, controle.error = "Dit kan hier niet", "Kies iets uit de lijst."
    controle.promptTitle, controle.prompt = kolom.kop[:30], _uitleg_bij(kolom)[:250]
    controle.showInputMessage = True
    controle.add(bereik)
    werkblad.add_data_validation(controle)


def _uitleg_bij(kolom: Kolom) -> str:
    delen = [kolom.uitleg] if kolom.uitleg else []
    if kolom.soort is Soort.LIJST:
        delen.append("Eén of meer, met komma's ertussen.")
    if kolom.soort is Soort.REGELS:
        delen.append("Elke regel van het adres op een eigen regel.")
    if kolom.keuzes:
        delen.append(f"Kies uit {', '.join(kolom.keuzes)}.")
    return " ".join(delen)
