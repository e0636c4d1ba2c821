"""Write rows of several tables in one statement, blind: nothing is read back (docs/adr/0002, 0008)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, models

from .vraag import doe


def voeg_toe(rijen: Iterable[models.Model]) -> None:
    """Insert these new rows, whatever their tables; nothing happens for none."""
    per_soort: dict[type[models.Model], list[models.Model]] = {}
    for rij in rijen:
        per_soort.setdefault(type(rij), []).append(rij)
    if not per_soort:
        return
    stukken: list[str] = []
    waarden: list[object] = []
    for soort, groep in per_soort.items():
        velden = soort._meta.concrete_fields
        kolommen = ", ".join(veld.column for veld in velden)
        rijvorm = f"({', '.join('%s' for _ in velden)})"
        stukken.append(
            f"INSERT INTO {soort._meta.db_table} ({kolommen}) VALUES {', '.join(rijvorm for _ in groep)}"
        )
        waarden += [
            veld.get_db_prep_save(getattr(rij, veld.attname), connection)
            for rij in groep
            for veld in velden
        ]
    *eerder, laatste = stukken
    vooraf = ", ".join(f"rij_{nummer} AS ({stuk})" for nummer, stuk in enumerate(eerder))
    doe(f"WITH {vooraf} {laatste}" if eerder else laatste, waarden)
