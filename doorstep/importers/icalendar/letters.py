"""The bytes of a calendar file -> its text, and what has to be said about its letters."""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from doorstep.importers.decoding import decoded
from doorstep.importers.icalendar.reasons import NotACalendar
from doorstep.importers.tables import NotATable

LARGEST = 5_000_000
"""Bytes; the calendar of a large city's libraries has a tenth of this."""

LOST = "\ufffd"
"""Stands where a letter could not be read (Unicode's replacement character)."""

_EXPORT = "Save the calendar as an .ics file, and import that."
_UNPACK = "Unpack it first, and import the .ics files that are in it."
_FEW = 5
_STRAY = 50
"""One octet in so many, at most, is a nought by mistake."""

_CUT_LETTER = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})((?:\r\n|\n|\r)[ \t])([\x80-\xbf]{1,3})")


class Letters(Struct, frozen=True):
    """The text of a file."""

    text: str
    """Without letters that could not be read."""
    remarks: tuple[tuple[int, str], ...] = ()
    """What a person should know about its letters, each with its line."""


def read_letters(raw: bytes) -> Letters:
    """Return the text of a calendar file, or raise NotACalendar."""
    if len(raw) > LARGEST:
        fix = "Ask for one without past years, or for several smaller ones."
        raise NotACalendar("This file is larger than 5 MB.", fix)
    if raw.startswith(b"PK\x03\x04"):
        raise NotACalendar("This is a packed file (zip) and not a calendar.", _UNPACK)
    if not raw.strip():
        raise NotACalendar("There is nothing in this file.", _EXPORT)
    return _read(_with_noughts_as_lost(raw) if _is_utf8(raw) else _with_whole_letters(raw))


def _with_noughts_as_lost(raw: bytes) -> bytes:
    """Return a file with stray noughts marked as letters that could not be read.

    Of UTF-16, which looks like UTF-8 with noughts in it, about half are noughts.
    """
    is_stray = raw.count(b"\0") * _STRAY < len(raw)
    return raw.replace(b"\0", LOST.encode()) if is_stray else raw


def _with_whole_letters(raw: bytes) -> bytes:
    """Return a file with the folds that cut a letter of UTF-8 in two moved behind that letter.

    Many programs fold after so many octets (RFC 5545, 3.1); no line changes its number.
    """
    whole = _CUT_LETTER.sub(rb"\1\3\2", raw)
    return whole if _is_utf8(whole) or _is_damaged_utf8(whole) else raw


def _read(raw: bytes) -> Letters:
    if _is_damaged_utf8(raw):
        return _without_lost(raw.decode("utf-8", errors="replace"), ())
    try:
        text = decoded(raw)
    except NotATable as reason:
        raise NotACalendar(reason.message, _EXPORT) from None
    if _is_utf8(raw) or raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _without_lost(text, ())
    said = "This file is not UTF-8; it was read as Windows-1252. Check letters such as é and ’."
    return _without_lost(text, ((1, said),))


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged_utf8(raw: bytes) -> bool:
    """Say whether most letters beyond ASCII are good UTF-8 although some are not.

    In Windows-1252 hardly two such letters stand side by side so as to make one of UTF-8.
    """
    if _is_utf8(raw) or b"\0" in raw:
        return False
    letters = [letter for letter in raw.decode("utf-8", errors="replace") if letter > "\x7f"]
    return letters.count(LOST) * 2 < len(letters)


def _without_lost(text: str, remarks: tuple[tuple[int, str], ...]) -> Letters:
    if LOST not in text:
        return Letters(text, remarks)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    told = [number for number, line in enumerate(lines, start=1) if LOST in line]
    said = "Some letters here could not be read, and are left out. Check the words."
    more = tuple((number, said) for number in told[:_FEW])
    return Letters(text.replace(LOST, ""), (*remarks, *more))
