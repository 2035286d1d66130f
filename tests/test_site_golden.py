"""Files of the small guide, as they are kept in tests/golden/ for people to read.

After a change that is meant, write them anew with `pytest tests/test_site_golden.py
--update-golden`, and read what changed before it is kept.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from built_site import EARLY, Site

from doorstep.views.framing import fingerprint

GOLDEN = Path(__file__).parent / "golden"
FILES = [
    "groups/tea-and-talk/index.html",
    "groups/a-group-for-women/index.html",
    "help/index.html",
    "groups/tea-and-talk/tea-and-talk-next.ics",
    "feeds/topic-gardens.ics",
    "near/library/index.html",
    "n/31/index.html",
    "feed.xml",
    "sitemap.xml",
]
_FINGERPRINT = re.compile(r"(?<=-)[0-9a-f]{10}(?=\.(?:css|js|svg)\b)")


def readable(content: bytes) -> str:
    """Return a file with plain line ends, without what every style and script changes."""
    text = content.decode().replace("\r\n", "\n")
    for whole, name in {EARLY: "script", html.escape(fingerprint(EARLY)): "hash"}.items():
        text = text.replace(whole, name)
    return _FINGERPRINT.sub("fingerprint", text)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_as_it_was_when_somebody_last_read_it(
    tiny: Site, name: str, request: pytest.FixtureRequest
) -> None:
    drawn, kept = readable(tiny.files[name]), GOLDEN / name
    if request.config.getoption("--update-golden"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(drawn, encoding="utf-8")
    assert drawn == kept.read_text(encoding="utf-8")


def test_nothing_is_kept_that_is_not_compared() -> None:
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert kept == set(FILES)
