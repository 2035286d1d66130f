"""An entry and today -> what of it may be shown, and where, decided once, before any output."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.entries import Status
from doorstep.freshness import Step, ends_on, step_of
from doorstep.kinds import Kind

if TYPE_CHECKING:
    from datetime import date

    from doorstep.config import Freshness
    from doorstep.entries import Entry


class State(StrEnum):
    """What has become of an entry."""

    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"
    ENDED = "ended"
    """An offer whose last day has passed."""
    UNCONFIRMED = "unconfirmed"
    """Nobody could say for too long whether it is still there."""
    TAKEN_DOWN = "taken-down"
    """A story whose teller wants it gone."""


class Face(StrEnum):
    """Where something of an entry can be seen; docs/safety.md has them all in a table."""

    OWN_PAGE = "its own page"
    FACTS = "when, whom to ask and its photo, on its own page"
    LISTS = "lists, A to Z, Get help and search: number and title"
    MORE_IN_LISTS = "more than number and title there"
    DATES = "its next dates, and What's on"
    PLACE = "where it is, and that others are there"
    MAP = "the map, Near, areas and places"
    LINKED = "what it works with, and what is like it"
    SHARING = "sharing, stars and shortlists"
    MACHINES = "search engines, the sitemap and the feed of changes"
    CALENDARS = "calendars that people subscribe to"
    ITS_OWN = "addresses for a calendar, a poster and a door sheet of its own"
    SHEETS = "printed sheets, when it was checked lately"
    PHONES = "kept on phones, to read without signal"
    FORMS = "links to forms and to the editor"
    UPKEEP = "the check-up sheet and the weekly list: number and title"
    WHO_KNOWS = "whom to ask, when and how, in those two"
    COMPARED = "what a change means for readers, fact by fact"


_LASTING = {Face.OWN_PAGE, Face.PLACE, Face.LINKED, Face.ITS_OWN, Face.COMPARED, Face.WHO_KNOWS}
_OVER = frozenset(_LASTING | {Face.PHONES, Face.FORMS})
_PAUSED = frozenset(Face) - {Face.DATES, Face.CALENDARS, Face.SHEETS}

FACES: dict[State, frozenset[Face]] = {
    State.OPEN: frozenset(Face),
    State.PAUSED: _PAUSED,
    State.CLOSED: _OVER,
    State.ENDED: _OVER | {Face.UPKEEP},
    State.UNCONFIRMED: _OVER | {Face.UPKEEP},
    State.TAKEN_DOWN: frozenset(_LASTING),
}
"""Where an entry may be seen, by what has become of it."""

OF_SAFE_SPACES = frozenset({Face.OWN_PAGE, Face.FACTS, Face.LISTS, Face.UPKEEP})
"""Where a safe space may be seen at most, whatever has become of it."""


class Showing(Struct, frozen=True):
    """What may be shown of an entry, for every output to ask."""

    state: State
    """What has become of it."""
    step: Step
    """How lately it was checked."""
    is_safe_space: bool
    """Whether it is for people at risk."""

    def shows(self, face: Face) -> bool:
        """Say whether the entry may be seen there."""
        return face in self.faces

    @property
    def faces(self) -> frozenset[Face]:
        """Everywhere the entry may be seen."""
        return _faces(self.state, self.step >= Step.STALE, self.is_safe_space)

    @property
    def has_facts(self) -> bool:
        """Whether its own page shows when, where and whom to ask."""
        return self.shows(Face.FACTS)

    @property
    def is_listed(self) -> bool:
        """Whether it stands in lists; a safe space by number and title alone."""
        return self.shows(Face.LISTS)

    @property
    def is_public(self) -> bool:
        """Whether it may go anywhere: Near, areas, places, feeds, JSON-LD, the sitemap, sharing."""
        return self.shows(Face.MAP)

    @property
    def is_printable(self) -> bool:
        """Whether it may be printed: what nobody checked lately would hang there for weeks."""
        return self.shows(Face.SHEETS)


@cache
def _faces(state: State, is_stale: bool, is_safe_space: bool) -> frozenset[Face]:
    # What nobody checked lately would hang on a wall for weeks.
    faces = FACES[state] - ({Face.SHEETS} if is_stale else set())
    return faces & OF_SAFE_SPACES if is_safe_space else faces


def showing_of(entry: Entry, freshness: Freshness, today: date) -> Showing:
    """Return what may be shown of an entry today."""
    step = step_of(entry, freshness, today)
    return Showing(_state(entry, step, today), step, entry.sensitive)


def _state(entry: Entry, step: Step, today: date) -> State:
    last_day = ends_on(entry)
    if entry.status is Status.CLOSED:
        return State.TAKEN_DOWN if entry.kind is Kind.STORY else State.CLOSED
    if last_day is not None and last_day < today:
        return State.ENDED
    if step is Step.UNLISTED:
        return State.UNCONFIRMED
    return State.PAUSED if entry.status is Status.PAUSED else State.OPEN
