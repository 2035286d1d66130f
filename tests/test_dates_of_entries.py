"""The dates of an entry, on its own page and on its cards: next, off, moved, and the rule."""

from __future__ import annotations

from datetime import date

import pytest
from diaries import HALL, TEA, entry, guide_on, said
from msgspec.structs import replace

from doorstep.views.calendar_links import calendar_links
from doorstep.views.cards import card_of
from doorstep.views.dates_of_entries import dates_of
from doorstep.views.facts import facts_of
from doorstep.views.relations import related_to
from doorstep.views.sharing import share_text
from doorstep.views.wording import off_until, tags_of, title_of

TUESDAYS = "Every Tuesday, 10:30am to midday"
CANCELLED = "changes: [{on: 2026-11-24, cancelled: yes, because: the hall is flooded}]"
NOON_ON_24 = "2026-11-24T12:00:00+00:00"
LATER = "changes: [{on: 2026-12-08, cancelled: yes, because: the hall is flooded}]"
MOVED = 'changes: [{on: 2026-11-24, moved_to: "Thursday 26 November 2026, 2pm"}]'


def tea(tmp_path, when, *more, **files):
    guide = guide_on(tmp_path, {TEA: entry(when, *more)} | files)
    return guide, guide.catalogue.by_slug["tea"]


def facts(tmp_path, when, *more) -> dict[str, list[str]]:
    rows = facts_of(*tea(tmp_path, when, *more))
    return {row.label: [said(line) for line in row.lines] for row in rows}


def test_the_next_date_comes_first_and_the_rule_under_it(tmp_path):
    known = facts(tmp_path, TUESDAYS)
    assert next(iter(known)) == "Next on"
    assert known["Next on"] == ["Tuesday 24 November, 10:30am to midday", TUESDAYS]
    assert "When" not in known


def test_the_next_date_can_be_read_by_machines_and_says_when_it_is_over(tmp_path):
    (run,) = facts_of(*tea(tmp_path, TUESDAYS))[0].lines[0]
    assert (run.moment, run.ends) == ("2026-11-24T10:30+00:00", "2026-11-24T12:00:00+00:00")
    assert run.over == "No dates to come are known"


def test_a_cancelled_date_stands_before_the_next_one(tmp_path):
    assert facts(tmp_path, TUESDAYS, CANCELLED)["Next on"] == [
        "Cancelled on Tuesday 24 November. The hall is flooded.",
        "Tuesday 1 December, 10:30am to midday",
        TUESDAYS,
    ]


def test_a_moved_date_says_when_it_was_and_when_it_is(tmp_path):
    assert facts(tmp_path, TUESDAYS, MOVED)["Next on"] == [
        "Moved: not on Tuesday 24 November.",
        "Thursday 26 November, 2pm to 3:30pm",
        TUESDAYS,
    ]


def test_a_date_that_was_moved_still_says_from_when_once_that_day_is_over(tmp_path):
    guide, group = tea(tmp_path, TUESDAYS, MOVED)
    (first, *_) = facts_of(replace(guide, today=date(2026, 11, 25)), group)
    assert [said(line) for line in first.lines] == [
        "Thursday 26 November, 2pm to 3:30pm",
        "Moved from Tuesday 24 November 2026.",
        TUESDAYS,
    ]


def test_a_date_moved_to_after_the_next_one_says_when_it_is(tmp_path):
    later = 'changes: [{on: 2026-11-24, moved_to: "Thursday 3 December 2026, 2pm"}]'
    assert facts(tmp_path, TUESDAYS, later)["Next on"] == [
        "Moved: not on Tuesday 24 November. Now on Thursday 3 December, 2pm to 3:30pm.",
        "Tuesday 1 December, 10:30am to midday",
        TUESDAYS,
    ]


def test_what_is_paused_says_its_rule_and_not_that_it_is_over(tmp_path):
    assert facts(tmp_path, TUESDAYS, "status: paused")["When"] == [TUESDAYS]


def test_a_single_date_that_is_cancelled_says_so_and_that_no_other_is_known(tmp_path):
    assert facts(tmp_path, "Tuesday 24 November 2026, 7pm", CANCELLED)["When"] == [
        "Cancelled on Tuesday 24 November. The hall is flooded.",
        "No dates to come are known",
        "Tuesday 24 November 2026, 7pm",
    ]


def test_what_is_by_appointment_says_when_and_no_date(tmp_path):
    assert facts(tmp_path, "By appointment")["When"] == ["By appointment"]


def test_a_safe_space_says_the_rule_and_no_date(tmp_path):
    known = facts(tmp_path, TUESDAYS, "sensitive: yes")
    assert known["When"] == [TUESDAYS]
    assert "Next on" not in known
    assert dates_of(*tea(tmp_path, TUESDAYS, "sensitive: yes")) is None


def test_a_safe_space_is_never_said_to_be_cancelled_in_a_list(tmp_path):
    guide, group = tea(tmp_path, TUESDAYS, "sensitive: yes", CANCELLED)
    assert title_of(guide, group) == "Tea and talk"
    assert card_of(guide, group).lines == ()


def test_the_next_six_dates_are_listed_and_those_that_are_off_are_marked(tmp_path):
    listed = dates_of(*tea(tmp_path, TUESDAYS, LATER))
    assert listed
    assert [row.starts[:10] for row in listed.dates] == [
        "2026-11-24",
        "2026-12-01",
        "2026-12-08",
        "2026-12-15",
        "2026-12-22",
        "2026-12-29",
    ]
    (off,) = [row for row in listed.dates if row.is_off]
    assert off.tag
    assert (off.tag.text, off.words) == ("Cancelled", "Tuesday 8 December, 10:30am to midday")
    assert off.note.startswith("The hall is flooded. Next on Tuesday 15 December")


def test_a_single_date_needs_no_list(tmp_path):
    assert dates_of(*tea(tmp_path, "Saturday 28 November 2026, 7pm")) is None


def test_a_card_says_the_next_date_and_then_the_rule(tmp_path):
    card = card_of(*tea(tmp_path, TUESDAYS))
    assert [line.text for line in card.passing] == [
        "Next on Tuesday 24 November, 10:30am to midday"
    ]
    assert card.lines == (TUESDAYS,)


def test_a_card_whose_next_date_is_cancelled_says_so_first(tmp_path):
    card = card_of(*tea(tmp_path, TUESDAYS, CANCELLED))
    assert card.title == "Cancelled: Tea and talk"
    assert card.tags[0].text == "Cancelled"
    assert [line.text for line in card.passing] == [
        "Cancelled on Tuesday 24 November. The hall is flooded.",
        "Next on Tuesday 1 December, 10:30am to midday",
    ]


def test_a_card_says_of_each_of_its_dates_when_it_is_over(tmp_path):
    card = card_of(*tea(tmp_path, TUESDAYS, CANCELLED))
    assert [line.ends for line in card.passing] == [NOON_ON_24, "2026-12-01T12:00:00+00:00"]
    assert (card.off_until, card.usual_title) == (NOON_ON_24, "Tea and talk")
    assert [(tag.text, tag.ends) for tag in card.tags] == [("Cancelled", NOON_ON_24)]


def test_what_is_cancelled_twice_in_a_row_is_so_until_the_second_date_is_over(tmp_path):
    twice = CANCELLED.replace("]", ", {on: 2026-12-01, cancelled: yes}]")
    assert off_until(*tea(tmp_path, TUESDAYS, twice)) == "2026-12-01T12:00:00+00:00"


def test_what_is_cancelled_later_is_not_off_yet(tmp_path):
    assert off_until(*tea(tmp_path, TUESDAYS, LATER)) == ""


def test_facts_about_a_date_say_when_it_is_over(tmp_path):
    (next_on, *_) = facts_of(*tea(tmp_path, TUESDAYS, CANCELLED))
    assert [run.ends for line in next_on.lines for run in line] == [
        NOON_ON_24,
        "2026-12-01T12:00:00+00:00",
        "",
    ]


def test_what_is_cancelled_later_does_not_hide_that_it_is_on_first(tmp_path):
    guide, group = tea(tmp_path, TUESDAYS, LATER)
    assert title_of(guide, group) == "Tea and talk"
    assert [tag.text for tag in tags_of(guide, group)] == []


def test_what_is_moved_has_the_tag_and_keeps_its_title(tmp_path):
    guide, group = tea(tmp_path, TUESDAYS, MOVED)
    assert title_of(guide, group) == "Tea and talk"
    assert [tag.text for tag in tags_of(guide, group)] == ["Moved"]


def test_what_is_over_says_so_on_its_card(tmp_path):
    assert card_of(*tea(tmp_path, "Saturday 14 November 2026, 7pm")).lines == (
        "No dates to come are known",
        "Saturday 14 November 2026, 7pm",
    )


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ("cost: Free", "Tea and talk. Next on Tuesday 24 November, 10:30am to midday. "),
        (CANCELLED, "Cancelled: Tea and talk. Next on Tuesday 1 December, 10:30am to midday. "),
    ],
)
def test_a_message_to_a_neighbour_says_the_next_date_and_cancelled_first(tmp_path, change, text):
    shared = share_text(*tea(tmp_path, TUESDAYS, change))
    assert shared == f"{text}https://harbour-row.example.org/guide/groups/tea/"


def test_what_happens_in_a_building_is_in_the_order_of_its_next_date(tmp_path):
    here = "where: hall"
    files = {
        "groups/a.md": entry("Every Friday, 7pm", here, title="A on Fridays"),
        "groups/b.md": entry("Every Monday, 7pm", here, title="B on Mondays"),
        "groups/c.md": entry("By appointment", here, title="C when you like"),
        "groups/d.md": entry("Every Sunday, 7pm", here, title="D on Sundays"),
        "places/hall.md": HALL,
    }
    guide = guide_on(tmp_path, files)
    (hosted, *_) = related_to(guide, guide.catalogue.by_slug["hall"])
    assert hosted.heading == "What happens here"
    assert [card.title[0] for card in hosted.cards] == ["D", "B", "A", "C"]


def test_a_day_far_off_has_its_year(tmp_path):
    guide, group = tea(tmp_path, "Saturday 3 July 2027, 2pm to 5pm")
    assert guide.today == date(2026, 11, 22)
    assert card_of(guide, group).passing[0].text == "Next on Saturday 3 July 2027, 2pm to 5pm"


def test_a_single_date_is_said_once_and_an_old_card_says_that_none_is_left(tmp_path):
    guide, supper = tea(tmp_path, "Saturday 12 December 2026, 5pm to 8pm")
    card = card_of(guide, supper)
    assert [line.text for line in card.passing] == ["Next on Saturday 12 December, 5pm to 8pm"]
    assert [line.over for line in card.passing] == ["No dates to come are known"]
    assert not any("December" in line for line in card.lines)


def test_a_card_with_a_rule_says_nothing_else_when_its_next_date_has_passed(tmp_path):
    assert [line.over for line in card_of(*tea(tmp_path, TUESDAYS)).passing] == [""]


@pytest.mark.parametrize(("on", "tags"), [("2026-11-24", []), ("2026-12-01", ["Step-free"])])
def test_a_card_whose_next_date_is_at_another_place_does_not_promise_it_is_step_free(
    tmp_path, on, tags
):
    there = f"changes: [{{on: {on}, where: the café in Mill Lane}}]"
    guide, group = tea(tmp_path, TUESDAYS, "access: {step_free: yes}", there)
    assert [tag.text for tag in tags_of(guide, group)] == tags


def test_what_is_moved_to_a_day_very_far_off_says_that_day_and_is_not_over(tmp_path):
    far = 'changes: [{on: 2026-11-28, moved_to: "Saturday 22 January 2028"}]'
    card = card_of(*tea(tmp_path, "Saturday 28 November 2026, 7pm", far))
    assert [line.text for line in card.passing] == [
        "Moved: not on Saturday 28 November. Now on Saturday 22 January 2028."
    ]
    assert card.lines == ("Saturday 28 November 2026, 7pm",)


def test_a_reason_that_ends_with_its_own_mark_gets_no_full_stop(tmp_path):
    snow = 'changes: [{on: 2026-11-24, cancelled: yes, because: "snow?"}]'
    (said_first, *_) = facts(tmp_path, TUESDAYS, snow)["Next on"]
    assert said_first == "Cancelled on Tuesday 24 November. Snow?"


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        (TUESDAYS, ["Moved: not at 10:30am on Tuesday 24 November.", "2pm to 3:30pm"]),
        ("Every Tuesday", ["Another time on Tuesday 24 November.", "2pm"]),
    ],
)
def test_a_date_that_only_has_another_time_is_not_said_to_be_off(tmp_path, when, lines):
    at_two = 'changes: [{on: 2026-11-24, moved_to: "Tuesday 24 November 2026, 2pm"}]'
    off, new, *_ = facts(tmp_path, when, at_two)["Next on"]
    assert [off, new] == [lines[0], f"Tuesday 24 November, {lines[1]}"]


def test_a_date_that_had_no_time_was_not_moved_from_midnight(tmp_path):
    at_two = 'changes: [{on: 2026-11-24, moved_to: "Tuesday 24 November 2026, 2pm"}]'
    listed = dates_of(*tea(tmp_path, "Every Tuesday", at_two))
    assert listed
    (note,) = [row.note for row in listed.dates if row.starts == "2026-11-24T14:00+00:00"]
    assert note == "At another time than usual."


def test_what_is_very_far_off_has_only_its_next_date_for_a_calendar(tmp_path):
    links = calendar_links(*tea(tmp_path, "Saturday 22 January 2028, 7pm"))
    assert [link.text for link in links] == ["Download the next date", "How calendars work"]


@pytest.mark.parametrize("change", [CANCELLED, MOVED])
def test_a_building_is_neither_cancelled_nor_moved_when_what_happens_in_it_is(tmp_path, change):
    guide = guide_on(tmp_path, {"places/hut.md": entry(TUESDAYS, change, title="The hut")})
    card = card_of(guide, guide.catalogue.by_slug["hut"])
    assert (card.title, card.tags) == ("The hut", ())
    assert "on Tuesday 24 November." in card.passing[0].text
