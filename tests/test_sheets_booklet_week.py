from __future__ import annotations

from builders import guide_of

from doorstep.sheets.booklet_week import week_of


def week(tmp_path, **schedules):
    files = {
        f"groups/{slug}.md": f"---\ntitle: {slug.capitalize()}\nwhen: {when}\n---\n"
        for slug, when in schedules.items()
    }
    guide = guide_of(tmp_path, files)
    days = week_of(guide, guide.catalogue.entries)
    return {
        day.heading: [(one.slug, one.row.lead, one.row.details) for one in day.rounds]
        for day in days
    }


def test_each_day_has_what_is_on_every_week(tmp_path):
    assert week(tmp_path, tea="Every Tuesday, 10am to 11am", choir="Every Friday, 7pm to 8pm") == {
        "Tuesday": [("tea", "10am to 11am", "")],
        "Friday": [("choir", "7pm to 8pm", "")],
    }


def test_what_is_not_so_every_week_says_so(tmp_path):
    found = week(tmp_path, tea="First Tuesday of the month, 10am to 11am")
    assert found == {"Tuesday": [("tea", "10am to 11am", "First Tuesday of the month")]}


def test_what_is_on_most_days_stands_there_once_with_its_days(tmp_path):
    found = week(tmp_path, hall="Monday to Friday, 9am to 5pm")
    assert found == {"Most days": [("hall", "9am to 5pm", "Monday to Friday")]}


def test_days_with_a_gap_are_all_named(tmp_path):
    found = week(tmp_path, hall="Monday, Tuesday, Thursday and Friday, 9am to 5pm")
    days = "Monday, Tuesday, Thursday and Friday"
    assert found == {"Most days": [("hall", "9am to 5pm", days)]}


def test_what_is_on_once_is_not_in_the_week(tmp_path):
    assert week(tmp_path, fair="28 November 2026, 2pm to 4pm") == {}


def test_when_it_ends_is_not_said_years_before(tmp_path):
    found = week(tmp_path, jobs="Every Tuesday from 6 January 2026 until 28 December 2032, 10am")
    assert found == {"Tuesday": [("jobs", "10am", "")]}
