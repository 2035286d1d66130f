"""The interface's words, dates and numbers in one language (gettext, Babel)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from gettext import NullTranslations
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.localedata import locale_identifiers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


@dataclass(frozen=True)
class Words:
    """One language: its words, how it writes dates, and which way it runs."""

    locale: str
    """Babel's name for it, such as en_GB."""
    translations: NullTranslations
    """The words; those that are not translated stay English."""

    @property
    def lang(self) -> str:
        """The language tag for HTML (BCP 47)."""
        return self.locale.replace("_", "-")

    @property
    def direction(self) -> str:
        """ltr or rtl."""
        return Locale.parse(self.locale).text_direction

    def say(self, message: str, **values: object) -> str:
        """Return a message of the interface, its {places} filled."""
        return self.translations.gettext(message).format(**values)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Return a message whose words depend on a number; {number} is filled too."""
        message = self.translations.ngettext(one, many, number)
        return message.format(number=number, **values)

    def day(self, day: date) -> str:
        """Return a date with its year: 3 February 2026."""
        return _format(day, self.say("d MMMM y"), self.locale)

    def weekday(self, day: date) -> str:
        """Return a date with its day of the week: Tuesday 3 March 2026."""
        return _format(day, self.say("EEEE d MMMM y"), self.locale)

    def language(self, name: str) -> tuple[str, str]:
        """Return what speakers call a language and its tag (BCP 47), or two times ""."""
        known = _language_tags().get(name.casefold(), "")
        own = Locale.parse(known).languages.get(known, "") if known else ""
        return (str(own), known.replace("_", "-")) if own else ("", "")

    def all_of(self, items: Sequence[str]) -> str:
        """Return several things as people list them: A, B and C."""
        # The comma before "and" is not British; Babel's en_GB agrees.
        return format_list(items, locale=self.locale)


_ALSO_CALLED = {"bengali": "bn", "farsi": "fa", "mandarin": "zh", "panjabi": "pa"}
"""Names people use that Babel has another for."""


@lru_cache(maxsize=1)
def _language_tags() -> dict[str, str]:
    """Return the tags of languages Babel knows the own name of, by their English names."""
    known = set(locale_identifiers())
    english_names = Locale.parse("en").languages
    tags = {str(name).casefold(): tag for tag, name in english_names.items() if tag in known}
    return _ALSO_CALLED | tags


@lru_cache(maxsize=4096)
def _format(day: date, pattern: str, locale: str) -> str:
    return format_date(day, pattern, locale=locale)


def english() -> Words:
    """Return the language the guide is written in."""
    return Words("en_GB", NullTranslations())
