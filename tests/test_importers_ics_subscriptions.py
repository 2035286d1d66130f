"""The calendars that site.yaml names: fetched, kept as last good copies, and imported."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_calendars import Town, calendar, event
from pydantic import ValidationError

from doorstep.calendars import GroupCalendar
from doorstep.importers.icalendar import run, subscriptions
from doorstep.importers.icalendar.event_drafts import Wishes
from doorstep.importers.icalendar.run import plan_from
from doorstep.importers.icalendar.subscriptions import import_subscriptions
from doorstep.importers.outcomes import Fate, ImportReport
from doorstep.internet.asking import CannotFetch
from doorstep.internet.network import Network

PRIVATE = (
    "ORGANIZER;CN=Example Person:mailto:organiser@example.org",
    "X-NOTE:for the committee",
    "DESCRIPTION:Ring Sam on 020 7946 0123.",
)


class Subscribed:
    """A guide that names one calendar, and what the calendar has to give."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.town = Town(folder / "content")
        self.copy = folder / "calendars" / "club.ics"
        self.answer: bytes | CannotFetch = b""
        monkeypatch.setattr(subscriptions, "fetch", self.fetch)
        monkeypatch.setattr(run, "fetch", self.fetch)

    def fetch(self, _address: str, _network: Network) -> bytes:
        if isinstance(self.answer, CannotFetch):
            raise self.answer
        return self.answer

    def imports(self, answer: bytes | CannotFetch, *, dry_run: bool = False) -> ImportReport:
        self.answer = answer
        named = named_calendar(organiser="friends")
        reports = import_subscriptions([named], self.copy.parent, self.town.target, dry_run=dry_run)
        return next(iter(reports))


def named_calendar(**said: object) -> GroupCalendar:
    address = "https://calendar.example.org/club.ics"
    return GroupCalendar.model_validate({"id": "club", "url": address, **said})


@pytest.fixture
def subscribed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Subscribed:
    return Subscribed(tmp_path, monkeypatch)


def test_a_calendar_is_imported_and_a_copy_of_it_kept(subscribed: Subscribed) -> None:
    subscribed.imports(calendar(event()))
    assert subscribed.town.facts()["organiser"] == "friends"
    assert b"SUMMARY:Tea and talk" in subscribed.copy.read_bytes()


def test_the_copy_has_nothing_in_it_that_is_not_for_everybody(subscribed: Subscribed) -> None:
    hidden = event("CLASS:PRIVATE", uid="2", title="Secret")
    subscribed.imports(calendar(event(*PRIVATE), hidden))
    copy = subscribed.copy.read_text("utf-8")
    words = ("Person", "mailto", "committee", "7946", "Secret")
    assert [word for word in words if word in copy] == []


def test_a_copy_that_says_the_same_is_not_written_again(subscribed: Subscribed) -> None:
    subscribed.imports(calendar(event("DTSTAMP:20261101T000000Z"), event(uid="2")))
    before = subscribed.copy.stat().st_mtime_ns
    subscribed.imports(calendar(event(uid="2"), event("DTSTAMP:20261102T000000Z")))
    assert subscribed.copy.stat().st_mtime_ns == before


def test_without_an_answer_the_last_good_copy_counts(subscribed: Subscribed) -> None:
    subscribed.imports(calendar(event()))
    (subscribed.town.content / "events" / "tea-and-talk.md").unlink()
    report = subscribed.imports(CannotFetch("It took longer than 15 seconds."))
    assert subscribed.town.facts()["title"] == "Tea and talk"
    assert report.problems[0].message == (
        "This calendar was not fetched. It took longer than 15 seconds."
    )


def test_without_an_answer_there_is_nothing_for_a_person_to_do(subscribed: Subscribed) -> None:
    assert not subscribed.imports(CannotFetch("It took longer.")).needs_a_person


@pytest.mark.parametrize(
    "answer",
    [
        b"<!doctype html><title>Sign in</title>",
        calendar(event())[:-20],
        calendar(),
        calendar(event("CLASS:PRIVATE")),
        b"",
    ],
)
def test_an_answer_that_is_no_good_leaves_the_copy_as_it_is(
    subscribed: Subscribed, answer: bytes
) -> None:
    subscribed.imports(calendar(event("RRULE:FREQ=WEEKLY")))
    before = subscribed.copy.read_bytes()
    report = subscribed.imports(answer)
    assert subscribed.copy.read_bytes() == before
    assert report.problems
    assert [outcome.fate for outcome in report.outcomes] == [Fate.UNCHANGED]


def test_a_dry_run_writes_neither_copy_nor_entry(subscribed: Subscribed) -> None:
    subscribed.imports(calendar(event()), dry_run=True)
    assert not subscribed.copy.exists()
    assert subscribed.town.files == {}


def test_an_address_may_be_imported_by_itself(subscribed: Subscribed) -> None:
    subscribed.answer = calendar(event())
    planned = plan_from("webcal://calendar.example.org/x", Wishes(), subscribed.town.target)
    assert [file.path for file in planned.files] == ["events/tea-and-talk.md"]


def test_an_address_that_does_not_answer_needs_a_person(subscribed: Subscribed) -> None:
    subscribed.answer = CannotFetch("There is nothing at this address.")
    planned = plan_from("https://calendar.example.org/x", Wishes(), subscribed.town.target)
    assert planned.report.needs_a_person


def test_a_file_that_is_not_there_is_told(subscribed: Subscribed) -> None:
    planned = plan_from("nowhere.ics", Wishes(), subscribed.town.target)
    assert "would not open “nowhere.ics”" in planned.report.problems[0].message


def test_a_subscription_address_is_fetched_as_a_web_address() -> None:
    named = named_calendar(url="webcal://calendar.example.org/club.ics")
    assert named.url == "https://calendar.example.org/club.ics"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"url": "file:///etc/passwd"}, "is not the address of a calendar"),
        ({"url": "http://localhost/x.ics"}, "is not the address of a calendar"),
        (
            {
                "url": "https://calendar.google.com/calendar/ical/x/private-0123456789abcdef/basic.ics"
            },
            "secret address",
        ),
        ({"kind": "place"}, "is not a kind we know"),
        ({"id": "../a b"}, "is not the name of an entry"),
    ],
)
def test_odd_settings_of_a_calendar_are_refused(said: dict[str, str], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        named_calendar(**said)
