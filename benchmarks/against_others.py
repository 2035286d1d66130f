"""Doorstep and other site makers, making the same pages -> a table of what each took.

Sizes or makers that are named are only shown; without any, docs/speed.md is written anew.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import floors
import speed_table
from makers import MADE, Maker, NotHad, ourselves
from peers import PEERS
from rounds import in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
STORE = ROOT / ".cache" / "bench"
PAGE = ROOT / "docs" / "speed.md"
SIZES = (100, 1_000, 10_000)
LARGE = 10_000


def main() -> None:
    """Measure, show the table as it grows, and write it down when it is whole."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--entries", type=int, nargs="+", help="only show guides of these sizes")
    options.add_argument("--peers", nargs="*", choices=[*PEERS], help="only show these beside us")
    options.add_argument("--rounds", type=int, help="instead of 5, or 3 of the largest")
    chosen = options.parse_args()
    names = list(PEERS) if chosen.peers is None else chosen.peers
    lines = []
    for line in measured(names, chosen.entries or SIZES, chosen.rounds):
        print(line, flush=True)
        lines.append(line)
    if chosen.entries is None and chosen.peers is None:
        speed_table.write(PAGE, lines)


def measured(names: Sequence[str], sizes: Sequence[int], rounds: int | None) -> Iterator[str]:
    """Yield what to read: who took part, then a table for each size."""
    makers, left_out = taking_part(names)
    versions = ", ".join(f"{maker.name} {maker.version}" for maker in makers[2:])
    cores = len(os.sched_getaffinity(0))
    yield f"Measured on {date.today().isoformat()} with {cores} cores."
    yield f"Doorstep ran on {makers[0].version}. Beside it: {versions or 'nothing'}."
    yield from left_out
    for number in sizes:
        yield from ("", f"### {number:,} entries", "")
        yield from one_size(makers, number, rounds or (3 if number >= LARGE else 5))


def taking_part(names: Sequence[str]) -> tuple[list[Maker], list[str]]:
    """Return the makers there are, and a sentence on each that cannot be had."""
    makers, left_out = [*ourselves()], []
    for name in names:
        try:
            makers.append(_had(name))
        except NotHad as reason:
            left_out.append(f"{name.capitalize()} is left out: {reason}")
    return makers, left_out


def _had(name: str) -> Maker:
    try:
        return PEERS[name].maker(STORE)
    except NotHad:
        PEERS[name].install(STORE)
        return PEERS[name].maker(STORE)


def one_size(makers: Sequence[Maker], number: int, rounds: int) -> Iterator[str]:
    """Yield the table of one size, who did not make all pages, and what bounds us."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        turns, left_out = in_turn(makers, folder, number, rounds)
        yield from speed_table.as_table(turns)
        yield from ("", *left_out)
        writing = floors.writing(folder / "0" / MADE, folder / "written")
    yield f"Only writing Doorstep’s files of those pages: {writing:.2f} seconds, one core."
    yield f"Only reading their facts with PyYAML: {floors.parsing(number):.2f} seconds, one core."


if __name__ == "__main__":
    main()
