"""`eenplan model naar-xlsx` and `van-xlsx`: a policy file as a workbook, and a workbook as a policy file."""

import os
import tempfile
from pathlib import Path

from ruamel.yaml import YAML

from eenplan.beleid.fouten import Beleidsfout
from eenplan.beleid.lezen import lees as lees_yaml
from eenplan.beleid.toegangsmodel import Toegangsmodel
from eenplan.beleid.werkboek import lezen, schrijven

KOP = "# Teruggelezen uit een werkboek. Wat hier niet staat, heeft de gewone waarde.\n"
BREEDTE = 110


def naar_xlsx(model: Toegangsmodel) -> bytes:
    """The workbook of a model. Beleidsfout when it would not read back as exactly this model."""
    bytes_ = schrijven.schrijf(model)
    if lezen.lees(bytes_, model.sleutel) != model:
        raise Beleidsfout(f"{model.sleutel}: dit toegangsmodel past niet precies in een werkboek.")
    return bytes_


def schrijf_werkboek(model: Toegangsmodel, doel: Path) -> str:
    """Write the workbook of a model; the sentence that says so."""
    _bewaar(doel, naar_xlsx(model))
    return f"{doel}: {model.naam}, de versie van {model.geldig_vanaf}."


def schrijf_beleid(bestand: Path, doel: Path, wet: lezen.Wet) -> str:
    """Write the policy file a workbook holds; the sentence that says so. Beleidsfout leaves everything as it was.

    `wet`: the law in force on a date.
    """
    if doel.suffix not in (".yaml", ".yml"):
        raise Beleidsfout(f"{doel}: de naam moet eindigen op .yaml, zoals 2027-01-01.yaml.")
    if doel.exists():
        raise Beleidsfout(f"{doel}: dit bestand is er al; kies een andere naam.")
    model = lezen.lees_bestand(bestand, wet)
    _bewaar(doel, _als_yaml(model), nieuwe_map=True)
    return f"{doel}: {model.naam}, vanaf {model.geldig_vanaf}."


def _als_yaml(model: Toegangsmodel) -> bytes:
    """The model as a policy file that reads back as exactly this model."""
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.width = BREEDTE
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_).resolve() / "model.yaml"
        with pad.open("w", encoding="utf-8") as uit:
            uit.write(KOP)
            yaml.dump(_kaal(model.model_dump(exclude_defaults=True)), uit)
        if lees_yaml(pad, pad.parent, Toegangsmodel) != model:
            raise Beleidsfout(
                f"{model.sleutel}: dit toegangsmodel past niet precies in een bestand."
            )
        return pad.read_bytes()


def _kaal(waarde: object) -> object:
    if isinstance(waarde, dict):
        return {sleutel: _kaal(deel) for sleutel, deel in waarde.items()}
    return [_kaal(deel) for deel in waarde] if isinstance(waarde, list | tuple) else waarde


def _bewaar(doel: Path, bytes_: bytes, *, nieuwe_map: bool = False) -> None:
    """Write whole or not at all. `nieuwe_map`: in a folder of its own, for a municipality that has none yet."""
    naast = doel.with_name(f".{doel.name}.{os.getpid()}")
    try:
        if nieuwe_map:
            doel.parent.mkdir(exist_ok=True)
        naast.write_bytes(bytes_)
        naast.replace(doel)
    except OSError as fout:
        naast.unlink(missing_ok=True)
        raise Beleidsfout(f"{doel}: hier kan niet worden geschreven ({fout.strerror}).") from fout
