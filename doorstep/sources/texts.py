"""The bytes of a file -> its lines, or in plain words why they are not text."""

from __future__ import annotations

import codecs
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.limits import FILE, KB, SHOWN_AT_MOST
from doorstep.patterns import late_pattern
from doorstep.problems import Level
from doorstep.sources.marks import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE_LIMIT = FILE.most * KB
"""Bytes."""

CONTROL = late_pattern("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no keyboard types and no page can show."""

BLANKS = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
)
UNSEEN = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Marks of no width: welcome inside words in some scripts, never meant at the ends."""

EDGES = BLANKS + UNSEEN

# Old Unicode line breaks: editors show them as spaces or not at all, so they must not move lines.
_QUIET_BREAKS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})

_MAGIC = (
    (b"PK\x03\x04", "a zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint document"),
    (b"{\\rtf", "a document with its layout (RTF)"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF89a", "a picture"),
    (b"\0\0\0", "a picture or a recording"),
    (b"\x1f\x8b", "a packed file"),
)
_IN_ZIP = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel spreadsheet"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"opendocument.text", "a LibreOffice document"),
    (b"opendocument.spreadsheet", "a LibreOffice spreadsheet"),
)
_CONFLICT = "<<<<<<<"
_BYTE_ORDER_MARKS = late_pattern(rb"\A(?:\xef\xbb\xbf)+")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_SAVE_AS = (
    "Save the file as UTF-8. In Notepad: File, Save as, Encoding: UTF-8. "
    "In Word or LibreOffice: copy the words into Notepad first."
)


class Text(Struct, frozen=True):
    """A file's lines as near as they can be shown, and what was found on the way."""

    lines: tuple[str, ...]
    findings: list[Finding]


def as_text(raw: bytes) -> Text:
    """Return the lines of a file; an error among the findings says that they are not to be used."""
    if len(raw) > FILE_LIMIT:
        return _refused(FILE.rule, f"{FILE.exceeded()[:-1]}, so it was not read.", FILE.fix)
    raw = _BYTE_ORDER_MARKS.sub(b"", raw, count=1)
    if name := _other_than_text(raw):
        return _refused(
            "file-is-text",
            f"This is {name} and not text.",
            "Copy its words into a text file, and delete this one.",
        )
    return _decoded(raw)


def _refused(rule: str, message: str, fix: str) -> Text:
    return Text((), [Finding(1, 1, rule, message, fix)])


def _other_than_text(raw: bytes) -> str:
    name = next((name for magic, name in _MAGIC if raw.startswith(magic)), "")
    if name == "a zip file":
        return next((inner for mark, inner in _IN_ZIP if mark in raw), name)
    is_made_by_machine = not _is_utf16(raw) and raw.count(0) * 8 > len(raw.translate(None, b"\r\n"))
    return name or ("a file that only a program can read" if is_made_by_machine else "")


def _is_utf16(raw: bytes) -> bool:
    return raw.startswith(_UTF16) and not raw.startswith(_UTF32)


def _decoded(raw: bytes) -> Text:
    if _is_utf16(raw):
        return _from_utf16(raw)
    try:
        text = raw.decode()
    except UnicodeDecodeError as fault:
        return _not_utf8(raw, fault.start)
    return _checked(text, [])


def _from_utf16(raw: bytes) -> Text:
    try:
        text = raw.decode("utf-16").lstrip("\ufeff")
    except UnicodeDecodeError:
        return _refused("utf-8", "The letters of this file cannot be read.", _SAVE_AS)
    message = "The file is saved as UTF-16. It was read all the same."
    return _checked(text, [Finding(1, 1, "utf-8", message, _SAVE_AS, level=Level.NOTE)])


def _not_utf8(raw: bytes, position: int) -> Text:
    # cp1252 is what Windows programs in Britain write when they do not write UTF-8.
    before = _split(raw[:position].decode("cp1252", "replace"))
    lines = _split(raw.decode("cp1252", "replace"))
    line = lines[len(before) - 1].strip()[:120]
    message = f"Some letters cannot be read. This line may be meant to say “{line}”."
    finding = Finding(len(before), len(before[-1]) + 1, "utf-8", message, _SAVE_AS)
    return Text(tuple(lines), [finding])


def _checked(text: str, findings: list[Finding]) -> Text:
    # Of most files every letter can be shown, and none of them ends a line in another way.
    is_plain = text.replace("\n", "").isprintable()
    lines = tuple(text.split("\n") if is_plain else _split(text.translate(_QUIET_BREAKS)))
    if not any(line.strip(EDGES) for line in lines):
        return _refused("file-empty", "The file is empty.", "Fill it in, or delete it.")
    if not is_plain:
        findings.extend(islice(_control_characters(lines), SHOWN_AT_MOST))
    if _CONFLICT in text:
        findings.extend(islice(conflicts(lines), SHOWN_AT_MOST))
    return Text(lines, findings)


def _split(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _control_characters(lines: tuple[str, ...]) -> Iterator[Finding]:
    for number, line in enumerate(lines, 1):
        if found := CONTROL.search(line):
            yield Finding(
                number,
                found.start() + 1,
                "file-is-text",
                "There is a character on this line that is not text and cannot be shown.",
                "Type the line again. If there are many such lines, the file is not a text file.",
            )


def conflicts(lines: tuple[str, ...]) -> Iterator[Finding]:
    """Yield each place where two people's changes to the same lines stand side by side."""
    marks: list[int] = []
    for number, line in enumerate(lines, 1):
        if line.startswith(_CONFLICT):
            marks = [number]
        elif marks and (line.startswith("|||||||") or line.rstrip() == "======="):
            marks.append(number)
        elif len(marks) > 1 and line.startswith(">>>>>>>"):
            yield _conflict(marks[0], marks[1], marks[-1], number)
            marks = []


def _conflict(opening: int, first_ends: int, second_starts: int, closing: int) -> Finding:
    first = _lines(opening + 1, first_ends - 1)
    second = _lines(second_starts + 1, closing - 1)
    between = _lines(first_ends, second_starts)
    return Finding(
        opening,
        1,
        "conflict-marks",
        f"Two people changed the same lines: one wrote {first}, the other {second}.",
        f"Keep {first} or {second}, whichever is right. Then delete what is left between: "
        f"line {opening} (it starts <<<<<<<), {between} (=======) and line {closing} (>>>>>>>).",
    )


def _lines(first: int, last: int) -> str:
    if last < first:
        return "nothing"
    return f"line {first}" if first == last else f"lines {first} to {last}"
