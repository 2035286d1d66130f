"""Whole guides on the days when clocks and calendars do something odd, in several zones."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from built_site import LAYOUTS, TINY, Page, Site, checked
from rereading import in_diary, reread

from doorstep import site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence

pytestmark = pytest.mark.whole
hard = pytest.mark.hard

ONE_DAY = timedelta(days=1)
ZONES = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati"]
"""An hour twice a year; the same on other days; half an hour in the south; never, at UTC+14."""

ODD_DAYS = [
    *(date(1970, 1, 1), date(2000, 2, 29), date(2026, 12, 31), date(2027, 1, 1)),
    *(date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)),
    *(date(2038, 1, 18), date(2038, 1, 19), date(2038, 1, 20)),
    *(date(2099, 12, 31), date(2100, 2, 28), date(2100, 3, 1)),
]

WHEN = {
    "evening": "Every day, 7pm to 9pm",
    "small-hours": "Every day, 1:30am to 2am",
    "over-midnight": "Every Saturday, 10pm to 4am",
    "all-day": "Every Sunday, all day",
    "last-of-month": "Last Sunday of the month, 6pm to 7pm",
    "fortnight": "Every Monday, Tuesday and Wednesday, 11:30pm to 00:30",
}
"""What there is on, by the names of the groups that have it."""


def changes_of_clocks(zone: str) -> list[date]:
    """Return the days of 2027 on which the clocks of a zone change, and those around them."""
    here, noon = ZoneInfo(zone), time(12)
    days = [date(2027, 1, 1) + ONE_DAY * more for more in range(365)]
    moments = {day: datetime.combine(day, noon, here).utcoffset() for day in days}
    changed = [day for day in days[1:] if moments[day] != moments[day - ONE_DAY]]
    return [day + ONE_DAY * near for day in changed for near in (-1, 0, 1)]


EVERY_CASE = [(zone, day) for zone in ZONES for day in (*ODD_DAYS, *changes_of_clocks(zone))]
FEW_CASES = [("Europe/London", date(2027, 3, 28)), ("Pacific/Kiritimati", date(2028, 2, 29))]


def guide_in(zone: str, folder: Path) -> Path:
    """Write a guide in a zone with something on at every odd hour, and return its folder."""
    settings = (TINY / "site.yaml").read_text(encoding="utf-8")
    settings = settings.replace("time_zone: Europe/London", f"time_zone: {zone}\nexample: true")
    (folder / "content" / "groups").mkdir(parents=True)
    (folder / "site.yaml").write_text(settings.replace("  where: st-annes-hall\n", ""))
    for name, when in WHEN.items():
        text = f"---\ntitle: {name}\nwhen: {when}\nchecked: 40 days ago, by phone\n---\n"
        (folder / "content" / "groups" / f"{name}.md").write_text(text)
    return folder


@dataclass(frozen=True)
class Built:
    """A guide as on a day, and the files of its site."""

    guide: Guide
    files: dict[str, bytes]

    @property
    def zone(self) -> ZoneInfo:
        """Where it is."""
        return self.guide.config.time_zone

    def dates(self, name: str) -> tuple[Occurrence, ...]:
        """Return when something is on."""
        return self.guide.diary.of(self.guide.catalogue.by_slug[name])


@pytest.fixture(
    scope="module",
    params=[pytest.param(case, marks=() if case in FEW_CASES else hard) for case in EVERY_CASE],
    ids=lambda case: f"{case[0]}-{case[1]}",
)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    zone, day = request.param
    folder = tmp_path_factory.mktemp("clocks")
    read = checked(guide_in(zone, folder / "guide"), day)
    assert read.errors == []
    site.publish(read, day, LAYOUTS, folder / "_site", jobs=1)
    guide = site.guide_of(read, day, assets={}, sizes=defaultdict(int))
    return Built(guide, Site(folder / "_site").files)


def test_seven_in_the_evening_is_seven_in_the_evening_on_any_day(
    built: Built, tried: Callable[[str, int], None]
) -> None:
    tried("Guides built on odd days in several zones", 1)
    hours = {(one.start.time(), one.end.time()) for one in built.dates("evening") if one.end}
    assert len(built.dates("evening")) > 365
    assert hours == {(time(19), time(21))}


def test_nothing_happens_twice_or_not_at_all_though_its_hour_does(built: Built) -> None:
    days = [one.on for one in built.dates("small-hours")]
    window = built.guide.diary.window
    assert (days[0], days[-1]) == (window.first, window.last)
    assert {later - one for one, later in pairwise(days)} == {ONE_DAY}


def test_every_time_is_one_that_the_clock_on_the_wall_shows(built: Built) -> None:
    dates = [one for name in WHEN for one in built.dates(name)]
    moments = [moment for one in dates for moment in (one.start, one.end) if moment]
    shown = [moment.astimezone(UTC).astimezone(built.zone) for moment in moments]
    assert [f"{moment:%F %R}" for moment in shown] == [f"{moment:%F %R}" for moment in moments]


@pytest.mark.parametrize("name", WHEN)
def test_a_calendar_has_the_instants_that_the_site_has(name: str, built: Built) -> None:
    calendar = built.files[f"groups/{name}/{name}.ics"]
    entry = built.guide.catalogue.by_slug[name]
    assert reread(calendar, built.guide) == in_diary(built.guide, [entry])


def test_the_list_of_today_has_what_starts_today(built: Built) -> None:
    page = Page.of("", built.files["whats-on/today/index.html"])
    listed = page.words.partition("Make a shortlist Today, ")[2].partition(" Tomorrow, ")[0]
    today = built.guide.today
    starting = {one.slug for one in built.guide.diary.on(today) if one.start.date() == today}
    assert {"evening", "small-hours"} <= starting
    assert {name for name in WHEN if name in listed} == starting
