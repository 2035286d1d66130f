"""Guide: all that an output may ask for, complete and never changed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.almanac import Almanac
from doorstep.diary import Diary
from doorstep.freshness import TIMELESS
from doorstep.history import edits_of
from doorstep.search.synonyms import NO_SYNONYMS, Synonyms
from doorstep.tracing import BODY, kept_question, note, question

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from doorstep.area_map.area import AreaMap
    from doorstep.catalogue import Catalogue
    from doorstep.config import Area, Landmark, SiteConfig, Topic
    from doorstep.entries import Entry
    from doorstep.history import Edits
    from doorstep.markdown import Rendered
    from doorstep.permalinks import Permalinks
    from doorstep.words import Words


class Guide(Struct, frozen=True, eq=False, dict=True):
    """One neighbourhood's guide as it stands on one day, in one language.

    A guide equals only itself, so that what is worked out for it can be kept by it.
    """

    config: SiteConfig
    """What site.yaml says."""
    catalogue: Catalogue
    """Every entry."""
    bodies: Mapping[tuple[str, int], Rendered]
    """Their bodies as HTML."""
    content: Path
    """The folder they came from, for photos."""
    permalinks: Permalinks
    """Where pages are published."""
    words: Words
    """The language of the interface."""
    today: date
    """The day of the build, in the guide's own time zone."""
    assets: Mapping[str, str]
    """Published paths of style sheet, scripts and icon, by name; each tells its content apart."""
    asset_sizes: Mapping[str, int]
    """How many bytes each of them has."""
    early_script: str = ""
    """What lists by day run above them, before any of their rows is drawn."""
    area_map: AreaMap | None = None
    """Its own street map, where it has one."""
    synonyms: Synonyms = NO_SYNONYMS
    """The forum's own list of words that mean other words."""

    def body_of(self, entry: Entry) -> Rendered:
        """Return the body of an entry as HTML, with its links."""
        note(BODY, entry)
        return self.bodies[entry.origin]

    @cached_property
    def diary(self) -> Diary:
        """What happens on which day: the one expansion that every output reads."""
        config = self.config
        almanac = Almanac(config.terms, config.bank_holidays)
        return Diary(self.catalogue, almanac, config.time_zone, self.today)

    @question
    def edits(self, entry: Entry) -> Edits | None:
        """Return how often, and when, the file of an entry was changed, if that is known."""
        return self._edits.get(entry.file.partition("/")[2])

    def came_on(self, entry: Entry) -> date | None:
        """Return the day the file of an entry came into the guide, if that is known."""
        edits = self.edits(entry)
        return edits.first.astimezone(self.config.time_zone).date() if edits else None

    @cached_property
    def _edits(self) -> Mapping[str, Edits]:
        return edits_of(self.content)

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """Topics by id, in the order of site.yaml."""
        return {topic.id: topic for topic in self.config.topics}

    @cached_property
    def areas(self) -> dict[str, Area]:
        """Areas by id, in the order of site.yaml."""
        return {area.id: area for area in self.config.areas}

    @cached_property
    def audiences(self) -> dict[str, str]:
        """Labels of audiences by id."""
        return {audience.id: audience.label for audience in self.config.audiences}

    @cached_property
    def landmarks(self) -> tuple[Landmark, ...]:
        """Places everybody knows."""
        return self.config.landmarks

    @kept_question
    def checkable(self) -> tuple[Entry, ...]:
        """Listed entries that can go out of date, which stories and plain pages do not."""
        return tuple(entry for entry in self.catalogue.listed if entry.kind not in TIMELESS)

    @kept_question
    def checked_this_month(self) -> int:
        """How many of them somebody made sure of since the first of the month."""
        first = self.today.replace(day=1)
        return sum(bool(entry.checked and entry.checked.on >= first) for entry in self.checkable)

    @kept_question
    def latest_checked(self) -> tuple[Entry, ...]:
        """Entries that may go anywhere, those somebody made sure of last first."""
        checked = [
            (entry.checked.on, entry)
            for entry in self.checkable
            if entry.checked and self.catalogue.showing(entry).is_public
        ]
        latest_first = sorted(checked, key=lambda pair: (-pair[0].toordinal(), pair[1].slug))
        return tuple(entry for _, entry in latest_first)
