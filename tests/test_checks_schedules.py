"""What the check says of schedules: dates left out or changed, the past, terms, two lines."""

from pathlib import Path
from typing import Any

import pytest
from builders import checked_of

from doorstep.problems import Level, Problem

TERMS = {"terms": ["2 September to 18 December 2026", "4 January 2027 to 20 July 2028"]}
"""Today is Sunday 22 November 2026."""


def told(folder: Path, facts: str, file: str = "groups/tea.md", **settings: Any) -> list[Problem]:
    """Return the problems of one entry with these facts."""
    text = f"---\ntitle: Tea\n{facts}\n---\n"
    return list(checked_of(folder, {file: text}, **(TERMS | settings)).problems)


def rules(problems: list[Problem]) -> list[str]:
    return [problem.rule for problem in problems]


def with_change(when: str, change: str) -> str:
    return f"when: {when}\nchanges:\n  - {{on: {change}, cancelled: yes}}"


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("Every Tuesday, 10am to midday", "2026-11-24"),
        ("Every Tuesday in term time, 10am to midday", "2026-11-24"),
        ("Saturday 12 December 2026, 10am to midday", "2026-12-12"),
        ("First and third Wednesday of the month, 10am to midday", "2026-12-02"),
        ("Friday 11 December 2026, 6pm to Sunday 13 December 2026, 4pm", "2026-12-11"),
        ("Sundays and bank holidays, 10am to midday", "2026-12-25"),
    ],
)
def test_a_change_of_a_day_in_the_schedule_is_fine(when: str, day: str, tmp_path: Path) -> None:
    assert told(tmp_path, with_change(when, day)) == []


def test_a_change_of_another_weekday_names_the_weekdays_and_the_nearest_days(
    tmp_path: Path,
) -> None:
    facts = with_change("Every Tuesday in term time, 10am to midday", "2026-11-25")
    [problem] = told(tmp_path, facts)
    assert (problem.rule, problem.level, problem.line) == ("changes-scheduled", Level.WARNING, 5)
    assert problem.message == "25 November 2026 is a Wednesday, and this is on Tuesdays."
    days = "Tuesday 24 November 2026 and Tuesday 1 December 2026"
    assert problem.fix == f"The nearest days are {days}."


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("First Tuesday of the month, 10am to midday", "2026-11-24"),
        ("Every Tuesday in term time, 10am to midday", "2026-12-29"),
        ("Every Tuesday, 10am to midday, not in December", "2026-12-08"),
        ("Every Monday, 10am to midday, not on bank holidays", "2026-12-28"),
        ("Every Tuesday, 10am to midday, except 8 December 2026", "2026-12-08"),
    ],
)
def test_a_change_of_the_right_weekday_may_still_change_nothing(
    when: str, day: str, tmp_path: Path
) -> None:
    [problem] = told(tmp_path, with_change(when, day))
    assert problem.rule == "changes-scheduled"
    assert "is not one of the days on which this is." in problem.message


def test_a_change_of_a_day_gone_by_is_left_alone(tmp_path: Path) -> None:
    assert told(tmp_path, with_change("Every Tuesday, 10am to midday", "2026-11-18")) == []


@pytest.mark.parametrize("facts", ["", "when: By appointment\n", "when: Any time\n"])
def test_a_change_needs_something_that_has_days(facts: str, tmp_path: Path) -> None:
    [problem] = told(tmp_path, f"{facts}changes: [{{on: 2026-11-25, cancelled: yes}}]")
    assert problem.message == "This changes a date, and nothing here says on which days it is."


def test_a_place_may_be_shut_on_a_day_on_which_it_opens(tmp_path: Path) -> None:
    facts = "open: Mondays, 9am to 5pm\nchanges: [{on: 2026-11-23, cancelled: yes}]"
    assert told(tmp_path, facts, "places/hall.md") == []


@pytest.mark.parametrize(
    "when",
    [
        "Every Tuesday, 2pm to 4pm, except 24 November 2026",
        "Every Tuesday, 2pm to 4pm, except 20 December 2026 to 3 January 2027",
        "Every Tuesday, 2pm to 4pm, not in August, except 24 August 2027",
        "Every Tuesday in term time, 2pm to 4pm, except 29 December 2026",
        "Every Tuesday, 2pm to 4pm, except 18 November 2026",
        "Every Tuesday, 2pm to 4pm, except 25 December",
    ],
)
def test_a_day_left_out_is_one_that_would_be_in_it_or_over(when: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"when: {when}") == []


def test_a_day_left_out_for_nothing_is_named_with_the_nearest_ones(tmp_path: Path) -> None:
    [problem] = told(tmp_path, "when: Every Tuesday, 2pm to 4pm, except 25 November 2026")
    assert (problem.rule, problem.level) == ("exceptions-scheduled", Level.WARNING)
    assert "25 November 2026 is a Wednesday, and this is on Tuesdays." in problem.message
    assert "Tuesday 24 November 2026" in problem.fix


def test_days_left_out_for_nothing_are_named_from_first_to_last(tmp_path: Path) -> None:
    facts = "when: First Tuesday of the month, 2pm to 4pm, except 10 to 20 December 2026"
    [problem] = told(tmp_path, facts)
    assert "Thursday 10 December 2026 to Sunday 20 December 2026" in problem.message


@pytest.mark.parametrize(
    ("when", "last"),
    [
        ("Saturday 14 November 2026, 2pm to 4pm", "Saturday 14 November 2026"),
        ("7 and 14 November 2026, 2pm to 4pm", "Saturday 14 November 2026"),
        ("Friday 6 November 2026, 6pm to Sunday 8 November 2026, 4pm", "Sunday 8 November 2026"),
        ("Every Tuesday until 17 November 2026, 2pm to 4pm", "Tuesday 17 November 2026"),
    ],
)
def test_what_is_all_in_the_past_is_noted(when: str, last: str, tmp_path: Path) -> None:
    [problem] = told(tmp_path, f"when: {when}", "events/fair.md")
    assert (problem.rule, problem.level) == ("events-over", Level.NOTE)
    assert last in problem.message


@pytest.mark.parametrize(
    "facts",
    [
        "when: Sunday 22 November 2026, 2pm to 4pm",
        "when: 14 and 28 November 2026, 2pm to 4pm",
        "when: Every Tuesday, 2pm to 4pm",
        'when: ["14 November 2026, 2pm to 4pm", "Every Friday, 2pm to 4pm"]',
        "when: 14 November 2026, 2pm to 4pm\nstatus: closed",
        "when: 14 November 2026, 2pm to 4pm\nchanges: [{on: 2026-11-14, moved_to: 28 November}]",
    ],
)
def test_what_has_a_day_to_come_or_is_closed_is_not_over(facts: str, tmp_path: Path) -> None:
    assert told(tmp_path, facts, "events/fair.md") == []


def test_an_offer_that_has_run_out_by_itself_is_no_fault(tmp_path: Path) -> None:
    facts = "side: give\nexpires: 20/11/2026\nchecked: 3/11/2026\nwhen: Every Tuesday, 2pm to 4pm"
    assert told(tmp_path, facts, "help/lifts.md") == []


IN_TERM = "when: Every Tuesday in term time, 10am to midday"


@pytest.mark.parametrize(
    ("last_term", "level"),
    [
        ("2 September to 20 November 2026", [Level.WARNING]),
        ("2 September to 18 December 2026", [Level.NOTE]),
        ("12 April to 21 July 2027", [Level.NOTE]),
        ("2 September to 17 December 2027", []),
    ],
)
def test_terms_reach_into_the_next_school_year(
    last_term: str, level: list[Level], tmp_path: Path
) -> None:
    problems = told(tmp_path, IN_TERM, terms=[last_term])
    assert [(each.rule, each.level) for each in problems] == [("terms-known", one) for one in level]


def test_without_any_terms_one_line_stands_for_all_that_need_them(tmp_path: Path) -> None:
    texts = {f"groups/{name}.md": f"---\ntitle: {name}\n{IN_TERM}\n---\n" for name in "abc"}
    [problem] = checked_of(tmp_path, texts, terms=[]).problems
    assert (problem.file, problem.level) == ("content/groups/a.md", Level.WARNING)
    assert "this and 2 more have no dates" in problem.message


def test_a_safe_space_is_not_the_one_that_stands_for_the_others(tmp_path: Path) -> None:
    safe = f"---\ntitle: A group\n{IN_TERM}\nsensitive: yes\n---\n"
    texts = {"groups/a.md": safe, "groups/b.md": f"---\ntitle: B\n{IN_TERM}\n---\n"}
    [problem] = checked_of(tmp_path, texts, terms=[]).problems
    assert problem.file == "content/groups/b.md"


def test_nobody_is_asked_for_terms_that_nothing_needs(tmp_path: Path) -> None:
    facts = f"{IN_TERM}\nstatus: closed"
    assert told(tmp_path, facts, terms=[]) == []


def test_missing_terms_do_not_make_each_change_look_wrong(tmp_path: Path) -> None:
    facts = with_change("Every Tuesday in term time, 10am to midday", "2026-11-24")
    assert rules(told(tmp_path, facts, terms=[])) == ["terms-known"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Every Tuesday, 10am to midday", "Every Tuesday, 10am to midday"),
        ("Every Tuesday, 10am to midday", "Every day, 11am to 1pm"),
        ("Every Tuesday, 10am to midday", "First Tuesday of the month, 11:30am"),
        ("Every Tuesday, 10am to midday", "Every Tuesday, all day"),
        ("Every Tuesday, 10am to midday", "Every Tuesday"),
    ],
)
def test_two_lines_that_say_the_same_time_clash(one: str, other: str, tmp_path: Path) -> None:
    [problem] = told(tmp_path, f"when:\n  - {one}\n  - {other}")
    assert (problem.rule, problem.level, problem.line) == ("times-apart", Level.WARNING, 5)
    assert f"“{one}” says too" in problem.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Every Tuesday, 10am to midday", "Every Tuesday, midday to 2pm"),
        ("Every Tuesday, 10am to midday", "Every Thursday, 10am to midday"),
        ("Every Tuesday in term time, 10am to midday", "Tuesdays in school holidays, 11am to 2pm"),
        ("Every Tuesday, 10am to 4pm, by appointment", "Every Tuesday, 10am to midday"),
    ],
)
def test_two_lines_may_share_a_day(one: str, other: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"when:\n  - {one}\n  - {other}") == []


def test_of_lines_that_all_clash_each_is_named_once_with_the_first(tmp_path: Path) -> None:
    lines = "\n".join("  - Every Tuesday, 10am to midday" for _ in range(20))
    assert [problem.line for problem in told(tmp_path, f"when:\n{lines}")] == list(range(5, 24))


def test_lines_that_clash_on_different_days_are_each_told_their_own(tmp_path: Path) -> None:
    lines = (
        "Tuesdays and Fridays, 10am to midday",
        "Every Friday, 1pm",
        "Every Friday, 11am to 2pm",
    )
    facts = "".join(f"\n  - {line}" for line in lines)
    [problem] = told(tmp_path, f"when:{facts}")
    assert (problem.line, f"“{lines[0]}” says too" in problem.message) == (6, True)


def test_one_line_may_clash_with_itself(tmp_path: Path) -> None:
    [problem] = told(tmp_path, "when: 7th of the month, 10am to midday; Mondays, 11am to 1pm")
    assert problem.message.startswith("This line says the same time twice on Monday 7 December")


def test_a_place_is_open_while_something_is_on(tmp_path: Path) -> None:
    facts = "open: Mondays, 9am to 5pm\nwhen: Mondays, 2pm to 4pm"
    assert told(tmp_path, facts, "places/hall.md") == []


@pytest.mark.parametrize(
    ("hours", "rule"),
    [
        ("Mondays, 9am to 5pm, except 24 November 2026", "exceptions-scheduled"),
        ("29 February every year, 9am to 5pm, until 31 December 2027", "schedules-happen"),
    ],
)
def test_opening_times_make_sense_too(hours: str, rule: str, tmp_path: Path) -> None:
    assert rules(told(tmp_path, f"open: {hours}", "places/hall.md")) == [rule]


def test_opening_times_clash_too(tmp_path: Path) -> None:
    facts = 'open: ["Weekdays, 9am to 5pm", "Mondays, 9am to 7pm"]'
    assert rules(told(tmp_path, facts, "places/hall.md")) == ["times-apart"]


@pytest.mark.parametrize(
    "when",
    [
        "Every Tuesday from 1 December 2026 until 7 December 2026, 2pm, except 1 December 2026",
        "29 February every year, 10am to midday, until 31 December 2027",
    ],
)
def test_a_schedule_without_a_single_day_to_come_is_named(when: str, tmp_path: Path) -> None:
    assert rules(told(tmp_path, f"when: {when}")) == ["schedules-happen"]


@pytest.mark.parametrize(
    "when",
    [
        "29 February every year, 10am to midday",
        "Every Tuesday in school holidays, 10am to midday, not in May to December",
        "Every Wednesday, 10am to midday, only on bank holidays",
        "Fifth Saturday of the month, 10am to midday",
        "Every Tuesday from 7 January 2031, 10am to midday",
        "By appointment",
    ],
)
def test_a_schedule_that_seldom_happens_does_happen(when: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"when: {when}") == []


def test_an_event_says_at_what_time(tmp_path: Path) -> None:
    [problem] = told(tmp_path, "when: Saturday 12 December 2026", "events/fair.md")
    assert (problem.rule, problem.level) == ("times-said", Level.NOTE)
    assert "Saturday 12 December 2026, 2pm to 4pm" in problem.fix


@pytest.mark.parametrize(
    ("when", "file"),
    [
        ("Saturday 12 December 2026, all day", "events/fair.md"),
        ("Any time, day or night", "events/fair.md"),
        ("By appointment", "events/fair.md"),
        ("Every Tuesday", "groups/tea.md"),
    ],
)
def test_all_day_is_a_time_and_only_events_need_one(when: str, file: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"when: {when}", file) == []
