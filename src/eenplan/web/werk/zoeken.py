"""Find a person by BSN, or by surname and date of birth together. It tells that somebody is known and whom to call."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.utils.html import escape
from django.utils.safestring import SafeString

from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Treffer
from eenplan.platform.scope import ScopedRequest
from eenplan.web import opmaak
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import toon


class Zoekformulier(forms.Form):
    """Exact keys only: whoever looks for half a name looks at people they have no business with."""

    use_required_attribute = False
    bsn = forms.CharField(label="BSN", required=False, max_length=20)
    naam = forms.CharField(label="Achternaam", required=False, max_length=120)
    geboortedatum = DatumVeld(label="Geboortedatum", required=False)

    def clean(self) -> dict[str, object]:
        """One of the two keys, complete."""
        velden: dict[str, object] = super().clean() or {}
        if velden.get("bsn"):
            gebrek = huishoudens.bsn_gebrek(str(velden["bsn"]), alleen_test=settings.DEMO)
            if gebrek:
                self.add_error("bsn", gebrek)
        elif not self.errors and not (velden.get("naam") and velden.get("geboortedatum")):
            self.add_error(None, "Vul een BSN in, of een achternaam met een geboortedatum.")
        return velden


def gevonden(treffers: Sequence[Treffer]) -> list[SafeString]:
    """The people found, one line each as text (see web/lijstregels.py); a link only for who is involved."""
    return [_regel(treffer) for treffer in treffers]


def _regel(treffer: Treffer) -> SafeString:
    naam: str = escape(treffer.naam)
    if treffer.betrokken:
        naam = f'<a href="/werk/dossier/{treffer.persoon}/">{naam}</a>'
        wie = "Uw team is betrokken."
    elif treffer.contact_naam:
        nummer = escape(treffer.contact_telefoon or "")
        wie = f'Bekend bij {escape(treffer.contact_naam)}. Bel <a href="tel:{nummer}">{nummer}</a>.'
    else:
        wie = "Er is iemand betrokken. Vraag de gemeente wie."
    geboren = f", geboren {opmaak.datum(treffer.geboortedatum)}" if treffer.geboortedatum else ""
    return SafeString(
        f'<li class="ep-kaart ep-kaart--vlak"><div class="ep-kaart__inhoud"><p><strong>{naam}</strong>{geboren}</p>'
        f"\n<p>{wie}</p></div></li>"
    )


def zoeken(request: ScopedRequest) -> HttpResponse:
    """The form and, after sending it, who was found. Every person found is a line in their read log."""
    formulier = Zoekformulier(request.POST if request.method == "POST" else None)
    treffers: Sequence[Treffer] | None = None
    if formulier.is_valid():
        velden = formulier.cleaned_data
        treffers = inzage.zoek(
            request.scope,
            bsn=huishoudens.bsn_cijfers(velden["bsn"]),
            zoeknaam=huishoudens.zoeknaam(velden["naam"]),
            geboortedatum=velden["geboortedatum"],
        )
    return toon(
        request,
        "werk/zoeken.html",
        {
            "formulier": formulier,
            "gezocht": treffers is not None,
            "gevonden": gevonden(treffers or ()),
        },
    )
