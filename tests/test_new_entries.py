"""A new entry begins as a file that only wants filling in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from builders import TODAY, checked_of
from hypothesis import given
from hypothesis import strategies as st

from doorstep.kinds import Kind
from doorstep.new_entries import NotNew, new_entry, next_number, write_new_entry
from doorstep.sources import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.drafts import Draft

TEA = {"groups/tea.md": "---\ntitle: Tea\nnumber: 127\n---\n"}


def draft(folder: Path, files: dict[str, str] | None = None) -> Draft:
    return checked_of(folder, files or {}).draft


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.STORY])
def test_the_file_passes_the_check_as_it_is(tmp_path: Path, kind: Kind) -> None:
    write_new_entry(draft(tmp_path), kind, "Zine café: ages 8 & up", TODAY)
    checked = checked_of(tmp_path, {})
    (entry,) = checked.entries
    assert not checked.errors
    assert (entry.kind, entry.slug) == (kind, "zine-cafe-ages-8-up")
    assert entry.title == "Zine café: ages 8 & up"


def test_a_new_story_waits_for_its_tellers_consent(tmp_path: Path) -> None:
    write_new_entry(draft(tmp_path), Kind.STORY, "Winston and the rocking horse", TODAY)
    checked = checked_of(tmp_path, {})
    assert [problem.rule for problem in checked.errors] == ["consent-missing"]


TITLES = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1)


@given(TITLES)
def test_a_title_with_any_marks_in_it_is_read_back(title: str) -> None:
    text = new_entry(Kind.GROUP, title, 127, TODAY)
    (source,) = read_bytes(text.encode(), "content/groups/tea.md", Kind.GROUP).sources
    assert source.front_matter["title"] == " ".join(title.split())


def test_the_next_number_is_above_all_that_were_ever_used(tmp_path: Path) -> None:
    assert next_number(draft(tmp_path)) == 101
    assert next_number(draft(tmp_path, TEA)) == 128


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    before = draft(tmp_path)
    path = write_new_entry(before, Kind.GROUP, "Tea", TODAY)
    path.write_text("mine")
    with pytest.raises(NotNew, match="is there already"):
        write_new_entry(before, Kind.GROUP, "Tea", TODAY)
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    ("kind", "title", "said"),
    [
        (Kind.EVENT, "Tea!", "The name “tea” is taken by Tea. Give it another title."),
        (Kind.GROUP, "???", "“???” has no letters for an address. Give it a title with some."),
        (Kind.HELP, "Get", "The guide has a page called “get” already. Give it another title."),
    ],
)
def test_a_title_that_makes_no_new_address_is_explained(
    tmp_path: Path, kind: Kind, title: str, said: str
) -> None:
    with pytest.raises(NotNew, match=re.escape(said)):
        write_new_entry(draft(tmp_path, TEA), kind, title, TODAY)
