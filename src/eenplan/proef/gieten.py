"""Pouring: the values of one dossier, from its number and the seed alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from uuid import UUID

from eenplan.demo import namen
from eenplan.huishoudens.regels import sorteernaam, zoeknaam
from eenplan.platform.ids import TEKENS, als_referentie
from eenplan.platform.versleuteling import versleutel_bytes, zoeksleutel

from .mal import LEEG, Geheim, Mal, Samenstelling

JAREN = 3
# Of 100 households that ask for help. An assumption, no count: people alone are the largest group, as in any large
# Dutch city, and families are more than their share of a city, because help for young people is asked by families.
SAMENSTELLINGEN = {
    Samenstelling.ALLEEN: 40,
    Samenstelling.SAMEN: 18,
    Samenstelling.EEN_OUDER: 15,
    Samenstelling.GEZIN: 27,
}
_LAAG = (1 << 62) - 1
_GULDEN = 0x9E3779B97F4A7C15  # spreads consecutive numbers over all bits
_MS_PER_DAG = 86_400_000
# A letter is 43 kB; a million of them would measure the disk and nothing else.
BRIEFJE = b"%PDF-1.7\n% een brief van een verzonnen inwoner\n%%EOF\n"


class Gieter:
    """Makes the values of dossiers of one municipality. The same seed gives the same dossiers, whatever the order."""

    def __init__(
        self,
        mallen: Sequence[Mal],
        *,
        gemeente: UUID,
        plaats: str,
        buren: Mapping[str, Sequence[str]],
        zaad: int,
        open_deel: float,
        vanaf: int = 0,
    ) -> None:
        """`buren`: of each neighbourhood, those that the same team works in, itself among them.

        `vanaf`: how many dossiers of other municipalities came before; a reference is of one dossier of all of them.
        """
        self._vanaf = vanaf
        self._buren = buren
        self._gemeente, self._plaats, self._zaad = gemeente, plaats, zaad
        self._mallen = mallen
        self._gewichten = _gewichten(mallen, open_deel)
        self._bsns = list(namen.bsns())
        self._dagen: dict[tuple[str, int], str] = {}

    def kies(self, nummer: int) -> tuple[Mal, Random]:
        """Which mould this dossier is poured from, and its own chance."""
        toeval = Random(self._zaad * 0x1_0000_0001 + nummer)
        return toeval.choices(self._mallen, cum_weights=self._gewichten)[0], toeval

    def waarden(self, mal: Mal, nummer: int, toeval: Random) -> list[str]:
        """The values for every hole of this mould, in the order of `mal._begin`."""
        dagen = 0 if mal.open_werk else toeval.randrange(JAREN * 365)
        sleutels = self._sleutels(mal, nummer, dagen)
        mensen = [namen.naam(toeval) for _ in mal.gaten.naam]
        bsn, gezocht = (
            zip(*self._bsn(mal, nummer, sleutels), strict=True) if mal.gaten.bsn else ((), ())
        )
        return [
            *sleutels,
            *(self._dag(oud, dagen) for oud in mal.gaten.dag),
            *mensen,
            *map(sorteernaam, mensen),
            *map(zoeknaam, mensen),
            *(
                _referentie(self._zaad, self._vanaf + nummer, welke)
                for welke in range(len(mal.gaten.referentie))
            ),
            *(
                f"{oud[:4]}-{_staart(self._vanaf + nummer, welke)}"
                for welke, oud in enumerate(mal.gaten.kenmerk)
            ),
            *(toeval.choice(self._buren[oud]) for oud in mal.gaten.buurt),
            *(self._geheim(geheim, sleutels, toeval) for geheim in mal.gaten.geheim),
            *bsn,
            *gezocht,
        ]

    def _sleutels(self, mal: Mal, nummer: int, dagen: int) -> list[str]:
        """New keys: as many days earlier as the dossier is, so that they sort as they would have."""
        menging = (nummer * _GULDEN + self._zaad) & _LAAG
        eerder = dagen * _MS_PER_DAG << 80
        return [
            f"{(oud - eerder if met_tijd else oud) ^ menging:032x}"
            for oud, met_tijd in mal.sleutels
        ]

    def _dag(self, oud: str, dagen: int) -> str:
        if (tekst := self._dagen.get((oud, dagen))) is None:
            tekst = (date.fromisoformat(oud) - timedelta(days=dagen)).isoformat()
            self._dagen[(oud, dagen)] = tekst
        return tekst

    def _geheim(self, geheim: Geheim, sleutels: Sequence[str], toeval: Random) -> str:
        inhoud = geheim.inhoud
        if geheim.kolom == "telefoon_versleuteld":
            inhoud = f"06-0000{toeval.randint(0, 9999):04d}".encode()
        elif geheim.kolom == "adres_versleuteld":
            inhoud = namen.adres(toeval, self._plaats).encode()
        elif geheim.kolom == "pdf_versleuteld":
            inhoud = BRIEFJE
        return _cel(versleutel_bytes(inhoud, rij=UUID(sleutels[geheim.sleutel])))

    def _bsn(self, mal: Mal, nummer: int, sleutels: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The first person of a dossier has a BSN as long as there are test numbers: nine thousand per municipality.

        Whoever comes after has none, like somebody whose number was not asked: a number that is not a test number
        could be somebody's.
        """
        for welke, sleutel in enumerate(mal.gaten.bsn):
            if welke or nummer >= len(self._bsns):
                yield LEEG, LEEG
                continue
            bsn = self._bsns[nummer]
            rij = UUID(sleutels[sleutel])
            yield (
                _cel(versleutel_bytes(bsn.encode(), rij=rij)),
                _cel(zoeksleutel(bsn, gemeente=self._gemeente)),
            )


def _cel(waarde: bytes) -> str:
    return rf"\\x{waarde.hex()}"


def _gewichten(mallen: Sequence[Mal], open_deel: float) -> list[float]:
    """Cumulative: how often each mould is used.

    Together those with open work are this share of all dossiers; within both, households are spread as
    `SAMENSTELLINGEN` says, as far as the moulds know them.
    """
    gelijken = Counter((mal.open_werk, mal.samenstelling) for mal in mallen)
    kaal = [
        SAMENSTELLINGEN[mal.samenstelling] / gelijken[mal.open_werk, mal.samenstelling]
        for mal in mallen
    ]
    groep = {True: 0.0, False: 0.0}
    for mal, gewicht in zip(mallen, kaal, strict=True):
        groep[mal.open_werk] += gewicht
    deel = {True: open_deel, False: 1 - open_deel}
    return list(
        accumulate(
            deel[mal.open_werk] * gewicht / groep[mal.open_werk]
            for mal, gewicht in zip(mallen, kaal, strict=True)
        )
    )


def _staart(nummer: int, welke: int) -> str:
    """The tail of a letter's reference, as from a key of its own."""
    staart = f"{(nummer * 8 + welke) * 0x9E3779B1 & 0xFFFFFFFF:08X}"
    return f"{staart[:4]}-{staart[4:]}"


def _referentie(zaad: int, nummer: int, welke: int) -> str:
    """A reference of its own: the number written in the letters of references, so that none comes twice."""
    waarde = (nummer * 4 + welke) * 0x9E3779B1 + zaad & (1 << 45) - 1
    return als_referentie("".join(TEKENS[waarde >> 5 * plek & 31] for plek in range(9)))
