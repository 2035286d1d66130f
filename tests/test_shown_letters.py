"""What can be shown holds no letter that cannot, so a text is asked only once."""

from __future__ import annotations

import sys

import pytest

from doorstep.fields import _INVISIBLE
from doorstep.github_flavour.extension import LINE_END, UNPRINTABLE
from doorstep.markdown import NOT_SHOWN
from doorstep.sources.texts import _QUIET_BREAKS, CONTROL

PRINTABLE = [letter for letter in map(chr, range(sys.maxunicode + 1)) if letter.isprintable()]


@pytest.mark.parametrize("pattern", [CONTROL, _INVISIBLE, NOT_SHOWN, UNPRINTABLE, LINE_END])
def test_no_letter_that_can_be_shown_is_looked_for(pattern: object) -> None:
    assert pattern.search("".join(PRINTABLE)) is None  # type: ignore[attr-defined]


def test_no_letter_that_can_be_shown_ends_a_line() -> None:
    assert not {ord(letter) for letter in PRINTABLE} & {ord("\r"), ord("\n"), *_QUIET_BREAKS}
