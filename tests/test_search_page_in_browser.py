"""The search page of a finished site in real Chromium: typed, sent, shared, offline."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from browser import new_browser
from built_site import TINY, Site, build, copied
from drawn_pages import seen
from playwright.sync_api import expect
from served import served
from test_search_page import CLOSED
from visits import NARROW, NOON, ROUTED, WCAG, WIDE, axe, looked, reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page, ViewportSize

pytestmark = pytest.mark.browser

MANY = 110
SYNONYMS = """
    means:
      skint: company
    """
MISSED = """() => {
  const { find } = doorstep;
  const nothing = { rows: [], found: '', also: [], missed: [] };
  doorstep.find = (index, text) => (text === 'wintr suppr'
    ? Object.assign(nothing, { near: ['topic-food', 'free'], suggestion: 'winter supper' })
    : find(index, text));
}"""
"""Makes two words lead to nothing but another spelling and a topic."""

CHOIR = """
    ---
    number: {number}
    title: Choir {number}
    summary: Songs from everywhere.
    topics: [gardens]
    checked: 2026-10-05, by phone, Amina
    ---
    """


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide with a closed group, a synonym, and over a hundred choirs."""
    folder = tmp_path_factory.mktemp("searched")
    choirs = {f"groups/choir-{n}.md": CHOIR.format(number=500 + n) for n in range(MANY)}
    more = {"groups/old-chess-club.md": CLOSED, "synonyms.yaml": SYNONYMS}
    return build(copied(TINY, folder / "guide", choirs | more), folder / "_site")


@pytest.fixture(scope="module")
def address(guide: Site) -> Iterator[str]:
    """Where it is served."""
    with served(guide) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every page has its own profile."""
    with new_browser() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The search page on a large screen; whatever it complains of fails the test."""
    with reader(browser, address, viewport=WIDE) as (page, troubles):
        page.goto(f"{address}search/")
        yield page
        assert troubles == []


def box(page: Page) -> Locator:
    """Return the box to type in."""
    return page.get_by_role("textbox", name="What are you looking for?")


def find(page: Page, words: str) -> None:
    """Type words, and wait until what is found is announced."""
    box(page).fill(words)
    box(page).press("Enter")
    wait(page)


def wait(page: Page) -> None:
    """Wait until something is announced that is no longer a word of waiting."""
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^(?!Looking…).+"))


def choice(page: Page, name: str) -> Locator:
    """Return the box of a choice."""
    return page.get_by_label(re.compile(f"^{name} \\("))


def results(page: Page) -> list[str]:
    """Return the titles of what is found."""
    return seen(page, "#results .card__title")


def said(page: Page) -> str:
    """Return what was announced."""
    return str(page.get_by_role("status").first.inner_text())


def choose(page: Page, *names: str) -> None:
    """Tick choices, and apply them."""
    for name in names:
        choice(page, name).check()
    page.get_by_role("button", name="Apply filters").first.click()


def test_results_come_while_one_types_and_are_announced_when_one_pauses(page: Page) -> None:
    box(page).press_sequentially("supp")
    expect(page.locator("#results .card__title")).to_have_text(["Winter supper"])
    assert said(page) in ("", "Looking…")
    expect(page.get_by_role("status").first).to_have_text("1 result for “supp”")
    expect(box(page)).to_be_focused()


def test_what_was_found_is_said_first_and_then_what_was_typed(page: Page) -> None:
    find(page, "suppper")
    assert said(page) == "1 result for “supper”. We also looked for “suppper”."
    assert results(page) == ["Winter supper"]
    assert seen(page, ".search-results h2") == ["1 result for “supper”"]


def test_a_word_of_the_forum_is_said_with_what_it_means(page: Page) -> None:
    find(page, "skint")
    assert said(page).endswith("results for “skint”. We also looked for “company”.")
    assert "Cancelled: Tea and talk" in results(page)


def test_everything_by_name_gives_way_to_results_and_comes_back_with_an_empty_box(
    page: Page,
) -> None:
    everything = page.locator("[data-everything]")
    find(page, "supper")
    expect(everything).to_be_hidden()
    box(page).fill("")
    expect(everything).to_be_visible()
    assert results(page) == []
    expect(page).to_have_url(page.url.partition("#")[0])


def test_a_search_from_any_other_page_leads_to_its_results(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=NARROW) as (page, troubles):
        page.goto(f"{address}groups/tea-and-talk/")
        box(page).fill("winter supper")
        page.get_by_role("button", name="Find").click()
        expect(page.locator("#results .card__title")).to_have_text(["Winter supper"])
        assert page.url == f"{address}search/#q=winter%20supper"
        assert box(page).input_value() == "winter supper"
        page.go_back()
        assert page.url == f"{address}groups/tea-and-talk/"
        assert troubles == []


def test_the_index_is_fetched_when_the_box_is_touched_and_not_before(
    browser: Browser, address: str
) -> None:
    with reader(browser, address) as (page, _):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}groups/")
        assert not any(url.endswith(".json") for url in asked)
        with page.expect_request(f"{address}search/index.json"):
            box(page).focus()


def test_nothing_that_is_typed_leaves_the_phone(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=WIDE) as (page, _):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(unquote(request.url)))
        page.goto(address)
        box(page).fill("lonely tonight")
        box(page).press("Enter")
        wait(page)
        find(page, "secretword")
        page.get_by_role("link", name="Tell us this is missing").click()
        expect(page.locator(".missing blockquote")).to_contain_text("secretword")
        assert len(asked) > 3
        assert [url for url in asked if "lonely" in url or "secretword" in url] == []


def test_a_form_that_was_sent_without_a_script_is_read_and_put_after_the_hash(
    page: Page, address: str
) -> None:
    page.goto(f"{address}search/?q=winter+supper")
    expect(page.locator("#results .card__title")).to_have_text(["Winter supper"])
    assert page.url == f"{address}search/#q=winter%20supper"


def test_an_address_with_digits_alone_shows_the_entry_and_leads_nowhere_by_itself(
    page: Page, address: str
) -> None:
    page.goto(f"{address}search/?q=31")
    expect(page.get_by_role("status").first).to_have_text("1 result for “31”")
    assert page.url == f"{address}search/#q=31"


@pytest.mark.parametrize("typed", ["31", "No. 31", " 31 "])
def test_digits_alone_lead_to_the_entry(page: Page, address: str, typed: str) -> None:
    box(page).fill(typed)
    box(page).press("Enter")
    page.wait_for_url(f"{address}groups/tea-and-talk/")
    page.go_back()
    expect(page.locator("#results .card__title").first).to_have_text("Cancelled: Tea and talk")


def test_digits_from_another_page_lead_there_with_no_page_in_between(
    browser: Browser, address: str
) -> None:
    with reader(browser, address) as (page, _):
        page.goto(f"{address}groups/")
        box(page).fill("41")
        box(page).press("Enter")
        page.wait_for_url(f"{address}events/winter-supper/")
        page.go_back()
        assert page.url == f"{address}groups/"


def test_the_number_of_something_closed_says_so_and_leads_to_what_became_of_it(
    page: Page, address: str
) -> None:
    find(page, "40")
    assert said(page).startswith("No. 40 is not in the guide’s lists any more.")
    page.get_by_role("link", name="See what became of No. 40").click()
    page.wait_for_url(f"{address}groups/old-chess-club/")


def test_when_nothing_is_found_there_is_a_way_on(page: Page) -> None:
    find(page, "xylophone")
    assert said(page) == "Nothing found for “xylophone”"
    assert box(page).input_value() == "xylophone"
    steps = page.locator(".nothing-found > li")
    assert steps.count() == 4
    assert "Check the spelling." in steps.nth(0).inner_text()
    assert steps.nth(1).get_by_role("link").count() >= 1
    assert steps.nth(2).get_by_role("link").first.get_attribute("href") == "tel:+442079460123"
    tell = steps.nth(3).get_by_role("link")
    assert tell.get_attribute("href") == "/guide/add/#missing=xylophone"


def test_another_spelling_and_topics_that_are_near_are_a_tap_away(page: Page) -> None:
    page.evaluate(MISSED)
    find(page, "wintr suppr")
    page.wait_for_url("**/search/#q=wintr%20suppr")
    assert seen(page, ".nothing-found ul a") == ["Food"]
    page.get_by_role("link", name="winter supper").click()
    expect(page.locator("#results .card__title")).to_have_text(["Winter supper"])
    assert box(page).input_value() == "winter supper"
    page.wait_for_url("**/search/#q=winter%20supper")
    page.go_back()
    expect(page.locator(".nothing-found")).to_be_visible()


def test_what_is_missing_is_told_in_a_sentence_that_is_already_there(page: Page) -> None:
    find(page, "xylophone & <b>drums</b>")
    page.get_by_role("link", name="Tell us this is missing").click()
    sentence = "I looked for “xylophone & <b>drums</b>” in the guide and did not find it."
    expect(page.locator(".missing blockquote")).to_have_text(sentence)
    text = str(page.get_by_role("link", name="Text this to").get_attribute("href"))
    assert unquote(text) == f"sms:+447700900123?body={sentence}"


def test_choices_have_counts_among_what_is_found_and_those_without_any_are_left_out(
    page: Page,
) -> None:
    find(page, "supper")
    expect(choice(page, "Free")).to_be_visible()
    assert seen(page, ".filter-form__choice") == [
        "Free (1)",
        "Step-free (1)",
        "Someone to talk to (1)",
        "Food (1)",
        "The top end (1)",
        "Everyone (1)",
        "Events (1)",
    ]


def test_counts_go_with_what_is_chosen_in_other_groups(page: Page) -> None:
    find(page, "garden")
    expect(choice(page, "Someone to talk to")).to_be_visible()
    choose(page, "Green spaces")
    expect(choice(page, "Someone to talk to")).to_be_hidden()
    assert "Free (1)" in seen(page, ".filter-form__choice")
    expect(choice(page, "Groups")).to_be_visible()


def test_results_are_narrowed_and_a_choice_can_be_taken_away(page: Page) -> None:
    find(page, "company")
    everything = said(page)
    choose(page, "Events", "Free")
    assert sorted(results(page)) == ["A walk along the canal", "Winter supper"]
    assert said(page).startswith("2 results for “company”")
    page.get_by_role("button", name="Remove: Events").click()
    expect(page.get_by_role("button", name="Remove: Free")).to_be_focused()
    expect(page.locator("#results")).to_contain_text("Lantern Library")
    page.get_by_role("button", name="Clear all filters").click()
    assert said(page) == everything
    assert page.url.endswith("#q=company")


def test_when_filters_leave_nothing_that_is_said(page: Page) -> None:
    page.goto(f"{page.url}#q=supper&lang-polish")
    heading = page.locator(".search-results h2")
    expect(heading).to_have_text("Nothing here is like that")
    assert said(page).endswith("Take a filter away, or look for something else.")
    page.get_by_role("button", name="Remove: Polish").click()
    expect(heading).to_have_text("1 result for “supper”")


def test_filters_alone_are_enough(page: Page) -> None:
    page.goto(f"{page.url}#lang-polish&step-free")
    expect(page.locator("#results .card__title")).to_have_text(["Lantern Library"])
    assert said(page) == "1 result"


def test_days_are_those_of_the_reader_and_not_of_the_build(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=WIDE, timezone_id="Asia/Tokyo") as (page, _):
        page.clock.set_fixed_time(NOON + timedelta(days=6))
        page.goto(f"{address}search/#today")
        wait(page)
        assert results(page) == ["The pear tree gardeners"]
        choose(page, "This weekend")
        assert sorted(results(page)) == ["A walk along the canal", "The pear tree gardeners"]
        page.clock.set_fixed_time(NOON + timedelta(days=10))
        page.reload()
        wait(page)
        assert "A walk along the canal" not in results(page)


def test_the_search_is_in_the_address_and_can_be_shared(
    browser: Browser, page: Page, address: str
) -> None:
    find(page, "company")
    choose(page, "Events")
    assert page.url == f"{address}search/#q=company&kind-events"
    with reader(browser, address, viewport=NARROW) as (other, _):
        other.goto(page.url)
        expect(other.locator("#results .card__title")).to_have_count(2)
        assert results(other) == results(page)


def test_back_and_forward_go_through_what_was_sent_and_chosen(page: Page) -> None:
    find(page, "supper")
    find(page, "canal")
    choose(page, "Events")
    page.go_back()
    expect(page.get_by_role("button", name="Remove: Events")).to_have_count(0)
    assert box(page).input_value() == "canal"
    page.go_back()
    expect(page.locator("#results .card__title")).to_have_text(["Winter supper"])
    assert box(page).input_value() == "supper"
    page.go_forward()
    page.go_forward()
    expect(page.get_by_role("button", name="Remove: Events")).to_be_visible()
    assert box(page).input_value() == "canal"


def test_letters_that_are_typed_are_not_gone_back_through_one_by_one(
    page: Page, address: str
) -> None:
    box(page).press_sequentially("supper", delay=30)
    expect(page).to_have_url(f"{address}search/#q=supper")
    page.goto(f"{address}groups/")
    page.go_back()
    expect(page.locator("#results .card__title")).to_have_text(["Winter supper"])
    assert box(page).input_value() == "supper"


def test_the_skip_link_leaves_the_search_as_it_is(page: Page, address: str) -> None:
    find(page, "supper")
    page.locator(".skip-link").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    expect(page).to_have_url(f"{address}search/#q=supper")
    assert results(page) == ["Winter supper"]


def test_a_letter_is_a_place_in_everything_and_no_search(page: Page, address: str) -> None:
    box(page).focus()
    page.get_by_role("link", name="W", exact=True).click()
    box(page).focus()
    page.wait_for_timeout(700)
    assert page.url == f"{address}search/#letter-w"
    expect(page.locator("[data-everything]")).to_be_visible()
    find(page, "supper")
    page.go_back()
    assert page.url == f"{address}search/"


def test_escape_clears_nothing(page: Page) -> None:
    find(page, "supper")
    box(page).press("Escape")
    assert box(page).input_value() == "supper"
    assert results(page) == ["Winter supper"]


def test_after_a_hundred_results_there_are_more_behind_a_button(page: Page) -> None:
    find(page, "choir")
    assert said(page) == f"{MANY} results for “choir”"
    more = page.get_by_role("button", name="Show more")
    expect(more).to_be_visible()
    assert len(results(page)) == 100
    more.click()
    expect(page.locator("#results .card__link")).to_have_count(MANY)  # a few at a time
    expect(page.locator("#results .card__link").nth(100)).to_be_focused()
    expect(more).to_be_hidden()


def test_a_result_is_put_right_when_its_date_has_passed(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=WIDE) as (page, _):
        page.clock.set_fixed_time(NOON + timedelta(days=4))
        page.goto(f"{address}search/#q=gujarati")
        expect(page.locator("#results .card__title")).to_have_text(["Tea and talk"])
        assert "Next on Tuesday 1 December, 10:30am to midday" in seen(page, "#results .card__line")
        page.clock.set_fixed_time(NOON + timedelta(days=12))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert seen(page, "#results .card__line")[0].startswith("Every Tuesday")


def test_of_a_safe_space_a_result_has_the_number_and_the_title(page: Page) -> None:
    find(page, "a group for women")
    card = page.locator("#results .card", has_text="A group for women")
    lines = [line for line in card.inner_text().split("\n") if line]
    assert lines == ["A group for women", "No.\xa034", "Number 34"]


def test_without_the_index_that_is_said_and_everything_is_there_by_name(
    browser: Browser, address: str
) -> None:
    with reader(browser, address, viewport=WIDE, **ROUTED) as (page, _):
        page.goto(f"{address}search/")
        page.route("**/index.json", lambda route: route.abort())
        box(page).fill("supper")
        expect(page.locator(".search-results h2")).to_contain_text("This phone cannot get the list")
        expect(page.get_by_role("status").first).to_contain_text("This phone cannot get the list")
        expect(page.locator("[data-everything]")).to_be_visible()
        page.unroute("**/index.json")
        box(page).fill("winter supper")
        expect(page.locator("#results .card__title")).to_have_text(["Winter supper"])


def test_without_the_words_of_the_bodies_the_search_goes_on(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=WIDE, **ROUTED) as (page, _):
        page.route("**/bodies.json", lambda route: route.abort())
        page.goto(f"{address}search/#q=buckets")
        expect(page.get_by_role("status").first).to_have_text("Nothing found for “buckets”")
        page.unroute("**/bodies.json")
        page.reload()
        expect(page.locator("#results .card__title")).to_have_text(["Friends of St Anne's"])


def test_a_half_written_address_is_read_as_it_stands(page: Page, address: str) -> None:
    page.goto(f"{address}search/#q=100%")
    expect(box(page)).to_have_value("100%")


@pytest.mark.parametrize("screen", [NARROW, WIDE], ids=["phone", "desk"])
@pytest.mark.parametrize("words", ["q=garden&free", "q=xylophone", "q=40", ""])
def test_the_page_is_for_everyone_whatever_is_found(
    browser: Browser, address: str, screen: ViewportSize, words: str
) -> None:
    with reader(browser, address, viewport=screen) as (page, troubles):
        arrive(page, address, words)
        assert axe(page, *WCAG, "best-practice") == []
        assert looked(page, "sideways()") == []
        assert looked(page, "sidewaysAtTwiceTheSize()") == []
        assert looked(page, "sidewaysWithWideSpacing()") == []
        assert looked(page, "smallTargets(24)") == []
        assert troubles == []


@pytest.mark.parametrize("screen", [NARROW, WIDE], ids=["phone", "desk"])
@pytest.mark.parametrize("words", ["q=garden&free", "q=xylophone"])
def test_it_can_be_read_in_the_dark(
    browser: Browser, address: str, screen: ViewportSize, words: str
) -> None:
    with reader(browser, address, viewport=screen, color_scheme="dark") as (page, _):
        arrive(page, address, words)
        assert axe(page, rules=("color-contrast",)) == []


def arrive(page: Page, address: str, words: str) -> None:
    """Open the search page for these words, and wait until all there is to see is there."""
    page.goto(f"{address}search/#{words}")
    if words:
        wait(page)
    page.wait_for_timeout(400)
