"""A guide counts what somebody made sure of, and knows its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import guide_of

if TYPE_CHECKING:
    from pathlib import Path


def group(facts: str) -> str:
    return f"---\ntitle: Tea\n{facts}\n---\nSome *tea*.\n"


def test_checked_this_month_counts_from_the_first_of_the_month(tmp_path: Path) -> None:
    days = {"a": "1/11/2026", "b": "31/10/2026", "c": "22/11/2026", "d": "never"}
    files = {f"groups/{slug}.md": group(f"checked: {day}") for slug, day in days.items()}
    made = guide_of(tmp_path, files)
    assert (made.checked_this_month, len(made.checkable)) == (2, 4)


def test_stories_and_plain_pages_need_no_checking(tmp_path: Path) -> None:
    story = group("consent: {on: 3/11/2026, kept_by: Amina}\nchecked: 3/11/2026")
    made = guide_of(tmp_path, {"stories/kai.md": story, "pages/about.md": group("cost: Free")})
    assert (made.checkable, made.checked_this_month) == ((), 0)


def test_what_was_checked_last_comes_first(tmp_path: Path) -> None:
    days = {"a": "1/11/2026", "b": "3/11/2026", "c": "3/11/2026", "d": "never"}
    files = {f"groups/{slug}.md": group(f"checked: {day}") for slug, day in days.items()}
    assert [one.slug for one in guide_of(tmp_path, files).latest_checked] == ["b", "c", "a"]


def test_a_safe_space_is_never_among_the_latest(tmp_path: Path) -> None:
    safe = group("checked: 3/11/2026\nsensitive: yes")
    assert guide_of(tmp_path, {"groups/a.md": safe}).latest_checked == ()


def test_a_body_is_found_by_its_entry(tmp_path: Path) -> None:
    made = guide_of(tmp_path, {"groups/tea.md": group("cost: Free")})
    assert made.body_of(made.catalogue.by_slug["tea"]).html == "<p>Some <em>tea</em>.</p>"


def test_topics_areas_and_audiences_are_found_by_their_names(tmp_path: Path) -> None:
    made = guide_of(tmp_path, {})
    assert list(made.topics) == ["company", "older-people"]
    assert made.areas["hill-top"].label == "Hill Top"
    assert made.audiences == {"everyone": "Everyone"}
    assert made.landmarks[0].name == "the library"
