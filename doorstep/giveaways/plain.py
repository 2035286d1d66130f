"""Words as they were typed -> the ways in which somebody may read them."""

from __future__ import annotations

import re
import unicodedata

from doorstep.legible_letters import decoded, seen
from doorstep.patterns import late_pattern

_LOOK_ALIKE = str.maketrans(
    "АВЕКМНОРСТУХІЅЈаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABEKMHOPCTYXISJaeopcyxisjABEZHIKMNOPTYXo",
)
"""Letters of other alphabets that nobody can tell from ours."""

_SMALL_CAPITALS = str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢº", "ABCDEFGHIJKLMNOPRSTUVWYZ°")
_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
_FLAGS = {0x1F1E6 + place: 65 + place for place in range(26)}
_WORD = late_pattern(r"\S+")
_LETTER_OR_DIGIT = late_pattern(r"[A-Za-z0-9]")
_EMPHASIS = late_pattern(r"[*~`\\]")
_LINK = late_pattern(r"!?\[([^\[\]]{0,200})\](?:\([^()]{0,300}\)|\[[^\[\]]{0,80}\])")
_REMARK = late_pattern(r"<!--|-->")
_TAG = late_pattern(r"<[^<>]{0,300}>")
_JOINT = late_pattern(r"(?<=\w)[-_/+=&|:.]+(?=\w)")
# What stands between letters is no letter itself: there would be too many ways to share them out.
_ONE_BY_ONE = late_pattern(r"(?<![^\W_])(?:[^\W_]{1,2}[\s.,_/:-]{1,3}){3,40}[^\W_]{1,2}(?![^\W_])")
_BETWEEN = late_pattern(r"[\W_]+")
_NUMBERS = """
    nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
    """.split()  # noqa: SIM905 - a list to be read as one
_NUMBER = {word: str(number) for number, word in enumerate(_NUMBERS)} | {
    "zero": "0",
    "thirty": "30",
}
_IN_WORDS = late_pattern(rf"\b(?:{'|'.join(_NUMBER)})\b", re.IGNORECASE)


def plain(words: str) -> str:
    """Return words as they look: no escapes, no unseen letters, no accents, our own digits."""
    read = decoded(words)
    if not read.isascii():
        for letters in (_FLAGS, _APOSTROPHES, _SMALL_CAPITALS):
            read = read.translate(letters)
        read = _as_seen(read)
    return read


def _as_seen(words: str) -> str:
    parts = unicodedata.normalize("NFKD", words)
    return _WORD.sub(_in_our_letters, "".join(map(seen, parts)))


def _in_our_letters(word: re.Match[str]) -> str:
    # A word that is Greek from end to end is Greek.
    return word[0].translate(_LOOK_ALIKE) if _LETTER_OR_DIGIT.search(word[0]) else word[0]


def readings(words: str) -> tuple[str, ...]:
    """Return the words as typed, as shown on the page, without joints, and with digits."""
    typed = _EMPHASIS.sub("", plain(words))
    shown = _TAG.sub("", _LINK.sub(r"\1", _REMARK.sub(" ", typed)))
    apart = _JOINT.sub(" ", shown)
    together = _ONE_BY_ONE.sub(lambda letters: _BETWEEN.sub("", letters[0]), shown)
    counted = _IN_WORDS.sub(lambda word: _NUMBER[word[0].lower()], apart)
    joined = _JOINT.sub(" ", typed) if typed != shown else apart
    return tuple(dict.fromkeys((typed, shown, apart, joined, together, counted)))


def spaced(name: str) -> str:
    """Return a name or an address in words: millRoad_14 as "mill Road 14"."""
    words = re.sub(r"[-_./+?=&#%@:]+", " ", plain(name))
    return re.sub(
        r"(?<=[a-z])(?=[A-Z])|(?<=[a-z]{3})(?=[0-9])|(?<=[0-9])(?=[A-Za-z]{3})", " ", words
    )
