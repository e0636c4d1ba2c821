"""The look of a municipality: one file of tokens, read strictly, and readable for everybody (WCAG 2.2 AA).

`frontend/tokens/eenplan.css` is Eenplan's own look and says which tokens there are. Another file is the look of the
municipality it is named after. Whatever is wrong in one is a sentence; `bouw_frontend` asks before it bundles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

EIGEN = "eenplan"
VOORVOEGSEL = "--uiterlijk-"

OPMERKING = re.compile(r"/\*.*?\*/", re.DOTALL)
BLOK = re.compile(r"\s*([^{}]+?)\s*\{([^{}]*)\}\s*")
KLEUR = re.compile(r"#[0-9a-f]{6}")
MATEN: Mapping[str, tuple[re.Pattern[str], str]] = {
    "kop-dikte": (re.compile(r"[2-9]\d0"), "een getal van 200 tot 990"),
    "kop-spatie": (re.compile(r"0|-?0\.0\d{1,2}em"), "0 of een klein deel, zoals -0.01em"),
    "woordmerk-dikte": (re.compile(r"[2-9]\d0"), "een getal van 200 tot 990"),
    "woordmerk-spatie": (re.compile(r"0|-?0\.0\d{1,2}em"), "0 of een klein deel, zoals 0.01em"),
    "hoek": (re.compile(r"(\d|1[0-2])px"), "0px tot en met 12px"),
}
WIT, LICHT_GRIJS = "#ffffff", "#f8f7f4"
PAREN: tuple[tuple[str, str, float, str], ...] = (
    ("inkt", WIT, 4.5, "gewone tekst op wit"),
    ("inkt", "waas", 4.5, "gewone tekst op het lichte vlak"),
    ("inkt", "vlak", 4.5, "gewone tekst op een gekleurd vlak"),
    ("inkt", "vlak-sterk", 4.5, "gewone tekst op een vlak onder de muis"),
    ("inkt", "focus", 4.5, "tekst waar het toetsenbord is"),
    ("inkt-zacht", WIT, 4.5, "zachte tekst op wit"),
    ("inkt-zacht", LICHT_GRIJS, 4.5, "zachte tekst op grijs"),
    ("inkt-zacht", "waas", 4.5, "zachte tekst op het lichte vlak"),
    ("inkt-zacht", "vlak", 4.5, "zachte tekst op een gekleurd vlak"),
    ("accent", WIT, 4.5, "een link op wit, en de letters op een knop"),
    ("accent", LICHT_GRIJS, 4.5, "een link op grijs"),
    ("accent", "waas", 4.5, "een link op het lichte vlak"),
    ("accent", "vlak", 4.5, "een link op een gekleurd vlak"),
    ("accent-donker", WIT, 4.5, "een link onder de muis"),
    ("accent-donker", "vlak-sterk", 4.5, "een knop op een vlak onder de muis"),
    ("accent-diep", WIT, 4.5, "het woordmerk"),
    ("accent-diep", "vlak", 4.5, "tekst in de balk bovenaan"),
    ("accent-rand", WIT, 3.0, "de rand van een keuze"),
    ("tweede", WIT, 3.0, "het puntje in het beeldmerk"),
)
"""What stands on what, by token or fixed colour, and how much it must differ (WCAG 1.4.3 text, 1.4.11 the rest)."""


def helderheid(kleur: str) -> float:
    """The relative luminance of `#rrggbb`, as WCAG defines it."""
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(een: str, ander: str) -> float:
    """How much two colours differ: 1 is not at all, 21 is black on white."""
    licht, donker = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def bereik(naam: str) -> str:
    """For which pages a file counts: the class that stands on the html element."""
    return ".eenplan-theme" if naam == EIGEN else f".gemeente-{naam}"


def fouten(naam: str, tekst: str, namen: frozenset[str]) -> Iterator[str]:
    """Every sentence about what is wrong in one file; `namen` are the tokens there are."""
    bestand = f"frontend/tokens/{naam}.css"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", naam):
        yield f"{bestand}: noem het bestand naar de sleutel van de gemeente, zoals kaag-en-braassem.css."
        return
    blok = BLOK.fullmatch(OPMERKING.sub("", tekst))
    if blok is None or blok[1] != bereik(naam):
        yield f"{bestand}: hier hoort één blok, dat begint met `{bereik(naam)} {{`."
        return
    waarden, onleesbaar = _waarden(blok[2])
    for regel in onleesbaar:
        yield f"{bestand}: `{regel}` is geen regel met `{VOORVOEGSEL}naam: waarde;`, of staat er al."
    for token in sorted(waarden.keys() - namen):
        yield f"{bestand}: `{VOORVOEGSEL}{token}` bestaat niet; kies uit {', '.join(sorted(namen))}."
    for token in sorted(namen - waarden.keys()):
        yield f"{bestand}: `{VOORVOEGSEL}{token}` ontbreekt; neem de regel over uit {EIGEN}.css."
    verkeerd = {t: zin for t, w in waarden.items() if t in namen and (zin := _verkeerd(t, w))}
    for token, zin in verkeerd.items():
        yield f"{bestand}: `{VOORVOEGSEL}{token}: {waarden[token]}` kan niet; geef {zin}."
    yield from (f"{bestand}: {zin}" for zin in _slecht_leesbaar(waarden, set(verkeerd)))


def _waarden(inhoud: str) -> tuple[dict[str, str], list[str]]:
    """The tokens of a block, and the lines that are none or come twice."""
    gevonden: dict[str, str] = {}
    onleesbaar = []
    for regel in filter(None, (deel.strip() for deel in inhoud.split(";"))):
        naam, dubbele_punt, waarde = (deel.strip() for deel in regel.partition(":"))
        token = naam.removeprefix(VOORVOEGSEL)
        if not dubbele_punt or token == naam or token in gevonden:
            onleesbaar.append(regel)
        else:
            gevonden[token] = waarde
    return gevonden, onleesbaar


def _verkeerd(token: str, waarde: str) -> str:
    """What the value should look like; empty when it does."""
    vorm, zin = MATEN.get(token, (KLEUR, "een kleur als # met zes kleine tekens, zoals #0c5a60"))
    return "" if vorm.fullmatch(waarde) else zin


def _slecht_leesbaar(waarden: Mapping[str, str], verkeerd: set[str]) -> Iterator[str]:
    for voor, achter, minstens, waar in PAREN:
        kleuren = [deel if deel.startswith("#") else waarden.get(deel) for deel in (voor, achter)]
        if None in kleuren or verkeerd & {voor, achter}:
            continue
        gemeten = contrast(*(str(kleur) for kleur in kleuren))
        if gemeten < minstens:
            yield (
                f"{waar} is slecht te lezen: `{voor}` verschilt {_getal(gemeten)} van "
                f"{'wit of grijs' if achter.startswith('#') else f'`{achter}`'}, en dat moet {_getal(minstens)} zijn."
            )


def _getal(waarde: float) -> str:
    """Rounded down, so that what just falls short never reads as enough."""
    return f"{int(waarde * 10) / 10:.1f}".replace(".", ",")


def tokens(tekst: str) -> frozenset[str]:
    """The names a file gives a value."""
    blok = BLOK.fullmatch(OPMERKING.sub("", tekst))
    return frozenset(_waarden(blok[2])[0]) if blok else frozenset()


def bestanden(map_: Path) -> list[Path]:
    """Eenplan's own look first, so that a municipality's comes over it."""
    return sorted(map_.glob("*.css"), key=lambda pad: (pad.stem != EIGEN, pad.name))


def controleer(map_: Path) -> tuple[str, ...]:
    """Every sentence about what is wrong with the looks in a folder."""
    namen = tokens((map_ / f"{EIGEN}.css").read_text(encoding="utf-8"))
    return tuple(
        zin
        for pad in bestanden(map_)
        for zin in fouten(pad.stem, pad.read_text(encoding="utf-8"), namen)
    )


def verzameld(map_: Path) -> str:
    """All looks in one piece of style sheet."""
    return "".join(pad.read_text(encoding="utf-8") for pad in bestanden(map_))
