"""Putting right how somebody is reached, where they live and when they were born."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.platform.delen import nieuw_deel
from eenplan.platform.fouten import Conflict, Geweigerd
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.platform.versleuteling import versleutel
from eenplan.platform.vraag import om_de_beurt

from . import events
from .kaarten import PersoonKaart, personen
from .models import Adres, Contact, Persoon


@dataclass(frozen=True, slots=True)
class Gegevens:
    """What may be put right. `veilige_weg`: the only way to reach somebody, where there is one (U19)."""

    geboortedatum: date | None
    telefoon: str
    mail: str
    veilige_weg: str
    adres: str
    adres_geheim: bool

    @classmethod
    def van(cls, kaart: PersoonKaart) -> Gegevens:
        """As they stand on this card."""
        return cls(
            kaart.geboortedatum,
            kaart.telefoon,
            kaart.mail,
            kaart.veilige_weg,
            kaart.adres,
            kaart.adres_geheim,
        )


@transaction.atomic
def wijzig_gegevens(scope: Scope, *, persoon: UUID, gegevens: Gegevens, versie: int) -> None:
    """Keep what is right now; what was stays, with its last day. The file must be open to who has the question.

    Conflict when a colleague was first; Geweigerd at the field. The event names what changed, never to what.
    """
    om_de_beurt(persoon)
    [kaart] = personen(scope, [persoon])
    oud = Gegevens.van(kaart)
    if gegevens == oud:
        return
    if gegevens.geboortedatum and gegevens.geboortedatum > scope.nu.date():
        raise Geweigerd(velden={"geboortedatum": "Deze dag is nog niet geweest."})
    if oud.adres and not gegevens.adres:
        raise Geweigerd(velden={"adres": "Vul het adres in. Weghalen kan niet."})
    if kaart.versie != versie:
        raise Conflict(opgeslagen=_in_woorden(oud), door="Een collega", versie=kaart.versie)
    deel = Persoon.objects.values_list("deel_id", flat=True).get(id=persoon)
    Persoon.objects.filter(id=persoon).update(
        geboortedatum=gegevens.geboortedatum, versie=versie + 1
    )
    _zet_contact(scope, persoon, oud, gegevens)
    _zet_adres(scope, persoon, kaart, gegevens)
    wat = ", ".join(_gewijzigd(oud, gegevens))
    vastleggen(scope, Gebeurtenis(events.GEGEVENS_GEWIJZIGD, persoon, deel, persoon, {"wat": wat}))


def _gewijzigd(oud: Gegevens, nieuw: Gegevens) -> Iterator[str]:
    namen = (
        ("geboortedatum", "de geboortedatum"),
        ("telefoon", "het telefoonnummer"),
        ("mail", "het mailadres"),
        ("veilige_weg", "hoe iemand veilig te bereiken is"),
        ("adres", "het adres"),
        ("adres_geheim", "of het adres geheim is"),
    )
    return (naam for veld, naam in namen if getattr(oud, veld) != getattr(nieuw, veld))


def _in_woorden(g: Gegevens) -> str:
    return "\n".join(filter(None, (g.telefoon, g.mail, g.veilige_weg, g.adres)))


def _zet_contact(scope: Scope, persoon: UUID, oud: Gegevens, g: Gegevens) -> None:
    if (oud.telefoon, oud.mail, oud.veilige_weg) == (g.telefoon, g.mail, g.veilige_weg):
        return
    eerder = Contact.objects.filter(persoon_id=persoon).order_by("-id").first()
    deel = eerder.deel_id if eerder else nieuw_deel(scope, betrokkene=persoon, rubriek="contact")
    rij = nieuw_id()
    Contact(
        id=rij,
        gemeente_id=scope.gemeente,
        deel_id=deel,
        persoon_id=persoon,
        telefoon_versleuteld=versleutel(g.telefoon, rij=rij) if g.telefoon else None,
        mail_versleuteld=versleutel(g.mail, rij=rij) if g.mail else None,
        veilige_weg=g.veilige_weg,
    ).save(force_insert=True)


def _zet_adres(scope: Scope, persoon: UUID, kaart: PersoonKaart, g: Gegevens) -> None:
    """A new address from today; the former one keeps its days. A secret one leaves no area in clear (T25)."""
    if (kaart.adres, kaart.adres_geheim) == (g.adres, g.adres_geheim) or not g.adres:
        return
    eerder = Adres.objects.filter(persoon_id=persoon, tot=None).order_by("-id").first()
    deel = eerder.deel_id if eerder else nieuw_deel(scope, betrokkene=persoon, rubriek="adres")
    Adres.objects.filter(persoon_id=persoon, tot=None).update(tot=scope.nu.date())
    rij = nieuw_id()
    Adres(
        id=rij,
        gemeente_id=scope.gemeente,
        deel_id=deel,
        persoon_id=persoon,
        adres_versleuteld=versleutel(g.adres, rij=rij),
        gebied_sleutel="" if g.adres_geheim else kaart.gebied,
        geheim=g.adres_geheim,
        van=scope.nu.date(),
    ).save(force_insert=True)
