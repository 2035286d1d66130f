"""The table of what was tried says how often, and what fell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tally

if TYPE_CHECKING:
    from pathlib import Path


def report(outcome: str, *tried: tuple[str, int], when: str = "call") -> pytest.TestReport:
    notes = [(tally.NAME, said) for said in tried]
    return pytest.TestReport(
        "a",
        ("a", 0, "a"),
        {},
        outcome,
        None,
        when,
        user_properties=notes,  # type: ignore[arg-type]
    )


def test_what_several_tests_tried_is_added_up() -> None:
    reports = [report("passed", ("Kills", 50)), report("passed", ("Kills", 50), ("Disks", 1))]
    assert tally.of(reports) == {"Disks": (1, 0), "Kills": (100, 0)}


def test_what_fell_is_said_too() -> None:
    assert tally.of([report("failed", ("Kills", 50))]) == {"Kills": (50, 1)}


def test_a_test_that_notes_what_it_tries_bit_by_bit_falls_once() -> None:
    assert tally.of([report("failed", ("Kills", 10), ("Kills", 10))]) == {"Kills": (20, 1)}


def test_a_test_counts_once_though_it_is_reported_three_times() -> None:
    reports = [report("passed", ("Kills", 5), when=when) for when in ("setup", "call", "teardown")]
    assert tally.of(reports) == {"Kills": (5, 0)}


def test_the_table_is_written_in_its_place_and_nothing_else_is_touched(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Before\n{tally.START}old\n{tally.END}after\n", encoding="utf-8")
    tally.write(page, {"Kills": (1000, 0)})
    said = page.read_text(encoding="utf-8")
    assert "| Kills | 1,000 | 0 |" in said
    assert "old" not in said
    assert said.startswith("# Before")
    assert said.endswith("after\n")
