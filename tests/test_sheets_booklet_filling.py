from __future__ import annotations

import re

import pytest
from builders import guide_of
from hypothesis import given, settings
from hypothesis import strategies as st

from doorstep.sheets.booklet_blocks import HIGH, parts_of
from doorstep.sheets.booklet_filling import FIRST_INSIDE, inside_of
from doorstep.sheets.paginating import is_too_high

TOPICS = [{"id": f"topic-{n}", "label": f"Topic {n}"} for n in range(6)]
WHENS = (
    "Every Tuesday, 10:30am to midday",
    "Monday to Friday, 9am to 5pm",
    "First Friday of the month, 7pm to 9pm",
)


def files_of(number, topics=6, longer=1):
    """Return so many groups, each on one of so many topics."""
    summary = " ".join(["Tea, talk and board games for anyone who would like company."] * longer)
    return {
        f"groups/group-{n}.md": f"""
            ---
            number: {n}
            title: Group {n}
            summary: {summary}
            topics: [topic-{n % topics}]
            when: {WHENS[n % 3]}
            where: {{address: "{n} High Street", lat: 53.70{n % 9}1, lon: -3.30{n % 7}1}}
            contact: {{name: Pat, phone: 020 7946 0456}}
            checked: 1 November 2026, by phone
            ---
            """
        for n in range(1, number + 1)
    }


def inside(tmp_path, files, **settings):
    tmp_path.mkdir(exist_ok=True)
    return inside_of(guide_of(tmp_path, files, topics=TOPICS, **settings))


def numbered_parts(found):
    """Return what stands on each page, by its number."""
    return {number: parts_of(page) for number, page in enumerate(found.pages, FIRST_INSIDE)}


def rows_of(found):
    """Return every line of a list as its words and the page it names."""
    return [
        (row.text, int(re.sub(r"\D", "", row.page)))
        for parts in numbered_parts(found).values()
        for part in parts
        for row in part.rows
    ]


def headings_of(found):
    return [
        part.heading for parts in numbered_parts(found).values() for part in parts if part.heading
    ]


def pages_of_things(found):
    """Return on which page each heading and each entry is first."""
    pages = {}
    for number, parts in numbered_parts(found).items():
        for part in parts:
            pages.setdefault(part.heading, number)
            for entry in part.entries:
                pages.setdefault(entry.title, number)
    return pages


@pytest.mark.parametrize("number", [3, 30, 60])
def test_every_page_that_a_list_names_is_right(tmp_path, number):
    found = inside(tmp_path, files_of(number))
    right = pages_of_things(found) | {"Who to phone": len(found.pages) + 2}
    rows = rows_of(found)
    assert len(rows) > number
    assert [row for row in rows if right[row[0]] != row[1]] == []


@pytest.mark.parametrize("number", [0, 1, 20, 80])
def test_no_page_is_higher_than_paper(tmp_path, number):
    assert not is_too_high(inside(tmp_path, files_of(number)).pages, HIGH)


@pytest.mark.parametrize("number", [0, 1, 20, 80])
def test_the_last_page_inside_is_for_notes(tmp_path, number):
    parts = numbered_parts(inside(tmp_path, files_of(number)))
    assert parts[max(parts)][0].heading == "Notes"


def test_every_entry_that_is_chosen_stands_there_once(tmp_path):
    found = inside(tmp_path, files_of(80))
    shown = [
        entry.title
        for parts in numbered_parts(found).values()
        for part in parts
        for entry in part.entries
    ]
    assert sorted(shown) == sorted(entry.title for entry in found.entries)
    assert len(shown) == len(set(shown))


def test_each_topic_is_seen_when_there_is_not_room_for_all(tmp_path):
    found = inside(tmp_path, files_of(80))
    assert len(found.entries) < 80
    assert {topic["label"] for topic in TOPICS} <= set(headings_of(found))


def test_with_few_topics_it_goes_from_a_to_z(tmp_path):
    headings = headings_of(inside(tmp_path, files_of(6, topics=2)))
    assert "A to Z" in headings
    assert "Topic 0" not in headings


def test_help_to_get_and_to_give_both_have_a_section(tmp_path):
    headings = headings_of(inside(tmp_path, {}))
    assert headings[:3] == ["Contents", "Get help", "Give help"]


def test_there_is_a_list_by_name_where_there_is_room(tmp_path):
    assert "By name" in headings_of(inside(tmp_path / "few", files_of(6)))
    assert "By name" not in headings_of(inside(tmp_path / "many", files_of(80)))


def test_the_map_has_the_same_numbers_as_its_list(tmp_path):
    found = inside(tmp_path, files_of(20))
    (parts,) = [
        parts for parts in numbered_parts(found).values() if any(part.map for part in parts)
    ]
    on_map = {
        number
        for part in parts
        if part.map
        for pin in part.map.pins
        for row in pin.rows
        for number in row.words.split()
    }
    assert on_map
    assert on_map == {row.lead for part in parts for row in part.rows}


def test_without_positions_there_is_no_map_and_no_line_for_one(tmp_path):
    files = {"groups/tea.md": "---\ntitle: Tea\nchecked: 1 November 2026\n---\n"}
    found = inside(tmp_path, files)
    assert "Map" not in headings_of(found)
    assert "Map" not in [text for text, _ in rows_of(found)]


def test_a_title_of_200_words_is_passed_over(tmp_path):
    long = files_of(1)["groups/group-1.md"].replace("Group 1", " ".join(["neighbours"] * 200))
    found = inside(
        tmp_path, files_of(12) | {"groups/long.md": long.replace("number: 1", "number: 99")}
    )
    assert len(found.entries) == 12


def test_safe_spaces_and_what_nobody_checked_are_left_out(tmp_path):
    files = {
        "groups/safe.md": "---\ntitle: Safe\nsensitive: yes\nchecked: 1 November 2026\n---\n",
        "groups/old.md": "---\ntitle: Old\nchecked: 1 January 2026\n---\n",
        "groups/new.md": "---\ntitle: New\nchecked: 1 November 2026\n---\n",
    }
    assert [entry.title for entry in inside(tmp_path, files).entries] == ["New"]


def test_what_is_over_is_left_out_and_what_is_cancelled_is_not(tmp_path):
    checked = "checked: 1 November 2026\n---\n"
    off = "changes: [{on: 2026-11-28, cancelled: true}]"
    files = {
        "events/over.md": f"---\ntitle: Over\nwhen: 1 November 2026\n{checked}",
        "events/off.md": f"---\ntitle: Off\nwhen: 28 November 2026\n{off}\n{checked}",
    }
    assert [entry.title for entry in inside(tmp_path, files).entries] == ["Off"]


@settings(max_examples=20)
@given(st.integers(0, 40), st.integers(1, 6), st.integers(1, 8))
def test_whatever_there_is_fits_on_8_12_or_16_pages(tmp_path_factory, number, topics, longer):
    found = inside(tmp_path_factory.mktemp("guide"), files_of(number, topics, longer))
    assert len(found.pages) + 2 in (8, 12, 16)
    assert not is_too_high(found.pages, HIGH)


def on_tuesdays(number):
    """Return so many groups that meet on one day."""
    return {
        f"groups/{n}.md": f"---\ntitle: Group {n}\nwhen: Every Tuesday, 10am\n"
        "checked: 1 November 2026, by phone\n---\n"
        for n in range(number)
    }


def test_a_day_that_goes_on_overleaf_is_said_again(tmp_path):
    pages = list(numbered_parts(inside(tmp_path, on_tuesdays(60))).values())
    lists = [(page[at - 1], part) for page in pages for at, part in enumerate(page) if part.rows]
    tuesdays = [before for before, part in lists if part.rows[0].lead]
    assert len(tuesdays) > 1
    assert all(before.subheading == "Tuesday" for before in tuesdays)


@pytest.mark.parametrize("number", range(30, 40))
def test_the_last_line_of_a_list_is_never_alone_on_a_page(tmp_path, number):
    pages = numbered_parts(inside(tmp_path, on_tuesdays(number))).values()
    assert all(len(part.rows) != 1 for page in pages for part in page if part.rows)
