"""A form field as text: as templates, three fields cost as much as the whole empty page.

What comes from a person or from a form goes through `conditional_escape`; a test holds each part to that.
"""

from __future__ import annotations

from django.utils.html import conditional_escape

from eenplan.web.velden import Optie, VeldBeeld

GROEPEN = ("rondjes", "vinkjes", "datum")
OPTIONEEL = ' <span class="ep-veld__optioneel">(optioneel)</span>'


def veld(v: VeldBeeld, *, als_kop: bool = False, zwijg: bool = False) -> str:
    """One field: a group of controls with a legend, one checkbox, or one control with a label."""
    fout = " ep-veld--fout" if v.fouten else ""
    if v.soort in GROEPEN:
        inhoud = _groep(v, als_kop, zwijg)
    elif v.soort == "vinkje":
        inhoud = _vinkje(v)
    else:
        inhoud = _enkel(v, als_kop, zwijg)
    return f'<div class="ep-veld{fout}">{inhoud}</div>'


def _groep(v: VeldBeeld, als_kop: bool, zwijg: bool) -> str:
    naam, kop = _naam(v, zwijg), " ep-veld__label--kop" if als_kop else ""
    return (
        f'<fieldset class="ep-veld__groep"{_beschreven(v.beschreven_door)}>\n'
        f'<legend class="ep-veld__label{kop}">{f"<h1>{naam}</h1>" if als_kop else naam}</legend>\n'
        f"{_tekst(v)}\n{v.invoer if v.soort == 'datum' else _keuzes(v)}\n</fieldset>"
    )


def _keuzes(v: VeldBeeld) -> str:
    soort = "radio" if v.soort == "rondjes" else "checkbox"
    opties = "".join(_keuze(o, soort, v.naam) for o in v.opties)
    return f'<div class="ep-keuzes">{opties}\n</div>'


def _keuze(o: Optie, soort: str, naam: str) -> str:
    gekozen = " checked" if o.gekozen else ""
    hint = (
        f'<div class="ep-keuze__hint" id="{o.id}-hint">{conditional_escape(o.hint)}</div>'
        if o.hint
        else ""
    )
    return (
        f'\n<div class="ep-keuze"><input class="ep-keuze__invoer" type="{soort}" id="{o.id}" name="{naam}"'
        f' value="{conditional_escape(o.waarde)}"{gekozen}{_beschreven(f"{o.id}-hint" if o.hint else "")}>'
        f'<label class="ep-keuze__label" for="{o.id}">{conditional_escape(o.label)}</label>{hint}</div>'
    )


def _vinkje(v: VeldBeeld) -> str:
    stand = (
        (" checked" if v.aangevinkt else "")
        + _beschreven(v.beschreven_door)
        + (' aria-invalid="true"' if v.fouten else "")
        + (' aria-required="true"' if v.verplicht else "")
    )
    return (
        f'\n{_tekst(v)}\n<div class="ep-keuze"><input class="ep-keuze__invoer" type="checkbox" id="{v.id}"'
        f' name="{v.naam}"{stand}><label class="ep-keuze__label" for="{v.id}">'
        f"{conditional_escape(v.label)}</label></div>\n"
    )


def _enkel(v: VeldBeeld, als_kop: bool, zwijg: bool) -> str:
    naam = _naam(v, zwijg)
    kop = (
        f'<h1 class="ep-veld__label--kop"><label for="{v.id}">{naam}</label></h1>'
        if als_kop
        else f'<label class="utrecht-form-label ep-veld__label" for="{v.id}">{naam}</label>'
    )
    return f"\n{kop}\n{_tekst(v)}\n{v.invoer}\n"


def _naam(v: VeldBeeld, zwijg: bool) -> str:
    return f"{conditional_escape(v.label)}{'' if v.verplicht or zwijg else OPTIONEEL}"


def _tekst(v: VeldBeeld) -> str:
    """What stands between the name and the control: a hint, why we ask, and what went wrong."""
    hint = waarom = fout = ""
    if v.hint:
        hint = f'<div class="ep-veld__hint" id="{v.id}-hint">{conditional_escape(v.hint)}</div>'
    if v.reden:
        waarom = (
            f'\n<div class="ep-veld__waarom" id="{v.id}-waarom"><strong>Waarom vragen we dit?</strong>'
            f" {conditional_escape(v.reden.waarom)}{_voorbeeld('Wel', v.reden.wel)}"
            f"{_voorbeeld('Niet', v.reden.niet)}</div>"
        )
    if v.fouten:
        fout = (
            f'\n<div class="ep-veld__fout" id="{v.id}-fout"><span><span class="ep-verborgen">Fout: </span>'
            f"{' '.join(map(conditional_escape, v.fouten))}</span></div>"
        )
    return f"{hint}{waarom}{fout}"


def _voorbeeld(soort: str, tekst: str | None) -> str:
    """An example of what belongs in a field, or of what does not."""
    if not tekst:
        return ""
    return f'\n<span class="ep-veld__voorbeeld"><strong>{soort}:</strong> {conditional_escape(tekst)}</span>'


def _beschreven(door: str) -> str:
    return f' aria-describedby="{door}"' if door else ""
