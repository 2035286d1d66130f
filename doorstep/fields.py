"""Text as people type it -> the values an entry is made of: lines, lists, days, yes or no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated

from msgspec import Struct, field
from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from doorstep.dates import DateNotRead, read_date, worded
from doorstep.limits import ITEMS, LINE, NAME, Limit
from doorstep.patterns import late_pattern
from doorstep.slugs import is_kept_by_windows, is_slug

NO_CHARACTERS = "".join(
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
"""Code points that are no characters (Unicode, 23.7), which HTML does not allow."""

_INVISIBLE = late_pattern(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    f"\ufdd0-\ufdef{NO_CHARACTERS}]"
)
_BETWEEN_ITEMS = late_pattern(r"[,;\n]")


class ReadingContext(Struct, frozen=True):
    """What the fields need to know of the guide they are read for."""

    today: date
    relative_dates: bool = False
    """An example guide may say "40 days ago", so that it never goes stale."""
    phone_region: str = "GB"
    """ISO 3166 country whose phone numbers need no country code."""
    help_phone: str = "the help line"
    """Whom to phone, with the number, when a safe space has been given away."""
    vocabularies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For "topic", "area" and "audience": the words people may write, folded -> the id."""


def tell(
    rule: str, message: str, *, fix: str = "", value: str = "", wrong: str = ""
) -> PydanticCustomError:
    """Return what a validator raises: a rule's name, a sentence, and how to put it right.

    `wrong` are the words it is about, all of them unless said; `value` is what to write in their
    place, when only one correction is possible.
    """
    context = {"message": message, "fix": fix, "value": value, "wrong": wrong}
    return PydanticCustomError("doorstep", "{message}", context | {"rule": rule})


def over(limit: Limit, number: int) -> PydanticCustomError:
    """Return what a validator raises for more than a limit."""
    return tell(limit.rule, limit.told(number), fix=limit.fix)


def context_of(info: ValidationInfo) -> ReadingContext:
    """Return the context a validator was called with."""
    if not isinstance(info.context, ReadingContext):
        raise TypeError("fields are read with a ReadingContext")
    return info.context


def text_of(value: object) -> str:
    """Return one line of plain text, its spaces tidied; a list or a block is not one line."""
    if not isinstance(value, str):
        raise tell(
            "one-line",
            "This has more than one part, and it needs plain words on one line.",
            fix="Put the words in one line, without brackets or dashes.",
        )
    if len(value) > LINE.most:
        raise over(LINE, len(value))
    return tidied(value)


def tidied(text: str) -> str:
    """Return text on one line, its spaces tidied and its invisible letters left out."""
    return " ".join((text if text.isprintable() else _INVISIBLE.sub("", text)).split())


def some_text(value: object) -> str:
    """Return one line of plain text that says something."""
    text = text_of(value)
    if not text:
        message = "There is nothing after the colon. Fill it in or leave the line out."
        raise tell("something-there", message)
    return text


def items_of(value: object) -> list[object]:
    """Return a list, whether it was typed as a list or as words between commas."""
    if isinstance(value, list):
        return _few([item for item in value if item != ""])
    if isinstance(value, str):
        items = _BETWEEN_ITEMS.split(value.strip("[] \n"))
        return _few([item.strip() for item in items if item.strip()])
    raise tell(
        "a-list",
        "This needs a list of words with commas between them.",
        fix="Write it like this: [tea, talk]",
    )


def lines_of(value: object) -> list[object]:
    """Return several lines; commas belong to the sentence here."""
    if isinstance(value, str):
        return _few([line.strip() for line in value.splitlines() if line.strip()])
    return items_of(value)


def _few(items: list[object]) -> list[object]:
    if len(items) > ITEMS.most:
        raise over(ITEMS, len(items))
    return items


def at_most(limit: Limit) -> AfterValidator:
    """Return a validator that takes as many letters as a limit has, and no more."""

    def check(text: str) -> str:
        if len(text) > limit.most:
            raise over(limit, len(text))
        return text

    return AfterValidator(check)


Line = Annotated[str, BeforeValidator(some_text)]
"""One line of text, never empty."""

OptionalLine = Annotated[str, BeforeValidator(text_of)]
"""One line of text, empty when nothing is known."""

Name = Annotated[Line, at_most(NAME)]
"""One short line, never empty: what something is called."""

OptionalName = Annotated[OptionalLine, at_most(NAME)]
"""One short line, empty when nothing is known."""

Summary = Annotated[
    OptionalLine,
    Field(examples=["Tea, talk and board games for anyone who would like company."]),
]
"""One sentence."""

Words = Annotated[tuple[Name, ...], BeforeValidator(items_of)]
"""A few words or phrases: a list, or words between commas."""

Lines = Annotated[tuple[Line, ...], BeforeValidator(lines_of)]
"""One sentence or several, each on its own line."""


class Answer(StrEnum):
    """An answer to "is there a ramp?"; not knowing is never taken for yes."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "not known"


_ANSWERS = dict.fromkeys(("yes", "y", "true", "on"), Answer.YES)
_ANSWERS |= dict.fromkeys(("no", "n", "false", "off", "none"), Answer.NO)
_ANSWERS |= dict.fromkeys(("not known", "unknown", "?", "not sure", ""), Answer.UNKNOWN)


def _answer(value: object) -> Answer:
    text = text_of(value)
    answer = _ANSWERS.get(text.lower().rstrip("."))
    if answer is None:
        raise tell(
            "yes-or-no",
            f"“{text}” is not yes, no or not known.",
            fix="Write one of the three here, and put the rest in notes.",
        )
    return answer


def _flag(value: object) -> bool:
    text = text_of(value)
    answer = _ANSWERS.get(text.lower())
    if answer not in (Answer.YES, Answer.NO):
        said = f"“{text}” is not yes or no." if text else "There is nothing after the colon."
        raise tell("yes-or-no", said, fix="Write yes or no.")
    return answer is Answer.YES


YesNoUnknown = Annotated[Answer, BeforeValidator(_answer)]
"""yes, no or not known."""

Flag = Annotated[bool, BeforeValidator(_flag), Field(examples=["yes"])]
"""yes or no."""


def _day(value: object, info: ValidationInfo) -> date:
    return day_of(text_of(value), context_of(info))


def day_of(text: str, context: ReadingContext) -> date:
    """Read a date, or raise what to tell the person."""
    try:
        return read_date(text, context.today, relative=context.relative_dates)
    except DateNotRead as reason:
        raise tell("dates-exist", f"{reason}.") from None


def _not_to_come(day: date, info: ValidationInfo) -> date:
    today = context_of(info).today
    if day > today:
        raise tell(
            "dates-past",
            f"{worded(day)} has not happened yet.",
            fix=f"Check the year. Today is {worded(today)}.",
        )
    return day


Day = Annotated[date, BeforeValidator(_day), Field(examples=["2026-11-24"])]
"""A date in UK order, in words, or as YYYY-MM-DD."""

PastDay = Annotated[Day, AfterValidator(_not_to_come), Field(examples=["2026-11-03"])]
"""A date that is not still to come."""


def _whole_number(value: object) -> int:
    text = text_of(value)
    digits = re.sub(r"^(no\.?|number|#)\s*", "", text, flags=re.IGNORECASE)
    if not re.fullmatch(r"[0-9]{1,6}", digits) or int(digits) == 0:
        message = f"“{text}” is not a whole number."
        raise tell("whole-number", message, fix="Write figures only, such as 127.")
    return int(digits)


WholeNumber = Annotated[int, BeforeValidator(_whole_number), Field(examples=["127"])]
"""A whole number from 1 to 999999, in figures."""


@lru_cache(4096)
def folded(text: str) -> str:
    """Return words as they are compared: "Older people" and older-people are the same."""
    return " ".join(re.split(r"[\s_-]+", text.casefold())).strip()


def _slug(value: object) -> str:
    text = text_of(value).lower()
    # A path such as /groups/tea-and-talk/ or tea-and-talk.md can only mean its last name.
    tail = text.removesuffix(".md").removesuffix(".yaml").rstrip("/").rsplit("/", 1)[-1]
    if not is_slug(tail):
        raise tell(
            "slugs-plain",
            f"“{text_of(value)}” is not the name of an entry: that is small letters a to z, "
            "figures and hyphens.",
            fix="Use the last part of its address, such as tea-and-talk.",
        )
    if is_kept_by_windows(tail):
        message = f"Windows keeps the name “{tail}” for itself, and could not open such a file."
        raise tell("slugs-plain", message, fix=f"Give it another name, such as {tail}-group.")
    return tail


Slug = Annotated[str, BeforeValidator(_slug), Field(examples=["tea-and-talk"])]
"""The name of an entry in its address: small letters, figures and hyphens."""

Slugs = Annotated[tuple[Slug, ...], BeforeValidator(items_of)]
"""Names of entries, as a list or between commas."""
