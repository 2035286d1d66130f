"""The lists in tests/giveaways -> ways to give a safe space away, and words that only look like it.

A line is one way. \\n, \\t, \\\\ and \\u200b stand for what a line cannot show.
"""

from __future__ import annotations

import re
from pathlib import Path

_FOLDER = Path(__file__).parent / "giveaways"
_ESCAPE = re.compile(r"\\(n|t|\\|u[0-9a-f]{4})")
_MEANT = {"n": "\n", "t": "\t", "\\": "\\"}


def listed(name: str) -> dict[str, tuple[str, ...]]:
    """Return what a list has under each of its headings."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    parts = (part.splitlines() for part in re.split(r"^## ", text, flags=re.MULTILINE) if part)
    return {lines[0]: tuple(_meant(line) for line in lines[1:] if line) for lines in parts}


def _meant(line: str) -> str:
    return _ESCAPE.sub(lambda mark: _MEANT.get(mark[1]) or chr(int(mark[1][1:], 16)), line)


def _all(name: str) -> tuple[str, ...]:
    return tuple(words for many in listed(name).values() for words in many)


TELLING = listed("words.txt")
"""Words that give a place or a person away wherever they stand, by what they are."""

FACTS, NAMES = _all("facts.txt"), _all("names.txt")
"""Lines of front matter, and names of files, that do so."""

HARMLESS = _all("harmless.txt")
"""Words of a safe space's page that give nothing away."""
