"""What browsers, search engines and feed readers find in a finished site."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from built_site import EARLY, TINY, Page, Site, build, copied, of_class

from doorstep.views.framing import SECURITY, fingerprint
from doorstep.views.redirects import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator

URL = "https://lantern-lane.example.org/guide/"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOSTILE = """</title></script ><!--<b>&amp; "x" ]]>' {{ 7*7 }} ${x}"""
"""A title that tries every way out of the place it is written in."""

TAKES = {"src", "srcset", "poster", "data", "action", "formaction", "background"}
"""Attributes a browser goes and gets without being asked."""


LINKS_TAKEN = {
    "stylesheet",
    "icon",
    "manifest",
    "preload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide with entries that attack whatever shows them."""
    folder = tmp_path_factory.mktemp("hostile")
    words = json.dumps(HOSTILE)
    facts = f"title: {words}\nsummary: {words}\ntopics: [company]\nchecked: 2026-11-21\n"
    facts += f"cost: {words}\nyou_can_help: [{words}]\ncontact: {{name: {words}}}\n"
    when = "when: Every Monday, 7pm\nchanges:\n"
    when += f"  - {{on: 2026-11-30, cancelled: yes, because: {words}}}\n"
    when += f"  - {{on: 2026-11-23, where: {words}}}\n"
    changes = {
        "groups/hostile.md": f"---\n{facts}formerly: [hostile-once]\n---\n<script>x()</script>\n",
        "events/hostile-event.md": f"---\n{facts}{when}where: {{name: {words}}}\n---\n",
        "places/hostile-place.md": f"---\n{facts}where: {{address: {words}}}\n---\n",
        "green-spaces/hostile-green.md": f"---\n{facts}open: Every day, dawn to dusk\n---\n",
    }
    return build(copied(TINY, folder / "guide", changes), folder / "_site")


def xml_of(site: Site, name: str) -> Element:
    """Return a file as XML; it is our own, made a moment ago."""
    return fromstring(site.files[name])  # noqa: S314


def data_of(page: Page) -> list[dict[str, Any]]:
    """Return the structured data of a page."""
    scripts = [s for s in page.all("script") if s.get("type") == "application/ld+json"]
    return [json.loads(script.text or "") for script in scripts]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("groups/tea-and-talk/", "Organization"),
        ("events/winter-supper/", "Event"),
        ("green-spaces/pear-tree-garden/", "Park"),
        ("places/lantern-library/", "Place"),
    ],
)
def test_a_page_says_in_schema_org_what_it_is(tiny: Site, path: str, kind: str) -> None:
    (data,) = data_of(tiny.page(path))
    assert (data["@context"], data["@type"]) == ("https://schema.org", kind)
    heading = tiny.page(path).heading.removeprefix("Cancelled: ")
    assert (data["name"], data["url"]) == (heading, URL + path)


def test_a_building_says_where_it_is(tiny: Site) -> None:
    (data,) = data_of(tiny.page("places/lantern-library/"))
    assert data["address"]["postalCode"] == "AB1 2CE"
    assert (data["geo"]["latitude"], data["geo"]["longitude"]) == (53.6506, -3.4011)


def test_an_event_says_its_place_its_host_and_that_it_is_free(tiny: Site) -> None:
    (data,) = data_of(tiny.page("events/winter-supper/"))
    assert data["location"]["name"] == "St Anne's Hall"
    assert data["organizer"]["name"] == "Friends of St Anne's"
    assert data["isAccessibleForFree"] is True


@pytest.mark.parametrize(
    "path", ["", "help/lifts-to-the-surgery/", "stories/the-last-bench/", "about/"]
)
def test_schema_org_has_no_word_for_the_rest(tiny: Site, path: str) -> None:
    assert data_of(tiny.page(path)) == []


@pytest.mark.parametrize(
    "path",
    [
        "groups/hostile/",
        "events/hostile-event/",
        "places/hostile-place/",
        "green-spaces/hostile-green/",
    ],
)
def test_hostile_words_stay_words(hostile: Site, path: str) -> None:
    page = hostile.page(path)
    (data,) = data_of(page)
    assert page.heading == data["name"] == data["description"] == HOSTILE
    assert page.title == f"{HOSTILE} – Lantern Lane guide"
    assert page.meta("description") == HOSTILE
    assert page.facts["Cost"] == [HOSTILE]


def test_hostile_words_stay_words_in_lists_and_on_the_way(hostile: Site) -> None:
    assert hostile.page("groups/hostile-once/").heading == HOSTILE
    assert HOSTILE in [card.title for card in hostile.page("a-to-z/").cards]
    assert hostile.page("events/").titles("")[0] == HOSTILE


def test_nothing_in_a_page_runs_but_our_own_files(hostile: Site) -> None:
    for page in hostile.pages.values():
        files = [script for script in page.all("script") if script.get("src")]
        assert all(str(s.get("src")).startswith("/guide/assets/") for s in files), page.path
        # A list by day has our script for that with it, and the policy knows it by its hash.
        assert page.inline_scripts in ([], [EARLY] if of_class(page.tree, "old-page") else []), (
            page.path
        )
        assert page.all("iframe") + page.all("object") == []
        # A page that leads on has its few rules with it, and the policy knows them by their hash.
        styles = [STYLE] if page.meta("refresh") else []
        assert [style.text for style in page.all("style")] == styles, page.path
        names = {name for element in page.tree.iter() for name, _ in element.items()}
        assert not [name for name in names if name == "style" or name.startswith("on")], page.path


def test_a_list_by_day_carries_what_runs_in_it_without_what_only_people_read() -> None:
    assert EARLY.startswith("(() => {")
    assert not [mark for mark in ("/*", "*/", "//", "\n ", "</") if mark in EARLY]


def test_every_page_forbids_what_is_not_its_own(hostile: Site) -> None:
    whole = {page.meta("Content-Security-Policy") for page in hostile.whole_pages}
    every = {page.meta("Content-Security-Policy") for page in hostile.pages.values()}
    with_script = SECURITY.replace("script-src 'self'", f"script-src 'self' {fingerprint(EARLY)}")
    assert whole == {SECURITY, with_script}
    assert every == {
        SECURITY,
        with_script,
        SECURITY.replace("style-src 'self'", f"style-src {fingerprint(STYLE)}"),
    }
    assert "unsafe" not in SECURITY
    assert "default-src 'none'" in SECURITY


def taken(page: Page) -> Iterator[str]:
    """Yield every address that a browser gets without being asked."""
    for element in page.tree.iter():
        yield from (value for name, value in element.items() if name in TAKES)
        rels = set(str(element.get("rel")).split()) if element.tag == "link" else set()
        if rels & LINKS_TAKEN:
            yield str(element.get("href"))


def test_no_page_asks_another_host_for_anything(hostile: Site) -> None:
    addresses = {address for page in hostile.pages.values() for address in taken(page)}
    assert {address for address in addresses if not address.startswith("/guide/")} == set()
    files = addresses - {"/guide/search/"}  # where the form goes when somebody sends it
    assert {file.rpartition(".")[2] for file in files} == {"css", "js", "svg", "webmanifest"}


def test_a_style_sheet_asks_no_host_for_anything(tiny: Site) -> None:
    names = [name for name in tiny.files if re.fullmatch(r"assets/.*\.css", name)]
    assert len(names) == 16
    assert not [name for name in names if re.search(r"url\(|@import", tiny.text(name))]


def test_titles_tell_pages_apart(tiny: Site) -> None:
    titles = [page.title for page in tiny.whole_pages]
    assert len(titles) == len(set(titles))
    assert tiny.page("").title == "Lantern Lane guide"
    assert tiny.page("groups/").title == "Groups – Lantern Lane guide"


def test_headings_are_short_and_skip_no_level(tiny: Site) -> None:
    for page in tiny.whole_pages:
        assert len(page.heading) <= 65
        levels = [int(e.tag[1]) for e in page.main.iter() if e.tag in ("h1", "h2", "h3", "h4")]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_page_that_may_be_found_tells_its_whole_address(tiny: Site) -> None:
    for page in tiny.whole_pages:
        expected = "" if page.meta("robots") else URL + page.path
        assert page.linked("canonical") == expected


def test_the_sitemap_has_every_page_that_may_be_found_and_no_other(tiny: Site) -> None:
    rows = xml_of(tiny, "sitemap.xml").findall(f"{SITEMAP}url/{SITEMAP}loc")
    pages = {URL + page.path for page in tiny.pages.values() if not page.meta("robots")}
    assert [row.text for row in rows] == sorted(pages)


def test_robots_may_read_all_and_are_told_of_the_sitemap(tiny: Site) -> None:
    assert tiny.text("robots.txt") == f"User-agent: *\nAllow: /\n\nSitemap: {URL}sitemap.xml\n"


def feed_of(site: Site) -> Element:
    return xml_of(site, "feed.xml")


def test_the_feed_has_what_atom_asks_of_a_feed(tiny: Site) -> None:
    feed = feed_of(tiny)
    assert feed.findtext(f"{ATOM}id") == URL
    assert feed.findtext(f"{ATOM}title") == "Lantern Lane guide"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Lantern Lane forum"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"alternate": URL, "self": f"{URL}feed.xml"}


def test_the_feed_begins_with_what_was_checked_last(tiny: Site) -> None:
    entries = feed_of(tiny).findall(f"{ATOM}entry")
    updated = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
    assert updated == sorted(updated, reverse=True)
    assert feed_of(tiny).findtext(f"{ATOM}updated") == updated[0] == "2026-11-17T00:00:00Z"
    assert entries[0].findtext(f"{ATOM}id") == f"{URL}help/listeners-wanted/"


def test_the_feed_carries_hostile_words_as_words(hostile: Site) -> None:
    first = feed_of(hostile).find(f"{ATOM}entry")
    assert first is not None
    assert first.findtext(f"{ATOM}title") == first.findtext(f"{ATOM}summary") == HOSTILE


def test_every_page_leads_to_the_feed(tiny: Site) -> None:
    for page in tiny.whole_pages:
        # A page for people at risk asks for nothing that it does not need.
        expected = "" if page.links("exit") else "/guide/feed.xml"
        assert page.linked("alternate") == expected
