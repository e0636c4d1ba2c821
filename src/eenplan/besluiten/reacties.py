"""What this room does when a room below it has something to tell; connected in the composition root."""

from __future__ import annotations

from eenplan.beleid import api as beleid
from eenplan.berichten import api as berichten
from eenplan.berichten.inhoud import Ondertekening, Ontvangstbevestiging, Wet
from eenplan.meldingen import api as meldingen
from eenplan.organisaties import api as organisaties
from eenplan.platform.gebeurtenissen import Gebeurtenis
from eenplan.platform.scope import Scope


def bevestig_ontvangst(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """Put the confirmation of a melding ready as a letter (Wmo 2.3.2 lid 1 to 3; waarborg 8). Two statements."""
    bevestiging = gebeurtenis.intern["bevestiging"]
    gegevens = gebeurtenis.intern["gegevens"]
    model = gebeurtenis.intern["model"]
    if not (
        isinstance(bevestiging, meldingen.Bevestiging)
        and isinstance(gegevens, meldingen.MeldingGegevens)
        and isinstance(model, beleid.Toegangsmodel)
    ):
        raise TypeError("melding.ontvangen draagt geen bevestiging")
    hoofd = berichten.Briefhoofd(model, scope.nu.date())
    bij = bevestiging.houder
    berichten.stel_op(
        scope,
        over=bevestiging.melding,
        persoon=bevestiging.persoon,
        opdracht=berichten.Opdracht(
            afzender=hoofd.afzender(bij.naam),
            contact=hoofd.contact(bij.naam, bij.telefoon),
            ondertekening=Ondertekening(bij.naam, f"namens de gemeente {model.naam}"),
            inhoud=_ontvangst(bevestiging, gegevens, hoofd),
        ),
        verantwoordelijke=bij.organisatie,
        gemeente=organisaties.gemeente_id(model.sleutel),
    )


def _ontvangst(
    bevestiging: meldingen.Bevestiging,
    gegevens: meldingen.MeldingGegevens,
    hoofd: berichten.Briefhoofd,
) -> Ontvangstbevestiging:
    """What a reporter said is not repeated to the person it is about: only what the question is about."""
    wet = Wet.JEUGD if bevestiging.onderzoek_tot is None else Wet.WMO
    door_ander = gegevens.melder is not None
    return Ontvangstbevestiging(
        wet=wet,
        melding_datum=bevestiging.ontvangen_op,
        vraag=meldingen.onderwerp(gegevens.vraag) if door_ander else gegevens.tekst,
        door_ander=door_ander,
        wie_belt=bevestiging.houder.naam,
        belt_uiterlijk=bevestiging.belt_op,
        clientondersteuning=hoofd.clientondersteuning,
        onderzoek_uiterlijk=bevestiging.onderzoek_tot,
        persoonlijk_plan_uiterlijk=bevestiging.plan_tot,
        vertrouwenspersoon=hoofd.vertrouwenspersoon(wet),
    )
