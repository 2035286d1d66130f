"""No text keeps the computer busy while it is looked through for what must not be public."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import TODAY
from built_site import TINY
from floods import floods
from timing import seconds_for

from doorstep.checking import check_site
from doorstep.giveaways.plain import readings
from doorstep.limits import KB, SECONDS
from doorstep.loading import read_config

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from doorstep.checking import Checked

    Tried = Callable[[str, int], None]

MOST = SECONDS.most
"""Seconds of the processor for an entry, as docs/limits.md promises."""

SAFE_SPACE = """\
---
number: 7
title: A group
summary: Talk and tea.
topics: [company]
for: [women]
cost: Free
contact: {name: Jo, phone: 07700 900123}
sensitive: yes
---
"""
OFFER = """\
---
number: 7
title: Lifts to the clinic
summary: Lifts.
side: give
topics: [company]
for: [everyone]
cost: Free
contact: {name: Jo, phone: 07700 900123}
expires: 2027-01-03
---
"""
LOOKED_THROUGH = {"groups/jo.md": SAFE_SPACE, "help/jo.md": OFFER}
"""What is looked through hardest: by its file, the facts that stand above a text."""


def too_slow(content: Path, file: str, texts: dict[str, str]) -> Iterator[str]:
    """Yield what a text is full of that takes longer than it may, below the facts of a file.

    Reading an entry is given up after two seconds, and that is said; what follows has as many.
    """
    config, _ = read_config(TINY / "site.yaml")
    assert config is not None
    (content / file).parent.mkdir(parents=True)
    for what, text in texts.items():
        (content / file).write_text(LOOKED_THROUGH[file] + text, encoding="utf-8", newline="")
        checked: list[Checked] = []

        def look(checked: list[Checked] = checked) -> None:
            checked.append(check_site(config, content, TODAY, jobs=1))

        seconds = seconds_for(look, MOST)
        is_given_up = any(problem.rule == SECONDS.rule for problem in checked[-1].problems)
        if seconds > MOST * (1 + is_given_up):
            yield what


@pytest.mark.parametrize("piece", ["_", "a_", "_ a", "a _", "1_", "._-"])
def test_letters_one_by_one_are_put_together_in_one_go(piece: str) -> None:
    """An underscore was once both a letter and what stands between letters; this never ended."""
    assert seconds_for(lambda: readings(f"We are{piece * 500}here."), MOST) < MOST


@pytest.mark.hard
@pytest.mark.parametrize("file", LOOKED_THROUGH)
@pytest.mark.parametrize("size", [20_000, 99 * KB])
def test_no_text_takes_two_seconds_to_be_looked_through(
    size: int, file: str, tmp_path: Path, tried: Tried
) -> None:
    texts = {
        what: text.encode()[:size].decode(errors="ignore") for what, text in floods(size).items()
    }
    tried("Texts looked through for what must not be public", len(texts))
    assert list(too_slow(tmp_path / "content", file, texts)) == []
