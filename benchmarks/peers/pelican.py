"""Plain entries -> the source of a site for Pelican, and the command that makes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from makers import MADE, Maker

from peers.installing import found, from_pypi, run, write_entries

if TYPE_CHECKING:
    from pathlib import Path

    from plain_entries import PlainEntry

PACKAGE = "pelican[markdown]==4.12.0"


def install(store: Path) -> None:
    """Install Pelican and Python-Markdown from PyPI."""
    from_pypi(store / "pelican", PACKAGE)


def maker(store: Path) -> Maker:
    """Return Pelican as it is installed."""
    program = found(store, "pelican/bin/pelican", "Pelican")
    version = run(program, "--version").strip()
    command = (program, "content", "--settings", "settings.py", "--output", MADE, "--quiet")
    return Maker(
        name="Pelican",
        version=version,
        write=partial(write_entries, "pelican", as_text),
        command=command,
    )


def as_text(entry: PlainEntry) -> str:
    """Return the file of an entry: a fact a line, then an empty one."""
    facts = {
        **entry.facts,
        "slug": entry.slug,
        "kind": entry.kind,
        "date": entry.day,
        "tags": ", ".join(entry.topics),
        "category": entry.area,
    }
    del facts["topics"]
    return "".join(f"{name}: {value}\n" for name, value in facts.items()) + f"\n{entry.body}"
