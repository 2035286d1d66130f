"""The search engine with a made-up guide on a slowed CPU -> milliseconds for each key.

Only the search itself counts: search_paint_time.py has what comes around it on the page. It needs a
browser, and a computer with nothing else to do.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE.parent), str(HERE.parent / "tests")]

from browser import new_browser  # noqa: E402 (only found once its folder is known)
from made_up_index import long_texts, made_up_files, typed_texts, typing  # noqa: E402
from search_engine import engine  # noqa: E402
from slow_phone import chosen_options, slow_down  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Page

TIMING = """
(texts) => texts.map((text) => {
  const times = [1, 2, 3].map(() => {
    withBodies.likes.clear();
    const start = performance.now();
    doorstep.find(withBodies, text);
    return performance.now() - start;
  });
  return Math.min(...times);
})
"""
"""Nothing is remembered from key to key, and what else the computer does is not counted."""


def main() -> None:
    """Measure one guide and print a row for each text that is typed, and for those pasted."""
    chosen = chosen_options(__doc__, slowed=6)
    files = made_up_files(chosen.entries)
    typed = {text: typing(text) for text in typed_texts(files)}
    with new_browser() as browser, engine(browser, files) as page:
        slow_down(page, chosen.slowed)
        print("| typed | median ms | 95 in 100 | most ms |")
        print("|---|---:|---:|---:|")
        times = [took for name, texts in typed.items() for took in measure(page, name, texts)]
        print(row("every key of these", times))
        measure(page, "long texts, pasted", long_texts(files))


def measure(page: Page, name: str, texts: list[str]) -> list[float]:
    """Look for these texts, print how long that took, and return it."""
    times: list[float] = page.evaluate(TIMING, texts)
    print(row(name, times), flush=True)
    return times


def row(name: str, times: list[float]) -> str:
    """Return a row of the table."""
    most = sorted(times)[len(times) * 95 // 100]
    return f"| {name} | {median(times):.1f} | {most:.1f} | {max(times):.1f} |"


if __name__ == "__main__":
    main()
