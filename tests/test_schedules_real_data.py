"""Days and times as a city's departments typed them: what is read is right, the rest is named.

`PYTHONPATH=.:tests python tests/test_schedules_real_data.py` prints every line with its meaning,
for a person to look through, and the fingerprint of all of it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from builders import TODAY

from doorstep.importers.csv import read_csv
from doorstep.importers.values import take
from doorstep.schedules.reading import ScheduleNotRead, read_rules
from doorstep.schedules.wording import worded
from doorstep.words import english

ROOT = Path(__file__).parent.parent
LISTS = ROOT.parent / "shared" / "data" / "edinburgh"
PAGE = ROOT / "docs" / "real-data.md"
COLUMNS = ("Days and times", "Day and time", "Opening hours")
LOOKED_THROUGH = "1026b1b81a663005"
"""The fingerprint of all readings, taken when a person had found every one of them right."""

pytestmark = pytest.mark.skipif(
    not LISTS.is_dir(), reason="the city's lists are not beside the project"
)


@cache
def cells() -> list[str]:
    rows = [
        row for path in sorted(LISTS.glob("*.csv")) for row in read_csv(path.read_bytes(), "").rows
    ]
    found = [row.cells.get(column, "") for row in rows for column in COLUMNS]
    return [cell for cell in found if cell.strip()]


@cache
def lines() -> Counter[str]:
    """Return every line of the cells, and how often it is there."""
    typed = [" ".join(line.split()) for cell in cells() for line in cell.splitlines()]
    return Counter(line for line in typed if line)


def meaning(line: str) -> str:
    """Return what a line means in words, "" when it is not read."""
    try:
        return "; ".join(worded(rule, english()) for rule in read_rules(line, TODAY))
    except ScheduleNotRead:
        return ""


@cache
def readings() -> dict[str, str]:
    return {line: meaning(line) for line in sorted(lines())}


def fingerprint() -> str:
    said = "\n".join(f"{line} = {meant}" for line, meant in readings().items() if meant)
    return sha256(said.encode()).hexdigest()[:16]


def number(words: str) -> list[int]:
    """Return the numbers in the row of the page that begins with these words."""
    row = re.search(rf"^\| {words} \|(.+)\|$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert row
    return [int(cell) for cell in row[1].split("|")]


def test_the_page_says_how_many_lines_are_read() -> None:
    is_read = [line for line, meant in readings().items() if meant]
    assert number("read right") == [len(is_read), sum(lines()[line] for line in is_read)]
    assert number("all lines") == [len(lines()), lines().total()]


def test_the_page_lists_every_line_that_is_refused() -> None:
    listed = re.findall(r"^\| `(.+)` \| (\d+) \| .+ \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    refused = {line for line, meant in readings().items() if not meant}
    assert {line: int(count) for line, count in listed} == {line: lines()[line] for line in refused}


def test_every_reading_was_looked_through() -> None:
    assert fingerprint() == LOOKED_THROUGH


def test_no_cell_is_taken_in_part() -> None:
    for cell in cells():
        taken = take("open", cell, "GB")
        assert bool(taken.value) != bool(taken.rest)


if __name__ == "__main__":
    for line, meant in readings().items():
        sys.stdout.write(f"{lines()[line]:3} {line}\n      = {meant or 'refused'}\n")
    sys.stdout.write(f"{fingerprint()}\n")
