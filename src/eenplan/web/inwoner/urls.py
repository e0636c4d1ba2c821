"""The resident's own pages. No address takes a person's key: whose pages they are follows from who signed in."""

from __future__ import annotations

from eenplan.web.schermen import INWONER, scherm

from . import antwoord, besluit, brieven, inkijk, oneens, overzicht, plan, steun

urlpatterns = [
    scherm("", overzicht.overzicht, naam="mijn-overzicht", wie=INWONER),
    scherm("plan/", plan.plan, naam="mijn-plan", wie=INWONER),
    scherm("plan/papier/", plan.papier, naam="mijn-plan-papier", wie=INWONER),
    scherm("doel/<uuid:doel>/", plan.doel, naam="mijn-doel", wie=INWONER),
    scherm("doel/<uuid:doel>/hoger/", plan.hoger, naam="mijn-doel-hoger", wie=INWONER),
    scherm("taak/<uuid:eigenregel>/klaar/", plan.taak, naam="mijn-taak", wie=INWONER),
    scherm("hulp/<uuid:inzet>/", antwoord.antwoord, naam="mijn-antwoord", wie=INWONER),
    scherm("hulp/<uuid:inzet>/gezegd/", antwoord.gegeven, naam="mijn-gezegd", wie=INWONER),
    scherm("brieven/", brieven.brieven, naam="mijn-brieven", wie=INWONER),
    scherm("brieven/<uuid:brief>.pdf", brieven.pdf, naam="mijn-brief-pdf", wie=INWONER),
    scherm("brieven/<uuid:brief>/", brieven.brief, naam="mijn-brief", wie=INWONER),
    scherm("besluit/", besluit.kies, naam="mijn-besluit-kies", wie=INWONER),
    scherm("besluit/<uuid:melding>/", besluit.vraag, naam="mijn-besluit", wie=INWONER),
    scherm("besluit/hulp/<uuid:inzet>/", besluit.via_contact, naam="mijn-besluit-via", wie=INWONER),
    scherm(
        "besluit/gevraagd/<uuid:aanvraag>/",
        besluit.gevraagd,
        naam="mijn-besluit-gevraagd",
        wie=INWONER,
    ),
    scherm("oneens/", oneens.deur, naam="mijn-oneens", wie=INWONER),
    scherm("oneens/<slug:weg>/", oneens.weg, naam="mijn-oneens-weg", wie=INWONER),
    scherm("oneens/zaak/<uuid:zaak>/", oneens.zaak, naam="mijn-zaak", wie=INWONER),
    scherm("rechten/", steun.rechten, naam="mijn-rechten", wie=INWONER),
    scherm("steun/", steun.steun, naam="mijn-steun", wie=INWONER),
    scherm("wie-keek/", inkijk.wie_keek, naam="mijn-wie-keek", wie=INWONER),
    scherm("gegevens/", inkijk.gegevens, naam="mijn-gegevens", wie=INWONER),
    scherm("snel-weg/", steun.snel_weg, naam="mijn-snel-weg", wie=INWONER),
]
