"""An entry and today -> what of it may be shown, decided once, before any output."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

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


@dataclass(frozen=True, slots=True)
class Showing:
    """What may be shown of an entry, for every output to ask."""

    state: State
    """What has become of it."""
    step: Step
    """How lately it was checked."""
    is_safe_space: bool
    """Whether it is for people at risk."""

    @property
    def has_facts(self) -> bool:
        """Whether its own page shows when, where and whom to ask."""
        return self.state in (State.OPEN, State.PAUSED)

    @property
    def is_listed(self) -> bool:
        """Whether it stands in lists; a safe space by number and title alone."""
        return self.has_facts

    @property
    def is_public(self) -> bool:
        """Whether it may go anywhere: Near, areas, places, feeds, JSON-LD, the sitemap, sharing."""
        return self.is_listed and not self.is_safe_space

    @property
    def is_printable(self) -> bool:
        """Whether it may be printed: what nobody checked lately would hang there for weeks."""
        return self.is_public and self.state is State.OPEN and self.step < Step.STALE


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
