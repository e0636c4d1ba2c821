"""The JSON Schema of the policy files, made from the classes: `python -m eenplan.beleid.schema`."""

import json
from pathlib import Path

from pydantic.json_schema import models_json_schema

from eenplan.beleid import api
from eenplan.beleid.toegangsmodel import Toegangsmodel
from eenplan.beleid.velden import Veldenboek
from eenplan.beleid.wetboek import Wetboek

KLASSEN = (Toegangsmodel, Wetboek, Veldenboek)
BESTAND = "schema.json"


def schema() -> str:
    """The schema of a complete file; a file with a `basis` is compared after it is laid over that."""
    verwijzingen, geheel = models_json_schema(
        [(klasse, "validation") for klasse in KLASSEN],
        title="Toegangsmodel van een gemeente, de wet, of waarom formulieren iets vragen",
    )
    geheel["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    geheel["anyOf"] = [verwijzingen[(klasse, "validation")] for klasse in KLASSEN]
    return json.dumps(geheel, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def schrijf(pad: Path) -> None:
    """Write the schema beside the policy files."""
    pad.write_text(schema(), encoding="utf-8")


if __name__ == "__main__":
    schrijf(api.boek().map / BESTAND)
