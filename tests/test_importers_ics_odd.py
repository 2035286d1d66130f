"""Calendars with odd but real habits: what they say is taken as meant, or named."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import pytest
from made_calendars import LONDON, Town, calendar, context, event

from doorstep.almanac import Almanac
from doorstep.importers.icalendar.copies import clean_copy
from doorstep.importers.icalendar.event_drafts import Wishes
from doorstep.importers.icalendar.personal_details import without_personal_details
from doorstep.importers.icalendar.run import plan_from
from doorstep.occurrences import State, Window, occurrences_of
from doorstep.reading import read_entry

WINDOW = Window(date(2026, 11, 8), date(2027, 11, 30))
HOUR = "DTEND;TZID=Europe/London:20261110T113000"
SIX_WEEKS = "RRULE:FREQ=WEEKLY;COUNT=6"
TUESDAYS = ["10.11. 10:30", "17.11. 10:30", "24.11. 10:30", "1.12. 10:30", "8.12. 10:30"]
LAST = "15.12. 10:30"


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def starts(town: Town, slug: str = "tea-and-talk") -> list[str]:
    """Return when it starts, as a reader of the guide sees it."""
    return [_short(one) for one, _ in _dates(town, slug)]


def _dates(town: Town, slug: str = "tea-and-talk") -> list[tuple[datetime, datetime | None]]:
    entry, problems = read_entry(town.entry(slug), context())
    assert entry, problems
    expanded = occurrences_of(entry.rules, entry.changes, slug, WINDOW, Almanac(), LONDON)
    return [(one.start, one.end) for one in expanded if one.state is State.ON]


def _short(moment: datetime) -> str:
    return f"{moment.day}.{moment.month}. {moment:%H:%M}"


def instead(on: str, start: str, *lines: str) -> str:
    """Return a changed date of the event, on a clock in London unless it is whole days."""
    zone = "TZID=Europe/London" if "T" in start else "VALUE=DATE"
    named = "TZID=Europe/London" if "T" in on else "VALUE=DATE"
    return event(f"RECURRENCE-ID;{named}:{on}", f"DTSTART;{zone}:{start}", *lines)


def test_places_in_a_year_are_counted_over_all_its_months(town: Town) -> None:
    rule = "RRULE:FREQ=YEARLY;BYMONTH=3,4,5;BYDAY=MO;BYSETPOS=-1"
    town.imports(calendar(event("DTSTART;TZID=Europe/London:20260525T103000", rule)))
    assert starts(town) == ["31.5. 10:30"]


def test_of_two_times_a_day_only_the_one_named_is_left_out(town: Town) -> None:
    added = "RDATE;TZID=Europe/London:20261117T140000"
    left_out = "EXDATE;TZID=Europe/London:20261117T103000"
    town.imports(calendar(event(HOUR, SIX_WEEKS, added, left_out)))
    assert starts(town) == [TUESDAYS[0], "17.11. 14:00", *TUESDAYS[2:], LAST]


def test_a_date_besides_can_be_left_out_alone(town: Town) -> None:
    added = "RDATE;TZID=Europe/London:20261117T140000"
    left_out = "EXDATE;TZID=Europe/London:20261117T140000"
    town.imports(calendar(event(HOUR, SIX_WEEKS, added, left_out)))
    assert starts(town) == [*TUESDAYS, LAST]


@pytest.mark.parametrize(
    ("change", "second"),
    [
        (instead("20261117T103000", "20261117T103000", "STATUS:CANCELLED"), ["17.11. 14:00"]),
        (instead("20261117T140000", "20261117T140000", "STATUS:CANCELLED"), ["17.11. 10:30"]),
        (instead("20261117T103000", "20261118T090000"), ["17.11. 14:00", "18.11. 09:00"]),
        (instead("20261117T140000", "20261118T090000"), ["17.11. 10:30", "18.11. 09:00"]),
    ],
)
def test_of_two_times_a_day_only_the_one_named_changes(
    town: Town, change: str, second: list[str]
) -> None:
    added = "RDATE;TZID=Europe/London:20261117T140000"
    town.imports(calendar(event(HOUR, SIX_WEEKS, added), change))
    assert starts(town) == [TUESDAYS[0], *second, *TUESDAYS[2:], LAST]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("20261117", "DTEND;VALUE=DATE:20261118"),
        ("20261117T090000", "DTEND;TZID=Europe/London:20261119T110000"),
    ],
)
def test_a_date_that_is_longer_than_usual_is_still_on(town: Town, start: str, end: str) -> None:
    town.imports(calendar(event(HOUR, SIX_WEEKS), instead("20261117T103000", start, end)))
    assert [one.partition(" ")[0] for one in starts(town)][:3] == ["10.11.", "17.11.", "24.11."]
    assert "cancelled" not in town.files["tea-and-talk"]


def test_a_date_that_is_shorter_than_the_usual_days_is_as_short_as_it_says(town: Town) -> None:
    series = ("DTSTART;VALUE=DATE:20261113", "DTEND;VALUE=DATE:20261116")
    short = instead("20261211", "20261211", "DTEND;VALUE=DATE:20261212")
    town.imports(calendar(event(*series, "RRULE:FREQ=MONTHLY;BYDAY=2FR;COUNT=3"), short))
    ends = [end for start, end in _dates(town) if start.month == 12]
    assert ends == [datetime(2026, 12, 12, tzinfo=LONDON)]


@pytest.mark.parametrize(
    ("series", "was"),
    [
        (("DTSTART;TZID=Europe/London:20261006T103000", "RRULE:FREQ=WEEKLY;COUNT=3"), "20261020"),
        (("DTSTART;TZID=America/New_York:20260106T053000", "RRULE:FREQ=WEEKLY"), "20261020"),
    ],
)
def test_a_date_moved_from_the_past_is_still_to_come(
    town: Town, series: tuple[str, ...], was: str
) -> None:
    town.imports(calendar(event(*series), instead(f"{was}T103000", "20261202T140000")))
    assert "2.12. 14:00" in starts(town)


def test_a_changed_date_that_is_none_of_its_series_is_named(town: Town) -> None:
    left_out = "EXDATE;TZID=Europe/London:20261117T103000"
    raw = calendar(event(SIX_WEEKS, left_out), instead("20261117T103000", "20261118T103000"))
    assert "changed dates in it stand for none that it has (line 10)" in town.says(raw)


def test_what_a_single_date_is_called_is_named(town: Town) -> None:
    party = instead("20261117T103000", "20261117T103000").replace("Tea and talk", "Party for Sam")
    said = town.says(calendar(event(SIX_WEEKS), party))
    assert "on 17 November 2026 it is called “Party for Sam”, which was not taken" in said


def test_dates_with_a_length_of_their_own_are_named(town: Town) -> None:
    added = "RDATE;VALUE=PERIOD;TZID=Europe/London:20261117T140000/PT3H"
    assert "gives times of their own to dates" in town.says(calendar(event(HOUR, added)))


def test_a_date_on_which_somebody_is_only_busy_is_not_as_usual(town: Town) -> None:
    busy = instead("20261117T103000", "20261117T103000").replace("Tea and talk", "Busy")
    raw = calendar(event(SIX_WEEKS), busy)
    town.imports(raw)
    assert starts(town) == [TUESDAYS[0], *TUESDAYS[2:], LAST]
    copy = clean_copy(town.target.read(raw, "club.ics"), keeps_contacts=False)
    assert b'EXDATE;TZID="Europe/London":20261117T103000' in copy


def test_a_length_in_seconds_is_cut_to_minutes(town: Town) -> None:
    town.imports(calendar(event("DURATION:PT90S")))
    assert town.facts()["when"] == "Tuesday 10 November 2026, 10:30am to 10:31am"


def test_a_rule_of_a_single_date_is_named(town: Town) -> None:
    raw = calendar(instead("20261117T103000", "20261118T103000", "RRULE:FREQ=WEEKLY"))
    assert "so its own rule (line 8) was not taken" in town.says(raw)


@pytest.mark.parametrize("name", ["EXDATE", "RDATE"])
def test_an_unknown_zone_of_further_dates_is_named(town: Town, name: str) -> None:
    said = town.says(calendar(event(SIX_WEEKS, f"{name};TZID=Moon:20261117T103000")))
    assert "nobody knows the time zone “Moon” (line 8)" in said


def test_the_hour_that_is_skipped_in_spring_makes_nothing_a_day_long(town: Town) -> None:
    times = (
        "DTSTART;TZID=Europe/Berlin:20270327T024500",
        "DTEND;TZID=Europe/Berlin:20270327T031500",
    )
    town.imports(calendar(event(*times, "RRULE:FREQ=DAILY;COUNT=3")))
    lengths = {end - start for start, end in _dates(town) if end}
    assert max(lengths).total_seconds() == 1800


@pytest.mark.parametrize("fold", [b"\r\n ", b"\n ", b"\r\n\t"])
def test_a_line_may_be_folded_in_the_middle_of_a_letter(town: Town, fold: bytes) -> None:
    raw = calendar(event(title="Café ☕ at noon"))
    letter = "☕".encode()
    cut = raw.replace(letter, letter[:1] + fold + letter[1:])
    said = town.says(cut.replace("é".encode(), b"\xc3" + fold + b"\xa9"))
    assert "could not be read" not in said
    assert "UTF-8" not in said
    assert town.facts("cafe-at-noon")["title"] == "Café ☕ at noon"


def test_a_nought_costs_only_itself(town: Town) -> None:
    raw = calendar(event(title="Tea\0 and talk"), event(uid="2", title="Chess"))
    said = town.says(raw)
    assert "Some letters here could not be read" in said
    assert sorted(town.files) == ["chess", "tea-and-talk"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.ics"
    os.mkfifo(pipe)
    planned = plan_from(str(pipe), Wishes(), Town(tmp_path).target)
    assert [one.message for one in planned.report.problems] == [
        f"The computer would not open “{pipe}” (it is no file)."
    ]


@pytest.mark.parametrize(
    "detail",
    [
        "07700\u2011900\u2011123",
        "07700 · 900 · 123",
        "07700_900_123",
        "*07700* 900123",
        "07700|900|123",
        "tel 960 123",
        "pat＠example.org",
        "pat AT example DOT org",
        "pat{at}example.org",
        "Passcode: 493817",
        "password: aBcD12",
        "PIN = 1234",
        "*493817#",
        "https://meet.example.org/j/1?pwd=QWxhZGRpbg",
    ],
)
def test_other_spellings_of_personal_details_are_left_out(detail: str) -> None:
    discreet = without_personal_details(f"Meet here. {detail} is it.")
    assert len(discreet.left_out) == 1
    assert without_personal_details(discreet.text).text == discreet.text


def test_a_link_stays_without_its_pass_code() -> None:
    link = "https://meet.example.org/j/1?pwd=QWxhZGRpbg&lang=en"
    assert without_personal_details(link).text == "https://meet.example.org/j/1?lang=en"


@pytest.mark.parametrize(
    "words", ["Pin: badges for all", "The password is open to all", "Call 999 by 10 to 12"]
)
def test_plain_words_are_no_pass_codes(words: str) -> None:
    assert without_personal_details(words).left_out == ()


@pytest.mark.parametrize(
    "detail", ["pat&#64;example.org", "pat@<b>example</b>.org", "020&nbsp;7946&nbsp;0123"]
)
def test_a_copy_has_no_personal_details_behind_tags_either(town: Town, detail: str) -> None:
    shown = detail.replace(";", "\\;")
    read = town.target.read(calendar(event(f"DESCRIPTION:Ask {shown} first.")), "club.ics")
    copy = clean_copy(read, keeps_contacts=False).decode()
    assert "left out" in copy
    assert shown not in copy
