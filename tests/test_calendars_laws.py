"""Whatever the schedule, calendars hold exactly the dates the site has, whoever reads them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from builders import guide_of
from hypothesis import given
from hypothesis import strategies as st
from made_up_rules import hours_of_day, rules
from msgspec.structs import replace
from rereading import in_diary, reread

from doorstep.catalogue import Catalogue
from doorstep.details import Change, MovedTo
from doorstep.outputs.calendars import calendar_of
from doorstep.recurrences import repeats_of, timeline_of
from doorstep.schedules.rules import Rule, Written

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from doorstep.guide import Guide

TERMS = [
    "2 September to 23 October 2026",
    "2 November to 18 December 2026",
    "5 January to 2 April 2027",
]


@cache
def quiet_guide() -> Guide:
    """Return a guide with one group, which never meets."""
    group = "---\ntitle: Tea and talk\nchecked: 2026-11-03\n---\n"
    with TemporaryDirectory() as folder:
        return guide_of(Path(folder), {"groups/tea-and-talk.md": group}, terms=TERMS)


def guide_with(made_up: tuple[Rule, ...], changes: tuple[Change, ...] = ()) -> Guide:
    """Return a guide with one group that meets by these rules."""
    guide = quiet_guide()
    (group,) = guide.catalogue.entries
    when = (Written("as made up", made_up),)
    group = group.model_copy(update={"when": when, "changes": changes})
    catalogue = Catalogue.of([group], guide.config.freshness, guide.today)
    return replace(guide, catalogue=catalogue)


@st.composite
def changes_of(draw: DrawFn, guide: Guide) -> tuple[Change, ...]:
    """Make up what becomes of some of the dates that an entry has."""
    (group,) = guide.catalogue.entries
    days = sorted({one.on for one in guide.diary.of(group)})
    some = draw(st.sets(st.sampled_from(days), max_size=3)) if days else ()
    return tuple(draw(change_on(day)) for day in sorted(some))


@st.composite
def change_on(draw: DrawFn, day: date) -> Change:
    """Make up what becomes of a date: cancelled, elsewhere, or at another time."""
    sort = draw(st.sampled_from(["cancelled", "elsewhere", "moved"]))
    said: dict[str, Any] = {"on": day, "because": "the hall is flooded"}
    if sort == "cancelled":
        return Change.model_construct(**said, cancelled=True)
    if sort == "elsewhere":
        return Change.model_construct(**said, where="the library")
    hours = draw(hours_of_day())
    new = day + timedelta(days=draw(st.integers(-40, 40)))
    moved_to = MovedTo("as made up", new, hours[0] if hours else None)
    return Change.model_construct(**said, moved_to=moved_to)


@given(st.lists(rules(), min_size=1, max_size=2).map(tuple), st.data())
def test_search_engines_are_told_of_the_same_series_as_calendars(
    made_up: tuple[Rule, ...], data: st.DataObject
) -> None:
    guide = guide_with(made_up)
    if data.draw(st.booleans()):
        guide = guide_with(made_up, data.draw(changes_of(guide)))
    (group,) = guide.catalogue.entries
    told, dated = repeats_of(guide.diary, group), timeline_of(guide.diary, group).series
    assert [replace(one, changed=()) for one in told] == [replace(one, changed=()) for one in dated]


@given(st.lists(rules(), min_size=1, max_size=3).map(tuple), st.data())
def test_a_calendar_that_is_read_again_has_exactly_the_dates_of_the_diary(
    made_up: tuple[Rule, ...], data: st.DataObject
) -> None:
    changes = data.draw(changes_of(guide_with(made_up)))
    guide = guide_with(made_up, changes)
    (group,) = guide.catalogue.entries
    assert reread(calendar_of(guide, group), guide) == in_diary(guide, [group])
