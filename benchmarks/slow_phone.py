"""What to measure with: how large a guide, and how slow a phone."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def chosen_options(about: str | None, slowed: int) -> argparse.Namespace:
    """Return `entries` and `slowed` as they were typed; `slowed` is what is usual for it."""
    options = argparse.ArgumentParser(description=about)
    options.add_argument("--entries", type=int, default=2000)
    options.add_argument(
        "--slowed", type=int, default=slowed, help="how many times slower the CPU is"
    )
    return options.parse_args()


def slow_down(page: Page, times: int) -> None:
    """Let a page have a CPU that is so many times slower from now on."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": times})
