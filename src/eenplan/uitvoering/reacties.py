"""What this room does when help is decided on, asked for, begun or stopped; connected in the composition root."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.platform.gebeurtenissen import Gebeurtenis
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from .gedeeld import naam_van
from .models import Opdracht, Traject
from .regels import LICHT_TRAJECT, OPDRACHT, VOLG_DAGEN, OpdrachtFeiten, OpdrachtToestand


def bij_toegevoegd(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """Write down who refers when the help is put in the plan: what is decided later may be done by somebody else."""
    organisatie, persoon = gebeurtenis.intern["organisatie"], gebeurtenis.betrokkene
    if isinstance(organisatie, UUID) and persoon and organisatie != scope.organisatie_id:
        _opdracht(scope, gebeurtenis, persoon, organisatie).save(force_insert=True)


def bij_gevraagd(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """The organisation sees the question on its list; whoever refers keeps a line until it accepts (D25)."""
    inzet, persoon = gebeurtenis.over, gebeurtenis.betrokkene
    organisatie = gebeurtenis.intern["organisatie"]
    if not isinstance(organisatie, UUID) or persoon is None:
        raise TypeError("plan.uitvoerder_gevraagd draagt geen organisatie of persoon")
    opdracht = Opdracht.objects.filter(inzet_id=inzet).first()
    if opdracht is None:
        opdracht = _opdracht(scope, gebeurtenis, persoon, organisatie)
        opdracht.toestand = OpdrachtToestand.GEVRAAGD
        opdracht.save(force_insert=True)
    else:
        nieuw = OPDRACHT.neem("vraag", OpdrachtFeiten(), OpdrachtToestand(opdracht.toestand))
        Opdracht.objects.filter(id=opdracht.id).update(toestand=nieuw, organisatie_id=organisatie)
    werk.zet_klaar(
        scope,
        soort=WerkSoort.UITVOERING,
        over=inzet,
        persoon=persoon,
        titel=naam_van(scope, persoon),
        wat="Wacht op wie de hulp aanneemt",
        partij=opdracht.verwijzer_partij_id,
        medewerker=opdracht.verwijzer_id,
        vervalt=_wachten_tot(scope, gebeurtenis.intern.get("van")),
    )


def _wachten_tot(scope: Scope, van: object) -> date:
    """When whoever refers asks after it: not later than the day on which the help should begin (D6)."""
    vandaag = scope.nu.date()
    straks = vandaag + timedelta(days=VOLG_DAGEN)
    return max(vandaag, min(straks, van)) if isinstance(van, date) else straks


def _opdracht(scope: Scope, gebeurtenis: Gebeurtenis, persoon: UUID, organisatie: UUID) -> Opdracht:
    return Opdracht(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=gebeurtenis.deel,
        inzet_id=gebeurtenis.over,
        persoon_id=persoon,
        organisatie_id=organisatie,
        toestand=OpdrachtToestand.WACHT,
        verwijzer_partij_id=scope.partij,
        verwijzer_id=scope.actor,
        verwijzer_naam=f"{scope.naam}, {scope.organisatie_naam}",
    )


def bij_gestart(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """A light track begins with its counter; how many times is in the policy file (L6)."""
    if gebeurtenis.intern["soort"] != "licht" or gebeurtenis.betrokkene is None:
        return
    model = beleid.model(scope.gemeente_sleutel, scope.nu.date())
    aantal = model.bedrag_op_sleutel.get(LICHT_TRAJECT)
    if aantal is None:
        return
    Traject(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=gebeurtenis.deel,
        inzet_id=gebeurtenis.over,
        persoon_id=gebeurtenis.betrokkene,
        aantal=int(aantal.waarde),
    ).save(force_insert=True)


def bij_gestopt(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """Help that ends leaves every list; who was asked need not answer any more."""
    inzet = gebeurtenis.over
    open_ = {stap.van for stap in OPDRACHT.stappen if stap.naam == "stop"}
    Opdracht.objects.filter(inzet_id=inzet, toestand__in=open_).update(
        toestand=OpdrachtToestand.GESTOPT
    )
    werk.rond_samen_af(
        scope,
        over=inzet,
        soorten=(
            WerkSoort.VERWIJZING,
            WerkSoort.UITVOERING,
            WerkSoort.OVERDRACHT,
            WerkSoort.LICHT,
        ),
    )
