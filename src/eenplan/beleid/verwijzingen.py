"""Names in a policy file that point at nothing, that are used twice, or that no team answers to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from eenplan.beleid.beslissen import gebieden_van
from eenplan.beleid.bouwstenen import Herkomst, Streng
from eenplan.beleid.fouten import keuze
from eenplan.beleid.rijen import BeslistDoorPerWet
from eenplan.beleid.tabel import Rij
from eenplan.beleid.toegangsmodel import Toegangsmodel

BRONSLEUTEL = re.compile(r"([a-z0-9-]+): ")


def verwijzingen(model: Toegangsmodel) -> Iterator[str]:
    """Names in a model that point at nothing, or that are used twice."""
    partijen = list(model.partij_op_sleutel)
    gebieden = [gebied.sleutel for wijk in model.indeling.wijken for gebied in wijk.gebieden]
    yield from _dubbel(model)
    yield from _teams(model, partijen, gebieden)
    for partij in model.partijen:
        yield from _onbekend(
            f"`partijen` {partij.sleutel}, `onderdeel_van`", partij.onderdeel_van, partijen
        )
    for voorziening in model.voorzieningen:
        yield from _onbekend(
            f"`voorzieningen` {voorziening.sleutel}, `aanbieder`", voorziening.aanbieder, partijen
        )
    for mandaat in model.mandaten:
        yield from _onbekend(
            f"`mandaten` {mandaat.sleutel}, `organisatie`", mandaat.organisatie, partijen
        )
    for beslisser in model.beslissers:
        yield from _onbekend(
            f"`beslissers` {beslisser.beslisser}, `partij`", beslisser.partij, partijen
        )
    yield from _beslissers(model)
    yield from _onbekende_gebieden(model)
    yield from _onbekende_bronnen(model)


def _onbekend(plek: str, naam: str | None, bekend: Sequence[str]) -> Iterator[str]:
    if naam is not None and naam not in bekend:
        yield f"{plek}: '{naam}' is niet bekend; {keuze(bekend)}."


def _dubbel(model: Toegangsmodel) -> Iterator[str]:
    lijsten: dict[str, list[str]] = {
        "partijen": [p.sleutel for p in model.partijen],
        "teams": [t.sleutel for t in model.indeling.teams],
        "wijken": [w.sleutel for w in model.indeling.wijken],
        "gebieden": [g.sleutel for w in model.indeling.wijken for g in w.gebieden],
        "buurten": [
            b.sleutel for w in model.indeling.wijken for g in w.gebieden for b in g.buurten
        ],
        "voorzieningen": [v.sleutel for v in model.voorzieningen],
        "mandaten": [m.sleutel for m in model.mandaten],
        "beslistabel": [r.regel for r in model.beslistabel],
        "routering": [r.regel for r in model.routering],
        "triage": [r.regel for r in model.triage.regels],
    }
    for onderdeel, namen in lijsten.items():
        for naam, aantal in Counter(namen).items():
            if aantal > 1:
                yield f"`{onderdeel}`: '{naam}' staat er {aantal} keer; elke naam mag één keer."


def _beslissers(model: Toegangsmodel) -> Iterator[str]:
    bekend = [b.beslisser for b in model.beslissers]
    yield from _onbekend("`eerste_partij`", model.eerste_partij.beslisser, bekend)
    for rij in model.beslistabel:
        door = rij.dan.beslist_door
        namen = (
            [door.wmo, door.jeugd, door.onbekend] if isinstance(door, BeslistDoorPerWet) else [door]
        )
        for naam in namen:
            if naam != "eerste_partij":
                yield from _onbekend(
                    f"`beslistabel` regel {rij.regel}, `beslist_door`", naam, bekend
                )


def _teams(model: Toegangsmodel, partijen: Sequence[str], gebieden: Sequence[str]) -> Iterator[str]:
    for team in model.indeling.teams:
        plek = f"`indeling`, `teams` {team.sleutel}"
        yield from _onbekend(f"{plek}, `partij`", team.partij, partijen)
        for gebied in team.gebieden:
            yield from _onbekend(f"{plek}, `gebieden`", gebied, gebieden)
    for rij in model.routering:
        plek = f"`routering` regel {rij.regel}"
        yield from _onbekend(f"{plek}, `partij`", rij.partij, partijen)
        if rij.team:
            soorten = sorted({t.soort for t in model.indeling.teams if t.partij == rij.partij})
            yield from _onbekend(f"{plek}, `team`, `soort`", rij.team.soort, soorten)
    yield from _zonder_team(model, gebieden)


def _zonder_team(model: Toegangsmodel, gebieden: Sequence[str]) -> Iterator[str]:
    for soort in sorted({team.soort for team in model.indeling.teams}):
        van_soort = [team for team in model.indeling.teams if team.soort == soort]
        if any(not team.gebieden for team in van_soort):
            continue
        telling = Counter(gebied for team in van_soort for gebied in team.gebieden)
        for gebied in gebieden:
            if telling[gebied] != 1:
                yield (
                    f"`indeling`, `teams`: gebied {gebied} heeft {telling[gebied]} teams van soort {soort}; "
                    f"het moet er één zijn."
                )


def _onbekende_gebieden(model: Toegangsmodel) -> Iterator[str]:
    gebieden = gebieden_van(model)
    tabellen: dict[str, Iterable[Rij]] = {
        "beslistabel": model.beslistabel,
        "routering": model.routering,
        "triage": model.triage.regels,
    }
    for tabel, rijen in tabellen.items():
        for rij in rijen:
            for sleutel, cel in (gevuld for combinatie in rij.als for gevuld in combinatie.gevuld):
                if sleutel in gebieden and isinstance(cel, tuple):
                    for naam in cel:
                        yield from _onbekend(
                            f"`{tabel}` regel {rij.regel}, `{sleutel}`",
                            str(naam),
                            gebieden[sleutel],
                        )


def _onbekende_bronnen(model: Toegangsmodel) -> Iterator[str]:
    bekend = [bron.sleutel for bron in model.bronnen]
    for plek, deel in _herkomsten(model, ""):
        sleutel = BRONSLEUTEL.match(deel.bron or "")
        if sleutel:
            yield from _onbekend(f"{plek}, `bron`", sleutel[1], bekend)


def _herkomsten(deel: object, plek: str) -> Iterator[tuple[str, Herkomst]]:
    """Every part of a model that carries a source, with its place."""
    if isinstance(deel, Herkomst):
        yield plek, deel
    if isinstance(deel, tuple):
        for onderdeel in deel:
            naam = getattr(onderdeel, "sleutel", getattr(onderdeel, "regel", None))
            yield from _herkomsten(onderdeel, f"{plek} {naam}")
    elif isinstance(deel, Streng):
        for veld in type(deel).model_fields:
            yield from _herkomsten(
                getattr(deel, veld), f"{plek}, `{veld}`" if plek else f"`{veld}`"
            )
