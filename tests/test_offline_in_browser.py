"""A phone that loses its signal, in real Chromium: what it keeps, what it never keeps, says."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from bad_network import SLOW, Network, bad_network
from browser import new_browser
from built_site import TINY, Site, build, copied
from kept_pages import (
    ask_for_search,
    kept,
    sizes,
    stores,
    visit,
    wait_for_worker,
    wait_until_gone,
    wait_until_kept,
    workers,
)
from playwright.sync_api import expect
from visits import NARROW, WCAG, axe, looked, reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Tried = Callable[[str, int], None]
    Phone = tuple[Page, Network, list[str]]

pytestmark = pytest.mark.browser

TEA = "groups/tea-and-talk/"
WALKERS = "groups/walkers/"
QUIET = "groups/a-quiet-hour/"
WAYS_TO_QUIET = (QUIET, "n/99/", "groups/an-hour-once/")
FOR_ALL = ("", "whats-on/", "help/get/", "about/stay-safe/", "search/")
SAVED = "Saved copy from Sunday 22 November 2026."
NOT_KEPT = "You have no signal now. This phone has not kept the page you asked for."
ORDINARY = "---\nnumber: 88\ntitle: Walkers\nsummary: We walk.\n---\nCanary-walkers.\n"
AT_RISK = ORDINARY.replace("title:", "sensitive: yes\ntitle:")
AT_NIGHT = """
    ---
    number: 99
    title: A quiet hour
    summary: Canary-summary for whoever comes.
    topics: [company]
    for: [women]
    come_along: Canary-come-along.
    contact: {name: Canaria, phone: 07700 900666}
    formerly: [an-hour-once]
    sensitive: yes
    ---
    Canary-body.
    """
CANARIES = ("anary", "anaria", "900666", "900 666", "A quiet hour</h1>")
WORDS = "what-i-look-for"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every phone is a profile of its own."""
    with new_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide with a safe space full of canary words, and a group that may become one."""
    changes = {"groups/a-quiet-hour.md": AT_NIGHT, "groups/walkers.md": ORDINARY}
    guide = copied(TINY, tmp_path_factory.mktemp("guide") / "guide", changes)
    entry = guide / "content/groups/a-quiet-hour.md"
    lines = entry.read_text(encoding="utf-8").splitlines(keepends=True)
    entry.write_text(
        "".join(one for one in lines if not one.startswith("image:")), encoding="utf-8"
    )
    return guide


@pytest.fixture(scope="module")
def files(guide: Path) -> dict[str, bytes]:
    """The site as it is at first."""
    return build(guide, guide.parent / "_site").files


@pytest.fixture(scope="module")
def later(guide: Path) -> dict[str, bytes]:
    """The site once the group of walkers has become a safe space."""
    changes = {"groups/walkers.md": AT_RISK}
    return build(copied(guide, guide.parent / "later", changes), guide.parent / "_later").files


@pytest.fixture(scope="module")
def stopped(guide: Path) -> dict[str, bytes]:
    """The site once the guide keeps nothing on phones any more."""
    changed = copied(guide, guide.parent / "stopped", {})
    with (changed / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\noffline: no\n")
    return build(changed, guide.parent / "_stopped").files


@pytest.fixture
def site(guide: Path, files: dict[str, bytes]) -> Site:
    """The site, for a test to put another in its place."""
    site = Site(guide)
    site.__dict__["files"] = dict(files)
    return site


@contextmanager
def phone(browser: Browser, site: Site) -> Iterator[Phone]:
    """Lend a phone that has just opened the first page, and has kept what every phone keeps."""
    with (
        bad_network(site) as network,
        reader(browser, network.address, viewport=NARROW) as (page, troubles),
    ):
        page.goto(network.address)
        wait_for_worker(page)
        yield page, network, troubles


@pytest.fixture
def at_home(browser: Browser, site: Site) -> Iterator[Phone]:
    """Such a phone."""
    with phone(browser, site) as lent:
        yield lent


@pytest.fixture(scope="module")
def walked(browser: Browser, guide: Path, files: dict[str, bytes]) -> Iterator[Phone]:
    """A phone that was shown some pages, those of a safe space among them, and lost its signal."""
    site = Site(guide)
    site.__dict__["files"] = dict(files)
    with phone(browser, site) as (page, network, troubles):
        ask_for_search(page)
        wait_until_kept(page, f"{network.address}search/index.json")
        for path in (TEA, *WAYS_TO_QUIET, f"search/?q={WORDS}", f"{TEA}?from={WORDS}"):
            page.goto(network.address + path)
            page.wait_for_load_state("networkidle")
        page.goto(network.address)
        wait_until_kept(page, network.address + TEA)
        before = [*troubles]
        network.is_down = True
        yield page, network, before


def test_with_signal_nothing_is_said_and_nothing_goes_wrong(walked: Phone) -> None:
    _, _, troubles = walked
    assert troubles == []


@pytest.mark.parametrize("path", [*FOR_ALL, TEA])
def test_without_signal_a_page_opens_and_says_that_it_is_a_saved_copy(
    walked: Phone, path: str
) -> None:
    page, network, _ = walked
    page.goto(network.address + path)
    assert page.get_by_text(SAVED).is_visible()
    assert page.get_by_role("status").filter(has_text=SAVED).count() == 1
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 0


def test_without_signal_search_finds_things(walked: Phone) -> None:
    page, network, _ = walked
    page.goto(f"{network.address}search/")
    page.get_by_role("searchbox").or_(page.locator("main input[name=q]")).first.fill("tea")
    page.locator("#results").get_by_role("link", name="Tea and talk").wait_for()


def test_what_was_not_kept_says_that_there_is_no_signal_and_what_there_is(walked: Phone) -> None:
    page, network, _ = walked
    page.goto(f"{network.address}groups/friends-of-st-annes/")
    assert page.get_by_text(NOT_KEPT).is_visible()
    assert not page.get_by_text(SAVED).is_visible()
    assert page.get_by_role("link", name="020 7946 0123").first.is_visible()
    page.get_by_role("link", name="Tea and talk").click()
    assert page.get_by_role("heading", name="Tea and talk").is_visible()


def test_signal_that_is_back_brings_the_page_that_was_asked_for(walked: Phone) -> None:
    page, network, _ = walked
    page.goto(f"{network.address}groups/pear-tree-gardeners/")
    network.is_down = False
    page.get_by_role("button", name="Try again").click()
    page.get_by_role("heading", name="Pear tree gardeners", exact=False).first.wait_for()
    network.is_down = True


@pytest.mark.parametrize("path", WAYS_TO_QUIET)
def test_a_safe_space_that_was_looked_at_is_not_kept(walked: Phone, path: str) -> None:
    page, network, _ = walked
    page.goto(network.address + path)
    assert page.get_by_text(NOT_KEPT).is_visible()
    assert page.get_by_role("link", name="A quiet hour").count() == 0


def test_no_store_holds_a_word_of_a_safe_space_or_of_a_search(walked: Phone) -> None:
    page, _, _ = walked
    everything = kept(page)
    assert len(everything) > len(FOR_ALL)
    told = json.dumps(everything)
    assert [word for word in (*CANARIES, WORDS) if word in told] == []
    assert [url for url in everything if re.search(r"quiet|/n/|an-hour-once|\?", url)] == []


def test_the_page_for_no_signal_can_be_used_by_everyone(walked: Phone) -> None:
    page, network, _ = walked
    page.goto(f"{network.address}groups/friends-of-st-annes/")
    page.get_by_role("button", name="Forget what this phone has kept").wait_for()
    assert axe(page, *WCAG, "best-practice") == []
    assert looked(page, "sideways()") == looked(page, "smallTargets(24)") == []


def test_a_phone_forgets_what_it_has_kept(at_home: Phone) -> None:
    page, network, _ = at_home
    page.goto(network.address + TEA)
    page.evaluate("localStorage.setItem('/guide/print/shortlist/', '127')")
    page.goto(f"{network.address}offline/")
    network.slow.add("search/index.json")
    ask_for_search(page)
    wait_until_kept(page, f"{network.address}search/")
    page.get_by_role("button", name="Forget what this phone has kept").click()
    expect(page.get_by_text("This phone has forgotten")).to_be_visible()
    # What was on its way comes, and is not kept any more.
    page.wait_for_timeout(SLOW * 1000 + 500)
    assert stores(page) == workers(page) == []
    assert page.evaluate("localStorage.length") == 0


def test_search_is_kept_for_whoever_stays_a_while(at_home: Phone) -> None:
    page, network, troubles = at_home
    page.clock.install()
    page.reload()
    page.clock.run_for(15_000)
    assert not [path for path in network.asked if path.startswith("search/")]
    page.clock.run_for(10_000)
    wait_until_kept(page, f"{network.address}search/index.json")
    assert troubles == []


def test_a_phone_keeps_no_more_than_its_share_and_lets_go_of_what_is_oldest(
    at_home: Phone, site: Site, tried: Tried
) -> None:
    page, network, _ = at_home
    tea = site.text(f"{TEA}index.html")
    paths = [f"groups/large-{number}/" for number in range(12)]
    for path in paths:
        padded = tea.replace("</main>", f"<p>{'word ' * 24_000}</p></main>")
        site.files[f"{path}index.html"] = padded.encode()
        visit(page, network.address + path)
        assert sizes(page) <= 1_000_000
    addresses = {url.removeprefix(network.address) for url in kept(page)}
    assert paths[-1] in addresses
    assert paths[0] not in addresses
    assert {"", "whats-on/", "help/get/", "about/stay-safe/", "offline/"} <= addresses
    tried("Visits to large pages, on a phone that keeps 1 MB at most", len(paths))


def test_a_slow_page_is_not_waited_for_where_a_saved_copy_is_there(at_home: Phone) -> None:
    page, network, _ = at_home
    network.slow.add("help/get/")
    page.goto(f"{network.address}help/get/", timeout=SLOW * 1000 - 1000)
    assert page.get_by_text(SAVED).is_visible()


def test_a_page_that_breaks_off_half_way_is_neither_shown_nor_kept(
    at_home: Phone, tried: Tried
) -> None:
    page, network, _ = at_home
    for broken in (network.half, network.cut, network.troubled):
        broken |= {"help/get/", TEA}
        page.goto(f"{network.address}help/get/")
        assert page.get_by_text(SAVED).is_visible()
        assert page.locator("footer").count() == 1
        broken.clear()
    for broken in (network.half, network.cut):
        broken.add(TEA)
        page.goto(network.address + TEA)
        assert page.get_by_text(NOT_KEPT).is_visible()
        broken.clear()
    assert network.address + TEA not in kept(page)
    tried("Pages that break off half-way, and a server in trouble", 5)


def test_what_has_become_a_safe_space_leaves_with_the_next_visit(
    at_home: Phone, site: Site, later: dict[str, bytes]
) -> None:
    page, network, _ = at_home
    visit(page, network.address + WALKERS)
    # The page alone, before the worker is known to have changed.
    site.files[f"{WALKERS}index.html"] = later[f"{WALKERS}index.html"]
    page.goto(network.address + WALKERS)
    wait_until_gone(page, network.address + WALKERS)


def test_an_update_comes_by_itself_and_takes_away_what_may_be_kept_no_more(
    at_home: Phone, site: Site, later: dict[str, bytes]
) -> None:
    page, network, troubles = at_home
    for path in (WALKERS, TEA):
        visit(page, network.address + path)
    loads: list[str] = []
    page.on("load", lambda page: loads.append(page.url))
    site.files.clear()
    site.files.update(later)
    page.goto(f"{network.address}groups/")
    wait_until_gone(page, network.address + WALKERS)
    assert "Canary-walkers" not in json.dumps(kept(page))
    assert network.address + TEA in kept(page)
    assert len(stores(page)) == 1
    assert loads == [f"{network.address}groups/"]
    assert troubles == []


def test_what_broke_off_during_an_update_is_asked_for_again_by_the_next_visit(
    at_home: Phone, site: Site, later: dict[str, bytes]
) -> None:
    page, network, _ = at_home
    visit(page, network.address + WALKERS)
    site.files.clear()
    site.files.update(later)
    network.half.add(WALKERS)
    before = network.asked.count(WALKERS)
    page.goto(f"{network.address}groups/")
    while network.asked.count(WALKERS) == before:
        page.wait_for_timeout(50)
    network.half.clear()
    page.goto(f"{network.address}groups/")
    wait_until_gone(page, network.address + WALKERS)


def test_one_deploy_takes_it_all_away_and_leaves_other_sites_alone(
    at_home: Phone, site: Site, stopped: dict[str, bytes]
) -> None:
    page, network, troubles = at_home
    others = ["doorstep:/:1", "doorstep:/guide/other/:1", "another site's"]
    page.evaluate("names => Promise.all(names.map((name) => caches.open(name)))", others)
    site.files.clear()
    site.files.update(stopped)
    page.goto(f"{network.address}groups/")
    for _ in range(200):
        if not workers(page):
            break
        page.wait_for_timeout(50)
    assert workers(page) == []
    assert sorted(stores(page)) == sorted(others)
    page.goto(network.address)
    assert page.get_by_role("heading", name="Lantern Lane guide").is_visible()
    assert workers(page) == []
    assert troubles == []


def test_a_page_of_another_website_below_the_guide_is_shown_and_not_kept(
    at_home: Phone, site: Site
) -> None:
    page, network, _ = at_home
    site.files["other/index.html"] = b"<!DOCTYPE html><title>Other</title><h1>No end tags</h1>"
    page.goto(f"{network.address}other/")
    assert page.get_by_role("heading", name="No end tags").is_visible()
    visit(page, network.address + TEA)
    assert f"{network.address}other/" not in kept(page)


def test_a_page_with_a_link_that_looks_like_one_to_a_style_sheet_is_kept(
    at_home: Phone, site: Site
) -> None:
    page, network, _ = at_home
    link = '<a href="/guide/assets/of-the-community/">What we own</a></main>'
    site.files[f"{TEA}index.html"] = site.text(f"{TEA}index.html").replace("</main>", link).encode()
    visit(page, network.address + TEA)


def test_a_safe_space_registers_no_worker(browser: Browser, site: Site) -> None:
    with bad_network(site) as network, reader(browser, network.address) as (page, troubles):
        page.goto(network.address + QUIET)
        page.wait_for_load_state("networkidle")
        assert workers(page) == stores(page) == []
        assert [path for path in network.asked if "manifest" in path or "worker" in path] == []
        assert troubles == []


def test_at_the_root_of_a_domain_it_is_the_same(
    browser: Browser, guide: Path, tmp_path: Path
) -> None:
    built = build(guide, tmp_path / "_site", url="https://lantern-lane.example.org/")
    root = Site(built.folder, "/")
    with phone(browser, root) as (page, network, troubles):
        assert troubles == []
        network.is_down = True
        page.goto(f"{network.address}help/get/")
        assert page.get_by_text(SAVED).is_visible()
        page.goto(network.address + TEA)
        assert page.get_by_text(NOT_KEPT).is_visible()


def test_what_is_sent_and_what_is_no_page_goes_its_usual_way(at_home: Phone) -> None:
    page, network, _ = at_home
    for path in (f"{TEA}tea-and-talk.ics", "map/map.json", "feed.xml"):
        assert page.evaluate("path => fetch(path).then((answer) => answer.ok)", f"/guide/{path}")
    posted = "() => fetch('/guide/', { method: 'POST' }).then((answer) => answer.status)"
    assert page.evaluate(posted) == 501
    everything = {url.removeprefix(network.address) for url in kept(page)}
    assert [path for path in everything if path.endswith((".ics", ".xml"))] == []
    assert "map/map.json" not in everything
