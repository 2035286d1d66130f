"""A place that is shut for once says so beside its opening times, and on its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from diaries import guide_on, said

from doorstep.views.cards import card_of
from doorstep.views.facts import facts_of
from doorstep.views.opening_changes import opening_notes

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.entries import Entry
    from doorstep.guide import Guide

WEEKDAYS = "Monday to Friday, 9am to 5pm"
SNOW = "{on: 2026-11-24, cancelled: yes, because: snow}"
CLOSED = "Closed on Tuesday 24 November. Snow."


def library(folder: Path, *changes: str, when: str = "") -> tuple[Guide, Entry]:
    """Return a library that is open on weekdays, and its guide."""
    lines = ["---", "title: Library", "checked: 3/11/2026", f"open: {WEEKDAYS}"]
    lines += [f"when: {when}"] * bool(when)
    text = "\n".join([*lines, f"changes: [{', '.join(changes)}]", "---", ""])
    guide = guide_on(folder, {"places/library.md": text})
    return guide, guide.catalogue.by_slug["library"]


def test_a_day_on_which_it_is_shut_stands_before_its_opening_times(tmp_path: Path) -> None:
    (hours,) = [row for row in facts_of(*library(tmp_path, SNOW)) if row.label == "Open"]
    assert [said(line) for line in hours.lines] == [CLOSED, WEEKDAYS]


def test_a_card_says_the_soonest_day_on_which_it_is_shut(tmp_path: Path) -> None:
    later = "{on: 2026-12-24, cancelled: yes}"
    card = card_of(*library(tmp_path, later, SNOW))
    assert [line.text for line in card.passing] == [CLOSED]


def test_that_it_is_shut_is_said_until_that_day_is_over(tmp_path: Path) -> None:
    (note,) = opening_notes(*library(tmp_path, SNOW))
    assert note.ends == "2026-11-25T00:00:00+00:00"


def test_a_day_on_which_it_was_shut_is_no_longer_told(tmp_path: Path) -> None:
    assert opening_notes(*library(tmp_path, SNOW.replace("24", "20"))) == ()


@pytest.mark.parametrize(
    "change",
    ["moved_to: 'Tuesday 24 November 2026, 1pm to 5pm'", "where: the caf\u00e9 in Mill Lane"],
)
def test_a_day_on_which_its_opening_is_changed_is_to_be_asked_about(
    change: str, tmp_path: Path
) -> None:
    (note,) = opening_notes(*library(tmp_path, f"{{on: 2026-11-24, {change}}}"))
    assert note.text == "Not as usual on Tuesday 24 November: phone to ask."


def test_what_is_cancelled_at_a_place_does_not_shut_it(tmp_path: Path) -> None:
    assert opening_notes(*library(tmp_path, SNOW, when="Every Tuesday, 2pm to 3pm")) == ()
