"""What the events of a calendar become, once and again, and what is nobody's business."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from made_calendars import Town, calendar, event

from doorstep.importers.icalendar.event_drafts import Wishes
from doorstep.importers.icalendar.html_parts import without_unseen
from doorstep.importers.icalendar.personal_details import without_personal_details
from doorstep.importers.icalendar.run import plan_calendar_import
from doorstep.importers.outcomes import Fate, ImportReport
from doorstep.kinds import Kind

HALL = "---\ntitle: Garden Hall\n---\n"


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def fates(report: ImportReport) -> list[Fate]:
    return [outcome.fate for outcome in report.outcomes]


def write(town: Town, path: str, text: str) -> None:
    file = town.content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_an_entry_says_what_its_event_says(town: Town) -> None:
    town.imports(
        calendar(
            event(
                "DTEND;TZID=Europe/London:20261110T120000",
                "LOCATION:St Anne's Hall\\, 1 High Street\\, AB1 2CD",
                "DESCRIPTION:Tea and cake for anyone. Bring a friend.",
                "URL:https://example.org/tea",
                "CATEGORIES:Food,Parties",
            )
        )
    )
    facts = town.facts()
    source = facts.pop("source")
    assert isinstance(source, dict)
    assert (source["from"], source["id"]) == ("club", "tea@example.org")
    assert facts == {
        "title": "Tea and talk",
        "summary": "Tea and cake for anyone.",
        "topics": ["food"],
        "when": "Tuesday 10 November 2026, 10:30am to midday",
        "where": {"name": "St Anne's Hall", "address": "1 High Street", "postcode": "AB1 2CD"},
        "contact": {"website": "https://example.org/tea"},
    }
    assert town.entry("tea-and-talk").body.strip() == "Bring a friend."


def test_what_is_wished_of_a_calendar_is_in_each_of_its_entries(town: Town) -> None:
    wishes = Wishes(kind=Kind.GROUP, organiser="friends", where="garden-hall", topics=("food",))
    town.imports(calendar(event()), wishes)
    text = (town.content / "groups" / "tea-and-talk.md").read_text("utf-8")
    assert "organiser: friends\n" in text
    assert "where: garden-hall\n" in text
    assert "topics: [food]\n" in text


def test_a_place_the_guide_knows_is_named_by_its_slug(town: Town) -> None:
    write(town, "places/garden-hall.md", HALL)
    town.imports(calendar(event("LOCATION:The Garden Hall\\, 3 Park Road")))
    assert town.facts()["where"] == "garden-hall"


def test_a_safe_space_is_never_named_by_its_slug(town: Town) -> None:
    write(town, "places/garden-hall.md", HALL.replace("\n---\n", "\nsensitive: yes\n---\n", 1))
    town.imports(calendar(event("LOCATION:Garden Hall")))
    assert town.facts()["where"] == {"name": "Garden Hall"}


def test_a_web_address_is_no_place(town: Town) -> None:
    said = town.says(calendar(event("LOCATION:https://meet.example.org/123?pwd=secret")))
    assert "a web address was left out of its place" in said
    assert "secret" not in town.files["tea-and-talk"]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "http://127.0.0.1/", "data:text/html,x"],
)
def test_only_addresses_of_the_web_are_links(town: Town, address: str) -> None:
    said = town.says(calendar(event(f"URL:{address}", f"DESCRIPTION:<a href='{address}'>Book</a>")))
    assert "its web address was left out" in said
    assert address not in town.files["tea-and-talk"]


def test_an_event_without_a_title_is_named_by_what_it_says_and_that_is_told(town: Town) -> None:
    raw = calendar(event("DESCRIPTION:Coffee in the park").replace("SUMMARY:Tea and talk\n", ""))
    assert "it has no title of its own" in town.says(raw)
    assert town.facts("coffee-in-the-park")["title"] == "Coffee in the park"


def test_a_title_is_one_line(town: Town) -> None:
    town.imports(calendar(event(title="Film night\\n---\\ntitle: Owned\\n---")))
    assert town.facts("film-night")["title"] == "Film night"


@given(some.text(max_size=80), some.text(max_size=200))
def test_whatever_an_event_says_its_entry_reads_back(title: str, words: str) -> None:
    shown = [part.replace("\\", "\\\\").replace("\n", "\\n") for part in (title, words)]
    raw = calendar(event(f"DESCRIPTION:{shown[1]}", title=shown[0]))
    target = Town(Path("/nowhere")).target
    planned = plan_calendar_import(target.read(raw, "odd.ics"), "odd", Wishes(), target)
    assert set(fates(planned.report)) <= {Fate.NEW, Fate.WITHHELD}


def test_what_is_not_certain_says_so_to_neighbours_and_to_volunteers(town: Town) -> None:
    assert "marked it as not certain yet" in town.says(calendar(event("STATUS:TENTATIVE")))
    assert "This is not certain yet." in town.entry("tea-and-talk").body


def test_importing_twice_changes_nothing(town: Town) -> None:
    raw = calendar(event("RRULE:FREQ=WEEKLY"), event(uid="2", title="Chess"))
    town.imports(raw)
    once = town.files
    assert fates(town.imports(raw)) == [Fate.UNCHANGED, Fate.UNCHANGED]
    assert town.files == once


def test_importing_on_a_later_day_changes_nothing(town: Town) -> None:
    raw = calendar(event("RRULE:FREQ=WEEKLY", "EXDATE:20261222T103000Z"))
    town.imports(raw)
    town.today = date(2026, 12, 27)
    assert fates(town.imports(raw)) == [Fate.UNCHANGED]


def test_what_changes_in_the_calendar_changes_in_the_guide(town: Town) -> None:
    town.imports(calendar(event()))
    moved = event("DTSTART;TZID=Europe/London:20261111T103000")
    assert fates(town.imports(calendar(moved))) == [Fate.CHANGED]
    assert town.facts()["when"] == "Wednesday 11 November 2026, 10:30am"


def test_what_a_person_changed_is_kept(town: Town) -> None:
    town.imports(calendar(event()))
    file = town.content / "events" / "tea-and-talk.md"
    ours = file.read_text("utf-8").replace("title: Tea and talk", "title: Tea")
    file.write_text(ours, encoding="utf-8")
    report = town.imports(calendar(event("DTSTART;TZID=Europe/London:20261111T103000")))
    assert fates(report) == [Fate.KEPT]
    assert file.read_text("utf-8") == ours


def test_another_order_of_the_same_events_gives_the_same_files(tmp_path: Path) -> None:
    both = [event(uid=uid, title="Walk") for uid in ("b", "a")]
    one, other = Town(tmp_path / "one"), Town(tmp_path / "other")
    one.imports(calendar(*both))
    other.imports(calendar(*reversed(both)))
    assert one.files == other.files


def test_a_cancelled_event_the_guide_does_not_have_is_not_written(town: Town) -> None:
    report = town.imports(calendar(event("STATUS:CANCELLED")))
    assert [(outcome.fate, outcome.reason) for outcome in report.outcomes] == [
        (Fate.WITHHELD, "it is cancelled")
    ]
    assert not report.needs_a_person


def test_a_cancelled_event_the_guide_has_is_cancelled_there(town: Town) -> None:
    town.imports(calendar(event()))
    town.imports(calendar(event("STATUS:CANCELLED", "SEQUENCE:1")))
    assert town.facts()["changes"] == [{"on": "2026-11-10", "cancelled": "yes"}]


def test_a_cancelled_series_the_guide_has_is_closed_there(town: Town) -> None:
    town.imports(calendar(event("RRULE:FREQ=WEEKLY")))
    town.imports(calendar(event("RRULE:FREQ=WEEKLY", "STATUS:CANCELLED")))
    assert town.facts()["status"] == "closed"


def test_a_calendar_that_takes_back_its_events_cancels_them(town: Town) -> None:
    assert fates(town.imports(calendar(event(), head="METHOD:CANCEL"))) == [Fate.WITHHELD]


def test_what_is_no_longer_in_the_calendar_is_told(town: Town) -> None:
    town.imports(calendar(event(), event(uid="2", title="Chess")))
    report = town.imports(calendar(event(uid="2", title="Chess")))
    assert fates(report) == [Fate.UNCHANGED, Fate.GONE]


def test_what_is_over_may_leave_the_calendar_without_a_word(town: Town) -> None:
    town.imports(calendar(event(), event(uid="2", title="Chess")))
    town.today = date(2026, 11, 30)
    report = town.imports(calendar(event("DTSTART:20261212T100000", uid="3", title="Fair")))
    assert fates(report) == [Fate.NEW]


def test_several_events_of_one_name_are_all_there(town: Town) -> None:
    times = [event(f"DTSTART:202612{day}T100000", title=f"Walk {day}") for day in (10, 11, 12)]
    assert fates(town.imports(calendar(*times))) == [Fate.NEW] * 3
    assert fates(town.imports(calendar(*times))) == [Fate.UNCHANGED] * 3


def test_an_event_without_a_uid_is_the_same_the_next_time(town: Town) -> None:
    raw = calendar(event().replace("UID:tea@example.org\n", ""))
    town.imports(raw)
    assert fates(town.imports(raw)) == [Fate.UNCHANGED]


@pytest.mark.parametrize("secrecy", ["PRIVATE", "CONFIDENTIAL", "private", "X-BOARD-ONLY"])
def test_a_private_event_is_not_even_named(town: Town, secrecy: str) -> None:
    said = town.says(calendar(event(f"CLASS:{secrecy}", "RRULE:FREQ=WEEKLY")))
    assert "it is private" in said
    assert "Tea" not in said
    assert town.files == {}


def test_the_changed_dates_of_a_private_series_are_private_too(town: Town) -> None:
    changed = event("RECURRENCE-ID;TZID=Europe/London:20261117T103000")
    town.imports(calendar(event("CLASS:PRIVATE", "RRULE:FREQ=WEEKLY"), changed))
    assert town.files == {}


def test_a_private_date_of_an_open_series_is_one_on_which_it_is_not(town: Town) -> None:
    changed = event("RECURRENCE-ID;TZID=Europe/London:20261117T103000", "CLASS:PRIVATE")
    town.imports(calendar(event("RRULE:FREQ=WEEKLY"), changed))
    assert "changes" not in town.facts()
    assert str(town.facts()["when"]).endswith("except 17 November 2026")


def test_what_becomes_private_is_told_but_not_its_name_in_the_calendar(town: Town) -> None:
    town.imports(calendar(event()))
    report = town.imports(calendar(event("CLASS:PRIVATE", title="Secret")))
    assert fates(report) == [Fate.WITHHELD, Fate.GONE]
    assert "Secret" not in "".join(report.lines)


@pytest.mark.parametrize("title", ["Busy", "free", "Out of office", "Private appointment"])
def test_a_block_of_time_is_no_event(town: Town, title: str) -> None:
    report = town.imports(calendar(event(title=title)))
    assert fates(report) == [Fate.WITHHELD]


@pytest.mark.parametrize("title", ["Busy bees", "Free lunch", "Tentative", "Private view"])
def test_an_event_may_begin_like_a_block_of_time(town: Town, title: str) -> None:
    assert fates(town.imports(calendar(event(title=title)))) == [Fate.NEW]


def test_guests_and_organisers_are_nowhere(town: Town) -> None:
    town.imports(
        calendar(
            event(
                "ORGANIZER;CN=Example Person:mailto:organiser@example.org",
                "ATTENDEE;CN=Another Person:mailto:another@example.org",
                "X-NOTE:for the committee",
            )
        )
    )
    assert not any(word in town.files["tea-and-talk"] for word in ("Person", "mailto", "committee"))


PERSONAL = [
    "020 7946 0123",
    "(020) 7946 0123",
    "+44 20 7946 0123",
    "+44 (0)20 7946 0123",
    "0044 20 7946 0123",
    "020-7946-0123",
    "020–7946–0123",
    "02079460123",
    "07700 900123",
    "07700900123",
    "447700900123",
    "https://wa.me/447700900123",
    "０２０ 7946 0123",
    "7946 0123",
    "020 7946 0123 07700 900 123",
    "pat@example.org",
    "pat.o'neill+tea@mail.example.org",
    "mailto:pat@example.org",
    "pat (at) example (dot) org",
]


@pytest.mark.parametrize("detail", PERSONAL)
def test_phone_numbers_and_addresses_are_left_out(town: Town, detail: str) -> None:
    words = f"Ring Sam on {detail} or come in."
    said = town.says(calendar(event(f"DESCRIPTION:{words}", f"LOCATION:Hall ({detail})")))
    assert "was left out of its description" in said
    assert "was left out of its place" in said
    assert detail not in town.files["tea-and-talk"] + said


@pytest.mark.parametrize("detail", PERSONAL)
def test_personal_details_stay_when_they_are_asked_for(town: Town, detail: str) -> None:
    raw = calendar(event(f"DESCRIPTION:Ring Sam on {detail} or come in."))
    assert "left out" not in town.says(raw, Wishes(keeps_contacts=True))


@pytest.mark.parametrize(
    "words",
    [
        "10.30-12.30 on 10/11/2026",
        "1030-1230, 2026-2027",
        "Charity 1123456",
        "£12.50, or 10 for £100",
        "https://tickets.example.org/e/tea-123456789012",
        "Rooms 1, 2 and 3; bus 12 or 125",
        "999, 111, 116 123",
        "2026-11-10 18:00 to 2026-11-11 09:00",
        "ISBN 9781234567897",
    ],
)
def test_days_prices_and_the_like_are_no_phone_numbers(words: str) -> None:
    assert without_personal_details(words).left_out == ()


def test_a_phone_number_spread_over_tags_is_left_out_too(town: Town) -> None:
    town.imports(calendar(event("DESCRIPTION:Ring <b>020</b> <i>7946</i> &#48;123 today.")))
    assert "7946" not in town.files["tea-and-talk"]


def test_scripts_are_gone_with_what_is_in_them() -> None:
    assert without_unseen("Come <script src=x>alert('</b>')</script>along") == "Come along"


def test_a_script_that_never_ends_hides_nothing() -> None:
    assert without_unseen("Tea <script>and talk") == "Tea and talk"
