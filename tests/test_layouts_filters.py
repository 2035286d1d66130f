"""The filters of a list in real Chromium: by mouse, by keyboard, by address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from drawn_pages import GUIDE, day_of, filters, opened, row, seen, titles, whats_on
from playwright.sync_api import expect
from visits import NARROW, WIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

CHOICES = filters(
    {
        "Day": {"tuesday": "Tuesdays", "wednesday": "Wednesdays", "sunday": "Sundays"},
        "Needs": {"free": "Free", "step-free": "Step-free"},
        "Topic": {"topic-food": "Food", "topic-music": "Music and singing"},
        "Area": {"area-moor": "The Moor"},
    }
)
NOON, NIGHT = "12:00:00+00:00", "21:00:00+00:00"
HTML = whats_on(
    day_of(
        "2026-03-03",
        row("Tea", f"2026-03-03T{NOON}", "free step-free topic-food tuesday"),
        row("Choir", f"2026-03-03T{NIGHT}", "free topic-music tuesday"),
    ),
    day_of(
        "2026-03-04",
        row("Lunch", f"2026-03-04T{NOON}", "step-free topic-food wednesday"),
        row("Band", f"2026-03-04T{NIGHT}", "topic-music wednesday"),
    ),
    filters=CHOICES,
)
ALL = ["Tea", "Choir", "Lunch", "Band"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every page has its own profile."""
    with new_browser() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of What's on, on a large screen."""
    with opened(browser, HTML, viewport=WIDE) as page:
        yield page


def box(page: Page, name: str) -> Locator:
    """Return the box of a choice."""
    return page.get_by_label(re.compile(f"^{name} "))


def choose(page: Page, *names: str) -> None:
    """Tick choices, and apply them."""
    for name in names:
        box(page, name).check()
    page.get_by_role("button", name="Apply filters").last.click()


def status(page: Page) -> str:
    """Return what is announced."""
    return page.get_by_role("status").inner_text()


def opener(page: Page) -> Locator:
    """Return what opens the form."""
    return page.locator("summary")


def test_each_choice_says_how_much_there_is_and_one_without_any_is_left_out(page: Page) -> None:
    assert seen(page, ".filter-form__choice") == [
        "Tuesdays (2)",
        "Wednesdays (2)",
        "Free (2)",
        "Step-free (2)",
        "Food (2)",
        "Music and singing (2)",
    ]
    assert seen(page, "legend") == ["Day", "Needs", "Topic"]


def test_what_is_over_is_not_counted(browser: Browser) -> None:
    with opened(browser, HTML, f"2026-03-03T{NIGHT}", viewport=WIDE) as page:
        assert "Tuesdays (2)" not in seen(page, ".filter-form__choice")
        assert "Food (1)" in seen(page, ".filter-form__choice")
        assert status(page) == "2 things"


def test_ticking_alone_does_nothing(page: Page) -> None:
    box(page, "Free").check()
    assert titles(page) == ALL
    assert page.url == GUIDE


def test_applying_narrows_the_list_and_says_how_much_is_left(page: Page) -> None:
    choose(page, "Step-free")
    assert titles(page) == ["Tea", "Lunch"]
    assert status(page) == "2 things"


def test_more_choices_of_a_group_widen_the_list(page: Page) -> None:
    choose(page, "Food", "Music and singing")
    assert titles(page) == ALL


def test_groups_narrow_each_other(page: Page) -> None:
    choose(page, "Food", "Tuesdays")
    assert titles(page) == ["Tea"]
    assert status(page) == "1 thing"


def test_each_need_has_to_be_met(page: Page) -> None:
    choose(page, "Free", "Step-free")
    assert titles(page) == ["Tea"]


def test_a_day_with_nothing_left_goes(page: Page) -> None:
    choose(page, "Wednesdays")
    assert seen(page, ".day__heading") == ["Tomorrow, Wednesday 4 March"]


def test_what_is_over_stays_hidden_whatever_is_chosen(browser: Browser) -> None:
    with opened(browser, HTML, f"2026-03-03T{NOON}", viewport=WIDE) as page:
        choose(page, "Tuesdays")
        assert titles(page) == ["Choir"]


def test_a_choice_can_be_taken_away_again(page: Page) -> None:
    choose(page, "Food", "Tuesdays")
    page.get_by_role("button", name="Remove: Tuesdays").click()
    assert titles(page) == ["Tea", "Lunch"]
    assert seen(page, ".filter-results__chosen li") == ["Remove: Food"]
    assert not box(page, "Tuesdays").is_checked()
    expect(page.get_by_role("button", name="Remove: Food")).to_be_focused()


def test_the_last_choice_taken_away_leaves_the_keyboard_at_the_form(page: Page) -> None:
    choose(page, "Food")
    page.get_by_role("button", name="Remove: Food").click()
    assert titles(page) == ALL
    expect(opener(page)).to_be_focused()


def test_all_choices_can_be_cleared_at_once(page: Page) -> None:
    choose(page, "Food", "Free")
    page.get_by_role("button", name="Clear all filters").click()
    assert titles(page) == ALL
    assert page.url == GUIDE
    assert seen(page, ".filter-results button") == []
    expect(opener(page)).to_be_focused()


def test_when_nothing_suits_that_is_said_and_clearing_is_offered(page: Page) -> None:
    choose(page, "Free", "Step-free", "Wednesdays")
    assert titles(page) == []
    assert status(page) == "Nothing is like that"
    assert page.get_by_role("button", name="Clear all filters").is_visible()


def test_the_choice_is_in_the_address_and_survives_reloading(page: Page) -> None:
    choose(page, "Food", "Free")
    assert page.url == f"{GUIDE}#free&topic-food"
    page.reload()
    assert titles(page) == ["Tea"]
    assert box(page, "Food").is_checked()


def test_nothing_is_sent_anywhere(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    choose(page, "Food")
    page.get_by_role("button", name="Clear all filters").click()
    # A browser may look for the icon again, whose address says nothing of the choice.
    assert {url for url in asked if not url.endswith("/icon.svg")} == set()


def test_a_shared_address_opens_the_narrowed_list(browser: Browser) -> None:
    with opened(browser, HTML, path="#topic-music&wednesday", viewport=WIDE) as page:
        assert titles(page) == ["Band"]
        removals = ["Remove: Wednesdays", "Remove: Music and singing"]
        assert seen(page, ".filter-results__chosen li") == removals


def test_a_shared_choice_of_which_nothing_is_left_is_still_named(browser: Browser) -> None:
    with opened(browser, HTML, path="#area-moor", viewport=WIDE) as page:
        assert status(page) == "Nothing is like that"
        assert "The Moor (0)" in seen(page, ".filter-form__choice")
        page.get_by_role("button", name="Remove: The Moor").click()
        assert titles(page) == ALL


def test_back_and_forward_go_through_the_choices(page: Page) -> None:
    choose(page, "Food")
    choose(page, "Tuesdays")
    page.go_back()
    assert titles(page) == ["Tea", "Lunch"]
    assert not box(page, "Tuesdays").is_checked()
    page.go_back()
    assert titles(page) == ALL
    page.go_forward()
    assert titles(page) == ["Tea", "Lunch"]


def test_applying_the_same_again_adds_nothing_to_go_back_through(page: Page) -> None:
    choose(page, "Food")
    choose(page)
    page.go_back()
    assert titles(page) == ALL


def test_the_skip_link_leaves_the_choice_as_it_is(page: Page) -> None:
    choose(page, "Food")
    page.locator(".skip-link").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    expect(page).to_have_url(f"{GUIDE}#topic-food")
    assert titles(page) == ["Tea", "Lunch"]


def test_an_address_that_leads_into_the_page_is_no_choice(browser: Browser) -> None:
    with opened(browser, HTML, path="#main", viewport=WIDE) as page:
        assert titles(page) == ALL
        assert page.url == f"{GUIDE}#main"


def test_on_a_narrow_screen_the_form_is_behind_a_button(browser: Browser) -> None:
    with opened(browser, HTML, viewport=NARROW) as page:
        assert not box(page, "Food").is_visible()
        opener(page).click()
        choose(page, "Food")
        assert not box(page, "Food").is_visible()
        assert titles(page) == ["Tea", "Lunch"]
        expect(opener(page)).to_be_focused()


def test_everything_can_be_done_by_keyboard(browser: Browser) -> None:
    with opened(browser, HTML, viewport=NARROW) as page:
        opener(page).focus()
        for key in ("Enter", "Tab", "Tab", "Tab", "Tab", "Space", "Enter"):
            page.keyboard.press(key)
        assert titles(page) == ["Tea", "Choir"]
        for key in ("Tab", "Enter"):
            page.keyboard.press(key)
        assert titles(page) == ALL


def test_links_that_the_form_stands_in_for_are_there_without_a_script(browser: Browser) -> None:
    with opened(browser, HTML, viewport=WIDE) as page:
        assert seen(page, ".filters, .narrow, .count") == []
    with opened(browser, HTML, viewport=WIDE, java_script_enabled=False) as page:
        assert page.get_by_role("navigation", name="Filter this list").is_visible()
        assert page.locator("form, summary").count() == 0


def test_when_all_is_over_there_is_nothing_to_filter(browser: Browser) -> None:
    with opened(browser, HTML, "2026-03-05T12:00:00+00:00", viewport=WIDE) as page:
        assert seen(page, "summary, [role=status]") == []


def test_ticks_that_are_not_applied_outlast_a_look_at_something_else(page: Page) -> None:
    box(page, "Food").check()
    page.clock.set_fixed_time("2026-03-03T13:00:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert box(page, "Food").is_checked()
    assert titles(page) == ["Choir", "Lunch", "Band"]
    assert status(page) == "3 things"


def test_a_language_in_its_own_script_can_be_taken_away(browser: Browser) -> None:
    speaks = filters({"Speaks": {"lang-u0a97": "ગુજરાતી $& {name}"}})
    html = whats_on(
        day_of("2026-03-03", row("Tea", f"2026-03-03T{NOON}", "lang-u0a97")), filters=speaks
    )
    with opened(browser, html, path="#lang-u0a97", viewport=WIDE) as page:
        assert seen(page, ".filter-results__chosen li") == ["Remove: ગુજરાતી $& {name}"]


def test_every_choice_is_as_tall_as_a_fingertip(browser: Browser) -> None:
    with opened(browser, HTML, path="#free", viewport=NARROW) as page:
        opener(page).click()
        targets = page.locator(".filter-form__choice, summary, .filter-form button")
        boxes = [one.bounding_box() for one in targets.all() if one.is_visible()]
        assert len(boxes) > 6
        assert min(box["height"] for box in boxes if box) >= 44
