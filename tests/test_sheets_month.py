"""What stands on a month sheet, by what is on."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest
from builders import guide_of
from msgspec.structs import replace

from doorstep.sheets.month import month_sheet_view, month_to_print

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.sheets.month_parts import MonthRow, MonthSheetView

CHECKED = "checked: 1 November 2026, by phone"


def group(number: int, title: str, when: str, *more: str) -> str:
    """Return the file of a group that may be printed."""
    facts = (f"number: {number}", f"title: {title}", f"when: {when}", CHECKED, *more)
    return "---\n{}\n---\n".format("\n".join(facts))


def sheet(folder: Path, files: dict[str, str]) -> MonthSheetView:
    return month_sheet_view(replace(guide_of(folder, files), assets=defaultdict(str)))


def days(view: MonthSheetView) -> dict[str, list[MonthRow]]:
    return {day.heading: list(day.rows) for column in view.columns for day in column.days}


@pytest.mark.parametrize(
    ("today", "month"),
    [
        ("2026-11-22", "2026-11-01"),
        ("2026-11-23", "2026-12-01"),
        ("2026-12-31", "2027-01-01"),
        ("2026-12-01", "2026-12-01"),
        ("2028-02-22", "2028-03-01"),
        ("2028-02-21", "2028-02-01"),
    ],
)
def test_the_month_is_this_one_while_more_than_a_week_of_it_is_left(today: str, month: str) -> None:
    assert month_to_print(date.fromisoformat(today)).isoformat() == month


def test_the_heading_says_which_month_and_which_days_of_it(tmp_path: Path) -> None:
    view = sheet(tmp_path, {})
    assert view.title == "What’s on in November 2026"
    assert "Sunday 22 to Monday 30 November 2026" in view.days_words


def test_a_date_has_its_start_its_title_and_its_number(tmp_path: Path) -> None:
    fair = group(131, "Fair", "28 November 2026, 2pm to 5pm")
    (row,) = days(sheet(tmp_path, {"events/fair.md": fair}))["Saturday 28 November"]
    assert (row.time, row.title, row.number) == ("2pm", "Fair.", "No.\u00a0131")


def test_what_is_every_week_stands_once_under_its_day_after_the_dates(tmp_path: Path) -> None:
    files = {
        "groups/tea.md": group(1, "Tea", "Every Tuesday, 10am"),
        "events/fair.md": group(2, "Fair", "28 November 2026, 2pm"),
    }
    view = days(sheet(tmp_path, files))
    assert list(view) == ["Saturday 28 November", "Every week: Tuesday"]
    assert [row.title for row in view["Every week: Tuesday"]] == ["Tea."]


def test_a_week_in_which_it_is_off_stands_among_the_dates(tmp_path: Path) -> None:
    off = "changes: [{on: 2026-11-24, cancelled: true, because: the hall is flooded}]"
    view = days(sheet(tmp_path, {"groups/tea.md": group(1, "Tea", "Every Tuesday, 10am", off)}))
    assert [row.title for row in view["Tuesday 24 November"]] == ["Cancelled: Tea."]


def test_what_goes_on_for_days_stands_once_with_all_of_its_days(tmp_path: Path) -> None:
    show = group(3, "Show", "Friday 27 to Sunday 29 November 2026")
    (row,) = days(sheet(tmp_path, {"events/show.md": show}))["Friday 27 November"]
    assert row.time == "Friday 27 to Sunday 29 November"


def test_dates_are_chosen_before_what_is_every_week(tmp_path: Path) -> None:
    files = {
        f"groups/walk-{place:03}.md": group(place, f"Walk {place}", "Every Tuesday, 10am")
        for place in range(1, 120)
    }
    files["events/fair.md"] = group(200, "Fair", "28 November 2026, 2pm")
    view = sheet(tmp_path, files)
    shown = days(view)
    assert "Saturday 28 November" in shown
    assert view.letters == "12"
    left_out = 119 - len(shown["Every week: Tuesday"])
    assert view.foot.lines[0].startswith(f"{left_out} more are in the guide")
    assert len(view.columns) <= 3


def test_little_stands_in_large_letters(tmp_path: Path) -> None:
    fair = group(131, "Fair", "28 November 2026, 2pm to 5pm")
    assert sheet(tmp_path, {"events/fair.md": fair}).letters == "18"


def test_a_title_that_fills_more_than_a_column_is_passed_over(tmp_path: Path) -> None:
    endless = " ".join(["walking and talking"] * 120)
    files = {
        "events/endless.md": group(1, endless, "28 November 2026, 2pm"),
        "events/fair.md": group(2, "Fair", "28 November 2026, 3pm"),
    }
    rows = days(sheet(tmp_path, files))["Saturday 28 November"]
    assert [row.title for row in rows] == ["Fair."]


def test_a_month_with_nothing_says_so(tmp_path: Path) -> None:
    view = sheet(tmp_path, {})
    assert (view.empty, view.columns) == ("Nothing that month that we know of.", ())
