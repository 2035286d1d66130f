"""The interface's words, dates and numbers in one language (gettext, Babel)."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import lru_cache
from gettext import NullTranslations
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from babel import Locale

# Babel is imported late: a check writes a date in words only where something is wrong with one.


class Words(Struct, frozen=True):
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
        return _locale(self.locale).text_direction

    def say(self, message: str, **values: object) -> str:
        """Return a message of the interface, its {places} filled."""
        if not values:
            return _said(self.translations, message)
        return self.translations.gettext(message).format(**values)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Return a message whose words depend on a number; {number} is filled too."""
        message = self.translations.ngettext(one, many, number)
        return message.format(number=number, **values)

    def day(self, day: date) -> str:
        """Return a date with its year: 3 February 2026."""
        return self._dated(day, self.say("d MMMM y"))

    def weekday(self, day: date) -> str:
        """Return a date with its day of the week: Tuesday 3 March 2026."""
        return self._dated(day, self.say("EEEE d MMMM y"))

    def short_day(self, day: date) -> str:
        """Return a date near enough to need no year: Tuesday 3 March."""
        return self._dated(day, self.say("EEEE d MMMM"))

    def days(self, first: date, last: date) -> str:
        """Return several days in a row with their year: Friday 6 to Sunday 8 March 2026."""
        if first.year != last.year:
            return self.from_to(self.weekday(first), self.weekday(last))
        return self.from_to(self._start_of(first, last), self.weekday(last))

    def short_days(self, first: date, last: date) -> str:
        """Return several days in a row near enough to need no year: Friday 6 to Sunday 8 March."""
        return self.from_to(self._start_of(first, last), self.short_day(last))

    def _start_of(self, first: date, last: date) -> str:
        """Return the first of several days, without the month where the last one says it."""
        if first.month != last.month:
            return self.short_day(first)
        return self._dated(first, self.say("EEEE d"))

    def from_to(self, first: str, last: str) -> str:
        """Return the first and the last of some days or months, which are in words already."""
        return self.say("{first} to {last}", first=first, last=last)

    def day_of_year(self, month: int, day: int) -> str:
        """Return a day of every year: 25 December."""
        return self._dated(date(_LEAP_YEAR, month, day), self.say("d MMMM"))

    def span(self, first: date, last: date) -> str:
        """Return a date or several in a row with their year: 20 December 2026 to 3 January 2027."""
        if first.year != last.year:
            return self.from_to(self.day(first), self.day(last))
        if first.month != last.month:
            return self.from_to(self.day_of_year(first.month, first.day), self.day(last))
        if first != last:
            return self.from_to(self._dated(first, self.say("d")), self.day(last))
        return self.day(last)

    def weekday_name(self, weekday: int) -> str:
        """Return the name of a day of the week, Monday being 0."""
        return self._dated(_A_MONDAY + timedelta(days=weekday), "EEEE")

    def month_name(self, month: int) -> str:
        """Return the name of a month, January being 1."""
        # Babel mixes languages up in the names of months that stand alone ("LLLL").
        return self._dated(date(_LEAP_YEAR, month, 1), "MMMM")

    def time(self, moment: time) -> str:
        """Return a time on the clock on the wall: 5pm, 10:30am, midday, midnight."""
        if moment == _MIDNIGHT:
            return self.say("midnight")
        if moment == _MIDDAY:
            return self.say("midday")
        pattern = self.say("h:mma") if moment.minute else self.say("ha")
        return _format_time(moment, pattern, self.locale)

    def language(self, name: str) -> tuple[str, str]:
        """Return what speakers call a language and its tag (BCP 47), or two times ""."""
        return _own_name(name.casefold())

    def all_of(self, items: Sequence[str]) -> str:
        """Return several things as people list them: A, B and C."""
        # The comma before "and" is not British; Babel's en_GB agrees.
        return self._listed(items, "standard") if len(items) > 1 else "".join(items)

    def any_of(self, items: Sequence[str]) -> str:
        """Return several things of which each will do: A, B or C."""
        return self._listed(items, "or")

    def _listed(self, items: Sequence[str], style: Literal["standard", "or"]) -> str:
        from babel.lists import format_list

        return format_list(items, style=style, locale=_locale(self.locale))

    def _dated(self, day: date, pattern: str) -> str:
        return _format(day, pattern, self.locale)

    @property
    def brief(self) -> Words:
        """The same language with days and months shortened: Tue 3 Mar 2026."""
        return _BriefWords(self.locale, self.translations)


class _BriefWords(Words, frozen=True):
    """A language whose names of days and months are shortened, for the narrowest columns."""

    def _dated(self, day: date, pattern: str) -> str:
        brief = pattern.replace("EEEE", "EEE").replace("MMMM", "MMM")
        return _format(day, brief, self.locale)


_LEAP_YEAR = 2000
"""A year that has every day a year can have."""

_A_MONDAY = date(2024, 1, 1)
_MIDNIGHT = time(0)
_MIDDAY = time(12)

_ALSO_CALLED = {"bengali": "bn", "farsi": "fa", "mandarin": "zh", "panjabi": "pa"}
"""Names people use that Babel has another for."""


@lru_cache(maxsize=256)
def _own_name(name: str) -> tuple[str, str]:
    known = _language_tags().get(name, "")
    own = _locale(known).languages.get(known, "") if known else ""
    return (str(own), known.replace("_", "-")) if own else ("", "")


@lru_cache(maxsize=256)
def _locale(name: str) -> Locale:
    """Return what Babel knows of a language, which it would look for anew each time."""
    from babel import Locale

    return Locale.parse(name)


@lru_cache(maxsize=1)
def _language_tags() -> dict[str, str]:
    """Return the tags of languages Babel knows the own name of, by their English names."""
    from babel.localedata import locale_identifiers

    known = set(locale_identifiers())
    english_names = _locale("en").languages
    tags = {str(name).casefold(): tag for tag, name in english_names.items() if tag in known}
    return _ALSO_CALLED | tags


@lru_cache(maxsize=4096)
def _said(translations: NullTranslations, message: str) -> str:
    return translations.gettext(message).format()


@lru_cache(maxsize=4096)
def _format(day: date, pattern: str, locale: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=locale)


@lru_cache(maxsize=4096)
def _format_time(moment: time, pattern: str, locale: str) -> str:
    from babel.dates import format_time

    return format_time(moment, pattern, locale=locale)


def english() -> Words:
    """Return the language the guide is written in."""
    return Words("en_GB", NullTranslations())
