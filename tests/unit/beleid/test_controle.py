"""The checker catches every planted fault with one sentence that names file, place and what is allowed."""

from pathlib import Path

import pytest

from eenplan.beleid.controle import controleer
from eenplan.beleid.fouten import Beleidsfout
from tests.unit.beleid.conftest import MODELLEN, Vervang

UTRECHT = "utrecht/2015-01-01.yaml"
KAAG = "kaag-en-braassem/2018-01-01.yaml"
WET = "wet/2015-01-01.yaml"
RIJ_3 = "    als: [{oordeel_team: [twijfel]}]\n"
RIJ_6 = '  - regel: "6"\n    dan: {document: geen, beslist_door: buurtteam, start: direct}\n'
RIJ_6_SMAL = RIJ_6.replace(
    "    dan:", "    als: [{voorziening: [informeel, collectief, algemeen]}]\n    dan:"
)
NIEUWE_WET = """
basis: 2015-01-01.yaml
geldig_vanaf: 2020-01-01
regels:
  - regel: W5
    als: [{bijzonder: [dagbesteding_dementie]}]
    dan: {document: geen, beslist_door: gemeente, start: direct}
    toelichting: Verzonnen.
    aanname: true
    reden: verzonnen
"""
TEAM_VO = "soort: vo, partij: buurtteams"
BREUK_REGEL = "naam: Utrecht\n"

FOUTEN = {
    "a situation without a row": (
        UTRECHT,
        RIJ_6,
        RIJ_6_SMAL,
        ["`beslistabel`", "geen rij past op", "licht"],
    ),
    "a row that is never reached": (
        UTRECHT,
        RIJ_3,
        "    als: [{oordeel_inwoner: [vraagt_beschikking], oordeel_team: [twijfel]}]\n",
        ["`beslistabel` regel 3, `als`", "nooit aan de beurt"],
    ),
    "a route row that is never reached": (
        UTRECHT,
        "    als: [{kanaal: [school], school: [mbo]}]\n",
        "    als: [{kanaal: [school], school: [vo], leeftijd: {van: 12}}]\n",
        ["`routering` regel 2, `als`", "nooit aan de beurt"],
    ),
    "a route table with a gap": (
        UTRECHT,
        '  - regel: "4"\n    partij: buurtteams',
        '  - regel: "4"\n    als: [{leeftijd: {van: 18}}]\n    partij: buurtteams',
        ["`routering`", "geen rij past op", "leeftijd null"],
    ),
    "a triage table with a gap": (
        UTRECHT,
        '{regel: "4", wet: wmo,',
        '{regel: "4", als: [{leeftijd: {van: 18}}], wet: wmo,',
        ["`triage`", "geen rij past op"],
    ),
    "a row for a time before the version": (
        KAAG,
        "    als: [{wet: [jeugd]}]\n",
        "    als: [{wet: [jeugd], op: {tot: 2018-01-01}}]\n",
        ["`routering` regel 1, `als`", "nooit aan de beurt"],
    ),
    "a missing source": (
        UTRECHT,
        '    bron: "utrecht: doorverwijzen met een ondersteuningsplan, zonder beschikking maar met een verwijsbrief"\n',
        "",
        ["`beslistabel` regel 5", "`bron`", "`aanname: true`"],
    ),
    "an assumption without a reason": (
        UTRECHT,
        "  reden: De bron noemt laagdrempelig en dichtbij, maar geen dagen of uren.\n",
        "",
        ["`eerste_contact`", "`reden`"],
    ),
    "a source that is not in the list": (
        UTRECHT,
        'bron: "utrecht: de gemeente"',
        'bron: "zwolle: de gemeente"',
        ["`partijen` gemeente, `bron`", "'zwolle'", "kies uit utrecht"],
    ),
    "a team of an unknown party": (
        UTRECHT,
        TEAM_VO,
        "soort: vo, partij: wijkteams",
        ["`teams` vo, `partij`", "'wijkteams'", "kies uit gemeente, buurtteams"],
    ),
    "a route to an unknown team": (
        UTRECHT,
        "team: {soort: vo}",
        "team: {soort: vso}",
        ["`routering` regel 1, `team`, `soort`", "'vso'", "jeugd-en-gezin, mbo, sociaal, vo"],
    ),
    "a route to an unknown party": (
        KAAG,
        "    partij: go-voor-jeugd\n",
        "    partij: ga-voor-jeugd\n",
        ["`routering` regel 1, `partij`", "'ga-voor-jeugd'", "kies uit"],
    ),
    "an area without a team": (
        UTRECHT,
        "gebieden: [lunetten], telefoon: 030-0000126",
        "gebieden: [hoograven], telefoon: 030-0000126",
        ["`teams`", "gebied hoograven heeft 2 teams van soort sociaal"],
    ),
    "a provision of an unknown provider": (
        UTRECHT,
        "aanbieder: de-linde",
        "aanbieder: de-eik",
        ["`voorzieningen` jeugdhulp, `aanbieder`", "'de-eik'"],
    ),
    "a mandate for an unknown organisation": (
        UTRECHT,
        "    organisatie: buurtteams\n",
        "    organisatie: wijkteams\n",
        ["`mandaten` buurtteam-toekennen-wmo, `organisatie`", "'wijkteams'"],
    ),
    "a decider nobody knows": (
        UTRECHT,
        "  - {beslisser: buurtteam, partij: buurtteams}\n",
        "",
        ["`beslist_door`", "'buurtteam'", "kies uit gemeente, verwijzer"],
    ),
    "a row number used twice": (
        UTRECHT,
        '  - regel: "6"\n    dan',
        '  - regel: "5"\n    dan',
        ["'5' staat er 2 keer"],
    ),
    "an area in a row that does not exist": (
        UTRECHT,
        "    als: [{kanaal: [school], school: [vo]}]\n",
        "    als: [{kanaal: [school], school: [vo]}, {wijk: [rotterdam]}]\n",
        ["`routering` regel 1, `wijk`", "'rotterdam'", "kies uit west"],
    ),
    "a value outside the vocabulary": (
        UTRECHT,
        "als: [{oordeel_team: [twijfel]}]",
        "als: [{oordeel_team: [misschien]}]",
        [
            "`beslistabel` regel 3",
            "`oordeel_team`",
            "'misschien'",
            "kies uit nodig, niet_nodig, twijfel",
        ],
    ),
    "a key that does not exist": (
        UTRECHT,
        "als: [{oordeel_team: [twijfel]}]",
        "als: [{oordeel_tem: [twijfel]}]",
        ["`oordeel_tem`", "bestaat niet", "oordeel_team"],
    ),
    "an unknown decider": (
        UTRECHT,
        "dan: {document: geen, vervolg: overleg, beslist_door: buurtteam}",
        "dan: {document: geen, vervolg: overleg, beslist_door: baas}",
        ["`beslistabel` regel 3", "`beslist_door`", "'baas'", "kies uit buurtteam, toegangspartij"],
    ),
    "a letter with a follow-up": (
        UTRECHT,
        "dan: {document: geen, vervolg: overleg,",
        "dan: {document: verwijsbrief, vervolg: overleg,",
        ["`beslistabel` regel 3, `dan`", "`vervolg`"],
    ),
    "help without a start": (
        UTRECHT,
        "dan: {document: geen, beslist_door: buurtteam, start: direct}",
        "dan: {document: geen, beslist_door: buurtteam}",
        ["`beslistabel` regel 6, `dan`", "`start` ontbreekt", "direct, na_akkoord"],
    ),
    "a missing key": (UTRECHT, "status: praktijk\n", "", ["`status`", "ontbreekt"]),
    "a wrong code": (UTRECHT, 'cbs_code: "0344"', 'cbs_code: "344"', ["`cbs_code`", "'344'"]),
    "a name that is not text": (
        UTRECHT,
        BREUK_REGEL,
        "naam: [Utrecht]\n",
        ["`naam`", "moet tekst zijn"],
    ),
    "a number as a key": (UTRECHT, BREUK_REGEL, "naam: Utrecht\n12: x\n", []),
    "broken YAML": (UTRECHT, BREUK_REGEL, "naam: [Utrecht\n", ["geen geldige YAML", "regel "]),
    "a key written twice": (
        UTRECHT,
        BREUK_REGEL,
        "naam: Utrecht\nnaam: Utrecht\n",
        ["staat er twee keer"],
    ),
    "code in YAML": (
        UTRECHT,
        BREUK_REGEL,
        "naam: !!python/object/apply:os.system [ls]\n",
        ["geen geldige YAML"],
    ),
    "another date than the file": (
        UTRECHT,
        "geldig_vanaf: 2015-01-01",
        "geldig_vanaf: 2015-02-01",
        ["`geldig_vanaf`"],
    ),
    "no date": (
        UTRECHT,
        "geldig_vanaf: 2015-01-01",
        "geldig_vanaf: gisteren",
        ["`geldig_vanaf`", "datum"],
    ),
    "another municipality than the folder": (
        UTRECHT,
        "sleutel: utrecht\n",
        "sleutel: utregt\n",
        ["`sleutel`", "kies uit utrecht"],
    ),
    "a basis that is not there": (
        KAAG,
        "basis: 2015-01-01.yaml",
        "basis: 2014-01-01.yaml",
        ["`basis`", "2014-01-01.yaml"],
    ),
    "a basis that is the file itself": (
        KAAG,
        "basis: 2015-01-01.yaml",
        "basis: 2018-01-01.yaml",
        ["`basis`"],
    ),
    "a basis outside the folder": (
        KAAG,
        "basis: 2015-01-01.yaml",
        "basis: ../../../x.yaml",
        ["`basis`"],
    ),
    "nothing after what ends": (
        KAAG,
        'vervalt:\n  beslistabel: ["4"]',
        "vervalt: 4",
        ["`vervalt`"],
    ),
    "an end for a row that is not there": (
        KAAG,
        'beslistabel: ["4"]',
        'beslistabel: ["9"]',
        ["`vervalt`, `beslistabel`", "'9'", "kies uit 1, 2, 3, 4, 5, 6"],
    ),
    "an end that is no list": (KAAG, 'beslistabel: ["4"]', "beslistabel: {a: b}", ["`vervalt`"]),
    "a number for a list that the basis names": (
        KAAG,
        "beslissers:\n",
        "delen: 4\nbeslissers:\n",
        ["`delen`", "lijst"],
    ),
    "a list as the number of a row": (
        KAAG,
        '  - regel: "5"',
        "  - regel: [5]",
        ["`regel`", "moet tekst zijn"],
    ),
    "a row written twice over its basis": (
        KAAG,
        '  - regel: "6"\n',
        '  - regel: "5"\n',
        ["'5' staat er 2 keer"],
    ),
    "an age that says nothing": (
        UTRECHT,
        "{leeftijd: {tot: 18}}\n",
        "{leeftijd: {}}\n",
        ["`leeftijd`", "geef `van`"],
    ),
    "hours that end before they begin": (
        UTRECHT,
        "van_uur: 9",
        "van_uur: 18",
        ["`eerste_contact`", "`tot_uur`"],
    ),
    "a warning nobody knows": (
        WET,
        "code: bijna_18",
        "code: bijna_19",
        ["`let_op` bijna_19", "`code`", "bijna_18"],
    ),
    "a law without its source": (
        WET,
        ", bron: Wmo 2015 art. 2.3.2 lid 1}",
        "}",
        ["`termijnen` wmo-onderzoek", "`bron`"],
    ),
}


def test_the_files_of_the_repository_are_in_order() -> None:
    """X1: complete, no row out of reach, everything sourced or marked as an assumption."""
    verslag = controleer(MODELLEN)
    assert verslag.fouten == ()
    assert (verslag.gemeenten, verslag.versies) == (5, 9)


@pytest.mark.parametrize("naam", FOUTEN)
def test_the_checker_tells_of(naam: str, vervang: Vervang) -> None:
    """Control for each check: a planted fault is told, in sentences that begin with the file."""
    bestand, oud, nieuw, woorden = FOUTEN[naam]
    pad = vervang(bestand, oud, nieuw)
    fouten = controleer(pad).fouten
    assert fouten
    assert all(fout.endswith(".") and ".yaml" in fout and "\n" not in fout for fout in fouten)
    eigen = [fout for fout in fouten if fout.startswith(bestand)]
    assert any(all(woord in fout for woord in woorden) for fout in eigen), fouten


def test_a_wrong_line_is_named_with_its_number(vervang: Vervang) -> None:
    """The adviser can go to the line."""
    pad = vervang(UTRECHT, "status: praktijk", "status: theorie")
    regel = pad.read_text(encoding="utf-8").splitlines().index("status: theorie") + 1
    fouten = controleer(pad.parents[1]).fouten
    assert fouten == (
        f"{UTRECHT} regel {regel}: `status`: 'theorie' mag hier niet; kies uit praktijk, advies.",
    )


@pytest.mark.parametrize(
    "naam", ["2016-13-01.yaml", "2016-1-1.yaml", "nieuw.yaml", "2016-01-01.yml"]
)
def test_a_file_whose_name_is_no_date_is_told(naam: str, modellen: Path) -> None:
    """No file is silently left out."""
    (modellen / "utrecht" / naam).write_text("basis: 2015-01-01.yaml", encoding="utf-8")
    fouten = controleer(modellen).fouten
    assert fouten == (
        f"utrecht/{naam}: de naam van het bestand moet een datum zijn, zoals 2015-01-31.yaml.",
    )


def test_a_later_version_of_the_law_is_part_of_the_proof(modellen: Path) -> None:
    """A row that a new law takes over is told, although it had its turn before."""
    (modellen / "wet" / "2020-01-01.yaml").write_text(NIEUWE_WET, encoding="utf-8")
    fouten = controleer(modellen).fouten
    assert any(fout.startswith(KAAG) and "nooit aan de beurt" in fout for fout in fouten)


def test_one_file_can_be_checked_alone(vervang: Vervang) -> None:
    """A fault in another file does not matter then."""
    pad = vervang(UTRECHT, "status: praktijk", "status: theorie")
    assert controleer(pad).fouten
    assert controleer(pad.parents[1] / KAAG).fouten == ()


def test_a_folder_without_a_law_or_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A sentence, never a traceback."""
    with pytest.raises(Beleidsfout, match="geen map `wet`"):
        controleer(tmp_path)
    with pytest.raises(Beleidsfout, match="bestaat niet"):
        controleer(tmp_path / "weg")


def test_a_file_that_cannot_be_read_or_is_empty_is_told(modellen: Path) -> None:
    """Bytes that are no UTF-8, an empty file, a folder without files."""
    (modellen / UTRECHT).write_bytes(b"naam: \xff\xfe")
    (modellen / KAAG).write_text("", encoding="utf-8")
    (modellen / "zwolle").mkdir()
    fouten = controleer(modellen).fouten
    assert any(fout.startswith(f"{UTRECHT}: dit is geen leesbare YAML") for fout in fouten)
    assert any(fout.startswith(f"{KAAG}: het bestand moet uit sleutels") for fout in fouten)
    assert any(fout.startswith("zwolle: hier staat geen bestand") for fout in fouten)
