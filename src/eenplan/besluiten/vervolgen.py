"""Putting ready what must be settled first: with an owner, a date, and whoever must look along let in (waarborg 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Doel, Rubriek
from eenplan.organisaties.api import organisatie_id
from eenplan.plannen import api as plannen
from eenplan.plannen.models import Inzet
from eenplan.platform.delen import nieuw_deel
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.gebeurtenissen import Gebeurtenis
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events
from .aanvragen import Verzoek, heeft_open_aanvraag, vraag_besluit
from .gedeeld import GRONDSLAG
from .kader import Beslisser, Kader
from .lezers import geef_ouders_door
from .models import Vervolg
from .regels import VERVOLG_DAGEN, VERVOLG_WAT, Hoe, VervolgSoort, VervolgToestand
from .vervolgklaar import meld

_IN_HET_BELEID: Mapping[str, VervolgSoort] = {
    s.value: s for s in VervolgSoort if s is not VervolgSoort.SAMEN
}
EIGEN_BELANG = (
    "Wie verwijst en wie de hulp geeft, horen bij dezelfde organisatie. Schrijf op waarom dit de beste keus is, "
    "en laat eerst iemand van elders meekijken."
)


@dataclass(frozen=True, slots=True)
class Ontwerp:
    """A follow-up to write: about which help, what, and who must do it."""

    inzet: UUID
    persoon: UUID
    soort: VervolgSoort
    partij: Beslisser
    reden: str = ""
    zelf: bool = False


def bij_beslist(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """The policy answered: what it says must be settled first gets an owner and a date, and what lay open is replaced.

    Geweigerd for a referral to one's own organisation that nobody else looked at, where the policy warns (U14).
    """
    beslist = gebeurtenis.intern["beslist"]
    if not isinstance(beslist, plannen.Beslist):
        raise TypeError("plan.inzet_beslist draagt geen beslissing")
    gaat_door = beslist.beslissing.vervolg == "geen" and beslist.keuzes.oordeel_team == "nodig"
    if beslist.waarschuwingen and gaat_door and not is_meegekeken(scope, inzet=beslist.inzet):
        raise Geweigerd(EIGEN_BELANG)
    vervang(scope, beslist.inzet)
    naam = beslist.beslissing.vervolg
    if naam == "geen":
        return
    kader = Kader(beslist.model, scope.nu.date())
    if naam == "aanvraag" or (
        naam == "naar_consulent" and beslist.keuzes.oordeel_inwoner == "vraagt_beschikking"
    ):
        _leg_wens_vast(scope, beslist)
    if naam in _IN_HET_BELEID:
        _zet_naar_beleid(scope, beslist, kader, _IN_HET_BELEID[naam])


def _zet_naar_beleid(
    scope: Scope, beslist: plannen.Beslist, kader: Kader, soort: VervolgSoort
) -> None:
    eigen = Beslisser("", scope.partij, scope.organisatie_naam, "")
    if soort is VervolgSoort.CONSULENT:
        partij = kader.beslisser("consulent", None)
        zet(scope, Ontwerp(beslist.inzet, beslist.persoon, soort, partij))
    elif beslist.beslissing.beslist_door == "samen" and kader.gemeente.id != scope.organisatie_id:
        zet(scope, Ontwerp(beslist.inzet, beslist.persoon, VervolgSoort.SAMEN, kader.gemeente))
        _op_eigen_lijst(scope, beslist.inzet, beslist.persoon, VervolgSoort.SAMEN)
    else:
        zet(scope, Ontwerp(beslist.inzet, beslist.persoon, soort, eigen, zelf=True))


def _leg_wens_vast(scope: Scope, beslist: plannen.Beslist) -> None:
    """Who asks for a decision asked for it today, also where another party writes it (Awb 2:3)."""
    if beslist.melding is None or heeft_open_aanvraag(beslist.inzet):
        return
    [kaart] = huishoudens.personen(scope, [beslist.persoon])
    wat = Inzet.objects.filter(pk=beslist.inzet).values_list("wat", flat=True).get()
    verzoek = Verzoek(f"Ik wil een besluit over {wat}.", kaart.naam, Hoe.GESPREK, scope.nu.date())
    vraag_besluit(scope, melding=beslist.melding, verzoek=verzoek, inzet=beslist.inzet)


def bij_gestart(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """Help began of an organisation that leaves it to its members: it chooses who (H5)."""
    inzet, persoon = gebeurtenis.over, gebeurtenis.betrokkene
    organisatie = Inzet.objects.filter(pk=inzet).values_list("organisatie_id", flat=True).first()
    model = beleid.model(scope.gemeente_sleutel, scope.nu.date())
    verdeler = plannen.verdeler_van(model, organisatie)
    if verdeler is None or persoon is None or not plannen.is_verdeler(model, organisatie):
        return
    sleutel = organisatie_id(model.sleutel, verdeler.sleutel)
    partij = Beslisser(verdeler.sleutel, sleutel, verdeler.naam, verdeler.telefoon)
    zet(scope, Ontwerp(inzet, persoon, VervolgSoort.UITBESTEDEN, partij))


def zet(scope: Scope, o: Ontwerp) -> UUID:
    """Write it, tell it, let in who must do it, and put it on their list; returns its key."""
    deel = nieuw_deel(scope, betrokkene=o.persoon, rubriek=Rubriek.BESLUIT)
    vervalt = scope.nu.date() + timedelta(days=VERVOLG_DAGEN)
    Vervolg(
        id=deel,
        gemeente_id=scope.gemeente,
        deel_id=deel,
        persoon_id=o.persoon,
        inzet_id=o.inzet,
        soort=o.soort,
        toestand=VervolgToestand.OPEN,
        partij_id=o.partij.id,
        partij_naam=o.partij.naam,
        vervalt=vervalt,
        reden=o.reden,
        oordelen=[],
        gezet_op=scope.nu,
        gezet_door_id=scope.actor,
        gezet_door=f"{scope.naam}, {scope.organisatie_naam}",
        gezet_organisatie_id=scope.organisatie_id or scope.partij,
        gezet_partij_id=scope.partij,
        uitkomst="",
        klaar_door="",
    ).save(force_insert=True)
    gegevens = {"wat": VERVOLG_WAT[o.soort], "wie": o.partij.naam}
    meld(scope, events.VERVOLG_GEZET, o.inzet, o.persoon, gegevens)
    if not o.zelf and o.partij.id != scope.organisatie_id:
        _laat_in(scope, o)
    _op_lijst(scope, o.inzet, o.persoon, o.soort, o.partij.id, None, vervalt)
    return deel


def _op_lijst(
    scope: Scope,
    inzet: UUID,
    persoon: UUID,
    soort: VervolgSoort,
    partij: UUID,
    medewerker: UUID | None,
    vervalt: date,
) -> None:
    [kaart] = huishoudens.personen(scope, [persoon])
    eigen = partij in (scope.partij, scope.organisatie_id)
    werk.zet_klaar(
        scope,
        soort=WerkSoort.VERVOLG,
        over=inzet,
        persoon=persoon,
        titel=kaart.naam,
        wat=VERVOLG_WAT[soort],
        partij=partij,
        medewerker=scope.actor if eigen else medewerker,
        vervalt=vervalt,
    )


def _op_eigen_lijst(scope: Scope, inzet: UUID, persoon: UUID, soort: VervolgSoort) -> None:
    vervalt = scope.nu.date() + timedelta(days=VERVOLG_DAGEN)
    _op_lijst(scope, inzet, persoon, soort, scope.partij, scope.actor, vervalt)


def _laat_in(scope: Scope, o: Ontwerp) -> None:
    """Who must look along sees the question and the plan, for this purpose only."""
    if o.soort is VervolgSoort.UITBESTEDEN:
        return
    inzage.betrekken(
        scope,
        persoon=o.persoon,
        partij=inzage.Partij(o.partij.id, o.partij.naam, o.partij.telefoon),
        doel=Doel.BESLUITVORMING,
        grondslag=GRONDSLAG,
        rubrieken=inzage.BESLUIT_RUBRIEKEN,
    )
    geef_ouders_door(scope, o.persoon, o.partij)


def is_meegekeken(scope: Scope, *, inzet: UUID) -> bool:
    """Whether somebody else looked along with the referral of this help. The file must be open."""
    return Vervolg.objects.filter(
        inzet_id=inzet, soort=VervolgSoort.MEEKIJKEN, toestand=VervolgToestand.KLAAR
    ).exists()


def vervang(scope: Scope, inzet: UUID) -> None:
    """What lay open about this help is settled by what happens now; somebody looking along stays."""
    Vervolg.objects.filter(inzet_id=inzet, toestand=VervolgToestand.OPEN).exclude(
        soort=VervolgSoort.MEEKIJKEN
    ).update(toestand=VervolgToestand.VERVALLEN)
    werk.rond_af(scope, over=inzet, soort=WerkSoort.VERVOLG)
