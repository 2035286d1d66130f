"""The preview sees what people change, and only that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorstep.preview.watching import snapshot

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content" / "groups").mkdir(parents=True)
    (tmp_path / "content" / "groups" / "tea.md").write_text("Tea")
    return tmp_path / "content"


@pytest.mark.parametrize(
    "change",
    [
        lambda tea: tea.write_text("Tea and talk"),
        lambda tea: tea.unlink(),
        lambda tea: tea.rename(tea.with_name("talk.md")),
        lambda tea: tea.with_name("coffee.md").write_text("Coffee"),
        lambda tea: tea.with_name("new").write_text("Tea") and tea.with_name("new").replace(tea),
    ],
    ids=["edited", "deleted", "renamed", "added", "replaced"],
)
def test_every_sort_of_change_is_seen(content, change: Callable[[Path], object]):
    before = snapshot([content], content / "_site")
    change(content / "groups" / "tea.md")
    assert snapshot([content], content / "_site") != before


@pytest.mark.parametrize(
    "name",
    [
        ".tea.md.swp",
        "tea.md~",
        "#tea.md#",
        "__pycache__/a.pyc",
        "_site/index.html",
        "_site.doorstep-new-1/index.html",
    ],
)
def test_what_nobody_wrote_is_not_a_change(content, name):
    before = snapshot([content], content / "_site")
    (content / name).parent.mkdir(exist_ok=True)
    (content / name).write_text("made")
    assert snapshot([content], content / "_site") == before


def test_a_single_file_is_watched_also_when_it_is_not_there_yet(tmp_path):
    settings = tmp_path / "site.yaml"
    before = snapshot([settings], tmp_path / "_site")
    settings.write_text("name: Harbour Row")
    assert snapshot([settings], tmp_path / "_site") != before
