"""The leaflet: what stands on each panel, and that each panel is where it is folded."""

from __future__ import annotations

from collections import defaultdict

import pytest
from builders import guide_of
from folds import RIGHT_TO_LEFT, folded, letters_of
from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.pdfs.readiness import what_is_missing
from doorstep.sheets.leaflet import leaflet_view

SHEET = ("sheets/leaflet.html", at.LEAFLET, leaflet_view)
PANELS = {
    "Who to phone": (0, 0, 97),
    "Ask for this in large print": (0, 97, 197),
    "Harbour Row guide": (0, 197, 297),
    "What’s on": (1, 0, 100),
    "Get help": (1, 100, 200),
    "Give help": (1, 200, 297),
}
"""Words of each panel, on which side they stand, and between which millimetres."""


def entry(facts):
    return f"---\nchecked: 1 November 2026, by phone\n{facts}\n---\n"


def leaflet(tmp_path, files, **settings):
    guide = guide_of(tmp_path, {name: entry(facts) for name, facts in files.items()}, **settings)
    return leaflet_view(replace(guide, assets=defaultdict(str)))


def titles(panel):
    return [one.title for one in panel.entries]


def test_help_to_get_and_to_give_each_have_a_panel(tmp_path):
    view = leaflet(
        tmp_path,
        {
            "help/food.md": "title: Food bank\nside: get",
            "help/lifts.md": "title: Drivers wanted\nside: give",
        },
    )
    assert titles(view.get_help) == ["Food bank"]
    assert titles(view.give_help) == ["Drivers wanted"]


def test_what_is_on_only_after_the_leaflet_has_run_out_is_left_out(tmp_path):
    view = leaflet(
        tmp_path,
        {
            "events/fair.md": "title: Fair\nwhen: 13 December 2026, 2pm to 4pm",
            "events/ball.md": "title: Ball\nwhen: 14 December 2026, 2pm to 4pm",
        },
    )
    assert titles(view.outings) == ["Fair"]


def test_what_comes_round_is_chosen_before_what_is_on_once(tmp_path):
    long = " ".join(["singing"] * 100)
    view = leaflet(
        tmp_path,
        {
            "events/ball.md": f"title: Ball {long}\nwhen: 23 November 2026, 2pm to 4pm",
            "groups/choir.md": f"title: Choir {long}\nwhen: Every Friday, 7pm to 8pm",
        },
    )
    assert [title[:5] for title in titles(view.outings)] == ["Choir"]
    assert view.outings.note == "1 more is at harbour-row.example.org/guide/whats-on/"


def test_where_nothing_has_a_date_groups_and_places_stand_in(tmp_path):
    view = leaflet(tmp_path, {"groups/tea.md": "title: Tea and talk"})
    assert (view.outings.heading, titles(view.outings)) == ("Groups and places", ["Tea and talk"])
    assert view.places is None


def test_places_without_dates_stand_below_whom_to_phone(tmp_path):
    view = leaflet(
        tmp_path,
        {
            "groups/choir.md": "title: Choir\nwhen: Every Friday, 7pm to 8pm",
            "places/library.md": "title: Library\nopen: Every day, 9am to 5pm",
        },
    )
    assert view.places is not None
    assert titles(view.places) == ["Library"]


def test_an_empty_guide_says_so_and_whom_to_phone(tmp_path):
    view = leaflet(tmp_path, {})
    notes = {view.outings.note, view.get_help.note, view.give_help.note}
    assert notes == {"We know of nothing yet. Do you? Phone 020\u00a07946\u00a00123"}
    assert view.map is None


def test_the_cover_says_until_when_it_is_right(tmp_path):
    assert leaflet(tmp_path, {}).cover.valid_to == "Valid to Sunday 13 December 2026"


def test_a_safe_space_is_on_no_panel(tmp_path):
    view = leaflet(tmp_path, {"help/group.md": "title: A group\nside: get\nsensitive: yes"})
    assert titles(view.get_help) == []


def test_what_is_on_the_flap_is_not_counted_among_the_rest(tmp_path):
    files = {f"places/hall-{number}.md": f"title: Hall {number}" for number in range(40)}
    view = leaflet(
        tmp_path, files | {"groups/tea.md": "title: Tea\nwhen: Every Friday, 1pm to 2pm"}
    )
    assert view.places is not None
    left = 41 - len(view.outings.entries) - len(view.places.entries)
    assert view.back.lines[0].startswith(f"{left} more are in the guide")


def test_a_long_name_pushes_other_lines_off_the_cover_and_not_itself(tmp_path):
    name = " ".join(["Neighbourhood"] * 12)
    view = leaflet(tmp_path, {}, name=name, tagline="What is on")
    assert (view.cover.name, view.cover.tagline, view.cover.intro) == (name, "", "")


@pytest.mark.browser
@pytest.mark.skipif(bool(what_is_missing()), reason="the extra for PDFs is not installed")
@pytest.mark.parametrize("words", [None, RIGHT_TO_LEFT], ids=["as usual", "right to left"])
def test_every_panel_is_between_its_folds_on_paper(tmp_path, words):
    sheet = folded(tmp_path, SHEET, [".leaflet__panel--back"], words)
    left, top, wide, high = sheet.boxes[0]
    assert (left, top, wide, high) == (97 if words is None else 100, 0, 100, 209)
    for sides in sheet.by.values():
        assert len(sides) == 2
        for said, (side, first, last) in PANELS.items():
            start, end = (first, last) if words is None else (297 - last, 297 - first)
            where = [letter.left for letter in letters_of(said, sides[side])]
            assert start + 7 <= min(where) <= max(where) <= end - 7
