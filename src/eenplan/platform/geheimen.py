"""The secrets of one installation: passwords of the roles, Django's key, encryption keys. Two files, mode 0600.

Made on first use in the data directory (EENPLAN_DATA, else `.data`). Losing `geheimen.json` makes every encrypted
BSN and address unreadable: it belongs in the backup of the keys, never in the backup of the database. The web server
needs nothing of `beheer.json`, which holds the passwords of the roles that load, back up and migrate: give that file
to another account than the one the web server runs as.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from eenplan.platform import postgres
from eenplan.platform.bestand import lees as lees_bytes

BESTAND = "geheimen.json"
MEESTE_BYTES = 1_000_000  # thousands of keys
BEHEERBESTAND = "beheer.json"
WEBROL = "eenplan_app"
BEHEERROLLEN = ("eenplan_lader", "eenplan_migratie")
LOGINROLLEN = (WEBROL, *BEHEERROLLEN)


class GeheimenFout(Exception):
    """The file with secrets cannot be used; the text is a Dutch sentence that says what to do."""


@dataclass(frozen=True)
class Geheimen:
    """What `geheimen.json` holds. Nothing of it appears in a repr, a log or an error page."""

    webwachtwoord: str = field(repr=False)  # of the role that every request runs as
    django_sleutel: str = field(repr=False)
    sleutels: Mapping[str, bytes] = field(
        repr=False
    )  # key id -> 32 bytes; old ids stay, to read old rows
    actieve_sleutel: str  # the key id that new rows are encrypted with
    hmac_sleutel: bytes = field(repr=False)  # master key of the blind indexes


def datamap() -> Path:
    """The data directory of this installation: EENPLAN_DATA, else `.data` where the command is given."""
    return Path(os.path.abspath(os.environ.get("EENPLAN_DATA") or ".data"))


def clustermap() -> Path:
    """The data directory of the embedded cluster."""
    return datamap() / "postgres"


def socketmap() -> str:
    """The directory of the embedded cluster's unix socket, as a host name for libpq."""
    return str(postgres.socketmap(clustermap()))


def lees(map_: Path | None = None) -> Geheimen:
    """Read the secrets, making them the first time. Raises GeheimenFout."""
    bestand = (map_ or datamap()) / BESTAND
    return _ontleed(_lees_of_maak(bestand, _nieuw), bestand)


def wachtwoord(rol: str) -> str:
    """The password of a login role; those of the web server's role stand apart. Raises GeheimenFout."""
    return lees().webwachtwoord if rol == WEBROL else _beheerwachtwoorden()[rol]


def wachtwoorden() -> Mapping[str, str]:
    """The passwords of all login roles, for who makes them. Raises GeheimenFout."""
    return {WEBROL: lees().webwachtwoord, **_beheerwachtwoorden()}


def _beheerwachtwoorden() -> Mapping[str, str]:
    bestand = datamap() / BEHEERBESTAND
    tekst = _lees_of_maak(bestand, lambda: {rol: secrets.token_urlsafe(32) for rol in BEHEERROLLEN})
    try:
        inhoud = json.loads(tekst)
        return {rol: str(inhoud[rol]) for rol in BEHEERROLLEN}
    except (ValueError, KeyError, TypeError, RecursionError) as fout:
        raise GeheimenFout(
            f"Het bestand {bestand} is beschadigd. Gooi het weg en voer `eenplan setup-db` uit: "
            "dat maakt nieuwe wachtwoorden."
        ) from fout


def _lees_of_maak(bestand: Path, nieuw: Callable[[], Mapping[str, object]]) -> str:
    try:
        try:
            return _lees_tekst(bestand)
        except FileNotFoundError:
            _schrijf(bestand, nieuw())
            return _lees_tekst(bestand)
    except OSError as fout:
        raise GeheimenFout(
            f"Het bestand {bestand} kan niet worden gelezen of gemaakt ({fout.strerror}). "
            "Controleer de rechten van dat bestand en die map, of kies een andere map met EENPLAN_DATA."
        ) from fout


def _lees_tekst(bestand: Path) -> str:
    return lees_bytes(bestand, MEESTE_BYTES).decode(errors="replace")


def sleuteldeel(geheimen: Geheimen) -> dict[str, object]:
    """What must survive the loss of this machine: the keys of encrypted fields and of the blind indexes."""
    return {
        "sleutels": {naam: _in_tekst(waarde) for naam, waarde in geheimen.sleutels.items()},
        "actieve_sleutel": geheimen.actieve_sleutel,
        "hmac_sleutel": _in_tekst(geheimen.hmac_sleutel),
    }


def zet_terug(deel: Mapping[str, object]) -> None:
    """Make the secrets of a restored installation: the old keys, new passwords. Raises GeheimenFout.

    Again, with the same keys, does nothing: whoever restores may have to try twice.
    """
    bestand = datamap() / BESTAND
    inhoud = _nieuw() | dict(deel)
    gewenst = sleuteldeel(_ontleed(json.dumps(inhoud), bestand))
    _schrijf(bestand, inhoud)
    if sleuteldeel(lees()) != gewenst:
        raise GeheimenFout(
            f"In {bestand.parent} staan al andere sleutels. Zet een reservekopie terug in een lege map (EENPLAN_DATA)."
        )


def _nieuw() -> dict[str, object]:
    return {
        "wachtwoorden": {WEBROL: secrets.token_urlsafe(32)},
        "django_sleutel": secrets.token_urlsafe(48),
        "sleutels": {"1": _in_tekst(secrets.token_bytes(32))},
        "actieve_sleutel": "1",
        "hmac_sleutel": _in_tekst(secrets.token_bytes(32)),
    }


def _schrijf(bestand: Path, inhoud: Mapping[str, object]) -> None:
    """Write a whole file under another name first; when two processes make it at once, the first one wins."""
    bestand.parent.mkdir(parents=True, exist_ok=True)
    tijdelijk = bestand.with_name(f"{bestand.name}.{os.getpid()}")
    tijdelijk.unlink(missing_ok=True)
    greep = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(greep, "w", encoding="utf-8") as uit:
            json.dump(inhoud, uit, indent=2)
            uit.flush()
            os.fsync(uit.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(tijdelijk, bestand)
    finally:
        tijdelijk.unlink(missing_ok=True)


def _ontleed(tekst: str, bestand: Path) -> Geheimen:
    try:
        inhoud = json.loads(tekst)
        geheimen = Geheimen(
            webwachtwoord=str(inhoud["wachtwoorden"][WEBROL]),
            django_sleutel=str(inhoud["django_sleutel"]),
            sleutels={str(naam): _uit_tekst(waarde) for naam, waarde in inhoud["sleutels"].items()},
            actieve_sleutel=str(inhoud["actieve_sleutel"]),
            hmac_sleutel=_uit_tekst(inhoud["hmac_sleutel"]),
        )
        if any(
            len(sleutel) != 32 for sleutel in (*geheimen.sleutels.values(), geheimen.hmac_sleutel)
        ):
            raise ValueError("a key is not 32 bytes")
        if geheimen.actieve_sleutel not in geheimen.sleutels:
            raise ValueError("the active key is missing")
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        binascii.Error,
    ) as fout:
        raise GeheimenFout(
            f"Het bestand {bestand} is beschadigd. Zet het terug uit de reservekopie van de sleutels; "
            "zonder dat bestand zijn versleutelde gegevens niet te lezen."
        ) from fout
    return geheimen


def _in_tekst(waarde: bytes) -> str:
    return base64.b64encode(waarde).decode("ascii")


def _uit_tekst(waarde: str) -> bytes:
    return base64.b64decode(waarde, validate=True)
