"""A real Chromium for the tests that look at pages."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def chromium_path() -> str | None:
    """Return where this computer has Chromium or Chrome; without one Playwright uses its own."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def new_browser() -> Iterator[Browser]:
    """Lend a browser that has never been anywhere."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()
