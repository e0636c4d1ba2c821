"""Which functions at the front doors of the rooms change something, read from the code."""

from __future__ import annotations

import ast

from tests.bewaking.hulp import Bestanden, met
from tests.bewaking.test_kamers import deurfuncties


def atomaire_deuren(teksten: Bestanden | None = None) -> set[str]:
    """The functions that a person does: all or nothing by themselves. Reactions are part of what they follow on."""
    return {
        f"{kamer}.{functie.name}"
        for kamer, functie in deurfuncties(teksten or met(".py", "src/"))
        if any(
            ast.unparse(versiering) == "transaction.atomic" for versiering in functie.decorator_list
        )
        and "gebeurtenis" not in {a.arg for a in functie.args.args}
    }
