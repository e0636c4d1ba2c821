"""What a newcomer reads when a start cannot go on: one sentence with what to do, never a traceback."""

from __future__ import annotations

import argparse
import errno
import json
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest

from eenplan.config import cli, demo, inrichting, start
from eenplan.demo.bekend import BEKEND
from eenplan.platform import geheimen
from eenplan.platform.pgzinnen import zin_bij_log, zin_bij_oserror
from scripts import opzet, toets


def test_een_bezette_poort_noemt_de_poort_en_de_uitweg() -> None:
    with socket.socket() as ander:
        ander.bind(("127.0.0.1", 0))
        ander.listen()
        poort = ander.getsockname()[1]
        with pytest.raises(start.StartFout) as fout:
            start.neem_poort(poort)
    assert f"Poort {poort} is al in gebruik" in str(fout.value)
    assert f"make demo PORT={poort + 1}" in str(fout.value)


def test_een_onmogelijke_poort_geeft_een_zin() -> None:
    with pytest.raises(start.StartFout, match="Poort 99999 bestaat niet"):
        start.neem_poort(99999)


def test_een_vrije_poort_blijft_van_ons_tot_de_webserver_er_is() -> None:
    with start.neem_poort(0) as deur:
        assert deur.getsockname()[1] > 0


def test_zonder_venv_module_zegt_de_zin_welk_pakket_nodig_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opzet, "heeft_module", lambda _naam: False)
    with pytest.raises(opzet.OpzetFout, match="apt-get install python3-venv"):
        opzet.maak_venv()


def test_een_te_oude_python_geeft_een_zin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opzet, "OUDSTE_PYTHON", (99, 0))
    with pytest.raises(opzet.OpzetFout, match="is te oud"):
        opzet.opzet(test=False)


@pytest.mark.parametrize(
    ("uitvoer", "zin"),
    [
        ("OSError: [Errno 28] No space left on device", "De schijf is vol"),
        ("npm error code EAI_AGAIN", "geen verbinding"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "anders dan verwacht"),
        ("ERROR: No matching distribution found for typst", "Voor deze machine"),
        ("PermissionError: [Errno 13] Permission denied: '.venv'", "mag niet worden geschreven"),
    ],
)
def test_elke_bekende_oorzaak_bij_het_installeren_heeft_een_zin(uitvoer: str, zin: str) -> None:
    assert zin in (opzet.oorzaak(uitvoer) or "")


def test_een_onbekende_oorzaak_krijgt_geen_verzonnen_zin() -> None:
    assert opzet.oorzaak("iets heel anders") is None


def test_het_installatiescript_geeft_bij_een_fout_een_zin_en_status_1(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "opzet.py").write_bytes(Path(opzet.__file__).read_bytes())
    klaar = subprocess.run(
        [sys.executable, str(tmp_path / "scripts" / "opzet.py")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 1
    assert "Traceback" not in klaar.stderr
    assert len(klaar.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("melding", "zin"),
    [
        ("FATAL:  could not write lock file: No space left on device", "de schijf is vol"),
        ("could not open directory: Permission denied", "mag niet worden geschreven"),
        (
            "FATAL:  could not map anonymous shared memory: Cannot allocate memory",
            "te weinig geheugen",
        ),
        ("FATAL:  iets onbekends.", "(iets onbekends). Start opnieuw. Meer staat in"),
    ],
)
def test_wat_de_database_meldt_wordt_een_zin(melding: str, zin: str) -> None:
    assert zin in zin_bij_log(
        melding, Path("/data"), Path("/data/log"), "De database kon niet starten"
    )


def test_een_volle_schijf_in_python_wordt_een_zin() -> None:
    assert "De schijf is vol" in zin_bij_oserror(OSError(errno.ENOSPC, "vol"), Path("/data"))


def test_wie_de_demo_aanraadt_werkt_daar_ook() -> None:
    for bekende in demo.BEKENDEN:
        assert bekende.partition(" (")[0] in BEKEND.values()


def test_een_mislukte_migratie_wijst_naar_het_logboek() -> None:
    zin = inrichting.migratiezin(
        ["Applying x...", "ValueError: kapot", ""], Path("/data/migratie.log")
    )
    assert zin.startswith("De tabellen konden niet worden bijgewerkt (ValueError: kapot).")
    assert "schijf is vol" in inrichting.migratiezin(["x: No space left on device"], Path("/l"))


def test_de_voortgang_werkt_zonder_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    voortgang = start.Voortgang()
    with voortgang.stap("Tabellen maken"):
        voortgang.detail("plannen.0001")
    with pytest.raises(ValueError, match="stuk"), voortgang.stap("Laden"):
        raise ValueError("stuk")
    regels = capsys.readouterr().out.splitlines()
    assert regels[0].startswith("  Tabellen maken ... klaar (0.")
    assert regels[1] == "  Laden ... mislukt"


def test_geheimen_worden_een_keer_gemaakt_en_zijn_alleen_voor_de_eigenaar(tmp_path: Path) -> None:
    eerst = geheimen.lees(tmp_path)
    assert geheimen.lees(tmp_path) == eerst
    assert stat.S_IMODE((tmp_path / geheimen.BESTAND).stat().st_mode) == 0o600
    assert [pad.name for pad in tmp_path.iterdir()] == [geheimen.BESTAND]
    assert len(eerst.sleutels[eerst.actieve_sleutel]) == 32
    for geheim in (eerst.webwachtwoord, eerst.django_sleutel):
        assert geheim not in repr(eerst)


def test_een_oude_sleutel_blijft_leesbaar_naast_de_nieuwe(tmp_path: Path) -> None:
    eerst = geheimen.lees(tmp_path)
    bestand = tmp_path / geheimen.BESTAND
    inhoud = json.loads(bestand.read_text())
    inhoud["sleutels"]["2"] = inhoud["hmac_sleutel"]
    inhoud["actieve_sleutel"] = "2"
    bestand.write_text(json.dumps(inhoud))
    assert geheimen.lees(tmp_path).sleutels["1"] == eerst.sleutels["1"]


@pytest.mark.parametrize(
    "inhoud", ["", "{}", '{"wachtwoorden": []}', "[1]", '{"sleutels": {"1": "eA=="}}']
)
def test_beschadigde_geheimen_geven_een_zin(tmp_path: Path, inhoud: str) -> None:
    (tmp_path / geheimen.BESTAND).write_text(inhoud)
    with pytest.raises(geheimen.GeheimenFout, match=r"is beschadigd\. Zet het terug"):
        geheimen.lees(tmp_path)


def test_een_te_korte_sleutel_wordt_geweigerd(tmp_path: Path) -> None:
    geheimen.lees(tmp_path)
    bestand = tmp_path / geheimen.BESTAND
    inhoud = json.loads(bestand.read_text())
    inhoud["sleutels"]["1"] = "eA=="
    bestand.write_text(json.dumps(inhoud))
    with pytest.raises(geheimen.GeheimenFout):
        geheimen.lees(tmp_path)


def test_een_onleesbare_plek_voor_geheimen_geeft_een_zin(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(geheimen.GeheimenFout, match="EENPLAN_DATA"):
        geheimen.lees(tmp_path / "bestand")


def test_de_telling_van_de_toetsen_telt_een_run_zonder_rapport_als_gezakt(tmp_path: Path) -> None:
    rapport = tmp_path / "uitslag.xml"
    rapport.write_text(
        '<testsuites><testsuite tests="9" failures="1" errors="1" skipped="2"/></testsuites>'
    )
    uitslag = toets.Uitslag()
    uitslag.tel(rapport)
    uitslag.tel(tmp_path / "er-is-geen.xml")
    assert (uitslag.geslaagd, uitslag.gezakt, uitslag.overgeslagen) == (5, 3, 2)


def test_de_webserver_kent_alleen_zijn_eigen_rol(tmp_path: Path) -> None:
    """Whoever reads what the web server can read finds no role that passes row security (docs/adr/0003)."""
    vraag = "from django.conf import settings; print(sorted(settings.DATABASES))"
    omgeving = os.environ | {
        "EENPLAN_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "eenplan.config.settings",
    }

    def rollen_van(**extra: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", vraag],
            env=omgeving | extra,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()

    assert rollen_van(EENPLAN_WEB="1") == "['default']"
    assert [pad.name for pad in tmp_path.iterdir()] == [geheimen.BESTAND]
    assert rollen_van() == "['default', 'lader', 'migratie']", "control: the commands know them"
    assert stat.S_IMODE((tmp_path / geheimen.BEHEERBESTAND).stat().st_mode) == 0o600


def test_data_of_another_version_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def breekt(_poort: int) -> None:
        raise psycopg.errors.UndefinedColumn("column pol.geheim.inlog does not exist")

    monkeypatch.setattr(os, "environ", os.environ.copy() | {"EENPLAN_DATA": str(tmp_path)})
    monkeypatch.setattr(demo, "draai", breekt)
    assert demo.voer_uit(argparse.Namespace(poort=1)) == 1
    fout = capsys.readouterr().err
    assert str(tmp_path) in fout
    assert "Verwijder die map en start opnieuw." in fout
    assert "inlog" not in fout


@pytest.fixture
def sein(request: pytest.FixtureRequest) -> Iterator[signal.Signals]:
    """A signal that ends a process; afterwards all do here what they did."""
    stonden = [(s, signal.signal(s, signal.SIG_DFL)) for s in (signal.SIGTERM, signal.SIGHUP)]
    yield request.param
    for ander, stond in stonden:
        signal.signal(ander, stond)


def _doe(monkeypatch: pytest.MonkeyPatch, opdracht: str, inhoud: Callable[[], None]) -> int:
    """Run a command that does this instead."""

    def voer_uit(_keuzes: argparse.Namespace) -> int:
        inhoud()
        return 0

    nep = SimpleNamespace(vul=lambda parser: None, voer_uit=voer_uit)
    monkeypatch.setattr(cli, "import_module", lambda naam: nep)
    return cli.main([opdracht])


@pytest.mark.parametrize("sein", [signal.SIGTERM, signal.SIGHUP], indirect=True)
@pytest.mark.parametrize("opdracht", sorted(cli.OPDRACHTEN))
def test_a_command_that_is_stopped_stops_what_it_started(
    opdracht: str, sein: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    opgeruimd = []

    def gestopt() -> None:
        assert callable(signal.getsignal(sein)), "control: else the test itself would end here"
        try:
            signal.raise_signal(sein)
        finally:
            opgeruimd.append(opdracht)

    assert _doe(monkeypatch, opdracht, gestopt) == cli.ONDERBROKEN
    assert opgeruimd == [opdracht]


@pytest.mark.parametrize("sein", [signal.SIGHUP], indirect=True)
def test_after_nohup_a_command_goes_on(
    sein: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    signal.signal(sein, signal.SIG_IGN)
    assert _doe(monkeypatch, "bench", lambda: signal.raise_signal(sein)) == 0
