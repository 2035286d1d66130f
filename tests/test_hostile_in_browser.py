"""A guide full of attacks in real Chromium: nothing runs, nobody else is asked, all is shown."""

from __future__ import annotations

import re
from contextlib import contextmanager
from itertools import cycle, islice
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from attacks import attacks, pieces
from browser import new_browser
from built_site import build
from planted import can_be_typed, plant
from served import served
from visits import reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from built_site import Site
    from playwright.sync_api import Browser, Page, Route

    Visited = tuple[Page, list[str]]

pytestmark = pytest.mark.browser

ENTRIES = 7
"""One of every kind."""

LAYOUTS = (
    "",
    "404.html",
    "a-to-z/",
    "about/entry-7/",
    "about/handover/",
    "add/",
    "admin/",
    "calendar/",
    "events/entry-2/",
    "groups/",
    "help/get/",
    "map/",
    "missing/",
    "near/",
    "offline/",
    "print/",
    "print/booklet/",
    "print/shortlist/",
    "print/week/",
    "search/",
    "whats-on/",
    "whats-on/2026-12/",
)
"""A page of every layout that stays where it is."""

GUARDED = (
    *("", "404.html", "about/handover/", "admin/", "admin/editor/", "groups/entry-1/", "map/"),
    *("n/1/", "offline/", "print/poster/entry-1/", "search/"),
)
"""Pages that have come about in different ways, one of each."""

READ_BY_SCRIPTS = ("map/", "search/", "missing/", "print/shortlist/", "print/week/", "whats-on/")
"""Pages whose scripts go by what stands in the address after the #."""

HALF_WRITTEN = ("#%", "#from=%", "#q=%", "#missing=%")
"""Endings of addresses that somebody has cut off."""

WATCH = """
  window.ran = () => console.error('an attack ran');
  addEventListener('securitypolicyviolation', (event) => {
    console.error(`kept out: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
"""
"""Says on the console that something ran, or tried to."""

PLANTED = """
<script>ran()</script>
<script src="data:text/javascript,ran()"></script>
<script src="https://attack.example/a.js"></script>
<img src="x" onerror="ran()">
<svg onload="ran()"></svg>
<iframe srcdoc="<script>parent.ran()</script>"></iframe>
<object data="data:text/html,<script>parent.ran()</script>"></object>
<base href="https://attack.example/">
<link rel="stylesheet" href="https://attack.example/a.css">
<form id="sent" action="https://attack.example/"><input name="x"></form>
<a id="followed" href="javascript:ran()">x</a>
"""
"""What would run, if the page let it."""

ELSEWHERE = "attack.example"
"""The host of all attacks."""

BOX = "main input[name=q]"
"""Where people type what they look for."""

STYLES = '<style>main{font-size:99px}</style><p id="styled" style="font-size:99px">x</p>'
"""What would change how the page looks, if it let it."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every page has its own profile."""
    with new_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A guide with what attacks everything in every fact."""
    folder = tmp_path_factory.mktemp("attacked")
    plant(folder, cycle(pieces("everything")), ENTRIES)
    return build(folder, folder / "_site")


@pytest.fixture(scope="module")
def address(attacked: Site) -> Iterator[str]:
    """Where that guide is served."""
    with served(attacked) as address:
        yield address


@contextmanager
def watched(browser: Browser, address: str, **settings: Any) -> Iterator[Visited]:
    """Lend a page that says what runs, and the list of what it said."""
    with reader(browser, address, **settings) as (page, troubles):
        page.add_init_script(WATCH)
        page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
        yield page, troubles


def opened(browser: Browser, address: str, paths: Iterable[str]) -> list[str]:
    """Open pages one after the other, and return what went wrong on them."""
    with watched(browser, address) as (page, troubles):
        for path in paths:
            # A place on the page that is open already would be no new visit.
            page.goto("about:blank")
            page.goto(address + path)
        return troubles


def test_nothing_runs_on_a_page_of_any_layout(
    browser: Browser, address: str, tried: Callable[[str, int], None]
) -> None:
    tried("Pages full of attacks, opened in Chromium", len(LAYOUTS))
    assert opened(browser, address, LAYOUTS) == []


@pytest.mark.hard
def test_nothing_runs_on_any_page(
    browser: Browser, attacked: Site, address: str, tried: Callable[[str, int], None]
) -> None:
    paths = [page.path for page in attacked.whole_pages if page.path != "admin/editor/"]
    tried("Pages full of attacks, opened in Chromium", len(paths))
    assert opened(browser, address, paths) == []


def endings(attacks: Iterable[str]) -> Iterator[str]:
    """Yield attacks as the end of an address, each way that a script may read it."""
    for attack in attacks:
        words = quote(attack.encode("utf-8", "surrogatepass"), safe="")
        yield from (f"#{words}", f"#q={words}&find", f"#missing={words}", f"#from={words}")
        yield f"?q={words}"


def test_no_address_makes_a_script_stumble(
    browser: Browser, address: str, tried: Callable[[str, int], None]
) -> None:
    ends = [*HALF_WRITTEN, *islice(endings(pieces("everything")), 2)]
    paths = [path + end for path in READ_BY_SCRIPTS for end in ends]
    tried("Attacks in addresses, opened in Chromium", len(paths))
    assert opened(browser, address, paths) == []


@pytest.mark.hard
@pytest.mark.parametrize("path", READ_BY_SCRIPTS)
def test_no_attack_in_an_address_runs(
    browser: Browser, address: str, path: str, tried: Callable[[str, int], None]
) -> None:
    short = [attack for attack in islice(attacks(), 0, None, 1_500) if len(attack) < 500]
    paths = [path + end for end in endings([*short, *pieces("scripts"), *pieces("everything")])]
    tried("Attacks in addresses, opened in Chromium", len(paths))
    assert opened(browser, address, paths) == []


def test_a_title_that_attacks_is_found_and_shown_as_it_is(
    browser: Browser, attacked: Site, address: str
) -> None:
    title = attacked.page("stories/entry-6/").heading
    (word,) = re.findall("zq[0-9]+qz", title)
    with watched(browser, address) as (page, troubles):
        page.goto(f"{address}search/")
        page.fill(BOX, word)
        link = page.locator(f"main a:has-text('{word}')").first
        assert " ".join((link.text_content() or "").split()) == title
        assert troubles == []


def typed_one_by_one(browser: Browser, address: str, attacks: Iterable[str]) -> list[str]:
    """Type into the search box, and return what went wrong."""
    with watched(browser, address) as (page, troubles):
        page.goto(f"{address}search/")
        page.fill(BOX, "tea")
        page.wait_for_selector("main li a, main [role=status]:not(:empty)")
        for words in attacks:
            page.fill(BOX, words)
        page.wait_for_timeout(500)
        return troubles


def test_search_takes_whatever_is_typed(browser: Browser, address: str) -> None:
    words = [*pieces("everything"), "constructor", "__proto__ toString hasOwnProperty"]
    assert typed_one_by_one(browser, address, words) == []


@pytest.mark.hard
def test_search_takes_thousands_of_attacks(
    browser: Browser, address: str, tried: Callable[[str, int], None]
) -> None:
    typed = [*islice(filter(can_be_typed, attacks()), 0, None, 150), *pieces("scripts")]
    tried("Attacks typed into the search box, in Chromium", len(typed))
    assert typed_one_by_one(browser, address, typed) == []


def test_a_pin_says_the_words_that_attack_and_no_more(
    browser: Browser, attacked: Site, address: str
) -> None:
    with watched(browser, address) as (page, troubles):
        page.goto(f"{address}map/#{attacked.page('map/').tree.find('.//*[@data-spot]').get('id')}")
        page.click("[data-map-open] button, button[data-map-open]")
        popup = page.wait_for_selector(".map-popup")
        row = page.locator("[data-spot='0']").first
        assert (row.locator("a").first.text_content() or "") in (popup.text_content() or "")
        assert troubles == []


def test_a_shortlist_shows_titles_that_attack(
    browser: Browser, attacked: Site, address: str
) -> None:
    title = attacked.page("green-spaces/entry-3/").heading
    with watched(browser, address) as (page, troubles):
        page.goto(f"{address}print/shortlist/#1,3")
        page.wait_for_selector(".shortlist li")
        assert title in " ".join(page.inner_text(".shortlist").split())
        assert troubles == []


def planted_into(route: Route) -> None:
    """Answer with the page that was asked for, an attack planted at the start of its body."""
    answer = route.fetch()
    html = re.sub(r"(<body[^>]*>)", rf"\1{PLANTED}{STYLES}", answer.text(), count=1)
    route.fulfill(response=answer, body=html)


def is_page(address: str) -> Callable[[str], bool]:
    """Return what tells the pages of a site from its other files."""
    return lambda url: url.startswith(address) and url.endswith(("/", ".html"))


def what_ran(browser: Browser, address: str, site: Site, paths: Iterable[str]) -> list[str]:
    """Return what got through of an attack that is planted into pages."""
    wrong: list[str] = []
    asked: list[str] = []
    with watched(browser, address, service_workers="block") as (page, troubles):
        page.route(is_page(address), planted_into)
        # What a page may not ask for never comes as far as this.
        page.route("https://**", lambda route: asked.append(route.request.url) or route.abort())
        for path in paths:
            page.goto(address + path)
            if not site.pages[path].meta("refresh"):  # the others have led on by now
                wrong += (f"{path}: {one}" for one in after_a_try(page))
            kept_out = [one for one in troubles if "kept out: script-src" in one]
            wrong += [] if kept_out else [f"{path}: nothing was kept out"]
            wrong += (f"{path}: {one}" for one in troubles if "an attack ran" in one)
            troubles.clear()
    return [*wrong, *(one for one in asked if ELSEWHERE in one)]


def after_a_try(page: Page) -> Iterator[str]:
    """Yield what a planted link, form or style sheet managed to do."""
    page.evaluate("document.getElementById('followed').click()")
    page.evaluate("document.getElementById('sent').submit()")
    size = "getComputedStyle(document.getElementById('styled')).fontSize"
    if "admin/editor" not in page.url and page.evaluate(size) == "99px":
        yield "a style was taken"
    if page.evaluate("document.baseURI") != page.url:
        yield "another base was taken"


def test_a_planted_script_does_not_run_on_any_kind_of_page(
    browser: Browser, attacked: Site, address: str, tried: Callable[[str, int], None]
) -> None:
    tried("Pages with a planted script, opened in Chromium", len(GUARDED))
    assert what_ran(browser, address, attacked, GUARDED) == []


@pytest.mark.hard
def test_a_planted_script_runs_on_no_page(
    browser: Browser, attacked: Site, address: str, tried: Callable[[str, int], None]
) -> None:
    tried("Pages with a planted script, opened in Chromium", len(attacked.pages))
    assert what_ran(browser, address, attacked, attacked.pages) == []
