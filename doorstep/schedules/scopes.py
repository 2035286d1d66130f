"""Groups of parts -> which limits are of one group only and which of all, or a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.dates import MONTHS
from doorstep.schedules.clause import DAYS, LIMITS, TIMES, said_twice
from doorstep.schedules.parts import Frequency, Limit, Mark, Part
from doorstep.schedules.rules import BankHolidays
from doorstep.schedules.unread import CLEAR, ScheduleNotRead

if TYPE_CHECKING:
    from collections.abc import Sequence

_BARE = ("school", "term", "termtime", "bank", "public", "the")
"""First words of limits that say neither "in" nor "not"."""
_LEAVE_OUT = (
    *("not", "but", "except", "excepting", "excluding", "excl", "apart", "other", "no"),
    "closed",
)
"""First words of exceptions."""
_NARROW = (BankHolidays.NOT_ON, BankHolidays.ONLY_ON)
Group = tuple[Part, ...]
"""The parts that belong to the same days."""


def shared_limits(groups: Sequence[Group]) -> tuple[list[Group], list[Part]]:
    """Return the groups with the limits of their own, and the limits that are of all."""
    of_all: list[Part] = []
    for group in groups:
        for at, part in enumerate(group):
            if not isinstance(part.said, LIMITS):
                continue
            _check_closing(group, at)
            check_beside(group, at)
            _check_joined(group, at)
            is_last = group is groups[-1]
            if is_last and _closes_all(group, at):
                of_all.append(part)
            elif len(groups) > 1 and not _is_own(group, at, is_last=is_last):
                raise _of_one_or_all(part)
    own = [tuple(part for part in group if part not in of_all) for group in groups]
    return own, of_all


def check_shared_last(shared: Sequence[Part]) -> None:
    """Ask of whom "Not in August." is said when more days follow it; "closed" is of all."""
    for part in shared:
        if not (isinstance(part.said, Limit) and part.said.closes):
            raise _of_one_or_all(part)


def _is_own(group: Group, at: int, *, is_last: bool) -> bool:
    """Say whether a limit is of its own group: between its days and times, or held to them."""
    part = group[at]
    if not _main(group[:at]):
        return isinstance(part.said, Frequency)
    if _main(group[at:]):
        return True
    if _closes_all(group, at):
        return False
    is_held = part.after in (Mark.AND, Mark.STOP) or (part.after and not part.before)
    return bool(is_held) and not is_last


def _closes_all(group: Group, at: int) -> bool:
    """Say whether it ends with ", closed in August": then all of the place is closed."""
    part = group[at]
    closes = isinstance(part.said, Limit) and part.said.closes
    return closes and part.before is not None and not _main(group[at:])


def _check_closing(group: Group, at: int) -> None:
    """Ask whether "Tuesday closed Wednesday 2pm" says closed of the one or of the other."""
    part = group[at]
    if not (isinstance(part.said, Limit) and part.said.closed_weekdays and _main(group[:at])):
        return
    beside_days = isinstance(group[at - 1].said, DAYS) and part.before is None
    if beside_days or _main(group[at:]):
        raise ScheduleNotRead(
            CLEAR,
            f"“{part.text}” can be of the days before it or of those after it.",
            f"Write a comma, the days that are open first: Every day, 10am to 4pm, {part.text}",
            wrong=part.text,
        )


def check_beside(group: Sequence[Part], at: int) -> None:
    """Ask what "except July school holidays" and "not Saturdays in August" leave out."""
    part, before = group[at], group[at - 1]
    if at == 0 or part.before is not None or not isinstance(before.said, Limit):
        return
    first_word = _first_word(part)
    if first_word in MONTHS or first_word in _BARE or _may_narrow(before, part):
        raise said_twice([before, part])


def _may_narrow(exception: Part, part: Part) -> bool:
    """Say whether a limit may be one of the exception before it, and not of the days."""
    is_limit = isinstance(part.said, Limit) and not part.said.by_appointment
    return is_limit and _first_word(exception) in _LEAVE_OUT and _first_word(part) not in _LEAVE_OUT


def _first_word(part: Part) -> str:
    return part.text.split()[0].lower()


def _check_joined(group: Group, at: int) -> None:
    """Ask whether "Tuesdays and school holidays" are the Tuesdays of them or other days too."""
    part, limit = group[at], group[at].said
    if at == 0 or not isinstance(limit, Limit):
        return
    # The bank holidays of "Sundays in July and bank holidays" may be those of July, or all.
    is_added = limit.bank_holidays is BankHolidays.ALSO_ON and _is_narrow(group[at - 1])
    narrows = limit.months is not None or limit.terms or limit.bank_holidays in _NARROW
    # "And by appointment" is more often said of other times.
    may_be_more = limit.by_appointment or (narrows and _first_word(part) not in _LEAVE_OUT)
    if is_added or (part.before is Mark.AND and may_be_more):
        raise said_twice([group[at - 1], part])


def _is_narrow(part: Part) -> bool:
    said = part.said
    return isinstance(said, Limit) and (said.months is not None or said.terms is not None)


def _main(parts: Group) -> bool:
    return any(isinstance(part.said, DAYS + TIMES) for part in parts)


def _of_one_or_all(part: Part) -> ScheduleNotRead:
    return ScheduleNotRead(
        CLEAR,
        f"“{part.text}” can be meant for all of this line or for one part of it.",
        f"Write each part on a line of its own, with “{part.text}” where it is meant.",
        wrong=part.text,
    )
