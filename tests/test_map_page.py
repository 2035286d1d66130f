from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import pytest
from built_site import TINY, Site, build, copied, of_class, words_of

from doorstep.area_map.area import AreaMap, Bounds, Feature, Sort
from doorstep.area_map.area import Spot as Point
from doorstep.area_map.area_text import area_file
from doorstep.views.framing import SECURITY, STREET_PICTURES

if TYPE_CHECKING:
    from pathlib import Path

PAGE, FACTS = "map/", "map/map.json"
BOUNDS = Bounds(53.64, -3.41, 53.66, -3.39)
STREET = Feature(Sort.STREET, "Lantern Lane", ((Point(100, 100), Point(1900, 1900)),))


def facts(site: Site) -> dict:
    return json.loads(site.text(FACTS))


def rows(site: Site) -> list:
    return [one for one in site.page(PAGE).main.iter("li") if one.get("data-spot")]


def with_street_map(to: Path, credit: str = "") -> Site:
    area = area_file(AreaMap(BOUNDS, credit, (STREET,)))
    guide = copied(TINY, to / "guide", {"map/area.json": area})
    return build(guide, to / "_site")


def with_pictures(to: Path, changes: dict[str, str]) -> Site:
    guide = copied(TINY, to / "guide", changes)
    settings = guide / "site.yaml"
    settings.write_text(settings.read_text() + "\nmap: {pictures: openstreetmap}\n")
    return build(guide, to / "_site")


@pytest.fixture(scope="module")
def streets(tmp_path_factory):
    return with_street_map(tmp_path_factory.mktemp("streets"), "© OpenStreetMap contributors")


@pytest.fixture(scope="module")
def pictured(tmp_path_factory):
    return with_pictures(tmp_path_factory.mktemp("pictured"), {})


def test_the_list_is_by_area_and_each_row_says_what_is_there(tiny):
    page = tiny.page(PAGE)
    headings = [words_of(one) for one in page.main.iter("h2")]
    assert headings[:2] == ["The top end", "The canal end"]
    assert [words_of(one) for one in rows(tiny)][:1] == [
        "St Anne's Hall No. 11Number 11 About 3 minutes’ walk from the library 3 things happen here"
    ]


def test_a_row_is_known_by_its_slug_and_by_its_place_in_the_facts(tiny):
    found = [(one.get("id"), one.get("data-spot")) for one in rows(tiny)]
    assert [place for _, place in found] == [str(n) for n in range(len(facts(tiny)["spots"]))]
    assert {slug for slug, _ in found} >= {"lantern-library", "st-annes-hall", "pear-tree-garden"}


def test_the_drawing_has_the_numbers_of_the_list_and_is_one_picture(tiny):
    page = tiny.page(PAGE)
    (picture,) = of_class(page.main, "places-drawing__pins")
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == "A drawing of the area with the numbers of the list"
    numbers = {words_of(one) for one in of_class(picture, "places-drawing__number")}
    listed = {number for one in rows(tiny) for number in re.findall(r"Number (\d+)", words_of(one))}
    assert numbers == listed != set()


def test_without_a_street_map_the_drawing_names_what_everybody_knows(tiny):
    assert "the library" in tiny.page(PAGE).classed("places-drawing__name")
    assert not list(tiny.page(PAGE).main.iter("img"))


def test_with_a_street_map_the_drawing_lies_over_it_and_it_is_credited(streets):
    page = streets.page(PAGE)
    grounds = [(one.get("src"), one.get("loading")) for one in page.main.iter("img")]
    assert grounds == [("/guide/map/area.svg", "lazy"), ("/guide/map/paper.svg", "lazy")]
    assert page.classed("places-drawing__name") == []
    assert streets.text("map/area.svg").startswith("<svg")
    copyright_page = "https://www.openstreetmap.org/copyright"
    assert ("© OpenStreetMap contributors", copyright_page) in page.links()


def test_the_street_map_for_paper_has_no_letters_under_12_points(streets):
    picture = streets.text("map/paper.svg")
    tenths_of_a_millimetre = float(re.search(r'viewBox="0 0 (\d+) ', picture)[1])
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', picture)]
    assert tenths_of_a_millimetre == 1800
    assert min(sizes) * 72 / 254 >= 12


def test_places_beyond_the_street_map_are_counted(tmp_path):
    far = """
        ---
        title: The far lock
        area: canal-end
        where: {address: Lock Lane, lat: 53.7000, lon: -3.4000}
        checked: 2026-11-03
        ---
        """
    area = area_file(AreaMap(BOUNDS, "", (STREET,)))
    guide = copied(TINY, tmp_path / "guide", {"map/area.json": area, "places/far-lock.md": far})
    site = build(guide, tmp_path / "_site")
    assert "1 place of the list is outside this drawing." in site.page(PAGE).words
    assert "far-lock" in {one.get("id") for one in rows(site)}


MINUS_LEFT_OUT = """
    ---
    title: The far lock
    area: canal-end
    where: {address: Lock Lane, lat: 53.6500, lon: 3.4000}
    checked: 2026-11-03
    ---
    """


def pins(site: Site) -> list[tuple[str, str]]:
    layer = of_class(site.page(PAGE).main, "places-drawing__layer")[0]
    return [(str(one.get("x")), str(one.get("y"))) for one in layer if one.tag.endswith("svg")]


def test_one_slip_in_a_position_does_not_draw_all_others_as_one_dot(tiny, tmp_path):
    guide = copied(TINY, tmp_path / "guide", {"places/far-lock.md": MINUS_LEFT_OUT})
    site = build(guide, tmp_path / "_site")
    assert pins(site) == pins(tiny) != []
    assert "1 place of the list is outside this drawing." in site.page(PAGE).words


def test_a_guide_whose_centre_is_the_slip_is_drawn_where_its_places_are(tiny, tmp_path):
    guide = copied(TINY, tmp_path / "guide", {})
    settings = guide / "site.yaml"
    settings.write_text(
        settings.read_text().replace("lat: 53.6500, lon: -3.4", "lat: 3.6500, lon: -3.4")
    )
    assert pins(build(guide, tmp_path / "_site")) == pins(tiny) != []


def test_what_needs_a_script_is_in_a_template(tiny):
    page = tiny.page(PAGE)
    (template,) = page.main.iter("template")
    inside = {one.get("id") for one in template.iter()}
    assert "map_guide" in inside
    outside = re.sub(
        r"<template.*?</template>", "", tiny.text(f"{PAGE}index.html"), flags=re.DOTALL
    )
    main = outside.partition("<main")[2].partition("</main>")[0]
    assert not re.search(r"<(button|input|select|form)\b", main)


def test_the_page_asks_for_the_facts_it_was_made_with(tiny):
    (box,) = of_class(tiny.page(PAGE).main, "map")
    assert box.get("data-map-page") == f"map.json?v={facts(tiny)['version']}"


@pytest.mark.parametrize("name", ["tiny", "streets", "pictured"])
def test_all_that_the_map_asks_for_is_there(name, request):
    site = request.getfixturevalue(name)
    told = facts(site)
    files = [one.removeprefix("/guide/") for one in (*told["scripts"], *told["styles"])]
    assert set(files) <= set(site.files)
    assert [file.rpartition("/")[2].partition("-")[0] for file in files[:3]] == [
        "leaflet.js",
        "leaflet.markercluster.js",
        "guide",
    ]


@pytest.mark.parametrize("name", ["tiny", "streets"])
def test_what_the_button_says_is_near_to_what_is_sent(name, request):
    site = request.getfixturevalue(name)
    (button,) = of_class(site.page(PAGE).main, "map")[0].iter("template")
    said = re.search(r"Show the map, about (\d+) KB", words_of(button))
    told = facts(site)
    files = [one.removeprefix("/guide/") for one in (*told["scripts"], *told["styles"])]
    sent = sum(len(gzip.compress(site.files[file])) for file in [*files, FACTS]) / 1000
    assert said
    assert sent * 0.75 < int(said[1]) < sent * 1.25


def test_both_licences_are_published(tiny):
    text = tiny.text("map/licences.txt")
    assert "BSD 2-Clause License" in text
    assert "Volodymyr Agafonkin" in text
    assert "MIT License" in text
    assert "David Leaver" in text


def test_a_safe_space_is_nowhere_in_what_the_map_knows(tiny):
    known = [name for name in tiny.files if name.startswith("map/")]
    assert not [name for name in known if b"a-group-for-women" in tiny.files[name]]
    assert not [name for name in known if b"A group for women" in tiny.files[name]]


def ways_to_the_map(page):
    return [link for link in page.main.iter("a") if link.get("data-map")]


def test_a_page_with_a_place_leads_to_the_map_and_a_safe_space_never(tiny):
    (link,) = ways_to_the_map(tiny.page("groups/tea-and-talk/"))
    assert re.fullmatch(r"Show on the map, about \d+ KB", words_of(link))
    assert link.get("href") == "/guide/map/#st-annes-hall"
    assert not ways_to_the_map(tiny.page("groups/a-group-for-women/"))
    assert "map" not in " ".join(tiny.page("groups/a-group-for-women/").linked("script"))


def test_help_without_a_place_does_not_lead_to_the_map(tiny):
    assert not ways_to_the_map(tiny.page("help/lifts-to-the-surgery/"))


def test_the_way_to_the_map_costs_less_than_200_bytes_a_page(tiny):
    links = re.findall(
        r"<p><a [^>]*data-map=.*?</p>",
        "".join(tiny.text(name) for name in tiny.files if name.endswith(".html")),
    )
    assert len(links) > 3
    assert max(len(link.encode()) for link in links) < 200


def test_the_map_is_in_the_sitemap_and_lists_by_landmark_lead_to_it(tiny):
    assert "<loc>https://lantern-lane.example.org/guide/map/</loc>" in tiny.text("sitemap.xml")
    way = ("Sort everything by how near it is to you", "/guide/map/")
    assert way in tiny.page("near/").links()
    assert way in tiny.page("near/library/").links()


def test_pictures_of_others_are_let_in_only_where_there_is_a_map_to_show_them_on(pictured):
    security = {page.path: page.policy for page in pictured.whole_pages}
    let_in = {path for path, policy in security.items() if STREET_PICTURES in policy}
    linked = {page.path for page in pictured.whole_pages if ways_to_the_map(page)}
    assert let_in == linked | {PAGE}
    assert {policy for path, policy in security.items() if path not in let_in} == {SECURITY}
    assert f"img-src 'self' {STREET_PICTURES};" in security[PAGE]


def test_over_a_street_map_of_its_own_no_pictures_of_others_are_let_in(tmp_path):
    area = area_file(AreaMap(BOUNDS, "", (STREET,)))
    site = with_pictures(tmp_path, {"map/area.json": area})
    assert not site.mentions("tile.openstreetmap.org")


def test_a_guide_with_nothing_on_a_map_has_no_map(tmp_path):
    guide = copied(TINY, tmp_path / "guide", {})
    for folder in ("places", "green-spaces", "events", "groups", "help"):
        for file in (guide / "content" / folder).iterdir():
            file.unlink()
    (guide / "content" / "groups" / "walkers.md").write_text("---\ntitle: Walkers\n---\n")
    site = build(guide, tmp_path / "_site")
    assert not [name for name in site.files if name.startswith("map/")]
    assert "/guide/map/" not in {href for page in site.whole_pages for _, href in page.links()}
    assert "/guide/map/" not in site.text("sitemap.xml")
