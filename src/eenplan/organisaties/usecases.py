"""Filling reference data from the policy file, and taking people on. Done by the loader, never by a web request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import models, transaction

from eenplan.beleid import api as beleid
from eenplan.beleid.api import Toegangsmodel

from .models import Gebied, Gemeente, Mandaat, Medewerker, Organisatie, Team, Teamlid
from .regels import Functie, gemeente_id, medewerker_id, organisatie_id, overig_id, team_id

LADER = "lader"


def richt_in(versies: Sequence[Toegangsmodel]) -> UUID:
    """Make or renew a municipality with its areas, organisations, teams and mandates from all versions of its model.

    Later versions win; what only an older version names stays, because old files still point at it.
    """
    with transaction.atomic(using=LADER):
        for model in versies:
            _richt_versie_in(model)
    return gemeente_id(versies[-1].sleutel)


def _richt_versie_in(model: Toegangsmodel) -> None:
    g = model.sleutel
    gemeente = Gemeente(id=gemeente_id(g), sleutel=g, naam=model.naam, cbs_code=model.cbs_code)
    _bewaar(Gemeente, [gemeente])
    _bewaar(Gebied, _gebieden(model))
    _bewaar(Organisatie, [_organisatie(g, partij) for partij in model.partijen])
    _bewaar(Team, [_team(g, team) for team in model.indeling.teams])
    _bewaar(Mandaat, [_mandaat(g, mandaat) for mandaat in model.mandaten])


def _gebieden(model: Toegangsmodel) -> list[Gebied]:
    return [
        Gebied(
            id=overig_id(model.sleutel, "gebied", gebied.sleutel),
            gemeente_id=gemeente_id(model.sleutel),
            sleutel=gebied.sleutel,
            naam=gebied.naam,
            wijk_sleutel=wijk.sleutel,
        )
        for wijk in model.indeling.wijken
        for gebied in wijk.gebieden
    ]


def _organisatie(gemeente: str, partij: beleid.Partij) -> Organisatie:
    return Organisatie(
        id=organisatie_id(gemeente, partij.sleutel),
        gemeente_id=gemeente_id(gemeente),
        sleutel=partij.sleutel,
        naam=partij.naam,
        soort=partij.soort,
        telefoon=partij.telefoon,
        mail=partij.mail,
    )


def _team(gemeente: str, team: beleid.Team) -> Team:
    return Team(
        id=team_id(gemeente, team.sleutel),
        gemeente_id=gemeente_id(gemeente),
        organisatie_id=organisatie_id(gemeente, team.partij),
        sleutel=team.sleutel,
        naam=team.naam,
        telefoon=team.telefoon,
    )


def _mandaat(gemeente: str, mandaat: beleid.Mandaat) -> Mandaat:
    return Mandaat(
        id=overig_id(gemeente, "mandaat", mandaat.sleutel),
        gemeente_id=gemeente_id(gemeente),
        organisatie_id=organisatie_id(gemeente, mandaat.organisatie),
        functie=mandaat.functie,
        wet=mandaat.wet,
        soort=mandaat.soort,
        van=mandaat.van,
        tot=mandaat.tot,
        publicatie=mandaat.publicatie,
        bron=mandaat.bron or "aanname",
    )


def _bewaar(soort: type[models.Model], rijen: Sequence[models.Model]) -> None:
    velden = [veld.attname for veld in soort._meta.concrete_fields if not veld.primary_key]
    soort._default_manager.using(LADER).bulk_create(
        rijen, update_conflicts=True, unique_fields=["id"], update_fields=velden
    )


def neem_in_dienst(
    *,
    gemeente: str,
    sleutel: str,
    naam: str,
    functie: Functie,
    organisatie: str,
    teams: Sequence[str] = (),
    registratie: str = "",
    van: date = date(2015, 1, 1),
    tot: date | None = None,
) -> UUID:
    """Take somebody on with an organisation and its teams, by their keys in the policy file.

    Doing it again gives the same person.
    """
    medewerker = medewerker_id(gemeente, sleutel)
    with transaction.atomic(using=LADER):
        _bewaar(
            Medewerker,
            [
                Medewerker(
                    id=medewerker,
                    gemeente_id=gemeente_id(gemeente),
                    organisatie_id=organisatie_id(gemeente, organisatie),
                    naam=naam,
                    functie=functie,
                    registratie=registratie,
                    van=van,
                    tot=tot,
                )
            ],
        )
        _bewaar(
            Teamlid,
            [
                Teamlid(
                    id=overig_id(gemeente, "teamlid", f"{sleutel}/{team}"),
                    gemeente_id=gemeente_id(gemeente),
                    medewerker_id=medewerker,
                    team_id=team_id(gemeente, team),
                    van=van,
                    tot=tot,
                )
                for team in teams
            ],
        )
    return medewerker
