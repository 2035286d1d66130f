"""HelpLine and EmergencyLine: whom people can phone, and when."""

from __future__ import annotations

from pydantic import Field

from doorstep.contacts import PhoneNumber
from doorstep.documented import Documented
from doorstep.fields import Line, OptionalLine


class HelpLine(Documented):
    """Whom anybody can phone about the guide."""

    name: Line = Field(examples=["Harbour Row forum"])
    """Who answers."""

    phone: PhoneNumber = Field(examples=["020 7946 0123"])
    """The number to phone."""

    text: PhoneNumber = Field("", examples=["07700 900 123"])
    """The number to send a text message to."""

    times: OptionalLine = Field("", examples=["Monday to Friday, 10am to 4pm"])
    """When somebody answers, such as Monday to Friday, 10am to 4pm."""

    @property
    def name_and_number(self) -> str:
        """Whom to phone, as it stands in the middle of a sentence."""
        return f"{self.name}, {self.phone},"


class EmergencyLine(Documented):
    """A line to ring when it cannot wait."""

    name: Line = Field(examples=["Samaritans"])
    """Who answers."""

    phone: PhoneNumber = Field("", examples=["116 123"])
    """The number to phone."""

    text: PhoneNumber = Field("", examples=["85258"])
    """The number to send a text message to."""

    say: OptionalLine = Field("", examples=["You want to talk to someone, day or night"])
    """When to use it, in one sentence."""
