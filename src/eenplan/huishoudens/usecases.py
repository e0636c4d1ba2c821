"""What people do with persons: register them, say who lives together and who has authority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.platform import klok
from eenplan.platform.delen import nieuw_deel
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.platform.versleuteling import versleutel, zoeksleutel
from eenplan.platform.vraag import waarde

from . import events, regels
from .models import Adres, Contact, Huishouden, Lid, Persoon, Relatie


@dataclass(frozen=True)
class Aanmelding:
    """The key to use for this person, and whether the municipality knew them already."""

    persoon: UUID
    bekend: bool


@transaction.atomic
def aanmelden(
    *, scope: Scope, gegevens: regels.Persoonsgegevens, gemeente: UUID, verantwoordelijke: UUID
) -> Aanmelding:
    """Find by BSN or create a person, in one logged step. What a known person already has is left as it was."""
    persoon = nieuw_id()
    cijfers = regels.bsn_cijfers(gegevens.bsn)
    sleutel = zoeksleutel(cijfers, gemeente=gemeente) if cijfers else None
    gevonden = waarde("SELECT pol.persoon_aanmelden(%s, %s, %s)", [persoon, gemeente, sleutel])
    if not isinstance(gevonden, UUID):
        raise LookupError("het slot heeft deze aanmelding niet aangenomen")
    if gevonden != persoon:
        return Aanmelding(gevonden, bekend=True)
    deel = nieuw_deel(
        scope,
        betrokkene=persoon,
        rubriek="identiteit",
        verantwoordelijke=verantwoordelijke,
        gemeente=gemeente,
    )
    Persoon(
        id=persoon,
        gemeente_id=gemeente,
        deel_id=deel,
        naam=gegevens.naam,
        sorteernaam=regels.sorteernaam(gegevens.naam),
        zoeknaam=regels.zoeknaam(gegevens.naam),
        geboortedatum=gegevens.geboortedatum,
        bsn_versleuteld=versleutel(cijfers, rij=persoon) if cijfers else None,
        bsn_zoeksleutel=sleutel,
    ).save(force_insert=True)
    _contact(scope, persoon, gegevens, gemeente, verantwoordelijke)
    _adres(scope, persoon, gegevens, gemeente, verantwoordelijke)
    vastleggen(
        scope,
        Gebeurtenis(events.PERSOON_AANGEMELD, persoon, deel, persoon, {"naam": gegevens.naam}),
        gemeente=gemeente,
    )
    return Aanmelding(persoon, bekend=False)


def _contact(
    scope: Scope, persoon: UUID, g: regels.Persoonsgegevens, gemeente: UUID, organisatie: UUID
) -> None:
    if not (g.telefoon or g.mail or g.veilige_weg):
        return
    rij = nieuw_id()
    Contact(
        id=rij,
        gemeente_id=gemeente,
        deel_id=nieuw_deel(
            scope,
            betrokkene=persoon,
            rubriek="contact",
            verantwoordelijke=organisatie,
            gemeente=gemeente,
        ),
        persoon_id=persoon,
        telefoon_versleuteld=versleutel(g.telefoon, rij=rij) if g.telefoon else None,
        mail_versleuteld=versleutel(g.mail, rij=rij) if g.mail else None,
        veilige_weg=g.veilige_weg,
    ).save(force_insert=True)


def _adres(
    scope: Scope, persoon: UUID, g: regels.Persoonsgegevens, gemeente: UUID, organisatie: UUID
) -> None:
    if not (g.adres or g.gebied):
        return
    rij = nieuw_id()
    Adres(
        id=rij,
        gemeente_id=gemeente,
        deel_id=nieuw_deel(
            scope,
            betrokkene=persoon,
            rubriek="adres",
            verantwoordelijke=organisatie,
            geheim=g.adres_geheim,
            gemeente=gemeente,
        ),
        persoon_id=persoon,
        adres_versleuteld=versleutel(g.adres, rij=rij),
        gebied_sleutel="" if g.adres_geheim else g.gebied,
        geheim=g.adres_geheim,
        van=klok.vandaag(),
    ).save(force_insert=True)


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
