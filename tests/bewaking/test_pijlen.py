"""Tables and migrations point down. import-linter sees imports; it does not see a foreign key written as text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from tests.bewaking.hulp import bestanden, geen

pytestmark = pytest.mark.bewaking


@dataclass(frozen=True)
class Pijl:
    """One room leans on another: by a foreign key or by a migration."""

    van: str
    naar: str
    waardoor: str


def rangen(pyproject: str) -> dict[str, int]:
    """How high each room lies, from the one list that also guards the imports. Siblings share a height."""
    contracten = tomllib.loads(pyproject)["tool"]["importlinter"]["contracts"]
    lagen = next(c["layers"] for c in contracten if c["id"] == "richting")
    return {
        kamer.strip(" ()"): hoogte
        for hoogte, laag in enumerate(reversed(lagen))
        for kamer in laag.split("|")
    }


def omhoog(pijlen: Iterable[Pijl], rang: Mapping[str, int]) -> list[str]:
    """Arrows to a higher room or to a sibling."""
    return [
        f"{pijl.van} -> {pijl.naar}: {pijl.waardoor}"
        for pijl in pijlen
        if pijl.van != pijl.naar and rang[pijl.naar] >= rang[pijl.van]
    ]


def _sleutels() -> Iterator[Pijl]:
    for model in apps.get_models():
        for veld in model._meta.local_fields:
            if veld.is_relation and model.__module__.startswith("eenplan."):
                doel = veld.related_model
                assert isinstance(doel, type)
                yield Pijl(_kamer(model), _kamer(doel), f"{model.__name__}.{veld.name}")


def _kamer(model: type) -> str:
    return model.__module__.split(".")[1]


def _kamer_van_app() -> dict[str, str]:
    return {
        config.label: config.name.split(".")[1]
        for config in apps.get_app_configs()
        if config.name.startswith("eenplan.")
    }


def _migraties(lader: MigrationLoader) -> Iterator[Pijl]:
    kamers = _kamer_van_app()
    for (app, naam), migratie in lader.disk_migrations.items():
        for ander, stap in migratie.dependencies:
            if app in kamers and ander in kamers:
                yield Pijl(kamers[app], kamers[ander], f"{naam} needs {stap}")


def terugwegen() -> list[str]:
    """Foreign keys between rooms that give the lower room a way back up."""
    return [
        f"{model.__name__}.{veld.name}"
        for model in apps.get_models()
        if model.__module__.startswith("eenplan.")
        for veld in model._meta.local_fields
        if veld.is_relation and veld.remote_field and not veld.remote_field.hidden
    ]


def test_every_foreign_key_points_to_its_own_or_a_lower_room() -> None:
    geen(omhoog(_sleutels(), rangen(bestanden()["pyproject.toml"])))


def test_no_foreign_key_gives_a_lower_room_a_way_back() -> None:
    geen(terugwegen())


def test_every_migration_needs_only_its_own_or_lower_rooms() -> None:
    lader = MigrationLoader(None, ignore_no_migrations=True)
    geen(omhoog(_migraties(lader), rangen(bestanden()["pyproject.toml"])))


def test_the_migrations_say_the_same_as_the_tables() -> None:
    lader = MigrationLoader(None, ignore_no_migrations=True)
    verschil = MigrationAutodetector(lader.project_state(), ProjectState.from_apps(apps))
    eigen = {
        config.label for config in apps.get_app_configs() if config.name.startswith("eenplan.")
    }
    wijzigingen = verschil.changes(graph=lader.graph)
    geen(
        [
            f"{app}: {stap.describe()}"
            for app, migraties in wijzigingen.items()
            if app in eigen
            for migratie in migraties
            for stap in migratie.operations
        ]
    )


def uiteinden(stappen: Iterable[tuple[str, str]], ervoor: Iterable[tuple[str, str]]) -> list[str]:
    """Rooms with more than one last migration: made side by side, so that no database can be made any more."""
    laatste: dict[str, list[str]] = {}
    for app, naam in sorted(set(stappen) - set(ervoor)):
        laatste.setdefault(app, []).append(naam)
    return [f"{app}: {' and '.join(namen)}" for app, namen in laatste.items() if len(namen) > 1]


def test_the_migrations_of_a_room_are_one_line() -> None:
    gevonden = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    ervoor = [
        (app, str(stap))
        for (app, _), migratie in gevonden.items()
        for ander, stap in migratie.dependencies
        if ander == app
    ]
    geen(uiteinden(gevonden, ervoor))


def test_control_two_migrations_made_side_by_side_are_found() -> None:
    stappen = [("plannen", "0001"), ("plannen", "0002_a"), ("plannen", "0002_b"), ("werk", "0001")]
    assert uiteinden(stappen, [("plannen", "0001")]) == ["plannen: 0002_a and 0002_b"]


def test_control_an_arrow_up_or_sideways_is_found() -> None:
    rang = rangen(bestanden()["pyproject.toml"])
    pijlen = [
        Pijl("plannen", "huishoudens", "down"),
        Pijl("plannen", "plannen", "own"),
        Pijl("huishoudens", "plannen", "up"),
        Pijl("uitvoering", "buurtkracht", "sideways"),
    ]
    assert [zin.split(": ")[1] for zin in omhoog(pijlen, rang)] == ["up", "sideways"]


def test_control_there_are_arrows_to_judge() -> None:
    assert len(list(_sleutels())) > 20
    assert len(list(_migraties(MigrationLoader(None, ignore_no_migrations=True)))) > 5
