"""Answers -> the files that a guide begins with: its settings, and the pages every guide needs."""

from __future__ import annotations

import re
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from doorstep.importers.entry_text import entry_text
from doorstep.slugs import is_kept_by_windows, slugified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.new_guide.answers import Answers
    from doorstep.sources import Node

STARTER = Path(__file__).parent / "starter"
"""What every guide begins with, before the answers are put in."""

SETTINGS = "site.yaml"

_SURELY_PLAIN = re.compile(r"(?!.*www\.)[^\W_]+(?:[ ,'’.()/&-]|[^\W_])*", re.IGNORECASE)
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def settings_text(answers: Answers) -> str:
    """Return the text of site.yaml."""
    here = answers.neighbourhood
    return _filled(
        SETTINGS,
        name=_line("name", answers.name),
        url=_line("url", answers.addresses.url),
        repository=_line("repository", answers.addresses.repository),
        lat=f"{answers.centre.lat:.5f}",
        lon=f"{answers.centre.lon:.5f}",
        help_line=_line("help_line", _known(answers.help_line.model_dump())),
        forum=_line("forum", _known(answers.forum.model_dump())),
        area=_line("id", _area_id(here)),
        area_label=_line("label", here),
        middle=_line("name", f"the middle of {here}"),
    )


def _area_id(here: str) -> str:
    slug = slugified(here)
    return "everywhere" if not slug or is_kept_by_windows(slug) else slug


def content_files(answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield the files of content/: the path and the text of each."""
    people = answers.forum.people
    words = {
        "guide": as_it_is(answers.name),
        "forum": as_it_is(answers.forum.name),
        "people": f" The people are {as_it_is(people)}." if people else "",
    }
    for path in sorted(STARTER.rglob("*.*")):
        name = path.relative_to(STARTER).as_posix()
        if name != SETTINGS:
            yield name, _filled(name, **words)


def _filled(file: str, /, **words: str) -> str:
    return Template((STARTER / file).read_text("utf-8")).substitute(words)


def _known(told: dict[str, str]) -> dict[str, Node]:
    return {key: value for key, value in told.items() if value}


def _line(key: str, node: Node) -> str:
    """Return a setting as people write it, in quotation marks where it needs them."""
    if not node:
        return f"# {key}:"
    return entry_text({key: node}, "").removeprefix("---\n").removesuffix("---\n").rstrip("\n")


def as_it_is(text: str) -> str:
    """Return words as Markdown that shows them as they are, whatever signs are in them."""
    return text if _SURELY_PLAIN.fullmatch(text) else _PUNCTUATION.sub(r"\\\1", text)
