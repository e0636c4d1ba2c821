"""The campaign: look at every address as everybody, gather the forms, and send them spoiled in every way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

import psycopg
from django.urls import resolve

from eenplan.web.schermen import INGANG
from tests.integration.platform.adressen import Adres
from tests.vervuiling import keuring
from tests.vervuiling.keuring import HALF, Boek, afdruk, keur
from tests.vervuiling.klant import Antwoord, Klant
from tests.vervuiling.lezers import Lezer
from tests.vervuiling.verzoek import LICHAAMSOORTEN, VERZOEKSOORTEN, Verzoek, van_vorm
from tests.vervuiling.vormen import Vorm, lees, soort_van
from tests.vervuiling.waarden import VELDSOORTEN, veranderd

PER_BLOK = 250
STEEKPROEF = 0.04
AFMELDEN = "/uit/"


@dataclass
class Oogst:
    """What was found by looking: the forms of each reader, the addresses, and which address answered."""

    vormen: dict[str, dict[tuple[object, ...], Vorm]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    paden: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    bereikt: Counter[str] = field(default_factory=Counter)

    def neem_op(self, lezer: Lezer, pad: str, antwoord: Antwoord) -> list[str]:
        """Keep the forms of a page; tells where its links lead."""
        self.paden[lezer.naam].setdefault(soort_van(pad), pad)
        if antwoord.status != 200 or not antwoord.html:
            return []
        vormen, verder = lees(pad, antwoord.lichaam.decode())
        for vorm in vormen:
            self.vormen[lezer.naam].setdefault(vorm.handtekening, vorm)
        return verder


@dataclass(frozen=True)
class Stap:
    """One request to make: whose, about which form or address, what is spoiled and how."""

    lezer: Lezer
    vorm: Vorm
    veld: str
    soort: str

    def verzoek(self, toeval: Random, andermans: Sequence[str]) -> Verzoek:
        """The spoiled request."""
        knop = self.veld if self.veld in self.vorm.knoppen else toeval.choice(self.vorm.drukbaar)
        velden = self.vorm.ingevuld(toeval, knop)
        if self.veld:
            velden = veranderd(velden, self.veld, self.soort, toeval, andermans)
        verzoek = van_vorm(self.vorm.methode, self.vorm.adres, velden, self.lezer.koekjes)
        mutatie = {**VERZOEKSOORTEN, **LICHAAMSOORTEN}.get(self.soort)
        return mutatie(verzoek, toeval, andermans) if mutatie else verzoek


def binnen(antwoord: Antwoord) -> bool:
    """Whether somebody got past the door."""
    naar = antwoord.koppen.get("location", "")
    return antwoord.status in (200, 409, 422) or (300 <= antwoord.status < 400 and naar != INGANG)


def oogst(
    klant: Klant, lezers: Sequence[Lezer], adressen: Sequence[Adres], boek: Boek, *, volledig: bool
) -> Oogst:
    """Look at every address: as everybody, or (for a short run) as whoever may and one who may not."""
    uit = Oogst()
    for plek, adres in enumerate(adressen):
        wie = list(lezers) if volledig else _enkelen(lezers, adres, plek)
        for lezer in wie:
            for pad in lezer.paden(adres, 4 if lezer.mag(adres) else 1):
                verzoek = van_vorm("GET", pad, [], lezer.koekjes)
                antwoord = klant.stuur(verzoek)
                keur(boek, verzoek, antwoord)
                uit.bereikt[str(adres.blad.name)] += lezer.mag(adres) and binnen(antwoord)
                uit.neem_op(lezer, pad, antwoord)
    return uit


def _enkelen(lezers: Sequence[Lezer], adres: Adres, plek: int) -> list[Lezer]:
    """Whoever has something there and may look, somebody who may and has not, and somebody who may not."""
    mag = [lezer for lezer in lezers if lezer.mag(adres)]
    heeft = [lezer for lezer in mag if lezer.heeft(adres)]
    zonder = [lezer for lezer in mag if lezer not in heeft]
    niet = [lezer for lezer in lezers if not lezer.mag(adres)]
    een = [rij[plek % len(rij)] for rij in (zonder, niet) if rij]
    return (heeft if adres.sleutels else [heeft[0], heeft[plek % len(heeft)]]) + een


def leeg_verzonden(
    klant: Klant, lezers: Sequence[Lezer], adressen: Sequence[Adres], boek: Boek, *, volledig: bool
) -> None:
    """A form without fields to every address: by everybody, or (for a short run) by one who may come there."""
    for adres in adressen:
        wie = lezers if volledig else [lezer for lezer in lezers if lezer.mag(adres)][-1:]
        for lezer in wie:
            for pad in [] if adres.route.endswith(AFMELDEN) else lezer.paden(adres, 1):
                leeg = Vorm(pad, "POST").ingevuld(Random(0))
                verzoek = van_vorm("POST", pad, leeg, lezer.koekjes)
                keur(boek, verzoek, klant.stuur(verzoek))


def zoals_het_is(
    klant: Klant, lezers: Sequence[Lezer], boek: Boek, wat: Oogst, opnieuw: Callable[[], None]
) -> None:
    """Each form once as somebody fills it in; what signs off, and what has most to say, comes last."""
    gezien: set[object] = set()
    for lezer in lezers:
        opnieuw()
        nieuw = [v for h, v in wat.vormen[lezer.naam].items() if h not in gezien]
        gezien |= {vorm.handtekening for vorm in nieuw}
        wijzen = [(vorm, knop) for vorm in nieuw for knop in vorm.drukbaar]
        for vorm, knop in sorted(
            wijzen, key=lambda w: (w[0].adres.endswith(AFMELDEN), -len(w[0].velden))
        ):
            velden = vorm.ingevuld(Random(1), knop)
            verzoek = van_vorm(vorm.methode, vorm.adres, velden, lezer.koekjes)
            antwoord = klant.stuur(verzoek)
            keur(boek, verzoek, antwoord, vorm.typbaar)
            naam = resolve(vorm.adres.partition("?")[0]).url_name
            wat.bereikt[str(naam)] += binnen(antwoord)


def stappen(wat: Oogst, lezers: Sequence[Lezer], toeval: Random) -> list[Stap]:
    """Every field of every form with every kind of dirt, and every form and address broken in every way.

    In random order; what is new for a form comes before the same thing through other eyes.
    """
    alle: list[Stap] = []
    for lezer in lezers:
        paden = [Vorm(pad, "GET") for pad in wat.paden[lezer.naam].values()]
        vormen = list(wat.vormen[lezer.naam].values())
        for vorm in (*vormen, *paden):
            alle += [Stap(lezer, vorm, veld, s) for veld in vorm.alles for s in VELDSOORTEN]
            soorten = (*VERZOEKSOORTEN, *(LICHAAMSOORTEN if vorm.methode == "POST" else ()))
            alle += [Stap(lezer, vorm, "", s) for s in soorten]
    toeval.shuffle(alle)
    gezien: Counter[object] = Counter()
    beurt = []
    for stap in alle:
        zelfde = (stap.vorm.handtekening, stap.veld, stap.soort)
        beurt.append(gezien[zelfde])
        gezien[zelfde] += 1
    return [alle[i] for i in sorted(range(len(alle)), key=lambda i: beurt[i])]


@dataclass
class Campagne:
    """Sends the steps in blocks; each block begins with the world as it was built."""

    klant: Klant
    zaad: str
    andermans: Sequence[str]
    geheim: Sequence[str]
    boek: Boek
    log: keuring.Logboek
    soorten: Counter[str] = field(default_factory=Counter)

    def loop(
        self,
        alle: Sequence[Stap],
        opnieuw: Callable[[], None],
        kijk: Callable[[], psycopg.Connection],
    ) -> None:
        """Run all steps."""
        for begin in range(0, len(alle), PER_BLOK):
            opnieuw()
            blok = sorted(
                alle[begin : begin + PER_BLOK], key=lambda s: s.vorm.adres.endswith(AFMELDEN)
            )
            with kijk() as conn:
                for nummer, stap in enumerate(blok):
                    self._stuur(stap, Random(f"{self.zaad} {begin + nummer}"), conn)
            self.log.keur(self.boek, self.geheim)

    def _stuur(self, stap: Stap, toeval: Random, conn: psycopg.Connection) -> None:
        verzoek = stap.verzoek(toeval, self.andermans)
        self.soorten[stap.soort] += 1
        proef = verzoek.methode == "POST" and toeval.random() < STEEKPROEF
        ervoor = afdruk(conn) if proef else None
        antwoord = self.klant.stuur(verzoek)
        keur(self.boek, verzoek, antwoord, stap.vorm.typbaar)
        if ervoor is not None and antwoord.status >= 400:
            keur_half(self.boek, conn, ervoor, f"{antwoord.status} {verzoek.kort}")


def keur_half(boek: Boek, conn: psycopg.Connection, ervoor: object, wat: str) -> None:
    """After a refusal the database is what it was."""
    erna = afdruk(conn)
    anders = [] if erna == ervoor else sorted(set(erna.items()) ^ set(dict(ervoor).items()))  # type: ignore[call-overload]
    boek.schrijf(HALF, not anders, f"{anders[:2]} {wat}")
