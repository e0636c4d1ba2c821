"""How one municipality gives access to help: the classes of one policy file (X1)."""

import datetime as dt
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from eenplan.beleid.bouwstenen import Gedateerd, Herkomst, Sleutel, Streng, Tekst
from eenplan.beleid.rijen import Beslisregel, Routeregel, Triageregel
from eenplan.beleid.wetboek import Laag
from eenplan.beleid.woordenschat import Beslisser, Kanaal, Voorzieningsoort, Vraag, Wet

Telefoon = Annotated[str, Field(pattern=r"^0\d{1,3}-\d{6,8}$")]


class Bron(Streng):
    """A document the file rests on."""

    sleutel: Sleutel
    titel: Tekst
    datum: Tekst | None = None


class Kanaalgebruik(Streng):
    """A front door: which channel, and how residents know it."""

    kanaal: Kanaal
    naam: Tekst


class Kanalen(Herkomst):
    """The front doors, and whether a resident may come in without being sent (U3)."""

    zelf_aanmelden: bool
    open: tuple[Kanaalgebruik, ...]


class Buurt(Streng):
    """The smallest area."""

    sleutel: Sleutel
    naam: Tekst


class Gebied(Streng):
    """The working area of a team: some buurten of one wijk."""

    sleutel: Sleutel
    naam: Tekst
    buurten: tuple[Buurt, ...] = ()


class Wijk(Streng):
    """A part of the municipality; its first area answers when the buurt is not known yet."""

    sleutel: Sleutel
    naam: Tekst
    gebieden: tuple[Gebied, ...] = ()


class Team(Streng):
    """A team of a party: for these areas, or for everyone when it names none."""

    sleutel: Sleutel
    naam: Tekst
    soort: Sleutel
    partij: Sleutel
    gebieden: tuple[Sleutel, ...] = ()
    telefoon: Telefoon
    mail: Tekst
    plek: Tekst | None = None


class Indeling(Herkomst):
    """The map: areas, and the teams that work there."""

    wijken: tuple[Wijk, ...]
    teams: tuple[Team, ...] = ()


class Gezicht(Streng):
    """The one person residents and GPs know at an access party: no photo, a name and a direct number (L4)."""

    naam: Tekst
    waarvoor: Tekst = Field(description="in een paar woorden waarvoor je bij deze persoon bent")
    telefoon: Telefoon
    mail: Tekst
    bereikbaar: Tekst | None = None


class Partij(Herkomst):
    """An organisation in the arrangement. Phone numbers and addresses are invented."""

    sleutel: Sleutel
    naam: Tekst
    soort: Literal[
        "gemeente",
        "toegang",
        "consortium",
        "cooperatie",
        "welzijn",
        "aanbieder",
        "onderaannemer",
        "school",
    ]
    onderdeel_van: Sleutel | None = None
    besteedt_uit: bool = Field(
        False, description="deze organisatie kiest per inwoner welke van haar leden helpt"
    )
    telefoon: Telefoon
    mail: Tekst
    website: Tekst
    gezicht: Gezicht | None = Field(None, description="wie er op de gezichtenkaart staat")


class EerstePartij(Herkomst):
    """Who makes contact with somebody who did not ask for help (W2)."""

    beslisser: Beslisser


class BeslisserPartij(Streng):
    """Which party a decider is; empty: the party (and team) the question was routed to."""

    beslisser: Beslisser
    partij: Sleutel | None = None


class Doorgeven(Herkomst):
    """Questions passed on the same day: no ladder of reasons, and less help is no goal (D6, D27)."""

    vragen: Annotated[tuple[Vraag, ...], Field(min_length=1)]


class Triage(Herkomst):
    """What is settled at the kitchen table: which law, and whether simple or complex is asked (D2)."""

    vraag_complexiteit: bool
    zelfde_dag: Doorgeven | None = Field(
        None, description="leeg: elke vraag gaat de gewone weg, met gesprek en treden"
    )
    regels: tuple[Triageregel, ...]


class Voorziening(Herkomst):
    """Something a household can use, from a neighbour to a specialist."""

    sleutel: Sleutel
    naam: Tekst
    laag: Laag
    voorziening: Voorzieningsoort
    wetten: tuple[Wet, ...]
    aanbieder: Sleutel | None = Field(
        None, description="leeg: iemand uit het eigen netwerk, of nog te kiezen"
    )
    dat_is_wat: bool = Field(
        description="alleen al de naam zegt wat er speelt: toon hem niet bij dat-informatie"
    )


class Mandaat(Herkomst):
    """A power to decide on behalf of the college: who, under which law, which kind, from when until when."""

    sleutel: Sleutel
    organisatie: Sleutel
    functie: Tekst
    wet: Wet
    soort: Literal["toekennen", "afwijzen", "pgb"]
    van: dt.date
    tot: dt.date | None = None
    publicatie: Tekst


class Bedrag(Herkomst):
    """An amount or a number in the arrangement about money."""

    sleutel: Sleutel
    naam: Tekst
    waarde: Annotated[str, Field(pattern=r"^\d+(\.\d\d)?$")]
    eenheid: Literal["euro", "euro_per_jaar", "procent", "keer", "jaar", "organisaties"]


class Bekostiging(Herkomst):
    """How help is paid."""

    vorm: Literal["lumpsum", "prestatie", "mix"]
    omschrijving: Tekst
    plafond: bool
    op_clientniveau: bool
    bedragen: tuple[Bedrag, ...] = ()


class Doel(Herkomst):
    """A societal goal of the municipality."""

    sleutel: Sleutel
    naam: Tekst


class Sturing(Herkomst):
    """What the municipality steers on and how often it is told."""

    doelen: tuple[Doel, ...]
    verslagen_per_jaar: Annotated[int, Field(ge=0)]
    indicatoren_door: Literal["gemeente", "uitvoerders", "samen"]


class Deelregel(Herkomst):
    """Who may know what of whom: that someone is helped (dat) or what about (wat)."""

    sleutel: Sleutel
    van: Tekst
    aan: Tekst
    deelt: Literal["dat", "wat", "niets"]
    mits: Tekst


class Belangen(Herkomst):
    """Whether it is a warning when the one who refers and the one who receives are one organisation (U14)."""

    waarschuwen: bool


class EersteContact(Herkomst):
    """The promise on every melding: someone calls within so many working days, between these hours (F5)."""

    werkdagen: Annotated[int, Field(gt=0)]
    van_uur: Annotated[int, Field(ge=0, le=24)]
    tot_uur: Annotated[int, Field(ge=0, le=24)]

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        if self.van_uur >= self.tot_uur:
            raise ValueError("`van_uur` moet voor `tot_uur` liggen")
        return self


class Loket(Streng):
    """Somebody outside the municipality whom a resident can call. Numbers are invented."""

    naam: Tekst
    telefoon: Telefoon
    website: Tekst


class Vrijstelling(Streng):
    """Why help without a decision is free: a value of the verordening, with its article (waarborg 9)."""

    regeling: Tekst
    artikel: Tekst
    tekst: Tekst


class Brieven(Herkomst):
    """What stands on every letter of this municipality: where it lives, who helps, where to ask and to object."""

    postadres: Annotated[tuple[Tekst, ...], Field(min_length=2)]
    bereikbaar: Tekst
    besluit_vragen: Annotated[str, Field(pattern=r"^https://")]
    bezwaar: Annotated[str, Field(pattern=r"^https://")]
    clientondersteuning: Loket
    vertrouwenspersoon: Loket
    zonder_bijdrage: Vrijstelling


class Begrippen(Streng):
    """What this municipality calls things on screens and in letters."""

    team: Tekst
    melding: Tekst
    gesprek: Tekst
    plan: Tekst
    regisseur: Tekst


class Toegangsmodel(Gedateerd):
    """One version of the arrangement of one municipality."""

    sleutel: Sleutel
    naam: Tekst
    cbs_code: Annotated[str, Field(pattern=r"^\d{4}$")]
    geldigheid: Herkomst
    status: Literal["praktijk", "advies"]
    variant: Literal["taakgericht", "outputgericht", "inspanningsgericht", "gemengd"]
    scenario: Sleutel | None = None
    samenvatting: Tekst
    bronnen: Annotated[tuple[Bron, ...], Field(min_length=1)]
    kanalen: Kanalen
    indeling: Indeling
    partijen: Annotated[tuple[Partij, ...], Field(min_length=1)]
    routering: tuple[Routeregel, ...]
    triage: Triage
    voorzieningen: tuple[Voorziening, ...]
    eerste_partij: EerstePartij
    beslissers: tuple[BeslisserPartij, ...]
    beslistabel: tuple[Beslisregel, ...]
    mandaten: tuple[Mandaat, ...] = ()
    bekostiging: Bekostiging
    sturing: Sturing
    delen: tuple[Deelregel, ...]
    belangen: Belangen
    begrippen: Begrippen
    eerste_contact: EersteContact
    brieven: Brieven | None = Field(
        None, description="leeg: brieven blijven concept, want de afzender is niet compleet"
    )

    @cached_property
    def gebied_van_buurt(self) -> dict[str, tuple[str, str]]:
        """Each buurt with its wijk and area."""
        return {
            buurt.sleutel: (wijk.sleutel, gebied.sleutel)
            for wijk in self.indeling.wijken
            for gebied in wijk.gebieden
            for buurt in gebied.buurten
        }

    @cached_property
    def wijk_op_sleutel(self) -> dict[str, Wijk]:
        """The wijken by key."""
        return {wijk.sleutel: wijk for wijk in self.indeling.wijken}

    @cached_property
    def partij_op_sleutel(self) -> dict[str, Partij]:
        """The parties by key."""
        return {partij.sleutel: partij for partij in self.partijen}

    @cached_property
    def gezichten(self) -> tuple[Partij, ...]:
        """The parties with a face, in the order of the file with the municipality last: the gezichtenkaart (L4)."""
        bekend = (partij for partij in self.partijen if partij.gezicht)
        return tuple(sorted(bekend, key=lambda partij: partij.soort == "gemeente"))

    @cached_property
    def bedrag_op_sleutel(self) -> dict[str, Bedrag]:
        """The amounts and numbers of the arrangement by key."""
        return {bedrag.sleutel: bedrag for bedrag in self.bekostiging.bedragen}

    @cached_property
    def team_op_sleutel(self) -> dict[str, Team]:
        """The teams by key."""
        return {team.sleutel: team for team in self.indeling.teams}

    @cached_property
    def regel_op_nummer(self) -> dict[str, Beslisregel]:
        """The rows of the decision table by number."""
        return {rij.regel: rij for rij in self.beslistabel}

    @cached_property
    def kent_overgangsrecht(self) -> bool:
        """Whether a row looks at an indication of an earlier law (D20)."""
        return any("overgangsrecht" in dict(c.gevuld) for r in self.beslistabel for c in r.als)

    def geeft_door(self, vraag: str) -> bool:
        """Whether a question is passed on the same day."""
        return self.triage.zelfde_dag is not None and vraag in self.triage.zelfde_dag.vragen

    def partij_van(self, beslisser: str) -> str | None:
        """Which party this decider is in this model; None: the party the question was routed to."""
        return next((b.partij for b in self.beslissers if b.beslisser == beslisser), None)

    def mandaat(self, organisatie: str, wet: str, soort: str, op: dt.date) -> Mandaat | None:
        """The mandate in force for this organisation, law and kind on a date, or None (waarborg 3)."""
        return next(
            (
                m
                for m in self.mandaten
                if (m.organisatie, m.wet, m.soort) == (organisatie, wet, soort)
                and m.van <= op
                and (m.tot is None or op < m.tot)
            ),
            None,
        )
