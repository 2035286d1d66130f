"""Words -> whether they hold a name that nobody knows to be harmless, of a person or a place."""

from __future__ import annotations

import re

from doorstep.giveaways.common_names import FIRST_NAMES, FIRST_NAMES_AND_WORDS
from doorstep.giveaways.countries import COUNTRIES, LANGUAGES
from doorstep.giveaways.ordinary import ORDINARY, is_ordinary, plain_word
from doorstep.giveaways.patterns import CAPITAL
from doorstep.giveaways.plain import plain, readings
from doorstep.patterns import late_pattern

A_NAME = "what may be a surname or a place"

_KNOWN = FIRST_NAMES | FIRST_NAMES_AND_WORDS
_PEOPLES = COUNTRIES | LANGUAGES
_NOWHERE = frozenset(
    """
    advent allah bible breathe change comic courage eight eleven five four freedom god government
    grow hand heal heart internet islam jesus kindness koran lent life mass nine parliament quran
    recovery remain sabbath seven side silence six state survivors talking ten three torah trauma
    trust twelve two world
    """.split()  # noqa: SIM905 - a list to be read as one
)
"""What has a capital after “in” or “of” now and then, as in a title, and is nowhere to meet."""

_KNOWN_NOWHERE = _KNOWN | _PEOPLES | _NOWHERE
_LONG = rf"{CAPITAL}[\w'-]{{2,30}}"
_TWO = late_pattern(rf"(?<![\w'])(?=({_LONG}),?\s+({CAPITAL}[\w'-]{{0,30}})(?!\w))")
_SOMEWHERE = late_pattern(
    r"\b(?:in|at|near|behind|outside|opposite|beside|above|below|next to|off|inside|under|past"
    rf"|facing|by|round|via|to|from|of|the|over|towards?)\s+({_LONG})"
)
_LONG_WORDS = late_pattern("|".join(sorted(word for word in ORDINARY if len(word) > 3)))
_FREE_MAIL = late_pattern(
    r"([\w.+-]{2,60})@(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|me|aol|btinternet|sky"
    r"|gmx|proton|protonmail|virginmedia|talktalk|msn)\.",
    re.IGNORECASE,
)
_ACCOUNT = late_pattern(
    r"(?:facebook\.com|fb\.me|fb\.com|instagram\.com|t\.me|x\.com|twitter\.com|tiktok\.com"
    r"|linkedin\.com/in|youtube\.com|threads\.net|wa\.me|snapchat\.com/add)/@?([\w.+-]{2,60})"
    r"|//([\w-]{2,60})\.(?:wordpress|blogspot|tumblr|substack|weebly|wixsite)\.com"
    r"|(?<![\w.])@(\w[\w.]{2,40})",
    re.IGNORECASE,
)
_SPELT = late_pattern(r"\s?[\[({]?\b(dot|at)\b[\])}]?\s?", re.IGNORECASE)
_MARKS = {"dot": ".", "at": "@"}


def has_strange_name(words: str) -> bool:
    """Say whether words hold a name, an account or a mailbox that may be somebody's own."""
    seen = plain(words)
    spelt = _SPELT.sub(lambda word: _MARKS[word[1].lower()], seen)
    accounts = (name for found in _ACCOUNT.findall(seen) for name in found if name)
    return (
        any(_is_own(name) for name in (*_FREE_MAIL.findall(spelt), *accounts))
        or any(_is_strange(pair) for text in readings(words) for pair in _TWO.findall(text))
        or any(_is_unknown(word) for text in readings(words) for word in _SOMEWHERE.findall(text))
    )


def _is_own(account: str) -> bool:
    return not _LONG_WORDS.search(account.lower())


def _is_strange(pair: tuple[str, str]) -> bool:
    first, last = pair
    if len(last) == 1:
        return not is_ordinary(first)
    # Zulu and Catalan are surnames as well, but not beside another language.
    if {plain_word(first), plain_word(last)} <= _PEOPLES:
        return False
    # “Find Asha” begins a sentence.
    return not is_ordinary(first, last) and plain_word(last) not in _KNOWN


def _is_unknown(word: str) -> bool:
    return not (plain_word(word) in _KNOWN_NOWHERE or is_ordinary(word) or word.isupper())
