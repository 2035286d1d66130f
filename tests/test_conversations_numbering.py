"""A new entry gets its number when it goes live, and nothing else in its file changes."""

from __future__ import annotations

import pytest

from doorstep.conversations.numbering import number_in, numbered, only_checked

MD = "content/groups/tea.md"
YAML = "content/places/hall.yaml"
TEA = "---\ntitle: Tea\nchecked: 2026-11-03, by phone\n---\nCome in.\n"
HALL = "title: Hall\nbody: The green door.\n"


@pytest.mark.parametrize(
    ("path", "text", "whole"),
    [
        (MD, TEA, TEA.replace("title", "number: 73\ntitle")),
        (MD, TEA.replace("title", "number: 12\ntitle"), TEA.replace("title", "number: 73\ntitle")),
        (YAML, HALL, f"number: 73\n{HALL}"),
        (MD, f"{TEA}number: 5\n", TEA.replace("title", "number: 73\ntitle") + "number: 5\n"),
        (YAML, "- title: One\n- title: Two\n", "- title: One\n- title: Two\n"),
        (MD, "No facts at all", "No facts at all"),
    ],
)
def test_a_number_stands_first(path: str, text: str, whole: str) -> None:
    assert numbered(text, path, 73) == whole


@pytest.mark.parametrize("text", [TEA, HALL])
def test_the_number_is_read_again(text: str) -> None:
    path = MD if text is TEA else YAML
    assert number_in(text, path) == 0
    assert number_in(numbered(text, path, 73), path) == 73


def test_only_the_day_of_the_check_is_another() -> None:
    assert only_checked(TEA, TEA.replace("11-03", "11-22"), MD)


@pytest.mark.parametrize(
    "after",
    [
        TEA,
        TEA.replace("11-03", "11-22").replace("Tea", "Coffee"),
        TEA.replace("11-03", "11-22").replace("Come in.", "Stay out."),
        TEA.replace("checked", "sensitive: yes\nchecked"),
        "No facts at all",
    ],
)
def test_anything_else_is_more_than_a_check(after: str) -> None:
    assert not only_checked(TEA, after, MD)
