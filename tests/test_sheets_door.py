"""Door sheets: all that happens in a building, by day of the week, and on single dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from diaries import guide_on

from doorstep.sheets.door import AFTER_DAY, DAY, LETTERS, door_lines, door_sheet_view
from doorstep.sheets.measuring import Lettering
from doorstep.views.entry_pages import entry_view
from doorstep.views.printing import has_door_sheet, may_have_door_sheet
from doorstep.views.wording import NO_BREAK_SPACE

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.guide import Guide
    from doorstep.sheets.door_parts import DoorSheetView

CHECKED = "checked: 2026-11-03, by phone"


def entry(title: str, *facts: str) -> str:
    return "\n".join(("---", f"title: {title}", CHECKED, *facts, "---", ""))


HALL = entry("The hall", "number: 104", "open: Monday to Friday, 9am to 5pm")
TEA = entry("Tea", "number: 127", "when: Every Tuesday, 10:30am", "where: hall", "cost: Free")


def hall(folder: Path, files: dict[str, str] | None = None) -> tuple[Guide, DoorSheetView]:
    guide = guide_on(folder, {"places/hall.md": HALL} | (files or {}))
    return guide, door_sheet_view(guide, guide.catalogue.by_slug["hall"])


def listed(view: DoorSheetView) -> dict[str, list[tuple[str, str]]]:
    return {day.heading: [(row.time, row.title) for row in day.rows] for day in view.days}


def test_what_comes_round_stands_under_its_day_in_the_order_of_the_clock(tmp_path):
    choir = entry("Choir", "when: Every Tuesday and Friday, 9am to 10am", "where: hall")
    _, view = hall(tmp_path, {"groups/tea.md": TEA, "groups/choir.md": choir})
    assert listed(view) == {
        "Tuesday": [("9am to 10am", "Choir"), ("10:30am", "Tea")],
        "Friday": [("9am to 10am", "Choir")],
    }


def test_a_row_says_what_it_costs_whom_to_ask_and_its_number(tmp_path):
    _, view = hall(tmp_path, {"groups/tea.md": TEA})
    (row,) = view.days[0].rows
    said = row.details.replace(NO_BREAK_SPACE, " ")
    assert said == "Free. Ask Harbour Row forum, 020 7946 0123."
    assert row.number.replace(NO_BREAK_SPACE, " ") == "No. 127"


def test_what_happens_elsewhere_is_not_on_the_door(tmp_path):
    other = entry("Choir", "when: Every Tuesday, 9am")
    _, view = hall(tmp_path, {"groups/choir.md": other})
    assert view.days == ()


def test_single_dates_come_last_and_in_order(tmp_path):
    files = {
        "groups/tea.md": TEA,
        "events/fair.md": entry("Fair", "when: Saturday 5 December 2026, 2pm", "where: hall"),
        "events/film.md": entry("Film", "when: Friday 27 November 2026, 7pm", "where: hall"),
    }
    _, view = hall(tmp_path, files)
    assert list(listed(view)) == ["Tuesday", "Dates"]
    assert listed(view)["Dates"] == [
        ("Friday 27 November, 7pm", "Film"),
        ("Saturday 5 December, 2pm", "Fair"),
    ]


def test_a_cancelled_date_says_so_and_why(tmp_path):
    off = "changes: [{on: 2026-11-27, cancelled: yes, because: the hall is flooded}]"
    film = entry("Film", "when: Friday 27 November 2026, 7pm", "where: hall", off)
    _, view = hall(tmp_path, {"events/film.md": film})
    (row,) = view.days[0].rows
    assert (row.title, row.details) == ("Cancelled: Film", "The hall is flooded.")


def test_the_next_date_of_what_comes_round_says_when_it_is_off(tmp_path):
    off = "changes: [{on: 2026-11-24, cancelled: yes}]"
    tea = entry("Tea", "when: Every Tuesday, 10:30am", "where: hall", off)
    _, view = hall(tmp_path, {"groups/tea.md": tea})
    assert "Cancelled on Tuesday 24 November." in view.days[0].rows[0].details


def test_what_is_here_for_once_is_on_the_door(tmp_path):
    moved = "changes: [{on: 2026-11-24, where: hall}]"
    football = entry("Football", "when: Every Tuesday, 5pm", moved)
    _, view = hall(tmp_path, {"groups/football.md": football})
    assert listed(view) == {"Dates": [("Tuesday 24 November, 5pm", "Football")]}


def test_what_nobody_checked_lately_is_not_on_the_door(tmp_path):
    old = TEA.replace(CHECKED, "checked: 2026-03-01, by phone")
    _, view = hall(tmp_path, {"groups/tea.md": old})
    assert view.days == ()


def test_a_building_where_nothing_is_known_to_happen_asks_to_be_told(tmp_path):
    _, view = hall(tmp_path)
    assert view.days == ()
    assert view.nothing.startswith("Nothing that we know of happens here yet.")


def test_opening_hours_and_the_phone_stand_at_the_top(tmp_path):
    guide, view = hall(tmp_path)
    said = [line.replace(NO_BREAK_SPACE, " ") for line in view.lines]
    assert said == [
        "Open: Monday to Friday, 9am to 5pm.",
        "Phone 020 7946 0123, Harbour Row forum.",
    ]
    assert door_lines(guide, guide.catalogue.by_slug["hall"]) == view.lines


def test_a_day_on_which_it_is_shut_is_said(tmp_path):
    shut = HALL.replace("open:", "changes: [{on: 2026-11-25, cancelled: yes}]\nopen:")
    _, view = hall(tmp_path, {"places/hall.md": shut})
    assert "Closed on Wednesday 25 November." in view.lines


def clubs(number: int) -> dict[str, str]:
    facts = ("when: Every Monday and Friday, 7pm to 9pm", "where: hall", "cost: £2 a week")
    return {f"groups/club-{one}.md": entry(f"Club {one:02}", *facts) for one in range(number)}


def test_a_busy_building_has_whole_things_in_letters_that_can_be_read_and_the_rest_is_counted(
    tmp_path,
):
    _, view = hall(tmp_path, clubs(40))
    shown = {row.title for day in view.days for row in day.rows}
    assert 5 < len(shown) < 40
    assert all(len(day.rows) == len(shown) for day in view.days)
    assert view.foot.lines[0].startswith(f"{40 - len(shown)} more are in the guide")
    assert view.points == 14


def test_a_quiet_building_has_large_letters(tmp_path):
    _, view = hall(tmp_path, clubs(2))
    assert view.points == 20


@pytest.mark.parametrize(
    ("title", "points"),
    [("The hall", 28), ("The hall of all of us " * 7, 24), ("The neighbourhood hall " * 50, 14)],
)
def test_a_long_name_is_smaller(tmp_path, title, points):
    _, view = hall(tmp_path, {"places/hall.md": HALL.replace("The hall", title)})
    assert view.title_points == points


def test_the_page_of_a_building_leads_to_its_door_sheet_and_its_poster(tmp_path):
    guide, _ = hall(tmp_path)
    ways = [link.text for link in entry_view(guide, guide.catalogue.by_slug["hall"]).share]
    assert ways[-2:] == ["Poster", "Door sheet"]


def test_a_group_has_no_door(tmp_path):
    guide, _ = hall(tmp_path, {"groups/tea.md": TEA})
    assert not may_have_door_sheet(guide, guide.catalogue.by_slug["tea"])


def test_a_building_that_has_closed_has_no_door_sheet_now(tmp_path):
    closed = HALL.replace("open:", "status: closed\nopen:")
    guide = guide_on(tmp_path, {"places/hall.md": closed})
    place = guide.catalogue.by_slug["hall"]
    assert may_have_door_sheet(guide, place)
    assert not has_door_sheet(guide, place)


def test_more_days_that_are_not_as_usual_than_fit_leave_room_for_what_happens(tmp_path):
    days = ", ".join(f"{{on: 2026-12-{day:02}, cancelled: yes}}" for day in range(1, 32))
    closed = entry("The hall", "number: 104", "open: Every day, 9am to 5pm", f"changes: [{days}]")
    _, view = hall(tmp_path, {"places/hall.md": closed, "groups/tea.md": TEA})
    assert view.lines[1] == "Closed on Tuesday 1 December."
    assert view.lines[-2] == "More is not as usual. Phone to ask."
    assert len(view.lines) < 20
    assert listed(view) == {"Tuesday": [("10:30am", "Tea")]}


def test_the_longest_name_of_a_day_stays_on_one_line() -> None:
    largest = Lettering(LETTERS[0], is_bold=True)
    assert largest.width("Wednesday") <= DAY - AFTER_DAY
