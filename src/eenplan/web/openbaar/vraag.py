"""Ask a question: your question, about you, check; then who has it and what happens (at most 3 pages, 5 fields)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse

from eenplan.beleid.api import Toegangsmodel
from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import VRAGEN, Melder, MeldingGegevens
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.scope import ScopedRequest, als_bezoeker
from eenplan.termijnen.api import voluit
from eenplan.web.bouwstenen import Rij, Vervolg
from eenplan.web.gebieden import gebiedsnamen
from eenplan.web.opmaak import datum
from eenplan.web.verzenden import Formulier, toon, verzend

from . import bewaard as opslag
from . import gemeente as gegevens
from . import wie_krijgt
from .bewaard import Bewaard
from .formulieren import (
    Persoonformulier,
    Stapformulier,
    Velden,
    Voor,
    Vraagformulier,
    regels,
    velden_voor,
)

VINDPLAATS = "vindplaats"
VEILIGHEID = "veiligheid"
GEWELD = re.compile(
    r"geweld|onveilig|veilig thuis|mishandel|misbruik|bedreig|\bsla(at|an|ag)\b|stalk",
    re.IGNORECASE,
)
VERLOPEN = "U was te lang bezig. Vul uw vraag nog een keer in."


def vraag(request: ScopedRequest, gemeente: str) -> HttpResponse:
    """All three pages on one address: what was typed travels in the form and never in the address."""
    model = gegevens.model_van(request, gemeente)
    if request.scope.gemeente_sleutel not in ("", gemeente):
        als_bezoeker(request)
    if request.method != "POST":
        voor = Voor.ANDER if request.GET.get("voor") == Voor.ANDER else Voor.ZELF
        kanaal = _kanaal(model, request.GET.get("via", ""))
        return _toon_vraag(request, model, Bewaard(gemeente, voor, kanaal))
    bewaard = opslag.lees(request.POST.get("bewaard", ""), gemeente)
    if bewaard is None:
        return _toon_vraag(request, model, Bewaard(gemeente, Voor.ZELF), melding=VERLOPEN)
    velden = velden_voor(model, bewaard.voor)
    if request.POST.get("naar") == "vraag":
        return _toon_vraag(request, model, bewaard)
    if request.POST.get("naar") == "persoon":
        return _toon_persoon(request, model, bewaard)
    # by its own field as well: what was typed may not be lost with the name of the page
    if request.POST.get("stap") == "vraag" or "tekst" in request.POST:
        return _na_vraag(request, model, bewaard, velden)
    if request.POST.get("stap") == "persoon" or "naam" in request.POST:
        return _na_persoon(request, model, bewaard, velden)
    return _verstuur(request, model, bewaard, velden)


def _kanaal(model: Toegangsmodel, via: str) -> str:
    """At which front door the question is put, when the address says so: only one that stands open here (L16)."""
    return next((k.kanaal for k in model.kanalen.open if k.kanaal == via), "web")


def _na_vraag(
    request: ScopedRequest, model: Toegangsmodel, bewaard: Bewaard, velden: Velden
) -> HttpResponse:
    formulier = Vraagformulier(model, velden, request.POST.dict())
    if not formulier.is_valid():
        return _toon_vraag(request, model, bewaard, formulier)
    bewaard = replace(bewaard, vraag=formulier.getypt())
    return (_toon_controle if bewaard.persoon else _toon_persoon)(request, model, bewaard)


def _na_persoon(
    request: ScopedRequest, model: Toegangsmodel, bewaard: Bewaard, velden: Velden
) -> HttpResponse:
    formulier = Persoonformulier(velden, request.POST.dict())
    if not formulier.is_valid():
        return _toon_persoon(request, model, bewaard, formulier)
    return _toon_controle(request, model, replace(bewaard, persoon=formulier.getypt()))


def _verstuur(
    request: ScopedRequest, model: Toegangsmodel, bewaard: Bewaard, velden: Velden
) -> HttpResponse:
    een = Vraagformulier(model, velden, bewaard.vraag)
    twee = Persoonformulier(velden, bewaard.persoon)
    if not een.is_valid():
        return _toon_vraag(request, model, bewaard, een)
    if not twee.is_valid():
        return _toon_persoon(request, model, bewaard, twee)
    formulier = Formulier(request.POST)

    def doe() -> str:
        bevestiging = meldingen.doe_melding(
            request.scope,
            gemeente_sleutel=model.sleutel,
            gegevens=_gegevens(bewaard, een.cleaned_data, twee.cleaned_data),
        )
        return f"/ontvangen/{bevestiging.pagina}/"

    return verzend(request, formulier, doe) or _toon_controle(request, model, bewaard, formulier)


def _gegevens(bewaard: Bewaard, een: dict[str, object], twee: dict[str, object]) -> MeldingGegevens:
    """What was typed, as the question it is."""
    antwoorden = {naam: waarde for naam, waarde in (een | twee).items() if waarde}
    melder = None
    if bewaard.voor is Voor.ANDER:
        melder = Melder(str(twee["melder_naam"]), str(twee["melder_telefoon"]))
    gebied = str(antwoorden.get("gebied", ""))
    return MeldingGegevens(
        persoon=Persoonsgegevens(
            naam=" ".join(str(twee["naam"]).split()),
            geboortedatum=twee.get("geboortedatum"),  # type: ignore[arg-type]  # a DatumVeld
            telefoon=str(antwoorden.get("telefoon", "")),
            gebied=gebied,
            veilige_weg=str(antwoorden.get("veilige_weg", "")),
        ),
        tekst=str(een["tekst"]),
        vraag=str(antwoorden.get("vraag", meldingen.GEEN_ONDERWERP)),
        kanaal=bewaard.kanaal,
        gebied=gebied,
        kinderen_onder_18={"ja": True, "nee": False}.get(str(antwoorden.get("kinderen"))),
        melder=melder,
    )


def _over_veiligheid(vraag: Mapping[str, str]) -> bool:
    """Whether who asks must be able to leave the page at once: by the topic, or where none is asked by the words."""
    return vraag.get("vraag") == VEILIGHEID or bool(GEWELD.search(vraag.get("tekst", "")))


def _pagina(model: Toegangsmodel, bewaard: Bewaard, **meer: object) -> dict[str, object]:
    return gegevens.schil(model) | {
        "model": model,
        "voor_ander": bewaard.voor is Voor.ANDER,
        "op_vindplaats": bewaard.kanaal == VINDPLAATS,
        "veilig": _over_veiligheid(bewaard.vraag),
        "bewaard": bewaard.als_tekst(),
        "terug_url": f"/{model.sleutel}/",
        **meer,
    }


def _toon_vraag(
    request: ScopedRequest,
    model: Toegangsmodel,
    bewaard: Bewaard,
    formulier: Stapformulier | None = None,
    melding: str = "",
) -> HttpResponse:
    if formulier is None:
        formulier = Vraagformulier(model, velden_voor(model, bewaard.voor), bewaard.vraag or None)
    return toon(
        request,
        "openbaar/vraag.html",
        _pagina(
            model,
            bewaard,
            formulier=formulier,
            regels=list(regels(formulier)),
            melding=melding,
            verdeling=wie_krijgt.verdeling(model, request.scope.nu.date()),
            begint_meteen=wie_krijgt.begint_meteen(model, request.scope.nu.date()),
        ),
    )


def _toon_persoon(
    request: ScopedRequest,
    model: Toegangsmodel,
    bewaard: Bewaard,
    formulier: Stapformulier | None = None,
) -> HttpResponse:
    if formulier is None:
        formulier = Persoonformulier(velden_voor(model, bewaard.voor), bewaard.persoon or None)
    return toon(
        request,
        "openbaar/persoon.html",
        _pagina(model, bewaard, formulier=formulier, regels=list(regels(formulier))),
    )


def _toon_controle(
    request: ScopedRequest,
    model: Toegangsmodel,
    bewaard: Bewaard,
    formulier: Formulier | None = None,
) -> HttpResponse:
    velden = velden_voor(model, bewaard.voor)
    een = Vraagformulier(model, velden, bewaard.vraag)
    twee = Persoonformulier(velden, bewaard.persoon)
    return toon(
        request,
        "openbaar/controle.html",
        _pagina(
            model,
            bewaard,
            formulier=formulier or Formulier(),
            antwoorden_vraag=_antwoorden(een, model),
            antwoorden_persoon=_antwoorden(twee, model),
            gaat_naar=_gaat_naar(request, model, bewaard, een, twee),
        ),
    )


def _gaat_naar(
    request: ScopedRequest,
    model: Toegangsmodel,
    bewaard: Bewaard,
    een: Stapformulier,
    twee: Stapformulier,
) -> str:
    """Who will get the question as it stands; empty while something in it is wrong, which sending says at its field."""
    if not (een.is_valid() and twee.is_valid()):
        return ""
    vraag_ = _gegevens(bewaard, een.cleaned_data, twee.cleaned_data)
    try:
        naar = meldingen.bij_wie(request.scope, gemeente_sleutel=model.sleutel, gegevens=vraag_)
    except Geweigerd:
        return ""
    return naar.naam


def _antwoorden(formulier: Stapformulier, model: Toegangsmodel) -> list[Rij]:
    formulier.is_valid()
    woorden = {"ja": "Ja", "nee": "Nee", **VRAGEN, **gebiedsnamen(model)}
    rijen = []
    for naam, veld in formulier.fields.items():
        waarde = formulier.cleaned_data.get(naam)
        if naam == "geboortedatum":
            tekst = datum(waarde) if waarde else ""
        elif naam in ("kinderen", "gebied", "vraag"):
            tekst = woorden.get(str(waarde), "")
        else:
            tekst = str(waarde or "")
        rijen.append(Rij(str(veld.label), tekst))
    return rijen


def ontvangen(request: ScopedRequest, pagina: UUID) -> HttpResponse:
    """The confirmation, at an address nobody can guess: who has it, who calls and when, what you may ask for."""
    ontvangst = meldingen.ontvangst(request.scope, pagina)
    model = gegevens.model_van(request, ontvangst.gemeente)
    eigen = not (ontvangst.namens_ander or request.scope.is_medewerker)
    return toon(
        request,
        "openbaar/ontvangen.html",
        gegevens.schil(model)
        | {
            "ontvangst": ontvangst,
            "stappen": _hierna(ontvangst),
            "begint_meteen": wie_krijgt.begint_meteen(
                model, request.scope.nu.date(), gegevens.met_naam(model, ontvangst.bij)
            ),
            "titel": "Uw vraag is binnen" if eigen else "De vraag is binnen",
            "eigen": eigen,
        },
    )


def _hierna(o: meldingen.Ontvangst) -> tuple[Vervolg, ...]:
    stappen = [
        Vervolg(
            f"Iemand van {o.bij} belt u, tussen {o.van_uur}.00 en {o.tot_uur}.00 uur.",
            f"Uiterlijk {voluit(o.bel_uiterlijk)}",
        )
    ]
    if o.plan_uiterlijk:
        stappen.append(
            Vervolg(
                "Wilt u zelf opschrijven wat er nodig is? Dat heet een persoonlijk plan. Geef het aan wie u belt.",
                f"Tot en met {datum(o.plan_uiterlijk)}",
            )
        )
    else:
        stappen.append(
            Vervolg(
                "Wilt u eerst zelf een plan maken? Dat mag, samen met familie of vrienden. Zeg het als u gebeld wordt.",
                "Voor het gesprek",
            )
        )
    stappen.append(
        Vervolg("U bespreekt samen wat er speelt, wat zelf lukt en welke hulp past.", "Daarna")
    )
    if o.onderzoek_uiterlijk:
        stappen.append(
            Vervolg(
                "U krijgt op papier wat is besproken en wat we doen.",
                f"Uiterlijk {voluit(o.onderzoek_uiterlijk)}",
            )
        )
    return tuple(stappen)
