"""The lists of keys in docs/ say what the documented classes say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorstep.config import SiteConfig
from doorstep.entries import MODELS
from doorstep.keys import fields_of
from doorstep.reference import DOCS, PAGES, entries_page, settings_page, write_pages

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_it_would_be_written_today(name: str) -> None:
    kept = (DOCS / name).read_text(encoding="utf-8")
    assert kept == PAGES[name](), "write it anew with: python -m doorstep.reference"


def test_every_key_of_every_kind_has_its_place() -> None:
    page = entries_page()
    keys = {key for model in MODELS.values() for key in fields_of(model)}
    assert [key for key in sorted(keys) if page.count(f"### {key}\n") != 1] == []


def test_every_key_of_the_settings_has_its_place() -> None:
    page = settings_page()
    assert [key for key in fields_of(SiteConfig) if page.count(f"\n## {key}\n") != 1] == []


def test_what_has_to_be_there_says_so() -> None:
    assert "What it is called, in up to 65 letters. It has to be there." in entries_page()


def test_pages_are_written_where_they_are_kept(tmp_path: Path) -> None:
    write_pages(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(PAGES)
