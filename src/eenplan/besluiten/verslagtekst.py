"""What the verslag says: what was written down already, so nobody fills in anything for it (Wmo 2.3.2 lid 8). Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.berichten.api import Briefhoofd
from eenplan.berichten.inhoud import Doel, Omvang, Onderdeel, Verslag, Wet
from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.onderzoeken.api import Oordeel
from eenplan.plannen import api as plannen
from eenplan.platform import klok
from eenplan.termijnen import api as termijnen

NIETS = "Wilt u hier iets over vertellen? Bel ons dan."
_ZONDER_HULP: Mapping[str, str] = {
    Oordeel.NODIG: "Wij maken samen met u een plan. Daarin staat wat u wilt bereiken en wie u helpt.",
    Oordeel.NIET_NODIG: "Wij spreken nu geen hulp met u af. Wilt u later toch hulp? Bel ons gerust.",
    Oordeel.TWIJFEL: "Wij zoeken verder uit wat u nodig hebt. U hoort van ons hoe het verder gaat.",
}
_GESTOPT = (
    "Wij stoppen met ons onderzoek. Er is niets geweigerd. U kunt altijd een nieuwe vraag stellen."
)
_KLAAR = (plannen.InzetToestand.BEEINDIGD, plannen.InzetToestand.NIET_DOORGEGAAN)


@dataclass(frozen=True)
class Bron:
    """What a verslag is made of: the investigation, its question, and the goals that are for this reader's eyes.

    `namen`: of the children whose goals are among them.
    """

    blad: onderzoeken.Blad
    melding: meldingen.MeldingKaart
    doelen: Sequence[plannen.DoelRegel]
    namen: Mapping[UUID, str]


def verslag(bron: Bron, wet: beleid.Wetboek, hoofd: Briefhoofd, telefoon: str) -> Verslag:
    """The whole letter. While the law is not chosen it says what the Wmo wants, which is more."""
    kern = bron.blad.kern
    onder = Wet.JEUGD if bron.melding.wet == "jeugd" else Wet.WMO
    return Verslag(
        wet=onder,
        melding_datum=klok.dag(bron.melding.ontvangen_op),
        gesprek_datum=klok.dag(kern.begonnen_op),
        gesproken_met="u",
        onderwerpen=tuple(_onderwerpen(bron, wet, alles=onder is Wet.WMO)),
        uitkomst=_uitkomst(kern),
        vervolg="\n\n".join(_vervolg(bron)),
        besluit_vragen=hoofd.besluit_vragen(telefoon),
        clientondersteuning=hoofd.clientondersteuning,
        doelen=tuple(_doel(doel, bron.namen) for doel in bron.doelen),
        vertrouwenspersoon=hoofd.vertrouwenspersoon(onder),
    )


def _onderwerpen(bron: Bron, wet: beleid.Wetboek, *, alles: bool) -> Iterator[Onderdeel]:
    """The question, the topics in the order of the conversation, and what else was looked at of this person.

    `alles`: also the topics without a text, because the law wants all seven looked at. What was said of somebody else,
    and what a child said, is not this reader's.
    """
    melding, blad = bron.melding, bron.blad
    kort = meldingen.onderwerp(melding.vraag)
    yield Onderdeel("Waar het over ging", kort if melding.namens_ander else f"“{melding.tekst}”")
    op_sleutel = {o.sleutel: o for o in wet.gespreksonderwerpen}
    leeg: list[tuple[str, str]] = []
    for sleutel in onderzoeken.in_gespreksvolgorde(
        [(o.letter, o.sleutel) for o in wet.gespreksonderwerpen]
    ):
        regel = blad.onderwerpen.get(sleutel)
        tekst = regel.tekst.strip() if regel else ""
        if tekst:
            yield Onderdeel(op_sleutel[sleutel].vraag, tekst, op_sleutel[sleutel].letter)
        else:
            leeg.append((op_sleutel[sleutel].naam, op_sleutel[sleutel].letter))
    namen = {gebied.sleutel: gebied.naam for gebied in onderzoeken.LEEFGEBIEDEN}
    for gebied in blad.gebieden:
        if gebied.persoon == blad.kern.persoon and gebied.tekst.strip():
            yield Onderdeel(namen[gebied.sleutel], gebied.tekst.strip())
    if leeg and alles:
        waarover = "; ".join(naam for naam, _ in leeg)
        tekst = f"{waarover[:1].upper()}{waarover[1:]}. {NIETS}"
        yield Onderdeel(
            "Hierover schreven wij niets op", tekst, "".join(letter for _, letter in leeg)
        )


def _uitkomst(kern: onderzoeken.Kern) -> str:
    if kern.toestand is onderzoeken.Toestand.VERVALLEN:
        return f"U wilde niet verder. U zei: “{kern.waarom_gestopt}”"
    return kern.conclusie


def _vervolg(bron: Bron) -> Iterator[str]:
    if bron.blad.kern.toestand is onderzoeken.Toestand.VERVALLEN:
        yield _GESTOPT
        return
    hulp = [
        _afspraak(inzet, bron.namen)
        for doel in bron.doelen
        for inzet in doel.inzet
        if inzet.laag not in plannen.INFORMEEL and inzet.toestand not in _KLAAR
    ]
    if not hulp:
        yield _ZONDER_HULP[bron.blad.kern.oordeel]
        return
    yield "Deze hulp staat in het plan:"
    yield from hulp


def _afspraak(inzet: plannen.InzetRegel, namen: Mapping[UUID, str]) -> str:
    """One piece of help in a sentence: for whom, what, by whom, how much and how long."""
    delen = [f"{inzet.wat}, van {inzet.wie}" if inzet.wie else inzet.wat]
    if inzet.aantal is not None and inzet.eenheid and inzet.per:
        delen.append(str(Omvang(inzet.aantal, inzet.eenheid, inzet.per)))
    if inzet.van is not None:
        delen.append(f"vanaf {termijnen.voluit(inzet.van)}")
    if inzet.tot is not None:
        delen.append(f"tot en met {termijnen.voluit(inzet.tot)}")
    zin = ", ".join(delen)
    naam = namen.get(inzet.persoon)
    return f"Voor {naam}: {zin}." if naam else f"{zin[:1].upper()}{zin[1:]}."


def _doel(doel: plannen.DoelRegel, namen: Mapping[UUID, str]) -> Doel:
    """A goal in somebody's own words, with what they and people around them do for it."""
    eigen = [
        f"{i.wie}: {i.wat}." if i.wie else f"{i.wat}."
        for i in doel.inzet
        if i.laag in plannen.INFORMEEL and i.toestand not in _KLAAR
    ]
    naam = namen.get(doel.persoon)
    return Doel(f"{naam}: {doel.woorden}" if naam else doel.woorden, " ".join(eigen))
