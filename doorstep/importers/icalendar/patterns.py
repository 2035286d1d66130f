"""The value of an RRULE (RFC 5545, 3.3.10) -> Pattern, or why it cannot be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from doorstep.importers.icalendar.properties import Property
from doorstep.importers.icalendar.reasons import CannotUse, shown

_LONGEST = 400
"""Letters; what is longer was written to be awkward."""

_MOST_VALUES = 31
_FREQS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_SUB_DAILY = ("HOURLY", "MINUTELY", "SECONDLY")
_CLOCK = ("BYHOUR", "BYMINUTE", "BYSECOND")
_RANGES = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (1, 31),
    "BYYEARDAY": (1, 366),
    "BYWEEKNO": (1, 53),
    "BYSETPOS": (1, 366),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 60),
}
_COUNTED_BACK = frozenset({"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"})
_NOTHING_CHANGES = {"RSCALE": "GREGORIAN", "SKIP": "OMIT"}
"""Parts of RFC 7529 that say what is so without them."""

_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}")
_WEEKDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


class Pattern(Struct, frozen=True):
    """On which days something comes round again."""

    parts: Mapping[str, str]
    """FREQ, INTERVAL and what narrows it to days, tidy and in the order of the standard."""
    count: int | None
    """How many dates there are, the first one included."""
    until: str
    """The last moment there may be one, as it was written; "" for ever."""
    clock: Mapping[str, str]
    """BYHOUR and finer, which the time of the event has to agree with."""
    line: int

    @property
    def freq(self) -> str:
        """DAILY, WEEKLY, MONTHLY or YEARLY."""
        return self.parts["FREQ"]

    @property
    def interval(self) -> int:
        """Every so many days, weeks, months or years."""
        return int(self.parts.get("INTERVAL", "1"))

    @property
    def text(self) -> str:
        """The rule without its end, for whoever expands it."""
        return ";".join(f"{name}={value}" for name, value in self.parts.items())


_ORDER = (
    *("FREQ", "INTERVAL", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY"),
    *("BYSETPOS", "WKST"),
)


def read_pattern(written: Property) -> Pattern:
    """Return what an RRULE says, or raise CannotUse."""
    said = _parts(written)
    freq = said.get("FREQ", "")
    if freq in _SUB_DAILY:
        raise _refused(written, "it comes round more often than once a day")
    if freq not in _FREQS:
        raise _refused(written, "it does not say whether it is daily, weekly, monthly or yearly")
    tidy = {name: _tidy(name, value, written) for name, value in said.items()}
    _agree(tidy, written)
    if tidy.get("INTERVAL") == "1":
        del tidy["INTERVAL"]
    return Pattern(
        parts={name: tidy[name] for name in _ORDER if name in tidy},
        count=int(tidy["COUNT"]) if "COUNT" in tidy else None,
        until=tidy.get("UNTIL", ""),
        clock={name: tidy[name] for name in _CLOCK if name in tidy},
        line=written.line,
    )


def _parts(written: Property) -> dict[str, str]:
    value = re.sub(r"\s+", "", written.value)
    if len(value) > _LONGEST:
        raise _refused(written, "it is longer than any rule has to be")
    said: dict[str, str] = {}
    # Some programs write the name of the line twice.
    for part in re.sub(r"^RRULE:", "", value, flags=re.IGNORECASE).split(";"):
        name, _, values = part.upper().partition("=")
        if not part or name.startswith("X-"):
            continue
        if not values or name in said:
            raise _refused(written, f"{shown(part)} in it means nothing")
        said[name] = values
    return said


def _tidy(name: str, value: str, written: Property) -> str:
    if name in ("COUNT", "INTERVAL"):
        return _number(value, written)
    if name in ("FREQ", "UNTIL"):
        return value
    if _NOTHING_CHANGES.get(name) == value:
        return ""
    values = [part for part in value.split(",") if part]
    if len(values) <= _MOST_VALUES and values:
        if name == "WKST" and value in _WEEK:
            return value
        if name == "BYDAY" and all(map(_is_weekday, values)):
            return ",".join(dict.fromkeys(one.removeprefix("+") for one in values))
        if name in _RANGES and all(_is_in_range(name, one) for one in values):
            return ",".join(dict.fromkeys(str(int(one)) for one in values))
    raise _refused(written, f"{shown(f'{name}={value}')} in it cannot be")


def _number(value: str, written: Property) -> str:
    if not _NUMBER.fullmatch(value) or int(value) < 1:
        raise _refused(written, f"{shown(value)} in it is not a number of times")
    return str(int(value))


def _is_weekday(value: str) -> bool:
    found = _WEEKDAY.fullmatch(value)
    return found is not None and (not found[1] or 1 <= abs(int(found[1])) <= 53)


def _is_in_range(name: str, value: str) -> bool:
    if not _NUMBER.fullmatch(value):
        return False
    least, most = _RANGES[name]
    number = int(value)
    return least <= (abs(number) if name in _COUNTED_BACK else number) <= most


def _agree(said: Mapping[str, str], written: Property) -> None:
    """Refuse parts that the standard does not allow together: nobody can know their sense."""
    for reason in _disagreements(said):
        raise _refused(written, reason)


def _disagreements(said: Mapping[str, str]) -> Iterator[str]:
    freq = said["FREQ"]
    has_places = any(len(day) > 2 for day in said.get("BYDAY", "").split(","))
    if has_places and freq in ("DAILY", "WEEKLY"):
        yield "a place in the month, such as 2TU, means nothing by the day or week"
    if has_places and "BYWEEKNO" in said:
        yield "places in the month and numbers of weeks do not go together"
    if "BYWEEKNO" in said and freq != "YEARLY":
        yield "numbers of weeks only go with years"
    if "BYYEARDAY" in said and freq != "YEARLY":
        yield "days of the year only go with years"


def _refused(written: Property, why: str) -> CannotUse:
    return CannotUse(f"its rule {shown(written.value)} (line {written.line}) was not read: {why}")
