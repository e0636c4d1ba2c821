"""Where the database is: the embedded cluster in the data directory, or the server DATABASE_URL names.

DATABASE_URL names the administrator (`postgresql://naam:wachtwoord@host:5432/eenplan`); only `eenplan setup-db` uses that
account. The application logs in at the same place as its own roles, with passwords from `geheimen.json`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.errors import ProgrammingError

from eenplan.platform.geheimen import datamap
from eenplan.platform.postgres import BEHEERDER, POORT, WACHTWOORDBESTAND, ClusterFout, socketmap

STANDAARDNAAM = "eenplan"


@dataclass(frozen=True)
class DbAdres:
    """Host, port and database, and the parameters of DATABASE_URL (sslmode and the like) that hold for every role."""

    host: str
    port: str
    dbname: str
    opties: dict[str, str] = field(default_factory=dict)

    def dsn(self, role: str, wachtwoord: str, dbname: str | None = None) -> str:
        """Connection string (libpq key=value form) for a role at this address."""
        return make_conninfo(
            host=self.host,
            port=self.port,
            user=role,
            password=wachtwoord,
            dbname=dbname or self.dbname,
            **self.opties,
        )


def clustermap(map_: Path | None = None) -> Path:
    """The data directory of the embedded cluster."""
    return (map_ or datamap()) / "postgres"


def ingebed() -> bool:
    """Whether this installation runs its own cluster."""
    return not os.environ.get("DATABASE_URL")


def adres() -> DbAdres:
    """The address; EENPLAN_DB names another database at the same place (tests). Raises ClusterFout."""
    naam = os.environ.get("EENPLAN_DB")
    if ingebed():
        return DbAdres(str(socketmap(clustermap())), str(POORT), naam or STANDAARDNAAM)
    delen = _ontleed_url()
    for persoonlijk in ("user", "password"):
        delen.pop(persoonlijk, None)
    host, port, dbname = (
        delen.pop("host", ""),
        delen.pop("port", "5432"),
        delen.pop("dbname", STANDAARDNAAM),
    )
    return DbAdres(host, port, naam or dbname, delen)


def beheer_dsn(dbname: str | None = None) -> str:
    """Connection string of the administrator. Raises ClusterFout when the cluster was never made or the URL is wrong."""
    if not ingebed():
        return make_conninfo(**(_ontleed_url() | {"dbname": dbname or adres().dbname}))
    try:
        wachtwoord = (clustermap() / WACHTWOORDBESTAND).read_text().strip()
    except OSError as fout:
        raise ClusterFout(
            f"In {datamap()} staat nog geen database. Start hem met `make demo`, of zet DATABASE_URL."
        ) from fout
    return adres().dsn(BEHEERDER, wachtwoord, dbname)


def _ontleed_url() -> dict[str, str]:
    try:
        delen = conninfo_to_dict(os.environ["DATABASE_URL"])
    except ProgrammingError as fout:
        raise ClusterFout(
            "DATABASE_URL is niet te lezen. Schrijf hem als postgresql://naam:wachtwoord@host:5432/eenplan."
        ) from fout
    return {sleutel: str(waarde) for sleutel, waarde in delen.items() if waarde is not None}
