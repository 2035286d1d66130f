"""Words as people type them -> one of a few that are known, or the nearest of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BeforeValidator, ValidationInfo

from doorstep.fields import context_of, folded, tell, text_of
from doorstep.problems import nearest

if TYPE_CHECKING:
    from enum import StrEnum


def one_of(name: str, choices: type[StrEnum]) -> BeforeValidator:
    """Return a validator that takes the words of an enumeration and no others."""
    known = [str(choice) for choice in choices]

    def choose(value: object) -> str:
        text = text_of(value).lower()
        if text in known:
            return text
        guess = nearest(text, known)
        fix = f"Did you mean “{guess}”?" if guess else f"Write one of: {', '.join(known)}."
        message = f"“{text_of(value)}” is not a {name} we know."
        raise tell("words-known", message, fix=fix, value=guess)

    return BeforeValidator(choose)


def known_word(vocabulary: str) -> BeforeValidator:
    """Return a validator that takes the ids and labels site.yaml has for "topic", say."""

    def choose(value: object, info: ValidationInfo) -> str:
        text = text_of(value)
        words = context_of(info).vocabularies.get(vocabulary, {})
        found = words.get(folded(text))
        if found is not None:
            return found
        guess = words.get(nearest(folded(text), words), "")
        message = f"“{text}” is not {_ARTICLES[vocabulary]} {vocabulary} of this guide."
        if guess:
            raise tell(f"{vocabulary}s-known", message, fix=f"Did you mean “{guess}”?", value=guess)
        choices = ", ".join(sorted(set(words.values()))[:6])
        raise tell(f"{vocabulary}s-known", message, fix=f"Some that are: {choices}.")

    return BeforeValidator(choose)


_ARTICLES = {"topic": "a", "area": "an", "audience": "an"}
