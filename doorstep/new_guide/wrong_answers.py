"""An answer that cannot be read -> one sentence on what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError

_SHOWN = 60
"""Characters of an answer that are shown: enough to know it again."""


class NotUnderstood(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says why an answer cannot be taken as it is, and how to write it."""


def shown(answer: str) -> str:
    """Return an answer in quotation marks, the start of it when it is long."""
    start = answer if len(answer) <= _SHOWN else f"{answer[:_SHOWN].rstrip()}…"
    return f"“{start}”"


def no_longer_than(longest: int, what: str, text: str) -> str:
    """Return the text, or say that it is too long for where it will stand."""
    if len(text) > longest:
        message = f"{what} has {len(text):,} letters, and there is room for {longest}."
        raise NotUnderstood(f"{message} Make it shorter.")
    return text


def first_of(reasons: ValidationError) -> str:
    """Return in words the first thing that a model has against what it was given."""
    first = reasons.errors()[0]
    return str(first.get("ctx", {}).get("message") or first["msg"])
