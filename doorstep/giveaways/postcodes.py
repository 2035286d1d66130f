"""The ways in which people write a postcode, on purpose or to make it harder to find."""

from __future__ import annotations

from doorstep.giveaways.patterns import any_of

_APART = r"[\s.,-]{0,3}"
_FIRST_HALF = r"[A-Z]{1,2}[0-9]{1,2}[A-Z]?"
_NO_POSTCODE = r"U3A|A[1-6]\b|B12"
_OF_A_TIME = r"(?:am|pm|(?-i:st|nd|rd|th))\b"
_SAYS_WHICH = r"(?:(?:is|are|starts?|begins?|with|ends?|was|area)\W{1,3}){0,2}"

POSTCODES = any_of(
    # AB1 2CD; “Room G8 3pm” and “G8 1st” are none.
    rf"\b[a-z]{{1,2}}[0-9][a-z0-9]?[\W_]{{0,4}}[0-9](?!{_OF_A_TIME})[a-z]{{2}}\b",
    # A B1 2 C D
    rf"(?-i:\b[A-Z](?:{_APART}[A-Z])?{_APART}[0-9](?:{_APART}[0-9A-Z])?{_APART}[0-9]{_APART}"
    rf"(?![AP][\s.]?M\b)[A-Z]{_APART}[A-Z]\b)",
    # ABI 2CD, with a letter in place of a digit
    r"(?-i:\b(?=[A-Z0-9Il ]{0,8}[0-9])[A-Z]{1,2}[0-9IlO][0-9A-Z]?\s?[0-9IlO](?!AM|PM)[A-Z]{2}\b)",
    # 2CD AB1
    rf"(?-i:\b[0-9][A-Z]{{2}}\s{_FIRST_HALF})\b",
    # AB1 2
    rf"(?-i:\b(?!{_NO_POSTCODE})[A-Z]{{1,2}}[0-9]{{1,2}}[A-Z]?\s[0-9]\b)(?!\s?(?:[ap]m|[0-9:.]))",
    # The first half alone says little, unless the words around it say what it is.
    rf"\bpost ?codes?\b\W{{0,3}}{_SAYS_WHICH}{_FIRST_HALF}\b",
    rf"\b(?:in|near|around)\s+(?-i:(?!{_NO_POSTCODE}){_FIRST_HALF})\b(?!\s?[ap]m)",
    r"\bpost ?code\s*(?:is|=|:)\s*(?!not\b)\w",
    # Eircodes, and the codes of some other countries
    r"\b[AC-FHKNPRTV-Y][0-9][0-9W][\s-]?(?=[A-Z]{0,3}[0-9])[0-9AC-FHKNPRTV-Y]{4}\b",
    r"(?-i:\b[0-9]{5}\s[A-Z][a-z]{2,}|\b[A-Z][0-9][A-Z]\s?[0-9][A-Z][0-9]\b)|\bBFPO\b",
)
