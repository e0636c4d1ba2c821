"""The parts of a screen as template tags; `docs/schermen.md` shows each with an example.

Every part has explicit arguments and looks at nothing else in the context. The small ones build their
HTML here, because they stand in loops; the larger ones have a template in `onderdelen/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django import forms, template
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from eenplan.web import kringbeeld as tekening
from eenplan.web import lijstregels, velden, veldregels
from eenplan.web.bouwstenen import (
    Actie,
    Gebeurtenis,
    Identiteit,
    Kring,
    Rij,
    Taak,
    Tab,
    Telling,
    Trede,
    Vervolg,
    Waarom,
)
from eenplan.web.templatetags.opmaak import register as filters
from eenplan.web.verloopbeeld import Verloop

register = template.Library()
register.filters.update(filters.filters)  # one load brings both

KNOPPEN = {
    "hoofd": "utrecht-button utrecht-button--primary-action",
    "tweede": "utrecht-button utrecht-button--secondary-action",
    "stil": "utrecht-button utrecht-button--subtle",
    "gevaar": "utrecht-button ep-knop--gevaar",
}
MEDEDELINGEN = {
    "info": ("utrecht-alert--info", "Informatie"),
    "goed": ("utrecht-alert--ok", "Gelukt"),
    "let-op": ("utrecht-alert--warning", "Let op"),
    "fout": ("utrecht-alert--error", "Fout"),
}


# --- small parts ---------------------------------------------------------------------------------------------------


@register.simple_tag
def knop(
    tekst: str,
    soort: str = "hoofd",
    href: str = "",
    naam: str = "",
    waarde: str = "",
    klein: bool = False,
    wat: str = "",
) -> SafeString:
    """A button, or with `href` a link that looks like one. `wat` completes the name for a screen reader."""
    klasse = KNOPPEN[soort] + (" ep-knop--klein" if klein else "")
    inhoud = format_html('{}<span class="ep-verborgen"> {}</span>', tekst, wat) if wat else tekst
    if href:
        return format_html('<a class="{}" href="{}">{}</a>', klasse, href, inhoud)
    if naam:
        return format_html(
            '<button class="{}" type="submit" name="{}" value="{}">{}</button>',
            klasse,
            naam,
            waarde,
            inhoud,
        )
    return format_html('<button class="{}" type="submit">{}</button>', klasse, inhoud)


@register.simple_tag
def status(tekst: str, toon: str = "") -> SafeString:
    """A status label. The words carry the meaning, the colour only helps."""
    return SafeString(lijstregels.status(tekst, toon))


@register.simple_tag
def vervaldatum(vervalt: date | None, vandaag: date) -> SafeString:
    """A due date in full with how far away it is in words. Nothing for no date."""
    return SafeString(lijstregels.vervaldatum(vervalt, vandaag) if vervalt else "")


@register.simple_tag
def teller(teller: Telling) -> SafeString:
    """How many times of so many: a dot for each, and the same in words."""
    punten = format_html_join(
        "",
        '<span class="ep-teller__punt{}"></span>',
        (
            (" ep-teller__punt--gedaan" if nummer < teller.gedaan else "",)
            for nummer in range(max(teller.gedaan, teller.aantal))
        ),
    )
    return format_html(
        '<p class="ep-teller"><span class="ep-teller__beeld" aria-hidden="true">{}</span> <strong>{}</strong></p>',
        punten,
        teller.zin,
    )


@register.simple_tag
def terug(href: str, tekst: str = "Terug") -> SafeString:
    """The link back, above the title."""
    return format_html('<a class="ep-terug" href="{}">{}</a>', href, tekst)


@register.simple_tag
def stapregel(nummer: int, totaal: int) -> SafeString:
    """The line above the title of a page in a form of several pages."""
    return format_html('<p class="ep-stapregel">Stap {} van {}</p>', nummer, totaal)


@register.simple_tag
def verlaat_snel(naar: str = "https://www.buienradar.nl/") -> SafeString:
    """Leave this page quickly: a link without JavaScript; with it the page goes blank at once (also 3x Shift)."""
    return format_html(
        '<div class="ep-verlaat"><a class="utrecht-button ep-verlaat__knop" href="{}" rel="noreferrer"'
        " data-ep-verlaat>Verlaat deze pagina snel</a></div>",
        naar,
    )


# --- forms ---------------------------------------------------------------------------------------------------------


@register.simple_tag
def foutsamenvatting(*formulieren: forms.BaseForm) -> SafeString:
    """What went wrong, above the title, with a link to each field. Nothing when nothing did."""
    fouten = velden.fouten_van(*formulieren)
    if not fouten:
        return SafeString("")
    return render_to_string("onderdelen/foutsamenvatting.html", {"fouten": fouten})


@register.simple_tag
def veld(
    veld: BoundField,
    hint: str = "",
    breedte: int = 0,
    regels: int = 5,
    als_kop: bool = False,
    hints: Mapping[str, str] | None = None,
    optioneel: bool = True,
) -> SafeString:
    """One form field with label, hint, the reason why it is asked (from `modellen/velden.yaml`), and error.

    `breedte` is 2, 4, 10, 20 or 30 characters, `regels` the height of a text area; `als_kop` makes the
    label the title of the page; `hints` gives a hint per answer of a radio or checkbox group. `optioneel=False`
    leaves out "(optioneel)", where a whole section says that nothing in it is required.
    """
    maten = {"breedte": breedte, "regels": regels}
    gezien = velden.beeld(veld, hint=hint, hints=hints, **maten)
    return SafeString(veldregels.veld(gezien, als_kop=als_kop, zwijg=not optioneel))


# --- lists ---------------------------------------------------------------------------------------------------------


@register.inclusion_tag("onderdelen/samenvattingslijst.html")
def samenvattingslijst(rijen: Iterable[Rij]) -> dict[str, object]:
    """Names and values, each with an optional "Wijzig" link."""
    return {"rijen": rijen}


@register.simple_tag
def tijdlijn(gebeurtenissen: Iterable[Gebeurtenis], kop: int = 3) -> SafeString:
    """Events, newest first as given, under a heading per day; `kop` is the level of those headings."""
    return SafeString(lijstregels.tijdlijn(gebeurtenissen, kop))


@register.simple_tag
def takenlijst(taken: Iterable[Taak], vandaag: date | None = None, naam: str = "") -> SafeString:
    """Tasks with their state. `vandaag` is needed when they have a due date; `naam` keeps two lists on a page apart."""
    genummerd = enumerate(taken, start=1)
    regels = "".join(lijstregels.taak(een, f"{naam}{nr}", vandaag) for nr, een in genummerd)
    return SafeString(f'<ul class="ep-taken">\n{regels}</ul>')


@register.inclusion_tag("onderdelen/tabs.html")
def tabs(tabs: Iterable[Tab], naam: str = "Onderdelen van deze pagina") -> dict[str, object]:
    """Links that look like tabs, with counts; `naam` names the navigation for a screen reader."""
    return {"tabs": tabs, "naam": naam}


@register.inclusion_tag("onderdelen/stappen.html")
def stappen(namen: Iterable[str], huidig: int) -> dict[str, object]:
    """The phases of a case; `huidig` counts from 1, and one more than there are means all done."""
    return {"stappen": tuple(enumerate(namen, start=1)), "huidig": huidig}


# --- the file ------------------------------------------------------------------------------------------------------


@register.inclusion_tag("onderdelen/identiteitsbalk.html")
def identiteitsbalk(identiteit: Identiteit, kop: int = 1) -> dict[str, object]:
    """Who this file is about, with at most three actions; on top of every page of a file."""
    if len(identiteit.acties) > 3:
        raise template.TemplateSyntaxError("identiteitsbalk: at most three actions")
    return {"i": identiteit, "kop": kop}


@register.inclusion_tag("onderdelen/kringen.html")
def kringen(kringen: Iterable[Kring], kop: int = 3) -> dict[str, object]:
    """Who stands around the household, from near to far."""
    return {"kringen": kringen, "kop": kop}


@register.inclusion_tag("onderdelen/kringbeeld.html")
def kringbeeld(wie: str, kringen: Sequence[Kring], kop: int = 3) -> dict[str, object]:
    """The same circles as a drawing around somebody, with the people beside it as a list."""
    return {"t": tekening.teken(wie, kringen), "kringen": kringen, "kop": kop}


@register.inclusion_tag("onderdelen/verloop.html")
def verloop(v: Verloop) -> dict[str, object]:
    """How it goes on one field of life over time: a drawing, the same in words, and every answer in a table."""
    return {"v": v}


@register.inclusion_tag("onderdelen/ladder.html")
def ladder(treden: Iterable[Trede]) -> dict[str, object]:
    """The order of help, from own strength to specialist, with why a step was not enough."""
    return {"treden": treden}


@register.inclusion_tag("onderdelen/waarom.html")
def waarom(uitleg: Waarom, open: bool = False) -> dict[str, object]:
    """Which rule gave this answer and why the earlier rows did not."""
    return {"w": uitleg, "open": open}


# --- panels around content -----------------------------------------------------------------------------------------


@register.simple_block_tag
def mededeling(content: str, soort: str = "info", titel: str = "") -> SafeString:
    """A notice: info, goed, let-op or fout. Its kind is said in words as well."""
    klasse, woord = MEDEDELINGEN[soort]
    kop = (
        format_html('<p class="ep-mededeling__titel"><strong>{}</strong></p>', titel)
        if titel
        else ""
    )
    return format_html(
        '<div class="utrecht-alert {}">{}<div class="utrecht-alert__content"><div class="utrecht-alert__message">'
        '<span class="ep-verborgen">{}: </span>{}{}</div></div></div>',
        klasse,
        PICTOGRAMMEN[soort],
        woord,
        kop,
        SafeString(content),
    )


@register.simple_block_tag
def kaart(
    content: str,
    titel: str = "",
    kop: int = 2,
    acties: Iterable[Actie] = (),
    soort: str = "",
    label: str = "",
) -> SafeString:
    """A card with a unique title and at most three actions; `soort` is actie (needs attention) or vlak."""
    return render_to_string(
        "onderdelen/kaart.html",
        {"inhoud": SafeString(content), "titel": titel, "kop": f"h{kop}"}
        | {"acties": acties, "soort": soort, "label": label},
    )


@register.simple_block_tag
def bevestiging(content: str, titel: str, kenmerk: str = "") -> SafeString:
    """The panel at the end of a form: what was done, and the reference."""
    inhoud = {"inhoud": SafeString(content), "titel": titel, "kenmerk": kenmerk}
    return render_to_string("onderdelen/bevestiging.html", inhoud)


@register.inclusion_tag("onderdelen/hierna.html")
def hierna(stappen: Iterable[Vervolg], titel: str = "Wat gebeurt er nu?") -> dict[str, object]:
    """What happens next and when."""
    return {"stappen": stappen, "titel": titel}


@register.simple_block_tag
def lege_staat(content: str, titel: str, kop: int = 2) -> SafeString:
    """Nothing here yet: say what that means and what can be done."""
    return format_html(
        '<div class="ep-leeg"><h{0}>{1}</h{0}>{2}</div>', kop, titel, SafeString(content)
    )


@register.simple_block_tag
def uitklap(content: str, titel: str) -> SafeString:
    """Extra explanation that opens on request."""
    return format_html(
        '<details><summary>{}</summary><div class="ep-uitklap__inhoud">{}</div></details>',
        titel,
        SafeString(content),
    )


def _pictogram(vorm: str) -> SafeString:
    return SafeString(
        '<svg class="utrecht-alert__icon" viewBox="0 0 24 24" width="28" height="28" fill="none" '
        'stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" '
        f'aria-hidden="true" focusable="false">{vorm}</svg>'
    )


PICTOGRAMMEN = {
    "info": _pictogram('<circle cx="12" cy="12" r="9.5"/><path d="M12 11v5.5M12 7.5v.01"/>'),
    "goed": _pictogram('<circle cx="12" cy="12" r="9.5"/><path d="m7.5 12.5 3 3 6-6.5"/>'),
    "let-op": _pictogram('<path d="M12 3 2 20.5h20zM12 10v5M12 17.5v.01"/>'),
    "fout": _pictogram('<circle cx="12" cy="12" r="9.5"/><path d="M12 7v6M12 16.5v.01"/>'),
}
