"""Reports of tests that try something many times -> a table of what was tried and what fell."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    import pytest

NAME = "tried"
"""What a test notes is kept under this name, as what was tried and how often."""

START, END = "<!-- what was tried: starts -->\n", "<!-- what was tried: ends -->\n"
"""What stands between these lines of a page is written anew."""


def of(reports: Iterable[pytest.TestReport]) -> dict[str, tuple[int, int]]:
    """Return what was tried -> how often, and how many of its tests fell."""
    often: Counter[str] = Counter()
    fell: Counter[str] = Counter()
    for report in reports:
        if report.when == "call":
            noted = [said for name, said in report.user_properties if name == NAME]
            for what, times in noted:
                often[what] += times
            for what in dict(noted):  # a test falls once, however often it notes what it tries
                fell[what] += report.failed
    return {what: (often[what], fell[what]) for what in sorted(often)}


def as_table(tried: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    yield "| what was tried | how often | fell |"
    yield "|---|---:|---:|"
    for what, (often, fell) in tried.items():
        yield f"| {what} | {often:,} | {fell} |"


def write(file: Path, tried: Mapping[str, tuple[int, int]]) -> None:
    """Put the table in its place on a page."""
    table = "".join(f"{line}\n" for line in as_table(tried))
    place = re.compile(f"(?<={re.escape(START)}).*(?={re.escape(END)})", re.DOTALL)
    page = file.read_text(encoding="utf-8")
    file.write_text(place.sub(lambda _: f"\n{table}\n", page), encoding="utf-8")
