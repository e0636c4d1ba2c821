"""Saying that one disagrees: registered at once, on the list of who must look, confirmed, with its clock (X14, F14)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from eenplan.besluiten.regels import Hoe
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Rubriek
from eenplan.platform.delen import nieuw_deel
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.scope import Scope
from eenplan.termijnen import api as termijnen
from eenplan.termijnen.api import TermijnSoort
from eenplan.werk import api as werk

from . import events
from .bevestiging import vervalt, zet_bevestiging_klaar
from .gedeeld import WERK, behandelende_partij, leg_voor, open_persoon, uitgesloten_voor
from .models import Zaak
from .regels import (
    DAGEN,
    MET_BEVESTIGING,
    TEKST_MAG_LATER,
    WEGEN,
    Toestand,
    Weg,
    is_te_laat,
    klok_begint,
)
from .waartegen import Tegen, zoek_op


@dataclass(frozen=True, slots=True)
class Onvrede:
    """What somebody says: in their own words, who says it, how it reached us and on which day it first did (Awb 2:3).

    `tegen`: the key of the decision or letter it is about, when somebody pointed one out. `waarom_later`: for an
    objection after the last day, why it came then; it may stay empty.
    """

    tekst: str
    door: str
    op: date
    hoe: Hoe = Hoe.FORMULIER
    tegen: UUID | None = None
    waarom_later: str = ""


@transaction.atomic
def dien_in(scope: Scope, *, persoon: UUID, weg: Weg, onvrede: Onvrede) -> UUID:
    """Register what somebody says of how they were helped or of what was decided; returns the key of the case.

    For an employee and for a resident (`scope.soort == "inwoner"`: oneself, or a child under one's authority). It is
    never refused for being late or for want of a beschikking (waarborg 23). Bezwaar, klacht, tweede mening land on the
    list of the municipality itself, uitleg with who has the question. NietGevonden; Geweigerd at the field (`tekst`,
    `door`, `op`).
    """
    controleer(weg, onvrede, scope.nu.date())
    kaart = open_persoon(scope, persoon)
    tegen = zoek_op(scope, persoon, onvrede.tegen) if onvrede.tegen else None
    zaak = _maak(scope, kaart, weg, onvrede, tegen)
    zaak.uiterlijk = _start_klok(scope, zaak)
    zaak.save(force_insert=True)
    _meld_ontvangen(scope, zaak)
    leg_voor(scope, zaak)
    if weg in MET_BEVESTIGING:
        zet_bevestiging_klaar(scope, zaak, tegen)
    werk.zet_klaar(
        scope,
        soort=WERK[weg],
        over=zaak.pk,
        persoon=kaart.id,
        titel=kaart.naam,
        partij=zaak.partij_id,
        vervalt=vervalt(scope, zaak),
    )
    return zaak.pk


def controleer(weg: Weg, onvrede: Onvrede, vandaag: date) -> None:
    """Only what nobody could work with is sent back, at its field."""
    fouten: dict[str, str] = {}
    if not onvrede.tekst.strip() and weg not in TEKST_MAG_LATER:
        fouten["tekst"] = "Schrijf op wat er is, in eigen woorden."
    if not onvrede.door.strip():
        fouten["door"] = "Vul in wie dit zegt."
    if onvrede.op > vandaag:
        fouten["op"] = "Deze dag is nog niet geweest. Kies de dag waarop dit binnenkwam."
    if fouten:
        raise Geweigerd(velden=fouten)


def _maak(
    scope: Scope,
    kaart: huishoudens.PersoonKaart,
    weg: Weg,
    onvrede: Onvrede,
    tegen: Tegen | None,
) -> Zaak:
    partij = behandelende_partij(scope, kaart.id, weg)
    laatste_dag = tegen.laatste_dag if tegen and weg is Weg.BEZWAAR else None
    deel = nieuw_deel(
        scope,
        betrokkene=kaart.id,
        rubriek=Rubriek.RECHTSBESCHERMING,
        verantwoordelijke=partij.organisatie,
    )
    return Zaak(
        id=deel,
        gemeente_id=scope.gemeente,
        deel_id=deel,
        persoon_id=kaart.id,
        weg=weg,
        toestand=Toestand.ONTVANGEN,
        tekst=onvrede.tekst.strip(),
        door=onvrede.door.strip(),
        hoe=onvrede.hoe,
        ontvangen_op=onvrede.op,
        stuk_id=tegen.stuk if tegen else None,
        brief_id=tegen.brief if tegen else None,
        tegen=tegen.titel if tegen else "",
        laatste_dag=laatste_dag,
        te_laat=is_te_laat(onvrede.op, laatste_dag),
        waarom_later=onvrede.waarom_later.strip(),
        partij_id=partij.id,
        partij_naam=partij.naam,
        uiterlijk=onvrede.op,
        uitgesloten=list(_uitgesloten(scope, kaart.id, weg, tegen)),
        behandelaar_naam="",
        uitkomst="",
        toelichting="",
        genoteerd_door=scope.naam,
        genoteerd_op=scope.nu,
    )


def _uitgesloten(scope: Scope, persoon: UUID, weg: Weg, tegen: Tegen | None) -> Sequence[UUID]:
    """Uitleg is given by who was there; everything else never is (Awb 10:3 lid 3, 9:7)."""
    return () if weg is Weg.UITLEG else uitgesloten_voor(scope, persoon, tegen)


def _meld_ontvangen(scope: Scope, zaak: Zaak) -> None:
    wat = WEGEN[Weg(zaak.weg)].naam.lower()
    vastleggen(
        scope,
        Gebeurtenis(events.ONTVANGEN, zaak.pk, zaak.deel_id, zaak.persoon_id, {"wat": wat}),
    )


_KLOK = {Weg.BEZWAAR: TermijnSoort.BEZWAAR_BESLISSING, Weg.KLACHT: TermijnSoort.KLACHT}


def _start_klok(scope: Scope, zaak: Zaak) -> date:
    """The legal clock where there is one, else our own promise; the day before which it is done."""
    soort = _KLOK.get(Weg(zaak.weg))
    if soort is None:
        return scope.nu.date() + timedelta(days=DAGEN)
    return termijnen.start(
        scope,
        soort=soort,
        over=zaak.pk,
        persoon=zaak.persoon_id,
        partij=zaak.partij_id,
        begin=klok_begint(zaak.ontvangen_op, zaak.laatste_dag),
    ).eind
