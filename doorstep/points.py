"""Degrees as people copy them -> points on the map."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from doorstep.documented import Documented
from doorstep.fields import tell, text_of
from doorstep.geography import Position
from doorstep.patterns import late_pattern

_DECIMAL = late_pattern(r"[-+]?[0-9]{1,4}(?:\.[0-9]*)?")


def _degrees(largest: int) -> BeforeValidator:
    """Return a validator for a latitude (90) or a longitude (180)."""

    def read(value: object) -> float:
        text = text_of(value)
        # Web pages have the typographer's minus; people copy it.
        plain = text.replace("−", "-")
        if not _DECIMAL.fullmatch(plain):
            raise tell("degrees", f"“{text}” is not a number of degrees, such as 53.7020.")
        degrees = float(plain)
        if abs(degrees) > largest:
            message = f"{text} is not on the map: it goes from -{largest} to {largest}."
            raise tell("degrees", message)
        return degrees

    return BeforeValidator(read)


Latitude = Annotated[float, _degrees(90), Field(examples=["53.7020"])]
"""Degrees north, WGS 84."""

Longitude = Annotated[float, _degrees(180), Field(examples=["-3.3000"])]
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
