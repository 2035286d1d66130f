"""A phone number as somebody typed it -> the same by the rules of its country, or nothing.

This is apart from contacts.py because the library knows the numbers of the whole world, which takes
a while to read, and most guides have only numbers that are written as the guide writes them.
"""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, ValidationResult


class NoNumber(ValueError):  # noqa: N818 - a name that reads as a sentence
    """These words are no phone number."""


def grouped(text: str, region: str) -> str | None:
    """Return a number with its figures grouped, or None when it has too few or too many."""
    number = _parsed(text, region)
    return _grouped(number, region) if _possible(number) and _reads_back(number, region) else None


def in_e164(text: str, region: str) -> str:
    """Return what a link dials: E.164, with ";ext=" as in RFC 3966."""
    number = _parsed(text, region)
    global_number = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return f"{global_number};ext={number.extension}" if number.extension else global_number


def _parsed(text: str, region: str) -> phonenumbers.PhoneNumber:
    try:
        return phonenumbers.parse(text, region)
    except NumberParseException as reason:
        raise NoNumber(text) from reason


def _reads_back(number: phonenumbers.PhoneNumber, region: str) -> bool:
    """Say whether the number as we write it is still the same number, with every zero it had."""
    written = _grouped(number, region)
    try:
        again = _parsed(written, region)
    except NoNumber:
        return False
    return _grouped(again, region) == written


def _possible(number: phonenumbers.PhoneNumber) -> bool:
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason != ValidationResult.IS_POSSIBLE:
        return False
    # All British numbers that start 02 or 07 have eleven figures; the library lets ten pass.
    national = phonenumbers.national_significant_number(number)
    return number.country_code != 44 or national[0] not in "27" or len(national) == 10


def _grouped(number: phonenumbers.PhoneNumber, region: str) -> str:
    home = number.country_code == phonenumbers.country_code_for_region(region)
    style = PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL
    return in_threes(phonenumbers.format_number(number, style))


def in_threes(text: str) -> str:
    """Part six figures in a row, which are hard to read out: 01632 960 123."""
    return re.sub(r"(?<![0-9])([0-9]{3})([0-9]{3})(?![0-9])", r"\1 \2", text)
