from __future__ import annotations

import pytest
from builders import guide_of

from doorstep.views.map_links import map_link_of
from doorstep.views.spots import has_spots, may_show_pictures, spots_of

HALL = """
    ---
    title: St Anne's Hall
    area: hill-top
    where: {address: 1 High Street, postcode: AB1 2CD, lat: 53.7034, lon: -3.3066}
    checked: 2026-11-03
    ---
    """
TEA = """
    ---
    title: Tea and talk
    topics: [company]
    where: st-annes-hall
    checked: 2026-11-03
    ---
    """
VAN = """
    ---
    title: Coffee van
    where: {name: the station, lat: 53.6984, lon: -3.3013}
    checked: 2026-11-03
    ---
    """
FILES = {
    "places/st-annes-hall.md": HALL,
    "groups/tea-and-talk.md": TEA,
    "events/coffee-van.md": VAN,
}


def slugs(guide):
    return [spot.entry.slug for spot in spots_of(guide)]


def changed(name, old, new):
    assert old in FILES[name]
    return FILES | {name: FILES[name].replace(old, new)}


def test_places_and_what_has_a_place_of_its_own_are_spots_by_area(tmp_path):
    assert slugs(guide_of(tmp_path, FILES)) == ["st-annes-hall", "coffee-van"]


def test_a_spot_has_the_kinds_and_topics_of_all_that_happens_there(tmp_path):
    hall = spots_of(guide_of(tmp_path, FILES))[0]
    assert hall.facets == {"kind-place", "kind-group", "topic-company"}
    assert [entry.slug for entry in hall.here] == ["tea-and-talk"]


@pytest.mark.parametrize("gone", ["status: closed", "checked: 2024-11-03"])
def test_what_is_closed_or_unconfirmed_is_no_spot(tmp_path, gone):
    guide = guide_of(tmp_path, changed("places/st-annes-hall.md", "checked: 2026-11-03", gone))
    assert slugs(guide) == ["coffee-van"]


def test_an_offer_that_has_ended_is_no_spot(tmp_path):
    offer = """
        ---
        title: The free skip
        side: get
        expires: 2026-11-21
        where: {address: Mill Lane, lat: 53.6937, lon: -3.2968}
        ---
        """
    assert "free-skip" not in slugs(guide_of(tmp_path, FILES | {"help/free-skip.md": offer}))


@pytest.mark.parametrize(
    ("when", "found"),
    [("7 November 2026, 2pm to 4pm", []), ("5 December 2026, 2pm to 4pm", ["coffee-van"])],
)
def test_an_event_whose_last_day_has_passed_is_no_spot(when, found, tmp_path):
    files = changed("events/coffee-van.md", "checked:", f"when: {when}\n    checked:")
    assert slugs(guide_of(tmp_path, files)) == ["st-annes-hall", *found]


def test_a_safe_space_is_no_spot_and_has_no_way_to_the_map(tmp_path):
    quiet = "---\ntitle: A group for women\nsensitive: true\nchecked: 2026-11-03\n---\n"
    guide = guide_of(tmp_path, FILES | {"groups/a-group-for-women.md": quiet})
    assert "a-group-for-women" not in slugs(guide)
    assert map_link_of(guide, guide.catalogue.by_slug["a-group-for-women"]) is None


def test_what_has_no_position_is_no_spot(tmp_path):
    guide = guide_of(tmp_path, changed("events/coffee-van.md", ", lat: 53.6984, lon: -3.3013", ""))
    assert slugs(guide) == ["st-annes-hall"]


def test_a_guide_with_nothing_on_the_map_says_so(tmp_path):
    nowhere = "---\ntitle: Walkers\nchecked: 2026-11-03\n---\n"
    guide = guide_of(tmp_path, {"groups/walkers.md": nowhere})
    assert not has_spots(guide)
    assert map_link_of(guide, guide.catalogue.by_slug["walkers"]) is None


def test_the_way_to_the_map_leads_to_its_own_row(tmp_path):
    guide = guide_of(tmp_path, FILES)
    link = map_link_of(guide, guide.catalogue.by_slug["coffee-van"])
    assert (link.href, link.at) == ("/guide/map/#coffee-van", "53.69840,-3.30130")


def test_the_way_to_the_map_leads_to_the_row_of_the_place_it_happens_at(tmp_path):
    guide = guide_of(tmp_path, FILES)
    link = map_link_of(guide, guide.catalogue.by_slug["tea-and-talk"])
    assert link.href == "/guide/map/#st-annes-hall"


def test_without_a_row_the_way_to_the_map_leads_to_the_map(tmp_path):
    files = changed("places/st-annes-hall.md", "checked: 2026-11-03", "status: closed")
    guide = guide_of(tmp_path, files)
    assert map_link_of(guide, guide.catalogue.by_slug["tea-and-talk"]).href == "/guide/map/"


def test_pictures_may_be_asked_for_only_where_the_guide_says_so(tmp_path):
    (tmp_path / "with").mkdir()
    wished = guide_of(tmp_path / "with", FILES, map={"pictures": "openstreetmap"})
    assert may_show_pictures(wished)
    assert not may_show_pictures(guide_of(tmp_path, FILES))
