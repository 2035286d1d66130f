"""A name and a value -> a line of a calendar, folded where it is long (RFC 5545, 3.1).

The lines that every event has are made here: icalendar takes ten times as long over them.
"""

from __future__ import annotations

LONGEST_PIECE = 74
"""Octets without the space that a folded line goes on with: 75 with it (3.1)."""

END = b"\r\n"
FOLD = END + b" "

NEVER_LAST = frozenset(rb"\^")
"""What belongs to the letter after it: some programs do not look for that on the next line."""

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text_line(name: str, words: str) -> bytes:
    r"""Return a line with words, every letter of them: a typed `\N` is not the end of a line."""
    return line(name, words.translate(_ESCAPES))


def line(name: str, value: str) -> bytes:
    """Return a line with a value as it stands in calendars."""
    left = f"{name}:{value}".encode()
    pieces = []
    while len(left) > LONGEST_PIECE:
        end = _end_of_piece(left)
        pieces.append(left[:end])
        left = left[end:]
    return FOLD.join((*pieces, left)) + END


def _end_of_piece(octets: bytes) -> int:
    """Return where a line may be folded: not within a letter (RFC 3629, 3)."""
    end = LONGEST_PIECE
    while octets[end] & 0xC0 == 0x80:
        end -= 1
    return end - 1 if octets[end - 1] in NEVER_LAST else end
