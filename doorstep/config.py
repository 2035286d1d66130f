"""SiteConfig: every key that site.yaml may hold, with its help text below it."""

from __future__ import annotations

from typing import Annotated, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from doorstep.colours import AccentColour
from doorstep.contacts import PhoneNumber, WebAddress
from doorstep.fields import Flag, Line, OptionalLine, Slug, WholeNumber, Words, tell, text_of
from doorstep.geography import Position
from doorstep.kinds import Kind


class Documented(BaseModel):
    """A group of keys, each with its help text right below it."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        use_attribute_docstrings=True,
        arbitrary_types_allowed=True,
    )


def _zone(value: object) -> ZoneInfo:
    name = text_of(value)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise tell("time-zones", f"“{name}” is not a time zone.", fix="Write Europe/London.") from None


def _degrees(largest: int) -> BeforeValidator:
    """Return a validator for a latitude (90) or a longitude (180)."""

    def read(value: object) -> float:
        text = text_of(value)
        try:
            degrees = float(text)
        except ValueError:
            raise tell("degrees", f"“{text}” is not a number of degrees, such as 53.7020.") from None
        # "nan" compares false with everything, so the range is asked for, not its opposite.
        if not -largest <= degrees <= largest:
            raise tell("degrees", f"{text} is not on the map: it goes from -{largest} to {largest}.")
        return degrees

    return BeforeValidator(read)


Latitude = Annotated[float, _degrees(90)]
"""Degrees north, WGS 84."""

Longitude = Annotated[float, _degrees(180)]
"""Degrees east, WGS 84."""


class Point(Documented):
    """A point on the map."""

    lat: Latitude
    """Degrees north, such as 53.7020."""

    lon: Longitude
    """Degrees east; west of Greenwich it starts with a minus."""

    @property
    def position(self) -> Position:
        """The point as a position."""
        return Position(self.lat, self.lon)


class HelpLine(Documented):
    """Whom anybody can phone about the guide."""

    name: Line
    """Who answers."""

    phone: PhoneNumber
    """The number to phone."""

    text: PhoneNumber = ""
    """The number to send a text message to."""

    times: OptionalLine = ""
    """When somebody answers, such as Monday to Friday, 10am to 4pm."""


class EmergencyLine(Documented):
    """A line to ring when it cannot wait."""

    name: Line
    """Who answers."""

    phone: PhoneNumber = ""
    """The number to phone."""

    text: PhoneNumber = ""
    """The number to send a text message to."""

    say: OptionalLine = ""
    """When to use it, in one sentence."""


class Forum(Documented):
    """The people who keep the guide."""

    name: Line
    """The forum's name."""

    meets: OptionalLine = ""
    """When it meets, in words."""

    where: OptionalLine = ""
    """The slug of the place it meets in."""

    people: OptionalLine = ""
    """First names of those who look after the guide."""


class Area(Documented):
    """A part of the neighbourhood."""

    id: Slug
    """Its name in addresses and in `area:`."""

    label: Line
    """Its name as residents say it."""


class Landmark(Point):
    """A place everybody knows, to say how far things are from."""

    id: Slug
    """Its name in addresses."""

    name: Line
    """What people call it, such as the library; it is read after "from" and "near"."""


class Topic(Documented):
    """Something people look for."""

    id: Slug
    """Its name in addresses and in `topics:`."""

    label: Line
    """What residents call it, such as Someone to talk to."""

    words: Words = ()
    """Other words people use for it."""


class Audience(Documented):
    """Whom something is for."""

    id: Slug
    """Its name in `for:`."""

    label: Line
    """How it reads on a page."""


class Ladder(Documented):
    """After how many days without a check an entry goes down a step."""

    due: WholeNumber = 90
    """Days until a check is due."""

    stale: WholeNumber = 180
    """Days until it says "Not checked lately"."""

    unlisted: WholeNumber = 365
    """Days until it leaves the lists."""


def _kinds(value: object) -> object:
    """Read green_space as green-space: keys are read with either."""
    if not isinstance(value, dict):
        return value
    return {str(key).replace("_", "-"): ladder for key, ladder in value.items()}


class Freshness(Ladder):
    """The freshness ladder, and the kinds that have their own."""

    kinds: Annotated[dict[Kind, Ladder], BeforeValidator(_kinds)] = Field(default_factory=dict)
    """Other numbers of days for a kind, such as green-space."""

    def ladder(self, kind: Kind) -> Ladder:
        """Return the ladder for this kind of entry."""
        return self.kinds.get(kind, self)


class SiteConfig(Documented):
    """What site.yaml may say."""

    name: Line
    """The guide's name, as residents say it."""

    tagline: OptionalLine = ""
    """One line under the name on the first page."""

    url: WebAddress
    """Where the guide is published, such as https://name.github.io/guide/."""

    repository: WebAddress = ""
    """Where its files are kept, for those who help to edit them."""

    time_zone: Annotated[ZoneInfo, BeforeValidator(_zone)] = ZoneInfo("Europe/London")
    """Times in content/ are wall-clock times in this zone: 7pm stays 7pm all year."""

    centre: Point
    """The middle of the neighbourhood."""

    accent: AccentColour = "#0b5563"
    """The one colour of the guide, as #rrggbb; dark enough to read on white."""

    example: Flag = False
    """Whether this is an example: every page says so, and dates may be relative."""

    help_line: HelpLine
    """Whom anybody can phone about the guide."""

    emergency: tuple[EmergencyLine, ...] = ()
    """Lines to ring when it cannot wait."""

    forum: Forum
    """The people who keep the guide."""

    exit_address: WebAddress = "https://www.bbc.co.uk/weather"
    """Where "Exit this page" goes: a page that could be anyone's."""

    areas: tuple[Area, ...] = ()
    """The parts of the neighbourhood."""

    landmarks: tuple[Landmark, ...] = ()
    """Places everybody knows, for "near" and walking minutes."""

    topics: tuple[Topic, ...]
    """What people look for."""

    audiences: tuple[Audience, ...]
    """Whom things are for."""

    freshness: Freshness = Freshness()
    """After how many days an entry needs checking."""

    @model_validator(mode="after")
    def _ids_are_there_once(self) -> Self:
        for name in ("areas", "landmarks", "topics", "audiences"):
            ids = [item.id for item in getattr(self, name)]
            if twice := sorted({one for one in ids if ids.count(one) > 1}):
                raise tell("ids-once", f"“{twice[0]}” is there twice in {name}.", fix="Rename one.")
        return self
