"""Every output asks the catalogue what may be shown; none decides it for itself."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from builders import guide_of
from safety_page import PAGE, written_anew

from doorstep.freshness import Step
from doorstep.showing import FACES, OF_SAFE_SPACES, Face, Showing, State
from doorstep.views.kept_pages import pages_for_all

ENGINE = Path(__file__).parent.parent / "doorstep"
DECIDED_BEFORE = {
    "entries.py": "defines it",
    "showing.py": "decides it",
    "drafts.py": "has the entries before there is a catalogue",
    "diary.py": "takes the order of all titles; what happens is of what may be shown",
    "checks": "look at drafts, before there is a catalogue",
    "private_details": "looks at drafts as well",
    "importers": "read and write files, and publish nothing",
    "comparisons/changes.py": "makes a catalogue anew, which decides again",
    "forms/prefilled.py": "has no guide to ask: the last lock before an address full of facts",
}
"""Parts that may look at what an entry says of itself, and why."""

DECIDES = re.compile(r"\.sensitive\b|\bStatus\.|\bentry\.status\b|\bcatalogue\.entries\b")

FACE = re.compile(r"\bFace\.([A-Z_]+)")


@cache
def deciding() -> tuple[str, ...]:
    """Return every part that looks at what an entry says of itself, as paths in the engine."""
    files = sorted(ENGINE.rglob("*.py"))
    return tuple(path_of(file) for file in files if DECIDES.search(file.read_text("utf-8")))


def path_of(file: Path) -> str:
    return file.relative_to(ENGINE).as_posix()


def is_allowed(path: str) -> bool:
    return any(path == part or path.startswith(f"{part}/") for part in DECIDED_BEFORE)


def test_no_output_decides_for_itself_what_may_be_shown() -> None:
    assert [path for path in deciding() if not is_allowed(path)] == []


def test_whatever_may_decide_does() -> None:
    idle = [
        part for part in DECIDED_BEFORE if not any(path.startswith(part) for path in deciding())
    ]
    assert idle == []


def asked() -> set[str]:
    """Return the name of every face that some part of the engine asks for."""
    files = (file for file in ENGINE.rglob("*.py") if file.name != "showing.py")
    return {name for file in files for name in FACE.findall(file.read_text("utf-8"))}


def test_every_face_is_asked_for() -> None:
    by_property = {"FACTS", "LISTS", "MAP", "SHEETS"}
    assert {face.name for face in Face} - asked() <= by_property


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", Step)
def test_a_safe_space_shows_no_more_than_four_faces_whatever_becomes_of_it(
    state: State, step: Step
) -> None:
    shown = {face for face in Face if Showing(state, step, is_safe_space=True).shows(face)}
    assert shown <= OF_SAFE_SPACES
    assert {face.name for face in OF_SAFE_SPACES} == {"OWN_PAGE", "FACTS", "LISTS", "UPKEEP"}


@pytest.mark.parametrize("state", State)
def test_whatever_has_a_page_keeps_it(state: State) -> None:
    assert Face.OWN_PAGE in FACES[state]


def test_what_nobody_checked_lately_is_not_printed() -> None:
    fresh, stale = (
        Showing(State.OPEN, step, is_safe_space=False) for step in (Step.FRESH, Step.STALE)
    )
    assert [face for face in Face if fresh.shows(face) != stale.shows(face)] == [Face.SHEETS]


def test_no_phone_keeps_a_safe_space_even_where_it_stands_in_the_place_of_what_all_keep(
    tmp_path: Path,
) -> None:
    page = "---\ntitle: Staying safe\nsensitive: yes\n---\n"
    assert "about/stay-safe/" not in pages_for_all(guide_of(tmp_path, {"pages/stay-safe.md": page}))


def test_the_page_about_safety_has_the_table_as_it_is() -> None:
    assert PAGE.read_text("utf-8") == written_anew()
