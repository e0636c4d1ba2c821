"""The formatting functions as template filters. An empty value gives an empty text."""

from __future__ import annotations

from datetime import date, datetime

from django import template

from eenplan.web import opmaak

register = template.Library()


@register.filter
def datum(dag: date | None) -> str:
    """`{{ dag|datum }}`: 3 maart 2026."""
    return opmaak.datum(dag) if dag else ""


@register.filter
def datum_kort(dag: date | None) -> str:
    """`{{ dag|datum_kort }}`: 3 mrt 2026."""
    return opmaak.datum_kort(dag) if dag else ""


@register.filter
def moment(tijdstip: datetime | None) -> str:
    """`{{ tijdstip|moment }}`: di 3 maart 2026, 14:05."""
    return opmaak.moment(tijdstip) if tijdstip else ""


@register.filter
def wanneer(moment_of_dag: datetime | date) -> str:
    """`{{ g.wanneer|wanneer }}`: with the time when there is one."""
    return opmaak.wanneer(moment_of_dag)


@register.filter
def termijn_woorden(vervalt: date | None, vandaag: date) -> str:
    """`{{ dag|termijn_woorden:vandaag }}`: over 3 dagen."""
    return opmaak.termijn_woorden(vervalt, vandaag) if vervalt else ""


@register.filter
def termijn_toon(vervalt: date | None, vandaag: date) -> str:
    """`{{ dag|termijn_toon:vandaag }}`: te-laat, nu or rustig, for a class name."""
    return opmaak.termijn_toon(vervalt, vandaag) if vervalt else ""


@register.filter
def euro(centen: int | None) -> str:
    """`{{ centen|euro }}`: € 1.234,50."""
    return "" if centen is None else opmaak.euro(centen)


@register.filter
def leeftijd(geboren: date | None, op: date) -> str:
    """`{{ geboren|leeftijd:vandaag }}`: 13 jaar."""
    return opmaak.leeftijd(geboren, op) if geboren else ""


@register.filter
def initialen(naam: str) -> str:
    """`{{ naam|initialen }}`: SH."""
    return opmaak.initialen(naam)
