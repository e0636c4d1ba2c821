"""What every use case of a paper starts with: the file opened, the paper on the table, and an event about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from eenplan.berichten import api as berichten
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Doel
from eenplan.platform.fouten import Conflict, Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, Soort, Waarde, vastleggen
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import om_de_beurt, waarde

from .kader import Beslisser
from .lezers import geef_ouders_door
from .models import Aanvraag, Stuk
from .regels import NAAM, StukSoort, Toestand

GRONDSLAG = "beslissen op een aanvraag (Wmo 2015 art. 2.3.5; Jeugdwet art. 2.3; Awb art. 4:13)"
GROND_VERWIJZING = "verwijzing met een verwijsbrief (Wmo 2015 art. 2.3.2; Jeugdwet art. 2.3)"


@dataclass(frozen=True)
class Tafel:
    """An opened paper: whose it is, for which purpose it was opened, and the aanvraag it answers."""

    stuk: Stuk
    aanvraag: Aanvraag | None
    kaart: huishoudens.PersoonKaart
    doel: Doel


def open_stuk(scope: Scope, stuk: UUID) -> Tafel:
    """Open the file a paper belongs to, and give the paper. NietGevonden for what is not for this reader."""
    persoon, doel = berichten.open_deel(scope, stuk)
    opening = inzage.openen_gezin(scope, persoon, doel=doel)
    rij = Stuk.objects.select_related("aanvraag", "mandaat").filter(pk=stuk).first()
    kaarten = huishoudens.personen(scope, [persoon])
    if rij is None or not kaarten or persoon not in opening.personen:
        raise NietGevonden
    return Tafel(rij, rij.aanvraag, kaarten[0], doel)


def open_concept(scope: Scope, stuk: UUID, *, versie: int | None = None) -> Tafel:
    """As `open_stuk`, in turn with whoever else changes it; Geweigerd when it was sent or withdrawn.

    `versie`: what was on screen; Conflict, with what is stored now, when somebody saved after that (T19).
    """
    om_de_beurt(stuk)
    tafel = open_stuk(scope, stuk)
    if tafel.stuk.toestand != Toestand.CONCEPT:
        raise Geweigerd("Deze brief is al verstuurd of vervallen. Wijzigen kan niet meer.")
    if versie is not None and versie != tafel.stuk.versie:
        rij = tafel.stuk
        teksten = [*rij.motivering.values(), rij.wel_mogelijk, rij.reactie, rij.grond_boven_18]
        opgeslagen = "\n\n".join(tekst for tekst in teksten if tekst)
        raise Conflict(opgeslagen=opgeslagen, door="Een collega", versie=rij.versie)
    return tafel


def open_aanvraag(scope: Scope, aanvraag: UUID) -> tuple[Aanvraag, huishoudens.PersoonKaart]:
    """Open the file an aanvraag belongs to, and give it with whose it is. NietGevonden."""
    persoon, doel = berichten.open_deel(scope, aanvraag)
    inzage.openen_gezin(scope, persoon, doel=doel)
    rij = Aanvraag.objects.filter(pk=aanvraag).first()
    kaarten = huishoudens.personen(scope, [persoon])
    if rij is None or not kaarten:
        raise NietGevonden
    return rij, kaarten[0]


def bewaar(stuk: Stuk, *velden: str) -> None:
    """Write these fields of an opened concept, as a version of its own."""
    stuk.versie += 1
    stuk.save(force_update=True, update_fields=[*velden, "versie"])


def meld(
    scope: Scope,
    soort: Soort,
    stuk: Stuk,
    gegevens: Mapping[str, Waarde] | None = None,
    intern: Mapping[str, object] | None = None,
) -> None:
    """An event about the paper, on the timeline of whom it is about."""
    wat: dict[str, Waarde] = {"wat": NAAM[StukSoort(stuk.soort)], "stuk": str(stuk.id)}
    gegevens = {**wat, **(gegevens or {})}
    vastleggen(
        scope,
        Gebeurtenis(soort, stuk.id, stuk.deel_id, stuk.persoon_id, gegevens, intern or {}),
    )


def betrek_beslisser(scope: Scope, persoon: UUID, partij: Beslisser, deel: UUID) -> None:
    """Let the party that decides see what the decision rests on, the new deel included (waarborg 3)."""
    if partij.id == scope.organisatie_id:
        return
    wie = inzage.Partij(partij.id, partij.naam, partij.telefoon)
    inzage.betrekken(
        scope,
        persoon=persoon,
        partij=wie,
        doel=Doel.BESLUITVORMING,
        grondslag=GRONDSLAG,
        rubrieken=inzage.BESLUIT_RUBRIEKEN,
    )
    inzage.betrekken(
        scope, persoon=persoon, partij=wie, doel=Doel.BESLUITVORMING, grondslag=GRONDSLAG, deel=deel
    )
    geef_ouders_door(scope, persoon, partij)


def lijst_van(scope: Scope, partij: UUID) -> tuple[UUID, UUID | None]:
    """On whose list work lands: one's own when one's organisation does it, else the other party's."""
    if partij == scope.organisatie_id:
        return scope.partij, scope.actor_id
    return partij, None


def registratie_van(scope: Scope) -> str:
    """The registration of the actor as a youth professional, empty without one."""
    if scope.actor_id is None:
        return ""
    gevonden = waarde(
        "SELECT registratie FROM organisaties_medewerker WHERE id = %s", [scope.actor_id]
    )
    return str(gevonden or "")
