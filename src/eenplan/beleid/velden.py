"""Why a form asks something, as data: per field the reason, its source, and an example of what belongs there (P4)."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import StringConstraints

from eenplan.beleid.bouwstenen import Herkomst, Streng, Tekst

BESTAND = "velden.yaml"
Codenaam = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][\w.]*$")]


class Veldreden(Herkomst):
    """Why one field is asked; `wel` and `niet` are what one would write there and what one would not."""

    veld: Codenaam
    waarom: Tekst
    wel: Tekst | None = None
    niet: Tekst | None = None


class Formulierblad(Streng):
    """The reasons of one form, by its name in the code."""

    formulier: Codenaam
    velden: tuple[Veldreden, ...]


class Veldenboek(Streng):
    """The whole file."""

    formulieren: tuple[Formulierblad, ...]

    def op_naam(self) -> Mapping[tuple[str, str], Veldreden]:
        """Every reason by form and field."""
        return {(b.formulier, v.veld): v for b in self.formulieren for v in b.velden}

    def dubbel(self) -> Iterator[str]:
        """A form or a field that stands in the file twice: only one of them would count."""
        gezien: set[tuple[str, ...]] = set()
        for blad in self.formulieren:
            for plek in ((blad.formulier,), *((blad.formulier, v.veld) for v in blad.velden)):
                if plek in gezien:
                    yield f"{'.'.join(plek)} staat er twee keer; voeg samen of haal er een weg."
                gezien.add(plek)
