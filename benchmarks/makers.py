"""A site maker -> what the benchmark asks of it: to write a site's source, and to make the site."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from made_up_guide import write_guide
from plain_entries import PlainEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HERE = Path(__file__).resolve().parent
TODAY = "2026-11-22"
ADDRESS = "https://measured.example.org/guide/"
"""Where every made site would stand."""

MADE = "_site"
"""Where every maker puts its site, below the folder of its source."""


class NotHad(Exception):  # noqa: N818 - a name that reads as a sentence
    """One plain sentence on why a maker is left out."""


@dataclass(frozen=True, kw_only=True)
class Maker:
    """Something that makes a site of the same entries."""

    name: str
    version: str
    write: Callable[[Path, int], None]
    """Write the source of a site with so many entries below a folder."""
    command: tuple[str, ...]
    """What makes the site, when it is run in that folder."""
    file_of: Callable[[PlainEntry], str] = field(default=lambda entry: entry.file)
    """Where an entry lies below that folder."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """What the command needs to be told besides."""


def _write_few(folder: Path, number: int) -> None:
    """Write a guide that keeps nothing on phones: what is kept is among the pages not made."""
    write_guide(folder, number)
    with (folder / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("offline: no\n")


def ourselves() -> tuple[Maker, Maker]:
    """Return Doorstep making everything, and Doorstep making what the others make."""
    few = (sys.executable, str(HERE / "few_pages.py"), TODAY, MADE)
    whole = (sys.executable, str(HERE.parent / "build.py"), "build", "--out", MADE, "--quiet")
    version = sys.version.partition(" ")[0]
    return (
        Maker(name="Doorstep", version=f"Python {version}", write=_write_few, command=few),
        Maker(
            name="Doorstep, everything",
            version=f"Python {version}",
            write=write_guide,
            command=(*whole, "--today", TODAY),
        ),
    )
