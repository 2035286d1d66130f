"""Words -> how long they are as a text message (3GPP TS 23.038), and whether one carries them."""

from __future__ import annotations

import unicodedata

LONGEST, LONGEST_OTHERWISE = 160, 70
"""Letters of one message in the alphabet every phone has; of one in any other alphabet."""

_USUAL = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'(),*+-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_OF_TWO = frozenset("^{}\\[~]|€\f")
"""Signs that take the room of two letters."""

_PLAINLY = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " "}
)


def as_text_message(words: str) -> str:
    """Return words in letters that every phone has, as far as they have such letters."""
    return "".join(_plain(letter) for letter in words.translate(_PLAINLY))


def _plain(letter: str) -> str:
    """Return a letter, without its accent where that would make the whole message longer."""
    if letter in _USUAL or letter in _OF_TWO:
        return letter
    bare = unicodedata.normalize("NFD", letter)[0]
    return bare if bare in _USUAL else letter


def fits_one_message(words: str) -> bool:
    """Say whether words go out as one text message, and not as two."""
    if all(letter in _USUAL or letter in _OF_TWO for letter in words):
        return sum(2 if letter in _OF_TWO else 1 for letter in words) <= LONGEST
    return len(words.encode("utf-16-le")) // 2 <= LONGEST_OTHERWISE
