"""The words of a calendar -> the same without phone numbers, e-mail addresses and pass codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct

_EMAIL = re.compile(
    r"(?<![\w.%+-])(?:mailto:\s*)?[\w.!#$%&'*+/=?^{|}~-]{1,64}\s?"
    r"(?:@|\((?:at|@)\)|\[(?:at|@)\]|\{(?:at|@)\})\s?"
    r"[\w-]{1,63}(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\w-]{1,63}){1,6}",
    re.IGNORECASE,
)
_SPOKEN_EMAIL = re.compile(
    r"(?<![\w.%+-])[\w.+-]{1,64}\s(?:at|@)\s[\w-]{1,63}(?:\s(?:dot|\.)\s[\w-]{1,63}){1,6}",
    re.IGNORECASE,
)
_PASS_CODE = re.compile(
    r"\*\d{4,12}#|\b(?:pass ?code|pass ?word|access code)\b\s{0,3}[:=]\s{0,3}[^\s<>(]{3,64}"
    r"|\bpin\b\s{0,3}[:=]\s{0,3}\d{3,12}",
    re.IGNORECASE,
)
_PASS_CODE_IN_LINK = re.compile(r"([?&])pwd=[^\s&<>\"']+(&?)", re.IGNORECASE)
_MESSENGER = re.compile(
    r"(?:https?://)?(?:wa\.me|(?:api|chat)\.whatsapp\.com)/[^\s<>\"')]*", re.IGNORECASE
)
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"']*", re.IGNORECASE)
_DAY_OR_TIME = re.compile(
    r"(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2}[.:]\d{2})(?!\d)"
    r"|[£$€]\s?[\d.,]+|(?<!\d)(?:19|20)\d{2}\s?[-–]\s?(?:19|20)?\d{2}(?!\d)"
)
_FIGURES = re.compile(r"(?<![\w])(?:\+|\(\+?)?\d(?:[\s()./_|~*·•\u2010-\u2015-]{0,3}\d){5,60}")
_CALLED = re.compile(
    r"\b(?:ring|call|phone|tel|telephone|mob|mobile|text|sms|whats ?app|fax|contact)\b\W{0,3}"
    r"(?:\w+\W{1,3}){0,5}$",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"[0-9]{3,4}[ .-][0-9]{4}")
_YEARS_OR_TIMES = re.compile(
    r"(?:19|20)[0-9]{2}.(?:19|20)[0-9]{2}|(?:[01][0-9]|2[0-3])[0-5][0-9]-(?:[01][0-9]|2[0-3])[0-5][0-9]"
)
_HIDDEN = "\x00"
_FEWEST_FIGURES = 7
_FULL_WIDTH = {0xFF10 + figure: str(figure) for figure in range(10)} | {0xFF0B: "+", 0xFF20: "@"}


class Discreet(Struct, frozen=True):
    """Words that may be published."""

    text: str
    left_out: tuple[str, ...]
    """What was taken out of them, such as a phone number."""


@lru_cache(maxsize=256)
def without_personal_details(text: str) -> Discreet:
    """Return words with a remark where a phone number, an e-mail address or a pass code stood."""
    found: list[str] = []
    plain = text.translate(_FULL_WIDTH)
    if _PASS_CODE_IN_LINK.search(plain):
        found.append("a pass code")
        plain = _PASS_CODE_IN_LINK.sub(lambda link: link[1] if link[2] else "", plain)
    plain = _PASS_CODE.sub(_remark("a pass code", found), plain)
    plain = _EMAIL.sub(_remark("an e-mail address", found), plain)
    plain = _SPOKEN_EMAIL.sub(_remark("an e-mail address", found), plain)
    plain = _MESSENGER.sub(_remark("a phone number", found), plain)
    for start, end in reversed(list(_phone_spans(plain))):
        plain = f"{plain[:start]}{_remark('a phone number', found)(None)}{plain[end:]}"
    return Discreet(plain if found else text, tuple(dict.fromkeys(found)))


def _remark(what: str, found: list[str]) -> Callable[[re.Match[str] | None], str]:
    def remark(_: re.Match[str] | None) -> str:
        found.append(what)
        return f"({what.partition(' ')[2]} left out)"

    return remark


def _phone_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where phone numbers stand; days, times, prices and web addresses are none."""
    masked = text
    for pattern in (_WEB, _DAY_OR_TIME):
        masked = pattern.sub(lambda match: _HIDDEN * len(match[0]), masked)
    for run in _FIGURES.finditer(masked):
        figures = re.sub(r"\D", "", run[0])
        before = masked[max(run.start() - 60, 0) : run.start()]
        if _CALLED.search(before) or _is_phone(run[0].lstrip("("), figures):
            yield run.span()


def _is_phone(written: str, figures: str) -> bool:
    """Say whether figures are a phone number; long numbers that might be one count as one."""
    if len(figures) < _FEWEST_FIGURES:
        return False
    if written.startswith("+") or figures.startswith("00"):
        return True
    # Two numbers may stand side by side with only a space between them.
    if figures.startswith("0"):
        return len(figures) >= 9
    if len(figures) in (7, 8):
        return _LOCAL.fullmatch(written) is not None and not _YEARS_OR_TIMES.fullmatch(written)
    return 10 <= len(figures) <= 12
