"""The words of the confirmation of an objection or a complaint (Awb 6:14, 9:6). Pure."""

from __future__ import annotations

from collections.abc import Iterator

from eenplan.berichten.blokken import Alinea, Blok, Kop, Overzicht
from eenplan.berichten.gedeeld import hulp_blokken
from eenplan.berichten.inhoud import Rechtsbevestiging
from eenplan.termijnen.kalender import voluit


def rechtsbevestiging(inhoud: Rechtsbevestiging) -> Iterator[Blok]:
    """What arrived, who looks at it, and when the resident hears."""
    tegen = f" Het gaat over: {inhoud.tegen}." if inhoud.tegen else ""
    yield Alinea(
        f"Op {voluit(inhoud.ontvangen_op)} kregen wij uw {inhoud.weg}.{tegen} "
        "In deze brief leest u wat er nu gebeurt."
    )
    yield Kop("Wat er nu gebeurt")
    yield Overzicht(("Wat", "Wanneer"), tuple(_stappen(inhoud)))
    if inhoud.opnieuw_kijken:
        yield Alinea(
            "Iemand die het besluit niet nam, kijkt opnieuw. U mag eerst zelf vertellen wat u vindt, "
            "en iemand meenemen. Dat kost niets."
        )
        yield Alinea("Het besluit blijft gelden tot u van ons hoort. Hulp die u hebt, gaat door.")
    else:
        yield Alinea(
            "Iemand die er niet bij was, behandelt dit. U mag eerst zelf vertellen wat er is gebeurd, "
            "en iemand meenemen. Dat kost niets."
        )
    if inhoud.te_laat:
        yield Kop("Uw bezwaar kwam na de laatste dag")
        yield Alinea(
            "Had u daar een goede reden voor? Schrijf of bel ons. Wij kijken daar eerst naar."
        )
    if inhoud.redenen_volgen:
        yield Kop("Uw redenen")
        yield Alinea("U schreef nog niet waarom. Dat kan ook later. Wij vragen u daarnaar.")
    yield from hulp_blokken(inhoud)


def _stappen(inhoud: Rechtsbevestiging) -> Iterator[tuple[str, str]]:
    yield f"Wij kregen uw {inhoud.weg}", f"op {voluit(inhoud.ontvangen_op)}"
    yield "U hoort wat wij vinden", f"uiterlijk {voluit(inhoud.uiterlijk)}"
