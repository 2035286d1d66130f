"""The text of one block -> words, emphasis, links and code, read from left to right."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.github_flavour.bare_links import AFTER_LETTER, WEB_LETTERS, bare_link_at
from doorstep.github_flavour.definitions import LABEL, Definitions
from doorstep.github_flavour.destinations import (
    ENTITY,
    ESCAPE,
    Destination,
    end_of,
    entity,
    in_parentheses,
)
from doorstep.github_flavour.emphasis import Run, resolve, run_at
from doorstep.github_flavour.spans import AS_WRITTEN, BREAK, CODE, IMAGE, LINK, Node, Span, words
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

MARKS = r"\\`*_~\[\]!&<\n"
SPECIAL = late_pattern(f"[{MARKS}]")
SPECIAL_OR_WEB = late_pattern(f"[{MARKS}{WEB_LETTERS}](?:(?<=[{MARKS}])|{AFTER_LETTER})")
RUNS = {mark: late_pattern(rf"{re.escape(mark)}++") for mark in "*_~`"}
POINTED_WEB = late_pattern(r"<([A-Za-z][A-Za-z0-9.+-]{1,31}:[^ <>\x00-\x1f]*+)>")
POINTED_EMAIL = late_pattern(
    r"<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]++@"
    r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)>"
)
COMMENT_START, COMMENT_END = "<!--", "-->"
LINE_BREAK = late_pattern(r"<br[ \t\n]*+/?>", re.IGNORECASE)
ATTRIBUTE = r"""\s++[a-zA-Z_:][\w.:-]*+(?>(?:\s*+=\s*+(?:[^\s"'=<>`]++|'[^']*+'|"[^"]*+"))?)"""
TAG = late_pattern(
    rf"<(?:[A-Za-z][A-Za-z0-9-]*+(?>(?:{ATTRIBUTE})*)\s*+/?|/[A-Za-z][A-Za-z0-9-]*+\s*+)>"
)
MAX_BRACKETS = 20
"""Brackets that may wait for their other half at one time; the oldest are then taken as text."""
LONGEST_LABEL = 999


class Bracket(Struct, frozen=True):
    """A `[` or `![` that may yet begin a link; `index` is its place among the pieces."""

    tag: str
    index: int
    start: int
    end: int


def read_text(text: str, definitions: Definitions) -> list[Node]:
    """Read the text of one block."""
    # Most texts have no web address in them, and looking for one at every letter is slow.
    special = SPECIAL_OR_WEB if "www." in text or "://" in text else SPECIAL
    if not special.search(text):
        return [text]
    return _Reader(text, definitions).read(special)


class _Reader:
    """What has been read so far, and the brackets that still wait for their other half."""

    def __init__(self, text: str, definitions: Definitions) -> None:
        self.text = text
        self.definitions = definitions
        self.pieces: list[Node | Run] = []
        self.brackets: list[Bracket] = []
        self.last_link = -1
        self.last_comment_end = text.rfind(COMMENT_END)
        self.backticks: dict[int, list[int]] | None = None

    def read(self, special: re.Pattern[str]) -> list[Node]:
        """Read from one special character to the next."""
        at = 0
        while found := special.search(self.text, at):
            if found.start() > at:
                self.pieces.append(self.text[at : found.start()])
            at = READERS[found[0][0]](self, found.start())
        self.pieces.append(self.text[at:])
        return resolve(self.pieces)

    def literal(self, start: int, end: int) -> int:
        """Take a stretch as it stands."""
        self.pieces.append(self.text[start:end])
        return end

    def backslash(self, start: int) -> int:
        """Take the mark after a backslash as a mark and no more."""
        if self.text[start + 1 : start + 2] == "\n":
            return self.line_end(start + 1, Span(BREAK, [], at=start))
        escaped = ESCAPE.match(self.text, start)
        if not escaped:
            return self.literal(start, start + 1)
        return self.literal(start + 1, start + 2)

    def newline(self, start: int) -> int:
        """End a line; two spaces before its end break it on the page too."""
        last = self.pieces[-1] if self.pieces else ""
        if not isinstance(last, str):
            return self.line_end(start, "\n")
        self.pieces[-1:] = [last.rstrip(" ")]
        is_break = last.endswith("  ")
        return self.line_end(start, Span(BREAK, [], at=start) if is_break else "\n")

    def line_end(self, start: int, piece: Node) -> int:
        """Take the end of a line as that piece, and skip the spaces that begin the next."""
        self.pieces.append(piece)
        rest = start + 1
        while self.text[rest : rest + 1] == " ":
            rest += 1
        return rest

    def entity(self, start: int) -> int:
        """Take an entity as the character it stands for."""
        found = ENTITY.match(self.text, start)
        self.pieces.append(entity(found[0]) if found else "&")
        return found.end() if found else start + 1

    def run(self, start: int) -> int:
        """Take a run of marks that may begin or end emphasis."""
        end = end_of(RUNS[self.text[start]], self.text, start)
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        if self.text[start] == "_" and before.isalnum() and after.isalnum():
            return self.literal(start, end)  # a part of the word: snake_case, an address
        self.pieces.append(run_at(self.text, start, end))
        return end

    def code(self, start: int) -> int:
        """Take what stands between two equal runs of backticks as it is written."""
        end = end_of(RUNS[self.text[start]], self.text, start)
        closing = self._next_backticks(end, end - start)
        if closing is None:
            return self.literal(start, end)
        code = self.text[end:closing].replace("\n", " ")
        if code.startswith(" ") and code.endswith(" ") and code.strip(" "):
            code = code[1:-1]
        self.pieces.append(Span(CODE, [code], at=start))
        return closing + end - start

    def _next_backticks(self, start: int, length: int) -> int | None:
        if self.backticks is None:
            self.backticks = {}
            for run in RUNS["`"].finditer(self.text):
                self.backticks.setdefault(len(run[0]), []).append(run.start())
        places = self.backticks.get(length, [])
        index = bisect_left(places, start)
        return places[index] if index < len(places) else None

    def pointed(self, start: int) -> int:
        """Take an address in pointed brackets as a link, a comment as nothing, tags as text."""
        if self.last_comment_end > start and self.text.startswith(COMMENT_START, start):
            return self.text.find(COMMENT_END, start + 2) + len(COMMENT_END)
        for pattern, scheme in ((POINTED_WEB, ""), (POINTED_EMAIL, "mailto:")):
            found = pattern.match(self.text, start)
            if found:
                link = Span(LINK, [found[1]], at=start, address=scheme + found[1])
                self.pieces.append(link)
                return found.end()
        return self._tag(start)

    def _tag(self, start: int) -> int:
        line_break = LINE_BREAK.match(self.text, start)
        tag = line_break or TAG.match(self.text, start)
        if not tag:
            return self.literal(start, start + 1)
        shown = Span(BREAK, []) if line_break else Span(AS_WRITTEN, [tag[0]])
        self.pieces.append(shown)
        return tag.end()

    def bare_link(self, start: int) -> int:
        """Take a web address in running text as a link, unless it stands in brackets."""
        link = None if self.brackets else bare_link_at(self.text, start)
        if not link:
            return self.literal(start, start + 1)
        self.pieces.append(link)
        return start + len(words(link.inside))

    def open_bracket(self, start: int) -> int:
        """Remember a bracket that may begin a link."""
        return self._open(LINK, start, start + 1)

    def exclamation(self, start: int) -> int:
        """Remember a bracket that may begin an image; take any other exclamation as it is."""
        is_image = self.text.startswith("[", start + 1)
        return self._open(IMAGE, start, start + 2) if is_image else self.literal(start, start + 1)

    def _open(self, tag: str, start: int, end: int) -> int:
        self.brackets.append(Bracket(tag, len(self.pieces), start, end))
        # Brackets that wait in their thousands would each cost time at every other.
        del self.brackets[:-MAX_BRACKETS]
        return self.literal(start, end)

    def close_bracket(self, start: int) -> int:
        """End a link, if one began and an address is there for it."""
        opener = self.brackets.pop() if self.brackets else None
        goes_to = self._destination(opener, start) if opener else None
        if not opener or not goes_to:
            return self.literal(start, start + 1)
        inside = resolve(self.pieces[opener.index + 1 :])
        self.pieces[opener.index :] = [
            Span(opener.tag, inside, opener.start, goes_to.address, goes_to.title)
        ]
        if opener.tag == LINK:
            self.last_link = opener.start
        return goes_to.end

    def _destination(self, opener: Bracket, close: int) -> Destination | None:
        # A link may not stand inside a link: brackets around a finished one are text.
        if opener.tag == LINK and opener.start < self.last_link:
            return None
        return in_parentheses(self.text, close + 1) or self._by_name(opener, close)

    def _by_name(self, opener: Bracket, close: int) -> Destination | None:
        after = LABEL.match(self.text, close + 1)
        if after and after[1].strip():
            return self._defined(after[1], after.end())
        if close - opener.end > LONGEST_LABEL:
            return None
        inside = LABEL.fullmatch(self.text, opener.end - 1, close + 1)
        return self._defined(inside[1], after.end() if after else close + 1) if inside else None

    def _defined(self, label: str, end: int) -> Destination | None:
        found = self.definitions.find(label)
        return Destination(found.address, found.title, end) if found else None


READERS: dict[str, Callable[[_Reader, int], int]] = {
    "\\": _Reader.backslash,
    "\n": _Reader.newline,
    "&": _Reader.entity,
    "`": _Reader.code,
    "<": _Reader.pointed,
    "[": _Reader.open_bracket,
    "!": _Reader.exclamation,
    "]": _Reader.close_bracket,
    **dict.fromkeys("*_~", _Reader.run),
    **dict.fromkeys("whH", _Reader.bare_link),
}
