"""A rule's conditions and a day -> whether it holds on that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.schedules.rules import BankHolidays, Terms

if TYPE_CHECKING:
    from datetime import date

    from doorstep.almanac import Almanac
    from doorstep.schedules.rules import Rule


def holds_always(rule: Rule) -> bool:
    """Say whether a rule has neither conditions nor exceptions, as most have none."""
    only = rule.months or rule.terms or rule.bank_holidays
    return not (only or rule.except_dates or rule.except_yearly)


def holds(rule: Rule, day: date, almanac: Almanac) -> bool:
    """Say whether a day is one of a rule's months and terms, and none of its exceptions."""
    return (
        (not rule.months or day.month in rule.months)
        and not (rule.except_dates and any(day in span for span in rule.except_dates))
        and not (rule.except_yearly and any(day in span for span in rule.except_yearly))
        and (rule.terms is None or _in_its_terms(rule.terms, day, almanac))
        and (rule.bank_holidays is None or _by_bank_holidays(rule.bank_holidays, day, almanac))
    )


def _in_its_terms(terms: Terms, day: date, almanac: Almanac) -> bool:
    if terms is Terms.IN_TERM:
        return almanac.in_term(day)
    return almanac.in_school_holidays(day)


def _by_bank_holidays(said: BankHolidays, day: date, almanac: Almanac) -> bool:
    if said is BankHolidays.ALSO_ON:
        return True
    return almanac.is_bank_holiday(day) is (said is BankHolidays.ONLY_ON)
