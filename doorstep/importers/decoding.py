"""The bytes of a file, as spreadsheets really save them -> text."""

from __future__ import annotations

import codecs

from doorstep.importers.tables import NotATable

LARGEST = 50_000_000
"""Bytes; a list of a neighbourhood is far smaller."""

_NOT_LISTS = {
    b"PK\x03\x04": "an Excel workbook or another packed file",
    b"\xd0\xcf\x11\xe0": "an older Excel workbook",
    b"%PDF": "a PDF",
}
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_SAVE_AS = "Open it in the spreadsheet, choose Save as, and take “CSV UTF-8”."


def decoded(raw: bytes) -> str:
    """Return the text of a file, or raise NotATable.

    A byte order mark decides; without one it is UTF-8 if it can be, then UTF-16 if every
    other byte is nought, then cp1252, which is what older Excel saves as "CSV".
    """
    if len(raw) > LARGEST:
        raise NotATable("This file is larger than 50 MB.", "Split it into several lists.")
    for start, name in _NOT_LISTS.items():
        if raw.startswith(start):
            raise NotATable(f"This is {name} and not plain text.", _SAVE_AS)
    text = _text(raw)
    if "\0" in text:
        raise NotATable("This file is not text.", _SAVE_AS)
    return text


def _text(raw: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return raw.decode(_wide(raw), errors="replace") if "\0" in text else text


def _wide(raw: bytes) -> str:
    """Return the UTF-16 that puts the noughts of Western letters where they are."""
    first, second = raw[0::2].count(0), raw[1::2].count(0)
    if max(first, second) < len(raw) / 4:
        raise NotATable("This file is not text.", _SAVE_AS)
    return "utf-16-be" if first > second else "utf-16-le"
