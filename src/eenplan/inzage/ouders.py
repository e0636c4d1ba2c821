"""Who has a say over a child, also who lives elsewhere: looked up in one way, for consent and for letters."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import Gezag, PersoonKaart
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope

from .regels import Doel
from .usecases import openen


def kaarten_van_ouders(
    scope: Scope, ouders: Sequence[Gezag], *, doel: Doel
) -> dict[UUID, PersoonKaart]:
    """The cards of these parents. Who lives elsewhere only when this reader is involved with them."""
    if elders := [g.ouder for g in ouders if not g.naam]:
        with suppress(NietGevonden):
            openen(scope, personen=elders, doel=doel)
    return {k.id: k for k in huishoudens.personen(scope, [g.ouder for g in ouders])}
