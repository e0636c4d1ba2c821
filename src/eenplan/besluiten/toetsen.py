"""The facts of one paper on this day, for its gates, and the letter it would become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from eenplan.berichten import api as berichten
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Doel
from eenplan.meldingen import api as meldingen
from eenplan.platform.scope import Scope

from . import hulp as hulpfeiten
from .aanvragen import geldigheid
from .feiten import StukFeiten
from .gedeeld import Tafel
from .kader import Kader, kader
from .lezers import lezers_van
from .models import Aanvraag, Stuk
from .opgeschreven import onderzoek_oordeel
from .papier import Ondertekenaar, bijdrage, opdracht
from .plan import akkoorden_open, na_consulent
from .poorten import Poort, poorten
from .regels import BESCHIKKINGEN, AanvraagToestand, Afwijsgrond, StukSoort

BRIEF_POORT = "brief"


@dataclass(frozen=True)
class Toets:
    """A paper held against the law today: every gate, and the letter as it would leave."""

    feiten: StukFeiten
    poorten: tuple[Poort, ...]
    opdracht: berichten.Opdracht
    lezers: tuple[berichten.Lezer, ...]
    voorbeeld: berichten.Voorbeeld
    ondertekenaar: Ondertekenaar

    @property
    def open(self) -> bool:
        """Whether it may leave."""
        return all(poort.ok for poort in self.poorten)


def toets(scope: Scope, tafel: Tafel, *, verteld_op: date | None = None) -> Toets:
    """Hold a paper against its gates. `verteld_op`: the tick that is being set now."""
    stuk = tafel.stuk
    stuk.verteld_op = verteld_op or stuk.verteld_op
    beleidskader = kader(scope)
    hoofd = berichten.Briefhoofd(beleidskader.model, beleidskader.op)
    wie = beleidskader.ondertekenaar(scope, stuk)
    brief = opdracht(stuk, tafel.aanvraag, hoofd, wie)
    lezers = lezers_van(scope, tafel.kaart, tafel.doel)
    beelden = [
        berichten.voorbeeld(scope, lezer=lezer, opdracht=brief, kenmerk="(volgt)")
        for lezer in lezers
    ]
    feiten = _feiten(scope, tafel, beleidskader, hoofd)
    eigen = poorten(feiten)
    return Toets(feiten, (*eigen, *_brief(eigen, beelden)), brief, lezers, beelden[0], wie)


def _brief(eigen: list[Poort], beelden: Sequence[berichten.Voorbeeld]) -> list[Poort]:
    """What is still wrong with the letter itself, for any of its readers, once everything around it is right."""
    if not all(poort.ok for poort in eigen):
        return []
    zin = " ".join(dict.fromkeys(gebrek for beeld in beelden for gebrek in beeld.gebreken))
    return [Poort(BRIEF_POORT, "De brief is compleet", "Awb 3:46", not zin, zin)]


def _feiten(
    scope: Scope, tafel: Tafel, beleidskader: Kader, hoofd: berichten.Briefhoofd
) -> StukFeiten:
    stuk, op = tafel.stuk, scope.nu.date()
    hulp = hulpfeiten.uit_json(stuk.hulp)
    brieven = beleidskader.model.brieven
    eerst = _onderzoek(scope, tafel)
    return StukFeiten(
        soort=StukSoort(stuk.soort),
        op=op,
        wet=stuk.wet,
        leeftijd=huishoudens.leeftijd(tafel.kaart.geboortedatum, op),
        spoed=stuk.spoed,
        aanvraag_vanaf=tafel.aanvraag.geldt_vanaf if tafel.aanvraag else None,
        kan_vanaf=eerst.kan_vanaf,
        wie_onderzoekt=eerst.wie,
        heeft_open_aanvraag=_heeft_open_aanvraag(stuk),
        beslisser=stuk.beslist_naam,
        heeft_mandaat=beleidskader.mandaat(stuk) is not None,
        mag_tekenen=scope.organisatie_id == stuk.beslist_door_id,
        doelen=len(hulp.doelen),
        omvang=hulp.omvang is not None,
        ingang=hulp.ingang,
        einde=hulp.einde,
        zonder_einde=hulp.meteen_door,
        aanbieder=hulp.gever is not None,
        verteld_op=stuk.verteld_op,
        kan_besluit_vragen=brieven is not None,
        bezwaarclausule=brieven is not None,
        akkoorden_open=akkoorden_open(scope, stuk.inzet_id, tafel.doel, tafel.kaart),
        bijdrage_gevraagd=stuk.eigen_bijdrage,
        bijdrage_bekend=bijdrage(stuk, hoofd) is not None,
        grond_boven_18=stuk.grond_boven_18,
        gehoord_op=stuk.gehoord_op,
        grond=Afwijsgrond(stuk.grond) if stuk.grond else None,
        na_consulent=stuk.soort == StukSoort.AFWIJZING and na_consulent(scope, stuk.inzet_id),
        onderzoek_oordeel=eerst.oordeel,
        motivering=dict(stuk.motivering),
        wel_mogelijk=stuk.wel_mogelijk,
        beslisser_is_aanbieder=stuk.beslisser_is_aanbieder,
        tweede_lezer=stuk.tweede_lezer,
        professional=stuk.professional,
        registratie=stuk.registratie,
    )


@dataclass(frozen=True, slots=True)
class _Onderzoek:
    """What a decision rests on: the outcome of the investigation, or who must finish it and until when that counts."""

    oordeel: str = ""
    wie: str = ""
    kan_vanaf: date | None = None


def _onderzoek(scope: Scope, tafel: Tafel) -> _Onderzoek:
    stuk = tafel.stuk
    if stuk.soort not in BESCHIKKINGEN:
        return _Onderzoek()
    oordeel = onderzoek_oordeel(scope, stuk.persoon_id, stuk.melding_id)
    if oordeel or stuk.wet == "jeugd":
        return _Onderzoek(oordeel)
    vragen = meldingen.van_persoon(scope, stuk.persoon_id)
    vraag = next((m for m in vragen if m.id == stuk.melding_id), None)
    if vraag is None:
        return _Onderzoek()
    zelf = tafel.doel is Doel.TOEGANG
    wie = "" if zelf else f"{vraag.houder_naam} (telefoon {vraag.houder_telefoon})"
    kan_vanaf = geldigheid(scope, vraag, wet=stuk.wet, op=scope.nu.date()).vanaf
    return _Onderzoek(wie=f"{wie[:1].upper()}{wie[1:]}", kan_vanaf=kan_vanaf)


def _heeft_open_aanvraag(stuk: Stuk) -> bool:
    """Only the light paper asks this, and only about the same help."""
    if stuk.soort != StukSoort.VERWIJSBRIEF or stuk.inzet_id is None:
        return False
    return Aanvraag.objects.filter(inzet_id=stuk.inzet_id, toestand=AanvraagToestand.OPEN).exists()
