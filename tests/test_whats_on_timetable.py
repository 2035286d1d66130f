"""The timetable: what comes round, once under each of its days, with what a day does not say."""

from __future__ import annotations

from datetime import date

import pytest
from diaries import HALL, TEA, entry, guide_on

from doorstep.views.whats_on_timetable import every_week_view, here_every_week

CANCELLED = "changes: [{on: 2026-11-24, cancelled: yes, because: the hall is flooded}]"


def placed(timetable) -> list[tuple[str, str, str]]:
    """Return where each thing stands: day, part of the day, title."""
    return [
        (column.heading, cell.part, slot.title)
        for column in (*timetable.columns, *timetable.others)
        for cell in column.cells
        for slot in cell.slots
    ]


def slots(tmp_path, when, *more, today=date(2026, 11, 22)):
    guide = guide_on(tmp_path, {TEA: entry(when, *more)}, today)
    timetable = every_week_view(guide).timetable
    return [
        slot
        for column in (*timetable.columns, *timetable.others)
        for cell in column.cells
        for slot in cell.slots
    ]


@pytest.mark.parametrize(
    ("when", "where"),
    [
        ("Every Tuesday, 10:30am to midday", [("Tuesday", "morning")]),
        ("Every Tuesday, midday to 1pm", [("Tuesday", "afternoon")]),
        ("Every Tuesday, 5pm to 6pm", [("Tuesday", "evening")]),
        ("Every Tuesday, all day", [("Tuesday", "day")]),
        ("Mondays and Fridays, 9am", [("Monday", "morning"), ("Friday", "morning")]),
        ("Every day, 9am to 10am", [("Every day", "morning")]),
        ("First and third Wednesday of the month, 7pm", [("Wednesday", "evening")]),
        ("The 15th of the month, 7pm", [("By the date in the month", "evening")]),
        ("Saturday 28 November 2026, 7pm", []),
        ("By appointment", []),
        ("Every Monday, 12:30pm to 3pm, only on bank holidays", []),
    ],
)
def test_what_comes_round_stands_under_its_day_and_part_of_the_day(tmp_path, when, where):
    guide = guide_on(tmp_path, {TEA: entry(when)})
    found = placed(every_week_view(guide).timetable)
    assert [(day, part) for day, part, _ in found] == where


def test_two_sittings_a_day_are_two_slots(tmp_path):
    found = slots(tmp_path, "Every Tuesday, 10am to midday and 2pm to 4pm")
    assert [slot.time for slot in found] == ["10am to midday", "2pm to 4pm"]


@pytest.mark.parametrize(
    ("when", "note"),
    [
        ("Every Tuesday, 10:30am", ""),
        ("Tuesdays, 10:30am from 6 January 2026", ""),
        ("Every Tuesday in term time, 10:30am", "Every Tuesday in term time."),
        ("Last Tuesday of the month, 10:30am", "Last Tuesday of the month."),
    ],
)
def test_a_slot_says_what_a_day_of_the_week_does_not(tmp_path, when, note):
    assert [slot.note for slot in slots(tmp_path, when)] == [note]


def test_what_comes_round_every_two_weeks_says_so(tmp_path):
    (slot,) = slots(tmp_path, "Every two weeks on Monday from 7 December 2026, 7pm")
    assert slot.note.startswith("Every two weeks on Monday")


def test_a_slot_whose_next_date_is_off_says_so(tmp_path):
    (slot,) = slots(tmp_path, "Every Tuesday, 10:30am", CANCELLED)
    assert slot.note == "Cancelled on Tuesday 24 November. The hall is flooded."


def test_what_has_ended_is_not_there(tmp_path):
    when = "Every Tuesday until 1 December 2026, 10:30am"
    assert slots(tmp_path, when, today=date(2026, 12, 1))
    assert slots(tmp_path, when, today=date(2026, 12, 2)) == []


@pytest.mark.parametrize("line", ["sensitive: yes", "status: paused"])
def test_a_safe_space_and_what_is_paused_are_not_there(tmp_path, line):
    assert slots(tmp_path, "Every Tuesday, 10:30am", line) == []


def test_a_day_has_its_parts_in_the_order_of_the_clock(tmp_path):
    files = {
        "groups/a.md": entry("Every Monday, 7pm", title="Evening"),
        "groups/b.md": entry("Every Monday, 9am", title="Early"),
        "groups/c.md": entry("Every Monday, 11am", title="Late"),
    }
    timetable = every_week_view(guide_on(tmp_path, files)).timetable
    assert [title for _, _, title in placed(timetable)] == ["Early", "Late", "Evening"]


def test_an_empty_timetable_says_so(tmp_path):
    view = every_week_view(guide_on(tmp_path, {TEA: entry("Saturday 28 November 2026, 7pm")}))
    assert view.empty == "Nothing that comes round is listed here yet."


def test_a_building_has_the_timetable_of_what_happens_in_it(tmp_path):
    files = {
        TEA: entry("Every Tuesday, 10:30am", "where: hall"),
        "groups/b.md": entry("Every Friday, 7pm", title="Elsewhere"),
        "places/hall.md": HALL,
    }
    guide = guide_on(tmp_path, files)
    timetable = here_every_week(guide, guide.catalogue.by_slug["hall"])
    assert timetable
    assert placed(timetable) == [("Tuesday", "morning", "Tea and talk")]


def test_a_group_has_no_timetable_of_its_own(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry("Every Tuesday, 10:30am")})
    assert here_every_week(guide, guide.catalogue.by_slug["tea"]) is None
