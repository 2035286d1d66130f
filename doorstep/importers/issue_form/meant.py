"""What stands in the box “Which entry” -> the entry that is meant, if it can only be that one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.forms.labels import as_called
from doorstep.importers.issue_form.desks import formerly, number_of, title_of
from doorstep.problems import nearest
from doorstep.safe_spaces import is_safe_space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.sources import Source

_SLUG = re.compile(r"\(([a-z0-9-]{1,80})\)\s*$")
_NUMBER = re.compile(r"(?:no\.?|number|entry|#)?\s*([0-9]{1,6})\b[\s,.:–-]*", re.IGNORECASE)


def entries_meant(words: str, sources: Sequence[Source]) -> tuple[Source, ...]:
    """Return every entry that words such as “127, Tea and talk (tea-and-talk)” may mean.

    A slug in brackets and a number are surer than a title, which may be what is to change.
    """
    words = " ".join(words.split())
    slug = _SLUG.search(words)
    before = words[: slug.start()].strip() if slug else words
    number = _NUMBER.match(before)
    sure = (
        *(_of_slug(slug[1], sources) if slug else ()),
        *(_of_number(int(number[1]), sources) if number else ()),
    )
    title = before[number.end() :] if number else before
    likely = _called(words, sources) or _called(before, sources) or _called(title, sources)
    return tuple({source.file + source.slug: source for source in sure or likely}.values())


def _of_slug(slug: str, sources: Sequence[Source]) -> list[Source]:
    now = [source for source in sources if source.slug == slug]
    return now or [source for source in sources if slug in formerly(source)]


def _of_number(number: int, sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if number_of(source) == number]


def _called(name: str, sources: Sequence[Source]) -> list[Source]:
    wanted = as_called(name)
    return [
        source
        for source in sources
        if wanted and wanted in (as_called(title_of(source)), source.slug)
    ]


def called(source: Source) -> str:
    """Return how an entry is named to people: No. 127, Tea and talk."""
    number = number_of(source)
    return f"No. {number}, {title_of(source)}" if number else title_of(source)


def not_found(words: str, sources: Sequence[Source]) -> str:
    """Return what to say when no entry, or more than one, may be meant."""
    found = entries_meant(words, sources)
    if len(found) > 1:
        which = " or ".join(f"“{called(source)}”" for source in found[:6])
        return f"It may mean {which}. Reply with the number of the one you mean."
    shown = [source for source in sources if not is_safe_space(source)]
    guess = nearest(words, {title_of(source) for source in shown})
    likely = [source for source in shown if title_of(source) == guess] if guess else []
    did_you_mean = f"Did you mean “{called(likely[0])}”? " if likely else ""
    return f"{did_you_mean}Reply with its number, or with its name as it stands in the guide."
