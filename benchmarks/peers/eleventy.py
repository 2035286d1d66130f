"""Plain entries -> the source of a site for Eleventy, and the command that makes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from makers import MADE, Maker
from plain_entries import front_matter

from peers.installing import found, from_npm, run, write_entries

if TYPE_CHECKING:
    from pathlib import Path

    from plain_entries import PlainEntry

PACKAGE = "@11ty/eleventy@3.1.8"
PROGRAM = "eleventy/node_modules/@11ty/eleventy/cmd.cjs"


def install(store: Path) -> None:
    """Install Eleventy from npm."""
    from_npm(store / "eleventy", PACKAGE)


def maker(store: Path) -> Maker:
    """Return Eleventy as it is installed."""
    program = found(store, PROGRAM, "Eleventy")
    version = run("node", program, "--version").strip()
    command = ("node", program, "--quiet", f"--output={MADE}")
    return Maker(
        name="Eleventy",
        version=version,
        write=partial(write_entries, "eleventy", as_text),
        command=command,
    )


def as_text(entry: PlainEntry) -> str:
    """Return the file of an entry."""
    lists = {"tags": entry.topics, "date": entry.day}
    return front_matter({**entry.facts, "topics": entry.topics, **lists}) + entry.body
