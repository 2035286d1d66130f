from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from doorstep.area_map.area import Bounds
from doorstep.maps.extent import whole_zoom
from doorstep.maps.guide_map import NARROWEST, AreaPicture, GuideMap, MapPlan, map_script

ROOT = Path(__file__).parent.parent
BOUNDS = Bounds(53.69, -3.32, 53.715, -3.28)
AREA = AreaPicture("/guide/map/area.svg", BOUNDS)
PLANS = {
    "plain": MapPlan(BOUNDS, None, has_pictures=False),
    "street map": MapPlan(BOUNDS, AREA, has_pictures=False),
    "pictures": MapPlan(BOUNDS, None, has_pictures=True),
}
SCRIPTS = {name: map_script(plan) for name, plan in PLANS.items()}

every_script = pytest.mark.parametrize("name", SCRIPTS)


@every_script
def test_two_scripts_of_one_plan_are_the_same_bytes(name):
    assert map_script(PLANS[name]) == SCRIPTS[name]


@every_script
def test_the_layers_are_known_by_names_that_stay_the_same(name):
    made = set(re.findall(r"^var (\w+) = (?!null)", SCRIPTS[name], re.MULTILINE))
    missing = set(re.findall(r"^var (\w+) = null;", SCRIPTS[name], re.MULTILINE))
    layers = {"map_guide_area", "map_guide_pictures"}
    assert made | missing == {"map_guide", "map_guide_cluster"} | layers
    there = {
        "plain": set(),
        "street map": {"map_guide_area"},
        "pictures": {"map_guide_pictures"},
    }[name]
    assert missing == layers - there


@every_script
def test_the_nearest_zoom_is_always_said_because_clusters_need_it(name):
    (options,) = re.findall(
        r'L\.map\("map_guide", \{.*?^\}\);', SCRIPTS[name], re.DOTALL | re.MULTILINE
    )
    nearest = 17 if name == "street map" else 19
    assert f'"maxZoom": {nearest},' in options


@every_script
def test_the_script_can_be_read_by_old_phones_and_needs_no_jquery(name):
    for newer_or_foreign in ("...", "?.", "??", "=>", "`", "${", "$(", "jQuery"):
        assert newer_or_foreign not in SCRIPTS[name]


@every_script
def test_nothing_of_the_page_folium_would_write_is_in_the_script(name):
    for left_out in ("<", "viewport", "user-scalable", "document.", "position: relative"):
        assert left_out not in SCRIPTS[name]


@pytest.mark.parametrize("name", ["plain", "street map"])
def test_no_other_host_is_named(name):
    assert "//" not in SCRIPTS[name].partition("*/")[2]


@every_script
def test_the_map_begins_with_everything_in_sight_and_stays_near_it(name):
    options = "".join(SCRIPTS[name].split())
    assert '"center":[53.7025,-3.3,],' in options
    assert '"maxBounds":[[53.665,-3.36,],[53.74,-3.24,],],' in options
    whole = whole_zoom(BOUNDS, NARROWEST)
    assert f'"zoom":{whole},' in options
    assert f'"minZoom":{whole - 1},' in options


def test_openstreetmap_is_the_only_other_host_and_is_credited():
    hosts = set(re.findall(r"https?://([^/\"\\]+)", SCRIPTS["pictures"]))
    assert hosts == {"tile.openstreetmap.org", "www.openstreetmap.org"}
    assert "openstreetmap.org/copyright" in SCRIPTS["pictures"]


def test_openstreetmaps_pictures_wait_for_a_tap_and_are_asked_for_as_it_wishes():
    script = SCRIPTS["pictures"]
    assert "map_guide_pictures.addTo" not in script
    assert '"keepBuffer": 0,' in script
    assert '"referrerPolicy": "strict-origin-when-cross-origin",' in script
    assert "setPrefix(false)" in script


def test_leaflet_never_shows_its_empty_picture_which_the_policy_keeps_out():
    assert "map_guide_pictures._abortLoading = L.Util.falseFn;" in SCRIPTS["pictures"]
    assert (
        "map_guide_pictures._removeTile = L.GridLayer.prototype._removeTile;"
        in (SCRIPTS["pictures"])
    )


def test_the_street_map_is_asked_for_by_its_address_and_not_written_into_the_script():
    assert '"/guide/map/area.svg"' in SCRIPTS["street map"]
    assert "base64" not in SCRIPTS["street map"]
    assert "map_guide_area.addTo(map_guide);" in SCRIPTS["street map"]


@every_script
def test_the_wheel_scrolls_the_page_and_the_keyboard_moves_the_map(name):
    assert '"scrollWheelZoom": false,' in SCRIPTS[name]
    assert '"zoomControl": false,' in SCRIPTS[name]
    assert '"keyboard": true,' in SCRIPTS[name]


def test_the_map_asks_for_no_scripts_or_styles_of_folium():
    page = GuideMap(PLANS["pictures"]).get_root()
    page.render()
    links = [name for name in page.header.to_dict()["children"] if "js" in name or "css" in name]
    assert links == []


def test_the_plan_holds_no_words_of_people():
    """What Folium writes into its script may run there, so no title or name is given to it."""
    assert set(inspect.get_annotations(MapPlan)) == {"extent", "area", "has_pictures"}
    assert set(inspect.get_annotations(AreaPicture)) == {"href", "bounds"}


def test_nothing_of_doorstep_uses_folium_for_popups_tooltips_or_markers():
    """Folium writes their words into a template literal, where ${…} runs, and needs jQuery."""
    modules = (ROOT / "doorstep").rglob("*.py")
    words = re.compile(r"\b(Popup|Tooltip|CircleMarker|GeoJson|add_child\(Marker)\b")
    assert [file.name for file in modules if words.search(file.read_text(encoding="utf-8"))] == []
