"""Entry and its kinds: what one file's worth of guide may say, each key with its help text."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Discriminator, Field, PrivateAttr, Tag

from doorstep.details import Access, Address, Changes, Consent, Contact, LastCheck, Origin, Photo
from doorstep.documented import Documented
from doorstep.fields import (
    Day,
    Flag,
    Line,
    OptionalLine,
    ReadingContext,
    Slug,
    Slugs,
    Summary,
    WholeNumber,
    Words,
    items_of,
)
from doorstep.keys import fields_of
from doorstep.kinds import OFFER_LASTS, Kind
from doorstep.problems import Problem, corrected
from doorstep.schedules.rules import Rule
from doorstep.sources import Source
from doorstep.tracing import BODY, note
from doorstep.vocabularies import known_word, one_of
from doorstep.written import Timetable


class Status(StrEnum):
    """Whether something still goes on."""

    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


class Side(StrEnum):
    """Whether a neighbour gets help here or gives it."""

    GET = "get"
    GIVE = "give"


Where = Annotated[
    Annotated[Line, Tag("slug")] | Annotated[Address, Tag("address")],
    Discriminator(lambda value: "slug" if isinstance(value, str) else "address"),
]

Topics = Annotated[tuple[Annotated[str, known_word("topic")], ...], BeforeValidator(items_of)]
Audiences = Annotated[tuple[Annotated[str, known_word("audience")], ...], BeforeValidator(items_of)]


class Entry(Documented):
    """What every entry may say."""

    number: WholeNumber | None = Field(None, examples=["127"])
    """Its number for life, never used again for another."""

    title: Line = Field(examples=["Tea and talk"])
    """What it is called, in up to 65 letters."""

    summary: Summary = ""
    """One sentence of up to 20 words."""

    topics: Topics = Field((), examples=["[company, older-people]"])
    """What it is about: names from the list of topics in site.yaml."""

    area: Annotated[str, known_word("area")] | None = Field(None, examples=["station-side"])
    """The part of the neighbourhood; without it, the area of its place."""

    audiences: Audiences = Field((), alias="for", examples=["[everyone]"])
    """Whom it is for: names from the list of audiences in site.yaml."""

    when: Timetable = Field((), examples=["Every Tuesday in term time, 10:30am to midday"])
    """When it happens, as you would say it; several lines are fine. See schedules.md."""

    where: Where | None = Field(None, examples=["st-annes-hall"])
    """The slug of a place or green space, or the place written out."""

    come_along: OptionalLine = Field("", examples=["Just turn up. On your own is fine."])
    """Whether people can just turn up."""

    cost: OptionalLine = Field("", examples=["Free"])
    """What it costs, or Free."""

    access: Access = Access.model_construct()
    """What getting in is like."""

    languages: Words = Field((), examples=["[English, Gujarati]"])
    """Languages that somebody there speaks."""

    contact: Contact = Contact.model_construct()
    """Whom to ask."""

    you_can_help: Words = Field((), examples=["[make tea, give lifts home]"])
    """What a neighbour could do here."""

    organiser: Slug | None = Field(None, examples=["friends-of-st-annes"])
    """The slug of the group that runs it."""

    works_with: Slugs = Field((), examples=["[dementia-cafe, riverside-park]"])
    """Slugs of entries it works with."""

    checked: LastCheck = Field(None, examples=["2026-11-03, by phone, Amina"])
    """When somebody last made sure, how, and who."""

    changes: Changes = ()
    """Single dates that are cancelled or moved."""

    status: Annotated[Status, one_of("status", Status)] = Field(Status.ACTIVE, examples=["paused"])
    """active, paused or closed."""

    sensitive: Flag = Field(False, examples=["yes"])
    """Whether this is a safe space, whose place is never shown."""

    image: Photo | None = None
    """A picture and what it shows."""

    formerly: Slugs = Field((), examples=["[tea-club]"])
    """Slugs it had before; their addresses lead here."""

    safeguarding: OptionalLine = Field(
        "", examples=["Pat is responsible. All helpers are checked."]
    )
    """Who is responsible for keeping people safe, and how helpers are checked."""

    insurance: OptionalLine = Field("", examples=["Covered by the hall."])
    """Whether the group is insured."""

    source: Origin | None = None
    """Where an imported entry came from."""

    kind: ClassVar[Kind]
    _written: Source = PrivateAttr()

    @classmethod
    def of(cls, source: Source, context: ReadingContext) -> Self:
        """Return the entry a file says, or raise pydantic's ValidationError."""
        # Nothing after the colon is nothing said, but for the one line that must never be guessed.
        written = {
            key: node
            for key, node in source.front_matter.items()
            if node != "" or key == "sensitive" or key not in fields_of(cls)
        }
        entry = cls.model_validate(written, context=context)
        entry._written = source
        return entry

    @property
    def written(self) -> Source:
        """The entry as it was typed."""
        note(BODY, self)
        return self._written

    @property
    def typed_facts(self) -> str:
        """All that it says but its body, as it was typed."""
        return repr(self._written.front_matter)

    @cached_property
    def slug(self) -> str:
        """Its name in addresses, unique in the whole guide."""
        return self._written.slug

    @property
    def body(self) -> str:
        """Everything longer, in Markdown."""
        return self.written.body

    @cached_property
    def file(self) -> str:
        """The file it is written in."""
        return self._written.file

    @cached_property
    def origin(self) -> tuple[str, int]:
        """The file, and the line it starts on: what tells two entries apart whatever they say."""
        return self._written.file, self._written.first_line

    def problem_at(
        self, *path: str | int, wrong: str = "", right: str = "", **said: Any
    ) -> Problem:
        """Return a problem on the line of a key; see Source.problem for what is said.

        `wrong` are the words it is about, `right` what to write in their place.
        """
        return corrected(self._written.problem(path, **said), wrong, right)

    def problem_in_body(
        self, line: int, *, wrong: str = "", right: str = "", **said: Any
    ) -> Problem:
        """Return a problem on a line of the body, counted from 1."""
        return corrected(self._written.body_problem(line, **said), wrong, right)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of all its lines of `when`, in order."""
        if len(self.when) == 1:
            return self.when[0].rules
        return tuple(rule for line in self.when for rule in line.rules)

    @property
    def address(self) -> Address | None:
        """Its place, when that is written out in the entry itself."""
        return self.where if isinstance(self.where, Address) else None

    @property
    def place_slug(self) -> str:
        """The entry it happens at, as the author wrote it, or ""."""
        return self.where if isinstance(self.where, str) else ""


class Group(Entry):
    """A gathering of people or a service."""

    kind = Kind.GROUP


class Event(Entry):
    """Something that happens once or repeats."""

    kind = Kind.EVENT


class Opening(Entry):
    """What is true of places and green spaces: they open and close."""

    opening: Timetable = Field((), alias="open", examples=["Monday to Friday, 9am to 5pm"])
    """When it is open, in the same words as `when`."""

    @property
    def opening_rules(self) -> tuple[Rule, ...]:
        """The rules of all its lines of `open`, in order."""
        return tuple(rule for line in self.opening for rule in line.rules)


class GreenSpace(Opening):
    """A park, a garden, an allotment, a wood, a path."""

    kind = Kind.GREEN_SPACE


class Place(Opening):
    """A building where things happen."""

    kind = Kind.PLACE


class Help(Entry):
    """Help to get, or help to give."""

    kind = Kind.HELP

    side: Annotated[Side, one_of("side", Side)] = Field(examples=["get"])
    """get: help for whoever reads it. give: help that is wanted, or a skill to share."""

    expires: Day | None = Field(None, examples=["2026-12-19"])
    """The last day of the offer; 28 days after its check unless said."""

    @property
    def last_day(self) -> date | None:
        """The last day of the offer, if it has one."""
        if self.expires or self.side is Side.GET:
            return self.expires
        return self.checked.on + OFFER_LASTS if self.checked else None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of all its lines of `when`; what comes round ends with the offer."""
        return tuple(rule.until(self.last_day) for rule in super().rules)


class Story(Entry):
    """A neighbour's story, told with consent."""

    kind = Kind.STORY

    consent: Consent
    """When the person agreed, and who keeps the paper."""


class Page(Entry):
    """A plain page."""

    kind = Kind.PAGE
    way_out: Flag = Field(False, examples=["yes"])
    """Whether it is for people at risk, and begins with the button “Exit this page”."""


MODELS: dict[Kind, type[Entry]] = {
    model.kind: model for model in (Group, Event, GreenSpace, Place, Help, Story, Page)
}
