"""What people do with persons: register who belongs together, in a fixed number of statements however many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import models, transaction

from eenplan.platform.delen import NieuwDeel, nieuwe_delen
from eenplan.platform.gebeurtenissen import Gebeurtenis, leg_alle_vast
from eenplan.platform.ids import nieuw_id
from eenplan.platform.schrijven import voeg_toe
from eenplan.platform.scope import Scope
from eenplan.platform.versleuteling import versleutel, zoeksleutel
from eenplan.platform.vraag import rijen

from . import events, regels
from .models import Adres, Contact, Huishouden, Lid, Persoon, Relatie


@dataclass(frozen=True)
class Aanmelding:
    """The key to use for this person, and whether the municipality knew them already."""

    persoon: UUID
    bekend: bool


@dataclass(frozen=True, slots=True)
class NieuweRelatie:
    """How one of the people stands to another; both by their place in the list."""

    van: int
    tot: int
    soort: regels.RelatieSoort
    gezag: bool = False


@dataclass(frozen=True, slots=True)
class _Werk:
    """What all rows of one registration share."""

    gemeente: UUID
    verantwoordelijke: UUID
    vandaag: date


@transaction.atomic(savepoint=False)  # always part of a larger act
def meld_samen_aan(
    scope: Scope,
    *,
    personen: Sequence[regels.Persoonsgegevens],
    gemeente: UUID,
    verantwoordelijke: UUID,
    huisgenoten: Sequence[int] = (),
    relaties: Sequence[NieuweRelatie] = (),
) -> list[Aanmelding]:
    """Find each by BSN or create them, with who lives together and who is whose parent; each step logged.

    What a known person already has is left as it was, and nobody new is tied to somebody known: that family is
    in their file already.
    """
    werk = _Werk(gemeente, verantwoordelijke, scope.nu.date())
    gevonden = _vind_of_maak(personen, werk)
    nieuw = [nummer for nummer, a in enumerate(gevonden) if not a.bekend]
    wensen = _wensen(personen, gevonden, nieuw, huisgenoten, relaties)
    if not wensen:
        return gevonden
    ids = [a.persoon for a in gevonden]
    aanvragen = [
        NieuwDeel(
            ids[n],
            rubriek,
            verantwoordelijke,
            geheim=rubriek == "adres" and personen[n].adres_geheim,
        )
        for n, rubriek in wensen
    ]
    delen = dict(zip(wensen, nieuwe_delen(scope, aanvragen, gemeente=gemeente), strict=True))
    voeg_toe(
        [rij for n in nieuw for rij in _persoonsrijen(ids[n], n, personen[n], delen, werk)]
        + _gezinsrijen(ids, delen, huisgenoten, relaties, werk)
    )
    aangemeld = [_aangemeld(ids[n], delen[n, "identiteit"], personen[n].naam) for n in nieuw]
    leg_alle_vast(scope, aangemeld, gemeente=gemeente)
    return gevonden


def _aangemeld(persoon: UUID, deel: UUID, naam: str) -> Gebeurtenis:
    return Gebeurtenis(events.PERSOON_AANGEMELD, persoon, deel, persoon, {"naam": naam})


def _vind_of_maak(personen: Sequence[regels.Persoonsgegevens], werk: _Werk) -> list[Aanmelding]:
    voorstellen = [nieuw_id() for _ in personen]
    cijfers = [regels.bsn_cijfers(p.bsn) for p in personen]
    gevonden = dict(
        rijen(
            lambda voorstel, gevonden: (voorstel, gevonden),
            # In one order for everybody: two who register the same people would wait for each other.
            """SELECT n.id, pol.persoon_aanmelden(n.id, %s, n.sleutel)
                 FROM (SELECT * FROM unnest(%s::uuid[], %s::bytea[]) AS u(id, sleutel) ORDER BY sleutel) n""",
            [
                werk.gemeente,
                voorstellen,
                [zoeksleutel(c, gemeente=werk.gemeente) if c else None for c in cijfers],
            ],
        )
    )
    return [Aanmelding(gevonden[v], bekend=gevonden[v] != v) for v in voorstellen]


def _wensen(
    personen: Sequence[regels.Persoonsgegevens],
    gevonden: Sequence[Aanmelding],
    nieuw: Sequence[int],
    huisgenoten: Sequence[int],
    relaties: Sequence[NieuweRelatie],
) -> list[tuple[int, str]]:
    """Which delen are needed, as (place of the person, rubriek)."""
    wensen = [(n, "identiteit") for n in nieuw]
    wensen += [
        (n, "contact")
        for n in nieuw
        if personen[n].telefoon or personen[n].mail or personen[n].veilige_weg
    ]
    wensen += [(n, "adres") for n in nieuw if personen[n].adres or personen[n].gebied]
    gebonden = {*huisgenoten, *(r.tot for r in relaties)}
    return wensen + [(n, "huishouden") for n in nieuw if n in gebonden]


def _persoonsrijen(
    persoon: UUID,
    nummer: int,
    g: regels.Persoonsgegevens,
    delen: dict[tuple[int, str], UUID],
    werk: _Werk,
) -> list[models.Model]:
    cijfers = regels.bsn_cijfers(g.bsn)
    rijen_: list[models.Model] = [
        Persoon(
            id=persoon,
            gemeente_id=werk.gemeente,
            deel_id=delen[nummer, "identiteit"],
            naam=g.naam,
            sorteernaam=regels.sorteernaam(g.naam),
            zoeknaam=regels.zoeknaam(g.naam),
            geboortedatum=g.geboortedatum,
            bsn_versleuteld=versleutel(cijfers, rij=persoon) if cijfers else None,
            bsn_zoeksleutel=zoeksleutel(cijfers, gemeente=werk.gemeente) if cijfers else None,
        )
    ]
    if (nummer, "contact") in delen:
        rij = nieuw_id()
        rijen_.append(
            Contact(
                id=rij,
                gemeente_id=werk.gemeente,
                deel_id=delen[nummer, "contact"],
                persoon_id=persoon,
                telefoon_versleuteld=versleutel(g.telefoon, rij=rij) if g.telefoon else None,
                mail_versleuteld=versleutel(g.mail, rij=rij) if g.mail else None,
                veilige_weg=g.veilige_weg,
            )
        )
    if (nummer, "adres") in delen:
        rij = nieuw_id()
        rijen_.append(
            Adres(
                id=rij,
                gemeente_id=werk.gemeente,
                deel_id=delen[nummer, "adres"],
                persoon_id=persoon,
                adres_versleuteld=versleutel(g.adres, rij=rij),
                gebied_sleutel="" if g.adres_geheim else g.gebied,
                geheim=g.adres_geheim,
                van=werk.vandaag,
            )
        )
    return rijen_


def _gezinsrijen(
    ids: Sequence[UUID],
    delen: dict[tuple[int, str], UUID],
    huisgenoten: Sequence[int],
    relaties: Sequence[NieuweRelatie],
    werk: _Werk,
) -> list[models.Model]:
    """Memberships and relations between people who are all new."""
    samen = [n for n in huisgenoten if (n, "huishouden") in delen]
    gebouwd: list[models.Model] = []
    if len(samen) == len(huisgenoten) > 1:
        huishouden = Huishouden(id=nieuw_id(), gemeente_id=werk.gemeente)
        gebouwd.append(huishouden)
        gebouwd += [
            Lid(
                id=nieuw_id(),
                gemeente_id=werk.gemeente,
                deel_id=delen[n, "huishouden"],
                huishouden_id=huishouden.id,
                persoon_id=ids[n],
                van=werk.vandaag,
            )
            for n in samen
        ]
    gebouwd += [
        Relatie(
            id=nieuw_id(),
            gemeente_id=werk.gemeente,
            deel_id=delen[r.tot, "huishouden"],
            persoon_id=ids[r.van],
            ander_id=ids[r.tot],
            soort=r.soort,
            gezag=r.gezag,
            beperkt=False,
            van=werk.vandaag,
        )
        for r in relaties
        if (r.van, "identiteit") in delen and (r.tot, "huishouden") in delen
    ]
    return gebouwd
