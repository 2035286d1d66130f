"""Makers and a number of entries -> what each took, in turn, from nothing and after one edit."""

from __future__ import annotations

import shutil
import subprocess
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from made_pages import missing
from makers import MADE, NotHad
from measuring import measure
from plain_entries import plain_entries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from makers import Maker
    from measuring import Measured
    from plain_entries import PlainEntry


class Turn(NamedTuple):
    """What one maker took in one round."""

    cold: Measured
    """With nothing made or kept before."""
    edited: Measured
    """With one title changed since."""


class Bench:
    """One maker, and the folder its site's source is in."""

    def __init__(self, maker: Maker, folder: Path, number: int) -> None:
        self.maker, self.folder = maker, folder
        folder.mkdir(parents=True)
        maker.write(folder, number)
        self._written = {path.name for path in folder.iterdir()}

    def forget(self) -> None:
        """Take away all that making left: the site, and whatever was kept for the next time."""
        for path in self.folder.iterdir():
            if path.name not in self._written:
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def make(self) -> Measured:
        """Make the site once."""
        # Whatever is kept outside the folder would make a cold start a warm one.
        kept = {"XDG_CACHE_HOME": str(self.folder / ".kept")}
        return measure(self.maker.command, self.folder, {**kept, **self.maker.environment})

    def edit(self, entry: PlainEntry, title: str) -> None:
        """Change the title in the file of an entry."""
        file = self.folder / self.maker.file_of(entry)
        lines = file.read_text(encoding="utf-8").split("\n")
        at = next(n for n, line in enumerate(lines) if line.startswith("title:"))
        lines[at] = f"title: {title}"
        file.write_text("\n".join(lines), encoding="utf-8")

    def check(self, entries: Sequence[PlainEntry]) -> None:
        """Raise NotHad when the site that was made is not the one that was asked for."""
        if lacks := list(missing(self.folder / MADE, entries)):
            raise NotHad(f"{self.maker.name} did not make all pages: {'; '.join(lacks[:3])}.")

    def check_shown(self, entry: PlainEntry, title: str) -> None:
        """Raise NotHad when the page of an entry, or A to Z, has not the title it has now."""
        for path in (entry.path, "a-to-z/"):
            page = self.folder / MADE / path / "index.html"
            if title not in page.read_text(encoding="utf-8"):
                raise NotHad(f"{self.maker.name} did not put the new title on {path}.")

    def turn(self, entry: PlainEntry, number: int) -> Turn:
        """Make the site from nothing, change a title, and make it again."""
        title = f"Changed {number} times"
        self.forget()
        cold = self.make()
        self.edit(entry, title)
        edited = self.make()
        self.check_shown(entry, title)
        return Turn(cold, edited)


def in_turn(
    makers: Sequence[Maker], folder: Path, number: int, rounds: int
) -> tuple[dict[str, list[Turn]], list[str]]:
    """Return what each maker took in each round, and a sentence on each that is left out."""
    entries = list(plain_entries(number))
    taking_part, left_out = _tried(makers, folder, entries)
    turns: dict[str, list[Turn]] = defaultdict(list)
    for number_of_round in range(1, rounds + 1):
        for bench in taking_part:
            turns[bench.maker.name].append(bench.turn(entries[-1], number_of_round))
    return dict(turns), left_out


def _tried(
    makers: Sequence[Maker], folder: Path, entries: Sequence[PlainEntry]
) -> tuple[list[Bench], list[str]]:
    """Return those that make all that is asked, each tried once with the clock off."""
    able, left_out = [], []
    for number, maker in enumerate(makers):
        bench = Bench(maker, folder / str(number), len(entries))
        try:
            bench.make()
            bench.check(entries)
        except NotHad as reason:
            left_out.append(str(reason))
        except subprocess.CalledProcessError as reason:
            left_out.append(f"{maker.name} ended with {reason.returncode}, so it is left out.")
        else:
            able.append(bench)
    return able, left_out
