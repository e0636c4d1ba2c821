"""What people do with persons: register them, say who lives together and who has authority."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.platform.delen import nieuw_deel
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope

from . import events, regels
from .gezin import Aanmelding, meld_samen_aan
from .models import Huishouden, Lid, Relatie


def aanmelden(
    *, scope: Scope, gegevens: regels.Persoonsgegevens, gemeente: UUID, verantwoordelijke: UUID
) -> Aanmelding:
    """Find by BSN or create a person, in one logged step. What a known person already has is left as it was."""
    return meld_samen_aan(
        scope, personen=[gegevens], gemeente=gemeente, verantwoordelijke=verantwoordelijke
    )[0]


@transaction.atomic
def vorm_huishouden(
    *, scope: Scope, personen: list[UUID], gemeente: UUID, verantwoordelijke: UUID, van: date
) -> UUID:
    """Record that these people live together from a day on. Each membership is that person's own content."""
    huishouden = nieuw_id()
    Huishouden(id=huishouden, gemeente_id=gemeente).save(force_insert=True)
    for persoon in personen:
        deel = nieuw_deel(
            scope,
            betrokkene=persoon,
            rubriek="huishouden",
            verantwoordelijke=verantwoordelijke,
            gemeente=gemeente,
        )
        Lid(
            id=nieuw_id(),
            gemeente_id=gemeente,
            deel_id=deel,
            huishouden_id=huishouden,
            persoon_id=persoon,
            van=van,
        ).save(force_insert=True)
        vastleggen(
            scope,
            Gebeurtenis(events.GEZINSLID_TOEGEVOEGD, persoon, deel, persoon),
            gemeente=gemeente,
        )
    return huishouden


@transaction.atomic
def leg_relatie_vast(
    *,
    scope: Scope,
    persoon: UUID,
    ander: UUID,
    soort: regels.RelatieSoort,
    namen: tuple[str, str],
    van: date,
    gezag: bool = False,
    beperkt: bool = False,
) -> None:
    """Record that `persoon` is a parent, partner or carer of `ander`; for a parent, with or without authority.

    `beperkt`: a court or safety measure limits this authority. `namen`: of both, for the timeline.
    """
    deel = nieuw_deel(scope, betrokkene=ander, rubriek="huishouden")
    Relatie(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=deel,
        persoon_id=persoon,
        ander_id=ander,
        soort=soort,
        gezag=gezag,
        beperkt=beperkt,
        van=van,
    ).save(force_insert=True)
    gegevens = {"wie": namen[0], "wat": soort.replace("_", "-"), "van_wie": namen[1]}
    # The table's guard looks for an event about `persoon`; the timeline it belongs on is the other's.
    vastleggen(scope, Gebeurtenis(events.RELATIE_VASTGELEGD, persoon, deel, ander, gegevens))
