"""One request, one transaction, one scope (docs/adr/0005).

The scope is set by one signed statement, for this transaction only: who asks, for which organisation, in which
municipality. A GET then continues as the reader role. View and rendering both happen inside the transaction, so that
the answer leaves only after the read log is committed.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse

from . import klok
from .ids import nieuw_id
from .versleuteling import inlogsleutel
from .vraag import doe

KOEKJE = "eenplan_sessie"
KLOK_KOEKJE = "eenplan_demodatum"
DEMOJAREN = range(
    2000, 2101
)  # beyond these somebody is 8,000 years old, or a term ends after the last date there is

MANIEREN = ("GET", "HEAD", "POST")  # looking and sending: a view never meets anything else

# GET routes that must write (huis.md 3). Empty until signing in through an identity provider arrives.
GETS_DIE_SCHRIJVEN: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Scope:
    """Who asks. `soort` is None for a visitor without a session.

    `geopend`: for which purpose which delen were opened in this request, for when its own log lines are rolled back.
    """

    request_id: UUID
    soort: str | None
    actor_id: UUID | None
    gemeente_id: UUID | None
    naam: str
    functie: str
    organisatie_id: UUID | None
    organisatie_naam: str
    gemeente_sleutel: str
    gemeente_naam: str
    teams: tuple[UUID, ...]
    nu: datetime
    geopend: list[tuple[str, list[UUID]]] = field(default_factory=list, repr=False, compare=False)

    @property
    def is_medewerker(self) -> bool:
        return self.soort == "medewerker"

    @property
    def gemeente(self) -> UUID:
        """The one municipality of this scope; asking a visitor's is a programming error."""
        if self.gemeente_id is None:
            raise LookupError("deze scope heeft geen gemeente")
        return self.gemeente_id

    @property
    def actor(self) -> UUID:
        """The person who acts; asking a visitor's is a programming error."""
        if self.actor_id is None:
            raise LookupError("deze scope heeft geen handelende persoon")
        return self.actor_id

    @property
    def partij(self) -> UUID:
        """The party whose list the work of this employee is on: the first team, or the organisation."""
        partij = self.teams[0] if self.teams else self.organisatie_id
        if partij is None:
            raise LookupError("deze scope heeft geen organisatie")
        return partij


class ScopedRequest(HttpRequest):
    """What every view receives: a request with its scope."""

    scope: Scope


def _token_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


_BEGIN = """SELECT b.soort, b.actor_id, b.gemeente_id, b.naam, b.functie, b.organisatie_id, b.organisatie_naam,
       b.gemeente_sleutel, b.gemeente_naam, b.teams, b.nu{rol}
  FROM pol.begin(%s, %s, %s) b"""
_ALS_SCHRIJVER = _BEGIN.format(rol="")
_ALS_LEZER = _BEGIN.format(rol=", set_config('role', 'eenplan_lezer', true)")


def begin(token: str | None, *, lezen: bool, moment: datetime | None = None) -> Scope:
    """Set the scope of the running transaction in one statement and tell who it is.

    `moment` is honoured only where the database says it is a demo.
    """
    request_id = nieuw_id()  # in order of time, so that the lines of the read log land side by side
    token_hash = _token_hash(token) if token else None
    with connection.cursor() as cursor:
        cursor.execute(_ALS_LEZER if lezen else _ALS_SCHRIJVER, [token_hash, request_id, moment])
        rij = cursor.fetchone()
    klok.zet(rij[10] if moment else None)
    return Scope(
        request_id=request_id,
        soort=rij[0],
        actor_id=rij[1],
        gemeente_id=rij[2],
        naam=rij[3] or "",
        functie=rij[4] or "",
        organisatie_id=rij[5],
        organisatie_naam=rij[6] or "",
        gemeente_sleutel=rij[7] or "",
        gemeente_naam=rij[8] or "",
        teams=tuple(rij[9] or ()),
        nu=klok.nu(),
    )


def open_sessie(
    *, soort: str, actor: UUID, gemeente: UUID, duur: timedelta = timedelta(hours=10)
) -> str:
    """Open a session for somebody who has proved who they are; returns the token for the cookie."""
    token = secrets.token_urlsafe(32)
    hash_, seconden = _token_hash(token), int(duur.total_seconds())
    tekst = f"{hash_.hex()} {soort} {actor} {gemeente} {seconden}"
    doe(
        "SELECT pol.sessie_openen(%s, %s, %s, %s, %s, %s)",
        [hash_, soort, actor, gemeente, seconden, _bewijs(tekst)],
    )
    return token


def _bewijs(tekst: str) -> bytes:
    """The digest that the database compares with its own (see `pol.sessie_openen`)."""
    sleutel = inlogsleutel()
    binnen = hashlib.sha256(sleutel + tekst.encode()).digest()
    return hashlib.sha256(sleutel + binnen).digest()


def sluit_sessie(token: str) -> None:
    """End a session at once, on every device that holds its cookie."""
    doe("SELECT pol.sessie_sluiten(%s)", [_token_hash(token)])


@contextmanager
def handelend(
    token: str | None, *, lezen: bool = False, moment: datetime | None = None
) -> Iterator[Scope]:
    """Act outside a web request (a job, the demo, a test): the same transaction, scope and lock as a page."""
    try:
        with transaction.atomic():
            yield begin(token, lezen=lezen, moment=moment)
    finally:
        klok.zet(None)


def _moment(request: HttpRequest) -> datetime | None:
    if not settings.DEMO or KLOK_KOEKJE not in request.COOKIES:
        return None
    try:
        dag = datetime.strptime(request.COOKIES[KLOK_KOEKJE], "%Y-%m-%d")
    except ValueError:
        return None
    if dag.year not in DEMOJAREN:
        return None
    tijd = datetime.now(klok.NEDERLAND)
    return dag.replace(
        hour=tijd.hour, minute=tijd.minute, second=tijd.second, tzinfo=klok.NEDERLAND
    )


def als_bezoeker(request: ScopedRequest) -> None:
    """Go on as a visitor, in the same transaction: at the door of one municipality a session of another is nobody's."""
    request.scope = begin(None, lezen=request.method != "POST", moment=_moment(request))


class ScopeMiddleware:
    """Wraps the view and its rendering in one transaction with one scope."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in MANIEREN:
            return HttpResponseNotAllowed(MANIEREN)
        lezen = request.method in ("GET", "HEAD") and request.path not in GETS_DIE_SCHRIJVEN
        token, moment = request.COOKIES.get(KOEKJE), _moment(request)
        with handelend(token, lezen=lezen, moment=moment) as scope:
            request.scope = scope  # type: ignore[attr-defined]
            antwoord = self.get_response(request)
            if isinstance(antwoord, TemplateResponse) and not antwoord.is_rendered:
                antwoord.render()
            if not isinstance(antwoord, HttpResponse):
                raise TypeError(
                    "een stroom rendert buiten de transactie: bouw het antwoord in het geheugen"
                )
            teruggedraaid = antwoord.status_code >= 500 or hasattr(antwoord, "terugdraaien")
            if teruggedraaid:
                transaction.set_rollback(True)
        if teruggedraaid and scope.geopend:
            _schrijf_gelezen(scope, token, moment)
        antwoord.headers.setdefault("Cache-Control", "no-store")
        return antwoord


def _schrijf_gelezen(scope: Scope, token: str | None, moment: datetime | None) -> None:
    """What was read was read, also when the work is undone: the answer may show it, so the log must say it."""
    with handelend(token, lezen=True, moment=moment), connection.cursor() as cursor:
        for doel, delen in scope.geopend:
            cursor.execute("SELECT FROM pol.openen('{}', %s, %s)", [delen, doel])
