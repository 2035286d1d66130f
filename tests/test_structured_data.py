"""Structured data says of dates, prices and opening hours what the page says (schema.org 29)."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from builders import guide_of

from doorstep.views.structured_data import structured_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHECKED = "checked: 2026-11-03, by phone\n"
HALL = "title: St Anne’s Hall\nwhere: {address: 28 High Street, lat: 53.7, lon: -3.3}\n"

THING = {"@context", "@type", "name", "description", "url"}
ADDRESSED = THING | {"address", "geo", "telephone", "openingHoursSpecification", "event", "sameAs"}
VOCABULARY = {
    "Event": THING
    | {"startDate", "endDate", "previousStartDate", "eventStatus", "eventAttendanceMode"}
    | {"eventSchedule", "location", "offers", "isAccessibleForFree", "organizer"},
    "GeoCoordinates": {"@type", "latitude", "longitude"},
    "Offer": {"@type", "price", "priceCurrency", "url"},
    "OpeningHoursSpecification": {"@type", "dayOfWeek", "opens", "closes"}
    | {"validFrom", "validThrough"},
    "Organization": THING | {"address", "telephone", "email", "sameAs", "event"},
    "Park": ADDRESSED,
    "Place": ADDRESSED,
    "PostalAddress": {"@type", "streetAddress", "postalCode"},
    "Schedule": {"@type", "repeatFrequency", "byDay", "byMonth", "byMonthDay", "startDate"}
    | {"endDate", "startTime", "endTime", "exceptDate", "scheduleTimezone"},
}
"""Properties that a type has, its own and those it inherits, of those there are."""

READ_BY = {
    **dict.fromkeys(("startDate", "endDate", "previousStartDate"), datetime.fromisoformat),
    **dict.fromkeys(("validFrom", "validThrough", "exceptDate"), date.fromisoformat),
    **dict.fromkeys(("startTime", "endTime", "opens", "closes"), time.fromisoformat),
}


def said(folder: Path, facts: str, name: str = "events/tea.md") -> dict[str, Any]:
    """Return the structured data of an entry with these facts."""
    files = {"places/hall.md": HALL + CHECKED, "groups/forum.md": "title: The forum\n" + CHECKED}
    files[name] = f"title: Tea and talk\n{CHECKED}{dedent(facts)}"
    guide = guide_of(folder, {path: f"---\n{text}\n---\n" for path, text in files.items()})
    slug = name.rpartition("/")[2].removesuffix(".md")
    data: dict[str, Any] = json.loads(structured_data(guide, guide.catalogue.by_slug[slug]))
    return data


def parts(data: Any) -> Iterator[dict[str, Any]]:
    """Yield every thing that is told, those inside others too."""
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from parts(value)
    elif isinstance(data, list):
        for value in data:
            yield from parts(value)


EVERY_SORT = {
    "events/tea.md": """
        where: hall
        organiser: forum
        cost: £2.50
        when: ['Every Tuesday, 2pm to 4pm, except 22 December 2026', 'the 15th of the month, 6pm',
          'Every Friday in term time, all day', 'Saturday 3 July 2027']
        changes: [{on: 24 November 2026, moved_to: 'Wednesday 25 November 2026, 3pm'}]
    """,
    "groups/tea.md": """
        where: hall
        contact: {phone: 020 7946 0456, email: pat@example.org, website: https://example.org/}
        when: First and last Monday of the month from 4 January 2027, 7pm to 9pm, not in August
    """,
    "places/tea.md": """
        where: {address: 1 High Street, postcode: AB1 2CD, lat: 53.7, lon: -3.3}
        open: ['Monday to Friday, 9am to 5pm, not on bank holidays', 'Saturdays, 10am to midday']
    """,
    "green-spaces/tea.md": "open: Every day, dawn to dusk",
}


@pytest.mark.parametrize("name", EVERY_SORT)
def test_every_thing_has_only_what_schema_org_knows_of_it(tmp_path: Path, name: str) -> None:
    for part in parts(said(tmp_path, EVERY_SORT[name], name)):
        assert set(part) <= VOCABULARY[part["@type"]]
        assert all(value not in ("", [], {}, None) for value in part.values())


@pytest.mark.parametrize("name", EVERY_SORT)
def test_every_date_and_time_can_be_read(tmp_path: Path, name: str) -> None:
    for part in parts(said(tmp_path, EVERY_SORT[name], name)):
        for key, value in part.items():
            for one in value if isinstance(value, list) else [value]:
                if key in READ_BY:
                    READ_BY[key](one)


def test_the_next_date_has_its_distance_from_utc(tmp_path: Path) -> None:
    data = said(tmp_path, "when: Saturday 3 July 2027, 2pm to 5pm")
    assert data["startDate"] == "2027-07-03T14:00:00+01:00"
    assert data["endDate"] == "2027-07-03T17:00:00+01:00"
    assert data["eventStatus"] == "https://schema.org/EventScheduled"


def test_whole_days_have_no_time(tmp_path: Path) -> None:
    data = said(tmp_path, "when: Friday 5 to Sunday 7 March 2027, all day")
    assert (data["startDate"], data["endDate"]) == ("2027-03-05", "2027-03-07")


def test_no_end_is_said_where_nobody_knows_it(tmp_path: Path) -> None:
    assert "endDate" not in said(tmp_path, "when: Saturday 3 July 2027, 2pm")


def test_a_cancelled_date_says_so(tmp_path: Path) -> None:
    changes = "changes: [{on: 24 November 2026, cancelled: yes}]"
    data = said(tmp_path, f"when: Every Tuesday, 2pm\n{changes}")
    assert data["eventStatus"] == "https://schema.org/EventCancelled"
    assert data["startDate"].startswith("2026-11-24")


def test_a_moved_date_says_when_it_was(tmp_path: Path) -> None:
    changes = "changes: [{on: 24 November 2026, moved_to: 'Wednesday 25 November 2026, 3pm'}]"
    data = said(tmp_path, f"when: Every Tuesday, 2pm\n{changes}")
    assert data["eventStatus"] == "https://schema.org/EventRescheduled"
    assert data["startDate"] == "2026-11-25T15:00:00+00:00"
    assert data["previousStartDate"] == "2026-11-24T14:00:00+00:00"


def test_a_date_elsewhere_is_at_its_other_place(tmp_path: Path) -> None:
    changes = "changes: [{on: 24 November 2026, where: the library}]"
    data = said(tmp_path, f"where: hall\nwhen: Every Tuesday, 2pm\n{changes}")
    assert data["location"] == {"@type": "Place", "name": "the library"}


def test_what_comes_round_has_its_schedule(tmp_path: Path) -> None:
    data = said(tmp_path, "when: Every Tuesday, 2pm to 4pm, except 22 December 2026")
    assert data["eventSchedule"] == [
        {
            "@type": "Schedule",
            "repeatFrequency": "P1W",
            "byDay": ["https://schema.org/Tuesday"],
            "startTime": "14:00:00",
            "endTime": "16:00:00",
            "exceptDate": ["2026-12-22"],
            "scheduleTimezone": "Europe/London",
        }
    ]


def test_days_by_their_place_in_the_month_are_told_as_calendars_tell_them(tmp_path: Path) -> None:
    data = said(tmp_path, "when: First and last Monday of the month, 7pm, not in August")
    assert [schedule["byDay"] for schedule in data["eventSchedule"]] == [["1MO"], ["-1MO"]]
    assert 8 not in data["eventSchedule"][0]["byMonth"]


def test_term_time_is_no_schedule(tmp_path: Path) -> None:
    data = said(tmp_path, "when: ['Every Tuesday in term time, 2pm', Saturday 3 July 2027]")
    assert "eventSchedule" not in data


def test_where_it_is_has_its_address_and_its_point(tmp_path: Path) -> None:
    location = said(tmp_path, "where: hall\nwhen: Every Tuesday, 2pm")["location"]
    assert location["name"] == "St Anne’s Hall"
    assert location["address"]["streetAddress"] == "28 High Street"
    assert location["geo"]["latitude"] == 53.7


@pytest.mark.parametrize(
    ("cost", "price"), [("Free", "0"), ("£2", "2"), ("£1.50", "1.50"), ("£2 or what you can", None)]
)
def test_a_cost_that_is_a_number_is_an_offer(tmp_path: Path, cost: str, price: str | None) -> None:
    offer = said(tmp_path, f"cost: {cost}\nwhen: Every Tuesday, 2pm").get("offers", {})
    assert offer.get("price") == price


def test_a_group_that_meets_has_an_event(tmp_path: Path) -> None:
    data = said(tmp_path, "when: Every Tuesday, 2pm", "groups/tea.md")
    assert (data["@type"], data["event"]["@type"]) == ("Organization", "Event")
    assert data["event"]["startDate"].startswith("2026-11-24")


def test_what_is_paused_has_no_dates(tmp_path: Path) -> None:
    data = said(tmp_path, "status: paused\nwhen: Every Tuesday, 2pm")
    assert "startDate" not in data


def opening(folder: Path, words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = said(folder, f"open: {words}", "places/tea.md").get(
        "openingHoursSpecification", []
    )
    return found


def test_a_place_says_when_it_is_open(tmp_path: Path) -> None:
    (hours,) = opening(tmp_path, "Monday and Tuesday, 9am to 5:30pm")
    assert hours["dayOfWeek"] == ["https://schema.org/Monday", "https://schema.org/Tuesday"]
    assert (hours["opens"], hours["closes"]) == ("09:00", "17:30")


def test_a_day_on_which_it_is_shut_is_told(tmp_path: Path) -> None:
    _, *shut = opening(tmp_path, "Monday to Friday, 9am to 5pm, not on bank holidays")
    christmas = next(hours for hours in shut if hours["validFrom"] == "2026-12-25")
    assert (christmas["opens"], christmas["closes"]) == ("00:00", "00:00")


def test_a_single_day_on_which_it_is_shut_is_told(tmp_path: Path) -> None:
    snow = "changes: [{on: 2026-11-24, cancelled: yes, because: snow}]"
    _, shut = opening(tmp_path, f"Monday to Friday, 9am to 5pm\n{snow}")
    assert (shut["validFrom"], shut["validThrough"]) == ("2026-11-24", "2026-11-24")


@pytest.mark.parametrize(
    "words",
    ["Every day, dawn to dusk", "Monday, 9am to 5pm in term time", "By appointment"],
)
def test_opening_times_that_schema_org_has_no_words_for_are_left_out(
    tmp_path: Path, words: str
) -> None:
    assert opening(tmp_path, words) == []


def test_words_cannot_end_the_script_they_stand_in(tmp_path: Path) -> None:
    hostile = "</script><!-- &"
    guide = guide_of(
        tmp_path, {"events/tea.md": f"---\ntitle: '{hostile}'\n{CHECKED}when: Every Tuesday\n---\n"}
    )
    text = structured_data(guide, guide.catalogue.entries[0])
    assert not set("<>&") & set(text)
    assert json.loads(text)["name"] == hostile
