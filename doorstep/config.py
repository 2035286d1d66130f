"""SiteConfig: every key that site.yaml may hold, with its help text below it."""

from __future__ import annotations

from typing import Annotated, Any, Self, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import to_builtins
from pydantic import (
    BeforeValidator,
    Field,
    PrivateAttr,
    ValidationInfo,
    field_validator,
    model_validator,
)

from doorstep.agreements import Agreement
from doorstep.calendars import GroupCalendar
from doorstep.colours import AccentColour
from doorstep.contacts import SiteAddress, WebAddress
from doorstep.documented import Documented
from doorstep.editing import Editing
from doorstep.fields import (
    Flag,
    Line,
    OptionalLine,
    ReadingContext,
    Slug,
    WholeNumber,
    Words,
    tell,
    text_of,
)
from doorstep.help_lines import EmergencyLine, HelpLine
from doorstep.kinds import Kind
from doorstep.map_settings import MapSettings
from doorstep.points import Point
from doorstep.problems import Problem
from doorstep.sources import Source
from doorstep.terms import BankHolidayRegion, Terms


def _zone(value: object) -> ZoneInfo:
    name = text_of(value)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        fix = "Write Europe/London."
        raise tell("time-zones", f"“{name}” is not a time zone.", fix=fix) from None


TimeZone = Annotated[ZoneInfo, BeforeValidator(_zone), Field(examples=["Europe/London"])]
"""A place in a time zone, as the IANA database names it."""


class Forum(Documented):
    """The people who keep the guide."""

    name: Line = Field(examples=["Harbour Row forum"])
    """The forum's name."""

    meets: OptionalLine = Field("", examples=["First Tuesday of the month, 6:30pm to 8:30pm"])
    """When it meets, in words."""

    where: OptionalLine = Field("", examples=["old-customs-house"])
    """The slug of the place it meets in."""

    people: OptionalLine = Field("", examples=["Pat, Amina and Joe"])
    """First names of those who look after the guide."""


class Area(Documented):
    """A part of the neighbourhood."""

    id: Slug = Field(examples=["hill-top"])
    """Its name in addresses and in `area:`."""

    label: Line = Field(examples=["Hill Top"])
    """Its name as residents say it."""


class Landmark(Point):
    """A place everybody knows, to say how far things are from."""

    id: Slug = Field(examples=["library"])
    """Its name in addresses."""

    name: Line = Field(examples=["the library"])
    """What people call it, such as the library; it is read after "from" and "near"."""


class Topic(Documented):
    """Something people look for."""

    id: Slug = Field(examples=["company"])
    """Its name in addresses and in `topics:`."""

    label: Line = Field(examples=["Someone to talk to"])
    """What residents call it, such as Someone to talk to."""

    words: Words = Field((), examples=["[lonely, friends, chat]"])
    """Other words people use for it."""


class Audience(Documented):
    """Whom something is for."""

    id: Slug = Field(examples=["older-people"])
    """Its name in `for:`."""

    label: Line = Field(examples=["Older people"])
    """How it reads on a page."""


class Ladder(Documented):
    """After how many days without a check an entry goes down a step."""

    due: WholeNumber = Field(90, examples=["90"])
    """Days until a check is due."""

    stale: WholeNumber = Field(180, examples=["180"])
    """Days until it says "Not checked lately"."""

    unlisted: WholeNumber = Field(365, examples=["365"])
    """Days until it leaves the lists."""

    @model_validator(mode="after")
    def _goes_down_in_order(self) -> Self:
        if not self.due < self.stale < self.unlisted:
            message = "Of due, stale and unlisted each has to be more days than the one before."
            days = f"They are {self.due}, {self.stale} and {self.unlisted} now."
            raise tell("ladder-in-order", message, fix=days)
        return self


FEWEST_CORNERS = 3
"""Corners of a boundary that has an inside."""

_ItemsT = TypeVar("_ItemsT", bound="tuple[Area | Landmark | Topic | Audience | GroupCalendar, ...]")


def _kinds(value: object) -> object:
    """Read green_space as green-space: keys are read with either."""
    if not isinstance(value, dict):
        return value
    return {str(key).replace("_", "-"): ladder for key, ladder in value.items()}


class Freshness(Ladder):
    """The freshness ladder, and the kinds that have their own."""

    kinds: Annotated[dict[Kind, Ladder], BeforeValidator(_kinds)] = Field(
        default_factory=dict, examples=["{green-space: {due: 180, stale: 365, unlisted: 730}}"]
    )
    """Other numbers of days for a kind, such as green-space."""

    def ladder(self, kind: Kind) -> Ladder:
        """Return the ladder for this kind of entry."""
        return self.kinds.get(kind, self)


_NOT_TYPED = Source("site.yaml", Kind.PAGE, "site", {}, 1, (), 1, "", {})
"""The settings where they come from nowhere, as in a trial of one of them."""


class SiteConfig(Documented):
    """What site.yaml may say."""

    name: Line = Field(examples=["Harbour Row guide"])
    """The guide's name, as residents say it."""

    tagline: OptionalLine = Field("", examples=["What's on, and who can help"])
    """One line under the name on the first page."""

    url: SiteAddress = Field(examples=["https://name.github.io/guide/"])
    """Where the guide is published, such as https://name.github.io/guide/."""

    repository: WebAddress = Field("", examples=["https://github.com/name/guide"])
    """Where its files are kept, for those who help to edit them."""

    time_zone: TimeZone = ZoneInfo("Europe/London")
    """Times in content/ are wall-clock times in this zone: 7pm stays 7pm all year."""

    centre: Point
    """The middle of the neighbourhood."""

    boundary: tuple[Point, ...] = Field(
        (),
        examples=["[{lat: 53.71, lon: -3.31}, {lat: 53.71, lon: -3.28}, {lat: 53.69, lon: -3.3}]"],
    )
    """The corners of the neighbourhood, one after the other all the way round, for the map."""

    map: MapSettings = MapSettings.model_construct()
    """How the map is drawn."""

    accent: AccentColour = Field("#0b5563", examples=["'#0b5563'"])
    """The one colour of the guide, as #rrggbb; dark enough to read on white."""

    example: Flag = False
    """Whether this is an example: every page says so, and dates may be relative."""

    help_line: HelpLine
    """Whom anybody can phone about the guide."""

    emergency: tuple[EmergencyLine, ...] = ()
    """Lines to ring when it cannot wait."""

    forum: Forum
    """The people who keep the guide."""

    exit_address: WebAddress = Field(
        "https://www.bbc.co.uk/weather", examples=["https://www.bbc.co.uk/weather"]
    )
    """Where "Exit this page" goes: a page that could be anyone's."""

    areas: tuple[Area, ...] = ()
    """The parts of the neighbourhood."""

    landmarks: tuple[Landmark, ...] = ()
    """Places everybody knows, for "near" and walking minutes."""

    topics: tuple[Topic, ...]
    """What people look for."""

    audiences: tuple[Audience, ...]
    """Whom things are for."""

    terms: Terms = Field((), examples=["[2 September to 23 October 2026]"])
    """The days between which there is school, each half of a term on its own line; what says "in
    term time" goes by them."""

    bank_holidays: BankHolidayRegion = Field("GB-ENG", examples=["Scotland"])
    """Whose bank holidays are kept: England, Scotland, Wales or Northern Ireland, or the code of
    another country, such as IE."""

    calendars: tuple[GroupCalendar, ...] = ()
    """Groups' own calendars; see importing-calendars.md for how their events become entries."""

    freshness: Freshness = Freshness.model_construct()
    """After how many days an entry needs checking."""

    spoken_here: Words = Field((), examples=["[Gujarati, Romanian]"])
    """Languages that neighbours speak at home, so that the guide can say for which of them there
    is no group yet."""

    offline: Flag = Field(True, examples=["no"])
    """Whether a phone keeps the pages that its owner looked at, and a few more, to read without
    signal; with no, phones that kept some forget them. See offline.md."""

    editing: Editing = Editing.model_construct()
    """Who looks at what people send, and how the guide may be edited."""

    may_be_public: tuple[Agreement, ...] = ()
    """Private details that the check need not ask about, because the person whose they are said
    that everybody may read them; see private-details.md."""

    _written: Source = PrivateAttr(_NOT_TYPED)

    @classmethod
    def of(cls, source: Source, context: ReadingContext, **instead: str) -> Self:
        """Return the settings a file says but for some, or raise pydantic's ValidationError."""
        written = {key: node for key, node in source.front_matter.items() if node != ""}
        config = cls.model_validate(written | instead, context=context)
        config._written = source
        return config

    @property
    def written(self) -> Source:
        """The settings as they were typed."""
        return self._written

    def as_json(self) -> str:
        """Return all that it says: two settings that say the same are the same."""
        return self.model_dump_json(fallback=to_builtins)

    def problem_at(self, *path: str | int, **said: Any) -> Problem:
        """Return a problem on the line of a key; see Source.problem for what is said."""
        return self._written.problem(path, **said)

    @field_validator("boundary")
    @classmethod
    def _goes_round_something(cls, corners: tuple[Point, ...]) -> tuple[Point, ...]:
        number = len({corner.position for corner in corners})
        if corners and number < FEWEST_CORNERS:
            has = "1 corner" if number == 1 else f"{number} corners"
            message = f"The boundary has {has}, and it takes three to go round a neighbourhood."
            raise tell("boundary-round", message, fix="Add the others, or leave it out.")
        return corners

    @field_validator("areas", "landmarks", "topics", "audiences", "calendars")
    @classmethod
    def _ids_are_there_once(cls, items: _ItemsT, info: ValidationInfo) -> _ItemsT:
        ids = [item.id for item in items]
        if twice := sorted({one for one in ids if ids.count(one) > 1}):
            message = f"“{twice[0]}” is there twice in {info.field_name}."
            raise tell("ids-once", message, fix="Rename one.")
        return items
