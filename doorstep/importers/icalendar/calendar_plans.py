"""A calendar that was read and the guide as it is -> a Plan: files to write, every event's fate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from doorstep.entries import Status
from doorstep.fields import ReadingContext
from doorstep.importers.existing import Known
from doorstep.importers.icalendar.calendars_read import CalendarRead, is_listed, why
from doorstep.importers.icalendar.components import Component
from doorstep.importers.icalendar.courses import Effort
from doorstep.importers.icalendar.date_changes import DateChange
from doorstep.importers.icalendar.event_drafts import Drafter
from doorstep.importers.icalendar.families import Family
from doorstep.importers.icalendar.happenings import title_of, uid_of
from doorstep.importers.icalendar.personal_details import without_personal_details
from doorstep.importers.icalendar.reasons import CannotUse
from doorstep.importers.icalendar.repeated import Outlook
from doorstep.importers.icalendar.slots import slot_of
from doorstep.importers.icalendar.timetables import Timetable, timetable_of
from doorstep.importers.outcomes import Fate, Outcome
from doorstep.importers.planning import Plan, plan_of
from doorstep.importers.settling import Decided, Listed, Settler
from doorstep.reading import read_entry
from doorstep.schedules.rules import Dates, Rule, Stretch

MOST_TO_COME = 1_500
"""Entries of one calendar; a whole guide has a few hundred."""

_CANCELLED = "it is cancelled"
_OLDER = "a later version of it is in the same calendar"


def plan_calendar(read: CalendarRead, drafter: Drafter, settler: Settler, outlook: Outlook) -> Plan:
    """Return the files to write and what becomes of every event; nothing is written yet."""
    planner = _Planner(read, drafter, settler, outlook)
    # Calendars come in another order each time; what is soonest is first to get its name.
    soonest = sorted(read.families.whole, key=lambda one: (one.event.start.wall, one.identity))
    decided = [planner.decide(family) for family in soonest]
    others = [
        *(_outcome(Fate.SKIPPED, event, reason) for event, reason in read.refused),
        *(Outcome(Fate.WITHHELD, event.line, "", reason=reason) for event, reason in read.withheld),
        *(_outcome(Fate.WITHHELD, one.component, _OLDER) for one in read.families.older),
        *(Outcome(Fate.ASKED, line, "") for line in read.asked.values()),
    ]
    every = [*decided, *map(Decided, others)]
    in_order = sorted(every, key=lambda one: one.outcome.row)
    return plan_of(in_order, planner.gone())


class _Planner:
    """Decides event by event; whatever is odd about one stays its own."""

    def __init__(
        self, read: CalendarRead, drafter: Drafter, settler: Settler, outlook: Outlook
    ) -> None:
        self.read, self.drafter, self.settler, self.outlook = read, drafter, settler, outlook
        self.effort, self.count = Effort(), 0

    def decide(self, family: Family) -> Decided:
        event = family.event
        try:
            hidden = self.read.hidden.get(event.uid, ())
            timetable = timetable_of(family, hidden, self.outlook, self.effort)
            if timetable.is_over:
                return Decided(_outcome(Fate.OVER, event.component, ""))
            if event.is_called_off:
                return self._called_off(family, timetable)
            self.count += 1
            if self.count > MOST_TO_COME:
                raise CannotUse(f"only the first {MOST_TO_COME:,} events to come are taken")
            draft = self.drafter.draft(family, timetable)
        except (ValueError, OverflowError) as reason:
            return Decided(_outcome(Fate.SKIPPED, event.component, why(reason)))
        return self.settler.settle(Listed(event.line, family.identity, draft))

    def _called_off(self, family: Family, timetable: Timetable) -> Decided:
        """Say of what the guide has that it is cancelled; of what it has not, say nothing."""
        event = family.event
        if family.identity not in self.settler.mine:
            return Decided(_outcome(Fate.WITHHELD, event.component, _CANCELLED))
        if event.repeats:
            draft = self.drafter.draft(family, timetable, status="closed")
        else:
            day = slot_of(event.start, event.length, self.outlook.zone).day
            change = DateChange(on=day, is_cancelled=True, source=event)
            draft = self.drafter.draft(family, replace(timetable, changes=(change,)))
        return self.settler.settle(Listed(event.line, family.identity, draft))

    def gone(self) -> Iterator[Outcome]:
        """Yield what the calendar no longer has, unless it is over or closed anyway."""
        for outcome in self.settler.gone(is_listed(self.read)):
            known = next(
                one for one in self.settler.mine.values() if one.source.file == outcome.file
            )
            if not _is_done(known, self.settler.context, self.outlook):
                yield outcome


def _outcome(fate: Fate, event: Component, reason: str) -> Outcome:
    title = without_personal_details(title_of(event)).text
    return Outcome(fate, event.line, title or uid_of(event), reason=reason)


def _is_done(known: Known, context: ReadingContext, outlook: Outlook) -> bool:
    entry, _ = read_entry(known.source, context)
    if entry is None:
        return False
    ends = [_end(rule) for rule in entry.rules]
    is_over = bool(ends) and all(end is not None and end < outlook.today for end in ends)
    return is_over or entry.status is Status.CLOSED


def _end(rule: Rule) -> date | None:
    match rule.days:
        case Dates(dates):
            return dates[-1]
        case Stretch(_, last):
            return last
    return rule.last
