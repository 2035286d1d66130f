"""A guide on a day -> the monthly round: everything for its keepers to ask, to mend and to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.freshness import Step
from doorstep.mesh.gaps import Gap, gaps_of
from doorstep.mesh.help_wanted import KIND as HELP_WANTED
from doorstep.mesh.help_wanted import Wanted, long_wanted
from doorstep.showing import Face
from doorstep.upkeep.asks import Ask, asks_of, is_by_phone_only, is_over
from doorstep.upkeep.news import News, cancelled_this_week, news_of
from doorstep.upkeep.offers import Offer, offers_waiting

if TYPE_CHECKING:
    from datetime import date

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence

MOST_GAPS = 12
"""More than these are not talked about at one meeting; the page of gaps has them all."""


class Round(Struct, frozen=True, kw_only=True):
    """What there is to do for a guide this month, as it stands on one day."""

    day: date
    """The day."""
    unlisted: tuple[Ask, ...]
    """What left the lists because nobody made sure of it for so long."""
    due: tuple[Ask, ...]
    """What is in the lists and has to be made sure of."""
    over: tuple[Entry, ...]
    """Events whose last day has passed: they need a next date, or to be closed."""
    offers: tuple[Offer, ...]
    """Offers that end soon or have just ended."""
    wanted: tuple[Wanted, ...]
    """Help that has been wanted for over four weeks."""
    gaps: tuple[Gap, ...]
    """What is not there yet, the first dozen; help that is wanted is told apart."""
    news: News | None
    """What came since the last round, where the guide's history tells."""
    cancelled: tuple[tuple[Occurrence, Entry], ...]
    """Dates of the next seven days that are off, each with its entry."""
    by_phone_only: frozenset[str]
    """Slugs of safe spaces, of which nothing but number and title is written down."""
    checked: int
    """How many entries somebody made sure of this month …"""
    checkable: int
    """… and of how many."""

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Everything to make sure of: first what is out of the lists already."""
        return (*self.unlisted, *self.due)


def round_of(guide: Guide) -> Round:
    """Return what there is to do."""
    asks, by_slug = asks_of(guide), guide.catalogue.by_slug
    return Round(
        day=guide.today,
        unlisted=tuple(ask for ask in asks if ask.step is Step.UNLISTED),
        due=tuple(ask for ask in asks if ask.step is not Step.UNLISTED),
        over=tuple(entry for entry in guide.catalogue.listed if is_over(guide, entry)),
        offers=offers_waiting(guide),
        wanted=long_wanted(guide),
        gaps=_gaps(guide),
        news=news_of(guide),
        cancelled=tuple((one, by_slug[one.slug]) for one in cancelled_this_week(guide)),
        by_phone_only=frozenset(
            one.slug for one in guide.catalogue.seen_on(Face.UPKEEP) if is_by_phone_only(guide, one)
        ),
        checked=guide.checked_this_month,
        checkable=len(guide.checkable),
    )


def _gaps(guide: Guide) -> tuple[Gap, ...]:
    return tuple(gap for gap in gaps_of(guide) if gap.kind != HELP_WANTED)[:MOST_GAPS]
