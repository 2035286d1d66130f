"""A preview of a made-up guide -> milliseconds from saving an entry to its page in the browser.

It needs a browser, and a computer with nothing else to do.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TextIO

from made_up_guide import write_guide

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE.parent), str(HERE.parent / "tests")]

from browser import new_browser  # noqa: E402 (only found once its folder is known)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

BUILD = HERE.parent / "build.py"
EDITS = 7


def main() -> None:
    """Measure guides of some sizes, and print a row for each and for each sort of edit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--entries", type=int, nargs="+", default=[100, 1_000])
    print("| entries | edit | median ms | most ms |")
    print("|---:|---|---:|---:|")
    for number in options.parse_args().entries:
        with tempfile.TemporaryDirectory() as folder:
            write_guide(Path(folder), number)
            measure(Path(folder), number)


def measure(folder: Path, number: int) -> None:
    """Edit one group again and again, and watch its page."""
    group = sorted((folder / "content" / "groups").glob("*.md"))[number // 2]
    with preview(folder) as said, new_browser() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(f"{address_in(said)}groups/{group.stem}/")
        for name, edited in (("a sentence", with_sentence), ("the title", with_title)):
            times = [milliseconds(page, group, edited, turn, said) for turn in range(EDITS)]
            print(f"| {number:,} | {name} | {median(times):.0f} | {max(times):.0f} |", flush=True)


@contextmanager
def preview(folder: Path) -> Iterator[TextIO]:
    """Run the command in a guide's folder, and lend what it says."""
    command = [sys.executable, str(BUILD), "serve", "--port", "0"]
    here, there = os.pipe()
    with open(here, encoding="utf-8") as said:  # noqa: PTH123 - it has no path
        process = subprocess.Popen(command, cwd=folder, stderr=there)  # noqa: S603
        os.close(there)
        try:
            yield said
        finally:
            process.terminate()
            process.wait()


def address_in(said: TextIO) -> str:
    """Return where the guide is shown, as soon as its first site is made."""
    address = next(word for word in said.readline().split() if word.startswith("http"))
    wait_until_made(said)
    return address


def wait_until_made(said: TextIO) -> None:
    """Read what the preview says until a whole site is made."""
    while not said.readline().rstrip().endswith("files."):
        pass


def milliseconds(
    page: Page, group: Path, edited: Callable[[str, str], str], turn: int, said: TextIO
) -> float:
    """Return how long it takes from saving an edit until its words are on the page."""
    mark = f"Edited as number {turn} {time.monotonic_ns()}"
    text = edited(group.read_text(encoding="utf-8"), mark)
    began = time.perf_counter()
    group.write_text(text, encoding="utf-8")
    page.get_by_text(mark).first.wait_for(state="attached")
    took = (time.perf_counter() - began) * 1000
    wait_until_made(said)
    return took


def with_sentence(text: str, mark: str) -> str:
    """Return an entry that says something more."""
    return f"{text}\n{mark}.\n"


def with_title(text: str, mark: str) -> str:
    """Return an entry with another title."""
    lines = text.split("\n")
    place = next(place for place, line in enumerate(lines) if line.startswith("title:"))
    lines[place] = f"title: {mark}"
    return "\n".join(lines)


if __name__ == "__main__":
    main()
