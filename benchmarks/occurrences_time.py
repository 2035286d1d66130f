"""Made-up rules of every form -> the seconds it takes to work out their dates over 15 months."""

from __future__ import annotations

import argparse
import random
import sys
import time
from datetime import date
from datetime import time as clock
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from doorstep.almanac import Almanac
from doorstep.occurrences import Window, occurrences_of
from doorstep.schedules.rules import (
    EVERY_DAY,
    LAST,
    BankHolidays,
    DateSpan,
    DayPart,
    Hours,
    MonthDays,
    Monthly,
    Recurrence,
    Rule,
    Terms,
    Weekly,
    YearlySpan,
)

WINDOW = Window(date(2026, 10, 11), date(2027, 12, 22))
SINCE = date(2020, 1, 6)
ALMANAC = Almanac(
    (
        DateSpan(date(2026, 9, 2), date(2026, 10, 23)),
        DateSpan(date(2026, 11, 2), date(2026, 12, 18)),
        YearlySpan((1, 4), (7, 20)),
    )
)
MORNING = (Hours(clock(10, 30), clock(12)),)
NIGHT = (Hours(clock(22), clock(2)),)
TWICE = (Hours(clock(10), clock(12)), Hours(clock(14), clock(16)))
CHRISTMAS = (YearlySpan((12, 24), (1, 2)),)


def main() -> None:
    """Measure some rules of mixed forms, once, as a build does, and print a row."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--entries", type=int, default=1000)
    number = options.parse_args().entries
    dice = random.Random(1)
    rules = [dice.choice(forms(dice.randrange(7))) for _ in range(number)]
    seconds, found = measure(rules)
    print("| repeating entries | occurrences | seconds |")
    print("|---|---|---|")
    print(f"| {number:,} | {found:,} | {seconds:.2f} |")


def measure(rules: list[Rule]) -> tuple[float, int]:
    """Return how long it took to expand each rule by itself, and how many dates they have."""
    zone = ZoneInfo("Europe/London")
    started = time.process_time()
    found = sum(len(occurrences_of([rule], (), "entry", WINDOW, ALMANAC, zone)) for rule in rules)
    return time.process_time() - started, found


def forms(weekday: int) -> list[Rule]:
    """Return a rule of every form that comes round again, on a day of the week where it has one."""
    weekly, others = Weekly((weekday,)), tuple(day for day in EVERY_DAY if day != weekday)
    return [
        Rule(days=weekly, hours=MORNING),
        Rule(days=weekly, hours=NIGHT),
        Rule(days=weekly, hours=TWICE),
        Rule(days=weekly, part=DayPart.ALL_DAY),
        Rule(days=weekly),
        Rule(days=weekly, hours=MORNING, terms=Terms.IN_TERM),
        Rule(days=weekly, hours=MORNING, terms=Terms.OUT_OF_TERM),
        Rule(days=weekly, hours=MORNING, months=(4, 5, 6), first=SINCE),
        Rule(days=weekly, hours=MORNING, bank_holidays=BankHolidays.NOT_ON),
        Rule(days=weekly, hours=MORNING, bank_holidays=BankHolidays.ONLY_ON),
        Rule(days=weekly, hours=MORNING, bank_holidays=BankHolidays.ALSO_ON),
        Rule(days=weekly, hours=MORNING, except_yearly=CHRISTMAS),
        Rule(days=Weekly((weekday,), every=2), hours=MORNING, first=SINCE),
        Rule(days=Weekly(EVERY_DAY), hours=MORNING),
        Rule(days=Weekly(others), hours=MORNING),
        Rule(days=Monthly(((1, weekday), (3, weekday))), hours=MORNING),
        Rule(days=Monthly(((5, weekday), (LAST, weekday))), hours=MORNING),
        Rule(days=Monthly(((1, weekday),), every=2), hours=MORNING, first=SINCE),
        Rule(days=MonthDays((15, 31)), hours=MORNING),
        Rule(days=Recurrence("FREQ=MONTHLY;BYDAY=-2FR"), hours=MORNING, first=SINCE),
        Rule(days=Recurrence("FREQ=DAILY"), hours=MORNING, first=date(1900, 1, 1)),
        Rule(days=Recurrence("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), first=SINCE),
    ]


if __name__ == "__main__":
    main()
