"""Fills the demo: the municipalities from their policy files, staff, and households that walked the real use cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.huishoudens.models import Persoon
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import Gezinslid, GezinsRol, MeldingGegevens
from eenplan.organisaties import api as organisaties
from eenplan.platform import klok
from eenplan.platform.scope import handelend, open_sessie
from eenplan.signalen import api as signalen
from eenplan.voorzieningen import api as voorzieningen

from . import bevolking, loop, medewerkers, verhalen
from . import signalen as gemerkt
from .bekend import BEKEND

GEZINNEN = 16  # per municipality, beside those of a story: enough to sort and search in, loaded in half a minute

GEMEENTE = (
    "gemeente"  # the key of the municipality itself among the organisations of every policy file
)
DRUKTE = 15  # how many times as many households where a named colleague works


def laad(detail: Callable[[str], None]) -> None:
    """Bring the demo up to date. Again: renews reference data, and leaves every household as it is."""
    for gemeente in beleid.gemeenten():
        detail(beleid.versies(gemeente)[-1].naam)
        richt_in(gemeente)
        if werkte_al(gemeente) and not bevolkt(gemeente):
            for nummer, _ in enumerate(bevolk(gemeente, GEZINNEN), start=1):
                detail(f"{beleid.versies(gemeente)[-1].naam}: gezin {nummer}")


def richt_in(gemeente: str) -> None:
    """The municipality as its policy files have it, with somebody at work everywhere."""
    versies = beleid.versies(gemeente)
    organisaties.richt_in(versies)
    voorzieningen.vul(versies)
    medewerkers.neem_in_dienst(versies)


def werkte_al(gemeente: str) -> bool:
    """Whether even the household that asked first could ask there; a file for next year has no households yet."""
    eerste_vraag = klok.vandaag() - timedelta(days=bevolking.OUDSTE)
    return beleid.versies(gemeente)[0].geldig_vanaf <= eerste_vraag


def bevolkt(gemeente: str) -> bool:
    """Whether anybody lives there."""
    lader = Persoon.objects.using("lader")
    return lader.filter(gemeente_id=organisaties.gemeente_id(gemeente)).exists()


def bevolk(gemeente: str, aantal: int, *, drukte: int = DRUKTE) -> Iterator[None]:
    """Households that walk the use cases, first those of a story, then so many others; one at each step.

    `drukte`: how many times as many where a named colleague works.
    """
    vandaag = klok.vandaag()
    model = beleid.model(gemeente, vandaag)
    buurten = _buurten(gemeente, model, drukte)
    wie = _medewerker_per_partij(gemeente, model)
    _signaleer(gemeente, model, vandaag)
    for nummer, verhaal in enumerate(verhalen.verhalen(gemeente, model), start=1):
        if gezin := verhalen.gezin_voor(gemeente, model, verhaal, nummer, vandaag):
            _vertel(gemeente, gezin, verhaal, wie, vandaag)
            yield
    gezinnen = bevolking.gezinnen(gemeente, aantal, buurten, model.naam, vandaag)
    for nummer, gezin in enumerate(gezinnen, start=1):
        _leef(gemeente, gezin, wie, vandaag, Random(f"{gemeente}/{nummer}"))
        yield


def _signaleer(gemeente: str, model: beleid.Toegangsmodel, vandaag: date) -> None:
    """Somebody with a name noticed something about who did not ask (D7, U15)."""
    plek = gemerkt.wie_signaleert(gemeente, model)
    if plek is None:
        return
    token = _sessie(gemeente, organisaties.medewerker_id(gemeente, plek))
    for dagen, gegevens in gemerkt.gezien(model):
        with handelend(token, moment=_moment(vandaag - timedelta(days=dagen))) as scope:
            signalen.leg_vast(scope, gegevens=gegevens)


def _buurten(gemeente: str, model: beleid.Toegangsmodel, drukte: int) -> list[str]:
    """Where households live; more of them where somebody works whom the demo names."""
    alle = list(model.gebied_van_buurt) or [wijk.sleutel for wijk in model.indeling.wijken]
    bekend = {
        gebied
        for team in model.indeling.teams
        if f"{gemeente}/{team.sleutel}" in BEKEND
        for gebied in team.gebieden
    }
    druk = [buurt for buurt, (_, gebied) in model.gebied_van_buurt.items() if gebied in bekend]
    return alle + druk * drukte


def _medewerker_per_partij(gemeente: str, model: beleid.Toegangsmodel) -> Mapping[UUID, UUID]:
    return {
        organisaties.organisatie_id(gemeente, p.sleutel): organisaties.medewerker_id(
            gemeente, p.sleutel
        )
        for p in model.partijen
    } | {
        organisaties.team_id(gemeente, t.sleutel): organisaties.medewerker_id(gemeente, t.sleutel)
        for t in model.indeling.teams
    }


def _vertel(
    gemeente: str,
    gezin: bevolking.Gezin,
    verhaal: verhalen.Verhaal,
    wie: Mapping[UUID, UUID],
    vandaag: date,
) -> None:
    """One household of a story: its acts are spread over the days since it asked."""
    vraag = _vraag(gemeente, gezin, vandaag)
    bij_gemeente = _sessie(gemeente, wie[organisaties.organisatie_id(gemeente, GEMEENTE)])
    bij_houder = _sessie(gemeente, wie[vraag.houder.id])
    beurten = verhalen.beurten(verhaal, gezin, vraag)
    begin = vandaag - timedelta(days=gezin.dagen_geleden)
    for nummer, beurt in enumerate(beurten, start=1):
        dag = begin + timedelta(days=gezin.dagen_geleden * nummer // (len(beurten) + 1))
        token = bij_gemeente if beurt.gemeente else bij_houder
        with handelend(token, moment=_moment(dag)) as scope:
            beurt.doe(scope)


def _vraag(gemeente: str, gezin: bevolking.Gezin, vandaag: date) -> meldingen.Bevestiging:
    dag = vandaag - timedelta(days=gezin.dagen_geleden)
    with handelend(None, moment=_moment(dag)) as scope:
        return meldingen.doe_melding(scope, gemeente_sleutel=gemeente, gegevens=melding_van(gezin))


def _sessie(gemeente: str, medewerker: UUID) -> str:
    return open_sessie(
        soort="medewerker", actor=medewerker, gemeente=organisaties.gemeente_id(gemeente)
    )


def _leef(
    gemeente: str,
    gezin: bevolking.Gezin,
    wie: Mapping[UUID, UUID],
    vandaag: date,
    toeval: Random,
) -> None:
    """One household asks its question on some day, and gets as far as chance has it."""
    dag = vandaag - timedelta(days=gezin.dagen_geleden)
    bevestiging = _vraag(gemeente, gezin, vandaag)
    token = _sessie(gemeente, wie[bevestiging.houder.id])
    for stap in loop.stappen(gezin, bevestiging.melding, toeval):
        dag = min(dag + timedelta(days=toeval.randint(1, 9)), vandaag)
        with handelend(token, moment=_moment(dag)) as scope:
            stap(scope)


def _moment(dag: date) -> datetime:
    return min(datetime.combine(dag, time(10, 30), klok.NEDERLAND), klok.nu())


def melding_van(gezin: bevolking.Gezin) -> MeldingGegevens:
    """The question of a household as it is registered."""
    return MeldingGegevens(
        persoon=_persoon(gezin.hoofd, gezin, telefoon=gezin.telefoon),
        tekst=gezin.tekst,
        vraag=gezin.vraag,
        gebied=gezin.gebied,
        gezin=_om_kind(gezin) if gezin.over_kind else _om_ouder(gezin),
    )


def _om_ouder(gezin: bevolking.Gezin) -> tuple[Gezinslid, ...]:
    return (
        *(Gezinslid(_persoon(m, gezin), GezinsRol.PARTNER) for m in gezin.volwassenen[1:]),
        *(Gezinslid(_persoon(kind, gezin), GezinsRol.KIND) for kind in gezin.kinderen),
    )


def _om_kind(gezin: bevolking.Gezin) -> tuple[Gezinslid, ...]:
    """The first adult is the parent; a second one lives with them."""
    ouder, *anderen = gezin.volwassenen
    return (
        Gezinslid(_persoon(ouder, gezin, telefoon=gezin.telefoon), GezinsRol.OUDER),
        *(Gezinslid(_persoon(m, gezin), GezinsRol.HUISGENOOT) for m in anderen),
        *(Gezinslid(_persoon(kind, gezin), GezinsRol.KIND) for kind in gezin.kinderen[1:]),
    )


def _persoon(mens: bevolking.Mens, gezin: bevolking.Gezin, telefoon: str = "") -> Persoonsgegevens:
    return Persoonsgegevens(
        naam=mens.naam,
        geboortedatum=mens.geboortedatum,
        telefoon=telefoon,
        adres=gezin.adres,
        gebied=gezin.gebied,
    )
