"""Choose versions and write `requirements/*.txt`: every package with its hashes, no address of any package index."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
LIJSTEN = {"basis": ["bouw"], "test": ["bouw", "test"]}


def main() -> int:
    """Write both lists; versions already chosen stay unless `--upgrade` is given."""
    for naam, groepen in LIJSTEN.items():
        doel = f"requirements/{naam}.txt"
        opdracht = [str(Path(sys.executable).with_name("uv")), "pip", "compile", "pyproject.toml"]
        opdracht += [f"--extra={groep}" for groep in groepen]
        opdracht += ["--universal", "--python-version=3.11", "--generate-hashes", "--no-header"]
        opdracht += ["--no-emit-index-url", "--no-emit-find-links", "--quiet"]
        opdracht += [*sys.argv[1:], f"--output-file={doel}"]
        if subprocess.run(opdracht, cwd=PROJECT, check=False).returncode:
            print(
                f"{doel} is niet gemaakt; de oude lijst blijft gelden. Zie de melding hierboven.",
                file=sys.stderr,
            )
            return 1
        print(doel)
    return 0


if __name__ == "__main__":
    sys.exit(main())
