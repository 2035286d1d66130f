"""A draft knows what was written, for the checks that look at everything together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import checked_of

from doorstep.problems import Level, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.drafts import Draft

FILES = {
    "groups/tea.md": "---\ntitle: Tea and talk\n---\n",
    "places/hall.md": "---\ntitle: St Anne's Hall\n---\n",
    "places/list.yaml": "- {slug: kiosk, title: Kiosk}\n- {slug: barber, title: Barber}\n",
    "groups/broken.md": "---\ntopics: nonsense\n---\n",
}


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return checked_of(tmp_path, FILES).draft


def problem(file: str, line: int, level: Level = Level.ERROR) -> Problem:
    return Problem(f"content/{file}", line, 1, level, "rule", "Message.")


def test_titles_are_known_by_slug(draft: Draft) -> None:
    assert draft.titles["tea"] == "Tea and talk"


def test_what_could_not_be_read_is_known_by_its_name(draft: Draft) -> None:
    assert draft.left_out == {"broken": "content/groups/broken.md"}


def test_a_place_may_be_called_by_slug_or_title(draft: Draft) -> None:
    assert draft.place_slugs == {"hall", "kiosk", "barber"}
    assert {"hall", "st anne's hall"} <= draft.places
    assert "tea" not in draft.places


def test_groups_are_known_by_slug(draft: Draft) -> None:
    assert draft.groups == {"tea"}


@pytest.mark.parametrize(("line", "start"), [(1, 1), (2, 2)])
def test_an_error_stops_the_entry_whose_lines_it_is_in(draft: Draft, line: int, start: int) -> None:
    stopped = draft.stopped_by([problem("places/list.yaml", line)])
    assert stopped == {("content/places/list.yaml", start)}


@pytest.mark.parametrize("level", [Level.WARNING, Level.NOTE])
def test_only_an_error_stops_an_entry(draft: Draft, level: Level) -> None:
    assert draft.stopped_by([problem("groups/tea.md", 2, level)]) == set()


def test_an_error_in_a_file_without_entries_stops_none(draft: Draft) -> None:
    assert draft.stopped_by([problem("groups/broken.md", 1)]) == set()


def test_a_guess_names_the_entry_by_its_title(draft: Draft) -> None:
    assert draft.did_you_mean("hal", draft.titles) == (
        "hall",
        "Did you mean “hall” (St Anne's Hall)?",
    )


def test_a_slug_like_none_gets_no_guess(draft: Draft) -> None:
    assert draft.did_you_mean("wheelbarrow", draft.titles) == ("", "")
