"""Two ways to send a request: into the application in this process, and over a socket to the real web server."""

from __future__ import annotations

import gzip
import http.client
import io
import socket
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import unquote_to_bytes

from tests.vervuiling.verzoek import Verzoek

ONTSNAPT = 599  # no answer: the application raised
OPGEHANGEN = 444  # no answer: the web server hung up on who does not speak HTTP
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Any]


@dataclass(frozen=True)
class Antwoord:
    """What came back, and after how long."""

    status: int
    koppen: Mapping[str, str]
    lichaam: bytes
    seconden: float

    @property
    def html(self) -> bool:
        """Whether it is a page."""
        return self.koppen.get("content-type", "").startswith("text/html")


class Klant(Protocol):
    """Sends a request and waits for the answer."""

    def stuur(self, verzoek: Verzoek) -> Antwoord: ...


class InProces:
    """Calls the WSGI application as a web server would."""

    def __init__(self, toepassing: Wsgi) -> None:
        self._toepassing = toepassing

    def stuur(self, verzoek: Verzoek) -> Antwoord:
        """An exception that comes out is an answer as well: the worst one."""
        gekregen: dict[str, Any] = {}

        def begin(status: str, koppen: list[tuple[str, str]], _fout: object = None) -> None:
            gekregen["status"] = int(status[:3])
            gekregen["koppen"] = {naam.lower(): inhoud for naam, inhoud in koppen}

        begonnen = time.perf_counter()
        try:
            stroom = self._toepassing(_omgeving(verzoek), begin)
            try:
                lichaam = b"".join(stroom)
            finally:
                getattr(stroom, "close", lambda: None)()
        except Exception:
            gekregen = {"status": ONTSNAPT, "koppen": {}}
            lichaam = traceback.format_exc().encode()
        koppen = gekregen["koppen"]
        return Antwoord(
            gekregen["status"], koppen, uitgepakt(koppen, lichaam), time.perf_counter() - begonnen
        )


def uitgepakt(koppen: Mapping[str, str], lichaam: bytes) -> bytes:
    """What somebody reads: a page may come pressed together, also for who asked it in broken words."""
    return gzip.decompress(lichaam) if koppen.get("content-encoding") == "gzip" else lichaam


def _omgeving(verzoek: Verzoek) -> dict[str, Any]:
    koppen = {"Host": "127.0.0.1", **verzoek.koppen}
    if verzoek.koekjes:
        koppen["Cookie"] = _koekjesregel(verzoek)
    return {
        "REQUEST_METHOD": verzoek.methode,
        "PATH_INFO": unquote_to_bytes(verzoek.pad).decode("latin-1"),
        "QUERY_STRING": verzoek.vraag,
        "CONTENT_TYPE": _latin(verzoek.soort),
        "CONTENT_LENGTH": str(len(verzoek.lichaam)),
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": io.BytesIO(verzoek.lichaam),
        "wsgi.errors": io.StringIO(),
        "wsgi.url_scheme": "http",
        "wsgi.version": (1, 0),
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **{f"HTTP_{naam.upper().replace('-', '_')}": _latin(w) for naam, w in koppen.items()},
    }


def _koekjesregel(verzoek: Verzoek) -> str:
    return "; ".join(f"{naam}={inhoud}" for naam, inhoud in verzoek.koekjes.items())


def _latin(tekst: str) -> str:
    """Bytes of a header as WSGI hands them over."""
    return tekst.encode().decode("latin-1")


class OverDeLijn:
    """Speaks HTTP with the web server on this port."""

    def __init__(self, poort: int) -> None:
        self._poort = poort

    def stuur(self, verzoek: Verzoek) -> Antwoord:
        """A connection of its own for each request: a broken one leaves nothing behind."""
        return self.stuur_rauw(self._bytes(verzoek), verzoek.methode)

    def stuur_rauw(self, bytes_: bytes, methode: str = "GET") -> Antwoord:
        """These bytes as they are, and no more after them."""
        begonnen = time.perf_counter()
        with socket.create_connection(("127.0.0.1", self._poort), timeout=20) as lijn:
            try:
                with suppress(BrokenPipeError, ConnectionResetError):  # it may refuse half-way
                    lijn.sendall(bytes_)
                    lijn.shutdown(socket.SHUT_WR)
                antwoord = http.client.HTTPResponse(lijn, method=methode)
                antwoord.begin()
                lichaam = antwoord.read()
                koppen = {naam.lower(): inhoud for naam, inhoud in antwoord.getheaders()}
                status = antwoord.status
            except (OSError, http.client.HTTPException) as fout:
                status, koppen, lichaam = OPGEHANGEN, {}, repr(fout).encode()
        return Antwoord(status, koppen, uitgepakt(koppen, lichaam), time.perf_counter() - begonnen)

    def _bytes(self, verzoek: Verzoek) -> bytes:
        vraag = f"?{verzoek.vraag}" if verzoek.vraag else ""
        koppen = {"Host": f"127.0.0.1:{self._poort}", **verzoek.koppen}
        if verzoek.soort:
            koppen["Content-Type"] = verzoek.soort
        if verzoek.koekjes:
            koppen["Cookie"] = _koekjesregel(verzoek)
        koppen |= {"Content-Length": str(len(verzoek.lichaam)), "Connection": "close"}
        regels = [f"{verzoek.methode} {verzoek.pad}{vraag} HTTP/1.1"]
        regels += [f"{naam.replace('_', '-')}: {inhoud}" for naam, inhoud in koppen.items()]
        return "\r\n".join([*regels, "", ""]).encode() + verzoek.lichaam
