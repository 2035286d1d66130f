"""A colour in site.yaml -> one that can be read, by day and in the dark (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import colorsys
from typing import Annotated

from pydantic import BeforeValidator

from doorstep.fields import tell, text_of
from doorstep.patterns import late_pattern

_HEX = late_pattern(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})")

PAPER = "#ffffff"
DARK_PAPER = "#16191c"

LEAST_CONTRAST = 4.5
"""For text of any size (WCAG 2.2, 1.4.3 AA)."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two #rrggbb colours, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def for_the_dark(colour: str) -> str:
    """Return the same hue, light enough to read on the dark background."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    while contrast(colour, DARK_PAPER) < 7 and lightness < 1:
        lightness = min(1.0, lightness + 0.02)
        colour = _hex(colorsys.hls_to_rgb(hue, lightness, min(saturation, 0.7)))
    return colour


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[float, float, float]:
    found = _HEX.fullmatch(colour.lower())
    if not found:
        raise ValueError(f"{colour!r} is not a #rrggbb colour")
    red, green, blue = (int(pair, 16) / 255 for pair in found.groups())
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _readable(value: object) -> str:
    colour = text_of(value).lower()
    if not _HEX.fullmatch(colour):
        raise tell("colours", f"“{colour}” is not a colour.", fix="Write it like this: #0b5563")
    ratio = contrast(colour, PAPER)
    if ratio < LEAST_CONTRAST:
        raise tell(
            "colours",
            f"{colour} is too light to read on white: {ratio:.1f} to 1, and 4.5 is the least.",
            fix="Choose a darker one.",
        )
    return colour


AccentColour = Annotated[str, BeforeValidator(_readable)]
"""A colour that reads on white, as #rrggbb."""
