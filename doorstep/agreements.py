"""Agreements: which private detail of which entry a person has said may be public."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from doorstep.documented import Documented
from doorstep.fields import Day, Line, Slug, folded, tell, text_of
from doorstep.problems import nearest


class Detail(StrEnum):
    """Something that belongs to one person, and that strangers had better not have."""

    MOBILE = "mobile"
    HOME_ADDRESS = "home address"
    EMAIL = "email"
    NHS_NUMBER = "NHS number"
    NATIONAL_INSURANCE_NUMBER = "National Insurance number"
    DATE_OF_BIRTH = "date of birth"
    BANK_ACCOUNT = "bank account"
    PASSPORT_NUMBER = "passport number"


_KNOWN = {folded(detail): detail for detail in Detail}
_ALSO = {
    "mobile number": Detail.MOBILE,
    "address": Detail.HOME_ADDRESS,
    "e mail": Detail.EMAIL,
    "e mail address": Detail.EMAIL,
    "email address": Detail.EMAIL,
    "ni number": Detail.NATIONAL_INSURANCE_NUMBER,
    "dob": Detail.DATE_OF_BIRTH,
}


def _detail(value: object) -> Detail:
    text = text_of(value)
    words = folded(text)
    if found := _KNOWN.get(words) or _ALSO.get(words):
        return found
    guess = nearest(words, _KNOWN)
    right = str(_KNOWN[guess]) if guess else ""
    choices = ", ".join(list(Detail)[:6])
    raise tell(
        "details-known",
        f"“{text}” is not a private detail that the check looks for.",
        fix=f"Did you mean “{right}”?" if right else f"Some that it looks for: {choices}.",
        value=right,
    )


class Agreement(Documented):
    """One private detail that may be public, because the person whose it is said so."""

    entry: Slug = Field(examples=["lifts-with-joe"])
    """The slug of the entry that has it."""

    detail: Annotated[Detail, BeforeValidator(_detail)] = Field(examples=["mobile"])
    """What it is: mobile, home address, email, date of birth, and so on. Never the number or the
    address itself."""

    agreed: Day = Field(examples=["3 November 2026"])
    """The day the person agreed."""

    by: Line = Field(examples=["Amina"])
    """The first name of whoever asked them."""
