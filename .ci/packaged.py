"""Fail when what git tracks of the package is not, byte for byte, what the wheel and the sdist carry."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

FOLDERS = {"src/deckgen/": "deckgen/", "templates/": "deckgen/_templates/"}


def main() -> None:
    tracked = git_files(*FOLDERS)
    for folder in FOLDERS:
        if not any(name.startswith(folder) for name in tracked):
            sys.exit(f"git tracks nothing under {folder}, so there is nothing to compare with")
    faults: list[str] = []
    for archive in map(Path, sys.argv[1:]):
        packed = wheel_files(archive) if archive.suffix == ".whl" else sdist_files(archive)
        faults += [f"{archive.name} lacks {name}" for name in sorted(tracked.keys() - packed.keys())]
        faults += [
            f"{archive.name} has {name}, which git does not track" for name in sorted(packed.keys() - tracked.keys())
        ]
        faults += [
            f"{archive.name} has another {name} than the checkout"
            for name in sorted(tracked.keys() & packed.keys())
            if tracked[name] != packed[name]
        ]
        print(f"{archive.name}: {len(packed)} files of the package, {len(tracked)} tracked")
    if faults:
        sys.exit("\n".join(faults))


def git_files(*folders: str) -> dict[str, bytes]:
    listed = subprocess.run(["git", "ls-files", "-z", *folders], check=True, capture_output=True, text=True)
    return {name: Path(name).read_bytes() for name in listed.stdout.split("\0") if name}


def wheel_files(archive: Path) -> dict[str, bytes]:
    """Name the wheel's files as the checkout does; `_templates` first, for it lies in `deckgen`."""
    files = {}
    with zipfile.ZipFile(archive) as wheel:
        for name in wheel.namelist():
            for folder, packed in sorted(FOLDERS.items(), key=lambda pair: -len(pair[1])):
                if name.startswith(packed):
                    files[folder + name.removeprefix(packed)] = wheel.read(name)
                    break
    return files


def sdist_files(archive: Path) -> dict[str, bytes]:
    files = {}
    with tarfile.open(archive) as sdist:
        for member in sdist:
            name = member.name.partition("/")[2]
            content = sdist.extractfile(member)
            if content is not None and name.startswith(tuple(FOLDERS)):
                files[name] = content.read()
    return files


main()
