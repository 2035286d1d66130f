"""A street map is the same after it was written to area.json and read again."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.area_map.area import AreaMap, Bounds, Feature, Sort, Spot
from doorstep.area_map.area_file import FILE, MOST_BYTES, read_area_map
from doorstep.area_map.area_text import area_file, area_map_of
from doorstep.area_map.names import tidy_name
from doorstep.geography import Position

UNITS = st.integers(-2_000_000, 2_000_000)
PARTS = st.lists(st.builds(Spot, UNITS, UNITS), min_size=1, max_size=6).map(tuple)
NAMES = st.text(max_size=100).map(tidy_name)
FEATURES = st.builds(Feature, st.sampled_from(Sort), NAMES, st.lists(PARTS, max_size=3).map(tuple))
BOUNDS = st.builds(
    lambda south, west: Bounds(
        *(round(degrees, 5) for degrees in (south, west, south + 0.03, west + 0.05))
    ),
    st.floats(-75, 75),
    st.floats(-179, 179),
)
AREAS = st.builds(AreaMap, BOUNDS, NAMES, st.lists(FEATURES, max_size=5).map(tuple))


@given(AREAS)
def test_what_was_written_is_read_again(area: AreaMap) -> None:
    assert area_map_of(json.loads(area_file(area))) == area


@given(AREAS)
def test_each_feature_has_a_line_of_its_own(area: AreaMap) -> None:
    lines = area_file(area).split("\n")
    assert sum(line.startswith('["') for line in lines) == len(area.features)


LANE = ["street", "Mill Lane", [[100, 100, 900, 900]]]


def as_written(*features: Any, **facts: Any) -> str:
    whole = {"format": 1, "credit": "", "bounds": [53.69, -3.32, 53.71, -3.28]}
    return json.dumps({**whole, "features": features or [LANE], **facts})


def read(folder: Path, text: str | bytes) -> tuple[AreaMap | None, list[str]]:
    path = folder / "content" / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return what_is_read(folder)


def what_is_read(folder: Path) -> tuple[AreaMap | None, list[str]]:
    area, problems = read_area_map(folder / "content", Position(53.7, -3.3))
    return area, [problem.rule for problem in problems]


UNTOUCHED = as_written()
BROKEN: dict[str, str | bytes] = {
    "half a file": UNTOUCHED[:60],
    "no text": b"\xff\xfe{}",
    "two bytes a letter": UNTOUCHED.encode("utf-16"),
    "a list": "[]",
    "nothing": "null",
    "too deep": "[" * 100_000,
    "a map of a later guide": as_written(format=2),
    "no bounds": as_written(bounds=None),
    "three bounds": as_written(bounds=[1, 2, 3]),
    "bounds the wrong way round": as_written(bounds=[53.71, -3.32, 53.69, -3.28]),
    "bounds without breadth": as_written(bounds=[53.69, -3.32, 53.69001, -3.28]),
    "the whole world": as_written(bounds=[-85, -180, 85, 180]),
    "a whole degree": as_written(bounds=[False, False, True, True]),
    "NaN": UNTOUCHED.replace("53.69", "NaN"),
    "Infinity": UNTOUCHED.replace("53.71", "Infinity"),
    "a bound of 400 figures": UNTOUCHED.replace("53.71", "1" * 400),
    "a step of 400 figures": as_written(["street", "", [[1, 1, 10**400, 1]]]),
    "a step of 5,000 figures": UNTOUCHED.replace("900", "1" * 5_000),
    "a step to the moon": as_written(["street", "", [[1, 1, 10**9, 1]]]),
    "a step that is no number": as_written(["street", "", [[1, None]]]),
    "a step that is true": as_written(["street", "", [[True, True]]]),
    "half a point": as_written(["street", "", [[1, 1, 1]]]),
    "a part without points": as_written(["street", "", [[]]]),
    "no features": as_written(features=None),
    "a feature that is none": as_written(7),
    "a sort nobody knows": as_written(["zebra", "", [[1, 1]]]),
    "a sort that is a list": as_written([["street"], "", [[1, 1]]]),
    "a name that is none": as_written(["street", None, [[1, 1]]]),
    "a credit that is none": as_written(credit=None),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=list(BROKEN))
def test_a_file_that_is_no_street_map_is_told_in_one_line(
    text: str | bytes, tmp_path: Path
) -> None:
    assert read(tmp_path, text) == (None, ["area-map"])


def test_what_the_tests_of_broken_files_break_is_whole(tmp_path: Path) -> None:
    area, told = read(tmp_path, UNTOUCHED)
    assert area
    assert told == []


def test_a_guide_without_a_street_map_is_told_nothing(tmp_path: Path) -> None:
    assert what_is_read(tmp_path) == (None, [])


def _a_folder(path: Path) -> None:
    path.mkdir()


def _a_link(path: Path) -> None:
    (path.parent / "elsewhere.json").write_text(UNTOUCHED, "utf-8")
    path.symlink_to("elsewhere.json")


def _a_pipe(path: Path) -> None:
    os.mkfifo(path)


def _too_much(path: Path) -> None:
    path.touch()
    os.truncate(path, MOST_BYTES + 1)


@pytest.mark.parametrize("put", [_a_folder, _a_link, _a_pipe, _too_much])
def test_what_is_no_ordinary_file_is_not_opened(put: Any, tmp_path: Path) -> None:
    path = tmp_path / "content" / FILE
    path.parent.mkdir(parents=True)
    put(path)
    assert what_is_read(tmp_path) == (None, ["area-map"])


def test_a_file_that_may_not_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "lstat", refused)
    assert what_is_read(tmp_path) == (None, ["area-map"])


def test_a_street_map_of_somewhere_else_is_not_used(tmp_path: Path) -> None:
    assert read(tmp_path, as_written(bounds=[47.12, 9.5, 47.16, 9.54])) == (None, ["area-map-here"])


def test_the_mark_that_some_editors_put_first_is_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff" + UNTOUCHED) == read(tmp_path, UNTOUCHED)


@pytest.mark.parametrize("odd", ["Mill\0 Lane\x1b", "Mill\n Lane", "Mill \ud800Lane\u202e"])
def test_a_name_is_kept_without_what_cannot_be_written(odd: str, tmp_path: Path) -> None:
    area, _ = read(tmp_path, as_written(["street", odd, [[1, 1, 9, 9]]], credit=odd))
    assert area
    assert [area.credit, area.features[0].name] == ["Mill Lane", "Mill Lane"]


def test_a_name_of_a_million_letters_is_cut(tmp_path: Path) -> None:
    area, _ = read(tmp_path, as_written(["street", "x" * 1_000_000, [[1, 1, 9, 9]]]))
    assert area
    assert len(area.features[0].name) == 80
