"""The search page as it is without script, and the box on every other page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from built_site import TINY, Page, Site, build, copied, of_class, words_of

from doorstep.views.bundles import BUNDLES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CLOSED = """
    ---
    number: 40
    title: The old chess club
    summary: Chess on Fridays.
    topics: [company]
    status: closed
    checked: 2026-10-05, by phone, Amina
    ---
    """


@pytest.fixture(scope="module")
def page(tiny: Site) -> Page:
    """The search page of the small guide."""
    return tiny.page("search/")


def form(page: Page) -> Element:
    """Return the one search form of a page."""
    (found,) = [one for one in page.all("form") if one.get("role") == "search"]
    return found


def template(page: Page, attribute: str) -> Element:
    """Return the template that has this attribute."""
    (found,) = [one for one in page.all("template") if one.get(attribute) is not None]
    return found


def choices(page: Page) -> dict[str, list[str]]:
    """Return what results can be narrowed by: facets by heading."""
    groups = template(page, "data-filter-form").iter("fieldset")
    return {
        words_of(group.find("legend")): [str(box.get("value")) for box in group.iter("input")]
        for group in groups
    }


def scripts(page: Page) -> list[str]:
    """Return the names of the scripts of a page, in order."""
    sources = [str(one.get("src")) for one in page.all("script") if one.get("src")]
    return [re.sub(r".*/(.*)-\w+\.js", r"\1.js", source) for source in sources]


def test_every_page_has_the_box_once_and_it_is_a_plain_form(tiny: Site) -> None:
    for page in tiny.whole_pages:
        box = form(page)
        assert (box.get("action"), box.get("method")) == ("/guide/search/", "get"), page.path
        assert [one.get("name") for one in box.iter("input")] == ["q"]
        assert words_of(box) == "What are you looking for? Find"


def test_the_box_is_at_the_top_of_every_page_but_the_search_page_which_has_its_own(
    tiny: Site, page: Page
) -> None:
    tops = {one.path: of_class(one.tree, "masthead")[0] for one in tiny.whole_pages}
    without = {path for path, top in tops.items() if not of_class(top, "search-box")}
    assert without == {"search/"}
    assert of_class(page.main, "search-box")


def test_without_script_the_page_has_everything_by_name_and_says_so(tiny: Site, page: Page) -> None:
    (said,) = [one for one in page.main.iter("p") if one.get("data-hint")]
    assert "Here is everything by name." in words_of(said)
    everything = [card for cards in tiny.page("a-to-z/").lists.values() for card in cards]
    assert page.cards[: len(everything)] == everything


def test_plain_pages_can_be_found_and_stand_after_everything_else(page: Page) -> None:
    assert list(page.lists)[-1] == "About this guide"
    assert page.titles("About this guide") == ["About this guide", "Stay safe"]


def test_letters_lead_to_their_sections(page: Page) -> None:
    ids = {str(one.get("id")) for one in of_class(page.main, "card-list")}
    links = [href for _, href in page.links("jumps")]
    assert links[-1] == "#about-this-guide"
    assert {link[1:] for link in links} == ids


def test_of_a_safe_space_there_is_the_number_and_the_title(page: Page) -> None:
    (card,) = [card for card in page.cards if card.title == "A group for women"]
    assert (card.number, card.summary, card.lines, card.tags) == ("Number 34", "", [], [])


def test_a_card_says_its_next_date_before_its_rule(page: Page) -> None:
    (card,) = [card for card in page.cards if card.title.endswith("Tea and talk")]
    assert card.title == "Cancelled: Tea and talk"
    assert card.lines[:3] == [
        "Cancelled on Tuesday 24 November. The hall is flooded.",
        "Next on Tuesday 1 December, 10:30am to midday",
        "Every Tuesday in term time, 10:30am to midday",
    ]


def test_what_is_closed_is_not_among_everything(tmp_path: Path) -> None:
    guide = copied(TINY, tmp_path / "guide", {"groups/old-chess-club.md": CLOSED})
    page = build(guide, tmp_path / "_site").page("search/")
    assert "The old chess club" not in [card.title for card in page.cards]


def test_results_are_narrowed_only_by_what_some_entry_has(page: Page) -> None:
    assert choices(page) == {
        "When": ["today", "this-week", "weekend"],
        "Cost and getting in": ["free", "step-free", "turn-up"],
        "Topic": [
            "topic-company",
            "topic-older-people",
            "topic-food",
            "topic-gardens",
            "topic-getting-around",
        ],
        "Area": ["area-top-end", "area-canal-end"],
        "Speaks": ["lang-english", "lang-gujarati", "lang-polish"],
        "For": ["for-everyone"],
        "Kind": [
            "kind-groups",
            "kind-events",
            "kind-help",
            "kind-places",
            "kind-green-spaces",
            "kind-stories",
            "kind-about",
        ],
    }


def test_nothing_found_leads_to_topics_to_a_person_and_to_saying_so(page: Page) -> None:
    steps = of_class(template(page, "data-search"), "nothing-found")[0]
    links = [(words_of(a), str(a.get("href"))) for a in steps.iter("a") if words_of(a)]
    assert ("Food", "/guide/topics/food/") in links
    assert ("020 7946 0123", "tel:+442079460123") in links
    assert links[-1] == ("Tell us this is missing", "/guide/add/")


def test_dates_are_put_right_before_a_card_is_copied(page: Page) -> None:
    names = scripts(page)
    assert names == ["guide.js", "search.js"]
    assert "past.js" in BUNDLES["guide.js"]
    assert "search-results.js" in BUNDLES["search.js"]


def test_every_page_has_the_script_of_the_box(tiny: Site) -> None:
    assert all("guide.js" in scripts(page) for page in tiny.whole_pages)


def test_the_search_page_may_be_found(tiny: Site) -> None:
    assert "https://lantern-lane.example.org/guide/search/" in tiny.text("sitemap.xml")


def test_what_is_not_in_the_menu_of_five_is_at_the_foot_of_every_page(tiny: Site) -> None:
    menu = ["What’s on", "Groups", "Get help", "Give help", "Map"]
    for page in tiny.whole_pages:
        assert [text for text, _ in page.links("menu")] == menu
        foot = page.links("footer__nav")
        assert {("A to Z", "/guide/a-to-z/"), ("Near me", "/guide/near/")} <= set(foot)


def test_the_page_for_adding_has_a_sentence_to_send_that_only_a_script_can_fill(
    tiny: Site,
) -> None:
    found = template(tiny.page("add/"), "data-missing")
    assert "{words}" in str(found.get("data-missing"))
    ways = [str(a.get("href")) for a in found.iter("a")]
    assert ways == ["sms:+447700900123?body="]


def test_with_a_repository_it_can_be_written_there_too(tmp_path: Path) -> None:
    guide = copied(TINY, tmp_path / "guide", {})
    settings = guide / "site.yaml"
    known = "repository: https://github.com/example/lantern-lane/\n"
    settings.write_text(known + settings.read_text(encoding="utf-8"), encoding="utf-8")
    found = template(build(guide, tmp_path / "_site").page("add/"), "data-missing")
    ways: list[Any] = [(a.get("href"), a.get("rel")) for a in found.iter("a")]
    new_issue = "https://github.com/example/lantern-lane/issues/new?template=tell-us.yml&words="
    assert (new_issue, "nofollow noreferrer") in ways


def test_the_search_page_of_an_empty_guide_is_a_whole_page(tmp_path: Path) -> None:
    guide = tmp_path / "guide"
    (guide / "content").mkdir(parents=True)
    shutil.copy(TINY / "site.yaml", guide)
    page = build(guide, tmp_path / "_site").page("search/")
    assert page.cards == []
    assert page.links("jumps") == []
    assert list(choices(page)) == ["When"]
