"""Reading calendar files, however they were saved: letters, lines, components and zones."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from made_calendars import Town, calendar, event

from doorstep.importers.icalendar.components import MOST_EVENTS, read_components
from doorstep.importers.icalendar.content_lines import content_lines, folded_line
from doorstep.importers.icalendar.letters import LARGEST, read_letters
from doorstep.importers.icalendar.properties import read_property
from doorstep.importers.icalendar.reasons import NotACalendar
from doorstep.importers.icalendar.zone_names import zone_called


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def lines(text: str) -> list[tuple[int, str]]:
    return [(line.number, line.text) for line in content_lines(text)]


def values(line: str) -> tuple[str, dict[str, str], str]:
    found = read_property(next(content_lines(line)))
    assert found
    return found.name, dict(found.parameters), found.value


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_may(end: str) -> None:
    assert lines(f"A:1{end}B:2{end}") == [(1, "A:1"), (2, "B:2")]


def test_a_folded_line_is_whole_again() -> None:
    assert lines("SUMMARY:Tea and \n talk\nUID:1") == [(1, "SUMMARY:Tea and talk"), (3, "UID:1")]


def test_a_line_folded_before_its_colon_with_a_blank_line_between_is_whole_again() -> None:
    assert lines("VERSION\n\n :2.0") == [(1, "VERSION:2.0")]


@given(some.text(some.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), max_size=300))
def test_folding_and_unfolding_give_the_same_line(words: str) -> None:
    written = folded_line(f"X:{words}")
    assert [line.text for line in content_lines(written.decode())] == [f"X:{words}".rstrip()]
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))


def test_a_parameter_in_quotation_marks_may_have_colons_in_it() -> None:
    assert values('DTSTART;TZID="tzone://Microsoft/Custom":20261110T103000') == (
        "DTSTART",
        {"TZID": "tzone://Microsoft/Custom"},
        "20261110T103000",
    )


def test_a_zone_with_colons_needs_no_quotation_marks() -> None:
    line = "DTSTART;TZID=(UTC-05:00) Eastern Time (US & Canada):20261110T103000"
    assert values(line)[1:] == (
        {"TZID": "(UTC-05:00) Eastern Time (US & Canada)"},
        "20261110T103000",
    )


def test_a_semicolon_too_many_does_no_harm() -> None:
    assert values("DTSTART;;VALUE=DATE:20261110") == ("DTSTART", {"VALUE": "DATE"}, "20261110")


def test_escaped_signs_are_the_signs_themselves() -> None:
    found = read_property(next(content_lines("SUMMARY:Tea\\, talk\\; cake \\\\ and\\nmore")))
    assert found
    assert found.text == "Tea, talk; cake \\ and\nmore"


def test_a_line_of_an_old_telephone_is_read() -> None:
    line = "SUMMARY;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9"
    found = read_property(next(content_lines(line)))
    assert found
    assert found.text == "Café"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_however_they_were_saved(encoding: str) -> None:
    assert "Café – it’s" in read_letters("BEGIN:VCALENDAR\nX:Café – it’s".encode(encoding)).text


def test_letters_of_windows_are_said_to_be_so() -> None:
    assert "Windows-1252" in read_letters("X:Café".encode("cp1252")).remarks[0][1]


def test_letters_that_were_lost_are_named_by_their_line() -> None:
    raw = "A:日本語で書かれた\nB:日本".encode() + b"\x80\nC:1"
    letters = read_letters(raw)
    assert [line for line, _ in letters.remarks] == [2]
    assert "\ufffd" not in letters.text


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "There is nothing in this file."),
        (b" \r\n", "There is nothing in this file."),
        (b"PK\x03\x04 and more", "This is a packed file"),
        (b"%PDF-1.4", "This is a PDF"),
        (b"x" * (LARGEST + 1), "This file is larger than 5 MB."),
    ],
)
def test_what_is_no_text_is_said_to_be_none(raw: bytes, words: str) -> None:
    with pytest.raises(NotACalendar) as reason:
        read_letters(raw)
    assert reason.value.message.startswith(words)


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><html>",
        "  \n<html lang='en'>",
        "<!-- made by hand --><!doctype HTML>",
        "<HTML><body>BEGIN:VCALENDAR",
    ],
)
def test_a_web_page_is_no_calendar(page: str) -> None:
    with pytest.raises(NotACalendar) as reason:
        read_components(page)
    assert "“public” or “iCal” address" in reason.value.fix


def test_what_is_neither_page_nor_calendar_is_said_to_be_none() -> None:
    with pytest.raises(NotACalendar):
        read_components("Dear all,\nthe next meeting is on Tuesday.")


def test_a_calendar_in_a_calendar_is_read() -> None:
    text = f"BEGIN:VCALENDAR\n{calendar(event()).decode()}END:VCALENDAR"
    assert read_components(text).event_count == 1


def test_an_event_whose_end_was_forgotten_costs_no_other_its_place() -> None:
    text = calendar(event(uid="1"), event(uid="2")).decode().replace("END:VEVENT\n", "", 1)
    assert read_components(text).event_count == 2


def test_alarms_say_nothing_of_the_event() -> None:
    alarm = "BEGIN:VALARM\nDESCRIPTION:Reminder\nEND:VALARM"
    file = read_components(calendar(event(alarm)).decode())
    assert file.calendars[-1].events[0].words("DESCRIPTION") == ""


def test_a_file_that_was_cut_off_is_not_imported(town: Town) -> None:
    raw = calendar(event(), event(uid="2"))
    assert "This file ends too early" in town.says(raw[:-40])
    assert town.files == {}


def test_a_calendar_with_too_many_events_is_not_imported() -> None:
    with pytest.raises(NotACalendar):
        read_components(calendar(*["UID:1"] * (MOST_EVENTS + 1)).decode())


def test_brackets_within_brackets_without_end_are_read_to_the_end() -> None:
    text = "BEGIN:VCALENDAR\n" * 50_000 + "END:VCALENDAR\n" * 50_000
    assert read_components(text).event_count == 0


@given(some.binary(max_size=400))
def test_whatever_bytes_come_there_is_an_answer(raw: bytes) -> None:
    town = Town(Path("/nowhere"))
    town.target.read(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + raw, "odd.ics")


PIECES = [
    *("BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE"),
    *("END:VTIMEZONE", "BEGIN:STANDARD", "END:STANDARD", "UID:1", "SUMMARY:Tea", "DTSTART"),
    *(":20261110T103000", ";TZID=X:20261110T103000Z", "TZID:X", "TZOFFSETTO:+9999", ":00000000"),
    *("RRULE:FREQ=YEARLY", ";BYDAY=5MO", "EXDATE", "RECURRENCE-ID", "DTEND:99991231T235959"),
    *("DURATION:P1W", "RRULE", ":FREQ=DAILY;COUNT=3", ";UNTIL=99999999", "STATUS:CANCELLED", " x"),
    *("\n", "\n", "\n", "\n", "RDATE;VALUE=PERIOD:20261110T103000/PT1H", "CLASS:PRIVATE"),
]


@given(some.lists(some.sampled_from(PIECES), max_size=60))
def test_whatever_pieces_a_calendar_is_of_it_is_imported_or_told(pieces: list[str]) -> None:
    body = "".join(pieces)
    raw = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{body}\nEND:VEVENT\nEND:VCALENDAR".encode()
    read = Town(Path("/nowhere")).target.read(raw, "odd.ics")
    assert read.file or read.problems


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Europe/London", "Europe/London"),
        ("europe/london", "Europe/London"),
        ("America/New York", "America/New_York"),
        ("/Europe/Stockholm", "Europe/Stockholm"),
        ("/mozilla.org/20050126_1/Europe/London", "Europe/London"),
        ("TZID=Europe/Berlin", "Europe/Berlin"),
        ("GMT Standard Time", "Europe/London"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("GMT Daylight Time", "Europe/London"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/London"),
        ("(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", "Europe/London"),
        ("(GMT+10:00) Canberra, Melbourne, Sydney", "Australia/Canberra"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"),
    ],
)
def test_a_zone_is_known_by_every_name_programs_have_for_it(name: str, key: str) -> None:
    assert str(zone_called(name)) == key


@pytest.mark.parametrize("name", ["UTC+01", "UTC+01:00", "GMT+0100", "(UTC+01:00)"])
def test_a_zone_may_be_a_distance_from_utc(name: str) -> None:
    zone = zone_called(name)
    assert zone
    assert zone.utcoffset(None) == timedelta(hours=1)


@pytest.mark.parametrize("name", ["Europe/Germany", "Customized Time Zone", "../../etc/passwd", ""])
def test_a_zone_nobody_knows_is_not_guessed(name: str) -> None:
    assert zone_called(name) is None


ODD_ZONE = """\
BEGIN:VTIMEZONE
TZID:Ours
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


@pytest.mark.parametrize(
    ("start", "when"),
    [
        ("20261110T103000", "Tuesday 10 November 2026, 3:30pm"),
        ("20270320T103000", "Saturday 20 March 2027, 2:30pm"),
        ("20270710T103000", "Saturday 10 July 2027, 3:30pm"),
    ],
)
def test_a_zone_that_only_the_file_describes_is_kept_to(town: Town, start: str, when: str) -> None:
    town.imports(calendar(event(f"DTSTART;TZID=Ours:{start}"), head=ODD_ZONE))
    assert town.facts()["when"] == when


def test_a_zone_that_changes_every_day_is_not_followed(town: Town) -> None:
    head = ODD_ZONE.replace("FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "FREQ=DAILY")
    assert "nobody knows the time zone “Ours”" in town.says(
        calendar(event("DTSTART;TZID=Ours:20261110T103000"), head=head)
    )


def test_a_zone_of_the_calendar_that_nobody_knows_is_told(town: Town) -> None:
    said = town.says(calendar(event(), head="X-WR-TIMEZONE:Harbour time"))
    assert "Nobody knows the time zone “Harbour time”." in said
