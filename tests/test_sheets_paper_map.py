"""The street map on paper: the numbers of entries where they are, in letters that can be read."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from builders import guide_of
from counting import calls_of
from drawn_streets import BOUNDS, city
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from doorstep.area_map.area import Bounds
from doorstep.area_map.projection import Projection
from doorstep.geography import Position
from doorstep.sheets.paper_map import mapped, paper_map
from doorstep.sheets.paper_map_bounds import PaperRoom, bounds_on_paper
from doorstep.sheets.paper_map_ground import BLACK, DARK, EDGE, GREEN, NONE, WATER, WHITE

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.area_map.area import AreaMap
    from doorstep.guide import Guide
    from doorstep.sheets.map_parts import MapPin, PaperMap

TWELVE_POINTS = 12 * 254 / 72
"""In units of the drawing."""

MIDDLE = Position(53.4135, -2.96)
STREETS = city(12)

inside = st.builds(
    Position, st.floats(BOUNDS.south, BOUNDS.north), st.floats(BOUNDS.west, BOUNDS.east)
)


def place(number: int, at: Position = MIDDLE) -> dict[str, str]:
    return {
        f"places/place-{number}.yaml": f"""
            number: {number}
            title: Place {number}
            summary: A place on the map.
            where: {{address: 1 Mill Lane, lat: {at.lat}, lon: {at.lon}}}
            contact: {{name: Pat, phone: 020 7946 0112}}
            checked: 2026-11-03, by phone, Amina
            """
    }


def guide(
    folder: Path, *places: dict[str, str], area: AreaMap | None = STREETS, **settings: Any
) -> Guide:
    files = {name: text for one in places for name, text in one.items()}
    centre = {"lat": str(MIDDLE.lat), "lon": str(MIDDLE.lon)}
    made = guide_of(folder, files, **{"centre": centre, "landmarks": [], **settings})
    return replace(made, area_map=area)


MOST_CALLS = 120_000
"""Some 80,000, of which the streets take 60,000."""


def drawn(made: Guide, wide: float = 91, high: float = 130) -> PaperMap:
    found = paper_map(made, made.catalogue.entries, wide, high)
    assert found
    return found


def numbers(found: PaperMap) -> list[list[str]]:
    return [[row.words for row in pin.rows] for pin in found.pins]


def box(pin: MapPin) -> tuple[float, float, float, float]:
    left, top = float(pin.left), float(pin.top)
    return left, top, left + float(pin.width), top + float(pin.height)


def meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def around(step: float, count: int) -> list[dict[str, str]]:
    spots = ((n % 6 * step, n // 6 * step) for n in range(count))
    return [
        place(100 + n, Position(MIDDLE.lat + up, MIDDLE.lon + right))
        for n, (up, right) in enumerate(spots)
    ]


def test_a_map_is_exactly_as_wide_as_the_room_and_no_higher(tmp_path):
    made = guide(tmp_path, place(1), place(2, Position(53.42, -2.96)))
    for wide, high in ((91, 130), (62.5, 40), (190, 60)):
        found = drawn(made, wide, high)
        assert float(found.wide) == wide
        assert 0 < float(found.high) <= high


def test_no_letter_is_smaller_than_twelve_points(tmp_path):
    for wide in (50, 91, 190):
        found = drawn(guide(tmp_path, *around(0.003, 12)), wide)
        assert min(float(text.size) for text in found.texts) >= TWELVE_POINTS


def test_streets_have_their_names(tmp_path):
    words = [text.words for text in drawn(guide(tmp_path, *around(0.003, 12)), 190, 200).texts]
    assert len([name for name in words if name.split()[0] in ("Abbey", "Baker", "Canal")]) >= 2


def test_no_name_of_a_street_stands_under_a_number(tmp_path):
    found = drawn(guide(tmp_path, *around(0.003, 12)), 120, 150)
    level = [text for text in found.texts if not text.turns and not text.transform]
    assert level
    for text in level:
        point = (float(text.x), float(text.y) - 1, float(text.x), float(text.y))
        assert not any(meet(point, box(pin)) for pin in found.pins)


def test_a_number_stands_where_its_entry_is(tmp_path):
    found = drawn(guide(tmp_path, place(7)))
    _, _, wide, high = map(float, found.box.split())
    (pin,) = found.pins
    assert (abs(float(pin.x) - wide / 2), abs(float(pin.y) - high / 2)) < (3, 3)
    assert pin.lead == ""


def test_numbers_at_one_place_are_listed_on_one_pin(tmp_path):
    assert numbers(drawn(guide(tmp_path, *map(place, (12, 7, 9))))) == [["7", "9", "12"]]


def test_four_numbers_and_more_stand_in_two_columns(tmp_path):
    assert numbers(drawn(guide(tmp_path, *map(place, range(1, 6))))) == [["1 4", "2 5", "3"]]


def test_of_many_at_one_place_the_pin_says_how_many_more_there_are(tmp_path):
    made = guide(tmp_path, *map(place, range(1, 10)))
    found = drawn(made)
    assert numbers(found) == [["1 4", "2 5", "3 +4"]]
    assert [entry.number for entry in mapped(made.catalogue.entries, found)] == [1, 2, 3, 4, 5]


def test_pins_cover_neither_each_other_nor_the_credit(tmp_path):
    found = drawn(guide(tmp_path, *around(0.002, 30)))
    assert len(found.pins) > 5
    assert not any(meet(box(one), box(other)) for one, other in combinations(found.pins, 2))
    rows = [text for text in found.texts if text.anchor == "end" and "OpenStreetMap" in text.words]
    assert rows
    for row in rows:
        words = (float(row.x) - 300, float(row.y) - 30, float(row.x), float(row.y))
        assert not any(meet(words, box(pin)) for pin in found.pins)


def test_the_credit_is_whole_on_the_narrowest_map(tmp_path):
    texts = drawn(guide(tmp_path, place(1)), 50).texts
    credit = " ".join(text.words for text in reversed(texts[:4]) if text.anchor == "end")
    assert credit == "© OpenStreetMap contributors"


def test_the_scale_is_said(tmp_path):
    found = drawn(guide(tmp_path, place(1)))
    assert any(text.words.endswith(" m") for text in found.texts)
    assert "map-scale" in {layer.shape for layer in found.layers}


def test_all_is_black_white_or_grey(tmp_path):
    greys = {BLACK, WHITE, NONE, DARK, EDGE, WATER, GREEN}
    layers = drawn(guide(tmp_path, place(1))).layers
    used = {colour for layer in layers for colour in (layer.fill, layer.stroke)}
    assert used <= greys | {"url(#map-grass)", "url(#map-trees)"}
    assert all(len(set(grey[1:])) == 1 for grey in greys - {NONE, GREEN})


def test_every_layer_draws_a_shape_that_is_there_and_no_id_is_there_twice(tmp_path):
    found = drawn(guide(tmp_path, place(1)))
    ids = [shape.id for shape in found.shapes]
    assert len(ids) == len(set(ids))
    assert {layer.shape for layer in found.layers} == set(ids)


def test_without_a_street_map_landmarks_have_their_names(tmp_path):
    library = {"id": "library", "name": "the library", "lat": "53.4150", "lon": "-2.9610"}
    made = guide(tmp_path, place(1), area=None, landmarks=[library])
    found = drawn(made)
    assert "the library" in [text.words for text in found.texts]
    assert "map-landmarks" in {layer.shape for layer in found.layers}
    assert numbers(found) == [["1"]]


def test_there_is_no_map_where_nothing_is_known_to_draw(tmp_path):
    made = guide(tmp_path, place(1), area=None)
    assert paper_map(made, made.catalogue.entries, 91, 130) is None


def test_there_is_no_map_of_entries_without_a_place(tmp_path):
    made = guide(tmp_path, place(1))
    assert paper_map(made, [], 91, 130) is None


def test_what_a_slip_put_far_away_is_left_out(tmp_path):
    made = guide(tmp_path, place(1), place(2, Position(53.41, 2.96)))
    found = drawn(made)
    assert numbers(found) == [["1"]]
    assert [entry.number for entry in mapped(made.catalogue.entries, found)] == [1]


def test_a_safe_space_is_never_on_the_map(tmp_path):
    safe = {
        "groups/tea.md": """
            ---
            number: 5
            title: A group for women
            sensitive: true
            contact: {phone: 020 7946 0112}
            ---
            """
    }
    assert numbers(drawn(guide(tmp_path, place(1), safe))) == [["1"]]


def test_two_sheets_that_ask_for_the_same_share_one_drawing(tmp_path):
    made = guide(tmp_path, place(1))
    assert drawn(made) is drawn(made)
    assert drawn(made, 62) is not drawn(made)


def test_a_map_of_thirty_places_takes_little_work(tmp_path):
    made = guide(tmp_path, *around(0.002, 30))
    drawn(made, 62)  # patterns are compiled at first use
    assert calls_of(lambda: drawn(made, 128, 180)) < MOST_CALLS


@given(st.lists(inside, min_size=1, max_size=8), st.floats(40, 200), st.floats(40, 280))
def test_everything_asked_for_is_in_the_box_which_fits_the_room(positions, wide, high):
    box = bounds_on_paper(positions, PaperRoom(wide, high), BOUNDS)
    assert all(widened(box).holds(position) for position in positions)
    assert Projection(box, wide).height <= high


def widened(box: Bounds) -> Bounds:
    step = 0.00001
    return Bounds(box.south - step, box.west - step, box.north + step, box.east + step)
