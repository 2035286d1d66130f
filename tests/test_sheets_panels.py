"""Panels: whole entries with all that one has to know, as many as there is room for."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from builders import guide_of
from hypothesis import given, settings
from hypothesis import strategies as st

from doorstep.sheets.folded import more_here
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.panel_entries import panel_entry
from doorstep.sheets.panel_parts import Panel, PanelEntry
from doorstep.sheets.panels import Room, filled, panel_height
from doorstep.sheets.phone_panels import phone_panel

ROOM = Room(80, 60, Lettering(16, 1.15, is_bold=True))
HALL = "---\ntitle: St Anne’s Hall\nwhere: {address: 1 High Street, postcode: AB1 5QR}\n---\n"
TUESDAYS = "when: Every Tuesday, 10:30am to midday"
LINES = [
    {"name": "Emergency", "phone": "999", "say": "Someone is hurt or in danger now"},
    {"name": "Samaritans", "phone": "116 123", "say": "You want to talk, day or night"},
    {"name": "Shout", "text": "85258", "say": "You would rather text"},
]


def entry(facts):
    return f"---\nchecked: 1 November 2026, by phone\n{facts}\n---\n"


def tea(tmp_path, facts, kind="groups"):
    """Return the lines of an entry with these facts."""
    guide = guide_of(tmp_path, {f"{kind}/tea.md": entry(f"title: Tea\n{facts}")})
    return panel_entry(guide, guide.catalogue.by_slug["tea"]).lines


def clubs(tmp_path, number):
    files = {f"groups/club-{one}.md": entry(f"title: Club {one}") for one in range(number)}
    guide = guide_of(tmp_path, files)
    return guide, guide.catalogue.entries


def test_an_entry_says_when_where_what_it_costs_and_whom_to_phone(tmp_path):
    facts = f"number: 127\ntitle: Tea\n{TUESDAYS}\nwhere: hall\ncost: Free"
    contact = "contact: {name: Pat, phone: 020 7946 0456}"
    files = {"places/hall.md": HALL, "groups/tea.md": entry(f"{facts}\n{contact}")}
    guide = guide_of(tmp_path, files)
    said = panel_entry(guide, guide.catalogue.by_slug["tea"])
    assert (said.title, said.is_name, said.number) == ("Tea", True, "No.\u00a0127")
    assert said.lines == (
        "Every Tuesday, 10:30am to midday. St Anne’s Hall. Free.",
        "Pat, 020\u00a07946\u00a00456",
    )


def test_what_is_on_once_says_its_day(tmp_path):
    when, _ = tea(tmp_path, "when: 5 December 2026, 2pm to 4pm\ncost: £2", kind="events")
    assert when == "Saturday 5 December, 2pm to 4pm. £2."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            "{on: 2026-12-01, cancelled: true, because: the hall is flooded}",
            "Cancelled on Tuesday 1 December. The hall is flooded.",
        ),
        (
            "{on: 2026-12-01, moved_to: 2026-12-02}",
            "Moved: not on Tuesday 1 December. Now on Wednesday 2 December, 10:30am to midday.",
        ),
    ],
)
def test_a_date_that_is_not_as_usual_is_said_first_and_once(tmp_path, change, said):
    first, *rest = tea(tmp_path, f"{TUESDAYS}\nchanges:\n  - {change}")
    assert first == said
    assert len(rest) == 2


def test_what_was_moved_here_from_a_day_that_is_over_says_when_it_is_now(tmp_path):
    change = "{on: 2026-11-17, moved_to: 2026-11-25}"
    first, *_ = tea(tmp_path, f"{TUESDAYS}\nchanges:\n  - {change}")
    assert first == (
        "Moved from Tuesday 17 November 2026. Next on Wednesday 25 November, 10:30am to midday."
    )


def test_a_date_cancelled_after_the_sheet_has_run_out_is_not_said(tmp_path):
    lines = tea(tmp_path, f"{TUESDAYS}\nchanges:\n  - {{on: 2026-12-15, cancelled: true}}")
    assert len(lines) == 2


def test_a_place_says_on_which_day_it_is_shut(tmp_path):
    change = "{on: 2026-12-01, cancelled: true, because: stocktaking}"
    first, *_ = tea(tmp_path, f"open: Every day, 9am to 5pm\nchanges:\n  - {change}", "places")
    assert first == "Closed on Tuesday 1 December. Stocktaking."


def test_as_many_whole_entries_stand_in_a_panel_as_fit(tmp_path):
    guide, entries = clubs(tmp_path, 30)
    panel, shown = filled(guide, "Clubs", entries, ROOM)
    assert 0 < len(shown) == len(panel.entries) < 30
    assert panel_height(panel, ROOM) <= ROOM.high
    one_more = (*panel.entries, panel.entries[0])
    fuller = Panel(heading=panel.heading, entries=one_more, note="")
    assert panel_height(fuller, ROOM) > ROOM.high


def test_a_panel_says_how_many_more_there_are_and_where(tmp_path):
    guide, entries = clubs(tmp_path, 30)
    note = partial(more_here, guide, path="groups/")
    panel, shown = filled(guide, "Clubs", entries, ROOM, note)
    left = 30 - len(shown)
    assert panel.note == f"{left} more are at harbour-row.example.org/guide/groups/"


def test_a_panel_that_shows_all_there_is_says_nothing_of_more(tmp_path):
    guide, entries = clubs(tmp_path, 1)
    panel, _ = filled(guide, "Clubs", entries, ROOM, partial(more_here, guide, path="groups/"))
    assert panel.note == ""


def test_a_panel_with_nothing_says_whom_to_tell(tmp_path):
    guide, _ = clubs(tmp_path, 1)
    panel, _ = filled(guide, "Get help", [], ROOM)
    assert panel.note == "We know of nothing yet. Do you? Phone 020\u00a07946\u00a00123"


def test_the_soonest_is_read_first_whatever_was_chosen_first(tmp_path):
    files = {
        "groups/choir.md": entry("title: Choir\nwhen: Every Friday, 7pm to 8pm"),
        "groups/art.md": entry("title: Art"),
        "groups/bingo.md": entry("title: Bingo\nwhen: Every Monday, 7pm to 8pm"),
    }
    guide = guide_of(tmp_path, files)
    panel, _ = filled(guide, "Clubs", guide.catalogue.entries, Room(80, 90, ROOM.heading))
    assert [one.title for one in panel.entries] == ["Bingo", "Choir", "Art"]


def test_whom_to_phone_says_when_to_phone_whom(tmp_path):
    guide = guide_of(tmp_path, {}, emergency=LINES)
    panel = phone_panel(guide, guide.config.emergency, Room(80, 190, ROOM.heading))
    assert [(line.title.replace("\u00a0", " "), *line.lines) for line in panel.entries] == [
        ("Emergency: 999", "Someone is hurt or in danger now"),
        ("Samaritans: 116 123", "You want to talk, day or night"),
        ("Shout: text 85258", "You would rather text"),
        (
            "Harbour Row forum: 020 7946 0123",
            "Ask us anything. Say the number of what you found.",
        ),
    ]


def test_where_there_is_little_room_every_number_stays_and_the_last_words_go(tmp_path):
    room = Room(80, 50, ROOM.heading)
    guide = guide_of(tmp_path, {}, emergency=LINES)
    panel = phone_panel(guide, guide.config.emergency, room)
    assert len(panel.entries) == 4
    assert [bool(line.lines) for line in panel.entries] == [True, True, False, False]


@settings(max_examples=50)
@given(st.lists(st.text("abc ", max_size=60), max_size=6), st.integers(20, 100))
def test_a_panel_with_one_more_entry_is_higher(titles, wide):
    room = Room(wide, 100, ROOM.heading)
    entries = tuple(
        PanelEntry(title=title, is_name=False, number="", lines=("Free.",)) for title in titles
    )
    heights = [
        panel_height(Panel(heading="Clubs", entries=entries[:number], note=""), room)
        for number in range(len(entries) + 1)
    ]
    assert all(low < high for low, high in pairwise(heights))
