"""Who must agree with a piece of help, asking them, and writing down what they say (Jeugdwet 7.3.4, 7.3.5; U17)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk

from . import events
from .gedeeld import haal_inzet, kaart_van, meld_inzet, melding_van, open_inzet
from .models import Akkoord, Inzet
from .regels import Laag, en
from .toestemming import (
    UITZONDERING_ZIN,
    Gegeven,
    Hoedanigheid,
    Ouder,
    Uitkomst,
    Uitzondering,
    Vereist,
    mag_uitzondering,
    nog_open,
    vereist,
)

ANTWOORD = {
    Uitkomst.AKKOORD: "akkoord met de hulp",
    Uitkomst.NIET_AKKOORD: "niet akkoord met de hulp",
    Uitkomst.UITZONDERING: "hulp zonder dit akkoord, met reden",
}


def vereist_voor(
    scope: Scope, inzet: Inzet, kaart: huishoudens.PersoonKaart, verwijzer: str
) -> list[Vereist]:
    """Who must agree with this help, as the household and the law stand today. The household must be open."""
    vandaag = scope.nu.date()
    leeftijd = huishoudens.leeftijd(kaart.geboortedatum, vandaag)
    minderjarig = leeftijd is None or leeftijd < huishoudens.VOLWASSEN
    return vereist(
        persoon=kaart.id,
        naam=kaart.naam,
        leeftijd=leeftijd,
        wet=inzet.wet,
        laag=Laag(inzet.laag),
        verwijzer=verwijzer,
        ouders=_ouders_van(scope, kaart.id) if minderjarig else (),
        leeftijden=beleid.wet(vandaag).toestemming,
    )


def _ouders_van(scope: Scope, kind: UUID) -> list[Ouder]:
    """The parents, also who lives elsewhere: their file is opened when this team is involved with them too."""
    gezag = huishoudens.gezag(scope, [kind])
    elders = [g for g in gezag if not g.naam]
    kaarten = inzage.kaarten_van_ouders(scope, elders, doel=inzage.Doel.TOEGANG) if elders else {}
    namen = {wie: kaart.naam for wie, kaart in kaarten.items()}
    return [Ouder(g.ouder, g.naam or namen.get(g.ouder, ""), g.gezag, g.beperkt) for g in gezag]


def nieuwe_vragen(scope: Scope, inzet: Inzet, nodig: Iterable[Vereist]) -> list[Akkoord]:
    """The question to each of them, to be written together with the help."""
    return [_vraag(scope, inzet, v) for v in nodig]


def _vraag(scope: Scope, inzet: Inzet, v: Vereist) -> Akkoord:
    return Akkoord(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=inzet.deel_id,
        inzet_id=inzet.id,
        persoon_id=v.persoon,
        naam=v.naam,
        hoedanigheid=v.hoedanigheid,
        uitkomst=Uitkomst.GEVRAAGD,
        artikel=v.artikel,
        voor_start=v.voor_start,
        gevraagd_op=scope.nu,
    )


def _nodig_en_gegeven(
    scope: Scope, inzet: Inzet, kaart: huishoudens.PersoonKaart | None = None
) -> tuple[list[Vereist], list[Gegeven]]:
    verwijzer = melding_van(scope, inzet.plan).verwijzer
    wie = kaart or kaart_van(scope, inzet.persoon_id)
    nodig = vereist_voor(scope, inzet, wie, verwijzer)
    gegeven = [
        Gegeven(a.persoon_id, Hoedanigheid(a.hoedanigheid), Uitkomst(a.uitkomst))
        for a in Akkoord.objects.filter(inzet_id=inzet.id)
    ]
    return nodig, gegeven


def nog_nodig(
    scope: Scope, inzet: Inzet, kaart: huishoudens.PersoonKaart | None = None
) -> list[Vereist]:
    """Whose agreement is still missing, worked out anew: a birthday or a court may have changed it since.

    `kaart`: of whom the help is, for who read that already.
    """
    nodig, gegeven = _nodig_en_gegeven(scope, inzet, kaart)
    return nog_open(nodig, gegeven)


def open_namen(scope: Scope, inzet: Inzet, *, alleen_voor_start: bool = True) -> tuple[str, ...]:
    """The names of those, of all or only of who must agree before the start."""
    return namen_van(nog_nodig(scope, inzet), alleen_voor_start=alleen_voor_start)


def namen_van(nodig: Iterable[Vereist], *, alleen_voor_start: bool) -> tuple[str, ...]:
    """Names for a sentence."""
    return tuple(v.naam for v in nodig if v.voor_start or not alleen_voor_start)


def akkoorden_open(
    scope: Scope, *, inzet: UUID, doel: inzage.Doel, kaart: huishoudens.PersoonKaart
) -> tuple[str, ...]:
    """Whose agreement must still come before this help of this person begins (waarborg 11).

    Who has the question works it out anew from the household; a decider, who does not see that, from what was answered.
    The household must be open for this purpose.
    """
    rij = haal_inzet(inzet, doel)
    return open_voor_start(scope, rij, doel, kaart if kaart.id == rij.persoon_id else None)


def open_voor_start(
    scope: Scope, inzet: Inzet, doel: inzage.Doel, kaart: huishoudens.PersoonKaart | None = None
) -> tuple[str, ...]:
    """As `akkoorden_open`, of help that is on the table."""
    nodig = nog_nodig(scope, inzet, kaart) if doel is inzage.Doel.TOEGANG else onbeantwoord(inzet)
    return namen_van(nodig, alleen_voor_start=True)


def onbeantwoord(inzet: Inzet) -> list[Vereist]:
    """Who was asked to agree before the start and did not, by the answers alone."""
    vragen = Akkoord.objects.filter(inzet_id=inzet.id, voor_start=True).order_by("id")
    nodig = [
        Vereist(v.persoon_id, v.naam, Hoedanigheid(v.hoedanigheid), v.artikel, voor_start=True)
        for v in vragen
    ]
    gegeven = [
        Gegeven(v.persoon_id, Hoedanigheid(v.hoedanigheid), Uitkomst(v.uitkomst)) for v in vragen
    ]
    return nog_open(nodig, gegeven)


@transaction.atomic
def benodigde_akkoorden(scope: Scope, *, inzet: UUID) -> Sequence[Vereist]:
    """Who must still agree with this help, each with the article."""
    return nog_nodig(scope, open_inzet(scope, inzet).inzet)


@transaction.atomic
def leg_akkoord_vast(
    scope: Scope,
    *,
    inzet: UUID,
    van: UUID,
    akkoord: bool,
    reden: str = "",
) -> None:
    """Write down what one of those who were asked says. Geweigerd when this person need not be asked."""
    rij = open_inzet(scope, inzet, wijzigen=True).inzet
    nodig, _ = _nodig_en_gegeven(scope, rij)
    gevraagd = next((v for v in nodig if v.persoon == van), None)
    if gevraagd is None:
        raise Geweigerd("Van deze persoon is geen akkoord nodig.")
    uitkomst = Uitkomst.AKKOORD if akkoord else Uitkomst.NIET_AKKOORD
    _schrijf(scope, rij, gevraagd, uitkomst, reden.strip())
    _rond_werk_af(scope, rij)


@transaction.atomic
def leg_uitzondering_vast(scope: Scope, *, inzet: UUID, grond: Uitzondering, reden: str) -> None:
    """Help a youth of 12 to 15 without a parent's consent, on one of the two grounds of the law, with the reason."""
    rij = open_inzet(scope, inzet, wijzigen=True).inzet
    kaart = kaart_van(scope, rij.persoon_id)
    if not mag_uitzondering(huishoudens.leeftijd(kaart.geboortedatum, scope.nu.date())):
        raise Geweigerd("Een uitzondering kan alleen bij jongeren van 12 tot en met 15 jaar.")
    if not reden.strip():
        raise Geweigerd(velden={"reden": "Schrijf op waarom deze uitzondering nodig is."})
    for v in nog_nodig(scope, rij):
        if v.hoedanigheid is Hoedanigheid.OUDER:
            zin = f"{UITZONDERING_ZIN[grond]} {reden.strip()}"
            _schrijf(scope, rij, v, Uitkomst.UITZONDERING, zin)
    _rond_werk_af(scope, rij)


def _schrijf(scope: Scope, inzet: Inzet, vereist: Vereist, uitkomst: Uitkomst, reden: str) -> None:
    wie = Q(persoon_id=vereist.persoon) if vereist.persoon else Q(persoon__isnull=True)
    geraakt = Akkoord.objects.filter(
        wie, inzet_id=inzet.id, hoedanigheid=vereist.hoedanigheid
    ).update(
        uitkomst=uitkomst,
        reden=reden,
        artikel=vereist.artikel,
        beantwoord_op=scope.nu,
        genoteerd_door=scope.naam,
        zelf=False,
        praten_op=None,
    )
    if not geraakt:
        vraag = _vraag(scope, inzet, vereist)
        vraag.uitkomst = uitkomst
        vraag.reden = reden
        vraag.beantwoord_op = scope.nu
        vraag.genoteerd_door = scope.naam
        vraag.save(force_insert=True)
    meld_inzet(
        scope,
        events.AKKOORD_GEGEVEN,
        inzet,
        {"wie": vereist.naam, "antwoord": ANTWOORD[uitkomst]},
    )


def vraag_opnieuw(scope: Scope, inzet: Inzet) -> None:
    """Ask once more who said yes, because something else is asked now: a yes is for this help, of this helper (H2)."""
    ja = Akkoord.objects.filter(inzet_id=inzet.id, uitkomst=Uitkomst.AKKOORD)
    namen = list(ja.values_list("naam", flat=True))
    if not namen:
        return
    ja.update(
        uitkomst=Uitkomst.GEVRAAGD, reden="", beantwoord_op=None, zelf=False, gevraagd_op=scope.nu
    )
    meld_inzet(scope, events.AKKOORD_GEVRAAGD, inzet, {"wie": en(namen)})


def _rond_werk_af(scope: Scope, inzet: Inzet) -> None:
    if not open_namen(scope, inzet):
        werk.rond_af(scope, over=inzet.id, soort=werk.WerkSoort.AKKOORD)
