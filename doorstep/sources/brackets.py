"""A list or facts in brackets as typed -> the same as YAML has to see them."""

from __future__ import annotations

import re

from msgspec import Struct, field

from doorstep.limits import SHOWN_AT_MOST
from doorstep.patterns import late_pattern
from doorstep.problems import Level
from doorstep.sources.marks import shortened
from doorstep.sources.texts import EDGES, UNSEEN
from doorstep.sources.values import (
    DOUBLE_QUOTED,
    NEEDS_QUOTES,
    RESERVED,
    SINGLE_QUOTED,
    Edit,
    Remark,
    Value,
    quoted,
    quoted_for_people,
    refused_words,
    starts_with_apostrophe,
    without_curly_marks,
)

_GAP = late_pattern(rf"(?:[\s{UNSEEN}]|#(?=\s|$)[^\n]*)*")
_PIECE = late_pattern(r"(?:“[^“”\n]*”|(?!\s#(?:\s|$))[^,\[\]{}])+")
_NAME = late_pattern(r"([^\s,:\[\]{}\"'“#&*!|>%@`?-][^,:\[\]{}\n]{0,99}):(?=[\s,}]|$)")
_NAME_WITHOUT_GAP = late_pattern(r"([A-Za-z_][\w-]{0,30}):(?!//)(?=\S)")
_NEXT = late_pattern(r"\s*(?:[,\]}]|\s#|$)")
_NEXT_OR_NAMED = late_pattern(r"\s*(?:[,\]}:]|\s#|$)")
_EDIT_LIMIT = 1_000
_TOO_LONG = Remark(0, "entry-size", "This list is too long to be read.", fix="Keep what matters.")
_CLOSES = {"[": "]", "{": "}"}


def bracketed_value(text: str) -> Value | None:
    """Read a list or facts in brackets; None when the brackets are never closed."""
    scan = _Scan(text)
    while scan.at < len(text) and len(scan.edits) <= _EDIT_LIMIT:
        if scan.step() and not scan.open:
            return Value(scan.at, tuple(scan.edits), tuple(scan.remarks))
    return None if scan.at >= len(text) else Value.nothing(text, _TOO_LONG)


class _Scan(Struct):
    """One walk over the text, from its opening bracket to the one that closes it."""

    text: str
    at: int = 0
    open: list[str] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    has_piece: bool = False
    """Whether something stands before the next comma."""

    def step(self) -> bool:
        """Go over one bracket, comma or piece; say whether it was a closing bracket."""
        self._gap()
        mark = self.text[self.at : self.at + 1]
        if mark in _CLOSES:
            self._enter(mark)
        elif self.open and mark == _CLOSES[self.open[-1]]:
            self.open.pop()
            self._pass(1, has_piece=True)
            return True
        elif mark == ",":
            self._comma()
        elif mark:
            self._piece()
        return False

    def _gap(self) -> None:
        found = _GAP.match(self.text, self.at)
        if found and not found[0].isascii():
            self.edits.append(Edit(self.at, found.end(), re.sub(r"[^\n]", " ", found[0])))
        self.at = found.end() if found else self.at

    def _pass(self, length: int, *, has_piece: bool) -> None:
        self.at += length
        self.has_piece = has_piece

    def _enter(self, mark: str) -> None:
        self.open.append(mark)
        self._pass(1, has_piece=False)

    def _comma(self) -> None:
        # A comma too many has nothing before it: only one reading is possible.
        if not self.has_piece:
            self.edits.append(Edit(self.at, self.at + 1, " "))
        self._pass(1, has_piece=False)

    def _piece(self) -> None:
        if self.text[self.at] in "\"'" and self._quoted_piece():
            return
        if self.open[-1] == "{" and not self.has_piece:
            self._name()
        else:
            self._words()

    def _quoted_piece(self) -> bool:
        pattern = DOUBLE_QUOTED if self.text[self.at] == '"' else SINGLE_QUOTED
        found = pattern.match(self.text, self.at)
        if found is None:
            is_word = starts_with_apostrophe(self.text[self.at : self.at + 12])
            return not is_word and self._unclosed_piece()
        ahead = _NEXT_OR_NAMED if self.open[-1] == "{" else _NEXT
        if not ahead.match(self.text, found.end()):
            return False
        self._pass(len(found[0]), has_piece=True)
        if self.text[self.at : self.at + 1] == ":":
            self._pass(1, has_piece=True)
        return True

    def _unclosed_piece(self) -> bool:
        mark = self.text[self.at]
        found = _PIECE.match(self.text, self.at + 1)
        end = found.end() if found else self.at + 1
        words = self.text[self.at : end].rstrip()
        message = f"The quotation mark {mark} is never closed."
        self._say("quotes-closed", message, words + mark, self.at + len(words))
        self._replace(end, quoted(words[1:]))
        return True

    def _name(self) -> None:
        if found := _NAME.match(self.text, self.at):
            self._pass(len(found[0]), has_piece=True)
        elif found := _NAME_WITHOUT_GAP.match(self.text, self.at):
            self._replace(found.end(), found[0] + " ")
        else:
            self._words()

    def _words(self) -> None:
        found = _PIECE.match(self.text, self.at)
        if found is None:
            self._pass(1, has_piece=True)
            return
        words = found[0].rstrip(EDGES + "\n")
        end = self.at + len(words)
        meant = without_curly_marks(words.lstrip(EDGES))
        if meant != words or NEEDS_QUOTES.match(words):
            self._remark(words, end)
            self._replace(end, quoted(meant))
        else:
            self._pass(len(words), has_piece=True)

    def _replace(self, end: int, text: str) -> None:
        self.edits.append(Edit(self.at, end, text))
        self._pass(end - self.at, has_piece=True)

    def _remark(self, words: str, end: int) -> None:
        if RESERVED.fullmatch(words):
            message, typed = refused_words(words)
            self._say("plain-words", message, typed, end)
        elif found := re.search(r"(?:^|\s)(#\S.*)", words):
            message = f"“{shortened(found[1])}” was read as part of the text, not as a remark."
            self._say("hash-in-text", message, quoted_for_people(words), end)

    def _say(self, rule: str, message: str, typed: str, end: int) -> None:
        if len(self.remarks) < SHOWN_AT_MOST:
            level = Level.NOTE if rule == "hash-in-text" else Level.ERROR
            instead = _on_one_line(self.text[: self.at] + typed + self.text[end:])
            self.remarks.append(Remark(self.at, rule, message, instead, level=level))


def _on_one_line(text: str) -> str:
    return "" if "\n" in text else text
