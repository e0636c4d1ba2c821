"""`eenplan model ...`: what policy advisers and other programs ask of the policy files."""

import argparse
import datetime as dt
import sys
from pathlib import Path

from eenplan.beleid import api, routeren, veranderd, verschil
from eenplan.beleid.controle import controleer
from eenplan.beleid.fouten import Beleidsfout
from eenplan.beleid.invoer import Antwoord, Lezer, antwoorden
from eenplan.beleid.woordenschat import Situatie, vandaag

INVOER = "leest een situatie als JSON, of één per regel, van de standaardinvoer"
DE_GEMEENTE = "de sleutel van de gemeente, zoals de naam van de map"


def vul(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `eenplan model` its subcommands; each sets `doe`."""
    opdrachten = parser.add_subparsers(required=True, metavar="OPDRACHT", title="opdrachten")
    controle = opdrachten.add_parser(
        "controleer", help="klopt elk bestand, en krijgt elke situatie een antwoord?"
    )
    controle.add_argument(
        "pad", nargs="?", type=Path, metavar="PAD", help="een bestand of map; anders alle modellen"
    )
    controle.set_defaults(doe=_controleer)
    for naam, doe, vraag in (
        ("routeer", _routeer, "welke partij en welk team neemt de vraag aan?"),
        ("beslis", _beslis, "wat moet er gebeuren, volgens welke regel?"),
    ):
        antwoord = opdrachten.add_parser(
            naam, help=vraag, description=f"{vraag} Deze opdracht {INVOER}."
        )
        antwoord.add_argument("gemeente", metavar="GEMEENTE", help=DE_GEMEENTE)
        antwoord.set_defaults(doe=doe)
    vergelijking = opdrachten.add_parser("verschil", help="wat is er anders op twee dagen?")
    vergelijking.add_argument("gemeente", metavar="GEMEENTE", help=DE_GEMEENTE)
    vergelijking.add_argument("datum1", metavar="DATUM1", help="de eerste dag, zoals 2015-01-31")
    vergelijking.add_argument("datum2", metavar="DATUM2", help="de tweede dag")
    vergelijking.set_defaults(doe=_verschil)
    _vul_werkboek(opdrachten)


def _vul_werkboek(opdrachten: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    uit = opdrachten.add_parser("naar-xlsx", help="schrijf een toegangsmodel als werkboek")
    uit.add_argument("gemeente", metavar="GEMEENTE", help=DE_GEMEENTE)
    uit.add_argument("bestand", type=Path, metavar="BESTAND", help="zoals zandwijk.xlsx")
    uit.add_argument("--versie", metavar="DATUM", help="de versie van deze dag; anders van vandaag")
    uit.add_argument("--scenario", metavar="NAAM", help="een uitgeschreven andere werkwijze")
    uit.set_defaults(doe=_naar_xlsx)
    terug = opdrachten.add_parser("van-xlsx", help="lees een werkboek terug als beleidsbestand")
    terug.add_argument("bestand", type=Path, metavar="BESTAND", help="het werkboek")
    terug.add_argument("doel", type=Path, metavar="DOEL", help="een nieuw bestand, 2027-01-01.yaml")
    terug.set_defaults(doe=_van_xlsx)


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Run the chosen subcommand: 0, or 1 with a sentence on standard error."""
    try:
        status: int = keuzes.doe(keuzes)
    except Beleidsfout as fout:
        print(fout, file=sys.stderr)
        return 1
    except OSError as fout:
        if fout.filename is None:  # not about a file: whoever read our answers went away
            raise
        print(f"{fout.filename}: dit is niet te lezen ({fout.strerror}).", file=sys.stderr)
        return 1
    return status


def _controleer(keuzes: argparse.Namespace) -> int:
    verslag = controleer(keuzes.pad or api.boek().map)
    for zin in verslag.fouten:
        print(zin, file=sys.stderr)
    if verslag.fouten:
        return 1
    print(f"In orde: {verslag.versies} versies van {verslag.gemeenten} gemeenten.")
    return 0


def _routeer(keuzes: argparse.Namespace) -> int:
    return _beantwoord(
        keuzes.gemeente,
        lambda s: routeren.routeer(api.model(s.gemeente, s.op), s).model_dump_json(),
    )


def _beslis(keuzes: argparse.Namespace) -> int:
    boek = api.boek()

    def beslis(situatie: Situatie) -> str:
        return boek.tabel(situatie.gemeente, situatie.op).beslis_json(situatie)

    return _beantwoord(keuzes.gemeente, beslis)


def _beantwoord(gemeente: str, antwoord: Antwoord) -> int:
    """One line out for each situation in. A wrong one is also told on standard error when it is the only one."""
    lezer = Lezer(api.boek(), gemeente)
    aantal = fout_aantal = 0
    eerste = ""
    for regel, fout in antwoorden(sys.stdin.buffer, lezer, antwoord):
        aantal += 1
        sys.stdout.write(f"{regel}\n")
        sys.stdout.flush()
        if fout:
            fout_aantal, eerste = fout_aantal + 1, eerste or fout
    if fout_aantal:
        print(
            eerste if aantal == 1 else f"{fout_aantal} van de {aantal} regels konden niet.",
            file=sys.stderr,
        )
    return 1 if fout_aantal else 0


def _verschil(keuzes: argparse.Namespace) -> int:
    dagen = _dag(keuzes.datum1, "DATUM1"), _dag(keuzes.datum2, "DATUM2")
    oud, nieuw = (api.model(keuzes.gemeente, dag) for dag in dagen)
    if oud is nieuw:
        print(f"{oud.naam}: geen verschil, op beide dagen geldt de versie van {oud.geldig_vanaf}.")
        return 0
    print(
        f"{oud.naam}: van de versie van {oud.geldig_vanaf} naar de versie van {nieuw.geldig_vanaf}"
    )
    for zin in veranderd.in_woorden(oud, nieuw):
        print(f"* {zin}")
    print("in rijen:")
    for zin in verschil.in_rijen(oud, nieuw):
        print(f"  {zin}")
    tabellen = [api.boek().tabel(keuzes.gemeente, dag) for dag in dagen]
    print("wat er anders uitkomt:")
    for zin in list(verschil.in_uitkomsten(*tabellen)) or ["niets"]:
        print(f"  {zin}")
    return 0


def _naar_xlsx(keuzes: argparse.Namespace) -> int:
    from eenplan.beleid.werkboek.opdrachten import schrijf_werkboek

    op = _dag(keuzes.versie, "--versie") if keuzes.versie else vandaag()
    print(schrijf_werkboek(api.model(keuzes.gemeente, op, keuzes.scenario), keuzes.bestand))
    return 0


def _van_xlsx(keuzes: argparse.Namespace) -> int:
    from eenplan.beleid.werkboek.opdrachten import schrijf_beleid

    print(schrijf_beleid(keuzes.bestand, keuzes.doel, api.wet))
    return 0


def _dag(tekst: str, naam: str) -> dt.date:
    try:
        return dt.date.fromisoformat(tekst)
    except ValueError as fout:
        raise Beleidsfout(f"{naam}: '{tekst}' moet een datum zijn zoals 2015-01-31.") from fout
