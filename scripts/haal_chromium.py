"""Bring a Chromium for the browser tests: the system's package manager when allowed, otherwise the npm package.

The npm package carries the browser itself, its libraries and its fonts, compressed with brotli; Node's own
zlib opens it. It is unpacked into ``.cache/chromium``. Does nothing when there is a browser already.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from scripts.bouw_frontend import BouwFout, Node, run, system_node, wheel_node  # noqa: E402
from tests.browser.chromium import UITGEPAKT, GeenChromium, vind_chromium  # noqa: E402

PAKKET = "@sparticuz/chromium@153.0.0"
SHA256 = "20e5656fcdcf4118ede85edfb9d6bb9cc1bbb7ffb8b75622fffbcf36a835c3c0"
PAKKETTEN = ("chromium-headless-shell", "chromium")
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{home}/fonts</dir><cachedir>{home}/fonts-cache</cachedir></fontconfig>
"""
OPENEN = """
const {createReadStream, createWriteStream} = require("fs");
const [ingepakt, doel] = process.argv.slice(1);
createReadStream(ingepakt).pipe(require("zlib").createBrotliDecompress()).pipe(createWriteStream(doel));
"""


def with_apt() -> bool:
    """Install Debian's chromium; False when this is not Debian, not root, or apt may not."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    if not _apt("update"):
        return False
    install = ("install", "-y", "--no-install-recommends", "fonts-liberation")
    return any(_apt(*install, name) for name in PAKKETTEN)


def _apt(*words: str) -> bool:
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return (
        subprocess.run(["apt-get", *words], env=env, capture_output=True, check=False).returncode
        == 0
    )


def fetch(node: Node, folder: Path) -> Path:
    """Fetch the npm package and return its ``bin`` folder. Raises BouwFout when it is not the pinned one."""
    run(
        [*node.npm, "pack", PAKKET, "--silent", "--pack-destination", str(folder)],
        "Chromium kon niet van npm worden opgehaald. Controleer de verbinding.",
        folder,
        node,
    )
    archive = next(folder.glob("*.tgz"))
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256:
        raise BouwFout(
            f"Het pakket {PAKKET} is niet het pakket dat is gecontroleerd. Het wordt niet gebruikt."
        )
    unpack(archive, folder)
    return folder / "package" / "bin"


def unpack(archive: Path, folder: Path) -> None:
    """Unpack a tar file, kept inside `folder`; Debian 12's Python has no filter yet, there the checked hash vouches."""
    with tarfile.open(archive) as tar:
        if hasattr(tarfile, "data_filter"):
            tar.extractall(folder, filter="data")
        else:
            tar.extractall(folder)


def open_brotli(node: Node, packed: Path, target: Path) -> None:
    """Decompress one file with Node's zlib."""
    command = [str(node.node), "-e", OPENEN, str(packed), str(target)]
    run(command, "Chromium kon niet worden uitgepakt. Is de schijf vol?", PROJECT, node)


def with_npm() -> None:
    """Unpack the npm package into ``.cache/chromium``. Raises BouwFout with a sentence."""
    node = system_node() or wheel_node()
    shutil.rmtree(UITGEPAKT, ignore_errors=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        bins = fetch(node, folder)
        target = folder / "klaar"
        target.mkdir()
        open_brotli(node, bins / "chromium.br", target / "chromium")
        (target / "chromium").chmod(0o755)
        for name, inside in (("al2023", "al2023"), ("fonts", "."), ("swiftshader", ".")):
            open_brotli(node, bins / f"{name}.tar.br", folder / f"{name}.tar")
            unpack(folder / f"{name}.tar", target / inside)
        (target / "fonts.conf").write_text(FONTS.format(home=UITGEPAKT))
        UITGEPAKT.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(target, UITGEPAKT)


def main() -> int:
    """Command line: make sure there is a browser and say which."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--npm", action="store_true", help="do not use the package manager")
    choice = parser.parse_args()
    try:
        if choice.npm:
            with_npm()
        else:
            ensure()
        print(vind_chromium().programma)
    except (BouwFout, GeenChromium) as fout:
        print(fout, file=sys.stderr)
        return 1
    return 0


def ensure() -> None:
    """Install a browser when there is none. Raises BouwFout."""
    try:
        vind_chromium()
    except GeenChromium:
        if not with_apt():
            with_npm()


if __name__ == "__main__":
    sys.exit(main())
