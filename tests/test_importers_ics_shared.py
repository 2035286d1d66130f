"""The calendars of real programs that go wrong: each comes in as its manifest says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from made_calendars import Town, rules_of

from doorstep.importers.icalendar.copies import clean_copy

SHARED = Path(__file__).resolve().parents[2] / "shared" / "calendars"
NOVEMBER = date(2026, 11, 8)

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the calendars to try importing on are not beside this folder"
)

Entry = tuple[str, str | Sequence[str]]
"""A title, and when it is."""


@dataclass(frozen=True)
class Expected:
    """What comes of a file on a day."""

    today: date
    entries: Sequence[Entry] = ()
    told: Sequence[str] = ()
    """What the report says, among other things."""
    changes: Sequence[dict[str, str]] = ()
    """Of the first entry."""
    never: Sequence[str] = field(default=())
    """Words that are in no entry."""


TABLE = {
    "node-ical/ms_timezones": Expected(
        date(2020, 9, 1),
        [
            ("test", "Thursday 10 September 2020, 8am to 8:30am"),
            ("Not the actual summary 1", "Tuesday 15 September 2020, 4:30pm to 5:30pm"),
            (
                "Not the actual summary either",
                [
                    (
                        "Every Tuesday, Thursday, Friday and Sunday from 1 September 2020 "
                        "until 23 October 2020, 8pm to 8:30pm, except 3 September 2020"
                    ),
                    "Sunday 25, Tuesday 27, Thursday 29 and Friday 30 October 2020, 7pm to 7:30pm",
                    (
                        "Every Tuesday, Thursday, Friday and Sunday from 1 November 2020 "
                        "until 9 March 2021, 8pm to 8:30pm"
                    ),
                ],
            ),
        ],
        ["Line 145, Log Yesterday's Jira time: its start (line 152) cannot be read"],
    ),
    "node-ical/Office-2012-owa": Expected(
        date(2020, 10, 1),
        [
            ("TEST Syd", "Wednesday 28 October 2020, 2:30am to 4am"),
            ("TEST", "Wednesday 28 October 2020, 5:30pm to 7pm"),
            ("TEST 3", "Monday 2 November 2020, 6:30pm to 8pm"),
            (
                "TEST2",
                [
                    (
                        "Every Thursday and Friday from 5 November 2020 until 12 March 2021, "
                        "6:30pm to 8pm"
                    ),
                    "18, 19, 25 and 26 March 2021, 5:30pm to 7pm",
                    (
                        "Every Thursday and Friday from 1 April 2021 until 27 August 2021, "
                        "6:30pm to 8pm"
                    ),
                ],
            ),
        ],
    ),
    "node-ical/bad_ms_tz": Expected(
        date(2020, 8, 1),
        [
            (
                "[private]",
                [
                    (
                        "Every Tuesday and Thursday from 25 August 2020 until 22 October 2020, "
                        "3:35pm to 4:50pm"
                    ),
                    "Tuesday 27 and Thursday 29 October 2020, 2:35pm to 3:50pm",
                    (
                        "Every Tuesday and Thursday from 3 November 2020 until 17 December 2020, "
                        "3:35pm to 4:50pm"
                    ),
                ],
            )
        ],
        ["its times are those of another place"],
    ),
    "node-ical/bad_custom_ms_tz": Expected(
        date(2021, 3, 1),
        [
            ("[private]", "Thursday 25 March 2021, 10:35am to 11:50am"),
            ("*masked-away*", "Thursday 1 April 2021, 8:30pm"),
            ("*masked-away2*", "Thursday 1 April 2021, all day"),
        ],
        [
            "nobody knows the time zone “tzone://Microsoft/Custom” (line 6)",
            "“-PT1W1D2H3M4S” (line 40, DURATION) is not how long it takes",
        ],
    ),
    "node-ical/germany_at_end_of_day_repeating": Expected(
        date(2024, 10, 1),
        [
            (
                "TestCal_AllDayRepeatingEvent",
                "Every day from 22 October 2024 until 25 October 2024, 11pm to midnight",
            )
        ],
        ["nobody knows the time zone “Europe/Germany” (line 3)"],
    ),
    "node-ical/mixed-timezone-handling": Expected(
        date(2002, 10, 1),
        [
            ("No Timezone", "Monday 28 October 2002, 9:20am to 9:20am the next day"),
            ("UTC Timezone", "Monday 28 October 2002, 1:20am to 1:20am the next day"),
            ("Inline Timezone", "Monday 28 October 2002, 6:20am to 6:20am the next day"),
            ("Date Only (Explicit)", "Monday 28 October 2002, all day"),
            ("Date Only (Implicit)", "Monday 28 October 2002, all day"),
        ],
    ),
    "node-ical/floating-dtstart-custom-vtimezone": Expected(
        date(2025, 6, 1),
        [("Floating DTSTART with custom VTIMEZONE", "Tuesday 10 June 2025, 2pm to 3pm")],
    ),
    "node-ical/biweekly-exdate-until": Expected(
        date(2017, 7, 1),
        [
            (
                "Example of comma-separated exdates",
                "3 and 31 July 2017, 3pm to 1am the next day",
            ),
            (
                "Example of exdate with bad times",
                (
                    "Every two weeks on Monday and Tuesday from 14 August 2017, "
                    "3pm to 1am the next day"
                ),
            ),
        ],
        ["it is not anyway: 19 December 2017 at 6am, 18 December 2017 at 6am, 16 January 2020"],
    ),
    "node-ical/daily-count-exdate-recurrence-id": Expected(
        date(2015, 7, 1),
        [("Treasure Hunting", "6, 7, 9, 11, 12, 13, 14 and 15 July 2015, 8pm to 9pm")],
        ["it would end (“20150707T160000”, line 16) before it starts"],
        changes=[
            {
                "on": "2015-07-07",
                "moved_to": "Thursday 9 July 2015, 11pm",
                "where": "The other island",
            }
        ],
    ),
    "node-ical/duplicate-uid-sequence": Expected(
        date(2024, 1, 1),
        [
            ("Team Meeting (SEQUENCE 2)", "Monday 15 January 2024, 10am to 11am"),
            (
                "Updated version (SEQUENCE 3) - should win",
                "Saturday 20 January 2024, 2pm to 3pm",
            ),
        ],
        ["Line 20, First version (SEQUENCE 1): a later version of it is in the same calendar"],
    ),
    "node-ical/google-recurrence-order": Expected(
        date(2026, 2, 1),
        [("TEST RECURR 3", "10, 11 and 12 February 2026, 5pm to 5:30pm")],
        changes=[
            {"on": "2026-02-11", "moved_to": "Wednesday 11 February 2026, 5:30pm to 6pm"},
        ],
    ),
    "node-ical/exchange_whole_day_moved_recurrence_offset_tz": Expected(
        date(2026, 2, 1),
        [
            (
                "Exchange Recurring Test (offset TZID)",
                "Every Tuesday and Thursday from 19 February 2026 until 18 August 2026, all day",
            )
        ],
        changes=[{"on": "2026-02-26", "moved_to": "Friday 27 February 2026"}],
    ),
    "node-ical/whole_day_moved_over_dst_change_berlin": Expected(
        date(2024, 10, 1),
        [
            (
                "test whole day moved",
                "Every day from 27 October 2024 until 29 October 2024, all day",
            )
        ],
        changes=[{"on": "2024-10-28", "moved_to": "Wednesday 30 October 2024"}],
    ),
    "node-ical/non-utc-until": Expected(
        date(2024, 1, 1),
        [
            (
                "Weekly Meeting (Non-UTC UNTIL)",
                "Every Monday until 30 December 2024, 9am to 10am",
            )
        ],
    ),
    "node-ical/tentative-apple-calendar": Expected(
        date(2022, 7, 1),
        [
            ("Tentative", "Tuesday 5 July 2022, 00:00 to 00:50"),
            ("Confirmed", "Tuesday 5 July 2022, 5pm to 6pm"),
            ("No Status", "Thursday 7 July 2022, 5pm to 6pm"),
        ],
        [
            "Line 44, Cancelled: it is cancelled",
            "Line 8, Tentative: the group has marked it as not certain yet",
        ],
        never=["@example.com", "mailto"],
    ),
    "node-ical/badRRULE": Expected(
        date(2020, 11, 1),
        [
            (
                "Brain Break",
                [
                    "Monday to Friday from 2 November 2020 until 12 March 2021, 4:40pm to 4:50pm",
                    "Monday to Friday from 15 March 2021 until 26 March 2021, 3:40pm to 3:50pm",
                    "Monday to Friday from 29 March 2021 until 29 October 2021, 4:40pm to 4:50pm",
                    "1 to 5 November 2021, 3:40pm to 3:50pm",
                    (
                        "Monday to Friday from 8 November 2021 until 31 December 2021, "
                        "4:40pm to 4:50pm"
                    ),
                ],
            ),
            (
                "Invalid RRULE property",
                (
                    "Monday to Friday, 6:20am, "
                    "except 21 to 25 December 2020 and 28 December 2020 to 1 January 2021"
                ),
            ),
        ],
        [
            "Line 47, Academic Time: its rule “RRULE:AnythingRandom;",
            "(line 50) was not read",
        ],
    ),
    "node-ical/event-with-category": Expected(
        date(2020, 1, 1),
        told=[
            f"Line {line}, Event with a category: it has no start" for line in (2, 8, 14, 20, 26)
        ],
    ),
    "icalendar/example": Expected(
        date(2022, 1, 1),
        [
            ("New Year's Day", "Saturday 1 January 2022, all day"),
            ("Orthodox Christmas", "Friday 7 January 2022, all day"),
            ("International Women's Day", "Tuesday 8 March 2022, all day"),
        ],
    ),
    "icalendar/multiple_calendar_components": Expected(
        date(2003, 1, 1),
        [
            ("Christmas Day", "Thursday 25 December 2003, all day"),
            ("Boxing Day", "Thursday 1 May 2003, all day"),
            ("Christmas again!", "Thursday 25 December 2003, all day"),
        ],
    ),
    "icalendar/issue_1050_multiple_calendars": Expected(
        date(2020, 1, 1),
        told=["Line 4, Event 1: it has no start", "Line 12, Event 2: it has no start"],
    ),
    "icalendar/broken_dtstart": Expected(
        date(2020, 1, 1),
        told=["Line 4, test-123: “INVALID-DATE” (line 6, DTSTART) is not a date or time"],
    ),
    "icalendar/broken_ical": Expected(
        date(2014, 1, 1),
        [("An Event with too many semicolons", "Wednesday 9 April 2014, 9:30am")],
    ),
    "icalendar/issue_104_broken_calendar": Expected(
        date(2014, 1, 1),
        [("Broken Eevnt", "Tuesday 1 April 2014, 1am to 2am")],
        ["“X” belongs to nothing in this calendar"],
    ),
    "icalendar/issue_165_missing_event": Expected(
        date(2015, 7, 1),
        [
            (
                "Sprint 25 Daily Standup",
                "Monday to Friday from 3 July 2015 until 22 July 2015, 9am to 9:30am",
            )
        ],
    ),
    "icalendar/issue_466_convert_tzid_with_slash": Expected(
        NOVEMBER, [("Just chatting", "Every Friday, 7pm to 8pm")]
    ),
    "icalendar/invalid_duration": Expected(
        date(2023, 12, 1),
        [("Event with an impractical duration", "Monday 1 January 2024, 00:00")],
        ["“P999999999999999999W” (line 8, DURATION) is not how long it takes"],
    ),
    "icalendar/parsing_error": Expected(
        date(2008, 3, 1),
        [
            (
                "Perfectly OK event",
                "Every day from 3 March 2008 until 23 March 2008, all day, except 11 March 2008",
            ),
            (
                "Wrong event",
                "Every day from 3 March 2008 until 23 March 2008, all day, except 11 March 2008",
            ),
        ],
        ["line 19 (EXDATE) has no date"],
    ),
    "icalendar/issue_1231_recurrence": Expected(
        date(2025, 4, 1), [("Test recurrence", "Monday 28 April 2025, 5:05pm")]
    ),
    "icalendar/small_bad_calendar": Expected(
        date(2020, 1, 1), told=["This file ends too early", "Nothing was written."]
    ),
    "icalendar/bom_calendar": Expected(date(2020, 1, 1), told=["there is nothing to import"]),
    "ical4j/EXDATE-IN-UTC": Expected(
        date(2007, 5, 1),
        [
            (
                "New Event",
                [
                    (
                        "Every Tuesday from 8 May 2007 until 23 October 2007, 11:15am to 12:15pm, "
                        "except 15 May 2007 and 22 May 2007"
                    ),
                    "Tuesday 30 October 2007, 10:15am to 11:15am",
                    "Every Tuesday from 6 November 2007 until 4 March 2008, 11:15am to 12:15pm",
                    "11, 18 and 25 March 2008, 10:15am to 11:15am",
                    "Every Tuesday from 1 April 2008 until 24 June 2008, 11:15am to 12:15pm",
                ],
            )
        ],
    ),
    "ical4j/smallcluster": Expected(
        date(1997, 7, 1), told=["Line 5, Bastille Day Party: its rule “FREQ=YEARLY;"]
    ),
    "ical4j/overlaps": Expected(
        date(2000, 11, 1),
        [
            ("overlaps", "Saturday 4 November 2000, 3pm to 4pm"),
            ("overlaps", "Saturday 4 November 2000, 3:30pm to 4:30pm"),
            ("overlaps", "Saturday 4 November 2000, 4pm to 5pm"),
            ("overlaps", "Saturday 4 November 2000, 4:30pm to 5:30pm"),
            ("overlaps", "Saturday 4 November 2000, 5pm to 6pm"),
        ],
    ),
    "ical4j/1106817412": Expected(
        date(2005, 1, 1),
        [("2005年日本国際?覧会", "Friday 25 March to Sunday 25 September 2005")],
        ["Some letters here could not be read"],
        never=["\ufffd", "å¹´"],
    ),
    "ical.js/rdate_exdate": Expected(
        date(2024, 6, 1), [("rdate_exdate", "9, 10 and 12 June 2024, 4am")]
    ),
    "ical.js/only_dtstart_time": Expected(
        date(2012, 6, 1), [("Really long event name thing", "Saturday 30 June 2012, 2pm")]
    ),
    "own/html-instead-of-calendar": Expected(
        NOVEMBER, told=["This is a web page and not a calendar.", "“public” or “iCal” address"]
    ),
    "own/sub-daily-rules": Expected(
        NOVEMBER,
        [("Tea and talk", "Every Tuesday, 10:30am to midday")],
        [
            "Line 4, Every second for ever: its rule",
            "Line 11, Every minute of two hours: its rule",
            "Line 18, Every two hours, five times: its rule",
        ],
    ),
    "own/daily-since-1900": Expected(
        NOVEMBER,
        [
            ("Morning prayers", "Every day, 8am to 8:30am"),
            ("A very long series", "Every day, 8am"),
        ],
        ["Line 19, Every 30 February: by its rule"],
    ),
    "own/outlook-gmt-standard-time": Expected(
        NOVEMBER,
        [
            (
                "Community choir",
                "Every Thursday until 1 April 2027, 7pm to 9pm, except 24 and 31 December 2026",
            )
        ],
    ),
    "own/x-wr-timezone-utc-series": Expected(
        date(2026, 7, 1),
        [
            ("Walk in the park", "Every Wednesday, 10:30am to 11:30am"),
            ("A talk in July", "Wednesday 15 July 2026, 7pm to 8pm"),
        ],
    ),
    "own/cancelled-and-moved": Expected(
        NOVEMBER,
        [("Lunch club", "Every Wednesday, midday to 2pm")],
        ["Line 35, Winter fair: it is cancelled"],
        changes=[
            {"on": "2026-11-18", "cancelled": "yes", "because": "The hall is flooded"},
            {
                "on": "2026-11-25",
                "moved_to": "Thursday 26 November 2026, 12:30pm to 2:30pm",
                "where": "Library",
            },
        ],
    ),
    "own/people-in-it": Expected(
        NOVEMBER,
        [("Community pantry", "Tuesday 10 November 2026, 10am to midday")],
        ["Line 4: it is private", "a phone number was left out of its description"],
        never=["Women", "Example Person", "Third Person", "mailto", "7946", "ZZCANARY", "1234"],
    ),
    "own/html-and-script": Expected(
        NOVEMBER,
        [("Film night", "Friday 13 November 2026, 7pm")],
        ["its web address was left out"],
        never=["Owned", "script", "169.254", "etc"],
    ),
    "own/windows-1252": Expected(
        NOVEMBER,
        [("Café “Trwsio” – it’s free", "Saturday 14 November 2026, 10am to midday")],
        ["it was read as Windows-1252"],
        never=["Ã", "\ufffd"],
    ),
}

every_file = pytest.mark.parametrize("name", TABLE)


def raw(name: str) -> bytes:
    return (SHARED / f"{name}.ics").read_bytes()


def town_for(name: str, content: Path) -> Town:
    return Town(content, TABLE[name].today)


def test_the_table_has_every_file() -> None:
    found = {path.relative_to(SHARED).with_suffix("").as_posix() for path in SHARED.glob("*/*.ics")}
    assert found == set(TABLE)


@every_file
def test_what_is_imported_is_what_the_manifest_says(name: str, tmp_path: Path) -> None:
    expected, town = TABLE[name], town_for(name, tmp_path)
    town.imports(raw(name), name=Path(name).name)
    entries = [town.facts(slug) for slug in town.files]
    found = [(str(one["title"]), rules_of(one["when"], expected.today)) for one in entries]
    wanted = [
        (title, rules_of([when] if isinstance(when, str) else list(when), expected.today))
        for title, when in expected.entries
    ]
    assert sorted(found, key=repr) == sorted(wanted, key=repr)


@every_file
def test_what_is_told_is_what_the_manifest_says(name: str, tmp_path: Path) -> None:
    said = town_for(name, tmp_path).says(raw(name))
    assert [words for words in TABLE[name].told if words not in said] == []


@every_file
def test_changed_dates_are_what_the_manifest_says(name: str, tmp_path: Path) -> None:
    town = town_for(name, tmp_path)
    town.imports(raw(name))
    changes = [change for slug in town.files for change in town.facts(slug).get("changes", [])]
    assert changes == list(TABLE[name].changes)


@every_file
def test_nothing_is_in_an_entry_that_should_not_be(name: str, tmp_path: Path) -> None:
    town = town_for(name, tmp_path)
    town.imports(raw(name))
    written = "".join(town.files.values())
    assert [words for words in TABLE[name].never if words in written] == []


@every_file
def test_importing_twice_changes_nothing(name: str, tmp_path: Path) -> None:
    town = town_for(name, tmp_path)
    town.imports(raw(name))
    once = town.files
    town.imports(raw(name))
    assert town.files == once


@every_file
def test_the_copy_that_is_kept_says_the_same(name: str, tmp_path: Path) -> None:
    town, offline = Town(tmp_path / "a"), Town(tmp_path / "b")
    town.today = offline.today = TABLE[name].today
    read = town.target.read(raw(name), name)
    copy = clean_copy(read, keeps_contacts=False)
    town.imports(raw(name), name=read.name or "club")
    offline.imports(copy, name=read.name or "club")
    assert offline.files == town.files
    assert clean_copy(offline.target.read(copy, name), keeps_contacts=False) == copy
