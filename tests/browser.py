"""A real Chromium for the tests that look at pages."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

NAMED = "DOORSTEP_BROWSER"
"""What `make test` found or installed; some systems have a `chromium` that does not run."""

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def chromium_path() -> str | None:
    """Return the browser that was named, or the one this computer has; else Playwright's own."""
    return os.environ.get(NAMED) or next(filter(None, map(shutil.which, NAMES)), None)


SHIFTED = """() => new Promise((resolve) => {
  let shifted = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { shifted += one.value; }))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(shifted), 200);
})"""


@contextmanager
def new_browser(*more: str) -> Iterator[Browser]:
    """Lend a browser that has never been anywhere, started with more arguments if need be."""
    with sync_playwright() as playwright:
        arguments = [*ARGUMENTS, *more]
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=arguments)
        try:
            yield browser
        finally:
            browser.close()


def shift_of(page: Page) -> float:
    """Return how far things on a page moved after they were seen (Layout Instability)."""
    shifted: float = page.evaluate(SHIFTED)
    return shifted
