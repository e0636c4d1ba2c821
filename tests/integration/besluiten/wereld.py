"""States of papers, reached by walking what the cast does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from uuid import UUID

from eenplan.besluiten import api as besluiten
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from tests import world

OP = world.LENTE
BEGELEIDING = plannen.InzetGegevens(
    laag=plannen.Laag.AANVULLEND,
    wat="begeleiding thuis",
    voorziening="begeleiding",
    waarom_niet_lichter={
        plannen.Laag.NETWERK: "Henk heeft geen familie in de buurt.",
        plannen.Laag.COLLECTIEF: "Henk wil niet naar een groep.",
    },
)


@dataclass(frozen=True)
class Zaak:
    """A paper in concept, with the people around it."""

    team: world.Mens
    cast: world.Overvecht
    melding: UUID
    persoon: UUID
    inzet: UUID
    stuk: UUID
    gezin: world.Gezin | None = None


def verwijzing(
    *, adressen: Mapping[str, str] = MappingProxyType({}), geheim: str = "", voor: str = "Esra"
) -> Zaak:
    """The family Hadi: additional care for the 13-year-old, agreed by her and both parents; the paper is ready.

    `voor` "Sam": the same for the 9-year-old, agreed by both parents.
    """
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima, adressen=adressen, geheim=geheim)
    kind, wie_kiest = (
        (gezin.esra, (gezin.esra, gezin.mina, gezin.karim))
        if voor == "Esra"
        else (gezin.sam, (gezin.mina, gezin.karim))
    )
    world.onderzoek_afgerond(cast.fatima, gezin.melding)
    plan = world.plan_met_doel(
        cast.fatima,
        gezin.melding,
        van=kind,
        deelnemers=[gezin.sam, gezin.esra],
        hulp=world.JEUGDHULP,
        woorden="Ik wil weer met plezier naar school.",
    )
    assert plan.inzet is not None
    for wie in wie_kiest:
        with cast.fatima.handelt(op=OP) as scope:
            plannen.leg_akkoord_vast(scope, inzet=plan.inzet, van=wie, akkoord=True)
    with cast.fatima.handelt(op=OP) as scope:
        plannen.beslis(scope, inzet=plan.inzet, keuzes=plannen.Keuzes())
    stuk = _stuk_van(cast.fatima, kind)
    return Zaak(cast.fatima, cast, gezin.melding, kind, plan.inzet, stuk, gezin)


def afwijzing(*, oordeel: str = "niet_nodig") -> Zaak:
    """A man alone wants a referral; the team does not think it is needed; the refusal is ready in concept (U7).

    `oordeel`: what the investigation before it concluded.
    """
    cast = world.overvecht()
    bevestiging = world.man_alleen()
    world.onderzoek_afgerond(
        cast.sanne,
        bevestiging.melding,
        wet="wmo",
        oordeel=oordeel,
        conclusie="Het buurtteam kan Henk zelf helpen.",
    )
    plan = world.plan_met_doel(
        cast.sanne, bevestiging.melding, woorden="Ik wil iemand om mee te praten.", hulp=BEGELEIDING
    )
    assert plan.inzet is not None
    keuzes = plannen.Keuzes(oordeel_team="niet_nodig", oordeel_inwoner="wil_verwijzing")
    with cast.sanne.handelt(op=OP) as scope:
        plannen.beslis(scope, inzet=plan.inzet, keuzes=keuzes)
    stuk = _stuk_van(cast.sanne, bevestiging.persoon)
    return Zaak(cast.sanne, cast, bevestiging.melding, bevestiging.persoon, plan.inzet, stuk)


def _stuk_van(wie: world.Mens, persoon: UUID) -> UUID:
    with wie.handelt(op=OP, lezen=True) as scope:
        inzage.openen(scope, personen=[persoon], doel=inzage.Doel.TOEGANG)
        [stuk] = besluiten.stukken_van(scope, [persoon])
    return stuk.id


VERZOEK = besluiten.Verzoek(
    gevraagd="Ik wil dat er twee keer per week iemand komt.",
    door="Henk Jansen",
    hoe=besluiten.Hoe.GESPREK,
    op=OP,
)
MOTIVERING = besluiten.Motivering(
    grond=besluiten.Afwijsgrond.ANDER_AANBOD,
    delen={
        "nodig": "U wilt iemand om mee te praten en hulp bij uw post.",
        "eigen_kracht": "U kookt, u wast en u gaat elke dag naar buiten.",
        "huisgenoten_en_netwerk": "U woont alleen. U ziet uw broer een keer per maand.",
        "algemeen": "Het buurtteam komt elke week bij u. In het buurthuis kunt u mee-eten.",
    },
    wel_mogelijk="Sanne Bos van het buurtteam komt elke dinsdag bij u langs.",
    gehoord_op=OP,
    reactie="U zei dat u liever een vaste begeleider heeft.",
)


def compleet(zaak: Zaak) -> None:
    """Everything a refusal needs: what was asked, why not, and what the resident said."""
    with zaak.team.handelt(op=OP) as scope:
        besluiten.leg_aanvraag_vast(scope, stuk=zaak.stuk, verzoek=VERZOEK)
    with zaak.team.handelt(op=OP) as scope:
        besluiten.motiveer(scope, stuk=zaak.stuk, motivering=MOTIVERING, versie=1)


def dicht(wie: world.Mens, stuk: UUID, *, op: date = OP) -> set[str]:
    """Which gates of a paper are shut."""
    with wie.handelt(op=op, lezen=True) as scope:
        return {poort.sleutel for poort in besluiten.lees_stuk(scope, stuk).poorten if not poort.ok}


def leg_uit(wie: world.Mens, stuk: UUID, *, op: date = OP) -> None:
    """Who decides makes of the draft their own explanation of a grant."""
    with wie.handelt(op=op) as scope:
        besluiten.vul_aan(
            scope,
            stuk=stuk,
            aanvulling=besluiten.Aanvulling(toelichting="U kunt dit niet meer alleen."),
            versie=besluiten.lees_stuk(scope, stuk).versie,
        )


KAAG = "kaag-en-braassem"
WINTER = date(2018, 2, 1)
THUIS = plannen.InzetGegevens(
    laag=plannen.Laag.AANVULLEND,
    wat="begeleiding thuis",
    voorziening="begeleiding",
    aantal=Decimal(2),
    eenheid="uur",
    per="week",
    van=WINTER,
    tot=date(2018, 8, 1),
    waarom_niet_lichter={
        plannen.Laag.NETWERK: "De familie woont ver weg.",
        plannen.Laag.COLLECTIEF: "Een groep is te druk.",
    },
)


def melding_in_kaag(*, spoed: bool = False) -> meldingen.Bevestiging:
    """An old man in Kaag en Braassem asks for help at home; with `spoed` it cannot wait."""
    world.gemeente(KAAG)
    with world.bezoeker(op=WINTER) as scope:
        return meldingen.doe_melding(
            scope,
            gemeente_sleutel=KAAG,
            gegevens=meldingen.MeldingGegevens(
                persoon=huishoudens.Persoonsgegevens("Jan Visser", date(1938, 1, 5)),
                tekst="Het gaat thuis niet meer.",
                vraag="begeleiding",
                kanaal="telefoon",
                spoed=spoed,
            ),
        )


def beslist(tom: world.Mens, melding: UUID, hulp: plannen.InzetGegevens) -> UUID:
    """A plan with this help, on which the policy gave its answer; returns the help."""
    plan = world.plan_met_doel(tom, melding, op=WINTER, woorden="Ik wil thuis blijven.", hulp=hulp)
    assert plan.inzet is not None
    with tom.handelt(op=WINTER) as scope:
        plannen.beslis(scope, inzet=plan.inzet, keuzes=plannen.Keuzes())
    return plan.inzet
