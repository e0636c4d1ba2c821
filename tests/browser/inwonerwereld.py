"""Residents in the sweep: a mother with a plan, a letter, a decision she asked for and a complaint; and a partner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from eenplan.rechtsbescherming import api as recht
from tests import world
from tests.world import BUREN, JEUGDHULP, LENTE, UTRECHT, Gezin, Mens

VERZOEK = besluiten.Verzoek("Ik wil hulp in huis.", "Mina Hadi", besluiten.Hoe.FORMULIER, LENTE)


def inwoner(persoon: UUID, bij: Mens) -> Mens:
    """Somebody at the own pages, in the municipality of this employee."""
    return Mens(persoon, bij.gemeente, "inwoner")


def met_plan(team: Mens, gezin: Gezin) -> dict[str, UUID]:
    """A plan with help of neighbours and youth help, both asked about, and a goal without anything yet."""
    kinderen = [gezin.esra, gezin.sam]
    buren = world.plan_met_doel(team, gezin.melding, deelnemers=kinderen, hulp=BUREN)
    school = "Ik wil weer met plezier naar school."
    jeugd = world.plan_met_doel(team, gezin.melding, van=gezin.esra, woorden=school, hulp=JEUGDHULP)
    leeg = world.plan_met_doel(team, gezin.melding, woorden="Ik wil tijd voor mezelf.")
    klaar = world.plan_met_doel(team, gezin.melding, woorden="Ik wil weten wie mij helpt.")
    with team.handelt(op=LENTE) as scope:
        plannen.sluit_doel(scope, doel=klaar.doel, bereikt=True)
    assert buren.inzet is not None
    assert jeugd.inzet is not None
    return {
        "plan": buren.plan,
        "doel": buren.doel,
        "doel_esra": jeugd.doel,
        "doel_leeg": leeg.doel,
        "inzet": buren.inzet,
        "inzet_jeugd": jeugd.inzet,
    }


def verslag_verstuurd(team: Mens, persoon: UUID) -> UUID:
    """The report of the conversation goes out; the key of the letter."""
    with team.handelt(op=LENTE, lezen=True) as scope:
        inzage.openen(scope, personen=[persoon], doel=inzage.Doel.TOEGANG)
        [brief] = [
            b.id
            for b in berichten.brieven_van(scope, [persoon])
            if b.soort is berichten.BriefSoort.VERSLAG
        ]
    with team.handelt(op=LENTE) as scope:
        besluiten.verstuur_brief(scope, brief=brief)
    return brief


def mina(team: Mens) -> tuple[Mens, dict[str, UUID]]:
    """The mother, with the keys of everything of hers."""
    gezin = world.gezin_hadi(team)
    world.onderzoek_afgerond(team, gezin.melding)
    sleutels = met_plan(team, gezin)
    brief = verslag_verstuurd(team, gezin.mina)
    ik = inwoner(gezin.mina, team)
    with ik.handelt(op=LENTE) as scope:
        taak = plannen.schrijf_erbij(
            scope, doel=sleutels["doel"], soort=plannen.EigenSoort.TAAK, tekst="Ik bel oma."
        )
    with ik.handelt(op=LENTE) as scope:
        plannen.geef_antwoord(
            scope, inzet=sleutels["inzet_jeugd"], antwoord=plannen.Antwoord.PRATEN
        )
    with ik.handelt(op=LENTE) as scope:
        aanvraag = besluiten.vraag_besluit(
            scope, melding=gezin.melding, verzoek=replace(VERZOEK, op=LENTE)
        )
    with ik.handelt(op=LENTE) as scope:
        onvrede = recht.Onvrede("Niemand belde mij terug.", "Mina Hadi", LENTE)
        zaak = recht.dien_in(scope, persoon=gezin.mina, weg=recht.Weg.KLACHT, onvrede=onvrede)
    eigen = {"melding": gezin.melding, "brief": brief, "aanvraag": aanvraag, "zaak": zaak}
    mensen = {"mina": gezin.mina, "esra": gezin.esra, "sam": gezin.sam, "karim": gezin.karim}
    return ik, sleutels | eigen | mensen | {"eigenregel": taak}


def partner(team: Mens, *, op: date = LENTE) -> tuple[Mens, UUID]:
    """Somebody of whom nothing is asked: the partner of a man who asked for himself. Also the key of that man."""
    with world.bezoeker(op=op) as scope:
        gedaan = meldingen.doe_melding(
            scope,
            gemeente_sleutel=UTRECHT,
            gegevens=meldingen.MeldingGegevens(
                persoon=huishoudens.Persoonsgegevens("Piet Prins", date(1960, 5, 5)),
                tekst="De dagen lopen in de war.",
                vraag="opvoeden",
                kanaal="balie",
                gebied="tigrisdreef",
                gezin=(
                    meldingen.Gezinslid(
                        huishoudens.Persoonsgegevens("Ans Prins", date(1961, 6, 6)),
                        meldingen.GezinsRol.PARTNER,
                    ),
                    meldingen.Gezinslid(
                        huishoudens.Persoonsgegevens("Bo Prins", date(2010, 6, 6)),
                        meldingen.GezinsRol.KIND,
                    ),
                ),
            ),
        )
    with team.handelt(op=op, lezen=True) as scope:
        opening = meldingen.lees_open(scope, gedaan.melding)[1]
        namen = {k.naam: k.id for k in huishoudens.personen(scope, opening.personen)}
    return inwoner(namen["Ans Prins"], team), gedaan.persoon
