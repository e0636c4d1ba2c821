"""A plot of lines against a size on a logarithmic scale, as SVG that can be read on light and on dark."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

BREED, HOOG = 800, 420
LINKS, RECHTS, BOVEN, ONDER = 60, 500, 56, 360
REGEL = 18  # between two names, so that they never lie over one another
# Each line has a colour and a dash of its own: colour alone tells not everybody which is which.
SOORTEN = (
    ("#0b5fa5", "#7cc4ff", "none"),
    ("#9a3412", "#ffb089", "8 4"),
    ("#166534", "#86e0a3", "2 4"),
    ("#6b21a8", "#d8b4fe", "12 3 2 3"),
    ("#854d0e", "#f4d06f", "5 5"),
    ("#9d174d", "#ff9ecb", "14 4"),
)


@dataclass(frozen=True)
class Lijn:
    """A name, and its values by size."""

    naam: str
    punten: Sequence[tuple[int, float]]


def teken(lijnen: Sequence[Lijn], titel: str, eenheid: str) -> str:
    """The whole picture."""
    maten = sorted({maat for lijn in lijnen for maat, _ in lijn.punten})
    top = _ronde_top(max(waarde for lijn in lijnen for _, waarde in lijn.punten))
    uitleg = "; ".join(
        f"{lijn.naam}: {', '.join(f'{w:g} at {m:,}' for m, w in lijn.punten)}" for lijn in lijnen
    )
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREED} {HOOG}" width="{BREED}" height="{HOOG}"'
        ' role="img" aria-labelledby="titel uitleg">',
        f'<title id="titel">{escape(titel)}</title>',
        f'<desc id="uitleg">{escape(uitleg)}</desc>',
        f"<style>{_stijl(len(lijnen))}</style>",
        f'<rect class="vlak" width="{BREED}" height="{HOOG}"/>',
        f'<text class="kop" x="{LINKS - 40}" y="28">{escape(titel)}</text>',
        f'<text x="{LINKS - 40}" y="46">{escape(eenheid)}</text>',
        *_assen(maten, top),
        *_lijnen(lijnen, maten, top),
        "</svg>",
    ]
    return "\n".join(delen) + "\n"


def _stijl(aantal: int) -> str:
    licht = "".join(
        f".l{n}{{stroke:{kleur};stroke-dasharray:{streep}}}.p{n}{{fill:{kleur}}}"
        for n, (kleur, _, streep) in enumerate(SOORTEN[:aantal])
    )
    donker = "".join(
        f".l{n}{{stroke:{kleur}}}.p{n}{{fill:{kleur}}}"
        for n, (_, kleur, _) in enumerate(SOORTEN[:aantal])
    )
    return (
        "text{font:13px system-ui,sans-serif;fill:#1f2937}.kop{font-weight:600;font-size:15px}"
        ".vlak{fill:#fff}.as{stroke:#d1d5db}.lijn{fill:none;stroke-width:2.5}.wijs{stroke-width:1}"
        f"{licht}@media (prefers-color-scheme:dark){{text{{fill:#e5e7eb}}.vlak{{fill:#0d1117}}"
        f".as{{stroke:#374151}}{donker}}}"
    )


def _assen(maten: Sequence[int], top: float) -> Iterator[str]:
    for stap in range(5):
        waarde = top * stap / 4
        y = _y(waarde, top)
        yield f'<line class="as" x1="{LINKS}" x2="{RECHTS}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{LINKS - 8}" y="{y + 4:.1f}" text-anchor="end">{waarde:g}</text>'
    for maat in maten:
        x = _x(maat, maten)
        yield f'<text x="{x:.1f}" y="{ONDER + 22}" text-anchor="middle">{maat:,}</text>'
    midden = (LINKS + RECHTS) / 2
    yield f'<text x="{midden}" y="{ONDER + 44}" text-anchor="middle">files in the municipality</text>'


def _lijnen(lijnen: Sequence[Lijn], maten: Sequence[int], top: float) -> Iterator[str]:
    hoogten = _uit_elkaar([_y(lijn.punten[-1][1], top) for lijn in lijnen])
    for n, lijn in enumerate(lijnen):
        punten = [(_x(maat, maten), _y(waarde, top)) for maat, waarde in lijn.punten]
        weg = " ".join(f"{x:.1f},{y:.1f}" for x, y in punten)
        yield f'<polyline class="lijn l{n}" points="{weg}"/>'
        yield from (f'<circle class="p{n}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in punten)
        x, y = punten[-1]
        yield (
            f'<line class="wijs l{n}" x1="{x + 6:.1f}" y1="{y:.1f}" x2="{RECHTS + 18}" y2="{hoogten[n]:.1f}"/>'
        )
        waarde = lijn.punten[-1][1]
        yield (
            f'<text x="{RECHTS + 22}" y="{hoogten[n] + 4:.1f}">{waarde:g}  {escape(lijn.naam)}</text>'
        )


def _x(maat: int, maten: Sequence[int]) -> float:
    if len(maten) == 1:
        return (LINKS + RECHTS) / 2
    laag, hoog = math.log(maten[0]), math.log(maten[-1])
    return LINKS + 20 + (math.log(maat) - laag) / (hoog - laag) * (RECHTS - LINKS - 40)


def _y(waarde: float, top: float) -> float:
    return ONDER - waarde / top * (ONDER - BOVEN - 10)


def _ronde_top(hoogste: float) -> float:
    """The end of the axis: a round number that four steps divide."""
    return float(next(top for top in (4, 8, 12, 16, 20, 40, 80, 200, 400, 1000) if top >= hoogste))


def _uit_elkaar(hoogten: Sequence[float]) -> list[float]:
    """Where the names stand: each at its line, or as far below the one above it as a name is high."""
    plekken = list(hoogten)
    vorige = -math.inf
    for n in sorted(range(len(hoogten)), key=lambda n: hoogten[n]):
        plekken[n] = vorige = max(hoogten[n], vorige + REGEL)
    if (over := max(plekken) - ONDER) > 0:
        plekken = [plek - over for plek in plekken]
    return plekken
