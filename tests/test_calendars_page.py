"""The page about calendars, and the links to them on the pages of entries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from builders import guide_of
from built_site import of_class, words_of
from msgspec.structs import replace

from doorstep.views.calendar_links import calendar_links
from doorstep.views.calendar_page import MOST, calendar_view

if TYPE_CHECKING:
    from pathlib import Path

    from built_site import Site

HOST = "lantern-lane.example.org/guide"
CHECKED = "checked: 2026-11-03, by phone\n"


def rows(site: Site) -> dict[str, list[tuple[str, str]]]:
    """Return the calendars on the page, by their heading: what each is called, and its address."""
    return {
        words_of(part.find("h3")): [
            (words_of(row.find("a")), str(row.find("a").get("href")))  # type: ignore[union-attr]
            for row in of_class(part, "feed-list__row")
        ]
        for part in of_class(site.page("calendar/").main, "feed-list")
    }


def test_every_calendar_with_something_in_it_is_there_to_choose(tiny: Site) -> None:
    found = rows(tiny)
    assert list(found) == ["Everything", "By topic", "By area", "By group", "By place"]
    assert found["Everything"] == [("Everything", f"webcal://{HOST}/feeds/all.ics")]
    assert ("Gardens and outdoors", f"webcal://{HOST}/feeds/topic-gardens.ics") in found["By topic"]


def test_every_calendar_on_the_page_is_there(tiny: Site) -> None:
    for _, address in tiny.page("calendar/").links():
        if address.endswith(".ics") and not address.startswith("https:"):
            path = address.removeprefix(f"webcal://{HOST}/").removeprefix("/guide/")
            assert path in tiny.files, address


def test_the_address_to_copy_is_the_same_calendar(tiny: Site) -> None:
    for row in of_class(tiny.page("calendar/").main, "feed-list__row"):
        phone, address = (str(link.get("href")) for link in row.iter("a"))
        assert phone.removeprefix(f"webcal://{HOST}/") == address.removeprefix("/guide/")


def test_each_address_is_told_apart_by_screen_readers(tiny: Site) -> None:
    links = of_class(tiny.page("calendar/").main, "feed-list__address")
    heard = [words_of(of_class(link, "visually-hidden")[0]) for link in links]
    assert len(set(heard)) == len(heard)
    assert "Address: Everything" in heard


def test_the_page_says_that_calendars_are_late(tiny: Site) -> None:
    words = tiny.page("calendar/").words
    assert "It can be a day or more behind." in words
    assert "Cancelled dates are there first." in words


def test_google_is_given_the_address_in_words_too(tiny: Site) -> None:
    assert tiny.page("calendar/").classed("calendar-way__address") == [
        f"https://{HOST}/feeds/all.ics"
    ]


def test_no_list_grows_without_end(tmp_path: Path) -> None:
    meets = f"{CHECKED}when: Every Tuesday, 2pm"
    files = {
        f"groups/g{number}.md": f"---\ntitle: Group {number}\n{meets}\n---\n"
        for number in range(MOST + 1)
    }
    guide = replace(guide_of(tmp_path, files), assets=defaultdict(str))
    *_, groups = calendar_view(guide).lists
    assert len(groups.rows) == MOST
    assert groups.note == "There are more: each has a calendar on its own page."


def links_of(folder: Path, facts: str) -> dict[str, str]:
    """Return the calendar links of an entry that says so."""
    text = f"---\ntitle: Tea\n{CHECKED}{facts}\n---\n"
    guide = guide_of(folder, {"groups/tea.md": text})
    return {link.text: link.href for link in calendar_links(guide, guide.catalogue.entries[0])}


def test_an_entry_with_dates_leads_to_its_calendars(tmp_path: Path) -> None:
    assert links_of(tmp_path, "when: Every Tuesday, 2pm") == {
        "Add all dates on this phone": "webcal://harbour-row.example.org/guide/groups/tea/tea.ics",
        "Download all dates": "/guide/groups/tea/tea.ics",
        "Download the next date": "/guide/groups/tea/tea-next.ics",
        "How calendars work": "/guide/calendar/",
    }


@pytest.mark.parametrize(
    "facts",
    [
        "when: By appointment",
        "when: Every Tuesday, 2pm\nstatus: paused",
        "when: Every Tuesday, 2pm\nsensitive: yes\ncontact: {phone: 07700 900 123}",
        "when: Tuesday 3 November 2026, 2pm",
    ],
    ids=["by appointment", "paused", "a safe space", "over"],
)
def test_where_no_date_is_to_come_there_is_no_link(tmp_path: Path, facts: str) -> None:
    assert links_of(tmp_path, facts) == {}
