"""What may be shown of an entry is decided once, by its state and by whom it is for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from builders import TODAY, config, entry

from doorstep.entries import Entry
from doorstep.kinds import Kind
from doorstep.showing import Showing, State, showing_of

FRESH = "checked: 2026-11-03"
OLD = "checked: 2025-11-03"
STORY = "consent: {on: 3/11/2020, kept_by: Amina}"
SAFE = f"{FRESH}\nsensitive: yes"


def showing(made: Entry) -> Showing:
    return showing_of(made, config().freshness, TODAY)


def seen(made: Entry) -> tuple[bool, bool, bool]:
    """Return whether its page has facts, whether it is in lists, whether it may go anywhere."""
    shown = showing(made)
    return shown.has_facts, shown.is_listed, shown.is_public


@pytest.mark.parametrize(
    ("facts", "kind", "state"),
    [
        (FRESH, Kind.GROUP, State.OPEN),
        (f"{FRESH}\nstatus: paused", Kind.GROUP, State.PAUSED),
        (f"{FRESH}\nstatus: closed", Kind.GROUP, State.CLOSED),
        (OLD, Kind.GROUP, State.UNCONFIRMED),
        (f"{OLD}\nstatus: paused", Kind.GROUP, State.UNCONFIRMED),
        (f"{OLD}\nstatus: closed", Kind.GROUP, State.CLOSED),
        (f"side: give\n{FRESH}\nexpires: 21/11/2026", Kind.HELP, State.ENDED),
        (f"side: give\n{FRESH}\nexpires: 22/11/2026", Kind.HELP, State.OPEN),
        (f"side: give\n{OLD}", Kind.HELP, State.ENDED),
        (STORY, Kind.STORY, State.OPEN),
        (f"{STORY}\nstatus: closed", Kind.STORY, State.TAKEN_DOWN),
    ],
)
def test_the_state_of_an_entry_is_what_has_become_of_it(
    facts: str, kind: Kind, state: State
) -> None:
    assert showing(entry(facts, kind)).state is state


def test_an_offer_without_a_last_day_ends_the_day_after_its_28th() -> None:
    day_28 = entry(f"side: give\nchecked: {TODAY - timedelta(days=28)}", Kind.HELP)
    day_29 = entry(f"side: give\nchecked: {TODAY - timedelta(days=29)}", Kind.HELP)
    assert [showing(offer).state for offer in (day_28, day_29)] == [State.OPEN, State.ENDED]


@pytest.mark.parametrize("facts", [FRESH, f"{FRESH}\nstatus: paused", "cost: Free"])
def test_what_goes_on_or_is_paused_or_was_never_checked_is_shown_everywhere(facts: str) -> None:
    assert seen(entry(facts)) == (True, True, True)


@pytest.mark.parametrize("facts", [f"{FRESH}\nstatus: closed", OLD])
def test_what_is_closed_or_cannot_be_confirmed_leaves_the_lists(facts: str) -> None:
    assert seen(entry(facts)) == (False, False, False)


def test_a_story_that_was_taken_down_shows_nothing() -> None:
    assert seen(entry(f"{STORY}\nstatus: closed", Kind.STORY)) == (False, False, False)


def test_a_safe_space_is_listed_and_goes_nowhere_else() -> None:
    assert seen(entry(SAFE)) == (True, True, False)


def test_a_safe_space_that_closed_leaves_the_lists_as_well() -> None:
    assert seen(entry(f"{SAFE}\nstatus: closed")) == (False, False, False)
