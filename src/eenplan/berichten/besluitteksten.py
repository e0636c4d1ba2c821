"""The words of the two decisions: granting and refusing."""

from collections.abc import Iterator

from eenplan.berichten.blokken import Alinea, Blok, Kader, Kop, Opsomming, Overzicht
from eenplan.berichten.gedeeld import (
    alineas,
    bedrag,
    bijdrage_zin,
    doelen_blokken,
    eigen_woorden,
    hulp_blokken,
    onderdelen_blokken,
    van_wie,
)
from eenplan.berichten.inhoud import (
    Aanvraag,
    Afwijzing,
    Bezwaarclausule,
    EigenBijdrage,
    Hulplijn,
    Pgb,
    Professional,
    Toekenning,
)
from eenplan.termijnen.kalender import voluit
from eenplan.termijnen.regels import Grondslag, aanvraagdag


def toekenning(inhoud: Toekenning, kenmerk: str, lezer: str) -> Iterator[Blok]:
    """The decision, what it gives, why, what it costs, and how to object. `lezer`: whom the letter is written to."""
    yield from _aanvraag(inhoud.aanvraag, lezer)
    if inhoud.aanvraag is None and inhoud.zonder_aanvraag is not None:
        yield Alinea(
            f"U hoefde hiervoor geen aanvraag te doen. {inhoud.zonder_aanvraag.tekst} "
            f"Dat staat in {inhoud.zonder_aanvraag}."
        )
    yield Alinea(f"Wij hebben besloten dat u {inhoud.voorziening} krijgt.")
    yield Kop("Dit krijgt u")
    yield Overzicht(("Onderwerp", "Ons besluit"), tuple(_besluit_rijen(inhoud)))
    yield from doelen_blokken(inhoud.doelen)
    yield Kop("Waarom wij dit besluiten")
    yield from onderdelen_blokken(inhoud.motivering)
    if inhoud.pgb is not None:
        yield from _pgb(inhoud.pgb)
    if inhoud.eigen_bijdrage is not None:
        yield from _eigen_bijdrage(inhoud.eigen_bijdrage)
    yield Kop("Wat wij van u vragen")
    yield Alinea(
        "Verandert er iets, bijvoorbeeld in uw gezondheid of uw gezin? Vertel het ons zo snel "
        "mogelijk. Dan kijken wij samen of de hulp nog past."
    )
    yield from _regels(inhoud.grondslagen, inhoud.professional)
    yield from _bezwaar(inhoud.bezwaar, kenmerk, inhoud.clientondersteuning)
    yield from hulp_blokken(inhoud)


def afwijzing(inhoud: Afwijzing, kenmerk: str, lezer: str) -> Iterator[Blok]:
    """The refusal, why, what is possible instead, and how to object. `lezer`: whom the letter is written to."""
    yield from _aanvraag(inhoud.aanvraag, lezer)
    yield Alinea(
        "Wij hebben besloten dat u dit niet krijgt. Wij begrijpen dat dit tegenvalt. In deze brief "
        "leest u waarom wij dit besluiten, wat wel kan, en wat u kunt doen als u het niet eens bent."
    )
    yield Kop("Waarom wij dit besluiten")
    yield from onderdelen_blokken(inhoud.motivering)
    yield Kop("Wat wel kan")
    yield from alineas(inhoud.wel_mogelijk)
    yield from _regels(inhoud.grondslagen, inhoud.professional)
    yield from _bezwaar(inhoud.bezwaar, kenmerk, inhoud.clientondersteuning)
    yield from hulp_blokken(inhoud)


def _aanvraag(aanvraag: Aanvraag | None, lezer: str) -> Iterator[Blok]:
    if aanvraag is None:
        return
    wat = "uw aanvraag" if aanvraag.door == lezer else f"een aanvraag van {aanvraag.door}"
    dag = aanvraagdag(aanvraag.datum, aanvraag.geldt_vanaf or aanvraag.datum, voorlopig=False)
    yield Alinea(
        f"Wij kregen {wat}, {aanvraag.hoe}. {dag} De vraag was: {eigen_woorden(aanvraag.gevraagd)}"
    )


def _besluit_rijen(inhoud: Toekenning) -> Iterator[tuple[str, str]]:
    yield "Wat", inhoud.voorziening
    if inhoud.omvang is not None:
        yield "Hoeveel", str(inhoud.omvang)
    if inhoud.ingang is not None:
        yield "Vanaf", voluit(inhoud.ingang)
    if inhoud.einde is not None:
        yield "Tot en met", voluit(inhoud.einde)
    if inhoud.pgb is not None:
        yield (
            "Hoe",
            f"een persoonsgebonden budget van {bedrag(inhoud.pgb.bedrag_per_jaar)} per jaar",
        )
    if inhoud.aanbieder is not None:
        yield "Van wie", van_wie(inhoud.aanbieder)
    if inhoud.eigen_bijdrage is not None:
        yield "Wat u betaalt", bijdrage_zin(inhoud.eigen_bijdrage)


def _pgb(pgb: Pgb) -> Iterator[Blok]:
    yield Kop("Uw persoonsgebonden budget (pgb)")
    yield Alinea(
        f"U krijgt {bedrag(pgb.bedrag_per_jaar)} per jaar. Zo komen wij aan dit bedrag: {pgb.tarief}"
    )
    yield Opsomming(
        (f"De hulp moet goed zijn: {pgb.kwaliteit}", f"Verantwoorden: {pgb.verantwoording}")
    )


def _eigen_bijdrage(bijdrage: EigenBijdrage) -> Iterator[Blok]:
    yield Kop("Wat u zelf betaalt")
    yield Alinea(f"{bijdrage_zin(bijdrage)} Dat staat in {bijdrage.grondslag}.")


def _regels(
    grondslagen: tuple[Grondslag, ...], professional: Professional | None
) -> Iterator[Blok]:
    if grondslagen:
        yield Kop("Op welke regels dit besluit rust")
        yield Opsomming(tuple(f"{grond}. {grond.tekst}" for grond in grondslagen))
    if professional is not None:
        yield Alinea(
            "Bij dit besluit is een geregistreerde jeugdprofessional betrokken: "
            f"{professional.naam}, {professional.functie} ({professional.registratie})."
        )


def _bezwaar(
    bezwaar: Bezwaarclausule | None, kenmerk: str, clientondersteuning: Hulplijn | None
) -> Iterator[Blok]:
    """The last day in words, where to send it, what to write, and free help (Awb 3:45, 6:5, 6:16)."""
    if bezwaar is None:
        return
    stappen = [
        Alinea(
            f"U kunt bezwaar maken tot en met {voluit(bezwaar.laatste_dag)}. Dat is gratis. "
            "Bel ons gerust eerst. Vaak helpt het om er samen over te praten."
        ),
        Alinea(f"Stuur uw bezwaar naar: {', '.join(bezwaar.postadres)}."),
        Alinea(
            "Zet in uw bezwaar: uw naam en adres, de datum, ons kenmerk "
            f"{kenmerk}, waarom u het niet eens bent, en uw handtekening."
        ),
    ]
    if bezwaar.link:
        stappen.insert(2, Alinea("Of maak bezwaar op internet:", bezwaar.link))
    if clientondersteuning is not None:
        stappen.append(
            Alinea(
                f"Wilt u hulp bij uw bezwaar? {clientondersteuning.naam} helpt u gratis: "
                f"{clientondersteuning.telefoon}."
            )
        )
    stappen.append(
        Alinea(
            "Ons besluit geldt ook als u bezwaar maakt. Kunt u daar niet op wachten? Dan kunt u "
            "de rechtbank vragen om snel een voorlopige beslissing te nemen."
        )
    )
    yield Kader("Bent u het niet eens met dit besluit?", tuple(stappen))
