"""Entries in, a whole site out: every address a person may open, and where it leads."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
from builders import TODAY
from built_site import REPOSITORY, TINY, Site, build, checked, copied
from PIL import Image

from doorstep.checking import Checked
from doorstep.permalinks import entry_path
from doorstep.site import guide_of

SITE_WITHOUT = """
name: A new guide
url: https://new.example.org/
centre: {lat: 53.65, lon: -3.4}
help_line: {name: Amina, phone: 020 7946 0123}
forum: {name: The forum}
topics: []
audiences: []
"""
"""Settings of somebody who has only just begun."""


@pytest.fixture(scope="module")
def just_begun(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A guide without an entry, a landmark, an area or a topic."""
    guide = tmp_path_factory.mktemp("begun")
    (guide / "content").mkdir()
    (guide / "site.yaml").write_text(SITE_WITHOUT)
    return build(guide, guide / "_site")


def test_every_entry_has_its_page(tiny: Site) -> None:
    for entry in checked(TINY).entries:
        heading = tiny.page(entry_path(entry.kind, entry.slug)).heading
        assert heading.removeprefix("Cancelled: ") == entry.title


def test_every_number_leads_to_its_entry(tiny: Site) -> None:
    for entry in checked(TINY).entries:
        there = tiny.root + entry_path(entry.kind, entry.slug)
        short = tiny.page(f"n/{entry.number}/")
        assert short.meta("refresh") == f"0; url={there}"
        assert short.links() == [(f"Go to {entry.title}", there)]


def test_a_former_address_leads_to_where_the_entry_is_now(tiny: Site) -> None:
    old = tiny.page("groups/tea-club/")
    assert old.meta("refresh") == "0; url=/guide/groups/tea-and-talk/"
    assert old.linked("canonical").endswith("/groups/tea-and-talk/")
    assert old.meta("robots") == "noindex"


def test_a_former_address_never_hides_a_page(tmp_path: Path) -> None:
    later = "---\ntitle: Later\nformerly: [tea-and-talk]\n---\n"
    site = build(copied(TINY, tmp_path / "guide", {"groups/later.md": later}), tmp_path / "_site")
    assert site.page("groups/tea-and-talk/").heading == "Cancelled: Tea and talk"


@pytest.mark.parametrize(
    ("file", "former"),
    [
        ("groups/later.md", "[old-name, old-name]"),
        ("help/later.md", "[get, give]"),
        ("pages/later.md", "[about]"),
    ],
)
def test_a_former_name_that_is_odd_stops_nothing(tmp_path: Path, file: str, former: str) -> None:
    later = f"---\ntitle: Later\nside: get\nformerly: {former}\n---\n"
    if not file.startswith("help"):
        later = later.replace("side: get\n", "")
    guide = copied(TINY, tmp_path / "guide", {file: later})
    (guide / "content" / "pages" / "about.md").unlink(missing_ok=True)
    assert build(guide, tmp_path / "_site").page(file.replace("pages", "about")[:-3] + "/")


def test_photos_whose_names_are_alike_are_published_each(tmp_path: Path) -> None:
    names = ("tea time.jpg", "tea-time.jpg", "Tea time.png", "茶.jpg")
    entries = {
        f"groups/photo-{number}.md": f"---\ntitle: Photo {number}\n"
        f"image: {{file: 'photos/{name}', alt: A teapot}}\n---\n"
        for number, name in enumerate(names)
    }
    guide = copied(TINY, tmp_path / "guide", entries)
    (guide / "content" / "photos").mkdir(exist_ok=True)
    for name in names:
        Image.new("RGB", (600, 400)).save(guide / "content" / "photos" / name)
    site = build(guide, tmp_path / "_site")
    shown = {site.page(f"groups/photo-{n}/").all("img")[-1].get("src") for n in range(len(names))}
    assert len(shown) == len(names)
    assert all((tmp_path / "_site" / str(src).removeprefix("/guide/")).is_file() for src in shown)


def test_a_page_says_where_one_is(tiny: Site) -> None:
    tea = tiny.page("groups/tea-and-talk/")
    assert tea.links("breadcrumbs") == [("Home", "/guide/"), ("Groups", "/guide/groups/")]
    assert tiny.page("help/get/").links("breadcrumbs")[1:] == [("Help", "/guide/help/")]
    assert tiny.page("").links("breadcrumbs") == []


def test_the_menu_marks_the_page_one_is_on(tiny: Site) -> None:
    marked = [a for a in tiny.page("groups/").all("a") if a.get("aria-current") == "page"]
    assert [a.get("href") for a in marked] == ["/guide/groups/"]


def test_a_page_that_is_not_there_says_so_and_leads_on(tiny: Site) -> None:
    lost = tiny.page("404.html")
    assert lost.heading == "Page not found"
    assert ("A to Z", "/guide/a-to-z/") in lost.links("main")
    assert lost.meta("robots") == "noindex"
    assert lost.linked("canonical") == ""


def test_an_empty_guide_is_a_whole_site(just_begun: Site) -> None:
    assert just_begun.page("").heading == "A new guide"
    assert "Nothing is listed here yet." in just_begun.page("groups/").words
    assert "020 7946 0123" in just_begun.text("404.html")


def test_an_empty_guide_offers_nothing_that_is_not_there(just_begun: Site) -> None:
    home = just_begun.page("")
    assert home.links("menu") == []
    paths = {urlsplit(href).path for _, href in home.links()}
    assert {path for path in paths if path.startswith(("/near", "/areas", "/topics"))} == set()


def test_an_empty_guide_neither_promises_nor_counts_what_is_not_there(just_begun: Site) -> None:
    assert "Somebody near you can help" not in just_begun.page("").words
    counted = [page.path for page in just_begun.whole_pages if "0 of 0" in page.words]
    assert counted == []


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide, published two folders deep; the address lacks its last slash."""
    out = tmp_path_factory.mktemp("deep") / "_site"
    return build(TINY, out, url="https://example.org/a/b")


@pytest.fixture(scope="module")
def own_domain(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide at a domain of its own."""
    out = tmp_path_factory.mktemp("own") / "_site"
    return build(TINY, out, url="https://lantern.example.org/")


@pytest.mark.parametrize(
    ("fixture", "root"), [("tiny", "/guide/"), ("deep", "/a/b/"), ("own_domain", "/")]
)
def test_every_link_stands_under_the_root_of_the_guide(
    fixture: str, root: str, request: pytest.FixtureRequest
) -> None:
    site: Site = request.getfixturevalue(fixture)
    addresses = {address for page in site.pages.values() for address in internal(page.tree)}
    assert {one for one in addresses if not one.startswith(root)} == set()
    assert {f"{root}groups/tea-and-talk/", f"{root}feed.xml", root} <= addresses
    # A root of its own is part of every other: what is under another would go unseen.
    assert root != "/" or not [one for one in addresses if one.startswith(("/guide/", "//"))]


def internal(tree: Element) -> set[str]:
    """Return the addresses in a page that name no host."""
    found = {
        str(element.get(name))
        for element in tree.iter()
        for name in ("href", "src")
        if element.get(name)
    }
    return {
        one for one in found if one.startswith("/") or not (urlsplit(one).scheme or one[0] == "#")
    }


def test_whole_addresses_begin_with_where_the_guide_is_published(deep: Site) -> None:
    wholes = [deep.page("groups/").linked("canonical"), deep.text("robots.txt").split()[-1]]
    assert wholes == ["https://example.org/a/b/groups/", "https://example.org/a/b/sitemap.xml"]
    assert "lantern-lane.example.org" not in "".join(
        deep.text(name) for name in ("feed.xml", "sitemap.xml", "groups/tea-and-talk/index.html")
    )


def test_a_link_in_an_entry_leads_there_under_any_root(deep: Site) -> None:
    assert ("Tea and talk", "/a/b/groups/tea-and-talk/") in deep.page("about/").links("prose")


def test_a_change_to_an_entry_changes_only_what_shows_it(tiny: Site, tmp_path: Path) -> None:
    words = "We dig, sit down, and dig again."
    file = TINY / "content" / "groups" / "pear-tree-gardeners.md"
    text = file.read_text().replace(words, "We dig all day.")
    changed = build(
        copied(TINY, tmp_path / "guide", {"groups/pear-tree-gardeners.md": text}),
        tmp_path / "_site",
    )
    differ = {name for name in tiny.files if tiny.files[name] != changed.files[name]}
    assert changed.files.keys() == tiny.files.keys()
    # What is searched is folded, so that it mentions no sentence as it is written; and phones
    # are told that pages which they keep have changed.
    told = {"search/index.json", "service-worker.js"}
    assert differ == tiny.mentions(words) | told
    assert differ == changed.mentions("We dig all day.") | told


def listed(read: Checked, today: date) -> set[str]:
    """Return the slugs of what a guide lists on a day."""
    return {entry.slug for entry in guide_of(read, today, assets={}, sizes={}).catalogue.listed}


def test_the_example_guide_never_goes_stale() -> None:
    days = (TODAY, date(2028, 3, 1), date(2031, 7, 31))
    readings = [checked(REPOSITORY, day) for day in days]
    assert [read.problems for read in readings] == [(), (), ()]
    now, *later = [listed(read, day) for read, day in zip(readings, days, strict=True)]
    assert later == [now, now]
    assert len(readings[0].entries) >= 120
