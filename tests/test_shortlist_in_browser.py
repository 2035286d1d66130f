"""A shortlist in real Chromium: chosen with stars, carried by its address, printed, kept quiet."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from browser import new_browser
from built_site import TINY, Site, build, copied
from paper import letters_lost, printed
from playwright.sync_api import expect
from served import served
from visits import NARROW, ROUTED, WCAG, WIDE, axe, looked, reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

PAGE = "print/shortlist/"
SAFE_SPACE = "34"
LONG = "long "
TOPIC = "Recovery"
MANY = range(101, 131)

GROUP = """
    ---
    number: {number}
    title: Recovery group {number}
    summary: For people in recovery.
    topics: [company]
    when: Every Monday, 7pm to 9pm
    where:
      name: The Recovery Rooms
      address: Recovery Rooms, {number} Lantern Lane
      postcode: AB1 1BC
      lat: 53.65{place}
      lon: -3.40{place}
      directions: Ask for the recovery café
    come_along: Say that you come to recovery.
    cost: Free for people in recovery
    contact: {{name: Recovery worker, phone: 020 7946 0{number}, best_time: recovery hours}}
    changes: [{{on: 2026-11-30, cancelled: yes, because: the recovery room is flooded}}]
    access: {{step_free: yes, notes: The recovery room is upstairs.}}
    checked: 2026-11-03, by phone, Amina
    ---
    """
FILES = {
    f"groups/group-{number}.md": GROUP.format(number=number, place=number % 90 + 10)
    for number in MANY
} | {
    "groups/wordy.md": "---\nnumber: 201\ntitle: Wordy\ncome_along: "
    + LONG * 700
    + "\nchecked: 2026-11-03, by phone, Amina\n---\n",
    "groups/gone.md": "---\nnumber: 202\ntitle: Gone\nstatus: closed\n---\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide with thirty groups more, one with very many words, and one that closed."""
    folder = tmp_path_factory.mktemp("shortlist")
    return build(copied(TINY, folder / "guide", FILES), folder / "_site")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every visit has its own profile."""
    with new_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    """Where the guide is served."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A large screen, and nothing to complain of on the way."""
    with reader(browser, address, viewport=WIDE) as (page, troubles):
        yield page
        assert troubles == []


def star(page: Page, name: str) -> Locator:
    """Return the star of a row."""
    return page.get_by_role("button", name=re.compile(f"^(Add|Added) {name}, "))


def open_stars(page: Page, address: str, path: str = "groups/") -> None:
    """Open a list, and show its stars."""
    page.goto(address + path)
    page.get_by_role("button", name="Make a shortlist").click()


def open_list(page: Page, address: str, numbers: str = "") -> None:
    """Open the shortlist of these numbers, or of those that are kept."""
    page.goto("about:blank")
    page.goto(f"{address}{PAGE}{f'#{numbers}' if numbers else ''}")
    expect(page.locator(".shortlist-tools__said p").first).to_be_visible()


def names(page: Page) -> list[str]:
    """Return the headings of what is on the paper."""
    return [name.replace("\u00a0", " ") for name in page.locator("h3").all_inner_texts()]


def said(page: Page) -> str:
    """Return what the page says of the list."""
    return page.locator(".shortlist-tools__said").inner_text().replace("\u00a0", " ")


def kept(page: Page) -> list[str]:
    """Return all that the phone keeps."""
    values: list[str] = page.evaluate("Object.values(localStorage)")
    return values


def title_on_paper(page: Page) -> str:
    """Return the title of what is printed."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    try:
        return str(document.get_metadata_dict()["Title"])
    finally:
        document.close()


def be_discreet(page: Page) -> None:
    """Leave out what it is about."""
    page.get_by_label("Leave out what it is about").check()


@contextmanager
def without_storage(browser: Browser, address: str) -> Iterator[Page]:
    """Lend a browser that keeps nothing."""
    with reader(browser, address, viewport=WIDE) as (page, troubles):
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });"
        )
        yield page
        assert troubles == []


def test_nothing_is_starred_until_one_asks_for_it(page: Page, address: str) -> None:
    page.goto(f"{address}groups/")
    assert page.locator(".star").count() == 0


def test_a_star_on_a_list_puts_an_entry_on_the_list_and_says_so(page: Page, address: str) -> None:
    open_stars(page, address)
    star(page, "The pear tree gardeners").click()
    assert star(page, "The pear tree gardeners").get_attribute("aria-pressed") == "true"
    link = page.get_by_role("status").get_by_role("link", name="My shortlist (1)")
    assert (link.get_attribute("href") or "").endswith(f"{PAGE}#33")
    assert kept(page) == ["33"]


def test_a_star_is_called_by_title_and_number(page: Page, address: str) -> None:
    open_stars(page, address)
    assert star(page, "The pear tree gardeners").get_attribute("aria-label") == (
        "Add The pear tree gardeners, Number 33, to my shortlist"
    )


def test_a_star_pressed_again_takes_it_off(page: Page, address: str) -> None:
    open_stars(page, address)
    star(page, "The pear tree gardeners").click()
    star(page, "The pear tree gardeners").click()
    assert star(page, "The pear tree gardeners").get_attribute("aria-pressed") == "false"
    assert kept(page) == []


@pytest.mark.parametrize("path", ["whats-on/next-week/", "topics/company/", "near/library/"])
def test_other_lists_have_stars_too(page: Page, address: str, path: str) -> None:
    open_stars(page, address, path)
    page.locator(".star").first.click()
    assert len(kept(page)) == 1


def test_what_is_found_has_stars_too(page: Page, address: str) -> None:
    open_stars(page, address, "search/")
    page.get_by_label("What are you looking for?").fill("pear tree gardeners")
    page.locator("#results .star").first.click()
    assert kept(page) == ["33"]
    expect(page.locator("#results .star").first).to_have_attribute("aria-pressed", "true")


def test_stars_go_when_the_button_is_pressed_again(page: Page, address: str) -> None:
    open_stars(page, address)
    page.get_by_role("button", name="Make a shortlist").click()
    assert page.locator(".star").count() == 0


def test_nothing_moves_when_the_button_comes(browser: Browser, address: str) -> None:
    boxes = []
    for runs in (True, False):
        with reader(browser, address, viewport=NARROW, java_script_enabled=runs) as (page, _):
            page.goto(f"{address}groups/")
            boxes.append(page.locator("main h2, main h3").first.bounding_box())
    assert boxes[0] == boxes[1]


def test_a_star_on_an_entrys_own_page(page: Page, address: str) -> None:
    page.goto(f"{address}groups/tea-and-talk/")
    page.get_by_role("button", name="Add to my shortlist").click()
    expect(page.get_by_role("button", name="On my shortlist")).to_be_focused()
    assert page.get_by_role("link", name="My shortlist (1)").first.is_visible()
    page.reload()
    button = page.get_by_role("button", name="On my shortlist")
    assert button.get_attribute("aria-pressed") == "true"


def test_the_foot_of_the_page_leads_to_what_was_chosen(page: Page, address: str) -> None:
    open_stars(page, address)
    star(page, "The pear tree gardeners").click()
    page.locator("footer").get_by_role("link", name="My shortlist (1)").click()
    expect(page.locator("h3")).to_have_text(re.compile("The pear tree gardeners"))


def test_a_safe_space_has_no_star(page: Page, address: str) -> None:
    open_stars(page, address)
    card = page.locator(".card", has_text="A group for women")
    assert card.locator(".star").count() == 0
    page.goto(f"{address}groups/a-group-for-women/")
    assert page.locator("main").get_by_role("button").count() == 0


def test_a_safe_space_is_not_listed_or_kept_whoever_asks(page: Page, address: str) -> None:
    open_list(page, address, f"31,{SAFE_SPACE}")
    assert names(page) == ["Tea and talk No. 31"]
    assert "women" not in page.locator(".shortlist-page").inner_text()
    page.get_by_role("button", name="Keep this list on this phone").click()
    assert kept(page) == ["31"]


def test_the_list_is_still_there_after_a_reload(page: Page, address: str) -> None:
    open_stars(page, address)
    star(page, "The pear tree gardeners").click()
    open_list(page, address)
    page.reload()
    expect(page.locator("h3")).to_have_text(re.compile("The pear tree gardeners"))
    assert page.url.endswith("#33")


def test_its_address_carries_it_to_another_phone_which_keeps_nothing_unasked(
    page: Page, browser: Browser, address: str
) -> None:
    open_list(page, address, "33,31")
    with reader(browser, address, viewport=NARROW) as (other, _):
        open_list(other, address, page.url.partition("#")[2])
        assert names(other) == ["The pear tree gardeners No. 33", "Tea and talk No. 31"]
        assert kept(other) == []


def test_a_list_that_was_sent_does_not_take_the_place_of_ones_own(page: Page, address: str) -> None:
    open_stars(page, address)
    star(page, "The pear tree gardeners").click()
    open_list(page, address, "31,32")
    page.get_by_role("button", name="Remove No. 31").click()
    assert kept(page) == ["33"]


def test_the_address_is_copied_with_the_list_in_it(browser: Browser, address: str) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    with reader(browser, address, viewport=WIDE, permissions=allowed) as (page, _):
        open_list(page, address, "33,31")
        page.get_by_role("button", name="Copy link").click()
        expect(page.get_by_text("Copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == f"{address}{PAGE}#33,31"


def test_numbers_can_be_typed(page: Page, address: str) -> None:
    open_list(page, address)
    assert said(page) == "Nothing is on this list yet."
    page.get_by_label("Number of an entry").fill("31, 33")
    page.keyboard.press("Enter")
    assert said(page) == "2 things are on this list."
    assert kept(page) == ["31,33"]


def test_what_is_removed_goes_and_the_keyboard_stays_at_the_next(page: Page, address: str) -> None:
    open_list(page, address, "31,33,32")
    page.get_by_role("button", name="Remove No. 33").focus()
    page.keyboard.press("Enter")
    assert names(page) == ["Tea and talk No. 31", "Friends of St Anne's No. 32"]
    expect(page.get_by_role("button", name="Remove No. 32")).to_be_focused()


def test_the_list_can_be_cleared(page: Page, address: str) -> None:
    open_stars(page, address)
    star(page, "The pear tree gardeners").click()
    open_list(page, address)
    page.get_by_role("button", name="Clear the list").click()
    assert (names(page), kept(page)) == ([], [])
    assert "#" not in page.url


def test_what_has_closed_and_what_never_was_are_said(page: Page, address: str) -> None:
    open_list(page, address, "202,31,999")
    assert said(page).splitlines()[0] == "1 thing is on this list."
    assert "No. 202 is not in the guide any more. Phone 020 7946 0123" in said(page)
    assert "There is no No. 999 that can be printed. Phone 020 7946 0123" in said(page)


def test_what_was_never_a_list_is_taken_for_none(page: Page, address: str) -> None:
    open_list(page, address, "<img src=x onerror=alert(1)>,-1,0,1e3,__proto__")
    assert said(page) == "Nothing is on this list yet."


def test_the_skip_link_takes_no_list_away(page: Page, address: str) -> None:
    open_list(page, address, "31,33")
    page.keyboard.press("Tab")
    page.get_by_role("link", name="Skip to main content").press("Enter")
    expect(page.locator("h3")).to_have_count(2)
    assert page.url.endswith("#31,33")


def test_it_says_what_a_link_worker_reads_out(page: Page, address: str) -> None:
    open_list(page, address, "101")
    paper = page.locator(".shortlist__entry").inner_text().replace("\u00a0", " ")
    for words in (
        "Recovery group 101 No. 101",
        "Next on Monday 23 November, 7pm to 9pm.",
        "Every Monday, 7pm to 9pm.",
        "The Recovery Rooms, Recovery Rooms, 101 Lantern Lane, AB1 1BC.",
        "Recovery worker, 020 7946 0101. Recovery hours.",
        "Can I just turn up? Say that you come to recovery.",
        "Cost Free for people in recovery.",
        "Step-free: yes. Toilet, hearing loop: not known.",
        "Checked 3 November 2026.",
    ):
        assert words in paper


@pytest.mark.parametrize(
    ("moment", "next_on", "says_cancelled"),
    [
        ("2026-11-23T20:59:00", "Monday 23 November", False),
        ("2026-11-23T21:01:00", "Monday 7 December", True),
    ],
)
def test_an_old_page_says_the_first_date_that_is_to_come(
    page: Page, address: str, moment: str, next_on: str, says_cancelled: bool
) -> None:
    page.context.clock.set_fixed_time(f"{moment}+00:00")
    open_list(page, address, "101")
    paper = page.locator(".shortlist__entry").inner_text()
    assert f"Next on {next_on}, 7pm to 9pm" in paper
    assert ("Cancelled on Monday 30 November" in paper) is says_cancelled


def test_the_numbers_are_on_the_map_and_none_covers_another(page: Page, address: str) -> None:
    numbers = [str(number) for number in MANY[:12]]
    open_list(page, address, ",".join(numbers))
    pins = page.locator(".sheet-map > g:last-child > text")
    assert sorted(" ".join(pins.all_text_contents()).split()) == numbers
    boxes = [pin.bounding_box() for pin in page.locator(".sheet-map > g:last-child > rect").all()]
    met = [
        (one, other)
        for place, one in enumerate(boxes)
        for other in boxes[:place]
        if one and other and _meet(one, other)
    ]
    assert met == []


def _meet(one: Any, other: Any) -> bool:
    return bool(
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
    )


@pytest.mark.parametrize(("number", "most"), [(1, 1), (5, 2), (12, 4), (30, 8)])
def test_it_prints_on_as_many_pages_as_it_needs(
    page: Page, address: str, number: int, most: int
) -> None:
    open_list(page, address, ",".join(map(str, MANY[:number])))
    sides = printed(page)
    assert len(sides) <= most
    assert {(round(side.wide), round(side.high)) for side in sides} == {(210, 297)}
    assert letters_lost(page, sides) == ""
    assert min(side.smallest for side in sides) >= 11.9


def test_no_entry_is_split_and_none_touches_the_edge_of_the_paper(page: Page, address: str) -> None:
    open_list(page, address, ",".join(map(str, MANY)))
    sides = printed(page)
    for side in sides:
        titles = re.findall(r"Recovery group (\d+)", side.words)
        assert titles == re.findall(r"020 7946 0(\d+)\b", side.words)[: len(titles)]
        assert len(titles) <= 5
        tops = [letter.top for letter in side.letters if letter.text.strip()]
        assert min(tops) >= 9
        assert max(tops) <= 290


def test_an_empty_list_prints_that_it_is_empty_and_whom_to_phone(page: Page, address: str) -> None:
    open_list(page, address)
    (side,) = printed(page)
    words = side.words.replace("\u00a0", " ")
    assert "Nothing is on this list yet." in words
    assert "Phone 020 7946 0123" in words


def test_an_entry_of_very_many_words_takes_the_pages_it_needs(page: Page, address: str) -> None:
    open_list(page, address, "31,201,33")
    sides = printed(page)
    assert letters_lost(page, sides) == ""
    assert sum(side.words.count("long") for side in sides) == 700


def test_the_square_leads_to_the_guide(page: Page, address: str) -> None:
    open_list(page, address, "31")
    assert [code for side in printed(page) for code in side.codes] == [
        "https://lantern-lane.example.org/guide/"
    ]


def test_the_discreet_paper_has_day_time_address_and_phone(page: Page, address: str) -> None:
    open_list(page, address, "101")
    be_discreet(page)
    (side,) = printed(page)
    words = side.words.replace("\u00a0", " ")
    for kept_words in (
        "No. 101",
        "Next on Monday 23 November, 7pm to 9pm.",
        "101 Lantern Lane, AB1 1BC",
        "020 7946 0101",
        "Phone 020 7946 0123",
    ):
        assert kept_words in words


def test_the_discreet_paper_gives_nothing_away(page: Page, address: str) -> None:
    open_list(page, address, ",".join(map(str, MANY)))
    be_discreet(page)
    words = " ".join(side.words for side in printed(page))
    for secret in (TOPIC, "recovery", "Lantern Lane guide", "One street", "Amina", "shortlist"):
        assert secret not in words
    assert [code for side in printed(page) for code in side.codes] == []


def test_the_discreet_paper_has_a_neutral_title(page: Page, address: str) -> None:
    open_list(page, address, "101")
    assert title_on_paper(page) == "My shortlist – Lantern Lane guide"
    be_discreet(page)
    assert title_on_paper(page) == "Notes"
    page.get_by_label("Leave out what it is about").uncheck()
    assert title_on_paper(page) == "My shortlist – Lantern Lane guide"


def test_the_keyboard_alone_makes_a_list(page: Page, address: str) -> None:
    page.goto(f"{address}groups/")
    page.get_by_role("button", name="Make a shortlist").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Make a shortlist")).to_be_focused()
    star(page, "The pear tree gardeners").focus()
    page.keyboard.press("Space")
    expect(star(page, "The pear tree gardeners")).to_be_focused()
    assert kept(page) == ["33"]


def test_without_storage_the_link_carries_the_list(browser: Browser, address: str) -> None:
    with without_storage(browser, address) as page:
        open_stars(page, address)
        star(page, "The pear tree gardeners").click()
        page.get_by_role("status").get_by_role("link", name="My shortlist (1)").click()
        expect(page.locator("h3")).to_have_text(re.compile("The pear tree gardeners"))


def test_where_the_list_does_not_come_the_page_says_whom_to_phone(
    browser: Browser, address: str
) -> None:
    with reader(browser, address, viewport=WIDE, **ROUTED) as (page, _):
        page.route("**/entries.json", lambda route: route.abort())
        page.goto(f"{address}{PAGE}#31")
        expect(page.locator(".shortlist-tools__said")).to_contain_text("Phone 020")


def test_without_script_it_says_what_to_do_and_nothing_is_dead(
    browser: Browser, address: str
) -> None:
    settings = {"viewport": NARROW, "java_script_enabled": False}
    with reader(browser, address, **settings) as (page, troubles):
        page.goto(address + PAGE)
        assert "print it" in page.inner_text("main")
        assert page.get_by_role("main").get_by_role("button").count() == 0
        assert looked(page, "dead()") == []
        page.goto(f"{address}groups/")
        assert "shortlist" not in page.inner_text("main")
        assert troubles == []


@pytest.mark.parametrize("path", [f"{PAGE}#31,101,999", "groups/", "groups/tea-and-talk/"])
@pytest.mark.parametrize("screen", [NARROW, WIDE], ids=["narrow", "wide"])
def test_everybody_can_use_it(browser: Browser, address: str, path: str, screen: Any) -> None:
    with reader(browser, address, viewport=screen) as (page, _):
        page.goto(address + path)
        if path == "groups/":
            page.get_by_role("button", name="Make a shortlist").click()
        elif path.startswith(PAGE):
            expect(page.locator("h3").first).to_be_visible()
        assert axe(page, *WCAG, "best-practice") == []
        assert looked(page, "sideways()") == []
        assert looked(page, "sidewaysAtTwiceTheSize()") == []
        assert looked(page, "smallTargets(24)") == []
