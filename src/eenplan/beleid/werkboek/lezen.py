"""From a workbook to a toegangsmodel. What is wrong becomes a sentence that names sheet, cell and what is allowed."""

import datetime as dt
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from pydantic import ValidationError

from eenplan.beleid.bewijs import gaten
from eenplan.beleid.fouten import Beleidsfout, Plek, in_woorden, keuze
from eenplan.beleid.toegangsmodel import Toegangsmodel
from eenplan.beleid.verwijzingen import verwijzingen
from eenplan.beleid.werkboek.cellen import Celfout, van_cel
from eenplan.beleid.werkboek.indeling import Blad, Kolom, bladen, losse_waarden
from eenplan.beleid.wetboek import Wetboek
from eenplan.platform import bestand

MODELBLAD = "Model"
KOPRIJ = 2
MEESTE_RIJEN, MEESTE_KOLOMMEN = 1000, 60
VERSTE_RIJ = (
    100_000  # a file may name row 4,000,000,000, and the reader would fill all those above it
)
MEESTE_BYTES, MEESTE_UITGEPAKT, MEESTE_DELEN = 2_000_000, 12_000_000, 200
VREEMD = (b"<!DOCTYPE", b"<!ENTITY", b"\x00")
"""What can make a reader fetch or unfold something; a workbook never needs it."""
GENOEMD = re.compile(r"`(\w+)`(?: ([\w-]+(?: [\w-]+)?))?")

Blok = dict[str, object]
Rij = tuple[object, ...]
Inhoud = dict[str, list[Rij]]
Wet = Callable[[dt.date], Wetboek]


@dataclass
class Lezing:
    """What was read: the file as keys and values, where each came from, and what could not be read."""

    blok: Blok = field(default_factory=dict)
    plekken: dict[Plek, str] = field(default_factory=dict)
    namen: dict[tuple[str, ...], Plek] = field(default_factory=dict)
    fouten: list[str] = field(default_factory=list)

    def zet(self, doel: Blok, kolom: Kolom, inhoud: object, voor: Plek, waar: str) -> None:
        """Give a cell its place in the file; an empty one is left out."""
        self.plekken[(*voor, *kolom.pad)] = waar
        if inhoud is None or str(inhoud).strip() == "":
            return
        try:
            waarde = van_cel(kolom, inhoud)
        except Celfout as fout:
            self.fouten.append(f"{waar}: {fout}.")
            return
        for stap in kolom.pad[:-1]:
            onder = doel.setdefault(stap, {})
            if not isinstance(onder, dict):
                self.fouten.append(f"{waar}: vul dit in, of de kolom ervoor, niet allebei.")
                return
            doel = onder
        doel[kolom.pad[-1]] = waarde

    def waar(self, plek: Plek) -> str:
        """The cell of a place in the file, or the nearest that is known."""
        for lengte in range(len(plek), 0, -1):
            if plek[:lengte] in self.plekken:
                return self.plekken[plek[:lengte]]
            if lengte == len(plek):
                onder = [p for p in self.plekken if p[:lengte] == plek]
                if onder:
                    return self.plekken[onder[0]]
        return f"blad '{MODELBLAD}'"

    def waar_zin(self, zin: str) -> str:
        """The cell of the part that a sentence of the checker begins with."""
        plek: Plek = ()
        for sleutel, naam in GENOEMD.findall(zin.split("`: ")[0] + "`"):
            plek = (*plek, sleutel)
            plek = self.namen.get((*map(str, plek), naam.removeprefix("regel ")), plek)
        kandidaten = [p for p in self.plekken if p[: len(plek)] == plek]
        if plek and not kandidaten and len(plek) > 2:
            # a condition stands one level deeper than the sentence says
            kandidaten = [p for p in self.plekken if p[:2] == plek[:2] and p[-1] == plek[-1]]
        return self.plekken[kandidaten[0]] if kandidaten else self.waar(plek)


def lees_bestand(pad: Path, wet: Wet | None = None) -> Toegangsmodel:
    """The model that a file holds; see `lees`."""
    try:
        bytes_ = bestand.lees(pad, MEESTE_BYTES)
    except OSError as fout:
        raise Beleidsfout(f"{pad}: dit bestand is niet te lezen ({fout.strerror}).") from fout
    return lees(bytes_, str(pad), wet)


def lees(bytes_: bytes, naam: str, wet: Wet | None = None) -> Toegangsmodel:
    """The model a workbook holds. Beleidsfout with every wrong cell; with the law also when its tables have a gap."""
    return uit_rijen(open_rijen(bytes_, naam), wet)


def uit_rijen(inhoud: Inhoud, wet: Wet | None = None) -> Toegangsmodel:
    """The model that these rows per sheet hold; see `lees`."""
    lezing = Lezing()
    _lees_los(inhoud, lezing)
    for blad in bladen():
        _lees_blad(blad, inhoud, lezing)
    _weiger(lezing.fouten)
    try:
        model = Toegangsmodel.model_validate(lezing.blok)
    except ValidationError as fout:
        _weiger(
            [
                f"{lezing.waar(plek)}: {zin}."
                for plek, zin in in_woorden(fout, Toegangsmodel, lezing.blok)
            ]
        )
        raise
    zinnen = list(verwijzingen(model)) or (
        list(gaten(model, wet(model.geldig_vanaf), None)) if wet else []
    )
    _weiger([f"{lezing.waar_zin(zin)}: {zin}" for zin in zinnen])
    return model


def _weiger(zinnen: Sequence[str]) -> None:
    if zinnen:
        raise Beleidsfout(*zinnen)


def open_rijen(bytes_: bytes, naam: str) -> Inhoud:
    """The filled rows of every sheet we know, formulas as they are written."""
    _veilig(bytes_, naam)
    bekend = [MODELBLAD, *(blad.titel for blad in bladen())]
    try:
        boek = load_workbook(io.BytesIO(bytes_), read_only=True, data_only=False, keep_links=False)
        try:
            return {
                titel: list(
                    _rijen(boek[titel].iter_rows(max_col=MEESTE_KOLOMMEN + 1, values_only=True))
                )
                for titel in bekend
                if titel in boek.sheetnames
            }
        finally:
            boek.close()
    except Exception as fout:  # whatever a damaged file makes the library say
        raise Beleidsfout(f"{naam}: dit bestand is niet te lezen als werkboek (xlsx).") from fout


def _rijen(gelezen: Iterable[Rij]) -> Iterator[Rij]:
    """The rows that may be used, and the first filled one after them, so that it can be told that it is too many."""
    for nummer, rij in enumerate(gelezen):
        if nummer < MEESTE_RIJEN:
            yield rij
        elif nummer == VERSTE_RIJ or not all(map(_leeg, rij)):
            yield (f"rij {nummer + 1}",)
            return


def _veilig(bytes_: bytes, naam: str) -> None:
    """Beleidsfout when this is no workbook, unpacks too large, or asks for something from elsewhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(bytes_)) as archief:
            delen = archief.infolist()
            if len(delen) > MEESTE_DELEN or sum(d.file_size for d in delen) > MEESTE_UITGEPAKT:
                raise Beleidsfout(f"{naam}: dit bestand is uitgepakt te groot.")
            teksten = [archief.read(deel) for deel in delen]
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        OSError,  # bzip2 tells it so
        ValueError,
        RuntimeError,
        EOFError,
    ) as fout:
        raise Beleidsfout(f"{naam}: dit bestand is niet te lezen als werkboek (xlsx).") from fout
    for deel, tekst in zip(delen, teksten, strict=True):
        if deel.filename.endswith((".xml", ".rels")) and any(w in tekst for w in VREEMD):
            raise Beleidsfout(f"{naam}: dit bestand bevat iets wat niet in een werkboek hoort.")


def _lees_los(inhoud: Inhoud, lezing: Lezing) -> None:
    """The sheet with one value a row."""
    rijen = inhoud.get(MODELBLAD)
    if rijen is None:
        raise Beleidsfout(f"Het blad '{MODELBLAD}' ontbreekt; begin met `eenplan model naar-xlsx`.")
    bekend = {kolom.kop: kolom for kolom in losse_waarden()}
    for nummer, rij in _gevuld(MODELBLAD, rijen, lezing):
        kop, waarde = str(rij[0] or "").strip(), rij[1] if len(rij) > 1 else None
        if kop not in bekend:
            lezing.fouten.append(
                f"blad '{MODELBLAD}', cel A{nummer}: '{kop[:60]}' is niet bekend; {keuze(bekend)}."
            )
            continue
        lezing.zet(lezing.blok, bekend[kop], waarde, (), f"blad '{MODELBLAD}', cel B{nummer}")


def _lees_blad(blad: Blad, inhoud: Inhoud, lezing: Lezing) -> None:
    """A sheet with a thing a row; a row that leaves the thing itself empty goes on with the thing above it."""
    rijen = inhoud.get(blad.titel)
    if rijen is None:
        lezing.fouten.append(f"Het blad '{blad.titel}' ontbreekt.")
        return
    kolommen = _koppen(blad, rijen, lezing)
    doel = lezing.blok
    eerste = blad.niveaus[0].pad
    for stap in eerste[:-1]:
        doel = doel.setdefault(stap, {})  # type: ignore[assignment]
    open_: list[tuple[list[object], Plek]] = [(_lijst(doel, eerste[-1]), eerste)]
    for nummer, rij in _gevuld(blad.titel, rijen, lezing):
        for niveau in range(len(blad.niveaus)):
            cellen = [
                (k, rij[i], f"blad '{blad.titel}', cel {get_column_letter(i + 1)}{nummer}")
                for i, k in kolommen.items()
                if k.niveau == niveau
            ]
            if all(_leeg(waarde) for _, waarde, _ in cellen):
                continue
            if niveau >= len(open_):
                lezing.fouten.append(f"{cellen[0][2]}: vul ook de kolommen ervoor in.")
                break
            _neem_op(blad, niveau, cellen, open_, lezing)


def _neem_op(
    blad: Blad,
    niveau: int,
    cellen: Sequence[tuple[Kolom, object, str]],
    open_: list[tuple[list[object], Plek]],
    lezing: Lezing,
) -> None:
    """Put the thing of these cells in the list that is open at this level, and open the list inside it."""
    lijst, voor = open_[niveau]
    ding: Blok = {}
    plek = (*voor, len(lijst))
    lijst.append(ding)
    for kolom, waarde, waar in cellen:
        lezing.zet(ding, kolom, waarde, plek, waar)
    _onthoud_naam(lezing, voor, ding, plek)
    del open_[niveau + 1 :]
    if niveau + 1 < len(blad.niveaus):
        onder = blad.niveaus[niveau + 1].pad[-1]
        open_.append((_lijst(ding, onder), (*plek, onder)))


def _lijst(doel: Blok, naam: str) -> list[object]:
    lijst: list[object] = []
    doel[naam] = lijst
    return lijst


def _onthoud_naam(lezing: Lezing, voor: Plek, ding: Blok, plek: Plek) -> None:
    for sleutel in ("regel", "sleutel", "beslisser"):
        if sleutel in ding:
            lezing.namen.setdefault((*map(str, voor), str(ding[sleutel])), plek)


def _leeg(waarde: object) -> bool:
    return waarde is None or str(waarde).strip() == ""


def _gevuld(titel: str, rijen: Sequence[Rij], lezing: Lezing) -> Iterator[tuple[int, Rij]]:
    """The rows under the header that hold something, with their number."""
    te_diep = any(not _leeg(waarde) for rij in rijen[MEESTE_RIJEN:] for waarde in rij)
    if te_diep or any(not _leeg(w) for rij in rijen for w in rij[MEESTE_KOLOMMEN:]):
        lezing.fouten.append(
            f"blad '{titel}': te groot; hooguit {MEESTE_RIJEN} rijen en {MEESTE_KOLOMMEN} kolommen."
        )
        return
    for nummer, rij in enumerate(rijen[KOPRIJ:], start=KOPRIJ + 1):
        if not all(map(_leeg, rij)):
            yield nummer, rij


def _koppen(blad: Blad, rijen: Sequence[Rij], lezing: Lezing) -> dict[int, Kolom]:
    bekend = {kolom.kop: kolom for kolom in blad.kolommen}
    gevonden: dict[int, Kolom] = {}
    for plek, kop in enumerate(rijen[KOPRIJ - 1] if len(rijen) >= KOPRIJ else ()):
        if _leeg(kop):
            continue
        naam = str(kop).strip()
        if naam in bekend and bekend[naam] not in gevonden.values():
            gevonden[plek] = bekend[naam]
            continue
        waar = f"blad '{blad.titel}', cel {get_column_letter(plek + 1)}{KOPRIJ}"
        lezing.fouten.append(
            f"{waar}: de kolom '{naam[:60]}' is niet bekend of staat er twee keer; {keuze(bekend)}."
        )
    weg = [naam for naam, kolom in bekend.items() if kolom not in gevonden.values()]
    if weg:
        lezing.fouten.append(f"blad '{blad.titel}', rij {KOPRIJ}: de kolom '{weg[0]}' ontbreekt.")
    return gevonden
