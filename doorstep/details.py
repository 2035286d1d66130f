"""The parts of an entry that have keys of their own: where, whom to ask, getting in, the check."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, ClassVar

from msgspec import Struct
from pydantic import BeforeValidator, Field, ValidationInfo

from doorstep.contacts import Email, PhoneNumber, Postcode, WebAddress
from doorstep.documented import Documented
from doorstep.fields import (
    Answer,
    Day,
    Flag,
    Line,
    OptionalLine,
    OptionalName,
    PastDay,
    YesNoUnknown,
    context_of,
    over,
    text_of,
)
from doorstep.geography import Position
from doorstep.limits import CHANGES
from doorstep.patterns import late_pattern
from doorstep.points import Latitude, Longitude
from doorstep.schedules.reading import ScheduleNotRead, read_moment
from doorstep.schedules.rules import Hours
from doorstep.written import told


class Address(Documented):
    """A place written out, where there is no entry for it."""

    name: OptionalName = Field("", examples=["St Anne's Hall"])
    """What the building is called."""

    address: OptionalLine = Field("", examples=["28 High Street"])
    """Number and street, with commas between the lines."""

    postcode: Postcode = ""
    """The whole postcode."""

    lat: Latitude | None = Field(None, examples=["53.7020"])
    """Degrees north."""

    lon: Longitude | None = Field(None, examples=["-3.3000"])
    """Degrees east; west of Greenwich it starts with a minus."""

    directions: OptionalLine = Field("", examples=["The door is beside the chemist"])
    """The words that get a person there: the door is beside the chemist."""

    @property
    def position(self) -> Position | None:
        """The point on the map, when both numbers are known."""
        if self.lat is None or self.lon is None:
            return None
        return Position(self.lat, self.lon)


class Contact(Documented):
    """Whom to ask."""

    name: OptionalName = Field("", examples=["Pat"])
    """A first name or a role, never a surname."""

    phone: PhoneNumber = ""
    """The number to phone."""

    text: PhoneNumber = Field("", examples=["07700 900 123"])
    """The number to send a text message to."""

    whatsapp: PhoneNumber = Field("", examples=["07700 900 123"])
    """The number on WhatsApp."""

    email: Email = ""
    """An e-mail address of the group."""

    website: WebAddress = ""
    """The whole address of a web page."""

    best_time: OptionalLine = Field("", examples=["weekday mornings"])
    """When somebody answers."""

    say: OptionalLine = Field("", examples=["Is the library open?"])
    """A safe opening line, agreed with the group."""


Fact = Annotated[YesNoUnknown | None, Field(examples=["yes"])]


class Access(Documented):
    """What getting in is like: yes, no or not known. Not known never counts as yes."""

    step_free: Fact = None
    """No step from the street to the room."""

    toilet: Fact = None
    """A toilet for people who use wheelchairs."""

    changing_place: Fact = None
    """A Changing Places toilet, with a hoist and a bench."""

    hearing_loop: Fact = None
    """A hearing loop that works."""

    parking: Fact = None
    """Parking for Blue Badge holders."""

    seats: Fact = None
    """Somewhere to sit down."""

    quiet_space: Fact = None
    """A quiet room or corner."""

    assistance_dogs: Fact = None
    """Assistance dogs are welcome."""

    pushchairs: Fact = None
    """Room for pushchairs."""

    notes: OptionalLine = Field("", examples=["Ring the bell at the side door"])
    """What a tick cannot say: ring the bell at the side door."""

    FACTS: ClassVar[tuple[str, ...]] = (
        "step_free",
        "toilet",
        "changing_place",
        "hearing_loop",
        "parking",
        "seats",
        "quiet_space",
        "assistance_dogs",
        "pushchairs",
    )

    def but_for(self, said: Access) -> Access:
        """Return these facts, but for those that somebody says otherwise of; and both notes."""
        unsaid = (None, Answer.UNKNOWN)
        told = {fact: one for fact in self.FACTS if (one := getattr(said, fact)) not in unsaid}
        notes = " ".join(dict.fromkeys(note for note in (said.notes, self.notes) if note))
        return self.model_copy(update={**told, "notes": notes})


class Check(Documented):
    """When somebody last made sure, how, and who."""

    on: PastDay
    """The day it was checked."""

    how: OptionalLine = Field("", examples=["by phone"])
    """How: by phone, in person."""

    by: OptionalName = Field("", examples=["Amina"])
    """The first name of whoever checked."""


_HOW = late_pattern(r"(by|in|at|on|from|via|through)\b", re.IGNORECASE)
_HAS_COMMA_IN_DATE = late_pattern(r"^([A-Za-z]+,\s*\d|[A-Za-z]+ \d{1,2},\s*\d{4})")


def _day_way_name(value: object) -> object:
    """Read "2026-11-03, by phone, Amina" as a day, a way and a name."""
    if not isinstance(value, str):
        return value
    text = text_of(value)
    if text.lower() in ("", "never", "not yet", "no"):
        return None
    commas = 1 if _HAS_COMMA_IN_DATE.match(text) else 0
    parts = [part.strip() for part in text.split(",")]
    day, rest = ", ".join(parts[: commas + 1]), [part for part in parts[commas + 1 :] if part]
    how = next((part for part in rest if _HOW.match(part)), "")
    return {"on": day, "how": how, "by": ", ".join(part for part in rest if part != how)}


LastCheck = Annotated[Check | None, BeforeValidator(_day_way_name)]
"""The last check, written in parts or in one line: 2026-11-03, by phone, Amina."""


class MovedTo(Struct, frozen=True):
    """The new date of something that is moved."""

    text: str
    """As it was typed, spaces tidied."""
    day: date
    """The new day."""
    hours: Hours | None
    """The new time; None for the usual one."""


def _moved_to(value: object, info: ValidationInfo) -> MovedTo | None:
    text, context, usual = text_of(value), context_of(info), info.data.get("on")
    # A date without a year is the one nearest to the usual date: there has to be one.
    if not text or usual is None:
        return None
    try:
        moment = read_moment(text, usual, context.today, relative=context.relative_dates)
    except ScheduleNotRead as reason:
        raise told(reason) from None
    return MovedTo(text, moment.day, moment.hours)


NewDate = Annotated[MovedTo | None, BeforeValidator(_moved_to)]
"""Another day, another time or both: Wednesday 25 November, 10:30am."""


class Change(Documented):
    """One date that is not as usual."""

    on: Day
    """The date it would have been."""

    cancelled: Flag = False
    """Whether it does not happen."""

    because: OptionalLine = Field("", examples=["the hall is flooded"])
    """Why, in a few words."""

    moved_to: NewDate = Field(None, examples=["Wednesday 25 November, 10:30am"])
    """The new date and time; what is not said stays as usual. In braces, words with a comma need
    quotation marks."""

    where: OptionalName = Field("", examples=["library"])
    """The new place: a slug, or its name."""


def _few_changes(value: object) -> object:
    if isinstance(value, list) and len(value) > CHANGES.most:
        raise over(CHANGES, len(value))
    return value


Changes = Annotated[tuple[Change, ...], BeforeValidator(_few_changes)]
"""Single dates that are not as usual."""


class Photo(Documented):
    """A picture, and what it shows."""

    file: Line = Field(examples=["photos/tea.jpg"])
    """The file, inside the photos folder: photos/tea.jpg."""

    alt: Line = Field(examples=["Four people at a table with a teapot"])
    """What the picture shows, for people who cannot see it."""


class Consent(Documented):
    """That the person who tells the story has agreed to it; the paper itself is kept elsewhere."""

    on: PastDay
    """The day they agreed."""

    kept_by: Line = Field(examples=["the forum"])
    """Who keeps the record."""


class Origin(Documented):
    """Where an imported entry came from, so that a second import knows what it wrote."""

    from_: Line = Field(alias="from", examples=["park-list"])
    """The name of the list."""

    id: Line = Field(examples=["row-17"])
    """What the list calls this row."""

    hash: Line = Field(examples=["4f1c8a20"])
    """A fingerprint of what the import wrote (SHA-256, shortened)."""
