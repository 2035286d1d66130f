"""The words of a comment -> whether they say yes, no or wait, and why."""

from __future__ import annotations

import re
from enum import Enum, auto


class Verdict(Enum):
    """What somebody who may publish says of a change."""

    YES = auto()
    UNSURE = auto()
    """It begins like a yes and goes on, so that it may take the yes back."""
    NO = auto()
    WAIT = auto()
    NONE = auto()
    """It is about something else."""


# Whoever writes more than this has something to say, and nothing may go live over their head.
_AGREEING = """
    yes yep yeah ok okay thanks thank you very much many so all good great lovely perfect
    fine right correct looks look it this that that's that’s it's it’s is i agree agreed put make
    publish go goes live ahead now cheers to me and done nice well brilliant super
"""
AGREEING = frozenset({"please", *_AGREEING.split()})
"""Words that may follow a yes without taking anything back."""

NOT_A_NO = frozenset({"problem", "problems", "worries", "rush", "hurry", "one", "idea"})
"""What may follow “no” where nobody is against anything."""

_PLAIN = re.compile(r"[\w\s.,;:!*'’()\-👍✅🎉🙂😊🙏\ufe0f\U0001f3fb-\U0001f3ff]*")
"""What a yes is written with. What is struck out, hidden from readers or code says something else.
"""

LONGEST_REASON = 500
"""Letters of a reason that are passed on."""


def verdict_of(comment: str) -> Verdict:
    """Return what a comment says; what it quotes of others does not count."""
    own = unquoted(comment)
    words = re.findall(r"\w+(?:['’]\w+)*", own.casefold())
    first, second = [*words[:2], "", ""][:2]
    if first == "yes":
        agrees = _PLAIN.fullmatch(own) and all(word in AGREEING for word in words)
        # “Yes, put it right” asks for something else than “yes, put it live”.
        wants_more = {"put", "make"} & {*words} and "live" not in words
        return Verdict.YES if agrees and not wants_more else Verdict.UNSURE
    if first == "no" and second not in NOT_A_NO:
        return Verdict.NO
    if first in ("wait", "stop", "hold", "don't", "don’t", "dont", "not"):
        return Verdict.WAIT
    return Verdict.NONE


def reason_in(comment: str) -> str:
    """Return what follows the “no” in a comment, on one line; "" when nothing does."""
    own = " ".join(unquoted(comment).split())
    reason = re.sub(r"^\W*no\b\W*", "", own, flags=re.IGNORECASE)
    said = re.sub(r"^because\b\W*", "", reason, flags=re.IGNORECASE)
    said = "" if re.fullmatch(r"\W*(?:thanks|thank you|sorry)?\W*", said, re.IGNORECASE) else said
    return said[:LONGEST_REASON]


def unquoted(comment: str) -> str:
    """Return a comment without the lines it quotes, as replies by e-mail do."""
    return "\n".join(line for line in comment.splitlines() if not line.lstrip().startswith(">"))
