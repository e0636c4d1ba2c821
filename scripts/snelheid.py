"""The documents that follow from `bench/resultaat.json`: the table and the plot of the README, and docs/snelheid.md.

Read by `scripts/documenten.py`. What misses its target is said, with the reason from `bench/toelichting.yaml`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from eenplan.proef.doelen import (
    BESLISSINGEN,
    BESLISSINGEN_JSON,
    DOELEN,
    LEEG,
    MENSEN_VOOR_P95,
    P95_MS,
)
from scripts.groeibeeld import Lijn, teken

PROJECT = Path(__file__).resolve().parents[1]
BEELD = "docs/snelheid.svg"
BLAD = "docs/snelheid.md"
BEGIN = "<!-- speed: made by scripts/documenten.py from bench/resultaat.json -->\n"
EINDE = "<!-- /speed -->\n"
CIJFERS = {
    "maal": "times the empty page",
    "statements": "statements",
    "groei": "growth",
    "bytes": "bytes",
    "p95": f"ms at {MENSEN_VOOR_P95} users (p95)",
}
NAMEN = {
    LEEG: "empty page",
    "dossier": "open a file",
    "werklijst": "my work list",
    "zoek-bsn": "find by BSN",
    "zoek-naam": "find by name and day of birth",
    "vraag": "register a question",
    "plan": "make a plan final, with its letter",
}

Regel = Mapping[str, Any]


@dataclass(frozen=True)
class Gemist:
    """A figure that does not reach its target."""

    sleutel: str
    cijfer: str
    waarde: float
    doel: float

    @property
    def zin(self) -> str:
        """In words."""
        return f"{NAMEN[self.sleutel]}: {_getal(self.waarde)} {CIJFERS[self.cijfer]}, target {_getal(self.doel)}"


class Meting:
    """What was measured, per size: the smallest and the largest make the growth."""

    def __init__(self, alles: Mapping[str, Any]) -> None:
        self.maten = sorted(map(int, alles))
        self.per_maat = {maat: alles[str(maat)] for maat in self.maten}
        self.grootste = self.per_maat[self.maten[-1]]

    def regel(self, sleutel: str, maat: int | None = None) -> Regel:
        """One job, at this size or the largest."""
        banen = self.per_maat[maat or self.maten[-1]]["banen"]
        return next(regel for regel in banen if regel["sleutel"] == sleutel)

    def groei(self, sleutel: str) -> float | None:
        """How many times as much in the largest place as in the smallest; None with one size."""
        if len(self.maten) < 2:
            return None
        klein, groot = (self.regel(sleutel, self.maten[n])["maal"] for n in (0, -1))
        return float(round(groot / klein, 2))

    def cijfers(self, sleutel: str) -> Iterator[tuple[str, float, float]]:
        """Each figure of a job that has a target, with that target."""
        doel, regel = DOELEN[sleutel], self.regel(sleutel)
        gevonden = {
            "maal": (regel["maal"], doel.maal),
            "statements": (regel["statements"], doel.statements),
            "groei": (self.groei(sleutel), doel.groei),
            "bytes": (regel["bytes"], doel.grootste_bytes),
            "p95": (regel["wachten_ms"][str(MENSEN_VOOR_P95)][1], P95_MS),
        }
        for cijfer, (waarde, grens) in gevonden.items():
            if waarde is not None and grens is not None:
                yield cijfer, waarde, grens

    def gemist(self) -> Sequence[Gemist]:
        """Every figure that is above its target."""
        return [
            Gemist(sleutel, cijfer, waarde, grens)
            for sleutel in DOELEN
            if sleutel != LEEG
            for cijfer, waarde, grens in self.cijfers(sleutel)
            if waarde > grens
        ]


def lees_meting() -> Meting | None:
    """What `make bench` wrote; None when nothing is kept."""
    bestand = PROJECT / "bench" / "resultaat.json"
    if not bestand.exists():
        return None
    return Meting(json.loads(bestand.read_text(encoding="utf-8")))


def lees_toelichting(tekst: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Reasons and next steps. ValueError names a job or a figure that does not exist, or words that are missing."""
    alles: dict[str, dict[str, dict[str, str]]] = YAML(typ="safe").load(tekst) or {}
    for sleutel, cijfers in alles.items():
        for cijfer, uitleg in cijfers.items():
            if (
                sleutel not in DOELEN
                or cijfer not in CIJFERS
                or set(uitleg) != {"reden", "vervolg"}
            ):
                raise ValueError(f"bench/toelichting.yaml: {sleutel}, {cijfer}")
    return alles


def documenten() -> dict[str, str]:
    """README.md with its part about speed, and what that points at."""
    meting = lees_meting()
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    if meting is None:
        return {
            "README.md": in_readme(readme, "Not measured yet: `make bench` fills this place.\n")
        }
    uitleg = lees_toelichting((PROJECT / "bench/toelichting.yaml").read_text(encoding="utf-8"))
    ander = YAML(typ="safe").load((PROJECT / "bench/openzaak.yaml").read_text(encoding="utf-8"))
    return {
        "README.md": in_readme(readme, deel_voor_readme(meting, uitleg)),
        BLAD: blad(meting, uitleg, ander),
        BEELD: beeld(meting),
    }


def in_readme(readme: str, deel: str) -> str:
    """The README with this between its markers. ValueError when those are not there."""
    voor, _, rest = readme.partition(BEGIN)
    _, merk, na = rest.partition(EINDE)
    if not merk:
        raise ValueError("the markers of the part about speed are not in README.md")
    return f"{voor}{BEGIN}{deel}{EINDE}{na}"


def beeld(meting: Meting) -> str:
    """The plot: cost against size."""
    lijnen = [
        Lijn(NAMEN[s], [(maat, meting.regel(s, maat)["maal"]) for maat in meting.maten])
        for s in DOELEN
        if s != LEEG
    ]
    return teken(lijnen, "Cost of each job against the number of files", "times the empty page")


def beeldtekst(meting: Meting) -> str:
    """What the plot says, for who cannot see it."""
    waarden = "; ".join(
        f"{NAMEN[s]} {' to '.join(_getal(meting.regel(s, m)['maal']) for m in meting.maten)}"
        for s in DOELEN
        if s != LEEG
    )
    maten = " to ".join(f"{maat:,}" for maat in meting.maten)
    return f"Cost against size, in times the empty page, at {maten} files: {waarden}"


def deel_voor_readme(meting: Meting, uitleg: Mapping[str, Any]) -> str:
    """The table, the plot, and what misses its target."""
    op = meting.grootste
    regels = [
        f"An invented municipality with {meting.maten[-1]:,} files, {op['kernen']} cores, row security and read log on;"
        f" measured {op['gemeten']}. Multiples are of an empty page through the same middleware, in turns with it; what"
        " setting a letter takes is apart.",
        "",
        "| job | times empty page | statements | growth | p95, 16 users |",
        "|---|---|---|---|---|",
        *(_korte_rij(meting, s) for s in DOELEN if s != LEEG),
        "",
        f"![{beeldtekst(meting)}]({BEELD})",
        "",
        *_gemist(meting, uitleg),
        f"All figures, without the lock, beside bare SQL and beside the nearest peer: [{BLAD}]({BLAD}).",
    ]
    return "\n".join(regels) + "\n"


def _korte_rij(meting: Meting, sleutel: str) -> str:
    cijfers = {c: (waarde, grens) for c, waarde, grens in meting.cijfers(sleutel)}
    vier = (_met_doel(cijfers.get(cijfer)) for cijfer in ("maal", "statements", "groei", "p95"))
    return f"| {NAMEN[sleutel]} | {' | '.join(vier)} |"


def _met_doel(cijfer: tuple[float, float] | None) -> str:
    """The figure and its target; a missed one stands out, also without colour."""
    if cijfer is None:
        return "not measured"
    waarde, grens = cijfer
    tekst = f"{_getal(waarde)} of {_getal(grens)}"
    return f"**{tekst}: missed**" if waarde > grens else tekst


def _gemist(meting: Meting, uitleg: Mapping[str, Any]) -> list[str]:
    gemist = meting.gemist()
    if not gemist:
        return ["Every target is reached.", ""]
    regels = ["Misses its target:", ""]
    for een in gemist:
        woorden = uitleg.get(een.sleutel, {}).get(een.cijfer)
        waarom = (
            f"{woorden['reden']} Next: {woorden['vervolg']}"
            if woorden
            else "No reason written yet (`bench/toelichting.yaml`)."
        )
        regels.append(f"* {een.zin}. {waarom}")
    return [*regels, ""]


def _getal(waarde: float) -> str:
    return f"{waarde:,.0f}" if waarde >= 100 else f"{waarde:.3g}"


# --- the whole sheet -----------------------------------------------------------------------------------------------


def blad(meting: Meting, uitleg: Mapping[str, Any], ander: Mapping[str, Any]) -> str:
    """docs/snelheid.md."""
    regels = [
        "<!-- Made by scripts/documenten.py from bench/resultaat.json; run `make bench`, do not change this file. -->",
        "",
        "# What each job costs",
        "",
        "How this is measured and why: [decision 27](adr/0027-cost-is-a-multiple-measured-in-turns.md)."
        " Milliseconds are for orientation: they differ between machines and minutes. Multiples, statements and"
        " bytes do not.",
        "",
        f"![{beeldtekst(meting)}]({Path(BEELD).name})",
        "",
        "## Targets that are missed",
        "",
        *_gemist(meting, uitleg),
        *(regel for maat in meting.maten for regel in _maat(meting, maat)),
        *_groeitabel(meting),
        *_beslistabel(meting),
        *_naast(meting, ander),
    ]
    return "\n".join(regels).rstrip() + "\n"


def _maat(meting: Meting, maat: int) -> Iterator[str]:
    op = meting.per_maat[maat]
    yield f"## With {maat:,} files"
    yield ""
    yield (
        f"Municipality {op['gemeente']}, seed {op['zaad']}, {op['rondes']} rounds, {op['kernen']} cores, load before"
        f" the start {op['belasting_vooraf']}; {op['gemeten']}."
    )
    yield ""
    yield (
        "| job | times empty page | app + PostgreSQL, ms | statements | bytes | without the lock |"
        " bare SQL, psycopg + PostgreSQL, ms | p50 / p95 ms at 1, 4, 16 users |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    yield from (_rij(meting.regel(sleutel, maat)) for sleutel in DOELEN)
    yield ""
    zetten = meting.regel("plan", maat)["typst_ms"]
    yield f"Setting the letter takes {zetten} ms more, in typst, which the multiple leaves out."
    yield ""
    heel = {t for sleutel in DOELEN for t in meting.regel(sleutel, maat)["hele_tabellen"]}
    yield f"Tables that grow and were read whole: {', '.join(sorted(heel)) or 'none'}."
    yield ""


def _rij(regel: Regel) -> str:
    doel, zonder, vloer = DOELEN[regel["sleutel"]], regel["zonder_slot"], regel["vloer"]
    wachten = ", ".join(f"{p50} / {p95}" for p50, p95 in regel["wachten_ms"].values())
    cellen = (
        NAMEN[regel["sleutel"]],
        _met_doel((regel["maal"], doel.maal)) if doel.maal else "1",
        f"{regel['app_ms']} + {regel['postgres_ms']}",
        _met_doel((regel["statements"], doel.statements)) if doel.statements else "1",
        f"{regel['bytes']:,}",
        f"{zonder['maal']} ({zonder['app_ms']} + {zonder['postgres_ms']} ms)",
        f"{vloer['psycopg_ms']} + {vloer['postgres_ms']}",
        wachten,
    )
    return f"| {' | '.join(map(str, cellen))} |"


def _groeitabel(meting: Meting) -> Iterator[str]:
    if len(meting.maten) < 2:
        return
    klein, groot = meting.maten[0], meting.maten[-1]
    yield f"## Growth from {klein:,} to {groot:,} files"
    yield ""
    yield f"| job | at {klein:,} | at {groot:,} | growth |"
    yield "|---|---|---|---|"
    for sleutel, doel in DOELEN.items():
        groei = meting.groei(sleutel)
        if groei is not None and doel.groei is not None:
            maal = (_getal(meting.regel(sleutel, maat)["maal"]) for maat in (klein, groot))
            yield f"| {NAMEN[sleutel]} | {' | '.join(maal)} | {_met_doel((groei, doel.groei))} |"
    yield ""


def _beslistabel(meting: Meting) -> Iterator[str]:
    op = meting.grootste
    yield "## Deciding by the policy"
    yield ""
    yield "| per second of one core | measured | target |"
    yield "|---|---|---|"
    for naam, sleutel, doel in (
        ("situations that were validated", "beslissingen_per_seconde", BESLISSINGEN),
        ("lines of JSON, in and out", "beslissingen_json_per_seconde", BESLISSINGEN_JSON),
    ):
        gemeten = op[sleutel]
        tekst = f"{gemeten:,}" if gemeten >= doel else f"**{gemeten:,}: missed**"
        yield f"| {naam} | {tekst} | at least {doel:,} |"
    yield ""


def _naast(meting: Meting, ander: Mapping[str, Any]) -> Iterator[str]:
    yield "## The nearest peer, for reference"
    yield ""
    yield f"{ander['wat']}; {ander['opstelling']}; {ander['gemeten']}. Not run beside ours."
    yield ""
    yield "| theirs | cases | app + PostgreSQL, ms | statements | nearest of ours | app + PostgreSQL, ms | statements |"
    yield "|---|---|---|---|---|---|---|"
    for rij in ander["rijen"]:
        ons = meting.regel(rij["naast"])
        hun = f"{rij['app_ms']} + {rij['postgres_ms']}" if "postgres_ms" in rij else rij["app_ms"]
        yield (
            f"| {rij['wat']} | {rij['zaken']:,} | {hun} | {rij['statements']} | {NAMEN[rij['naast']]} |"
            f" {ons['app_ms']} + {ons['postgres_ms']} | {ons['statements']} |"
        )
