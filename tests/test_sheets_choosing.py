from __future__ import annotations

from typing import TYPE_CHECKING, Any

from builders import guide_of

from doorstep.sheets.choosing import entries_in_order, printable, rows_in_order
from doorstep.views.whats_on_days import this_week
from doorstep.views.whats_on_listing import dated_rows

if TYPE_CHECKING:
    from pathlib import Path

CHECKED = "checked: 1 November 2026, by phone"
DUE = "checked: 1 August 2026, by phone"


def entry(title: str, *facts: str) -> str:
    """Return the file of an entry, checked lately unless it says otherwise."""
    checked = () if any(fact.startswith("checked") for fact in facts) else (CHECKED,)
    return "\n".join(("---", f"title: {title}", *checked, *facts, "---", ""))


def in_order(folder: Path, files: dict[str, str], **settings: Any) -> list[str]:
    """Return the titles of what may be printed, in the order it is chosen."""
    guide = guide_of(folder, files, **settings)
    return [one.title for one in entries_in_order(guide, guide.catalogue.entries)]


def week_in_order(folder: Path, files: dict[str, str]) -> list[str]:
    """Return the titles of this week's rows, in the order they are chosen."""
    guide = guide_of(folder, files)
    rows = rows_in_order(guide, dated_rows(guide, this_week(guide.today)))
    return [guide.catalogue.by_slug[one.slug].title for _, one in rows]


def test_what_may_not_be_printed_is_left_out(tmp_path: Path) -> None:
    files = {
        "groups/tea.md": entry("Tea"),
        "groups/quiet.md": entry("A quiet group", "sensitive: true"),
        "groups/gone.md": entry("Gone", "status: closed"),
        "groups/resting.md": entry("Resting", "status: paused"),
        "groups/old.md": entry("Old", "checked: 1 March 2026, by phone"),
        "groups/never.md": "---\ntitle: Never checked\n---\n",
    }
    assert [one.title for one in printable(guide_of(tmp_path, files))] == ["Tea"]


def test_what_was_checked_recently_comes_before_what_is_due(tmp_path: Path) -> None:
    files = {
        "groups/due.md": entry("Due", DUE, "when: Every Monday, 10am"),
        "groups/fresh.md": entry("Fresh", "when: Every Friday, 10am"),
    }
    assert in_order(tmp_path, files) == ["Fresh", "Due"]


def test_the_soonest_comes_first(tmp_path: Path) -> None:
    files = {
        "groups/friday.md": entry("Friday", "when: Every Friday, 10am"),
        "groups/monday.md": entry("Monday", "when: Every Monday, 10am"),
        "groups/any.md": entry("Any"),
    }
    assert in_order(tmp_path, files) == ["Monday", "Friday", "Any"]


def test_of_two_at_one_time_the_nearer_comes_first(tmp_path: Path) -> None:
    near, far = "where: {lat: 53.7021, lon: -3.3001}", "where: {lat: 53.7121, lon: -3.3001}"
    files = {
        "groups/a-far.md": entry("Far", "when: Every Monday, 10am", far),
        "groups/near.md": entry("Near", "when: Every Monday, 10am", near),
    }
    assert in_order(tmp_path, files) == ["Near", "Far"]


def test_a_small_group_is_seen_before_a_large_one_is_seen_twice(tmp_path: Path) -> None:
    files = {
        "groups/large.md": entry("Large"),
        "events/one.md": entry("One", "organiser: large", "when: 23 November 2026, 10am"),
        "events/two.md": entry("Two", "organiser: large", "when: 24 November 2026, 10am"),
        "groups/small.md": entry("Small", "when: Every Friday, 10am"),
    }
    assert in_order(tmp_path, files) == ["One", "Small", "Two", "Large"]


def test_what_is_cancelled_comes_first_because_somebody_might_set_out(tmp_path: Path) -> None:
    off = "changes: [{on: 2026-11-27, cancelled: true, because: the hall is flooded}]"
    files = {
        "groups/choir.md": entry("Choir", "when: Every Friday, 7pm", off),
        "groups/tea.md": entry("Tea", "when: Every Monday, 10am"),
    }
    assert week_in_order(tmp_path, files) == ["Choir", "Tea"]


def test_what_is_on_every_day_leaves_room_for_others(tmp_path: Path) -> None:
    files = {
        "groups/daily.md": entry("Daily", "when: Every day, 9am"),
        "groups/weekly.md": entry("Weekly", "when: Every Saturday, 10am"),
    }
    assert week_in_order(tmp_path, files)[:3] == ["Daily", "Weekly", "Daily"]
