"""Drawings of ours: which one stands for what, and that each of them can be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from built_site import LAYOUTS, REPOSITORY
from diaries import CHECKED, guide_on
from msgspec.structs import replace
from shipped import needs_the_example

from doorstep.config import Topic
from doorstep.loading import read_config
from doorstep.outputs.assets import paths_of, published_assets
from doorstep.sheets.pictograms import (
    ACROSS,
    CALLED_FOR_BY,
    OF_A_KIND,
    PEOPLE,
    TELEPHONE,
    drawing_for,
    pictogram_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.views.parts import Picture

DRAWINGS = sorted((LAYOUTS / "assets" / "pictograms").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("circle", "path", "rect")}


def topic(name: str, label: str = "Other", *words: str) -> Topic:
    return Topic(id=name, label=label, words=list(words))


def picture(folder: Path, *facts: str, path: str = "groups/tea.md") -> Picture:
    """Return the drawing for an entry that says this."""
    text = "\n".join(("---", "title: Tea and talk", CHECKED, *facts, "---", ""))
    topics = [
        {"id": "company", "label": "Someone to talk to"},
        {"id": "zebras", "label": "Zebras"},
    ]
    guide = guide_on(folder, {path: text}, topics=topics)
    published = paths_of(published_assets(LAYOUTS, "#0b5563"))
    return pictogram_of(replace(guide, assets=published), guide.catalogue.entries[0])


def test_every_drawing_is_called_for_and_every_name_has_a_drawing() -> None:
    named = {*CALLED_FOR_BY, *OF_A_KIND.values(), PEOPLE, TELEPHONE}
    assert {file.stem for file in DRAWINGS} == named


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_is_thick_lines_in_one_colour_and_nothing_else(file: Path) -> None:
    drawing = ElementTree.parse(file).getroot()  # noqa: S314 - we drew it ourselves
    assert drawing.get("viewBox") == f"0 0 {ACROSS} {ACROSS}"
    assert (drawing.get("fill"), drawing.get("stroke")) == ("none", "currentColor")
    assert float(drawing.get("stroke-width", "0")) >= 5
    assert {shape.tag for shape in drawing} <= SHAPES


@needs_the_example
def test_every_topic_of_the_example_guide_has_a_drawing_of_its_own() -> None:
    config, problems = read_config(REPOSITORY / "site.yaml")
    assert config is not None, problems
    drawings = [drawing_for(one) for one in config.topics]
    assert all(drawings)
    assert len(set(drawings)) == len(drawings)


def test_a_topic_is_known_by_its_name_before_the_words_people_use_for_it() -> None:
    assert drawing_for(topic("food", "Food", "park", "garden", "nature")) == "plate"


def test_a_topic_with_a_name_of_its_own_is_known_by_the_words_people_use_for_it() -> None:
    assert drawing_for(topic("xyz", "Something else", "allotment", "growing")) == "tree"


def test_a_topic_that_no_drawing_stands_for_has_none() -> None:
    assert drawing_for(topic("zebras", "Zebras")) == ""


def test_a_drawing_says_which_topic_it_stands_for(tmp_path: Path) -> None:
    found = picture(tmp_path, "topics: [company]")
    assert found.alt == "Someone to talk to"
    assert found.src.startswith("/guide/assets/tea-")
    assert found.src.endswith(".svg")


def test_where_the_first_topic_has_no_drawing_the_next_one_is_drawn(tmp_path: Path) -> None:
    assert picture(tmp_path, "topics: [zebras, company]").alt == "Someone to talk to"


@pytest.mark.parametrize(
    ("path", "facts", "drawing", "words"),
    [
        ("groups/tea.md", (), "people", "A group"),
        ("events/tea.md", ("when: Every Tuesday, 10am",), "calendar", "An event"),
        ("help/tea.md", ("side: get",), "lifebuoy", "Help"),
    ],
)
def test_without_a_topic_the_kind_is_drawn(
    path: str, facts: tuple[str, ...], drawing: str, words: str, tmp_path: Path
) -> None:
    found = picture(tmp_path, *facts, path=path)
    assert f"/{drawing}-" in found.src
    assert found.alt == words
