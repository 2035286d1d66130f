"""A rule -> one sentence a neighbour reads: “Every Tuesday in term time, 10:30am to midday”."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from doorstep.schedules.rules import (
    EVERY_DAY,
    Arranged,
    BankHolidays,
    DayPart,
    Recurrence,
    Rule,
    Stretch,
    Terms,
    Weekly,
)
from doorstep.schedules.wording_days import days_words, names_its_months
from doorstep.schedules.wording_runs import month_names
from doorstep.schedules.wording_times import part_words, times_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.schedules.rules import YearlySpan
    from doorstep.words import Words

ALL_MONTHS = range(1, 13)

FEW_MONTHS = 2
"""So many months without it are said sooner than the ten with it."""

ALWAYS = Rule(days=Weekly(EVERY_DAY), part=DayPart.ANY_TIME)


def worded(rule: Rule, words: Words) -> str:
    """Return a rule as one sentence without its full stop, which can be read as that rule again."""
    if isinstance(rule.days, Recurrence):
        return _sentence(f"rrule: {rule.days.rrule}", rule, words)
    return plainly_worded(rule, words)


@lru_cache(2048)  # cards, pages, timetables and sheets all say the same rules
def plainly_worded(rule: Rule, words: Words) -> str:
    """Return a rule as neighbours read it: what an expert wrote for calendars is left to them."""
    sentence = _sentence(days_words(rule, words), rule, words)
    return sentence[:1].upper() + sentence[1:]


def _sentence(days: str, rule: Rule, words: Words) -> str:
    if rule == ALWAYS:
        return part_words(rule.part, words)
    sentence = _since_and_until(_with_conditions(days, rule, words), rule, words)
    for more in _further(rule, words):
        sentence = words.say("{sentence}, {more}", sentence=sentence, more=more)
    return sentence


def _with_conditions(days: str, rule: Rule, words: Words) -> str:
    """Return the days, in which months and whether in term time."""
    if rule.bank_holidays is BankHolidays.ALSO_ON:
        days = words.say("{days} and bank holidays", days=days)
    if rule.months and not names_its_months(rule) and not _months_left_out(rule):
        months = words.all_of(month_names(rule.months, words))
        days = words.say("{days} in {months}", days=days, months=months)
    if rule.terms is Terms.IN_TERM:
        return words.say("{days} in term time", days=days)
    if rule.terms is Terms.OUT_OF_TERM:
        return words.say("{days} in school holidays", days=days)
    return days


def _since_and_until(days: str, rule: Rule, words: Words) -> str:
    if rule.first and rule.last:
        first, last = words.day(rule.first), words.day(rule.last)
        return words.say("{days} from {first} until {last}", days=days, first=first, last=last)
    if rule.first:
        return words.say("{days} from {first}", days=days, first=words.day(rule.first))
    if rule.last:
        return words.say("{days} until {last}", days=days, last=words.day(rule.last))
    return days


def _further(rule: Rule, words: Words) -> Iterator[str]:
    """Yield what follows the days, each part after a comma."""
    tells_hours = isinstance(rule.days, Stretch) and bool(rule.hours)
    if not tells_hours and (times := times_words(rule, words)):
        yield times
    if rule.by_appointment and not isinstance(rule.days, Arranged):
        yield words.say("by appointment")
    if left_out := _months_left_out(rule):
        yield words.say("not in {months}", months=words.any_of(month_names(left_out, words)))
    if rule.bank_holidays is BankHolidays.NOT_ON:
        yield words.say("not on bank holidays")
    if rule.bank_holidays is BankHolidays.ONLY_ON:
        yield words.say("only on bank holidays")
    yield from _exceptions(rule, words)


def _months_left_out(rule: Rule) -> tuple[int, ...]:
    """Return the months to name as those without it, () where those with it are shorter to say."""
    left_out = tuple(month for month in ALL_MONTHS if month not in rule.months)
    return left_out if rule.months and len(left_out) <= FEW_MONTHS else ()


def _exceptions(rule: Rule, words: Words) -> Iterator[str]:
    yearly = [_yearly_span(span, words) for span in rule.except_yearly]
    dated = [words.span(span.first, span.last) for span in rule.except_dates]
    if yearly:
        yield words.say("except {days}", days=words.all_of(yearly))
    # In one list "25 December and 31 December 2026" would both be of that year.
    if yearly and dated:
        yield words.say("not on {days}", days=words.any_of(dated))
    elif dated:
        yield words.say("except {days}", days=words.all_of(dated))


def _yearly_span(span: YearlySpan, words: Words) -> str:
    first, last = words.day_of_year(*span.first), words.day_of_year(*span.last)
    return first if span.first == span.last else words.from_to(first, last)
