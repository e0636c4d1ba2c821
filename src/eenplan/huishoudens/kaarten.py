"""The card of a person, as far as this reader has it open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from eenplan.platform.scope import Scope
from eenplan.platform.versleuteling import ontsleutel
from eenplan.platform.vraag import rijen


@dataclass(frozen=True)
class PersoonKaart:
    """A person as this reader may see them; what is not open stays empty."""

    id: UUID
    naam: str
    geboortedatum: date | None
    bsn: str
    telefoon: str
    mail: str
    veilige_weg: str
    adres: str
    gebied: str
    adres_geheim: bool
    versie: int


_KAARTEN = """
SELECT p.id, p.naam, p.geboortedatum, p.bsn_versleuteld,
       c.id, c.telefoon_versleuteld, c.mail_versleuteld, c.veilige_weg,
       a.id, a.adres_versleuteld, a.gebied_sleutel, a.geheim, p.versie
  FROM huishoudens_persoon p
  LEFT JOIN LATERAL (SELECT * FROM huishoudens_contact c WHERE c.persoon_id = p.id ORDER BY c.id DESC LIMIT 1) c ON true
  LEFT JOIN LATERAL (SELECT * FROM huishoudens_adres a
                      WHERE a.persoon_id = p.id AND a.tot IS NULL ORDER BY a.id DESC LIMIT 1) a ON true
 WHERE p.id = ANY (%s)
 ORDER BY p.geboortedatum NULLS LAST, p.id"""


def personen(scope: Scope, ids: Iterable[UUID]) -> Sequence[PersoonKaart]:
    """The cards of these persons, oldest first, in one statement. Only what was opened in this request shows."""
    return rijen(_kaart, _KAARTEN, [list(ids)])


def _kaart(
    id: UUID,
    naam: str,
    geboortedatum: date | None,
    bsn: bytes | None,
    contact: UUID | None,
    telefoon: bytes | None,
    mail: bytes | None,
    veilige_weg: str | None,
    adres_id: UUID | None,
    adres: bytes | None,
    gebied: str | None,
    geheim: bool | None,
    versie: int,
) -> PersoonKaart:
    return PersoonKaart(
        id=id,
        naam=naam,
        geboortedatum=geboortedatum,
        bsn=ontsleutel(bsn, rij=id),
        telefoon=ontsleutel(telefoon, rij=contact) if contact else "",
        mail=ontsleutel(mail, rij=contact) if contact else "",
        veilige_weg=veilige_weg or "",
        adres=ontsleutel(adres, rij=adres_id) if adres_id else "",
        gebied=gebied or "",
        adres_geheim=bool(geheim),
        versie=versie,
    )
