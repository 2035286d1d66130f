"""Terms and bank holidays of a neighbourhood -> what is known of a day."""

from __future__ import annotations

from datetime import date
from functools import cache, cached_property

from msgspec import Struct

from doorstep.schedules.rules import DateSpan, YearlySpan

ENGLAND = "GB-ENG"

REGIONS = {
    "england": ENGLAND,
    "scotland": "GB-SCT",
    "wales": "GB-WLS",
    "northern ireland": "GB-NIR",
}
"""What people write, in small letters, and the code of ISO 3166-2 for it."""


class Almanac(Struct, frozen=True, dict=True):
    """What is known of the days of the year."""

    terms: tuple[DateSpan | YearlySpan, ...] = ()
    """School terms; each half of a term is one of its own."""
    region: str = ENGLAND
    """Whose bank holidays are kept: a code of ISO 3166, such as GB-SCT or IE."""

    def in_term(self, day: date) -> bool:
        """Say whether there is school in the week of a day."""
        return any(day in term for term in self.terms)

    def in_school_holidays(self, day: date) -> bool:
        """Say whether a day is surely between terms: before the first and after the last is not."""
        return self._terms_are_known(day) and not self.in_term(day)

    def is_bank_holiday(self, day: date) -> bool:
        """Say whether a day is a bank holiday, or kept in place of one."""
        return day in bank_holidays(self.region, day.year)

    def bank_holidays_in(self, span: DateSpan) -> tuple[date, ...]:
        """Return the bank holidays in a span of days, in order."""
        years = range(span.first.year, span.last.year + 1)
        days = (day for year in years for day in bank_holidays(self.region, year))
        return tuple(sorted(day for day in days if day in span))

    @cached_property
    def terms_known_until(self) -> date | None:
        """The last day of the last term; the end of time for terms of every year, None for none."""
        if any(isinstance(term, YearlySpan) for term in self.terms):
            return date.max
        return max((term.last for term in self._dated_terms), default=None)

    @cached_property
    def _dated_terms(self) -> tuple[DateSpan, ...]:
        return tuple(term for term in self.terms if isinstance(term, DateSpan))

    def _terms_are_known(self, day: date) -> bool:
        until = self.terms_known_until
        if until is None or until == date.max:
            return until is not None
        return min(term.first for term in self._dated_terms) <= day <= until


@cache
def bank_holidays(region: str, year: int) -> frozenset[date]:
    """Return the bank holidays of a year; none for a region nobody knows."""
    # Late, because it takes a tenth of a second and most guides never ask.
    from holidays import country_holidays

    country, _, part = region.partition("-")
    return frozenset(country_holidays(country, subdiv=part or None, years=year))


def is_region(code: str) -> bool:
    """Say whether there are bank holidays for a code of ISO 3166."""
    if code in REGIONS.values():
        return True
    from holidays import list_supported_countries

    country, _, part = code.partition("-")
    parts = list_supported_countries(include_aliases=False).get(country)
    return parts is not None and (not part or part in parts)
