"""A letter as it is kept: everything it says, without who receives it. Pure: data to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from pydantic import TypeAdapter

from eenplan.berichten.inhoud import (
    Afwijzing,
    Afzender,
    Brief,
    BriefSoort,
    Contact,
    Inhoud,
    Ondertekening,
    Ontvanger,
    Ontvangstbevestiging,
    Rechtsbevestiging,
    Samenbevestiging,
    Toekenning,
    Verslag,
    Verwijsbrief,
)

SJABLOONVERSIE = 1
"""Goes up when a template or a text changes, so that a kept letter says by which one it was made."""

Json = dict[str, object]

_SOORTEN: Mapping[BriefSoort, type[Inhoud]] = {
    BriefSoort.ONTVANGSTBEVESTIGING: Ontvangstbevestiging,
    BriefSoort.VERSLAG: Verslag,
    BriefSoort.VERWIJSBRIEF: Verwijsbrief,
    BriefSoort.TOEKENNING: Toekenning,
    BriefSoort.AFWIJZING: Afwijzing,
    BriefSoort.RECHT: Rechtsbevestiging,
    BriefSoort.SAMEN: Samenbevestiging,
}


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What a letter says and on whose behalf. Who receives it is read when the paper is made."""

    afzender: Afzender
    contact: Contact
    ondertekening: Ondertekening
    inhoud: Inhoud
    bijlagen: tuple[str, ...] = ()

    @property
    def soort(self) -> BriefSoort:
        """Which kind of letter this is."""
        return self.inhoud.soort

    def brief(self, ontvanger: Ontvanger, *, kenmerk: str, datum: date) -> Brief:
        """The whole letter, for this receiver on this day."""
        return Brief(
            self.afzender,
            ontvanger,
            kenmerk,
            datum,
            self.contact,
            self.ondertekening,
            self.inhoud,
            self.bijlagen,
        )


def als_json(opdracht: Opdracht) -> Json:
    """What goes into the database."""
    json: Json = _kop().dump_python(_Kop(*_delen(opdracht)), mode="json")
    return {**json, "inhoud": _inhoud(opdracht.soort).dump_python(opdracht.inhoud, mode="json")}


def uit_json(soort: BriefSoort, bewaard: Mapping[str, object]) -> Opdracht:
    """What was put in. Raises pydantic's ValidationError for what no version of the application wrote."""
    kop = _kop().validate_python({k: v for k, v in bewaard.items() if k != "inhoud"})
    inhoud = _inhoud(soort).validate_python(bewaard["inhoud"])
    return Opdracht(kop.afzender, kop.contact, kop.ondertekening, inhoud, kop.bijlagen)


@dataclass(frozen=True, slots=True)
class _Kop:
    afzender: Afzender
    contact: Contact
    ondertekening: Ondertekening
    bijlagen: tuple[str, ...]


def _delen(opdracht: Opdracht) -> tuple[Afzender, Contact, Ondertekening, tuple[str, ...]]:
    return opdracht.afzender, opdracht.contact, opdracht.ondertekening, opdracht.bijlagen


@cache
def _kop() -> TypeAdapter[_Kop]:
    return TypeAdapter(_Kop)


@cache
def _inhoud(soort: BriefSoort) -> TypeAdapter[Inhoud]:
    return TypeAdapter(_SOORTEN[soort])
