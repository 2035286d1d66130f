"""A rule by which something comes round -> sentences of one idea each, where it is simple enough.

“Every Tuesday in term time, 10:30am to midday” -> “It is every Tuesday, 10:30am to midday.” and
“It is only in term time.”
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.schedules.rules import BankHolidays, MonthDays, Monthly, Terms, Weekly
from doorstep.schedules.wording import ALL_MONTHS, FEW_MONTHS
from doorstep.schedules.wording_days import days_words, names_its_months
from doorstep.schedules.wording_runs import month_names
from doorstep.schedules.wording_times import times_words
from doorstep.sheets.easy_wording import is_easy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.guide import Guide
    from doorstep.schedules.rules import Rule
    from doorstep.words import Words


def rule_sentences(guide: Guide, rule: Rule) -> tuple[str, ...]:
    """Return a rule in short sentences; () for one that only its dates make plain."""
    if not _is_simple(guide, rule):
        return ()
    said = (
        *_days_and_times(rule, guide.words),
        *_conditions(rule, guide.words),
        *_end(guide, rule),
    )
    return said if all(map(is_easy, said)) else ()


def _is_simple(guide: Guide, rule: Rule) -> bool:
    has_begun = rule.first is None or rule.first <= guide.today
    has_exceptions = rule.except_dates or rule.except_yearly
    is_usual = rule.bank_holidays in (None, BankHolidays.NOT_ON)
    comes_round = isinstance(rule.days, Weekly | Monthly | MonthDays)
    return comes_round and has_begun and is_usual and not has_exceptions


def _days_and_times(rule: Rule, words: Words) -> tuple[str, ...]:
    """Return the days and the times in one sentence, or in two where one would be too long."""
    days, times = days_words(rule, words), times_words(rule, words)
    if not times:
        return (_it_is(days, rule, words),)
    both = _it_is(words.say("{sentence}, {more}", sentence=days, more=times), rule, words)
    if is_easy(both):
        return (both,)
    return (_it_is(days, rule, words), words.say("The time is {times}.", times=times))


def _it_is(days: str, rule: Rule, words: Words) -> str:
    match rule.days:
        case Monthly(every=1):
            return words.say("It is on the {days}.", days=days)
        case MonthDays():
            return words.say("It is on {days}.", days=days)
    return words.say("It is {days}.", days=days)


def _conditions(rule: Rule, words: Words) -> Iterator[str]:
    if rule.terms is Terms.IN_TERM:
        yield words.say("It is only in term time.")
    if rule.terms is Terms.OUT_OF_TERM:
        yield words.say("It is only in school holidays.")
    if rule.months and not names_its_months(rule):
        yield _months(rule, words)
    if rule.bank_holidays is BankHolidays.NOT_ON:
        yield words.say("It is not on bank holidays.")
    if rule.by_appointment:
        yield words.say("You have to book a time first.")


def _end(guide: Guide, rule: Rule) -> Iterator[str]:
    """Yield its last day, when that is near enough for anybody to plan by."""
    if rule.last and rule.last <= guide.diary.window.last:
        yield guide.words.say("It ends on {day}.", day=guide.words.weekday(rule.last))


def _months(rule: Rule, words: Words) -> str:
    """Return the months it is in, or those without it where that is shorter to say."""
    left_out = tuple(month for month in ALL_MONTHS if month not in rule.months)
    if len(left_out) <= FEW_MONTHS:
        return words.say(
            "It is not in {months}.", months=words.any_of(month_names(left_out, words))
        )
    return words.say(
        "It is only in {months}.", months=words.all_of(month_names(rule.months, words))
    )
