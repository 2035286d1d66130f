"""What stands on a week sheet, by what is on."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from builders import guide_of
from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.outputs.contents import choice_sheets
from doorstep.sheets.week import choice_sheet_view, week_sheet_view
from doorstep.sheets.week_filters import MOST, held_on_page

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.guide import Guide
    from doorstep.sheets.week_parts import WeekRow, WeekSheetView

CHECKED = "checked: 1 November 2026, by phone"
ENDLESS = " ".join(["walking and talking"] * 70)


def group(number: int, title: str, when: str, *more: str) -> str:
    """Return the file of a group that may be printed."""
    facts = (f"number: {number}", f"title: {title}", f"when: {when}", CHECKED, *more)
    return "---\n{}\n---\n".format("\n".join(facts))


def many(number: int, *more: str) -> dict[str, str]:
    """Return so many groups, all on Tuesday."""
    names = (f"Walking group of the street with number {one}" for one in range(number))
    return {
        f"groups/walk-{place:03}.md": group(place + 1, name, "Every Tuesday, 10am", *more)
        for place, name in enumerate(names)
    }


def drawable(folder: Path, files: dict[str, str], **settings: Any) -> Guide:
    """Return a guide of which pages can be made."""
    return replace(guide_of(folder, files, **settings), assets=defaultdict(str))


def sheet(folder: Path, files: dict[str, str], **settings: Any) -> WeekSheetView:
    return week_sheet_view(drawable(folder, files, **settings))


def rows(view: WeekSheetView) -> list[WeekRow]:
    return [row for day in view.days for row in day.rows]


def shown(view: WeekSheetView) -> list[WeekRow]:
    return [row for row in rows(view) if not row.is_spare]


def test_a_row_says_when_what_where_what_it_costs_and_whom_to_phone(tmp_path: Path) -> None:
    contact = "contact: {name: the desk, phone: 020 7946 0101}"
    where = "where: {name: Mill Lane Hall}"
    tea = group(127, "Tea and talk", "Every Tuesday, 10am to midday", where, "cost: Free", contact)
    (row,) = rows(sheet(tmp_path, {"groups/tea.md": tea}))
    assert (row.time, row.title, row.number) == ("10am to midday", "Tea and talk.", "No.\u00a0127")
    assert row.details == "Mill Lane Hall. Free. The desk, 020\u00a07946\u00a00101."


def test_what_is_cancelled_says_why_and_not_whom_to_phone(tmp_path: Path) -> None:
    off = "changes: [{on: 2026-11-24, cancelled: true, because: the hall is flooded}]"
    (row,) = rows(sheet(tmp_path, {"groups/tea.md": group(1, "Tea", "Every Tuesday, 10am", off)}))
    assert row.title == "Cancelled: Tea."
    assert row.details.startswith("The hall is flooded. Next on Tuesday 1 December")


def test_a_week_with_little_on_it_stands_in_large_letters_with_room_between(tmp_path: Path) -> None:
    view = sheet(tmp_path, many(1))
    assert (view.letters, view.gap) == ("20", "3")


def test_a_full_week_stands_in_the_smallest_letters_there_are(tmp_path: Path) -> None:
    view = sheet(tmp_path, many(60))
    assert view.letters == "14"
    assert len(shown(view)) < len(rows(view)) == 60


def test_the_foot_says_how_many_more_there_are(tmp_path: Path) -> None:
    view = sheet(tmp_path, many(60))
    assert view.foot.lines[0].startswith(f"{60 - len(shown(view))} more are in the guide")


def test_the_rows_that_are_shown_are_the_first_in_the_order_of_choice(tmp_path: Path) -> None:
    view = sheet(tmp_path, many(60))
    ranks = sorted(int(row.rank) for row in shown(view))
    assert ranks == list(range(len(ranks)))


def test_a_page_holds_the_first_rows_and_counts_the_others(tmp_path: Path) -> None:
    view = sheet(tmp_path, many(MOST + 30))
    assert len(rows(view)) == MOST
    assert json.loads(view.beyond) == [["", 30]]


def test_a_page_holds_enough_rows_of_everything_that_may_be_chosen(tmp_path: Path) -> None:
    rare = {"groups/zzz.md": group(900, "Zumba", "Every Tuesday, 8pm", "languages: [Gujarati]")}
    view = sheet(tmp_path, many(MOST + 30) | rare)
    assert [row.number for row in rows(view) if "lang-gujarati" in row.facets] == ["No.\u00a0900"]


def test_a_page_holds_something_of_each_day_or_a_script_would_call_the_day_empty() -> None:
    tuesday, friday = date(2026, 11, 24), date(2026, 11, 27)
    rows = [(tuesday, ("free",))] * (MOST + 30) + [(friday, ("free",))] * 2
    assert held_on_page(rows)[MOST:] == [MOST + 30]


def test_a_day_whose_rows_found_no_room_sends_people_to_the_guide(tmp_path: Path) -> None:
    endless = {"groups/endless.md": group(900, ENDLESS, "Every Friday, 8pm")}
    view = sheet(tmp_path, many(60) | endless)
    without = {day.heading: day.without for day in view.days if day.is_without}
    assert without["Friday 27 November"] == "See the guide"
    assert without["Thursday 26 November"] == "Nothing that we know of"


def test_a_very_long_title_takes_no_room_from_others(tmp_path: Path) -> None:
    long = " ".join(["walking and talking"] * 30)
    files = many(60)
    without = len(shown(sheet(tmp_path, files)))
    files["groups/long.md"] = group(900, long, "Every Tuesday, 7am")
    view = sheet(tmp_path, files)
    assert len(shown(view)) == without
    assert max(int(row.rank) for row in rows(view)) == int(
        next(row.rank for row in rows(view) if row.number == "No.\u00a0900")
    )


def test_a_very_long_title_stands_where_there_is_room_for_it(tmp_path: Path) -> None:
    long = " ".join(["walking and talking"] * 30)
    (row,) = shown(sheet(tmp_path, {"groups/long.md": group(900, long, "Every Tuesday, 7am")}))
    assert row.title == f"{long}."


def test_a_safe_space_is_on_no_sheet(tmp_path: Path) -> None:
    files = {"groups/a-group.md": group(1, "A group", "Every Tuesday, 10am", "sensitive: true")}
    assert rows(sheet(tmp_path, files)) == []


def test_an_empty_week_says_what_is_next(tmp_path: Path) -> None:
    fair = group(7, "Fair", "5 December 2026, 2pm")
    view = sheet(tmp_path, {"events/fair.md": fair})
    assert view.days == ()
    assert view.empty == (
        "Nothing this week that we know of. Next: Saturday 5 December, 2pm, Fair. No.\u00a07."
    )


def test_a_guide_without_entries_has_a_sheet_that_says_so(tmp_path: Path) -> None:
    view = sheet(tmp_path, {}, landmarks=())
    assert view.empty == "Nothing this week that we know of."
    assert view.foot.phone == "Phone 020\u00a07946\u00a00123, Harbour Row forum"


def test_the_next_of_an_empty_next_week_is_after_it(tmp_path: Path) -> None:
    dates = "[22 November 2026 at 2pm, 5 December 2026 at 2pm]"
    files = {"events/fair.md": group(7, "Fair", dates)}
    view = week_sheet_view(drawable(tmp_path, files), is_next=True)
    assert "Next: Saturday 5 December" in view.empty


@pytest.fixture
def topics() -> dict[str, str]:
    company = group(1, "Tea", "Every Tuesday, 10am", "topics: [company]", "for: [everyone]")
    older = group(2, "Chess", "Every Friday, 10am", "topics: [older-people]", "area: hill-top")
    return {"groups/tea.md": company, "groups/chess.md": older}


@pytest.mark.parametrize(
    ("slug", "title", "numbers"),
    [
        ("topic-company", "What’s on: Someone to talk to", ["No.\u00a01"]),
        ("topic-older-people", "What’s on: Older people", ["No.\u00a02"]),
        ("area-hill-top", "What’s on: Hill Top", ["No.\u00a02"]),
        ("for-everyone", "What’s on for: Everyone", ["No.\u00a01"]),
    ],
)
def test_a_sheet_of_a_choice_has_what_is_of_that_choice(
    tmp_path: Path, topics: dict[str, str], slug: str, title: str, numbers: list[str]
) -> None:
    view = choice_sheet_view(drawable(tmp_path, topics), slug, is_next=False)
    assert view.title == title
    assert [row.number for row in rows(view)] == numbers


def test_every_choice_has_a_sheet_for_this_week_and_the_next(tmp_path: Path) -> None:
    sheets = choice_sheets(drawable(tmp_path, {}))
    slugs = ["topic-company", "topic-older-people", "area-hill-top", "near-library", "for-everyone"]
    assert sheets == [(slug, is_next) for slug in slugs for is_next in (False, True)]


def test_a_choice_that_nothing_is_about_still_has_its_sheet(tmp_path: Path) -> None:
    view = choice_sheet_view(drawable(tmp_path, {}), "topic-company", is_next=True)
    assert view.empty == "Nothing next week that we know of."


def at_a_walk(number: int, lat: str) -> str:
    where = f"where: {{name: Hall {number}, lat: {lat}, lon: -3.2995}}"
    return group(number, f"Group {number}", "Every Tuesday, 10am", where)


def test_a_sheet_of_a_landmark_has_what_is_within_ten_minutes_nearest_first(tmp_path: Path) -> None:
    walks = {1: "53.7060", 2: "53.7023", 3: "53.7300"}
    files = {f"groups/g{number}.md": at_a_walk(number, lat) for number, lat in walks.items()}
    view = choice_sheet_view(drawable(tmp_path, files), "near-library", is_next=False)
    in_order = sorted(rows(view), key=lambda row: int(row.rank))
    assert [row.number for row in in_order] == ["No.\u00a02", "No.\u00a01"]
    assert view.title == "What’s on near the library"


def test_what_is_elsewhere_this_once_is_not_near(tmp_path: Path) -> None:
    moved = at_a_walk(1, "53.7023").replace(
        CHECKED, f"{CHECKED}\nchanges: [{{on: 2026-11-24, where: the town hall}}]"
    )
    view = choice_sheet_view(
        drawable(tmp_path, {"groups/g.md": moved}), "near-library", is_next=False
    )
    assert rows(view) == []


def test_the_code_leads_to_the_page_that_has_the_rest(tmp_path: Path) -> None:
    guide = drawable(tmp_path, {})
    addresses = {
        slug: choice_sheet_view(guide, slug, is_next=False).foot.qr.label
        for slug in ("topic-company", "near-library")
    }
    assert addresses["topic-company"].endswith(f"/{at.choice_path('topic-company')}")
    assert addresses["near-library"].endswith(f"/{at.near_path('library')}")


def test_the_plain_sheet_leads_to_the_sheet_of_every_choice(tmp_path: Path) -> None:
    guide = drawable(tmp_path, {})
    view = week_sheet_view(guide)
    lists = {one.heading: [link.href for link in one.links] for one in view.about.others}
    assert lists["By topic"][0] == "/guide/print/week/topic-company/"
    assert lists["Near"] == ["/guide/print/week/near-library/"]
    assert list(lists)[:5] == ["When", "By topic", "By area", "Near", "For"]


def test_the_sheet_of_a_choice_leads_to_its_other_week(tmp_path: Path) -> None:
    view = choice_sheet_view(drawable(tmp_path, {}), "area-hill-top", is_next=True)
    weeks = [(link.href, link.is_current) for link in view.about.others[0].links]
    assert weeks == [
        ("/guide/print/week/area-hill-top/", False),
        ("/guide/print/next-week/area-hill-top/", True),
    ]


def test_the_form_offers_only_what_is_among_the_rows(tmp_path: Path) -> None:
    spoken = many(2, "cost: Free", "languages: [Gujarati]")
    groups = sheet(tmp_path, spoken).filters.groups
    offered = [one.facet for group in groups for one in group.filters]
    assert offered == ["free", "lang-gujarati"]
