"""The command line: `eenplan OPDRACHT ...`. A command's code is loaded only when it is asked for."""

import argparse
import os
import re
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from types import FrameType
from typing import NoReturn

# Command -> what it is for, and the module with `vul(parser)` and `voer_uit(keuzes)`.
OPDRACHTEN: dict[str, tuple[str, str]] = {
    "model": ("beleid van gemeenten lezen, controleren en toepassen", "eenplan.beleid.opdrachten"),
    "demo": ("start de demo op deze computer", "eenplan.config.demo"),
    "setup-db": (
        "maak de database met rollen en tabellen, of werk die bij",
        "eenplan.config.setup_db",
    ),
    "reservesleutel": (
        "maak de sleutel die reservekopieën opent",
        "eenplan.config.reserve.sleutel",
    ),
    "backup": ("maak een versleutelde reservekopie", "eenplan.config.reserve.backup"),
    "herstel": ("zet een reservekopie terug op een lege plek", "eenplan.config.reserve.herstel"),
    "storingen": (
        "stop database en webserver hard, en kijk of er iets kwijt is",
        "eenplan.config.storingen",
    ),
    "bench": ("meet wat elke handeling kost", "eenplan.config.bench"),
    "bevolking": ("verzin een gemeente van elke grootte, om te meten", "eenplan.config.bevolking"),
    "beheer": ("opdrachten van Django, bijvoorbeeld: check", "eenplan.config.beheer"),
}
MELDINGEN = (
    (r"^argument \S+: invalid choice: (.+) \(choose from (.+)\)$", r"\1 bestaat niet; kies uit \2"),
    (r"^the following arguments are required: ", "geef nog op: "),
    (r"^unrecognized arguments: ", "dit hoort hier niet: "),
    (r"^argument \S+: invalid int value: (.+)$", r"\1 is geen geheel getal"),
    (r"^argument \S+: expected .*$", "er ontbreekt een waarde"),
)
GEBRUIKSFOUT = 2
ONDERBROKEN = 130


class Parser(argparse.ArgumentParser):
    """argparse that speaks Dutch."""

    def __init__(self, *args: object, **opties: object) -> None:
        super().__init__(*args, **{**opties, "add_help": False})  # type: ignore[arg-type]
        self._positionals.title, self._optionals.title = "wat u opgeeft", "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def format_usage(self) -> str:
        """The first line of the help."""
        return super().format_usage().replace("usage:", "gebruik:", 1)

    def format_help(self) -> str:
        """The whole help."""
        return super().format_help().replace("usage:", "gebruik:", 1)

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and stop."""
        for engels, nederlands in MELDINGEN:
            message = re.sub(engels, nederlands, message)
        self.exit(GEBRUIKSFOUT, f"{self.format_usage()}{self.prog}: {message}.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 1: wrong input, told on standard error; 2: wrong use; 130: interrupted."""
    woorden = list(sys.argv[1:] if argv is None else argv)
    for sein in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(sein) is not signal.SIG_IGN:  # after nohup a command goes on
            signal.signal(sein, _onderbreek)
    try:
        status = _voer_uit(woorden)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader went away: nothing more to tell, and nothing to complain about at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("\nGestopt.", file=sys.stderr)
        return ONDERBROKEN
    except SystemExit as einde:
        return einde.code if isinstance(einde.code, int) else 0
    return status


def _onderbreek(_sein: int, _frame: FrameType | None) -> None:
    """As Ctrl-C: a command that is stopped stops what it started."""
    raise KeyboardInterrupt


def _voer_uit(woorden: list[str]) -> int:
    naam = woorden[0] if woorden else ""
    if naam not in OPDRACHTEN:
        overzicht = _overzicht()
        overzicht.parse_args(woorden)
        overzicht.print_help(sys.stderr)
        return GEBRUIKSFOUT
    uitleg, module_naam = OPDRACHTEN[naam]
    module = import_module(module_naam)
    parser = Parser(prog=f"eenplan {naam}", description=uitleg)
    module.vul(parser)
    status: int = module.voer_uit(parser.parse_args(woorden[1:]))
    return status


def _overzicht() -> Parser:
    parser = Parser(prog="eenplan", description="Eén gezin, één plan, één regisseur.")
    opdrachten = parser.add_subparsers(metavar="OPDRACHT", title="opdrachten")
    for naam, (uitleg, _) in OPDRACHTEN.items():
        opdrachten.add_parser(naam, help=uitleg)
    return parser


if __name__ == "__main__":
    sys.exit(main())
