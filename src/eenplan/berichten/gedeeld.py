"""Sentences and blocks that several letters share."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from eenplan.berichten.blokken import Alinea, Blok, Kader, Kop, Overzicht
from eenplan.berichten.inhoud import (
    Aanbieder,
    BesluitVragen,
    Contact,
    Doel,
    EigenBijdrage,
    Hulplijn,
    Inhoud,
    Onderdeel,
    Wet,
)
from eenplan.termijnen.kalender import voluit

#: The line that no light route may do without (waarborg 1); `regels.gebreken` looks for it.
BESLUIT_VRAGEN_ZIN = "U kunt hierover altijd een besluit vragen"

_BESLISTERMIJN = {Wet.WMO: "twee weken", Wet.JEUGD: "acht weken"}


def eigen_woorden(tekst: str) -> str:
    """What somebody said or wrote, between quotation marks."""
    return f"“{tekst.strip()}”"


def bedrag(euro: Decimal) -> str:
    """'€ 1.234,50', with a space that does not break."""
    return "€\u00a0" + f"{euro:,.2f}".translate(str.maketrans(",.", ".,"))


def periode(ingang: date | None, einde: date | None) -> str:
    """'van ... tot en met ...'; an empty string while one of the two is missing."""
    if ingang is None or einde is None:
        return ""
    return f"van {voluit(ingang)} tot en met {voluit(einde)}"


def van_wie(aanbieder: Aanbieder) -> str:
    """The provider with person and telephone."""
    persoon = f", {aanbieder.contactpersoon}" if aanbieder.contactpersoon else ""
    return f"{aanbieder.naam}{persoon}, telefoon {aanbieder.telefoon}"


def bijdrage_zin(bijdrage: EigenBijdrage) -> str:
    """What the resident pays, in one sentence."""
    if bijdrage.per_maand is None:
        return (
            "U betaalt een eigen bijdrage. Hoeveel, hangt af van uw inkomen en vermogen. "
            "Het CAK rekent dit uit en stuurt u de rekening."
        )
    if bijdrage.per_maand == 0:
        return "U betaalt geen eigen bijdrage."
    return f"U betaalt {bedrag(bijdrage.per_maand)} per maand. Het CAK stuurt u de rekening."


def doelen_blokken(doelen: tuple[Doel, ...]) -> Iterator[Blok]:
    """The goals in the resident's words, beside what resident and network do (U16, U17)."""
    if not doelen:
        return
    yield Kop("Uw doelen")
    yield Overzicht(
        ("Dit wilt u bereiken", "Dit doet u zelf, met mensen om u heen"),
        tuple((doel.tekst, doel.eigen_deel or "Dit bespreken wij nog met u.") for doel in doelen),
    )


def onderdelen_blokken(onderdelen: tuple[Onderdeel, ...]) -> Iterator[Blok]:
    """Headings of the third level with their text; an empty line starts a new paragraph."""
    for onderdeel in onderdelen:
        yield Kop(onderdeel.kop, 3)
        yield from alineas(onderdeel.tekst)


def alineas(tekst: str) -> Iterator[Alinea]:
    """Typed text as paragraphs, cut at empty lines."""
    yield from (Alinea(deel.strip()) for deel in tekst.split("\n\n") if deel.strip())


def hulp_blokken(inhoud: Inhoud) -> Iterator[Blok]:
    """Free help that is not the municipality's own (Wmo 2.3.2 paragraph 3, Jw 2.5; X14)."""
    clientondersteuning, vertrouwenspersoon = inhoud.clientondersteuning, inhoud.vertrouwenspersoon
    if clientondersteuning is None and vertrouwenspersoon is None:
        return
    yield Kop("Gratis hulp van iemand die naast u staat")
    if clientondersteuning is not None:
        yield Alinea(
            "Een cliëntondersteuner denkt met u mee en kan bij gesprekken zijn. Dat is gratis. "
            "De cliëntondersteuner is er voor u en werkt los van de gemeente. "
            f"Bel {_lijn(clientondersteuning)}."
        )
    if clientondersteuning is not None and inhoud.wet is not Wet.JEUGD:
        yield Alinea(
            "Zorgt er iemand voor u, bijvoorbeeld uw partner, kind of buur? Ook deze mantelzorger "
            "krijgt gratis hulp van een cliëntondersteuner."
        )
    if vertrouwenspersoon is not None:
        yield Alinea(
            "Is er iets wat u of uw kind niet met ons wil bespreken? Een vertrouwenspersoon "
            f"luistert en helpt. Ook dat is gratis. Bel {_lijn(vertrouwenspersoon)}."
        )


def _lijn(hulplijn: Hulplijn) -> str:
    website = f" of kijk op {hulplijn.website}" if hulplijn.website else ""
    return f"{hulplijn.naam}: {hulplijn.telefoon}{website}"


def besluit_kader(vragen: BesluitVragen | None, wet: Wet, *extra: Alinea) -> Iterator[Blok]:
    """The right to a decision, on every route (X14); nothing while we cannot say how."""
    if vragen is None:
        return
    yield Kader(
        BESLUIT_VRAGEN_ZIN,
        (
            Alinea(
                "Bent u het niet eens met wat wij voorstellen? Of wilt u het op papier? "
                f"{BESLUIT_VRAGEN_ZIN}. Bel {vragen.telefoon} of kijk op",
                vragen.link,
            ),
            Alinea(
                "U krijgt dan een brief met ons besluit"
                + (f", meestal binnen {_BESLISTERMIJN[wet]}" if wet in _BESLISTERMIJN else "")
                + ". Bent u het daar niet mee eens? Dan kunt u bezwaar maken."
            ),
            *extra,
        ),
    )


def vragen_blokken(contact: Contact) -> Iterator[Blok]:
    """Who to call, at the end of every letter."""
    email = f" U kunt ook mailen: {contact.email}." if contact.email else ""
    yield Kop("Hebt u een vraag?")
    yield Alinea(
        f"Bel {contact.naam}: {contact.telefoon}. Wij zijn bereikbaar {contact.bereikbaar}.{email}"
    )
