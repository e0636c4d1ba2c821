"""Handling a case: taken by who was not there before, and finished with what came of it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.platform.fouten import Geweigerd
from eenplan.platform.gebeurtenissen import Gebeurtenis, Soort, vastleggen
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import om_de_beurt
from eenplan.termijnen import api as termijnen
from eenplan.termijnen.api import TermijnSoort
from eenplan.werk import api as werk

from . import events
from .bevestiging import vervalt
from .gedeeld import WERK, open_zaak
from .models import Zaak
from .regels import UITKOMSTEN, WEGEN, ZAAK, Toestand, Uitkomst, Weg, ZaakFeiten

_KLOKKEN = (TermijnSoort.BEZWAAR_BESLISSING, TermijnSoort.KLACHT)


def feiten_van(scope: Scope, zaak: Zaak) -> ZaakFeiten:
    """Whether the one who asks worked on what this case is against, and who else handles it."""
    van_ander = zaak.behandelaar_id not in (None, scope.actor_id)
    return ZaakFeiten(
        was_erbij=scope.actor_id in zaak.uitgesloten,
        behandelaar=zaak.behandelaar_naam if van_ander else "",
    )


@transaction.atomic
def neem_in_behandeling(scope: Scope, *, zaak: UUID) -> None:
    """Take a case. Geweigerd for who worked on what it is against (Awb 10:3 lid 3), and when somebody has it."""
    om_de_beurt(zaak)
    rij, kaart = open_zaak(scope, zaak)
    nieuw = ZAAK.neem("neem", feiten_van(scope, rij), Toestand(rij.toestand))
    naam = f"{scope.naam}, {scope.organisatie_naam}"
    Zaak.objects.filter(pk=zaak).update(
        toestand=nieuw, behandelaar_id=scope.actor, behandelaar_naam=naam
    )
    _meld(scope, events.IN_BEHANDELING, rij, naam=scope.naam)
    soort = WERK[Weg(rij.weg)]
    werk.rond_af(scope, over=zaak, soort=soort)
    werk.zet_klaar(
        scope,
        soort=soort,
        over=zaak,
        persoon=kaart.id,
        titel=kaart.naam,
        partij=rij.partij_id,
        medewerker=scope.actor,
        vervalt=vervalt(scope, rij),
    )


@transaction.atomic
def rond_af(scope: Scope, *, zaak: UUID, uitkomst: Uitkomst, toelichting: str, op: date) -> None:
    """Write down what came of it and on which day the resident heard. Geweigerd at the field."""
    om_de_beurt(zaak)
    rij, _ = open_zaak(scope, zaak)
    nieuw = ZAAK.neem("rond_af", feiten_van(scope, rij), Toestand(rij.toestand))
    _controleer(scope, rij, uitkomst, toelichting, op)
    Zaak.objects.filter(pk=zaak).update(
        toestand=nieuw, uitkomst=uitkomst, toelichting=toelichting.strip(), afgehandeld_op=op
    )
    _meld(scope, events.AFGEHANDELD, rij)
    _sluit(scope, rij, op)


def _controleer(scope: Scope, rij: Zaak, uitkomst: Uitkomst, toelichting: str, op: date) -> None:
    fouten: dict[str, str] = {}
    if uitkomst not in UITKOMSTEN[Weg(rij.weg)]:
        fouten["uitkomst"] = "Kies wat eruit kwam."
    if not toelichting.strip():
        fouten["toelichting"] = "Schrijf op waarom, in woorden die de inwoner begrijpt."
    if op > scope.nu.date():
        fouten["op"] = "Deze dag is nog niet geweest."
    if op < rij.ontvangen_op:
        fouten["op"] = "Deze dag ligt voor de dag waarop het binnenkwam."
    if fouten:
        raise Geweigerd(velden=fouten)


@transaction.atomic
def trek_in(scope: Scope, *, zaak: UUID, toelichting: str) -> None:
    """The resident does not want to go on, and said so (Awb 6:21). For who handles it, or may take it."""
    om_de_beurt(zaak)
    rij, _ = open_zaak(scope, zaak)
    nieuw = ZAAK.neem("trek_in", feiten_van(scope, rij), Toestand(rij.toestand))
    if not toelichting.strip():
        raise Geweigerd(velden={"toelichting": "Schrijf op wie dit zei, en hoe."})
    Zaak.objects.filter(pk=zaak).update(
        toestand=nieuw, toelichting=toelichting.strip(), afgehandeld_op=scope.nu.date()
    )
    _meld(scope, events.INGETROKKEN, rij)
    _sluit(scope, rij, scope.nu.date())


def _sluit(scope: Scope, rij: Zaak, op: date) -> None:
    werk.rond_af(scope, over=rij.pk, soort=WERK[Weg(rij.weg)])
    for soort in _KLOKKEN:
        termijnen.voldoe(scope, over=rij.pk, soort=soort, op=op)


def _meld(scope: Scope, soort: Soort, rij: Zaak, naam: str = "") -> None:
    gegevens = {"wat": WEGEN[Weg(rij.weg)].naam.lower(), "naam": naam}
    vastleggen(scope, Gebeurtenis(soort, rij.pk, rij.deel_id, rij.persoon_id, gegevens))
