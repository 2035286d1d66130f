"""The days of a rule -> words: “every Tuesday and Thursday”, “first and third Wednesday”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.schedules.rules import (
    EVERY_DAY,
    LAST,
    BankHolidays,
    Dates,
    MonthDays,
    Monthly,
    Recurrence,
    Stretch,
    Weekly,
)
from doorstep.schedules.wording_runs import (
    MONTHS_IN_YEAR,
    date_names,
    in_runs,
    month_names,
    weekday_names,
)
from doorstep.schedules.wording_times import moment_words

if TYPE_CHECKING:
    from doorstep.schedules.rules import Rule
    from doorstep.words import Words


def days_words(rule: Rule, words: Words) -> str:
    """Return on which days a rule happens, before its conditions and without a capital."""
    match rule.days:
        case Weekly() as weekly:
            return _weekly(weekly, words)
        case Monthly() as monthly:
            return _monthly(monthly, rule, words)
        case MonthDays() as month_days:
            return _month_days(month_days, rule, words)
        case Dates() as dates:
            return _dates(dates, rule, words)
        case Stretch() as stretch:
            return _stretch(stretch, rule, words)
        case Recurrence():
            return words.say("on certain dates")
    return words.say("by appointment")


def names_its_months(rule: Rule) -> bool:
    """Say whether the days name the months themselves: "first Saturday of March and June"."""
    if rule.bank_holidays is BankHolidays.ALSO_ON:
        return False
    match rule.days:
        case MonthDays() | Monthly(every=1):
            # "April to October" reads better after "in".
            return 0 < len(rule.months) == len(in_runs(rule.months, MONTHS_IN_YEAR))
    return False


def _weekly(weekly: Weekly, words: Words) -> str:
    names = weekday_names(weekly.weekdays, words)
    days = words.all_of(names)
    if weekly.every == 2:
        return words.say("every two weeks on {days}", days=days)
    if weekly.every > 2:
        return words.say("every {number} weeks on {days}", number=weekly.every, days=days)
    if weekly.weekdays == EVERY_DAY:
        return words.say("every day")
    # People say "every Monday" but "Monday to Friday".
    has_run = len(names) < len(weekly.weekdays)
    return days if has_run else words.say("every {days}", days=days)


def _monthly(monthly: Monthly, rule: Rule, words: Words) -> str:
    places = _places(monthly, words)
    if monthly.every == 2:
        return words.say("every two months on the {places}", places=places)
    if monthly.every > 2:
        return words.say(
            "every {number} months on the {places}", number=monthly.every, places=places
        )
    return _of_months(places, rule, words)


def _places(monthly: Monthly, words: Words) -> str:
    """Return "first and third Wednesday", or one by one where the weekdays differ."""
    ordinals = {
        1: words.say("first"),
        2: words.say("second"),
        3: words.say("third"),
        4: words.say("fourth"),
        5: words.say("fifth"),
        LAST: words.say("last"),
    }
    pairs = [(ordinals[place], words.weekday_name(weekday)) for place, weekday in monthly.places]
    if len({weekday for _, weekday in pairs}) == 1:
        pairs = [(words.all_of([place for place, _ in pairs]), pairs[0][1])]
    return words.all_of(
        [words.say("{place} {weekday}", place=place, weekday=weekday) for place, weekday in pairs]
    )


def _month_days(month_days: MonthDays, rule: Rule, words: Words) -> str:
    if names_its_months(rule) and len(rule.months) == 1:
        days = [words.day_of_year(rule.months[0], day) for day in month_days.days]
        return words.say("{days} every year", days=words.all_of(days))
    numbers = [_numbered(day, words) for day in month_days.days]
    return _of_months(words.say("the {days}", days=words.all_of(numbers)), rule, words)


def _numbered(day: int, words: Words) -> str:
    """Return a day of the month as people say it: 1st, 22nd, 13th."""
    if day in (1, 21, 31):
        return words.say("{number}st", number=day)
    if day in (2, 22):
        return words.say("{number}nd", number=day)
    if day in (3, 23):
        return words.say("{number}rd", number=day)
    return words.say("{number}th", number=day)


def _of_months(days: str, rule: Rule, words: Words) -> str:
    if names_its_months(rule):
        months = words.all_of(month_names(rule.months, words))
        return words.say("{days} of {months}", days=days, months=months)
    return words.say("{days} of the month", days=days)


def _dates(dates: Dates, rule: Rule, words: Words) -> str:
    # Without hours "6 to 8 March" is one stretch; single days are then named one by one.
    names = date_names(dates.dates, words) if rule.hours else map(words.weekday, dates.dates)
    return words.all_of(list(names))


def _stretch(stretch: Stretch, rule: Rule, words: Words) -> str:
    if not rule.hours:
        return words.days(stretch.first, stretch.last)
    hours = rule.hours[0]
    return words.from_to(
        moment_words(words.weekday(stretch.first), hours.start, words),
        moment_words(words.weekday(stretch.last), hours.end, words),
    )
