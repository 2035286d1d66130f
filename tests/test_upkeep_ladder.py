"""The freshness ladder is the same in every output: lists, search, paper, calendars, feeds, map."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from builders import TODAY
from built_site import TINY, Page, Site, build, copied

pytestmark = pytest.mark.whole

STEPS = {"lately": 0, "due": 100, "stale": 200, "gone": 400, "never": None}
"""Days since each was checked, by its slug."""

TITLES = {
    "lately": "Bell ringers",
    "due": "Ukulele hour",
    "stale": "Aardvark spotters",
    "gone": "Chess corner",
    "never": "Abacus circle",
}
SINKING = ("stale", "never")
LISTED = ("lately", "due", "stale", "never")
PRINTED = ("lately", "due")


def entry(slug: str, days: int | None, lon: float) -> str:
    checked = (
        f"checked: {TODAY - timedelta(days=days)}, by phone, Amina" if days is not None else ""
    )
    return f"""
        ---
        title: {TITLES[slug]}
        number: {300 + list(STEPS).index(slug)}
        summary: We meet and have tea.
        topics: [company]
        when: Every Monday, 2pm to 4pm
        where: {{name: The hut {slug}, address: 1 Mill Lane, lat: 53.6501, lon: {lon}}}
        cost: Free
        contact: {{name: Noor, phone: 07700 900 55{list(STEPS).index(slug)}}}
        {checked}
        ---
        """


@pytest.fixture(scope="module")
def ladder(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide with a group on every step."""
    folder = tmp_path_factory.mktemp("ladder")
    changes = {
        f"groups/{slug}.md": entry(slug, days, -3.401 - place / 1000)
        for place, (slug, days) in enumerate(STEPS.items())
    }
    return build(copied(TINY, folder / "guide", changes), folder / "_site")


def ours(words: str) -> list[str]:
    """Return which of our groups are named in some words."""
    return [slug for slug, title in TITLES.items() if title in words]


def order(page: Page) -> list[str]:
    """Return our groups in the order of a page's cards."""
    slugs = {title: slug for slug, title in TITLES.items()}
    return [slugs[card.title] for card in page.cards if card.title in slugs]


@pytest.mark.parametrize("path", ["groups/", "topics/company/"])
def test_in_lists_what_was_not_checked_lately_sinks_and_what_cannot_be_confirmed_is_not(
    ladder: Site, path: str
) -> None:
    page = ladder.page(path)
    assert order(page) == list(LISTED)
    own = {card.title: card for card in page.cards}
    tagged = [slug for slug in LISTED if "Not checked lately" in own[TITLES[slug]].tags]
    assert tagged == list(SINKING)


@pytest.mark.parametrize("path", ["a-to-z/", "near/library/", "missing/", "whats-on/", ""])
def test_no_page_of_lists_names_what_cannot_be_confirmed(ladder: Site, path: str) -> None:
    assert TITLES["gone"] not in ladder.page(path).words


@pytest.mark.parametrize(
    "path", ["a-to-z/", "near/library/", "whats-on/", "whats-on/every-week/", "search/"]
)
def test_pages_of_lists_name_all_the_others(ladder: Site, path: str) -> None:
    assert ours(ladder.page(path).words) == list(LISTED)


def test_search_finds_what_is_listed_and_sinks_what_was_not_checked_lately(ladder: Site) -> None:
    index = json.loads(ladder.text("search/index.json"))
    slugs = {title.lower(): slug for slug, title in TITLES.items()}
    found = [(slugs[row[3]], at) for at, row in enumerate(index["entries"]) if row[3] in slugs]
    assert sorted(slug for slug, _ in found) == sorted(LISTED)
    assert {slug for slug, at in found if at >= index["stale"]} == set(SINKING)


def test_search_knows_that_a_number_was_given_to_what_cannot_be_confirmed(ladder: Site) -> None:
    assert json.loads(ladder.text("search/index.json"))["gone"] == [303]


def test_the_map_shows_what_is_listed(ladder: Site) -> None:
    assert ours(ladder.page("map/").words) == list(LISTED)


def test_the_list_beside_the_map_says_what_was_not_checked_lately(ladder: Site) -> None:
    rows = ladder.page("map/").classed("spot-list__spot")
    told = [row for row in rows if "Not checked lately" in row]
    assert ours(" ".join(told)) == list(SINKING)


def test_search_says_what_was_not_checked_lately(ladder: Site) -> None:
    cards = {card.title: card for card in ladder.page("search/").cards}
    tagged = [slug for slug in LISTED if "Not checked lately" in cards[TITLES[slug]].tags]
    assert tagged == list(SINKING)


@pytest.mark.parametrize("name", ["feeds/all.ics", "feeds/topic-company.ics"])
def test_calendars_have_what_is_listed(ladder: Site, name: str) -> None:
    assert ours(ladder.text(name).replace("\r\n ", "")) == list(LISTED)


def test_the_feed_of_what_is_new_has_only_what_somebody_made_sure_of(ladder: Site) -> None:
    assert ours(ladder.text("feed.xml")) == ["lately", "due", "stale"]


def test_search_engines_are_shown_what_is_listed(ladder: Site) -> None:
    listed = [slug for slug in STEPS if f"/groups/{slug}/<" in ladder.text("sitemap.xml")]
    assert listed == list(LISTED)


@pytest.mark.parametrize(
    "sheet", ["week", "next-week", "month", "leaflet", "booklet", "pocket", "large", "easy"]
)
def test_on_paper_there_is_nothing_that_was_not_checked_lately(ladder: Site, sheet: str) -> None:
    assert set(ours(ladder.page(f"print/{sheet}/").words)) <= set(PRINTED)


@pytest.mark.parametrize("sheet", ["week", "next-week", "booklet", "large"])
def test_on_paper_there_is_what_was_checked(ladder: Site, sheet: str) -> None:
    assert ours(ladder.page(f"print/{sheet}/").words) == list(PRINTED)


@pytest.mark.parametrize("slug", STEPS)
def test_a_poster_is_drawn_of_what_was_checked_and_of_nothing_else(ladder: Site, slug: str) -> None:
    poster = ladder.page(f"print/poster/{slug}/")
    assert ("Every Monday" in poster.words) is (slug in PRINTED)


@pytest.mark.parametrize("slug", STEPS)
def test_the_number_leads_to_the_page_whatever_its_step(ladder: Site, slug: str) -> None:
    number = 300 + list(STEPS).index(slug)
    assert ladder.page(f"n/{number}/").meta("refresh") == f"0; url=/guide/groups/{slug}/"


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("lately", ""),
        ("due", ""),
        ("stale", "Not checked lately. Phone before you go"),
        ("never", "Not checked lately. Phone before you go"),
        ("gone", "We could not confirm this, so we no longer list it"),
    ],
)
def test_a_page_says_first_how_lately_it_was_checked(ladder: Site, slug: str, said: str) -> None:
    assert " ".join(ladder.page(f"groups/{slug}/").classed("notice__heading")) == said


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("lately", "Checked 22 November 2026, by phone. Check due 20 February 2027."),
        ("due", "Checked 14 August 2026, by phone. Check due 12 November 2026."),
        ("stale", "Checked 6 May 2026, by phone. Check due 4 August 2026."),
        ("never", "Not checked yet."),
        ("gone", "Checked 18 October 2025, by phone."),
    ],
)
def test_a_page_says_when_it_was_checked_and_when_that_is_due(
    ladder: Site, slug: str, said: str
) -> None:
    assert said in ladder.page(f"groups/{slug}/").words


def test_all_but_what_was_just_checked_is_asked_about_the_unlisted_first(ladder: Site) -> None:
    rows = " ".join(ladder.page("print/check-up/").classed("check-up__row"))
    assert ours(rows) == ["due", "stale", "gone", "never"]
    assert rows.startswith("303 Chess corner")


def test_the_first_page_says_once_how_many_were_checked_this_month(ladder: Site) -> None:
    home, other = ladder.page(""), ladder.page("groups/")
    assert re.search(r"Checked this month: \d+ of \d+\.", home.words)
    assert not any("Checked this month" in line for line in home.classed("footer__line"))
    assert any("Checked this month" in line for line in other.classed("footer__line"))
