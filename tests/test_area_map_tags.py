"""What mappers say of a thing decides how it is drawn, and what it is called."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.area_map.area import Sort
from doorstep.area_map.elements import Form
from doorstep.area_map.names import LONGEST_NAME, tidy_name
from doorstep.area_map.tags import KEYS, name_of, postcode_of, sort_of, wanted


def tags(words: str) -> dict[str, str]:
    """Return the tags of highway=residential name=Mill_Lane."""
    pairs = (word.partition("=") for word in words.split())
    return {key: value.replace("_", " ") if key == "name" else value for key, _, value in pairs}


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("highway=motorway_link", Sort.MAJOR),
        ("highway=secondary", Sort.MAJOR),
        ("highway=tertiary", Sort.STREET),
        ("highway=residential", Sort.STREET),
        ("highway=residential access=private", Sort.STREET),
        ("highway=pedestrian", Sort.STREET),
        ("highway=service", Sort.LANE),
        ("highway=service service=alley", Sort.LANE),
        ("highway=track", Sort.LANE),
        ("highway=footway", Sort.PATH),
        ("highway=steps", Sort.PATH),
        ("highway=path access=private foot=yes", Sort.PATH),
        ("railway=rail", Sort.RAIL),
        ("railway=tram", Sort.RAIL),
        ("railway=rail bridge=yes tunnel=no", Sort.RAIL),
        ("waterway=canal", Sort.STREAM),
        ("waterway=stream", Sort.STREAM),
    ],
)
def test_a_line_is_drawn_as_what_it_is(words: str, sort: Sort) -> None:
    assert sort_of(Form.LINE, tags(words)) is sort


@pytest.mark.parametrize(
    "words",
    [
        "highway=construction",
        "highway=proposed",
        "highway=service service=driveway",
        "highway=service service=parking_aisle",
        "highway=service access=private",
        "highway=footway footway=sidewalk",
        "highway=footway footway=crossing",
        "highway=footway access=private",
        "highway=path access=yes foot=no",
        "highway=corridor",
        "highway=steps indoor=yes",
        "highway=pedestrian area=yes",
        "railway=rail service=siding",
        "railway=subway tunnel=yes",
        "railway=abandoned",
        "waterway=stream tunnel=culvert",
        "waterway=ditch",
        "power=line",
        "",
    ],
)
def test_a_line_that_no_neighbour_goes_along_is_left_out(words: str) -> None:
    assert sort_of(Form.LINE, tags(words)) is None


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("natural=water", Sort.WATER),
        ("waterway=dock", Sort.WATER),
        ("landuse=reservoir", Sort.WATER),
        ("leisure=park", Sort.PARK),
        ("leisure=playground", Sort.PARK),
        ("landuse=allotments", Sort.PARK),
        ("landuse=cemetery", Sort.PARK),
        ("amenity=grave_yard", Sort.PARK),
        ("landuse=grass name=The_Green", Sort.PARK),
        ("natural=wood", Sort.WOOD),
        ("landuse=forest", Sort.WOOD),
        ("place=square", Sort.SQUARE),
        ("highway=pedestrian area=yes", Sort.SQUARE),
        ("amenity=marketplace", Sort.SQUARE),
        ("amenity=school name=Elm_School", Sort.LANDMARK),
        ("historic=castle access=private name=The_Castle", Sort.LANDMARK),
        ("railway=station name=Central", Sort.STATION),
    ],
)
def test_ground_is_drawn_as_what_it_is(words: str, sort: Sort) -> None:
    assert sort_of(Form.AREA, tags(words)) is sort


@pytest.mark.parametrize(
    "words",
    [
        "building=yes name=Elm_House",
        "landuse=grass",
        "leisure=garden garden:type=residential",
        "leisure=garden access=private",
        "leisure=pitch",
        "landuse=residential name=Elm_Estate",
        "amenity=school",
        "highway=pedestrian indoor=yes",
    ],
)
def test_ground_that_is_no_green_of_the_neighbours_is_left_out(words: str) -> None:
    assert sort_of(Form.AREA, tags(words)) is None


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("amenity=library name=Old_Library", Sort.LANDMARK),
        ("tourism=museum name=Docks", Sort.LANDMARK),
        ("railway=halt name=Quay", Sort.STATION),
        ("amenity=library", None),
        ("amenity=bench name=Pat's", None),
        ("leisure=park name=Elm_Park", None),
        ("highway=crossing", None),
    ],
)
def test_a_point_is_a_landmark_if_it_has_a_name_that_people_know(
    words: str, sort: Sort | None
) -> None:
    assert sort_of(Form.POINT, tags(words)) is sort


def test_a_main_road_without_a_name_goes_by_its_number() -> None:
    assert name_of(tags("highway=primary ref=A55;A550")) == "A55"
    assert name_of(tags("highway=primary ref=A55 name=Quay_Road")) == "Quay Road"
    assert name_of(tags("highway=footway ref=12")) == ""


def test_a_name_is_on_one_line_and_hides_nothing() -> None:
    assert tidy_name(" Mill\n\tLane\u202e\x00 \ud800 ") == "Mill Lane"


def test_a_name_keeps_what_its_script_is_written_with() -> None:
    assert tidy_name("می\u200cدان") == "می\u200cدان"


def test_a_name_of_ten_thousand_letters_is_cut_after_a_word() -> None:
    assert tidy_name("Long Lane " * 1_000).endswith("Lane Long…")
    assert len(tidy_name("x" * 10_000)) == LONGEST_NAME


@given(st.text())
def test_whatever_a_name_is_it_can_be_written_and_seen(text: str) -> None:
    name = tidy_name(text)
    assert len(name) <= LONGEST_NAME
    assert name == " ".join(name.encode().decode().split())
    assert not {unicodedata.category(letter) for letter in name} & {"Cc", "Cs"}


@pytest.mark.parametrize(
    ("typed", "postcode"),
    [
        ("ab12cd", "AB1 2CD"),
        ("AB1 2CD", "AB1 2CD"),
        ("9490", "9490"),
        ("D02 AF30", "D02 AF30"),
        ("AB1 2CD;AB1 2CE", ""),
        ("unknown", ""),
        ("<script>1</script>", ""),
        ("", ""),
    ],
)
def test_a_postcode_is_written_as_people_write_it(typed: str, postcode: str) -> None:
    assert postcode_of({"addr:postcode": typed}) == postcode


def test_nothing_is_asked_for_that_would_not_be_drawn() -> None:
    named = [
        (form, {key: value, "name": "Elm"})
        for form in Form
        for key, values in wanted(form).items()
        for value in values
    ]
    undrawn = [tags for form, tags in named if sort_of(form, tags) is None]
    assert undrawn == [{"natural": "coastline", "name": "Elm"}]
    assert set(KEYS) == {*wanted(*Form), "addr:postcode"}
