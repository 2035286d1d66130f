"""Words in any script -> the plain words they are looked for by: no case, accents or marks.

The same folding is done in the browser to what is typed, and a test compares the two.
"""

from __future__ import annotations

import unicodedata

from doorstep.patterns import late_pattern

_SPELT_OUT = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
}
"""Letters that Unicode does not take apart."""

_LEFT_OUT = [
    *range(0x300, 0x370),
    # Arabic vowel marks, which most people leave out, and the stroke that only stretches a word.
    *(*range(0x64B, 0x660), 0x670, 0x640),
    # Marks of no width, and the hyphen that shows only at the end of a line.
    *(*range(0x200B, 0x2010), 0xAD),
]

_FOLDS = str.maketrans(_SPELT_OUT) | dict.fromkeys(_LEFT_OUT)

_BETWEEN = (
    r"\x00-/:-@\[-`{-\x7f\xa0-\xbf×÷\u02c2-\u02ff\u0964\u0965\u060c\u061b\u061f\u06d4"
    r"\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u3000-\u303f\ufe0f\ufe30-\ufe4f"
    r"\U0001f000-\U0001faff"
)
"""What stands between words: marks, signs and pictures. Everything else is in a word."""

_APOSTROPHE = late_pattern(rf"(?<=[^{_BETWEEN}])['’‘ʼ`](?=[^{_BETWEEN}])")
_WORD = late_pattern(rf"[^{_BETWEEN}]+")


def folded_words(text: str) -> list[str]:
    """Return the words of a text as they are looked for, in order: St Anne’s is st annes."""
    if text.isascii():
        plain = text.lower()
    else:
        plain = unicodedata.normalize("NFKD", text).lower().translate(_FOLDS)
    return _WORD.findall(_APOSTROPHE.sub("", plain))


def folded_text(text: str) -> str:
    """Return a text as its folded words with a space between them."""
    return " ".join(folded_words(text))
