"""Locks broken on purpose. Each is one replaced piece of one access function, or one changed policy.

A mutant names who must notice: the comparison with the oracle, or one proof of the lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg

import eenplan
from eenplan.platform import sloten
from tests.integration.inzage import geven, proeven
from tests.integration.inzage.slot import Slot

BRON = Path(eenplan.__file__).parent
BESTANDEN = (
    "inzage/sql/inzage.sql",
    "platform/sql/pol.sql",
    "inzage/sql/inwoner.sql",
    "rechtsbescherming/sql/rechtsbescherming.sql",
    "besluiten/sql/inwoner.sql",
)  # the first that has the function counts
Proef = Callable[[psycopg.Connection, Slot], None]


@dataclass(frozen=True)
class Mutant:
    """A broken lock: in this function, this piece becomes that. Without a proof the oracle must notice.

    `soort`: the only actors worth asking about this one.
    """

    naam: str
    functie: str
    oud: str
    nieuw: str = ""
    proef: Proef | None = None
    soort: str | None = None

    @contextmanager
    def in_werking(self, beheer: psycopg.Connection) -> Iterator[None]:
        """Break the lock, and repair it."""
        goed = functietekst(self.functie)
        assert goed.count(self.oud) == 1, (
            f"{self.naam}: {goed.count(self.oud)} keer in {self.functie}"
        )
        _zet(beheer, goed.replace(self.oud, self.nieuw))
        try:
            yield
        finally:
            _zet(beheer, goed)


def functietekst(naam: str) -> str:
    """The source of one access function, as a statement that replaces it."""
    for bestand in BESTANDEN:
        with suppress(LookupError):
            return sloten.functietekst(BRON / bestand, naam)
    raise LookupError(naam)


def _zet(beheer: psycopg.Connection, zin: str) -> None:
    with beheer.transaction():
        beheer.execute("SET LOCAL ROLE eenplan_polfn")
        beheer.execute(zin.encode())


_EIND = " AND (x.tot IS NULL OR x.tot > c.nu)"

MUTANTEN = (
    # 0. nobody
    Mutant("an ended session counts", "begin", "x.beeindigd IS NULL AND "),
    Mutant("an ended employment counts", "wie", " AND (m.tot IS NULL OR m.tot >= dag.d)"),
    Mutant("an employment counts before it begins", "wie", "AND m.van <= dag.d"),
    Mutant("an ended team membership counts", "wie", " AND (l.tot IS NULL OR l.tot >= dag.d)"),
    Mutant("an employee counts in every municipality", "wie", " AND m.gemeente_id = p_gemeente"),
    Mutant("municipality ignored", "toegestaan", "d.gemeente_id = c.gemeente_id", "true"),
    Mutant("the day is that of Greenwich", "toegestaan", "'Europe/Amsterdam'", "'UTC'"),
    # 1. block
    Mutant("block ignored", "gesloten", "x.persoon_id = ANY (p_mens) AND", "false AND"),
    Mutant(
        "block never ends",
        "gesloten",
        f"{_EIND}\n                    AND (x.tegen",
        "\n                    AND (x.tegen",
    ),
    Mutant(
        "block on a team's organisation ignored",
        "gesloten",
        "OR x.tegen_id IN (",
        "OR false AND x.tegen_id IN (",
    ),
    Mutant("merged records are strangers", "zelfde_mens", "array_agg(k.id)", "ARRAY[p_persoon]"),
    # 2. private
    Mutant("private relation ignored", "gesloten", "x.medewerker_id = c.actor_id AND", "false AND"),
    Mutant(
        "private relation closes only that person",
        "gesloten",
        "IN (SELECT pol.huisgenoten(p_mens[1]))",
        "= ANY (p_mens)",
    ),
    Mutant(
        "who moved out still lives there", "huisgenoten", " AND (a.tot IS NULL OR a.tot >= dag.d)"
    ),
    # 3. secret
    Mutant("secrecy ignored", "toegestaan", "WHEN d.geheim AND NOT", "WHEN false AND NOT"),
    Mutant(
        "a listing never ends",
        "toegestaan",
        "\n                AND g.van <= c.nu AND (g.tot IS NULL OR g.tot > c.nu)",
    ),
    Mutant("anybody is listed", "toegestaan", " AND g.actor_id = c.actor_id"),
    # 4. break-glass
    Mutant(
        "break-glass opens what is secret",
        "toegestaan",
        "WHEN d.geheim AND NOT EXISTS (",
        "WHEN d.geheim AND NOT EXISTS (SELECT FROM inzage_noodtoegang n WHERE n.medewerker_id = c.actor_id AND"
        " n.persoon_id = d.betrokkene_id AND n.van <= c.nu AND n.tot > c.nu) AND NOT EXISTS (",
    ),
    Mutant("break-glass never ends", "toegestaan", " AND n.tot > c.nu"),
    Mutant(
        "break-glass tells who reported",
        "toegestaan",
        "NOT d.geheim AND d.rubriek <> 'melder' AND",
        "NOT d.geheim AND",
    ),
    # 5. involvement
    Mutant("involvement of others counts", "toegestaan", "b.partij_id = ANY (c.partijen)", "true"),
    Mutant("purpose ignored", "toegestaan", " AND b.doel = p_doel"),
    Mutant("dat opens wat", "toegestaan", "b.niveau = 'wat' AND "),
    Mutant("rubriek ignored", "toegestaan", "d.rubriek = ANY (b.rubrieken)", "true"),
    Mutant("one deel opens all", "toegestaan", "b.deel_id = d.id", "b.deel_id IS NOT NULL"),
    Mutant("law ignored", "toegestaan", "b.wet IS NULL OR d.wet IS NULL OR b.wet = d.wet", "true"),
    Mutant("narrowing ignored", "toegestaan", "b.alleen_van_id IS NULL OR", "true OR"),
    Mutant("involvement never ends", "toegestaan", " AND (b.tot IS NULL OR b.tot > c.nu)"),
    Mutant("involvement counts before it begins", "toegestaan", "b.van <= c.nu AND"),
    Mutant(
        "a signal is everybody's",
        "toegestaan",
        "(d.verantwoordelijke_id = ANY (c.partijen))",
        "true",
    ),
    # 6. and 7. own person, authority
    Mutant(
        "a child of any age",
        "toegestaan",
        "interval '12 years'",
        "interval '0 years'",
        soort="inwoner",
    ),
    Mutant(
        "own file tells who reported",
        "toegestaan",
        "d.rubriek <> 'melder' AND c.actor_id = ANY",
        "c.actor_id = ANY",
        soort="inwoner",
    ),
    Mutant(
        "authority until 18",
        "toegestaan",
        "interval '16 years'",
        "interval '18 years'",
        soort="inwoner",
    ),
    Mutant("restriction ignored", "toegestaan", " AND NOT bool_or(r.beperkt)", soort="inwoner"),
    Mutant("a parent without authority", "toegestaan", "r.gezag AND ", soort="inwoner"),
    Mutant(
        "what is withheld from parents",
        "toegestaan",
        "NOT d.niet_voor_ouders AND ",
        soort="inwoner",
    ),
    Mutant(
        "authority never ends",
        "toegestaan",
        " AND (r.tot IS NULL OR r.tot >= c.dag)",
        soort="inwoner",
    ),
    Mutant("a partner is a parent", "toegestaan", "r.soort = 'ouder' AND ", soort="inwoner"),
    # the ticket
    Mutant(
        "ticket of another request",
        "open_delen",
        "l.request_id = c.request_id AND ",
        "",
        proeven.kaartje_geldt_voor_dit_verzoek,
    ),
    Mutant(
        "ticket of another transaction",
        "open_delen",
        "\n     AND l.xid = pg_current_xact_id_if_assigned()",
        "",
        proeven.kaartje_geldt_voor_deze_transactie,
    ),
    Mutant(
        "ticket of somebody else",
        "open_delen",
        "l.actor_id = c.actor_id AND ",
        "",
        proeven.kaartje_is_van_wie_het_haalde,
    ),
    Mutant(
        "any line is a ticket",
        "open_delen",
        " AND l.soort = 'openen'",
        "",
        proeven.alleen_openen_is_een_kaartje,
    ),
    Mutant(
        "signature not checked",
        "ctx",
        "left(ruw, 64) IS DISTINCT FROM pol.handtekening(tekst)",
        "false",
        proeven.vervalste_context_is_niemand,
    ),
    Mutant(
        "signature holds on another connection and in another transaction",
        "handtekening",
        " || pg_backend_pid()::text || extract(epoch FROM transaction_timestamp())::text",
        "",
        proeven.vervalste_context_is_niemand,
    ),
    # writing and giving
    Mutant(
        "write to any deel",
        "schrijf_delen",
        "d.request_id = (pol.ctx()).request_id AND d.xid = pg_current_xact_id_if_assigned()",
        "true",
        proeven.schrijven_vraagt_een_open_deel,
    ),
    Mutant(
        "a deel about anybody",
        "mag_aanmaken",
        "p_betrokkene IS NULL OR",
        "true OR",
        proeven.deel_vraagt_een_open_dossier,
    ),
    Mutant(
        "a deel in any municipality",
        "nieuw_deel",
        "OR p_gemeente IS DISTINCT FROM coalesce(c.gemeente_id, p_gemeente)",
        "",
        proeven.deel_vraagt_een_open_dossier,
    ),
    Mutant(
        "give any rubriek",
        "te_geven",
        " AND p_rubrieken <@ b.rubrieken::text[]",
        "",
        geven.geven_vraagt_zelf_hebben,
    ),
    Mutant(
        "give any deel",
        "te_geven",
        "p_deel = ANY (l.delen)",
        "p_deel IS NOT NULL",
        geven.geven_vraagt_zelf_hebben,
    ),
    Mutant(
        "give without having opened",
        "te_geven",
        " AND l.persoon_id = p_persoon\n",
        "\n",
        geven.geven_vraagt_zelf_hebben,
    ),
    Mutant(
        "give under any law",
        "te_geven",
        "(b.wet IS NULL OR b.wet = p_wet) AND ",
        "",
        geven.geven_houdt_de_grenzen,
    ),
    Mutant(
        "give wider than one has",
        "te_geven",
        "SELECT b.alleen_van_id",
        "SELECT NULL",
        geven.geven_houdt_de_grenzen,
    ),
    Mutant(
        "break-glass gives",
        "te_geven",
        " AND l.grond = 'betrokken'",
        "",
        geven.nood_geeft_niets_door,
    ),
    Mutant(
        "one line for all grounds",
        "openen",
        "t.grond, c.nu\n      FROM nieuw t GROUP BY t.persoon_id, t.grond",
        "min(t.grond), c.nu\n      FROM nieuw t GROUP BY t.persoon_id",
        geven.nood_geeft_niets_door,
    ),
    *(
        Mutant(f"no line because of {wat}", "openen", stuk, "", proef)
        for wat, stuk, proef in (
            ("another purpose", " AND l.doel = p_doel", proeven.een_verzoek_een_regel),
            ("another ground", " AND e.grond = t.grond", proeven.een_verzoek_een_regel),
            ("another part", "e.id = t.deel_id AND ", proeven.een_verzoek_een_regel),
            *(
                (ander, stuk, proeven.alleen_het_eigen_kaartje_telt_als_regel)
                for ander, stuk in (
                    ("another request", "l.request_id = c.request_id AND "),
                    ("another transaction", " AND l.xid = pg_current_xact_id_if_assigned()"),
                    ("somebody else", " AND l.actor_id = c.actor_id"),
                    ("another kind of line", "l.soort = 'openen' AND "),
                )
            ),
        )
    ),
    Mutant(
        "a line each time the same is opened",
        "openen",
        "WHERE NOT EXISTS (SELECT FROM eerder e WHERE e.id = t.deel_id AND e.grond = t.grond)",
        "",
        proeven.een_verzoek_een_regel,
    ),
    Mutant(
        "registering tells who reported",
        "te_geven",
        " AND NOT 'melder' = ANY (p_rubrieken)",
        "",
        geven.aanmelden_geeft_niet_wat_anderen_schreven,
    ),
    Mutant(
        "registering opens what others wrote",
        "te_geven",
        "SELECT pol.organisatie_van(p_partij)",
        "SELECT NULL",
        geven.aanmelden_geeft_niet_wat_anderen_schreven,
    ),
    Mutant(
        "anybody ends an involvement",
        "betrokkenheid_beeindigen",
        "(l.doel = 'toegang' OR p_partij = ANY (c.partijen))",
        "true",
        geven.beeindigen_is_van_wie_de_vraag_heeft,
    ),
)
