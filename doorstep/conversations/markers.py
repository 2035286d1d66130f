"""What an answer of ours was about <-> a mark in it that readers do not see.

The marks are all that is remembered between two runs. Only those in our own comments count, and
only at the very beginning, where nothing that somebody wrote can stand.
"""

from __future__ import annotations

import re
from enum import StrEnum
from json import dumps, loads

from msgspec import Struct
from msgspec.structs import asdict


class Says(StrEnum):
    """What an answer is."""

    OFFER = "offer"
    """This is how it would be: somebody may say yes."""
    ASK = "ask"
    """Something has to be known first."""
    REFUSED = "refused"
    """Somebody said no, and why."""
    SECRET = "secret"  # noqa: S105 (no password: what must not be talked of)
    """It holds what must not be public."""
    BY_HAND = "by-hand"
    """It is numbered and ready, and only a person may put it live here."""
    LIVE = "live"
    """It is in the guide."""
    REMARK = "remark"
    """A word in between, which changes nothing."""


class Mark(Struct, frozen=True, kw_only=True):
    """What an answer was about."""

    says: Says
    words: str = ""
    """A digest of the words it answers."""
    head: str = ""
    """The commit of the change that it shows; "" where there is none."""
    asks: str = ""
    """The box it asks about; "" where it asks nothing."""
    seen: int = 0
    """The newest comment that was there when it was written."""


_MARK = re.compile(r"<!-- doorstep:form (\{[^<>]*\}) -->\n")


def marked(mark: Mark, text: str) -> str:
    """Return the text of an answer with its mark."""
    known = {name: value for name, value in asdict(mark).items() if value}
    return f"<!-- doorstep:form {dumps(known)} -->\n{text}"


def mark_in(comment: str) -> Mark | None:
    """Return the mark that a comment of ours begins with, if it is one."""
    found = _MARK.match(comment.replace("\r\n", "\n"))
    if found is None:
        return None
    try:
        known = loads(found[1])
        return Mark(**known | {"says": Says(known["says"])})
    except (ValueError, KeyError, TypeError):
        return None
