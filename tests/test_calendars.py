"""Feeds, an entry's own calendar and its next date: what is in them, and what never is."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from builders import TODAY, guide_of
from built_site import REPOSITORY
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar.parser import Contentline
from msgspec.structs import replace
from rereading import has_ical_js, in_diary, reread, reread_with_ical_js
from shipped import skip_without_the_example
from test_history import SOMEBODY

from doorstep.checking import check_site
from doorstep.layouts import environment
from doorstep.loading import read_config
from doorstep.outputs import calendar_lines
from doorstep.outputs.calendar_zones import zone_component
from doorstep.outputs.output import Press
from doorstep.outputs.renderers import CALENDARS
from doorstep.site import guide_of as guide_as_checked
from doorstep.views.calendar_feeds import feeds_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.guide import Guide

LAYOUTS = REPOSITORY / "layouts"
URL = "https://harbour-row.example.org/guide/"
CHECKED = "checked: 2026-11-03, by phone\n"
TERMS = ["2 September to 23 October 2026", "2 November to 18 December 2026"]
ADDRESS = "{address: 28 High Street, postcode: AB1 2CD, lat: 53.7, lon: -3.3}"
HALL = f"title: St Anne’s Hall\n{CHECKED}where: {ADDRESS}"
TEA = f"number: 127\ntitle: Tea and talk\n{CHECKED}contact: {{phone: 020 7946 0456}}\nwhere: hall\n"

SCHEDULES = {
    "weekly": "Every Tuesday, 10:30am to midday",
    "fortnightly": "every two weeks on Monday and Thursday from 7 December 2026, 7pm to 9pm",
    "by-place": "first and third Wednesday of the month, 7pm, not in August",
    "fifth-and-last": "fifth and last Saturday of the month, 2pm to 4pm",
    "term-time": "Every Tuesday in term time, 10:30am to midday",
    "not-on-holidays": "Every Monday, 2pm to 4pm, not on bank holidays",
    "only-on-holidays": "Every Monday, 2pm to 4pm, only on bank holidays",
    "until": "Every Friday from 8 January 2027 until 26 March 2027, 10am to 11am",
    "except": "Every Sunday, 3pm to 5pm, except 25 December and 27 December 2026",
    "on-the-15th": "the 15th of the month, 6pm to 8pm",
    "on-the-31st": "the 31st of the month, all day",
    "two-sittings": "Every Thursday, 10am to 11am and 2pm to 3pm",
    "once": "Saturday 3 July 2027, 2pm to 5pm",
    "weekend": "Friday 5 March 2027, 6pm to Sunday 7 March 2027, 4pm",
    "night": "Every Saturday, 10pm to 4am",
    "small-hours": "Every Sunday, 1:30am to 3am",
    "all-day": "Every day, all day, from 1 December 2026 until 3 December 2026",
    "no-time": "Every Wednesday",
    "expert": "rrule: FREQ=MONTHLY;BYDAY=-2FR from 1 January 2026, 9am to 10am",
}


def written(facts: str) -> str:
    return f"---\n{dedent(facts).strip()}\n---\n"


def guide(folder: Path, files: Mapping[str, str], **settings: Any) -> Guide:
    """Return a guide of these files, each without the lines around its facts."""
    texts = {name: written(facts) for name, facts in {"places/hall.md": HALL, **files}.items()}
    return guide_of(folder, texts, **{"terms": TERMS, **settings})


def calendars_of(guide: Guide) -> dict[str, bytes]:
    """Return every calendar of a guide, by its path."""
    *renderers, _page = CALENDARS
    press = Press(guide, environment(LAYOUTS))
    drawn = (one for r in renderers for item in r.items(guide) for one in r.draw(press, item))
    return {output.path: output.content for output in drawn}


def parsed(content: bytes) -> Any:
    return Calendar.from_ical(content)


def events(content: bytes) -> list[Any]:
    return list(parsed(content).walk("VEVENT"))


def tea(folder: Path, facts: str, **settings: Any) -> list[Any]:
    """Return the events of a group that says so of when it meets."""
    made = guide(folder, {"groups/tea.md": TEA + dedent(facts)}, **settings)
    return events(calendars_of(made)["groups/tea/tea.ics"])


def lines(event: Any, name: str) -> list[str]:
    """Return the lines of an event that begin with a name, unfolded."""
    text = event.to_ical().decode().replace("\r\n ", "")
    return [line for line in text.splitlines() if re.match(rf"{name}[;:]", line)]


def line(event: Any, name: str) -> str:
    (only,) = lines(event, name)
    return only


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """A guide with a group for every form of schedule, some of whose dates are changed."""
    changes = """
        changes:
          - {on: 24 November 2026, cancelled: yes, because: the hall is flooded}
          - {on: 1 December 2026, moved_to: "Wednesday 2 December 2026, 11am"}
          - {on: 8 December 2026, where: the library}
    """
    facts = f"{CHECKED}topics: [company]\nwhere: hall\n"
    files = {
        f"groups/{slug}.md": f"title: {slug}\n{facts}when: '{when}'"
        for slug, when in SCHEDULES.items()
    }
    for slug in ("weekly", "term-time"):
        files[f"groups/{slug}.md"] += dedent(changes)
    return guide(tmp_path_factory.mktemp("whole"), files)


def test_every_calendar_read_again_has_exactly_the_dates_of_the_diary(whole: Guide) -> None:
    made = calendars_of(whole)
    for feed in feeds_of(whole).all:
        assert reread(made[feed.path], whole) == in_diary(whole, feed.entries), feed.path
    assert len(reread(made["feeds/all.ics"], whole)) > 500


@pytest.mark.whole
@pytest.mark.skipif(not has_ical_js(), reason="needs Node and ical.js: run scripts/ical-js")
def test_another_program_reads_the_same(whole: Guide) -> None:
    made, feeds = calendars_of(whole), feeds_of(whole).all
    read = reread_with_ical_js([made[feed.path] for feed in feeds], whole)
    assert read == [in_diary(whole, feed.entries) for feed in feeds]


def test_lines_are_folded_at_75_octets_and_every_one_ends_as_the_standard_says(
    whole: Guide,
) -> None:
    for content in calendars_of(whole).values():
        assert content.count(b"\n") == content.count(b"\r\n")
        folded = [line.decode() for line in content.split(b"\r\n")]  # no letter is cut in two
        assert max(len(line.encode()) for line in folded) <= 75


def test_an_event_with_a_long_name_is_folded_and_found_again(tmp_path: Path) -> None:
    slug = "-".join(["tea"] * 20)
    files = {f"groups/{slug}.md": f"title: Tea\n{CHECKED}when: Tuesday 1 December 2026, 2pm"}
    content = calendars_of(guide(tmp_path, files))["feeds/all.ics"]
    (event,) = events(content)
    assert event["UID"] == f"{slug}.20261201@harbour-row.example.org"
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_a_feed_says_what_it_is_and_when_to_ask_again(whole: Guide) -> None:
    calendar = parsed(calendars_of(whole)["feeds/topic-company.ics"])
    assert calendar["VERSION"] == "2.0"
    # Both are texts (RFC 7986, 5.1); icalendar gives them as they stand in the file.
    title = r"Someone to talk to\, Harbour Row guide"
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == title
    assert calendar["SOURCE"] == f"{URL}feeds/topic-company.ics"
    assert calendar["URL"] == f"{URL}topics/company/"
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=12)
    assert "METHOD" not in calendar


def test_no_two_events_are_called_the_same_but_for_changes_of_one(whole: Guide) -> None:
    every = events(calendars_of(whole)["feeds/all.ics"])
    named = [(event["UID"], *lines(event, "RECURRENCE-ID")) for event in every]
    assert len(set(named)) == len(named)


def test_what_comes_round_is_one_event_with_a_rule(tmp_path: Path) -> None:
    (event,) = tea(tmp_path, "when: Every Tuesday, 10:30am to midday, not in August")
    assert line(event, "RRULE") == "RRULE:FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2,3,4,5,6,7,9,10,11,12"
    assert line(event, "DTSTART") == "DTSTART;TZID=Europe/London:20260106T103000"
    assert line(event, "DTEND") == "DTEND;TZID=Europe/London:20260106T120000"
    assert event["UID"] == "tea@harbour-row.example.org"


def test_a_series_does_not_begin_anew_every_night(tmp_path: Path) -> None:
    made = guide(tmp_path, {"groups/tea.md": TEA + "when: Every Tuesday, 10:30am"})
    later = replace(made, today=made.today + timedelta(days=1))
    first, second = (events(calendars_of(one)["groups/tea/tea.ics"]) for one in (made, later))
    assert line(first[0], "DTSTART") == line(second[0], "DTSTART")


def test_every_so_many_weeks_are_counted_from_the_first(tmp_path: Path) -> None:
    (event,) = tea(tmp_path, f"when: {SCHEDULES['fortnightly']}")
    assert line(event, "RRULE") == "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=MO"
    assert line(event, "DTSTART").endswith("20261207T190000")


def test_the_last_day_of_a_rule_is_told_in_utc(tmp_path: Path) -> None:
    (event,) = tea(tmp_path, "when: Every Friday from 8 January 2027 until 28 May 2027, 10am")
    assert line(event, "RRULE") == "RRULE:FREQ=WEEKLY;UNTIL=20270528T225959Z;BYDAY=FR"


def test_each_day_of_the_month_is_an_event_of_its_own_for_programs_that_read_one(
    tmp_path: Path,
) -> None:
    made = tea(tmp_path, "when: First and third Wednesday of the month, 7pm")
    assert [line(event, "RRULE") for event in made] == [
        "RRULE:FREQ=MONTHLY;BYDAY=1WE",
        "RRULE:FREQ=MONTHLY;BYDAY=3WE",
    ]
    assert [event["UID"].partition("@")[0] for event in made] == ["tea", "tea.2"]


def test_dates_left_out_are_exceptions_of_the_rule(tmp_path: Path) -> None:
    (event,) = tea(tmp_path, "when: Every Tuesday, 2pm, except 22 December and 29 December 2026")
    assert line(event, "EXDATE") == "EXDATE;TZID=Europe/London:20261222T140000,20261229T140000"


def test_whole_days_left_out_are_told_as_days(tmp_path: Path) -> None:
    (event,) = tea(tmp_path, "when: Every Tuesday, all day, except 22 December 2026")
    assert line(event, "EXDATE") == "EXDATE;VALUE=DATE:20261222"


def test_what_is_left_out_every_year_ends_with_the_year_it_is_told_for(tmp_path: Path) -> None:
    (event,) = tea(tmp_path, "when: Every Friday, 2pm, except 25 December")
    assert "UNTIL=20271231T235959Z" in line(event, "RRULE")
    assert line(event, "EXDATE") == "EXDATE;TZID=Europe/London:20261225T140000"


def test_bank_holidays_are_exceptions_of_a_rule_that_ends(tmp_path: Path) -> None:
    (event,) = tea(tmp_path, "when: Every Monday, 2pm, not on bank holidays")
    assert "UNTIL=20271231T235959Z" in line(event, "RRULE")
    assert "20270503T140000" in line(event, "EXDATE")


def test_term_time_is_told_date_by_date(tmp_path: Path) -> None:
    made = tea(tmp_path, "when: Every Tuesday in term time, 10:30am")
    assert all("RRULE" not in event for event in made)
    assert [event.start.date() for event in made][-2:] == [date(2026, 12, 8), date(2026, 12, 15)]
    assert made[-1]["UID"] == "tea.20261215@harbour-row.example.org"


def test_two_rules_that_say_the_same_start_say_it_once(tmp_path: Path) -> None:
    made = guide(
        tmp_path,
        {"groups/tea.md": TEA + "when: ['Every Tuesday, 2pm', 'First Tuesday of the month, 2pm']"},
    )
    content = calendars_of(made)["groups/tea/tea.ics"]
    assert reread(content, made) == in_diary(made, made.catalogue.entries)


def test_whole_days_are_dates_and_end_when_they_are_over(tmp_path: Path) -> None:
    (event,) = tea(tmp_path, "when: Friday 5 to Sunday 7 March 2027, all day")
    assert line(event, "DTSTART") == "DTSTART;VALUE=DATE:20270305"
    assert line(event, "DTEND") == "DTEND;VALUE=DATE:20270308"


def test_no_end_is_made_up_where_nobody_said_one(tmp_path: Path) -> None:
    (event,) = tea(tmp_path, "when: Every Tuesday, 2pm")
    assert "DTEND" not in event
    assert "DURATION" not in event


CANCELLED = """
    when: Every Tuesday, 10:30am to midday
    changes:
      - {on: 24 November 2026, cancelled: yes, because: the hall is flooded}
"""


def test_a_cancelled_date_stays_and_says_so(tmp_path: Path) -> None:
    _, event = tea(tmp_path, CANCELLED)
    assert (event["STATUS"], event["SUMMARY"]) == ("CANCELLED", "Cancelled: Tea and talk")
    assert line(event, "RECURRENCE-ID") == "RECURRENCE-ID;TZID=Europe/London:20261124T103000"
    assert "The hall is flooded." in event["DESCRIPTION"]


@pytest.mark.parametrize("when", ["Every Tuesday, 2pm", "Every Tuesday in term time, 2pm"])
def test_a_cancelled_date_is_kept_for_fourteen_days_and_more(tmp_path: Path, when: str) -> None:
    changes = "changes: [{on: 3 November 2026, cancelled: yes}]"
    made = tea(tmp_path, f"when: {when}\n{changes}")
    off = [event for event in made if event.get("STATUS") == "CANCELLED"]
    assert [event.start.date() for event in off] == [date(2026, 11, 3)]


def test_a_date_that_was_cancelled_long_ago_does_not_come_back(tmp_path: Path) -> None:
    changes = "changes: [{on: 3 March 2026, cancelled: yes}]"
    _, event = tea(tmp_path, f"when: Every Tuesday, 2pm\n{changes}")
    assert (event["STATUS"], event.start.date()) == ("CANCELLED", date(2026, 3, 3))


MOVED = "changes: [{on: 1 December 2026, moved_to: 'Wednesday 2 December 2026, 11am'}]"


def test_a_moved_date_stays_the_same_event(tmp_path: Path) -> None:
    _, event = tea(tmp_path, f"when: Every Tuesday, 10:30am to midday\n{MOVED}")
    assert event["UID"] == "tea@harbour-row.example.org"
    assert line(event, "RECURRENCE-ID").endswith("20261201T103000")
    assert line(event, "DTSTART").endswith("20261202T110000")
    assert "Moved from Tuesday 1 December." in event["DESCRIPTION"]


def test_a_single_date_keeps_its_name_when_it_is_moved(tmp_path: Path) -> None:
    (event,) = tea(tmp_path, f"when: Tuesday 1 December 2026, 10:30am to midday\n{MOVED}")
    assert event["UID"] == "tea.20261201@harbour-row.example.org"
    assert line(event, "DTSTART").endswith("20261202T110000")


def test_a_date_elsewhere_is_at_its_other_place_alone(tmp_path: Path) -> None:
    changes = "changes: [{on: 1 December 2026, where: the library}]"
    _, event = tea(tmp_path, f"when: Every Tuesday, 2pm\n{changes}")
    assert event["LOCATION"] == "the library"
    assert "GEO" not in event


def test_what_to_do_first_stands_first(tmp_path: Path) -> None:
    (event,) = tea(tmp_path, "cost: Free\ncome_along: Just turn up.\nwhen: Every Tuesday, 2pm")
    assert event["DESCRIPTION"].splitlines() == [
        "Check before you go: No. 127, 020 7946 0456",
        f"{URL}n/127/",
        "Every Tuesday, 2pm",
        "Free",
        "Just turn up.",
    ]
    assert event["LOCATION"] == "St Anne’s Hall, 28 High Street, AB1 2CD"
    assert line(event, "GEO") == "GEO:53.7;-3.3"
    assert event["URL"] == f"{URL}groups/tea/"


def test_without_a_number_of_its_own_the_guide_is_phoned(tmp_path: Path) -> None:
    facts = f"title: Tea\n{CHECKED}when: Every Tuesday, 2pm"
    made = calendars_of(guide(tmp_path, {"groups/tea.md": facts}))
    (event,) = events(made["groups/tea/tea.ics"])
    assert event["DESCRIPTION"].startswith("Check before you go: 020 7946 0123\n")


HOSTILE = r"A; B, C\\n\D: “é” END:VEVENT"


def test_words_of_people_stay_words(tmp_path: Path) -> None:
    facts = f"title: '{HOSTILE}'\nsummary: '{HOSTILE}'\n{CHECKED}when: Every Tuesday, 2pm"
    made = calendars_of(guide(tmp_path, {"groups/tea.md": facts}))
    (event,) = events(made["feeds/all.ics"])
    assert event["SUMMARY"] == HOSTILE
    assert HOSTILE in event["DESCRIPTION"]


def git(folder: Path, *words: str, at: str) -> None:
    times = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    subprocess.run(["git", *words], cwd=folder, env={**os.environ, **SOMEBODY, **times}, check=True)


def test_how_often_and_when_last_it_changed_comes_from_the_history(tmp_path: Path) -> None:
    facts = {"groups/tea.md": TEA + "when: Every Tuesday, 2pm"}
    guide(tmp_path, facts)
    git(tmp_path, "init", "--quiet", at="2026-10-01T10:00:00Z")
    for place, day in enumerate(("2026-10-01T10:00:00Z", "2026-11-05T09:30:00Z")):
        (tmp_path / "content/groups/tea.md").write_text(
            written(facts["groups/tea.md"]) + "." * place
        )
        git(tmp_path, "add", "--all", at=day)
        git(tmp_path, "commit", "--quiet", "--message", "A change", at=day)
    (event,) = events(calendars_of(guide(tmp_path, facts))["groups/tea/tea.ics"])
    assert event["SEQUENCE"] == 2
    assert (
        event["LAST-MODIFIED"].dt == event["DTSTAMP"].dt == datetime(2026, 11, 5, 9, 30, tzinfo=UTC)
    )


def test_without_a_history_nothing_is_made_up(tmp_path: Path) -> None:
    (event,) = tea(tmp_path, "when: Every Tuesday, 2pm")
    assert "SEQUENCE" not in event
    assert "LAST-MODIFIED" not in event
    assert event["DTSTAMP"].dt == datetime(2026, 11, 22, tzinfo=UTC)


CHESS = f"""
title: Chess
{CHECKED}topics: [older-people]
area: hill-top
organiser: tea
when: Every Friday, 2pm
"""


def test_a_feed_holds_only_its_own(tmp_path: Path) -> None:
    meets = f"{TEA}topics: [company]\nwhen: Every Tuesday, 2pm"
    made = guide(tmp_path, {"groups/tea.md": meets, "events/chess.md": CHESS})
    held = {
        path: sorted({event["UID"].partition("@")[0] for event in events(content)})
        for path, content in calendars_of(made).items()
        if path.startswith("feeds/")
    }
    assert held == {
        "feeds/all.ics": ["chess", "tea"],
        "feeds/topic-company.ics": ["tea"],
        "feeds/topic-older-people.ics": ["chess"],
        "feeds/area-hill-top.ics": ["chess"],
        "feeds/group-tea.ics": ["chess", "tea"],
        "feeds/place-hall.ics": ["tea"],
    }


SECRET = f"title: A group for women\n{CHECKED}sensitive: yes\ncontact: {{phone: 07700 900 123}}\n"


def test_a_safe_space_is_in_no_calendar(tmp_path: Path) -> None:
    files = {"groups/w.md": f"{SECRET}topics: [company]\nwhen: Every Friday, 2pm"}
    made = calendars_of(guide(tmp_path, files))
    assert sorted(made) == [
        "feeds/all.ics",
        "feeds/area-hill-top.ics",
        "feeds/topic-company.ics",
        "feeds/topic-older-people.ics",
    ]
    assert all(not events(content) for content in made.values())


@pytest.mark.parametrize("state", ["status: paused", "status: closed", "checked: 2020-01-01"])
def test_what_does_not_go_on_keeps_its_address_with_nothing_in_it(
    tmp_path: Path, state: str
) -> None:
    facts = f"title: Tea\nchecked: 2026-11-03\nwhere: hall\nwhen: Every Tuesday, 2pm\n{state}"
    if state.startswith("checked"):
        facts = facts.replace("checked: 2026-11-03\n", "")
    made = calendars_of(guide(tmp_path, {"groups/tea.md": facts}))
    kept = {
        "groups/tea/tea.ics",
        "groups/tea/tea-next.ics",
        "feeds/group-tea.ics",
        "feeds/place-hall.ics",
    }
    assert kept <= set(made)
    for path in kept:
        calendar = parsed(made[path])
        assert [component.name for component in calendar.subcomponents] == ["VTIMEZONE"]


def test_an_address_that_was_still_has_the_dates(tmp_path: Path) -> None:
    facts = TEA + "formerly: [tea-club]\nwhen: Every Tuesday, 2pm"
    made = calendars_of(guide(tmp_path, {"groups/tea.md": facts}))
    assert made["groups/tea-club/tea-club.ics"] == made["groups/tea/tea.ics"]
    assert made["groups/tea-club/tea-club-next.ics"] == made["groups/tea/tea-next.ics"]
    assert made["feeds/group-tea-club.ics"] == made["feeds/group-tea.ics"]


def test_the_next_date_is_one_event_without_a_rule(tmp_path: Path) -> None:
    made = guide(tmp_path, {"groups/tea.md": TEA + dedent(CANCELLED)})
    (event,) = events(calendars_of(made)["groups/tea/tea-next.ics"])
    assert event.start.date() == date(2026, 12, 1)
    assert event["UID"] == "tea.20261201@harbour-row.example.org"
    assert "RRULE" not in event


AFTER_THE_2ND = "BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8"


@pytest.mark.parametrize(
    ("zone", "rules"),
    [
        ("Europe/London", ["BYDAY=-1SU;BYMONTH=3", "BYDAY=-1SU;BYMONTH=10"]),
        ("America/New_York", ["BYDAY=2SU;BYMONTH=3", "BYDAY=1SU;BYMONTH=11"]),
        ("Australia/Sydney", ["BYDAY=1SU;BYMONTH=4", "BYDAY=1SU;BYMONTH=10"]),
        (
            "America/Santiago",
            [
                "BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8;BYMONTH=4",
                "BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8;BYMONTH=9",
            ],
        ),
        ("Asia/Kolkata", []),
    ],
)
def test_a_time_zone_is_told_by_its_rules(zone: str, rules: list[str]) -> None:
    text = zone_component(ZoneInfo(zone), 2026).decode()
    assert re.findall("RRULE:FREQ=YEARLY;(.*)\r\n", text) == rules
    assert "RDATE" not in text


@pytest.mark.parametrize(
    "zone", ["Europe/London", "America/Santiago", "Asia/Kolkata", "Africa/Casablanca", "UTC"]
)
def test_a_time_zone_read_again_has_the_same_clock(zone: str) -> None:
    read = parsed(zone_component(ZoneInfo(zone), 2026)).to_tz(lookup_tzid=False)
    days = [datetime(2026, 1, 1, 12) + timedelta(days=7 * week) for week in range(100)]
    offsets = [day.replace(tzinfo=ZoneInfo(zone)).utcoffset() for day in days]
    assert [read.utcoffset(day) for day in days] == offsets


@pytest.fixture(scope="module")
def example() -> Guide:
    """The guide in content/, as it stands on the day of the tests."""
    skip_without_the_example()
    config, _ = read_config(REPOSITORY / "site.yaml")
    assert config is not None
    checked = check_site(config, REPOSITORY / "content", TODAY, jobs=1)
    return guide_as_checked(checked, TODAY, assets={}, sizes={})


@pytest.mark.whole
def test_every_feed_of_the_example_guide_has_exactly_its_dates(example: Guide) -> None:
    made = calendars_of(example)
    for feed in feeds_of(example).all:
        assert reread(made[feed.path], example) == in_diary(example, feed.entries), feed.path


@pytest.mark.whole
@pytest.mark.skipif(not has_ical_js(), reason="needs Node and ical.js: run scripts/ical-js")
def test_another_program_reads_the_same_of_the_example_guide(example: Guide) -> None:
    made, feeds = calendars_of(example), feeds_of(example).all
    read = reread_with_ical_js([made[feed.path] for feed in feeds], example)
    for feed, found in zip(feeds, read, strict=True):
        assert found == in_diary(example, feed.entries), feed.path


def test_a_typed_backslash_is_not_the_end_of_a_line() -> None:
    assert (
        calendar_lines.text_line("X", "C:\\News, C:\\new; tea")
        == b"X:C:\\\\News\\, C:\\\\new\\; tea\r\n"
    )


@given(st.text(st.sampled_from("aé茶🍵\\^"), max_size=200))
def test_a_line_is_folded_where_icalendar_folds_it(words: str) -> None:
    assert calendar_lines.line("X", words) == Contentline(f"X:{words}").to_ical() + b"\r\n"
