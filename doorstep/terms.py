"""What site.yaml says of terms and bank holidays -> spans of days, and a region with a calendar."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo

from doorstep.almanac import REGIONS, is_region
from doorstep.fields import context_of, lines_of, some_text, tell, text_of
from doorstep.schedules.reading import ScheduleNotRead, read_span
from doorstep.schedules.rules import DateSpan, YearlySpan
from doorstep.written import told

_CODE = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")


def _term(value: object, info: ValidationInfo) -> DateSpan | YearlySpan:
    text = some_text(value)
    try:
        span = read_span(text, context_of(info).today)
    except ScheduleNotRead as reason:
        raise told(reason) from None
    if isinstance(span, YearlySpan) and not info.data.get("example"):
        raise tell(
            "terms-dated",
            f"“{text}” does not say which year.",
            fix="Write the year, such as 2 September to 23 October 2026.",
        )
    return span


Term = Annotated[DateSpan | YearlySpan, BeforeValidator(_term)]
"""The first and the last day of a term; an example guide may leave out the year."""

Terms = Annotated[tuple[Term, ...], BeforeValidator(lines_of)]
"""Terms, each on its own line."""


def _region(value: object) -> str:
    text = text_of(value)
    code = REGIONS.get(text.lower(), text.upper())
    if not (_CODE.fullmatch(code) and is_region(code)):
        raise tell(
            "bank-holidays-known",
            f"We do not know the bank holidays of “{text}”.",
            fix="Write England, Scotland, Wales or Northern Ireland, or the code of a country, "
            "such as IE.",
        )
    return code


BankHolidayRegion = Annotated[str, BeforeValidator(_region), Field(examples=["Scotland"])]
"""Whose bank holidays are kept, as a code of ISO 3166."""
