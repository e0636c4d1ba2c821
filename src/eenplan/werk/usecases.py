"""What people do with work: put it ready, take it, give it back, have it done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import doe, waarde

from .regels import WAT, Toestand, WerkSoort


def zet_klaar(
    scope: Scope,
    *,
    soort: WerkSoort,
    over: UUID,
    persoon: UUID | None,
    titel: str,
    partij: UUID,
    vervalt: date | None,
    medewerker: UUID | None = None,
    wat: str = "",
    spoed: bool = False,
    zichtbaar_tot: date | None = None,
    gemeente: UUID | None = None,
) -> UUID:
    """Put a line on the list of a party, or of one employee of it; returns its key.

    `titel` is the name of the person, `wat` a short label that says nothing of the help. The line is gone after
    `zichtbaar_tot`. Only a visitor's request names the `gemeente`.
    """
    sleutel = nieuw_id()
    doe(
        """INSERT INTO werk_item (id, gemeente_id, partij_id, medewerker_id, medewerker_naam, soort, over_id,
                                  persoon_id, titel, wat, vervalt, spoed, toestand, aangemaakt,
                                  zichtbaar_tot)
           VALUES (%s, %s, %s, %s, coalesce((SELECT naam FROM organisaties_medewerker WHERE id = %s), ''), %s, %s, %s,
                   %s, %s, %s, %s, %s, %s, %s)""",
        [
            sleutel,
            gemeente or scope.gemeente,
            partij,
            medewerker,
            medewerker,
            soort,
            over,
            persoon,
            titel,
            wat or WAT[soort],
            vervalt,
            spoed,
            Toestand.OPEN,
            scope.nu,
            zichtbaar_tot,
        ],
    )
    return sleutel


def rond_af(scope: Scope, *, over: UUID, soort: WerkSoort) -> None:
    """Close the open lines of this kind about a file, also those of another party.

    The database refuses unless this request wrote an event about the file first.
    """
    rond_samen_af(scope, over=over, soorten=(soort,))


def rond_samen_af(scope: Scope, *, over: UUID, soorten: Sequence[WerkSoort]) -> None:
    """As `rond_af`, for several kinds of work about one file at once. One statement."""
    doe(
        "SELECT pol.werk_afronden(%s, soort) FROM unnest(%s::text[]) soort",
        [over, [str(soort) for soort in soorten]],
    )


def verzet(scope: Scope, *, over: UUID, soort: WerkSoort, vervalt: date) -> None:
    """Give the open lines of this kind about a file another last day; refused as `rond_af` is."""
    doe("SELECT pol.werk_verzetten(%s, %s, %s)", [over, soort, vervalt])


@transaction.atomic
def neem_op(scope: Scope, *, item: UUID) -> None:
    """Take a line of one's own party. Geweigerd when a colleague has it, NietGevonden when it is not on this list."""
    genomen = doe(
        """UPDATE werk_item SET medewerker_id = %s, medewerker_naam = %s
            WHERE id = %s AND toestand = 'open' AND coalesce(medewerker_id, %s) = %s""",
        [scope.actor, scope.naam, item, scope.actor, scope.actor],
    )
    if not genomen:
        wie = waarde(
            "SELECT medewerker_naam FROM werk_item WHERE id = %s AND toestand = 'open'", [item]
        )
        if wie is None:
            raise NietGevonden
        raise Geweigerd(f"{wie} heeft dit al opgepakt.")


@transaction.atomic
def geef_terug(scope: Scope, *, item: UUID) -> None:
    """Put a line back on the list of the whole party; only who has it can. NietGevonden otherwise."""
    teruggegeven = doe(
        """UPDATE werk_item SET medewerker_id = NULL, medewerker_naam = ''
            WHERE id = %s AND toestand = 'open' AND medewerker_id = %s""",
        [item, scope.actor],
    )
    if not teruggegeven:
        raise NietGevonden
