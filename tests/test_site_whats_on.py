"""What's on in a finished site: its pages, the ways between them, and what is cancelled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from built_site import TINY, Page, Site, build, copied, of_class, words_of

if TYPE_CHECKING:
    from pathlib import Path

LISTS = ["whats-on/", "whats-on/today/", "whats-on/weekend/", "whats-on/next-week/"]
CANCELLED = "Cancelled: Tea and talk"


def happenings(page: Page) -> dict[str, list[str]]:
    """Return the titles under each day that is not kept for later."""
    return {
        str(day.get("data-day")): [words_of(a) for a in of_class(day, "happening__link")]
        for day in of_class(page.main, "day")
        if day.get("hidden") is None
    }


def test_the_week_has_what_the_entries_say(tiny: Site) -> None:
    assert happenings(tiny.page("whats-on/")) == {
        "2026-11-24": [CANCELLED],
        "2026-11-28": ["The pear tree gardeners"],
    }


def test_the_weekend_has_saturday_on_a_saturday(tmp_path: Path) -> None:
    site = build(TINY, tmp_path / "_site", today=date(2026, 11, 28))
    assert happenings(site.page("whats-on/weekend/")) == {
        "2026-11-28": ["The pear tree gardeners"],
        "2026-11-29": ["A walk along the canal"],
    }


@pytest.mark.parametrize("path", ["whats-on/", "whats-on/2026-11/", "whats-on/tuesdays/"])
def test_what_is_cancelled_stands_in_every_list_of_dates(tiny: Site, path: str) -> None:
    titles = [title for titles in happenings(tiny.page(path)).values() for title in titles]
    assert CANCELLED in titles


def test_what_is_cancelled_says_so_on_its_own_page(tiny: Site) -> None:
    tea = tiny.page("groups/tea-and-talk/")
    assert tea.heading == CANCELLED
    assert tea.title == f"{CANCELLED} – Lantern Lane guide"
    assert tea.classed("tags__tag")[0] == "Cancelled"
    (first, *_) = tea.classed("date-list__date")
    assert first.startswith("Cancelled Tuesday 24 November, 10:30am to midday")


@pytest.mark.parametrize("path", ["groups/", "a-to-z/", "places/st-annes-hall/", "near/library/"])
def test_what_is_cancelled_says_so_in_lists_of_what_there_is(tiny: Site, path: str) -> None:
    (card,) = [card for card in tiny.page(path).cards if "Tea and talk" in card.title]
    assert card.title == CANCELLED
    assert card.lines[0] == "Cancelled on Tuesday 24 November. The hall is flooded."


def test_what_is_cancelled_today_says_so_on_the_first_page(tmp_path: Path) -> None:
    site = build(TINY, tmp_path / "_site", today=date(2026, 11, 24))
    assert happenings(site.page("")) == {"2026-11-24": [CANCELLED]}


def test_what_is_cancelled_says_so_in_the_timetable(tiny: Site) -> None:
    slots = tiny.page("whats-on/every-week/").classed("timetable__slot")
    (tea,) = [slot for slot in slots if "Tea and talk" in slot]
    assert "Cancelled on Tuesday 24 November. The hall is flooded." in tea


def test_the_first_page_says_what_is_next_when_today_has_nothing(tiny: Site) -> None:
    said = "Nothing is on today. Next: Saturday 28 November, 10am to midday, The pear tree"
    assert said in tiny.page("").words


@pytest.mark.parametrize("path", LISTS)
def test_no_list_is_simply_empty(tiny: Site, path: str) -> None:
    page = tiny.page(path)
    assert happenings(page) or page.classed("nothing")
    assert "Tell us what is missing" in page.words


@pytest.mark.parametrize("path", [*LISTS, "whats-on/every-week/", "whats-on/2026-11/"])
def test_every_list_leads_to_every_other_and_marks_itself(tiny: Site, path: str) -> None:
    links = tiny.page(path).links("periods")
    assert [href.removeprefix(tiny.root) for _, href in links] == [
        "whats-on/today/",
        "whats-on/weekend/",
        "whats-on/",
        "whats-on/next-week/",
        "whats-on/every-week/",
        "whats-on/2026-11/",
    ]
    (here,) = [
        a
        for nav in of_class(tiny.page(path).main, "periods")
        for a in nav.iter("a")
        if a.get("aria-current") == "page"
    ]
    assert here.get("href") == tiny.root + path


def test_a_guide_has_a_page_for_this_month_and_each_of_the_twelve_after_it(tiny: Site) -> None:
    months = [path for path in tiny.pages if path.startswith("whats-on/20")]
    to_come = sorted(path for path in months if not tiny.page(path).meta("refresh"))
    assert (to_come[0], to_come[-1], len(to_come)) == ("whats-on/2026-11/", "whats-on/2027-11/", 13)


def test_the_address_of_a_month_that_is_over_leads_to_what_is_on_now(tiny: Site) -> None:
    over = tiny.page("whats-on/2026-10/")
    assert over.meta("refresh") == "0; url=/guide/whats-on/"
    assert over.meta("robots") == "noindex"
    assert "whats-on/2026-10/" not in tiny.text("sitemap.xml")


def test_every_filter_leads_to_a_page_of_its_own(tiny: Site) -> None:
    links = tiny.page("whats-on/").links("filters")
    assert ("Free", "/guide/whats-on/free/") in links
    assert all(href.removeprefix(tiny.root) in tiny.pages for _, href in links)


def test_the_menu_begins_with_whats_on_and_events_can_still_be_reached(tiny: Site) -> None:
    assert tiny.page("").links("menu")[0] == ("What’s on", "/guide/whats-on/")
    assert ("Events", "/guide/events/") in tiny.page("").links("link-list")


def test_a_guide_without_dates_has_no_whats_on_in_its_menu(tmp_path: Path) -> None:
    guide = copied(TINY, tmp_path / "guide", {})
    for file in (guide / "content").rglob("*.md"):
        lines = file.read_text().splitlines(keepends=True)
        file.write_text(
            "".join(x for x in lines if not x.startswith(("when:", "changes:", "  - {on")))
        )
    site = build(guide, tmp_path / "_site")
    assert "What’s on" not in dict(site.page("").links("menu"))
    assert site.page("whats-on/").classed("nothing") == ["Nothing this week."]


def test_a_landmark_shows_what_is_on_near_it_with_the_minutes_from_there(tiny: Site) -> None:
    near = tiny.page("near/library/")
    assert happenings(near) == {
        "2026-11-24": [CANCELLED],
        "2026-11-28": ["The pear tree gardeners"],
    }
    assert "St Anne's Hall, about 3 minutes’ walk from the library" in near.classed(
        "happening__where"
    )


def test_a_topic_and_an_area_lead_to_what_is_on_of_them(tiny: Site) -> None:
    topic, area = tiny.page("topics/food/"), tiny.page("areas/top-end/")
    assert ("In the next 4 weeks", "/guide/whats-on/topic-food/") in topic.links("link-list")
    assert ("In the next 4 weeks", "/guide/whats-on/area-top-end/") in area.links("link-list")


def test_an_entry_offers_its_dates_for_a_calendar(tiny: Site) -> None:
    assert "Add to calendar" in tiny.page("groups/tea-and-talk/").words
    assert "Add to calendar" not in tiny.page("groups/a-group-for-women/").words


def test_a_safe_space_with_dates_stands_on_no_page_of_whats_on(tmp_path: Path) -> None:
    safe = """
        ---
        number: 99
        title: A quiet hour
        topics: [company]
        for: [women]
        languages: [Somali]
        when: Every Monday, 7pm to 8pm
        contact: {name: Asha, phone: 07700 900134}
        sensitive: yes
        checked: 2026-11-10, by phone, Amina
        ---
        """
    guide = copied(TINY, tmp_path / "guide", {"groups/a-quiet-hour.md": safe})
    site = build(guide, tmp_path / "_site")
    pages = site.mentions("quiet hour") | site.mentions("Somali")
    assert not [name for name in pages if name.startswith(("whats-on/", "near/", "index"))]
    assert site.page("groups/a-quiet-hour/").facts["When"] == ["Every Monday, 7pm to 8pm"]


@pytest.mark.parametrize("path", ["whats-on/", "whats-on/every-week/", "whats-on/tuesdays/"])
def test_whats_on_is_told_to_search_engines(tiny: Site, path: str) -> None:
    assert f"/guide/{path}<" in tiny.text("sitemap.xml")
