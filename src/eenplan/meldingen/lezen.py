"""Read one melding: open its file first, then see what this reader may see of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from eenplan.inzage import api as inzage
from eenplan.inzage.api import Doel, Opening
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope
from eenplan.platform.versleuteling import ontsleutel
from eenplan.platform.vraag import rijen

from .regels import Melder, Toestand


@dataclass(frozen=True, slots=True)
class MeldingKaart:
    """A melding as this reader may see it. `melder` stays empty for who it was not entrusted to."""

    id: UUID
    deel: UUID
    persoon: UUID
    referentie: str
    toestand: Toestand
    ontvangen_op: datetime
    kanaal: str
    vraag: str
    tekst: str
    wijk: str | None
    buurt: str | None
    school: str
    verwijzer: str
    spoed: bool
    kinderen_onder_18: bool | None
    namens_ander: bool
    wet: str
    wet_reden: str
    model_versie: date
    regel: str
    toelichting: str
    organisatie: UUID
    houder: UUID
    houder_naam: str
    houder_telefoon: str
    behandelaar: UUID | None
    behandelaar_naam: str
    naar_organisatie: UUID | None
    naar: UUID | None
    naar_naam: str
    naar_telefoon: str
    doorzet_reden: str
    bel_uiterlijk: date
    ambtshalve: bool
    complexiteit: str
    complexiteit_reden: str
    gebeld_op: date | None
    bereikt: bool
    bel_opnieuw: date | None
    melder: Melder | None

    @property
    def bellen(self) -> date | None:
        """The day by which somebody calls; None once they spoke (F5)."""
        if self.bereikt or self.toestand not in (Toestand.ONTVANGEN, Toestand.OPGEPAKT):
            return None
        return self.bel_opnieuw or self.bel_uiterlijk

    def feiten(
        self, *, gemeente: str, op: date, leeftijd: int | None
    ) -> dict[str, str | int | bool | date | None]:
        """What a melding contributes to a situation of the policy (`beleid.situatie`)."""
        return {
            "gemeente": gemeente,
            "op": op,
            "leeftijd": leeftijd,
            "kinderen_onder_18": bool(self.kinderen_onder_18),
            "wijk": self.wijk,
            "buurt": self.buurt,
            "school": self.school,
            "kanaal": self.kanaal,
            "wet": self.wet,
            "vraag": self.vraag,
            "spoed": self.spoed,
            "verwijzer": self.verwijzer,
            "complexiteit": self.complexiteit,
        }


_KAART = """
SELECT m.id, m.deel_id, m.persoon_id, m.referentie, m.toestand, m.ontvangen_op, m.kanaal, m.vraag, m.tekst,
       m.wijk, m.buurt, m.school, m.verwijzer, m.spoed, m.kinderen_onder_18, m.namens_ander, m.wet, m.wet_reden,
       m.model_versie, m.regel, m.toelichting, m.organisatie_id, m.houder_id, m.houder_naam, m.houder_telefoon,
       m.behandelaar_id, m.behandelaar_naam, m.naar_organisatie_id, m.naar_id, m.naar_naam, m.naar_telefoon,
       m.doorzet_reden, m.bel_uiterlijk, m.ambtshalve, m.complexiteit, m.complexiteit_reden, m.gebeld_op,
       m.bereikt, m.bel_opnieuw, r.id, r.naam_versleuteld, r.telefoon_versleuteld, r.relatie_versleuteld
  FROM meldingen_melding m LEFT JOIN meldingen_melder r ON r.melding_id = m.id
 WHERE {waar}
 ORDER BY m.ontvangen_op DESC, m.id"""


def lees(scope: Scope, melding: UUID, *, doel: Doel = Doel.TOEGANG) -> MeldingKaart:
    """Open the household this melding is about and read it. NietGevonden for what is not there for this reader."""
    return lees_open(scope, melding, doel=doel)[0]


def lees_open(
    scope: Scope, melding: UUID, *, doel: Doel = Doel.TOEGANG
) -> tuple[MeldingKaart, Opening]:
    """As `lees`, with what else was opened by it."""
    opening = inzage.openen_gezin_bij(scope, melding, plek="pol.melding_plek", doel=doel)
    gevonden = rijen(_kaart, _KAART.format(waar="m.id = %s"), [melding])
    if not gevonden:
        raise NietGevonden
    return gevonden[0], opening


def van_persoon(scope: Scope, persoon: UUID) -> list[MeldingKaart]:
    """The questions of somebody whose file was opened in this request, newest first."""
    return rijen(_kaart, _KAART.format(waar="m.persoon_id = %s"), [persoon])


def van_personen(scope: Scope, personen: Iterable[UUID]) -> list[MeldingKaart]:
    """The questions of several people whose files were opened in this request, newest first, in one statement."""
    return rijen(_kaart, _KAART.format(waar="m.persoon_id = ANY (%s)"), [list(personen)])


def _kaart(*kolommen: object) -> MeldingKaart:
    *vast, melder_id, naam, telefoon, relatie = kolommen
    melder = None
    if isinstance(melder_id, UUID):
        melder = Melder(
            *(ontsleutel(geheim, rij=melder_id) for geheim in (naam, telefoon, relatie))  # type: ignore[arg-type]
        )
    velden = dict(zip(MeldingKaart.__slots__, [*vast, melder], strict=True))
    velden["toestand"] = Toestand(str(velden["toestand"]))
    return MeldingKaart(**velden)  # type: ignore[arg-type]  # as selected
