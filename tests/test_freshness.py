"""Entries go down a ladder by the days since somebody checked them, and only a check lifts them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import TODAY, config, entry

from doorstep.entries import Entry
from doorstep.freshness import Step, check_due, ends_on, step_of
from doorstep.kinds import Kind

FRESHNESS = config().freshness
PARKS = config(
    freshness={"kinds": {"green-space": {"due": "180", "stale": "365", "unlisted": "730"}}}
).freshness
STORY = "consent: {on: 3/11/2020, kept_by: Amina}\n"


def checked(days_ago: int, kind: Kind = Kind.GROUP, facts: str = "") -> Entry:
    return entry(f"{facts}checked: {TODAY - timedelta(days=days_ago)}", kind)


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (0, Step.FRESH), (90, Step.FRESH),
        (91, Step.DUE), (180, Step.DUE),
        (181, Step.STALE), (365, Step.STALE),
        (366, Step.UNLISTED), (9999, Step.UNLISTED),
    ],
)  # fmt: skip
def test_the_ladder_has_its_steps_where_the_guide_says(days: int, step: Step) -> None:
    assert step_of(checked(days), FRESHNESS, TODAY) is step


def test_what_was_never_checked_is_not_checked_lately_and_stays_in_the_lists() -> None:
    assert step_of(entry("cost: Free"), FRESHNESS, TODAY) is Step.STALE


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (180, Step.FRESH),
        (181, Step.DUE),
        (366, Step.STALE),
        (730, Step.STALE),
        (731, Step.UNLISTED),
    ],
)
def test_a_kind_may_have_a_slower_ladder(days: int, step: Step) -> None:
    assert step_of(checked(days, Kind.GREEN_SPACE), PARKS, TODAY) is step


@pytest.mark.parametrize(("kind", "facts"), [(Kind.STORY, STORY), (Kind.PAGE, "")])
def test_what_happened_stays_true(kind: Kind, facts: str) -> None:
    old = checked(2000, kind, facts)
    assert step_of(old, FRESHNESS, TODAY) is Step.FRESH
    assert check_due(old, FRESHNESS) is None


def test_the_next_check_is_due_after_90_days() -> None:
    assert check_due(entry("checked: 3/2/2026"), FRESHNESS) == date(2026, 5, 4)


def test_no_check_is_due_where_there_never_was_one() -> None:
    assert check_due(entry("cost: Free"), FRESHNESS) is None


def test_an_offer_ends_28_days_after_its_check() -> None:
    assert ends_on(entry("side: give\nchecked: 3/11/2026", Kind.HELP)) == date(2026, 12, 1)


def test_an_offer_ends_when_it_says_so() -> None:
    offer = entry("side: give\nchecked: 3/11/2026\nexpires: 19/12/2026", Kind.HELP)
    assert ends_on(offer) == date(2026, 12, 19)


def test_help_to_get_ends_only_when_it_says_so() -> None:
    assert ends_on(entry("side: get\nchecked: 3/11/2020", Kind.HELP)) is None
    assert ends_on(entry("side: get\nexpires: 19/12/2026", Kind.HELP)) == date(2026, 12, 19)


def test_nothing_but_help_ends_by_itself() -> None:
    assert ends_on(checked(40)) is None
