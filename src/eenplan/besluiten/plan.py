"""What a paper takes from the plan, and what it gives back: help as agreed, consent still open, how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from eenplan.berichten.inhoud import Doel as DoelOpBrief
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Doel
from eenplan.plannen import api as plannen
from eenplan.plannen.models import Inzet
from eenplan.plannen.regels import INFORMEEL, InzetToestand
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope

from .hulp import Hulp
from .models import Stuk
from .regels import StukSoort

_AF = (InzetToestand.NIET_DOORGEGAAN, InzetToestand.BEEINDIGD)


def hulp_van(scope: Scope, inzet: UUID, kaart: huishoudens.PersoonKaart) -> Hulp:
    """The help as the plan has it now, ready to be frozen in a paper. The household must be open."""
    rij = Inzet.objects.select_related("doel", "organisatie").filter(pk=inzet).first()
    if rij is None:
        raise NietGevonden
    organisatie = rij.organisatie
    return Hulp(
        naam=kaart.naam,
        geboortedatum=kaart.geboortedatum,
        wat=rij.wat,
        doelen=(DoelOpBrief(rij.doel.woorden, _eigen_deel(rij)),),
        aantal=rij.aantal,
        eenheid=rij.eenheid,
        per=rij.per,
        ingang=rij.van,
        einde=rij.tot,
        organisatie=rij.organisatie_id,
        aanbieder=organisatie.naam if organisatie else "",
        telefoon=organisatie.telefoon if organisatie else "",
        dat_is_wat=rij.dat_is_wat,
        delen=(rij.deel_id, rij.doel.deel_id),
    )


@dataclass(frozen=True, slots=True)
class Plek:
    """Whose help it is and under which law: a question of a parent may be about help for a child."""

    persoon: UUID
    wet: str


def plek_van(inzet: UUID) -> Plek:
    """Where a piece of help belongs, as far as it is open. NietGevonden."""
    rij = Inzet.objects.filter(pk=inzet).values_list("persoon_id", "wet").first()
    if rij is None:
        raise NietGevonden
    return Plek(*rij)


def _eigen_deel(inzet: Inzet) -> str:
    """What the resident and people around do for the same goal (U16)."""
    eigen = (
        Inzet.objects.filter(doel_id=inzet.doel_id, laag__in=INFORMEEL)
        .exclude(toestand__in=_AF)
        .order_by("pk")
    )
    return " ".join(f"{i.wie}: {i.wat}." if i.wie else f"{i.wat}." for i in eigen)


def akkoorden_open(
    scope: Scope, inzet: UUID | None, doel: Doel, kaart: huishoudens.PersoonKaart
) -> tuple[str, ...]:
    """Whose agreement with this help is still missing (waarborg 11). The household must be open."""
    if inzet is None:
        return ()
    return plannen.akkoorden_open(scope, inzet=inzet, doel=doel, kaart=kaart)


def na_consulent(scope: Scope, inzet: UUID | None) -> bool:
    """Whether a consulent judged this help after an offer was declined (H4)."""
    return inzet is not None and plannen.laatste_keuzes(scope, inzet=inzet).stap == "consulent"


@dataclass(frozen=True, slots=True)
class Hulpkeus:
    """Help in the plan on which somebody decides: what, of whom, and whether the resident said no to it."""

    id: UUID
    wat: str
    wie: str
    geweigerd: bool


def hulp_om_te_kiezen(scope: Scope, persoon: UUID, gevraagd: UUID | None) -> list[Hulpkeus]:
    """Help of this person that has not begun, or that the aanvraag is about, as far as open; that one comes first."""
    nog_niet = Q(toestand__in=(InzetToestand.VOORGESTELD, InzetToestand.BESLUIT))
    rijen = Inzet.objects.filter(
        nog_niet | Q(pk=gevraagd, toestand=InzetToestand.LOOPT), persoon_id=persoon
    )
    keuzes = [Hulpkeus(i.pk, i.wat, i.wie, _geweigerd(scope, i.pk)) for i in rijen.order_by("pk")]
    return sorted(keuzes, key=lambda k: k.id != gevraagd)


def _geweigerd(scope: Scope, inzet: UUID) -> bool:
    return plannen.laatste_keuzes(scope, inzet=inzet).oordeel_inwoner == "weigert_aanbod"


def zet_in_het_plan(scope: Scope, stuk: Stuk, doel: Doel, hulp: Hulp) -> None:
    """How much and how long, as the paper has it now: whoever reads the plan reads the same."""
    if stuk.inzet_id is not None:
        omvang = plannen.Omvang(hulp.aantal, hulp.eenheid, hulp.per, hulp.ingang, hulp.einde)
        plannen.zet_omvang(scope, inzet=stuk.inzet_id, doel=doel, omvang=omvang)


def voer_uit(scope: Scope, stuk: Stuk, doel: Doel) -> None:
    """The decision left: what was granted begins, what was refused and had not begun does not (U10)."""
    if stuk.inzet_id is None:
        return
    if Inzet.objects.filter(pk=stuk.inzet_id, toestand=InzetToestand.BESLUIT).exists():
        toegekend = stuk.soort == StukSoort.TOEKENNING
        plannen.voer_besluit_uit(scope, inzet=stuk.inzet_id, toegekend=toegekend, doel=doel)
