"""One walked world for the sweep over every screen: the same kinds of files for each role, in more than one state.

The keys are named after the part of the address they fill in; a word behind it says in which state that thing is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.onderzoeken.api import Gezichtspunt, Peilantwoord
from eenplan.organisaties.api import Functie
from eenplan.plannen import api as plannen
from eenplan.platform.scope import KLOK_KOEKJE, KOEKJE, open_sessie
from tests import world
from tests.browser import inwonerwereld, overgangswereld, rechtwereld, uitvoeringwereld
from tests.integration.besluiten import heerlen
from tests.integration.besluiten import wereld as zaken
from tests.integration.besluiten.wereld import KAAG, VERZOEK, WINTER
from tests.world import BUREN, JEUGDHULP, LENTE, UTRECHT, Mens

VOOR_GO = date(2017, 12, 4)  # youth help in Kaag en Braassem is still the municipality's own (K1)
Sleutels = dict[str, UUID]


@dataclass(frozen=True)
class Plek:
    """Where one role sits: who, on which day, with the keys of what they may open."""

    mens: Mens | None
    op: date = LENTE
    sleutels: Sleutels = field(default_factory=dict)
    nieuweling: Mens | None = None  # a colleague for whom nothing waits

    def koekjes(self, *, nieuweling: bool = False) -> Mapping[str, str]:
        """What the browser of this person carries."""
        mens = self.nieuweling if nieuweling else self.mens
        klok = {KLOK_KOEKJE: self.op.isoformat()}
        if mens is None:
            return klok
        return klok | {KOEKJE: open_sessie(soort=mens.soort, actor=mens.id, gemeente=mens.gemeente)}


def bouw() -> Mapping[str, Plek]:
    """Walk the whole world; the places by the name of the role."""
    cast = world.overvecht()
    world.gemeente(KAAG)
    consulent = world.medewerker(
        KAAG, "Willem Lindeboom", organisatie="gemeente", functie=Functie.CONSULENT
    )
    ruben = world.medewerker(
        UTRECHT, "Ruben Timmer", organisatie="stroomzorg", functie=Functie.AANBIEDER
    )
    utrecht = _zaken(cast.fatima, UTRECHT, LENTE)
    pagina = {"pagina": utrecht["pagina"]}
    voor_aanbieder = pagina | {naam: utrecht[naam] for naam in ("persoon", "brief")}
    hulp = uitvoeringwereld.standen(_vraag_de_linde(cast.fatima), cast.fatima, cast.lisa)
    ria, licht = uitvoeringwereld.welzijn()
    els, paul, heerlen_ = rechtwereld.in_heerlen()
    utrecht["zaak"] = rechtwereld.uitleg(cast.fatima, utrecht["persoon_vraag"])
    return {
        "stand-by": Plek(els, heerlen.MEI, heerlen_),
        "wmo-consulent": Plek(paul, heerlen.MEI, heerlen_),
        "bezoeker": Plek(None, sleutels=pagina),
        "hulpverlener": Plek(
            cast.fatima, LENTE, utrecht | hulp | _signaal(cast.fatima), nieuweling=cast.sanne
        ),
        "consulent": Plek(
            consulent, VOOR_GO, _zaken(consulent, KAAG, VOOR_GO), nieuweling=cast.petra
        ),
        "aanbieder": Plek(cast.lisa, LENTE, voor_aanbieder | hulp, nieuweling=ruben),
        "beleidsadviseur": Plek(_adviseur(), WINTER, pagina),
        "tom in de buurt": _zonder_papier(),
        "welzijn": Plek(ria, LENTE + timedelta(days=3), licht),
        "wijkteam": Plek(*overgangswereld.wijkteam()),
        "inwoner": Plek(*_eerst_mens(inwonerwereld.mina(cast.fatima), pagina)),
        "inwoner zonder vraag": Plek(inwonerwereld.partner(cast.fatima)[0]),
    }


def _adviseur() -> Mens:
    return world.medewerker(
        KAAG, "Jet Onderwater", organisatie="gemeente", functie=Functie.BELEIDSADVISEUR
    )


def _signaal(wie: Mens) -> Sleutels:
    return {"signaal": overgangswereld.signaal(wie, "tigrisdreef", LENTE)}


def _eerst_mens(wie: tuple[Mens, Sleutels], ook: Sleutels) -> tuple[Mens, date, Sleutels]:
    mens, sleutels = wie
    return mens, LENTE, sleutels | ook


def _vraag_de_linde(fatima: Mens) -> Callable[[str], UUID]:
    """Ask De Linde to help a family with this name."""

    def vraag(naam: str) -> UUID:
        gezin = _gezin(UTRECHT, naam, LENTE)
        return _papier(fatima, gezin, LENTE, plannen.Keuzes(), "stuk")["inzet_klaar"]

    return vraag


def _zaken(wie: Mens, gemeente: str, op: date) -> Sleutels:
    """Five families: new, in conversation, help to settle, a paper in concept, and one that left or was refused."""
    nieuw = _gezin(gemeente, "Smit", op)
    uit = {"melding_nieuw": nieuw.melding, "pagina": nieuw.pagina}
    uit |= _bezig(wie, _gezin(gemeente, "Bakker", op), op)
    uit |= _te_regelen(wie, _gezin(gemeente, "Yilmaz", op), op)
    uit |= _papier(wie, _gezin(gemeente, "Hadi", op), op, plannen.Keuzes(), "stuk")
    weigering = plannen.Keuzes(oordeel_team="niet_nodig", oordeel_inwoner="wil_verwijzing")
    afgewezen = _papier(wie, _gezin(gemeente, "de Vries", op), op, weigering, "stuk_afwijzing")
    uit["stuk_afwijzing"] = afgewezen["stuk_afwijzing"]
    return uit | (
        _verstuurd(wie, op) if gemeente == UTRECHT else _losse_brief(wie, uit["persoon"], op)
    )


def _gezin(gemeente: str, naam: str, op: date) -> meldingen.Bevestiging:
    """A mother with a daughter of 13 and a son of 9; in Kaag en Braassem the question is about the daughter herself."""
    lid, rol, mens = meldingen.Gezinslid, meldingen.GezinsRol, huishoudens.Persoonsgegevens
    mina = mens(f"Mina {naam}", date(1984, 7, 4), telefoon="06-00000011")
    esra = mens(f"Esra {naam}", op.replace(year=op.year - 13))
    sam = mens(f"Sam {naam}", op.replace(year=op.year - 9))
    karim = lid(mens(f"Karim {naam}", date(1982, 1, 3)), rol.OUDER, thuis=False)
    in_utrecht = gemeente == UTRECHT
    with world.bezoeker(op=op) as scope:
        return meldingen.doe_melding(
            scope,
            gemeente_sleutel=gemeente,
            gegevens=meldingen.MeldingGegevens(
                persoon=mina if in_utrecht else esra,
                tekst="Ik weet niet meer hoe ik het thuis rustig krijg.",
                vraag="opvoeden",
                kanaal="balie",
                gebied="tigrisdreef" if in_utrecht else "",
                kinderen_onder_18=True,
                gezin=(lid(esra, rol.KIND), lid(sam, rol.KIND), karim)
                if in_utrecht
                else (lid(mina, rol.OUDER), karim),
            ),
        )


def _mensen(wie: Mens, melding: UUID, op: date) -> Mapping[str, UUID]:
    """The family by first name."""
    with wie.handelt(op=op, lezen=True) as scope:
        opening = meldingen.lees_open(scope, melding)[1]
        return {p.naam.split()[0]: p.id for p in huishoudens.personen(scope, opening.personen)}


def _bezig(wie: Mens, vraag: meldingen.Bevestiging, op: date) -> Sleutels:
    """The conversation is going on, a decision was asked, and the plan has no goals yet."""
    with wie.handelt(op=op) as scope:
        meldingen.neem_op(scope, melding=vraag.melding)
        onderzoek = onderzoeken.begin(scope, melding=vraag.melding)
        aanvraag = besluiten.vraag_besluit(
            scope, melding=vraag.melding, verzoek=replace(VERZOEK, op=op, door="Mina Bakker")
        )
    with wie.handelt(op=op) as scope:
        onderzoeken.bewaar_onderwerp(
            scope,
            onderzoek=onderzoek,
            onderwerp="eigen-kracht",
            tekst="Het ontbijt lukt goed, ook als het druk is.",
            versie=0,
        )
        geld = onderzoeken.zet_leefgebied_aan(
            scope,
            onderzoek=onderzoek,
            leefgebied="financien",
            reden="De huur geeft veel spanning thuis.",
            voor=vraag.persoon,
        )
    with wie.handelt(op=op) as scope:
        gezegd = [
            Peilantwoord(geld, Gezichtspunt.INWONER, 2),
            Peilantwoord(geld, Gezichtspunt.TEAM, 3),
        ]
        onderzoeken.peil(scope, persoon=vraag.persoon, antwoorden=gezegd)
        plan = plannen.maak(scope, melding=vraag.melding)
    return {
        "melding": vraag.melding,
        "onderzoek": onderzoek,
        "aanvraag": aanvraag,
        "plan_leeg": plan,
        "persoon_nieuw": vraag.persoon,
    }


def _te_regelen(wie: Mens, vraag: meldingen.Bevestiging, op: date) -> Sleutels:
    """A plan with two goals: help of neighbours, and youth help on which nobody answered yet."""
    wie_is = _mensen(wie, vraag.melding, op)
    kinderen = [wie for naam, wie in wie_is.items() if naam in ("Esra", "Sam")]
    buren = world.plan_met_doel(wie, vraag.melding, op=op, deelnemers=kinderen, hulp=BUREN)
    jeugd = world.plan_met_doel(
        wie,
        vraag.melding,
        op=op,
        van=wie_is["Esra"],
        woorden="Ik wil weer met plezier naar school.",
        hulp=_jeugdhulp(op),
    )
    leeg = world.plan_met_doel(wie, vraag.melding, op=op, woorden="Ik wil slapen.")
    assert buren.inzet is not None
    assert jeugd.inzet is not None
    return {
        "melding_plan": vraag.melding,
        "persoon_vraag": vraag.persoon,
        "plan": buren.plan,
        "doel": buren.doel,
        "doel_leeg": leeg.doel,
        "inzet": buren.inzet,
        "inzet_jeugd": jeugd.inzet,
    }


def _jeugdhulp(op: date) -> plannen.InzetGegevens:
    return replace(JEUGDHULP, van=op + timedelta(days=14), tot=op + timedelta(days=180))


def _papier(
    wie: Mens, vraag: meldingen.Bevestiging, op: date, keuzes: plannen.Keuzes, naam: str
) -> Sleutels:
    """Youth help to which all three agreed and on which the policy gave its answer: the paper lies in concept."""
    onderzoek = world.onderzoek_afgerond(wie, vraag.melding, op=op)
    esra = _mensen(wie, vraag.melding, op)["Esra"]
    plan = world.plan_met_doel(
        wie, vraag.melding, op=op, van=esra, deelnemers=[esra], hulp=_jeugdhulp(op)
    )
    assert plan.inzet is not None
    with wie.handelt(op=op, lezen=True) as scope:
        plannen.open_inzetblad(scope, plan.inzet)
        nodig = plannen.benodigde_akkoorden(scope, inzet=plan.inzet)
    for van in nodig:
        assert van.persoon is not None
        with wie.handelt(op=op) as scope:
            plannen.leg_akkoord_vast(scope, inzet=plan.inzet, van=van.persoon, akkoord=True)
    with wie.handelt(op=op) as scope:
        plannen.beslis(scope, inzet=plan.inzet, keuzes=keuzes)
    with wie.handelt(op=op, lezen=True) as scope:
        inzage.openen(scope, personen=[esra], doel=inzage.Doel.TOEGANG)
        [stuk] = besluiten.stukken_van(scope, [esra])
    return {
        naam: stuk.id,
        "melding_klaar": vraag.melding,
        "onderzoek_klaar": onderzoek,
        "inzet_klaar": plan.inzet,
        "plan_klaar": plan.plan,
        "persoon": esra,
    }


def _verstuurd(wie: Mens, op: date) -> Sleutels:
    """A verwijsbrief that left: the provider may read it."""
    uit = _papier(wie, _gezin(UTRECHT, "Jansen", op), op, plannen.Keuzes(), "stuk_klaar")
    with wie.handelt(op=op) as scope:
        brief = besluiten.maak_definitief(scope, stuk=uit["stuk_klaar"], verteld_op=op).brief
    return {"stuk_klaar": uit["stuk_klaar"], "brief": brief, "persoon": uit["persoon"]}


def _losse_brief(wie: Mens, persoon: UUID, op: date) -> Sleutels:
    """A letter about somebody that is not the paper itself."""
    with wie.handelt(op=op, lezen=True) as scope:
        inzage.openen(scope, personen=[persoon], doel=inzage.Doel.TOEGANG)
        brieven: Sequence[berichten.BriefRegel] = berichten.brieven_van(scope, [persoon])
    return {"brief": brieven[0].id} if brieven else {}


def _zonder_papier() -> Plek:
    """Help without a paper: that a decision can be asked is still to be told (row 1)."""
    tom = world.medewerker(KAAG, "Marieke de Boer", organisatie="tom-in-de-buurt")
    vraag = zaken.melding_in_kaag()
    world.onderzoek_afgerond(tom, vraag.melding, wet="wmo", op=WINTER)
    zaken.beslist(tom, vraag.melding, zaken.THUIS)
    with tom.handelt(op=WINTER, lezen=True) as scope:
        inzage.openen(scope, personen=[vraag.persoon], doel=inzage.Doel.TOEGANG)
        [regel] = besluiten.verteld_van(scope, [vraag.persoon])
    brief = _losse_brief(tom, vraag.persoon, WINTER)
    return Plek(tom, WINTER, {"verteld": regel.id, "persoon": vraag.persoon, **brief})
