"""SECURITY.md names a test for every way in, and every test it names is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = [line.strip("|").split("|") for line in PAGE.splitlines() if line.startswith("| ")][1:]


def test_every_way_in_says_who_what_how_and_by_which_test() -> None:
    assert len(ROWS) >= 10
    assert [row for row in ROWS if len(row) != 4 or not all(cell.strip() for cell in row)] == []


def test_every_test_that_is_named_is_there_and_tests_something() -> None:
    for row in ROWS:
        named = re.findall(r"`(test_\w+\.py)`", row[3])
        assert named, row
        for name in named:
            assert "\ndef test_" in (ROOT / "tests" / name).read_text(encoding="utf-8"), name


def test_it_fits_on_a_page() -> None:
    assert len(PAGE.split()) < 900
