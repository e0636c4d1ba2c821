"""What is no proper HTTP: the web server itself must answer it, and live on."""

from __future__ import annotations

from collections import Counter

from tests.vervuiling.keuring import (
    BINNEN,
    ECHO,
    ONBESCHERMD,
    SNEL,
    STORING,
    TRAAG,
    VAN_BINNEN,
    Boek,
)
from tests.vervuiling.klant import OverDeLijn
from tests.vervuiling.vormen import MERK

SOORT = "geen HTTP"
KEREN = 4
MAG = (501, 505)  # a way of sending or a version that HTTP says one need not know
HOST = b"Host: 127.0.0.1\r\n"
_POST = b"POST /utrecht/vraag/ HTTP/1.1\r\n" + HOST
RAUW = (
    b"",
    b"\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET / HTTP/9.9\r\n" + HOST + b"\r\n",
    b"GET /\r\n\r\n",
    b"GET  / HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + HOST + b"\r\n",
    b"GET http://kanarie7.example/ HTTP/1.1\r\n" + HOST + b"\r\n",
    b"CONNECT kanarie7.example:443 HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET /" + b"x" * 9_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET /\xff\xfe HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET /\0 HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET /?naam=" + MERK.encode() + b"  HTTP/1.1\r\n" + HOST + b"\r\n",
    b"G\xc3\x8bT / HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"Kop zonder dubbele punt " + MERK.encode() + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"Cookie : eenplan_sessie=" + MERK.encode() + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n vervolg " + MERK.encode() + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"X-\0: " + MERK.encode() + b"\0\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"y" * 20_000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"".join(b"X-%d: y\r\n" % n for n in range(200)) + b"\r\n",
    _POST + b"Content-Length: 50\r\n\r\nkort",
    _POST + b"Content-Length: -1\r\n\r\n",
    _POST + b"Content-Length: 1e3\r\n\r\n",
    _POST + b"Content-Length: 99999999999999\r\n\r\nx",
    _POST + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
    _POST + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    _POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
    _POST + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab",
    _POST + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\nab",
    _POST + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    _POST + b"Transfer-Encoding: bestaat-niet\r\n\r\n",
    _POST
    + b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 30\r\n\r\n--x\r\nkapot",
    _POST
    + b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\nx=%ff&y=\0",
    _POST + b"Expect: 100-continue\r\nContent-Length: 3\r\n\r\nx=1",
    b"GET / HTTP/1.1\r\n"
    + HOST
    + b"Upgrade: h2c\r\nConnection: Upgrade\r\nHTTP2-Settings: x\r\n\r\n",
)


def rauw(klant: OverDeLijn, boek: Boek) -> Counter[str]:
    """Send each a few times; the answer may be a refusal or a closed line, never a fault of ours."""
    for bytes_ in RAUW * KEREN:
        antwoord = klant.stuur_rauw(bytes_)
        wat = f"{antwoord.status} {bytes_[:200]!r}"
        boek.schrijf(STORING, antwoord.status < 500 or antwoord.status in MAG, wat)
        boek.schrijf(BINNEN, VAN_BINNEN.search(antwoord.lichaam) is None, wat)
        boek.schrijf(ECHO, not any(teken in antwoord.lichaam for teken in ONBESCHERMD), wat)
        boek.schrijf(SNEL, antwoord.seconden <= TRAAG, wat)
    return Counter({SOORT: len(RAUW) * KEREN})
