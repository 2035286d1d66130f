"""The name of a package -> the program in a folder of its own; entries -> a site's source."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from makers import NotHad
from plain_entries import plain_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from plain_entries import PlainEntry

HERE = Path(__file__).resolve().parent


def from_pypi(folder: Path, *packages: str) -> None:
    """Install packages of Python into a folder that has its own Python."""
    run(sys.executable, "-m", "venv", str(folder))
    pip = (str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--no-input")
    run(*pip, "--disable-pip-version-check", "--only-binary", ":all:", *packages)


def from_npm(folder: Path, package: str) -> None:
    """Install a package of Node into a folder; nothing in it is run for that."""
    folder.mkdir(parents=True, exist_ok=True)
    quiet = ("--silent", "--no-audit", "--no-fund", "--ignore-scripts")
    run("npm", "install", *quiet, "--prefix", str(folder), package)


def run(*command: str, environment: Mapping[str, str] | None = None) -> str:
    """Run a program and return what it printed; what keeps it from running is one sentence."""
    try:
        ended = subprocess.run(  # noqa: S603 - our own words
            command, check=True, capture_output=True, text=True, env=environment
        )
    except OSError as reason:
        raise NotHad(f"{command[0]} is not on this computer ({reason.strerror}).") from reason
    except subprocess.CalledProcessError as reason:
        said = (reason.stderr or reason.stdout).strip().splitlines()
        raise NotHad(f"{' '.join(command[:4])} ended with: {said[-1] if said else '?'}") from reason
    return ended.stdout


def found(store: Path, pattern: str, name: str) -> str:
    """Return the path of a program that was installed, or say that it was not."""
    programs = sorted(store.glob(pattern))
    if not programs:
        raise NotHad(f"{name} is not installed yet: make bench brings it.")
    return str(programs[0])


def copy_theme(name: str, folder: Path) -> None:
    """Put the theme of a peer into the folder of a site's source."""
    shutil.copytree(HERE / name, folder, dirs_exist_ok=True)


def write_entries(
    theme: str, as_text: Callable[[PlainEntry], str], folder: Path, number: int
) -> None:
    """Write the source of a site of so many entries: a theme, and a file for each entry."""
    copy_theme(theme, folder)
    for entry in plain_entries(number):
        write_text(folder, entry.file, as_text(entry))


def write_text(folder: Path, path: str, text: str) -> None:
    """Write one file of a site's source."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
