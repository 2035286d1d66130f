"""The search page of a made-up guide on a slowed CPU -> milliseconds from a key press to results.

Two times count (Event Timing): until the first results are on the page, and until the next picture
on the screen, which shows them. It needs a browser, and a computer with nothing else to do.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from made_up_guide import write_guide
from slow_phone import chosen_options, slow_down

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE.parent), str(HERE.parent / "tests")]

from browser import new_browser  # noqa: E402 (only found once its folder is known)
from built_site import Site  # noqa: E402
from served import served  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Page

BUILD = HERE.parent / "build.py"
TYPED = ("kettle", "gardn", "walk song", "neighbour")
WATCH = """() => {
  window.presses = [];
  new PerformanceObserver((list) => list.getEntries()
    .filter((entry) => entry.name === 'input')
    .forEach((entry) =>
      window.presses.push([entry.processingEnd - entry.startTime, entry.duration])))
    .observe({ type: 'event', durationThreshold: 16 });
}"""


def main() -> None:
    """Measure one guide and print a row for each word that is typed."""
    chosen = chosen_options(__doc__, slowed=6)
    with tempfile.TemporaryDirectory() as folder:
        site = built(Path(folder), chosen.entries)
        with served(site) as address, new_browser() as browser:
            page = browser.new_page(viewport={"width": 360, "height": 740})
            page.goto(f"{address}search/")
            measure(page, chosen.slowed)


def built(folder: Path, entries: int) -> Site:
    """Return a finished guide of so many entries."""
    write_guide(folder, entries)
    command = [sys.executable, str(BUILD), "build", "--today", "2026-11-22", "--quiet"]
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)  # noqa: S603
    return Site(folder / "_site")


def measure(page: Page, slowed: int) -> None:
    """Type words on a slowed CPU, and print how long each took from press to picture."""
    box = page.get_by_role("textbox")
    box.press_sequentially("a", delay=2000)
    slow_down(page, slowed)
    page.evaluate(WATCH)
    print("| typed | results on the page, median and slowest | picture, median and slowest |")
    print("|---|---|---|")
    for word in TYPED:
        box.fill("")
        page.wait_for_timeout(2000)
        page.evaluate("window.presses.length = 0")
        for letter in word:
            page.keyboard.press("Space" if letter == " " else letter)
            page.wait_for_timeout(900)
        page.wait_for_timeout(1000)
        # What took under 16 milliseconds is not reported.
        took = page.evaluate("window.presses") or [[16, 16]]
        cells = [f"{median(times):.0f}, {max(times):.0f}" for times in zip(*took, strict=True)]
        print(f"| {word} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
