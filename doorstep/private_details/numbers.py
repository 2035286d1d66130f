"""Words -> the numbers in them that one person has for life, and where each begins.

NHS numbers: NHS Data Dictionary, “NHS NUMBER”: ten figures, the last a check by modulus 11. In
Scotland the CHI number begins with the day of birth (Public Health Scotland, “CHI number”).
National Insurance numbers: HM Revenue & Customs, National Insurance Manual, NIM39110.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.agreements import Detail
from doorstep.patterns import late_pattern
from doorstep.private_details.legible import GAP, line_at

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEN = rf"(?:{GAP}[0-9]){{9}}(?![0-9A-Za-z])"
_TEN_FIGURES = late_pattern(rf"[0-9](?<![0-9A-Za-z+][0-9])(?=({_TEN}))")
_NAMED_TEN = late_pattern(
    rf"\b(?:nhs|chi|h&c)[\s_-]*(?:number|num|no)\b[^0-9]{{0,12}}[0-9](?=({_TEN}))", re.IGNORECASE
)
_IN_NAMES = ("nhs", "chi", "h&c")
_NAMES = late_pattern(r"[Nn][Hh][Ss]|[Cc][Hh][Ii]|H&C")
_WEIGHTS = range(10, 0, -1)
_LOWEST_NHS = 32
"""NHS numbers begin after the last that a day of birth could: 31 12 99."""
_BORN_FIRST = late_pattern(r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{6}")
_IN_GROUPS = late_pattern(r"[0-9]{3}\D+[0-9]{3}\D+[0-9]{4}")
_AS_CHI = late_pattern(r"[0-9]{6}\D*[0-9]{4}")

_SAID_TO_BE = late_pattern(r"\b(?:NHS|nhs|CHI|H&C)\b[^0-9]{0,12}$")
_OF_ANOTHER_KIND = late_pattern(
    r"(?:\b(?:tel|telephone|phones?|mob|mobile|text|call|ring|dial|fax|whatsapp|sms|id|ref|reference"
    r"|isbn|issn|ean|barcode|uprn|charity|company|invoice|order|item)\b[^0-9\n]{0,12}"
    r"|(?:://|www\.|[=@])\S*|\bimg[\s_-]{0,2})$",
    re.IGNORECASE,
)
_IN_A_FILE = late_pattern(r"photos/\S*$")
_RUNS_ON = late_pattern(r"[0-9][)\]]?[\s.-]{0,2}$")
_GOES_ON = late_pattern(r"[\s.-]{1,2}[0-9]")
_BEFORE = 60
"""Letters before a number that may say what it is."""

_PREFIX = rf"(?!(?:BG|GB|KN|NK|NT|TN|ZZ))[A-CEGHJ-PR-TW-Z]{GAP}[A-CEGHJ-NPR-TW-Z]"
_SIX_OR_MORE = late_pattern(rf"[0-9](?>(?:{GAP}[0-9]){{5,}})")
_LETTER = late_pattern(rf"{GAP}[A-Da-d](?![A-Za-z0-9])")
_SIX_AND_A_LETTER = rf"[0-9](?:{GAP}[0-9]){{5}}{_LETTER.pattern}"
_NATIONAL_INSURANCE = late_pattern(
    rf"(?<![A-Za-z0-9])(?:{_PREFIX}{GAP}{_SIX_AND_A_LETTER}"
    # In small letters a word may stand before figures and after them: at 10 20 30 a bus goes.
    rf"|(?i:{_PREFIX}{GAP}{_SIX_AND_A_LETTER})(?!\s+[a-z]))"
)

_SORT_CODE = rf"(?<![0-9])[0-9]{{2}}{GAP}[0-9]{{2}}{GAP}[0-9]{{2}}(?![0-9])"
_ACCOUNT = rf"(?<![0-9])[0-9]{{4}}{GAP}[0-9]{{4}}(?![0-9])"
_BANK = late_pattern(
    rf"\bsort[\s-]?code\b[^0-9]{{0,20}}{_SORT_CODE}[^0-9]{{0,60}}{_ACCOUNT}"
    rf"|{_ACCOUNT}[^0-9]{{0,40}}\bsort[\s-]?code\b[^0-9]{{0,20}}{_SORT_CODE}",
    re.IGNORECASE,
)
_PASSPORT = late_pattern(
    rf"\bpassport\b[^0-9\n]{{0,16}}[0-9](?:{GAP}[0-9]){{8}}(?![0-9])", re.IGNORECASE
)


def numbers_in(text: str) -> Iterator[tuple[int, Detail]]:
    """Yield each number of one person, after the line that it begins on."""
    found = ((start, detail) for detail, starts in _FINDERS.items() for start in starts(text))
    yield from ((line_at(text, start), detail) for start, detail in found)


def nhs_numbers(text: str) -> Iterator[int]:
    """Yield where each NHS number begins, in England, Wales and Northern Ireland, or CHI number."""
    words = text.lower()
    is_said = any(name in words for name in _IN_NAMES) and _NAMES.search(text) is not None
    named = {found.end() - 1 for found in _NAMED_TEN.finditer(text)} if is_said else ()
    for found in _TEN_FIGURES.finditer(text):
        typed = found[0] + found[1]
        is_named = found.start() in named
        if is_named or _stands_for_a_person(text, typed, found.start(), is_said):
            yield found.start()


def _stands_for_a_person(text: str, typed: str, start: int, is_said: bool) -> bool:
    """Say whether ten figures that nothing much is said of can only be an NHS number.

    `is_said` is whether the text says anywhere what such numbers are called.
    """
    figures = re.sub(r"[^0-9]", "", typed)
    if not is_checked(figures):
        return False
    before = text[max(0, start - _BEFORE) : start]
    if is_said and _SAID_TO_BE.search(before):
        return True
    if int(figures[:2]) < _LOWEST_NHS and not _is_chi(typed, figures):
        return False
    if _OF_ANOTHER_KIND.search(before) or _RUNS_ON.search(before):
        return False
    if typed.isdecimal() and _IN_A_FILE.search(before):
        return False  # a camera counts its photos
    goes_on = _GOES_ON.match(text, start + len(typed))
    return goes_on is None or _IN_GROUPS.fullmatch(typed) is not None


def _is_chi(typed: str, figures: str) -> bool:
    return bool(_BORN_FIRST.fullmatch(figures) and _AS_CHI.fullmatch(typed))


def is_checked(figures: str) -> bool:
    """Say whether the last of ten figures is the check by modulus 11 of the others."""
    weighted = sum(int(figure) * weight for figure, weight in zip(figures, _WEIGHTS, strict=True))
    return weighted % 11 == 0


def _national_insurance_numbers(text: str) -> Iterator[int]:
    # Few texts have a letter after as many figures, and what begins with a figure is found soonest.
    if any(_LETTER.match(text, six.end()) for six in _SIX_OR_MORE.finditer(text)):
        yield from (found.start() for found in _NATIONAL_INSURANCE.finditer(text))


def _bank_accounts(text: str) -> Iterator[int]:
    if "sort" in text.lower():
        yield from (found.start() for found in _BANK.finditer(text))


def _passport_numbers(text: str) -> Iterator[int]:
    if "passport" in text.lower():
        yield from (found.start() for found in _PASSPORT.finditer(text))


_FINDERS = {
    Detail.NHS_NUMBER: nhs_numbers,
    Detail.NATIONAL_INSURANCE_NUMBER: _national_insurance_numbers,
    Detail.BANK_ACCOUNT: _bank_accounts,
    Detail.PASSPORT_NUMBER: _passport_numbers,
}
