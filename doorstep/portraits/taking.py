"""Pages of a built site -> pictures of how each looks on a phone, taken by headless Chrome."""

from __future__ import annotations

import os
import shutil
import subprocess
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from doorstep.permalinks import output_path
from doorstep.portraits.served_site import at_an_address

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WIDTH, HEIGHT = 360, 1400
"""Pixels: a phone's width, and as much of the page as holds what, when, where and whom to ask."""

MOST = 6
"""Pictures of one change: more, nobody looks at on a phone."""

SECONDS = 60
"""How long one picture may take."""

NAMED = "DOORSTEP_BROWSER"
"""The variable that names the browser, where it is not found by its name."""

BROWSERS = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser")

HIDDEN = b'<meta name="robots" content="noindex">'
"""What safe spaces have, and other pages that nobody should be led to."""

ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",  # the system it runs on has no other use, and may know no sandbox
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--hide-scrollbars",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no other site is asked
    f"--window-size={WIDTH},{HEIGHT}",
)


class NoPortrait(Exception):  # noqa: N818 - a name that reads as a sentence
    """Says in one sentence why there are no pictures."""


def find_browser() -> str:
    """Return the Chrome or Chromium of this computer, or "" when there is none that answers."""
    names = filter(None, (os.environ.get(NAMED), *map(shutil.which, BROWSERS)))
    return next((name for name in names if _answers(name)), "")


def _answers(name: str) -> bool:
    # Ubuntu's chromium-browser can be an empty box that only says where to get it.
    try:
        asked = subprocess.run(  # noqa: S603 (fixed words, no shell)
            [name, "--version"], capture_output=True, timeout=SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def take_portraits(site: Path, paths: Sequence[str], into: Path, browser: str) -> tuple[Path, ...]:
    """Take a picture of each of the first few pages, and return them as `portrait_name` has them.

    There is none of a page that is not there, and none of a page that is not to be found, such as
    a safe space's. Raise NoPortrait when the browser takes none.
    """
    shown = [path for path in dict.fromkeys(paths) if _may_be_shown(site, path)]
    into.mkdir(parents=True, exist_ok=True)
    with at_an_address(site) as address, TemporaryDirectory() as profile:
        return tuple(
            _taken(browser, f"{address}{path}", into / portrait_name(path), profile)
            for path in shown[:MOST]
        )


def portrait_name(path: str) -> str:
    """Return what the picture of a page is called: groups-tea-and-talk.png."""
    return f"{path.strip('/').replace('/', '-') or 'home'}.png"


def _may_be_shown(site: Path, path: str) -> bool:
    page = site / output_path(path)
    return page.is_file() and HIDDEN not in page.read_bytes()


def _surroundings() -> dict[str, str]:
    """Return what a browser may know of the run it is in: never what proves who we are."""
    return {name: value for name, value in os.environ.items() if name != "GH_TOKEN"}


def _taken(browser: str, address: str, into: Path, profile: str) -> Path:
    command = [browser, *ARGUMENTS, f"--user-data-dir={profile}", f"--screenshot={into}", address]
    try:
        subprocess.run(  # noqa: S603 (fixed words, no shell)
            command, capture_output=True, timeout=SECONDS, check=True, env=_surroundings()
        )
    except (OSError, subprocess.SubprocessError) as reason:
        raise NoPortrait(f"The browser took no picture: {type(reason).__name__}.") from reason
    if not into.is_file():
        raise NoPortrait("The browser took no picture.")
    return into
