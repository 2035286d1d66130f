"""What follows a link's text -> its address and its title, as a person meant them."""

from __future__ import annotations

import html
import re

from msgspec import Struct

from doorstep.patterns import late_pattern

PUNCTUATION = r"[!-/:-@\[-`{-~]"
ESCAPE = late_pattern(rf"\\({PUNCTUATION})")
ENTITY = late_pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
ESCAPE_OR_ENTITY = late_pattern(f"{ESCAPE.pattern}|{ENTITY.pattern}")
SPACE = late_pattern(r"[ \t\n]*+")
POINTED = late_pattern(r"<((?>(?:[^<>\n\\]|\\.)*))>")
UNBROKEN = late_pattern(r"(?>(?:[^ \\()\x00-\x1f\x7f]|\\[()\\]|\\)*)")
TITLE = late_pattern(
    r""" "((?>(?:[^"\\]|\\.)*))" | '((?>(?:[^'\\]|\\.)*))' | \(((?>(?:[^()\\]|\\.)*))\) """,
    re.DOTALL | re.VERBOSE,
)
MAX_PARENTHESES = 32


class Destination(Struct, frozen=True):
    """Where a link goes; `end` is where the text goes on after it."""

    address: str
    title: str
    end: int


def plain(text: str) -> str:
    """Return text with backslash escapes and entities replaced by what they stand for."""
    if "\\" not in text and "&" not in text:
        return text
    return ESCAPE_OR_ENTITY.sub(_meant, text)


def entity(written: str) -> str:
    """Return the character an entity stands for, or the entity itself when it is none."""
    meant = html.unescape(written)
    return meant or "\N{REPLACEMENT CHARACTER}"


def in_parentheses(text: str, start: int) -> Destination | None:
    """Read `(address "title")` from where its first parenthesis stands."""
    if not text.startswith("(", start):
        return None
    first = end_of(SPACE, text, start + 1)
    address, end = address_at(text, first) or ("", first)
    after = end_of(SPACE, text, end)
    title = TITLE.match(text, after) if after > end > first else None
    if title:
        after = end_of(SPACE, text, title.end())
    return Destination(address, title_of(title), after + 1) if text.startswith(")", after) else None


def address_at(text: str, start: int) -> tuple[str, int] | None:
    """Read an address, in pointed brackets or unbroken; return it and where it ends."""
    pointed = POINTED.match(text, start)
    if pointed:
        return plain(pointed[1]), pointed.end()
    if text.startswith("<", start):
        return None
    end = _end_of_unbroken(text, start)
    return (plain(text[start:end]), end) if end > start else None


def title_of(title: re.Match[str] | None) -> str:
    """Return the words of a title, without its quotes."""
    return plain(title[title.lastindex or 0]) if title else ""


def end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where a stretch of a pattern ends, which is where it would begin if there is none."""
    found = pattern.match(text, start)
    return found.end() if found else start


def _end_of_unbroken(text: str, start: int) -> int:
    """Find the end of an address; parentheses belong to it as far as they are paired."""
    depth, end = 0, start
    while True:
        end = end_of(UNBROKEN, text, end)
        mark = text[end : end + 1]
        if mark == "(" and depth < MAX_PARENTHESES:
            depth += 1
        elif mark == ")" and depth:
            depth -= 1
        else:
            return start if depth else end
        end += 1


def _meant(found: re.Match[str]) -> str:
    return found[1] or entity(found[0])
