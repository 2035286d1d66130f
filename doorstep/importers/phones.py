"""A cell with phone numbers in it -> the numbers, tidied."""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

from doorstep.contacts import tidy_phone

_GROUP = re.compile(r"\+?\(?[0-9][0-9()]*")
_BETWEEN = re.compile(r"[\s.()-]*")
_LONGEST_WRITTEN = 40
_MOST_GROUPS = 6
_SHORTEST = 9
_LONGEST = {"00": 17, "+": 15, "0": 11}
"""Figures from the first, for a number with its country (ITU-T E.164) and one without."""


def tidied(text: str, region: str) -> str:
    """Return one phone number as the guide writes it, or "" when this is not one."""
    if len(text) > _LONGEST_WRITTEN:
        return ""
    try:
        return tidy_phone(" ".join(text.split()), region)
    except PydanticCustomError:
        return ""


def phones_in(text: str, region: str) -> list[str]:
    """Return every phone number in some words, in order.

    Two numbers may stand side by side with no more than a space between them, so each is
    the longest run of groups that is a number.
    """
    groups = list(_GROUP.finditer(text))
    found: list[str] = []
    at = 0
    while at < len(groups):
        number, length = _longest(text, groups[at : at + _MOST_GROUPS], region)
        found += [number] if number else []
        at += length
    return found


def _longest(text: str, groups: list[re.Match[str]], region: str) -> tuple[str, int]:
    """Return the number that starts at the first group, and how many groups it takes up."""
    first = groups[0]
    start = first[0].lstrip("(")
    limit = next((most for mark, most in _LONGEST.items() if start.startswith(mark)), 0)
    best, length = "", 1
    for count, group in enumerate(groups, start=1):
        if count > 1 and not _BETWEEN.fullmatch(text, groups[count - 2].end(), group.start()):
            break
        written = text[first.start() : group.end()]
        figures = sum(letter.isdigit() for letter in written)
        if figures > limit:
            break
        if figures >= _SHORTEST and (number := tidied(written, region)):
            best, length = number, count
    return best, length
