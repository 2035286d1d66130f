from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from builders import entry, guide_of

from doorstep.sheets.feet import checked_words, foot_of, more_words, put_up_until, valid_to

if TYPE_CHECKING:
    from pathlib import Path


def test_a_sheet_may_hang_for_three_weeks_at_most(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, {})
    assert put_up_until(guide, date(2027, 3, 1)) == "Put up until Sunday 13 December 2026."


def test_a_sheet_comes_down_when_its_last_day_is_over(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, {})
    assert put_up_until(guide, date(2026, 11, 28)) == "Put up until Saturday 28 November 2026."


def test_a_sheet_for_the_hand_is_valid_for_three_weeks_or_to_its_own_day(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, {})
    assert valid_to(guide) == "Valid to Sunday 13 December 2026"
    assert valid_to(guide, date(2026, 11, 28)) == "Valid to Saturday 28 November 2026"


def test_the_days_of_the_first_and_the_last_check_are_said(tmp_path: Path) -> None:
    checks = [entry(f"checked: {day} November 2026, by phone") for day in (15, 3, 9)]
    words = checked_words(guide_of(tmp_path, {}), checks)
    assert words == "Checked 3 to 15 November 2026."


def test_of_one_check_its_day_is_said(tmp_path: Path) -> None:
    checks = [entry("checked: 3 November 2026, by phone")]
    assert checked_words(guide_of(tmp_path, {}), checks) == "Checked 3 November 2026."


def test_nothing_is_said_of_checks_that_nobody_made(tmp_path: Path) -> None:
    assert checked_words(guide_of(tmp_path, {}), [entry("title: Tea")]) == ""


def test_a_sheet_says_how_many_more_there_are_and_where(tmp_path: Path) -> None:
    assert more_words(guide_of(tmp_path, {}), 4, "whats-on/") == (
        "4 more are in the guide: scan the square, or go to harbour-row.example.org/guide/whats-on/"
    )


def test_the_phone_comes_first_and_its_digits_stay_together(tmp_path: Path) -> None:
    foot = foot_of(guide_of(tmp_path, {}), "", [])
    assert foot.phone == "Phone 020\u00a07946\u00a00123, Harbour Row forum"


def test_other_forms_are_offered_and_the_maker_is_named(tmp_path: Path) -> None:
    foot = foot_of(guide_of(tmp_path, {}), "", [])
    assert foot.formats.startswith("Ask for this in large print or another language: 020")
    assert foot.maker == "Made by Harbour Row forum on 22 November 2026."
