"""Long lists of a made-up guide on a slowed CPU -> the longest task while somebody uses them.

A finger that touches the screen waits for the task that is under way. It needs a browser, and a
computer with nothing else to do.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE.parent), str(HERE.parent / "tests")]

from browser import new_browser  # noqa: E402 (only found once its folder is known)
from search_paint_time import built  # noqa: E402
from served import served  # noqa: E402
from slow_phone import chosen_options, slow_down  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

SETTLED = 4000
"""Milliseconds after which a page has done what it does by itself."""

WATCH = """() => {
  window.tasks = [];
  new PerformanceObserver((list) => list.getEntries()
    .forEach((entry) => window.tasks.push(entry.duration)))
    .observe({ type: 'longtask', buffered: false });
}"""
"""Browsers tell of tasks that take 50 milliseconds or more."""


def main() -> None:
    """Measure one guide, and print a row for each thing that a person does."""
    chosen = chosen_options(__doc__, slowed=4)
    print("| page | what is done | tasks of 50 ms or more | longest ms |")
    print("|---|---|---:|---:|")
    with (
        tempfile.TemporaryDirectory() as folder,
        served(built(Path(folder), chosen.entries)) as address,
        new_browser() as browser,
    ):
        for path, name, act in DONE:
            page = browser.new_page(viewport={"width": 360, "height": 740})
            page.goto(address + path)
            page.wait_for_timeout(SETTLED)
            print(row(path, name, tasks_of(page, act, chosen.slowed)), flush=True)
            page.close()


def tasks_of(page: Page, act: Callable[[Page], None], slowed: int) -> list[float]:
    """Return how many milliseconds each long task took while something was done."""
    slow_down(page, slowed)
    page.evaluate(WATCH)
    act(page)
    page.wait_for_timeout(SETTLED)
    found: list[float] = page.evaluate("window.tasks")
    return found


def scroll(page: Page) -> None:
    """Go down a list by the wheel, a screen and a half at a time."""
    for _ in range(40):
        page.mouse.wheel(0, 1100)
        page.wait_for_timeout(100)


def search(page: Page) -> None:
    """Type a word that hundreds of entries have."""
    page.get_by_role("textbox").first.press_sequentially("walk", delay=400)


def add_stars(page: Page) -> None:
    """Have a star beside each row."""
    page.get_by_role("button", name="Make a shortlist").click()


DONE = (
    ("groups/", "scrolled", scroll),
    ("groups/", "stars put beside all rows", add_stars),
    ("whats-on/every-week/", "scrolled", scroll),
    ("map/", "scrolled", scroll),
    ("search/", "a word typed that hundreds have", search),
)


def row(path: str, name: str, tasks: list[float]) -> str:
    """Return a row of the table."""
    return f"| {path} | {name} | {len(tasks)} | {max(tasks, default=0):.0f} |"


if __name__ == "__main__":
    main()
