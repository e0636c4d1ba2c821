"""The words of each letter: Dutch at B1, short, with 'u', and always someone to call."""

from collections.abc import Iterator

from eenplan.berichten.besluitteksten import afwijzing, toekenning
from eenplan.berichten.blokken import Alinea, Blok, Kop, Opsomming, Overzicht, platte_tekst
from eenplan.berichten.gedeeld import (
    alineas,
    besluit_kader,
    bijdrage_zin,
    doelen_blokken,
    eigen_woorden,
    hulp_blokken,
    onderdelen_blokken,
    periode,
    van_wie,
    vragen_blokken,
)
from eenplan.berichten.inhoud import (
    Afwijzing,
    Brief,
    Ontvangstbevestiging,
    Rechtsbevestiging,
    Samenbevestiging,
    Toekenning,
    Verslag,
    Verwijsbrief,
    Wet,
)
from eenplan.berichten.rechtteksten import rechtsbevestiging
from eenplan.termijnen.kalender import voluit, zonder_weekdag


def onderwerp(brief: Brief) -> str:
    """The subject: the letter in one line, without a name, because it becomes the PDF's title."""
    match brief.inhoud:
        case Ontvangstbevestiging():
            return "Wij hebben uw melding ontvangen"
        case Verslag(gesprek_datum=dag):
            return f"Verslag van ons gesprek op {zonder_weekdag(dag)}"
        case Verwijsbrief(hulp=hulp):
            return f"Verwijsbrief voor {hulp}"
        case Toekenning(voorziening=voorziening):
            return f"Besluit: u krijgt {voorziening}"
        case Afwijzing():
            return "Besluit: wij wijzen uw aanvraag af"
        case Rechtsbevestiging(weg=weg):
            return f"Wij hebben uw {weg} ontvangen"
        case Samenbevestiging(hulp=hulp):
            return f"Samen besloten over {hulp}"


def aanhef(brief: Brief) -> str:
    """The first line; a name of its own choice, else the name on the envelope."""
    return f"{brief.ontvanger.aanhef or f'Beste {brief.ontvanger.naam}'},"


def blokken(brief: Brief) -> tuple[Blok, ...]:
    """The body of the letter, from the first sentence to whom to call."""
    match brief.inhoud:
        case Ontvangstbevestiging() as inhoud:
            tekst = _ontvangst(inhoud)
        case Verslag() as inhoud:
            tekst = _verslag(inhoud)
        case Verwijsbrief() as inhoud:
            tekst = _verwijsbrief(inhoud)
        case Toekenning() as inhoud:
            tekst = toekenning(inhoud, brief.kenmerk, brief.ontvanger.naam)
        case Afwijzing() as inhoud:
            tekst = afwijzing(inhoud, brief.kenmerk, brief.ontvanger.naam)
        case Rechtsbevestiging() as inhoud:
            tekst = rechtsbevestiging(inhoud)
        case Samenbevestiging() as inhoud:
            tekst = _samen(inhoud)
    return (*_voor_ouder(brief.ontvanger.over), *tekst, *vragen_blokken(brief.contact))


def volledige_tekst(brief: Brief) -> str:
    """Everything the resident reads below the address, as plain text."""
    delen = (onderwerp(brief), aanhef(brief), *map(platte_tekst, blokken(brief)), *brief.bijlagen)
    return "\n".join(delen)


def _voor_ouder(over: str) -> Iterator[Blok]:
    if over:
        yield Alinea(f"Deze brief gaat over {over}. U krijgt hem als ouder met gezag.")


def _ontvangst(inhoud: Ontvangstbevestiging) -> Iterator[Blok]:
    kregen = (
        f"Op {voluit(inhoud.melding_datum)} vroeg iemand ons om hulp voor u. Het gaat over: "
        f"{inhoud.vraag}."
        if inhoud.door_ander
        else f"Op {voluit(inhoud.melding_datum)} kregen wij uw melding. U vertelde ons: "
        f"{eigen_woorden(inhoud.vraag)}"
    )
    yield Alinea(f"{kregen} In deze brief leest u wat er nu gebeurt.")
    yield Kop("Wat er nu gebeurt")
    rijen = [(f"{inhoud.wie_belt} belt u", f"uiterlijk {voluit(inhoud.belt_uiterlijk)}")]
    if inhoud.persoonlijk_plan_uiterlijk is not None:
        plan = f"tot en met {voluit(inhoud.persoonlijk_plan_uiterlijk)}"
        rijen.append(("U kunt ons een eigen plan geven", plan))
    if inhoud.onderzoek_uiterlijk is not None:
        klaar = f"uiterlijk {voluit(inhoud.onderzoek_uiterlijk)}"
        rijen.append(("Ons onderzoek is klaar", klaar))
    yield Overzicht(("Wat", "Wanneer"), tuple(rijen))
    yield Alinea(
        "Wij praten met u over wat u nodig hebt, wat u zelf kunt en wie u kan helpen. Daarna krijgt "
        "u een verslag. Leg voor het gesprek uw paspoort of identiteitskaart klaar."
    )
    if inhoud.persoonlijk_plan_uiterlijk is not None:
        yield Kop("Uw eigen plan")
        yield Alinea(
            "U mag zelf opschrijven wat u nodig hebt en hoe u dat wilt. Dat heet een persoonlijk "
            f"plan. U kunt het ons geven tot en met {voluit(inhoud.persoonlijk_plan_uiterlijk)}. "
            "Wij gebruiken uw plan dan in ons onderzoek. Het hoeft niet."
        )
    yield from hulp_blokken(inhoud)
    if inhoud.onderzoek_uiterlijk is not None:
        yield Kop("Als het te lang duurt")
        yield Alinea(
            f"Is het onderzoek op {voluit(inhoud.onderzoek_uiterlijk)} niet klaar? Dan hoeft u niet "
            "langer te wachten. U kunt dan meteen een besluit van ons vragen."
        )


def _verslag(inhoud: Verslag) -> Iterator[Blok]:
    yield Alinea(
        f"Op {voluit(inhoud.melding_datum)} kregen wij een melding. Op "
        f"{voluit(inhoud.gesprek_datum)} spraken wij met {inhoud.gesproken_met}. In dit verslag "
        "leest u wat wij bespraken en wat daar uit kwam."
    )
    yield Kop("Wat er uit kwam")
    yield from alineas(inhoud.uitkomst)
    yield from doelen_blokken(inhoud.doelen)
    yield Kop("Hoe het verder gaat")
    yield from alineas(inhoud.vervolg)
    yield from besluit_kader(inhoud.besluit_vragen, inhoud.wet)
    yield Kop("Wat wij hebben besproken")
    yield from onderdelen_blokken(inhoud.onderwerpen)
    yield Kop("Klopt dit verslag?")
    yield Alinea(
        "Klopt er iets niet, of mist u iets? Zeg het ons. Wij zetten uw reactie bij het verslag."
    )
    yield from hulp_blokken(inhoud)


def _verwijsbrief(inhoud: Verwijsbrief) -> Iterator[Blok]:
    waarom = (
        "Wij hebben met u gepraat over wat u nodig hebt."
        if inhoud.minder_is_doel
        else "U hebt hulp nodig die niet kan wachten."
    )
    yield Alinea(f"{waarom} Daarom krijgt u {inhoud.hulp}. Met deze brief kan de hulp beginnen.")
    yield Kop("Dit hebben wij afgesproken")
    yield Overzicht(("Onderwerp", "Afspraak"), tuple(_verwijs_rijen(inhoud)))
    yield from doelen_blokken(inhoud.doelen)
    gevolg = Alinea(
        "Voor jeugdhulp betaalt u niets, ook niet met een besluit."
        if inhoud.wet is Wet.JEUGD
        else "Een besluit kan iets veranderen aan wat u zelf betaalt. Dat vertellen wij u eerst."
    )
    verteld = (
        (Alinea(f"Wij hebben u dit verteld op {voluit(inhoud.verteld_op)}."),)
        if inhoud.verteld_op is not None
        else ()
    )
    yield from besluit_kader(inhoud.besluit_vragen, inhoud.wet, gevolg, *verteld)
    yield from hulp_blokken(inhoud)
    if inhoud.aanbieder is not None and inhoud.minder_is_doel:
        yield Kop(f"Dit bespreekt u met {inhoud.aanbieder.naam}")
        yield Opsomming(
            (
                "Wat kunt u straks weer zelf?",
                "Wat kunnen familie, vrienden of buren doen?",
                "Wanneer is er minder hulp nodig?",
            )
        )
        yield Alinea("Wat u samen afspreekt, komt in uw plan.")


def _samen(inhoud: Samenbevestiging) -> Iterator[Blok]:
    """What was decided, by whom and when, and that a formal decision can be asked all the same."""
    yield Alinea("Wij hebben samen besloten over uw hulp. In deze brief leest u wat wij besloten.")
    rijen = [
        ("Over welke hulp", inhoud.hulp),
        ("Wat wij besloten", "U krijgt deze hulp." if inhoud.begint else "Dit is nu niet nodig."),
        ("Op welke dag", voluit(inhoud.op)),
    ]
    if inhoud.begint and inhoud.van_wie:
        rijen.append(("Aan wie wij het vragen", inhoud.van_wie))
    yield Overzicht(("Onderwerp", "Besluit"), tuple(rijen))
    yield Kop("Wie dit samen besloten")
    yield Opsomming(inhoud.door)
    yield from besluit_kader(inhoud.besluit_vragen, inhoud.wet)
    yield from hulp_blokken(inhoud)


def _verwijs_rijen(inhoud: Verwijsbrief) -> Iterator[tuple[str, str]]:
    geboren = f", geboren op {zonder_weekdag(inhoud.geboortedatum)}" if inhoud.geboortedatum else ""
    yield "Voor wie", f"{inhoud.naam_inwoner}{geboren}"
    yield "Welke hulp", inhoud.hulp
    if inhoud.omvang is not None:
        yield "Hoeveel", str(inhoud.omvang)
    if tijd := periode(inhoud.ingang, inhoud.einde):
        yield "Hoe lang", tijd
    elif inhoud.ingang is not None and not inhoud.minder_is_doel:
        yield "Hoe lang", f"vanaf {voluit(inhoud.ingang)}, zolang het nodig is"
    if inhoud.aanbieder is not None:
        yield "Van wie", van_wie(inhoud.aanbieder)
    if inhoud.eigen_bijdrage is not None:
        grond = inhoud.eigen_bijdrage.grondslag
        yield "Wat u betaalt", f"{bijdrage_zin(inhoud.eigen_bijdrage)} Dat staat in {grond}."
