"""The cast. Tests know these people by name; states are reached by walking the use cases they would use.

Team Overvecht (Jeugd en Gezin): Fatima, Joost        Team Overvecht (Sociaal): Sanne
Consulent of the municipality: Petra                  A provider: Lisa          An outsider: Bram, of another provider
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType
from uuid import UUID

from django.test import Client

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.organisaties import api as organisaties
from eenplan.organisaties.api import Functie
from eenplan.plannen import api as plannen
from eenplan.platform import klok, scope
from eenplan.voorzieningen import api as voorzieningen

# A page opened on a day of the demo clock comes at the real time of day: later than everything done here.
BEGIN_VAN_DE_DAG = time(0, 0)


@dataclass(frozen=True)
class Mens:
    """Somebody who can act: an employee or a resident."""

    id: UUID
    gemeente: UUID
    soort: str = "medewerker"

    @contextmanager
    def handelt(self, *, op: date | None = None, lezen: bool = False) -> Iterator[scope.Scope]:
        """Act as this person in one transaction, as one request does."""
        token = scope.open_sessie(soort=self.soort, actor=self.id, gemeente=self.gemeente)
        moment = datetime.combine(op, BEGIN_VAN_DE_DAG, klok.NEDERLAND) if op else None
        with scope.handelend(token, lezen=lezen, moment=moment) as s:
            yield s

    def client(self, *, op: date | None = None) -> Client:
        """This person at the screens, signed in, on a day of the demo clock."""
        client = Client()
        client.cookies[scope.KOEKJE] = scope.open_sessie(
            soort=self.soort, actor=self.id, gemeente=self.gemeente
        )
        if op:
            client.cookies[scope.KLOK_KOEKJE] = op.isoformat()
        return client


def gemeente(sleutel: str) -> UUID:
    """Set up a municipality from its policy files."""
    gemeente = organisaties.richt_in(beleid.versies(sleutel))
    voorzieningen.vul(beleid.versies(sleutel))
    return gemeente


def medewerker(
    gemeente: str,
    naam: str,
    *,
    organisatie: str,
    team: str | None = None,
    functie: Functie = Functie.HULPVERLENER,
    registratie: str = "",
) -> Mens:
    """Take somebody on."""
    sleutel = naam.lower().replace(" ", "-")
    persoon = organisaties.neem_in_dienst(
        gemeente=gemeente,
        sleutel=sleutel,
        naam=naam,
        functie=functie,
        organisatie=organisatie,
        teams=[team] if team else [],
        registratie=registratie,
    )
    return Mens(persoon, organisaties.gemeente_id(gemeente))


@contextmanager
def bezoeker(*, op: date | None = None) -> Iterator[scope.Scope]:
    """A visitor without a session."""
    moment = datetime.combine(op, BEGIN_VAN_DE_DAG, klok.NEDERLAND) if op else None
    with scope.handelend(None, moment=moment) as s:
        yield s


UTRECHT = "utrecht"
JEUGD_EN_GEZIN = "overvecht-spoorzoom-jeugd-en-gezin"
SOCIAAL = "overvecht-spoorzoom-sociaal"


@dataclass(frozen=True)
class Overvecht:
    """The two teams of Overvecht, the municipality and a provider, in Utrecht."""

    fatima: Mens
    joost: Mens
    sanne: Mens
    petra: Mens
    lisa: Mens


def overvecht() -> Overvecht:
    """Set up Utrecht with the cast."""
    gemeente(UTRECHT)
    return Overvecht(
        fatima=medewerker(UTRECHT, "Fatima Amrani", organisatie="buurtteams", team=JEUGD_EN_GEZIN),
        joost=medewerker(UTRECHT, "Joost de Wit", organisatie="buurtteams", team=JEUGD_EN_GEZIN),
        sanne=medewerker(UTRECHT, "Sanne Bos", organisatie="buurtteams", team=SOCIAAL),
        petra=medewerker(UTRECHT, "Petra Vos", organisatie="gemeente", functie=Functie.CONSULENT),
        lisa=medewerker(UTRECHT, "Lisa Maas", organisatie="de-linde", functie=Functie.AANBIEDER),
    )


@dataclass(frozen=True)
class Gezin:
    """The family Hadi in Overvecht: a mother with children of 9 and 13, and their father who lives elsewhere."""

    melding: UUID
    mina: UUID
    sam: UUID
    esra: UUID
    karim: UUID


LENTE = date(2026, 3, 2)


def gezin_hadi(
    team: Mens,
    *,
    op: date = LENTE,
    adressen: Mapping[str, str] = MappingProxyType({}),
    geheim: str = "",
) -> Gezin:
    """The mother asks for help at the front door; both parents have authority. `team`: who may see who is who.

    `adressen`: where who lives, by first name; `geheim`: whose address is secret.
    """
    lid, rol = meldingen.Gezinslid, meldingen.GezinsRol

    def mens(naam: str, geboren: date, telefoon: str = "") -> huishoudens.Persoonsgegevens:
        voornaam = naam.split()[0]
        return huishoudens.Persoonsgegevens(
            naam,
            geboren,
            telefoon=telefoon,
            adres=adressen.get(voornaam, ""),
            adres_geheim=voornaam == geheim,
        )

    with bezoeker(op=op) as s:
        bevestiging = meldingen.doe_melding(
            s,
            gemeente_sleutel=UTRECHT,
            gegevens=meldingen.MeldingGegevens(
                persoon=mens("Mina Hadi", date(1984, 7, 4), telefoon="06-00000011"),
                tekst="Ik weet niet meer hoe ik het thuis rustig krijg.",
                vraag="opvoeden",
                kanaal="balie",
                gebied="tigrisdreef",
                gezin=(
                    lid(mens("Sam Hadi", date(2016, 5, 1)), rol.KIND),
                    lid(mens("Esra Hadi", date(2012, 9, 9)), rol.KIND),
                    lid(mens("Karim Hadi", date(1982, 1, 3)), rol.OUDER, thuis=False),
                ),
            ),
        )
    with team.handelt(op=op, lezen=True) as s:
        opening = meldingen.lees_open(s, bevestiging.melding)[1]
        wie = {k.naam: k.id for k in huishoudens.personen(s, opening.personen)}
        ouders = {g.ouder for g in huishoudens.gezag(s, [wie["Sam Hadi"]])}
    [karim] = ouders - {wie["Mina Hadi"]}
    return Gezin(bevestiging.melding, wie["Mina Hadi"], wie["Sam Hadi"], wie["Esra Hadi"], karim)


def man_alleen(*, op: date = LENTE) -> meldingen.Bevestiging:
    """A man who lives alone wants somebody with him at home."""
    with bezoeker(op=op) as s:
        return meldingen.doe_melding(
            s,
            gemeente_sleutel=UTRECHT,
            gegevens=meldingen.MeldingGegevens(
                persoon=huishoudens.Persoonsgegevens("Henk Jansen", date(1958, 3, 3)),
                tekst="Ik wil dat er iemand bij mij thuis komt.",
                vraag="begeleiding",
                kanaal="telefoon",
                gebied="tigrisdreef",
            ),
        )


def onderzoek_afgerond(
    wie: Mens,
    melding: UUID,
    *,
    op: date = LENTE,
    wet: str = "jeugd",
    oordeel: str = "nodig",
    conclusie: str = "Er is hulp nodig om het thuis rustiger te krijgen.",
) -> UUID:
    """Walk a question to the end of its investigation: taken, law named, offers made, one topic, a conclusion."""
    with wie.handelt(op=op) as s:
        meldingen.neem_op(s, melding=melding)
        meldingen.zet_wet(s, melding=melding, wet=wet, reden="Zo is de vraag.")
        onderzoek = onderzoeken.begin(s, melding=melding)
    with wie.handelt(op=op) as s:
        onderzoeken.leg_voorbereiding_vast(
            s,
            onderzoek=onderzoek,
            antwoorden=onderzoeken.Voorbereiding(
                onderzoeken.Ondersteuning.WIL_NIET,
                onderzoeken.Ondersteuning.GEEN_MANTELZORGER,
                onderzoeken.PersoonlijkPlan.GEEN,
            ),
        )
        onderzoeken.bewaar_onderwerp(
            s,
            onderzoek=onderzoek,
            onderwerp="eigen-kracht",
            tekst="De ochtenden lukken goed.",
            versie=0,
        )
        onderzoeken.trek_conclusie(
            s,
            onderzoek=onderzoek,
            oordeel=onderzoeken.Oordeel(oordeel),
            tekst=conclusie,
            versie=0,
        )
        onderzoeken.rond_af(s, onderzoek=onderzoek)
    return onderzoek


@dataclass(frozen=True)
class PlanMetDoel:
    """A plan with one goal and, when asked for, help under it."""

    plan: UUID
    doel: UUID
    inzet: UUID | None = None


def plan_met_doel(
    wie: Mens,
    melding: UUID,
    *,
    op: date = LENTE,
    van: UUID | None = None,
    deelnemers: Iterable[UUID] = (),
    woorden: str = "Ik wil dat we samen kunnen eten zonder ruzie.",
    hulp: plannen.InzetGegevens | None = None,
) -> PlanMetDoel:
    """Start the plan of a question with one goal in somebody's own words, and help under it when given."""
    with wie.handelt(op=op) as s:
        plan = plannen.maak(s, melding=melding, deelnemers=list(deelnemers))
    with wie.handelt(op=op) as s:
        doel = plannen.voeg_doel_toe(s, plan=plan, woorden=woorden, van=van)
    if hulp is None:
        return PlanMetDoel(plan, doel)
    with wie.handelt(op=op) as s:
        return PlanMetDoel(plan, doel, plannen.voeg_inzet_toe(s, doel=doel, gegevens=hulp))


BUREN = plannen.InzetGegevens(
    laag=plannen.Laag.NETWERK,
    wat="samen eten bij de buren",
    wie="buurvrouw Riet",
    waarom_niet_lichter={plannen.Laag.EIGEN_KRACHT: "Alleen lukt het Mina niet iedere dag."},
)
TEAMHULP = plannen.InzetGegevens(
    laag=plannen.Laag.ALGEMEEN,
    wat="gesprekken over opvoeden",
    voorziening="basiszorg",
    aantal=Decimal(1),
    eenheid="gesprek",
    per="week",
    tot=date(2026, 6, 1),
    waarom_niet_lichter={plannen.Laag.NETWERK: "De buurvrouw helpt met eten, niet met opvoeden."},
)
JEUGDHULP = plannen.InzetGegevens(
    laag=plannen.Laag.AANVULLEND,
    wat="hulp voor Esra en haar ouders",
    voorziening="jeugdhulp",
    aantal=Decimal("1.5"),
    eenheid="uur",
    per="week",
    van=date(2026, 3, 16),
    tot=date(2026, 9, 1),
    waarom_niet_lichter={
        plannen.Laag.NETWERK: "Esra praat thuis niet over school.",
        plannen.Laag.COLLECTIEF: "In een groep durft Esra niets te zeggen.",
    },
    keuze="Mina en Esra kozen De Linde, omdat die op fietsafstand is.",
)

DEVENTER = "deventer"
OVERGANGSJAAR = date(2015, 6, 1)


@dataclass(frozen=True)
class Voorstad:
    """A wijkteam, the team that goes to who did not ask, the municipality and two providers, in Deventer."""

    hanna: Mens
    bram: Mens
    yara: Mens
    dirk: Mens
    tess: Mens


def voorstad() -> Voorstad:
    """Set up Deventer with its cast."""
    gemeente(DEVENTER)
    return Voorstad(
        hanna=medewerker(
            DEVENTER, "Hanna Wolters", organisatie="wijkteams", team="wijkteam-voorstad"
        ),
        bram=medewerker(DEVENTER, "Bram Kok", organisatie="wijkteams", team="wijkteam-colmschate"),
        yara=medewerker(DEVENTER, "Yara Demir", organisatie="outreach", team="bijzonder-zorgteam"),
        dirk=medewerker(DEVENTER, "Dirk Smit", organisatie="tactus", functie=Functie.AANBIEDER),
        tess=medewerker(DEVENTER, "Tess Blom", organisatie="gemeente", functie=Functie.CONSULENT),
    )


def vraag_in_voorstad(
    vraag: str = "eenzaamheid",
    *,
    naam: str = "Gerrit Pol",
    op: date = OVERGANGSJAAR,
    tekst: str = "Sinds mijn vrouw er niet meer is, zie ik niemand.",
) -> meldingen.Bevestiging:
    """Somebody of the Rivierenwijk asks at the front door of Deventer."""
    with bezoeker(op=op) as s:
        return meldingen.doe_melding(
            s,
            gemeente_sleutel=DEVENTER,
            gegevens=meldingen.MeldingGegevens(
                persoon=huishoudens.Persoonsgegevens(naam, date(1948, 3, 3)),
                tekst=tekst,
                vraag=vraag,
                gebied="rivierenwijk",
            ),
        )
