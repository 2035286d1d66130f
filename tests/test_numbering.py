"""What went live without a number gets one, for life, and nothing else in its file changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import TODAY, config

from doorstep.importers.numbering import Given, give_numbers
from doorstep.loading import load_draft
from doorstep.new_entries import next_number

if TYPE_CHECKING:
    from pathlib import Path


def numbered(content: Path) -> list[Given]:
    draft, _ = load_draft(config(), content, TODAY, 1)
    return list(give_numbers(draft, next_number(draft)))


def write(content: Path, path: str, text: str) -> Path:
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


def test_an_entry_without_a_number_gets_the_next_one(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(content, "groups/choir.md", "---\nnumber: 130\ntitle: Choir\n---\n")
    tea = write(
        content, "groups/tea.md", "---\ntitle: Tea   # the old name\ncost: Free\n---\nHello.\n"
    )
    assert numbered(content) == [Given(131, "Tea")]
    assert tea.read_text() == (
        "---\ntitle: Tea   # the old name\nnumber: 131\ncost: Free\n---\nHello.\n"
    )


def test_an_entry_with_a_number_is_left_as_it_is(tmp_path: Path) -> None:
    content = tmp_path / "content"
    choir = write(content, "groups/choir.md", "---\r\nnumber: 130\r\ntitle: Choir\r\n---\r\n")
    before = choir.read_bytes()
    assert numbered(content) == []
    assert choir.read_bytes() == before


def test_entries_of_one_file_get_a_number_each(tmp_path: Path) -> None:
    content = tmp_path / "content"
    items = "- slug: tea\n  title: Tea\n- slug: choir\n  title: Choir\n"
    file = write(content, "groups/all.yaml", items)
    assert [given.number for given in numbered(content)] == [101, 102]
    assert numbered(content) == []
    assert file.read_text().count("number:") == 2
