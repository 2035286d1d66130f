"""Who answers the phone and who keeps the guide, as people say it -> HelpLine and Forum."""

from __future__ import annotations

import re
from datetime import date

from pydantic import ValidationError

from doorstep.config import Forum
from doorstep.fields import ReadingContext
from doorstep.help_lines import HelpLine
from doorstep.new_guide.wrong_answers import NotUnderstood, first_of, no_longer_than, shown

LONGEST_NAME = 65
"""Letters of a name: it has to fit a heading (conventions, 1.1)."""

LONGEST_LINE = 200
"""Letters of what stands beside a name."""

FEWEST_FIGURES = 9
"""Of a telephone number with its area; 10.30 to 12.30 has fewer."""

_WAY = r"(?:text|sms|phone|telephone|tel|ring|call|mobile)\b\.?"
_PHONE = re.compile(
    rf"(?:\b(?:or |and )?(?P<how>{_WAY}(?:\s*(?:or|and|/|&|,)\s*{_WAY})*)\s*:?\s*)?"
    r"(?:\b(?:to|on|is)\s+)?"
    r"(?P<number>(?<![0-9])\+?\(?[0-9][0-9 ()./-]{5,30}[0-9]"
    r"(?:\s*(?:ext|extension|x)\.?\s*[0-9]+)?)",
    re.IGNORECASE,
)
_EDGES = " \t,;:–—-"
_FOR_MESSAGES = re.compile(r"text|sms", re.IGNORECASE)

_FIX = (
    "Write who answers, the number, and when, with commas between, such as: "
    "Elm Park forum, 01632 960 123, Monday to Friday, 10am to 4pm"
)


def read_help_line(answer: str) -> HelpLine:
    """Return who answers, on which number, and when; a number to text has the word before it."""
    numbers = [found for found in _PHONE.finditer(answer) if _is_number(found["number"])]
    phones = [found for found in numbers if _ways(found) != {"text"}]
    texts = [found for found in numbers if "text" in _ways(found)]
    if texts and not phones:
        raise NotUnderstood(f"{shown(answer)} has a number for messages, and none to phone. {_FIX}")
    if not phones:
        raise NotUnderstood(f"There is no phone number in {shown(answer)}. {_FIX}")
    if len(phones) > 1 or len(texts) > 1:
        fix = "Leave one to phone, and write the word “text” before one for messages."
        raise NotUnderstood(f"{shown(answer)} has more numbers than one. {fix}")
    name = answer[: numbers[0].start()].rstrip(f"{_EDGES}(").lstrip(_EDGES)
    if not name:
        raise NotUnderstood(f"{shown(answer)} does not say who answers. {_FIX}")
    told = {
        "name": no_longer_than(LONGEST_NAME, "The name of who answers", name),
        "phone": phones[0]["number"],
        "text": texts[0]["number"] if texts else "",
        "times": no_longer_than(LONGEST_LINE, "When they answer", _after(answer, numbers)),
    }
    try:
        return HelpLine.model_validate(told, context=ReadingContext(date.min))
    except ValidationError as reasons:
        raise NotUnderstood(f"{first_of(reasons)} {_FIX}") from None


def _is_number(found: str) -> bool:
    return sum(letter.isdigit() for letter in found) >= FEWEST_FIGURES


def _ways(found: re.Match[str]) -> set[str]:
    """Return what a number is for: to phone, for messages, or both."""
    words = re.findall(r"\b(?!or\b|and\b)[a-z]+", (found["how"] or "phone").casefold())
    return {"text" if _FOR_MESSAGES.match(word) else "phone" for word in words}


def _after(answer: str, numbers: list[re.Match[str]]) -> str:
    """Return what is said after the first number, without the other."""
    ends = [*(found.start() for found in numbers[1:]), len(answer)]
    pieces = (answer[one.end() : end] for one, end in zip(numbers, ends, strict=True))
    # A number in brackets leaves one of them behind.
    return ", ".join(filter(None, (piece.lstrip(f"{_EDGES})").rstrip(_EDGES) for piece in pieces)))


_FORUM_FIX = (
    "Write the name of the group that keeps the guide, a colon, and first names, such as: "
    "Elm Park forum: Sam, Priya and Leon"
)


def read_forum(answer: str) -> Forum:
    """Return who keeps the guide: a name, then a colon or a comma, then first names."""
    name, colon, people = answer.partition(":")
    if not colon:
        name, _, people = answer.partition(",")
    told = {
        "name": no_longer_than(LONGEST_NAME, "The name of the forum", name.strip(_EDGES)),
        "people": no_longer_than(LONGEST_LINE, "The list of people", people.strip(_EDGES)),
    }
    if not told["name"]:
        raise NotUnderstood(f"{shown(answer)} does not say who keeps the guide. {_FORUM_FIX}")
    try:
        return Forum.model_validate(told)
    except ValidationError as reasons:
        raise NotUnderstood(f"{first_of(reasons)} {_FORUM_FIX}") from None
