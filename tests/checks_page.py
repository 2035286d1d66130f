"""docs/checks.md -> its examples, and what the check says of each of them.

`PYTHONPATH=. python tests/checks_page.py` puts what is said now into the page, for a person to
look through before it is kept.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest import mock
from zipfile import ZipFile

from made_photos import keep, picture

from doorstep.checking import check_site
from doorstep.loading import read_config
from doorstep.reading import read_entry
from doorstep.reports import as_text
from doorstep.stopwatch import TooSlow

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorstep.fields import ReadingContext
    from doorstep.problems import Problem
    from doorstep.sources import Source

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "checks.md").read_text("utf-8")
TINY = ROOT / "tests" / "sites" / "tiny"
DAY = date(2026, 11, 21)

_SECTION = re.compile(r"^### (\S+)\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^`([^`]+)`[^`]*:\n\n```\w+\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_REPORT = re.compile(r"check says:\n\n```text\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One section of the page."""

    rule: str
    file: str
    """Its name below content/, or site.yaml; "" where a file cannot be shown."""
    text: str
    report: str
    """What the page says that the check says."""


def examples() -> list[Example]:
    """Return the example of every section."""
    return [_example(rule, section) for rule, section in _SECTION.findall(PAGE)]


def _example(rule: str, section: str) -> Example:
    shown, report = _FILE.search(section), _REPORT.search(section)
    file, text = shown.groups() if shown else ("", "")
    return Example(rule, file, text, report[1] if report else "")


def problems_of(example: Example, folder: Path) -> list[Problem]:
    """Return what the check finds when this example is put beside the small guide."""
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    _put(example, folder)
    with (
        mock.patch("os.open", _open_for_ordinary_people),
        mock.patch("doorstep.loading.read_entry", _read_slowly),
    ):
        config, problems = read_config(folder / "site.yaml")
        if config:
            problems = list(check_site(config, folder / "content", DAY, jobs=1).problems)
    return problems


def _put(example: Example, folder: Path) -> None:
    if example.file == "site.yaml":
        _replace_setting(folder / "site.yaml", example.text)
    elif example.file:
        path = folder / "content" / example.file
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{example.text}\n", encoding=_ENCODINGS.get(example.rule, "utf-8"))
    else:
        _NOT_SHOWN[example.rule](folder / "content" / "groups" / "chess-club.md")


_ENCODINGS = {"utf-8": "cp1252"}


def _replace_setting(settings: Path, text: str) -> None:
    name = text.partition(":")[0]
    block = re.compile(rf"^{name}:.*\n(?: .*\n)*", re.MULTILINE)
    others = block.sub("", settings.read_text("utf-8"))
    settings.write_text(f"{others}\n{text}\n", "utf-8")


def _unreadable(path: Path) -> None:
    path.touch(mode=0)


def _word_document(path: Path) -> None:
    with ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<w:t>Chess club</w:t>")


_NOT_SHOWN: dict[str, Callable[[Path], object]] = {
    "no-content": lambda path: shutil.rmtree(path.parent.parent),
    "file-ordinary": lambda path: path.symlink_to("tea-and-talk.md"),
    "file-readable": _unreadable,
    "file-empty": lambda path: path.write_text("\n"),
    "file-is-text": _word_document,
    "photo-place": lambda path: keep(path.parent.parent, picture(), "photos/chess.jpg"),
    "entry-size": lambda path: path.write_text("chess " * 400_000),
    "read-in-time": lambda path: path.write_text(f"---\ntitle: {_ENDLESS}\n---\n"),
}
"""Files that a page cannot show."""

_OPEN = os.open


def _open_for_ordinary_people(path: str, flags: int, mode: int = 0o777) -> int:
    """Open a file as anybody but root does, whoever runs the tests."""
    if stat.S_IMODE(os.lstat(path).st_mode) == 0:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return _OPEN(path, flags, mode)


_ENDLESS = "What nobody has the time to read"


def _read_slowly(source: Source, context: ReadingContext) -> Any:
    """Read an entry; of the one that takes too long, not all."""
    if source.front_matter.get("title") == _ENDLESS:
        raise TooSlow
    return read_entry(source, context)


def written_anew() -> str:
    """Return the page with what the check says now."""
    page = PAGE
    for example in examples():
        with TemporaryDirectory() as folder:
            said = as_text(problems_of(example, Path(folder))).rstrip("\n")
        start = page.index(f"### {example.rule}\n")
        page = page[:start] + page[start:].replace(example.report, said, 1)
    return page


if __name__ == "__main__":
    (ROOT / "docs" / "checks.md").write_text(written_anew(), "utf-8")
