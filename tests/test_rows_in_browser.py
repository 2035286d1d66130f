"""Rows of a long list: those below the screen are laid out later, and none is left out for it."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from browser import new_browser
from built_site import TINY, build, copied
from PIL import Image
from playwright.sync_api import expect
from served import served
from visits import reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ENTRIES = 330
"""More than the script ever asks for at once."""
SKIPPED = """() => Array.from(document.querySelectorAll('.card'))
  .filter((card) => !card.checkVisibility({ contentVisibilityAuto: true })).length"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every page has its own profile."""
    with new_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a guide with a long list of groups and a short one of places is served."""
    folder = tmp_path_factory.mktemp("long")
    groups = {
        f"groups/g{number}.md": f"---\ntitle: Group {number}\nsummary: We sing.\n---\n"
        for number in range(ENTRIES)
    }
    with served(build(copied(TINY, folder / "guide", groups), folder / "_site")) as address:
        yield address


@contextmanager
def waiting(browser: Browser, address: str, **settings: Any) -> Iterator[Page]:
    """Lend a page whose scripts have not come yet."""
    with reader(browser, address, **settings) as (page, _):
        page.route("**/*.js", lambda route: route.abort())
        yield page


def test_what_is_below_the_screen_is_not_laid_out_before_the_first_rows_are_shown(
    browser: Browser, address: str
) -> None:
    with waiting(browser, address) as page:
        page.goto(f"{address}groups/")
        assert page.locator(".card").first.is_visible()
        assert page.evaluate(SKIPPED) > ENTRIES / 2


def test_when_there_is_time_the_rows_are_laid_out_up_to_a_number(
    browser: Browser, address: str
) -> None:
    with reader(browser, address) as (page, _):
        page.goto(f"{address}groups/")
        cards = page.locator(".card").count()
        assert cards > ENTRIES
        expect(page.locator(".later")).to_have_count(cards - 300)


def test_a_row_that_waits_is_shown_as_soon_as_somebody_comes_to_it(
    browser: Browser, address: str
) -> None:
    with waiting(browser, address) as page:
        page.goto(f"{address}groups/")
        last = page.locator(".card").last
        last.scroll_into_view_if_needed()
        page.wait_for_timeout(100)
        assert last.evaluate("(one) => one.checkVisibility({ contentVisibilityAuto: true })")


def test_nothing_waits_where_scripts_never_run(browser: Browser, address: str) -> None:
    with reader(browser, address, java_script_enabled=False) as (page, _):
        page.goto(f"{address}groups/")
        assert page.evaluate(SKIPPED) == 0


def test_nothing_waits_on_paper(browser: Browser, address: str) -> None:
    with waiting(browser, address) as page:
        page.goto(f"{address}groups/")
        page.emulate_media(media="print")
        assert page.evaluate(SKIPPED) == 0


def test_what_shows_the_focus_is_seen_around_a_link_at_the_edge_of_its_row(
    browser: Browser, address: str
) -> None:
    """With forced colours it is an outline, three pixels outside of the link."""
    with waiting(browser, address, forced_colors="active") as page:
        page.goto(f"{address}groups/")
        link = page.locator(".card__link").first
        link.focus()
        assert _is_drawn_left_of(page, link.bounding_box() or {})


def _is_drawn_left_of(page: Page, box: dict[str, float]) -> bool:
    """Return whether a strip of two pixels beside a box is of another colour than the page."""
    clip = {"x": box["x"] - 3, "y": box["y"] + box["height"] / 2, "width": 2, "height": 2}
    beside = {**clip, "x": box["x"] - 12}
    at_it, away = (
        Image.open(BytesIO(page.screenshot(clip=one))).convert("RGB") for one in (clip, beside)
    )
    return at_it.getpixel((0, 0)) != away.getpixel((0, 0))
