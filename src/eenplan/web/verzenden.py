"""Sending a form: once, whole or not at all, and what was typed stays.

Each rendered form carries a key. The same key with the same contents leads to the earlier result; a use case that
refuses puts its sentences at the fields; nothing of it is stored.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.html import escape

from eenplan.platform.fouten import Conflict, Geweigerd
from eenplan.platform.scope import ScopedRequest
from eenplan.platform.vraag import doe, rijen

from .datumveld import DatumTekst
from .fouten import MEEGEREISD, SLEUTEL
from .schermen import als_scoped

AL_VERZONDEN = "U hebt dit formulier al verzonden, met andere antwoorden. Begin opnieuw als u iets wilt wijzigen."


class Formulier(forms.Form):
    """A form with a key of its own. Validation only; what it means is a use case."""

    use_required_attribute = False
    verzendsleutel = forms.UUIDField(
        widget=forms.HiddenInput,
        initial=uuid4,
        error_messages={
            "required": "Dit formulier is verlopen. Verzend het nog een keer.",
            "invalid": "Dit formulier is verlopen. Verzend het nog een keer.",
        },
    )


def verzend(
    request: ScopedRequest, formulier: Formulier, actie: Callable[[], str]
) -> HttpResponse | None:
    """Run the action of a valid form and go to the address it returns; None when there is something to correct."""
    if not formulier.is_valid():
        return None
    sleutel = formulier.cleaned_data["verzendsleutel"]
    try:
        with transaction.atomic():
            nieuw, zelfde, resultaat = _claim(request, sleutel)
            if not nieuw and not zelfde:
                raise Geweigerd(AL_VERZONDEN)
            if nieuw or not resultaat:
                resultaat = actie()
                doe("SELECT pol.verzending_afronden(%s, %s)", [sleutel, resultaat])
    except Geweigerd as weigering:
        _zet_fouten(formulier, weigering)
        return None
    except Conflict as conflict:
        conflict.tekstvelden = [
            naam
            for naam, veld in formulier.fields.items()
            if isinstance(veld, forms.CharField) and not veld.widget.is_hidden
        ]
        raise
    return HttpResponseRedirect(resultaat)


def toon(request: ScopedRequest, sjabloon: str, context: dict[str, object]) -> TemplateResponse:
    """Render a screen; a form in the context that has errors makes it a 422, so that nothing takes it for done.

    What was typed in a form that this screen has no place for any more (somebody settled it meanwhile) stands above it.
    """
    fout = [
        deel
        for deel in context.values()
        if isinstance(deel, forms.Form) and deel.is_bound and deel.errors
    ]
    if not fout:
        return TemplateResponse(request, sjabloon, context)
    antwoord = TemplateResponse(request, sjabloon, context, status=422)
    antwoord.render()
    pagina = antwoord.content.decode()
    kwijt = [tekst for deel in fout for tekst in _zonder_plek(deel, pagina)]
    kwijt += _zonder_veld(request, fout, pagina)
    if not kwijt:
        return antwoord
    return TemplateResponse(request, sjabloon, {**context, "kwijt": kwijt}, status=422)


def _zonder_plek(formulier: forms.Form, pagina: str) -> Iterator[tuple[str, str]]:
    """Each text that was typed in this form and that the page does not show, with the question it answered."""
    for veld in formulier:
        waarde = veld.data
        delen = waarde.delen() if isinstance(waarde, DatumTekst) else (waarde,)
        getypt = [deel for deel in delen if isinstance(deel, str) and deel.strip()]
        if veld.is_hidden or isinstance(veld.field, forms.ChoiceField) or not getypt:
            continue
        staat_er = f'name="{veld.html_name}' in pagina
        if not staat_er or any(escape(deel.strip()) not in pagina for deel in getypt):
            yield str(veld.label), " ".join(getypt)


def _zonder_veld(
    request: HttpRequest, formulieren: Sequence[forms.Form], pagina: str
) -> Iterator[tuple[str, str]]:
    """Each text that was sent for a field that no form has now: of a child who came of age, of what was taken away."""
    velden = {veld.html_name for formulier in formulieren for veld in formulier}
    for naam in request.POST:
        waarde = request.POST.get(naam, "").strip()
        bekend = (
            naam in velden or naam.rpartition("_")[0] in velden
        )  # a date is sent in three parts
        los = not bekend and naam not in MEEGEREISD and not SLEUTEL.fullmatch(waarde)
        if los and escape(waarde) not in pagina:
            yield "", waarde


class OpnieuwMiddleware:
    """Who never saw the answer (the line was cut) sends the same form again, and gets the answer of the first time.

    Also where the page would now say something else: that somebody of this name is known, that a choice is gone, that
    it was done already. Asked only when the screen did not lead anywhere, so that a form that goes well costs nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        klaar = antwoord.status_code == HttpResponseRedirect.status_code
        # set by Django once it knows that the form was on a page of ours; another site gets no answer
        van_ons = getattr(request, "csrf_processing_done", False)
        if request.method != "POST" or klaar or antwoord.status_code >= 500 or not van_ons:
            return antwoord
        eerder = _eerder_antwoord(als_scoped(request))
        if eerder is None:
            return antwoord
        opnieuw = HttpResponseRedirect(eerder)
        if hasattr(antwoord, "terugdraaien"):
            opnieuw.terugdraaien = True  # type: ignore[attr-defined]
        return opnieuw


def _eerder_antwoord(request: ScopedRequest) -> str | None:
    """Where this very form led when it was sent before; None when it was not, or carries no key, as a search."""
    try:
        sleutel = UUID(request.POST.get("verzendsleutel", ""))
    except ValueError:
        return None
    with transaction.atomic():
        nieuw, zelfde, resultaat = _claim(request, sleutel)
        # only asked: the key stays free for a form that is corrected
        transaction.set_rollback(True)
    return resultaat if zelfde and not nieuw else None


def _claim(request: ScopedRequest, sleutel: UUID) -> tuple[bool, bool, str | None]:
    """Take a key: whether it is new, whether it was used for this very form, and where that led."""
    [claim] = rijen(
        _Claim,
        "SELECT * FROM pol.verzending_claimen(%s, %s)",
        [sleutel, _vingerafdruk(request)],
    )
    return claim


def _Claim(nieuw: bool, zelfde: bool, resultaat: str | None) -> tuple[bool, bool, str | None]:
    return nieuw, zelfde, resultaat


def _vingerafdruk(request: ScopedRequest) -> bytes:
    """A keyed digest of who sent what; the form's own key and the CSRF token change with every page and stay out."""
    velden = [
        (naam, request.POST.getlist(naam))
        for naam in sorted(request.POST)
        if naam not in ("verzendsleutel", "csrfmiddlewaretoken")
    ]
    return hmac.digest(
        settings.SECRET_KEY.encode(),
        repr((request.scope.actor_id, request.path, velden)).encode(),
        sha256,
    )


def _zet_fouten(formulier: Formulier, weigering: Geweigerd) -> None:
    for veld, zin in weigering.velden.items():
        formulier.add_error(veld if veld in formulier.fields else None, zin)
    for zin in weigering.zinnen:
        if zin not in weigering.velden.values():
            formulier.add_error(None, zin)
