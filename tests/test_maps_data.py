from __future__ import annotations

import gzip
import json
import re
from random import Random
from typing import TYPE_CHECKING

import pytest
from builders import entry, guide_of
from gallery import LAYOUTS
from msgspec.structs import replace
from test_spots import FILES, changed

from doorstep.area_map.area import AreaMap, Bounds, Feature, Sort
from doorstep.area_map.area import Spot as Point
from doorstep.geography import Position
from doorstep.outputs.map_data import map_data, packed, version_of
from doorstep.views.spots import Spot

if TYPE_CHECKING:
    from doorstep.guide import Guide

CORNERS = ((53.69, -3.32), (53.71, -3.32), (53.71, -3.28))
SETTINGS = {"boundary": [{"lat": str(lat), "lon": str(lon)} for lat, lon in CORNERS]}


def data(guide: Guide) -> bytes:
    return map_data(guide, "map_guide", ["/guide/map/a.js"], ["/guide/map/a.css"])


def facts(folder, files=FILES, **settings):
    return json.loads(data(guide_of(folder, files, **SETTINGS | settings)))


def spot(lat, lon, *facets):
    here = entry("checked: 2026-11-03")
    return Spot(here, Position(lat, lon), "", (), frozenset(facets))


def test_spots_are_steps_from_the_south_west_of_everything(tmp_path):
    told = facts(tmp_path)
    assert told["origin"] == [53.6984, -3.3066]
    assert [row[:2] for row in told["spots"]] == [[500, 0], [0, 530]]


def test_facets_are_told_once_and_then_by_their_place(tmp_path):
    told = facts(tmp_path)
    assert told["facets"] == [
        ["kind-place", "Places"],
        ["kind-group", "Groups"],
        ["kind-event", "Events"],
        ["topic-company", "Someone to talk to"],
    ]
    assert [row[2] for row in told["spots"]] == [[0, 1, 3], [2]]


def test_landmarks_and_the_boundary_are_told_as_they_are(tmp_path):
    told = facts(tmp_path)
    assert told["landmarks"] == [["library", "the library", 53.7022, -3.2995]]
    assert told["boundary"] == [list(corner) for corner in CORNERS]


def test_rings_are_as_wide_as_people_walk_in_so_many_minutes(tmp_path):
    assert facts(tmp_path)["rings"] == [
        [5, 307.7, "5 minutes’ walk"],
        [10, 615.4, "10 minutes’ walk"],
        [20, 1230.8, "20 minutes’ walk"],
    ]


def test_postcodes_come_from_what_is_public(tmp_path):
    assert facts(tmp_path)["postcodes"] == {"AB1 2CD": [53.7034, -3.3066]}


@pytest.mark.parametrize("hidden", ["status: closed", "checked: 2023-11-03"])
def test_the_postcode_of_what_is_hidden_is_not_told(tmp_path, hidden):
    files = changed("places/st-annes-hall.md", "checked: 2026-11-03", hidden)
    assert facts(tmp_path, files)["postcodes"] == {}


def test_the_street_maps_postcodes_are_told_and_win(tmp_path):
    points = ((Point(100, 200),),)
    features = (
        Feature(Sort.POSTCODE, "AB1 2CD", points),
        Feature(Sort.POSTCODE, "AB1 9ZZ", points),
    )
    area = AreaMap(Bounds(53.69, -3.32, 53.71, -3.28), "", features)
    told = json.loads(data(replace(guide_of(tmp_path, FILES), area_map=area)))
    assert told["postcodes"] == {"AB1 2CD": [53.692, -3.319], "AB1 9ZZ": [53.692, -3.319]}


def test_the_version_follows_what_is_told(tmp_path):
    (tmp_path / "moved").mkdir()
    guide = guide_of(tmp_path, FILES)
    moved = guide_of(tmp_path / "moved", changed("events/coffee-van.md", "53.6984", "53.6985"))
    assert version_of(data(guide)) == version_of(data(guide_of(tmp_path, FILES)))
    assert version_of(data(guide)) != version_of(data(moved))
    assert json.loads(data(guide))["version"] == version_of(data(guide))


def test_the_second_tap_has_words_only_where_the_guide_wishes_it(tmp_path):
    assert facts(tmp_path)["pictures"] == ""
    wished = facts(tmp_path, map={"pictures": "openstreetmap"})
    assert wished["pictures"] == "Show the street map pictures"
    assert "your internet address" in wished["words"]["pictures_note"]


def test_every_word_of_the_scripts_is_a_sentence_with_its_places_left_open(tmp_path):
    words = facts(tmp_path)["words"]
    assert all(words.values())
    assert words["walk_many"] == "about {number} minutes’ walk from {place}"


def test_every_word_is_one_that_a_script_says(tmp_path):
    scripts = (LAYOUTS / "assets" / "js").glob("*.js")
    said = "".join(script.read_text(encoding="utf-8") for script in scripts)
    ways = r"words\.{0}\b|\b{0}: \w+[ ,]|\b{0} \}} = |'{1}'"
    words = facts(tmp_path)["words"]
    silent = [w for w in words if not re.search(ways.format(w, w.replace("_", "-")), said)]
    assert silent == []


def test_five_thousand_spots_cost_less_than_70_kilobytes():
    dice = Random(1)  # noqa: S311 - it makes up places, not secrets
    facets = [f"topic-{number}" for number in range(28)]
    spots = [
        spot(dice.uniform(53.68, 53.72), dice.uniform(-3.34, -3.27), *dice.sample(facets, 4))
        for _ in range(5_000)
    ]
    told = json.dumps(packed(spots, facets), separators=(",", ":")).encode()
    assert len(gzip.compress(told, mtime=0)) < 70_000
