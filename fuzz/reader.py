"""The bytes of an entry file -> entries, or problems in words, and a body that is safe."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from doorstep.fields import ReadingContext
from doorstep.kinds import Kind
from doorstep.markdown import render
from doorstep.problems import Level
from doorstep.reading import read_entry
from doorstep.sources import read_bytes
from fuzz.laws import holds, told_well

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.sources import Source

_CONTENT = Path(__file__).resolve().parent.parent / "content"
_VOCABULARIES: dict[str, dict[str, str]] = {
    "topic": {"food": "food", "company": "company"},
    "area": {"hill-top": "hill-top"},
    "audience": {"everyone": "everyone"},
}
CONTEXT = ReadingContext(today=date(2026, 11, 22), vocabularies=_VOCABULARIES)
_KINDS = tuple(Kind)
_RUNS = re.compile(
    r"<(?:script|style|iframe|object|svg|math|img|form)\b|<[^>]*\son\w+=", re.IGNORECASE
)


def attack(data: bytes) -> None:
    """Read the bytes as a file of one kind or another; its first letter says which."""
    kind = _KINDS[data[0] % len(_KINDS)] if data else Kind.GROUP
    ending = "yaml" if data[:1] > b"\x7f" else "md"
    reading = read_bytes(data[1:], f"content/{kind.folder}/some-name.{ending}", kind)
    told_well(reading.problems)
    for source in reading.sources:
        _read(source)


def _read(source: Source) -> None:
    entry, problems = read_entry(source, CONTEXT)
    told_well(problems)
    is_refused = any(problem.level is Level.ERROR for problem in problems)
    holds(entry or is_refused, "what is not read is refused with a reason")
    if entry:
        html = render(entry.body).html
        holds(not _RUNS.search(html), f"nothing in a body runs: {html!r}")


def seeds() -> Iterator[bytes]:
    """Yield the example's own entries, each after the letter that stands for its kind."""
    for kind in _KINDS:
        for file in sorted((_CONTENT / kind.folder).glob("*.md")):
            yield bytes([_KINDS.index(kind)]) + file.read_bytes()
        for file in sorted((_CONTENT / kind.folder).glob("*.yaml")):
            first = next(one for one in range(128, 256) if one % len(_KINDS) == _KINDS.index(kind))
            yield bytes([first]) + file.read_bytes()
