"""What goes wrong with the database, as one Dutch sentence that says what to do."""

import errno
import re
from pathlib import Path


class ClusterFout(Exception):
    """The database cannot be started or stopped; the text is one sentence for a person."""


class InGebruik(ClusterFout):
    """Another process owns this data directory."""


def zin_bij_oserror(fout: OSError, datadir: Path) -> str:
    plek = fout.filename or datadir
    if fout.errno == errno.ENOSPC:
        return f"De schijf is vol: er kan niets worden geschreven in {plek}. Maak ruimte vrij en start opnieuw."
    if fout.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"In {plek} mag niet worden geschreven. Geef schrijfrechten, of kies een andere map met EENPLAN_DATA."
    return f"De database kon niet starten: {fout.strerror} ({plek}). Kies een andere map met EENPLAN_DATA."


def zin_bij_log(tekst: str, datadir: Path, log: Path | None, begin: str) -> str:
    """One sentence from the server's own messages."""
    if "No space left on device" in tekst or "Disk quota exceeded" in tekst:
        return f"{begin}: de schijf is vol ({datadir}). Maak ruimte vrij en start opnieuw."
    if "Permission denied" in tekst or "Read-only file system" in tekst:
        return (
            f"{begin}: in {datadir} mag niet worden geschreven. "
            "Geef schrijfrechten, of kies een andere map met EENPLAN_DATA."
        )
    if "Cannot allocate memory" in tekst:
        return f"{begin}: er is te weinig geheugen. Sluit andere programma's en start opnieuw."
    ernstig = re.findall(r"(?:FATAL|PANIC|error): +(.+)", tekst)
    reden = f" ({ernstig[-1].strip().rstrip('.')})" if ernstig else ""
    waar = f" Meer staat in {log}." if log is not None else ""
    return f"{begin}{reden}. Start opnieuw.{waar}"
