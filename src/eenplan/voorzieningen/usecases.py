"""Filling the catalogue from the policy files. Done by the loader, never by a web request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from django.db import transaction

from eenplan.beleid.api import Toegangsmodel
from eenplan.organisaties.api import gemeente_id, organisatie_id, overig_id

from .models import Voorziening

LADER = "lader"


def vul(versies: Sequence[Toegangsmodel]) -> None:
    """Make or renew the catalogue of one municipality, each version for the days it is in force.

    Older lines stay: a file from before a change still says what there was then.
    """
    grenzen = [model.geldig_vanaf for model in versies]
    perioden = [*pairwise(grenzen), (grenzen[-1], None)]
    rijen = [
        rij
        for model, (van, tot) in zip(versies, perioden, strict=True)
        for rij in _rijen(model, van, tot)
    ]
    velden = [v.attname for v in Voorziening._meta.concrete_fields if not v.primary_key]
    with transaction.atomic(using=LADER):
        Voorziening.objects.using(LADER).bulk_create(
            rijen, update_conflicts=True, unique_fields=["id"], update_fields=velden
        )


def _rijen(model: Toegangsmodel, van: date, tot: date | None) -> list[Voorziening]:
    g = model.sleutel
    return [
        Voorziening(
            id=overig_id(g, "voorziening", f"{v.sleutel}/{van}"),
            gemeente_id=gemeente_id(g),
            aanbieder_id=organisatie_id(g, v.aanbieder) if v.aanbieder else None,
            sleutel=v.sleutel,
            naam=v.naam,
            omschrijving="",
            laag=v.laag,
            voorziening=v.voorziening,
            wetten=list(v.wetten),
            wijk_sleutel="",
            dat_is_wat=v.dat_is_wat,
            van=van,
            tot=tot,
        )
        for v in model.voorzieningen
    ]
