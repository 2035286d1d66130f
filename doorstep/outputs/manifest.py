"""The guide's name, colour and icons -> what puts it on a home screen (W3C: web app manifest)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from doorstep.outputs.output import Output, Press

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.guide import Guide

ROOM = 12
"""Letters under an icon that every phone has room for (W3C: short_name)."""

ICONS = (
    ("icon.svg", "image/svg+xml", "any", "any"),
    ("icon-192.png", "image/png", "192x192", "any"),
    ("icon-512.png", "image/png", "512x512", "any"),
    ("icon-maskable.png", "image/png", "512x512", "maskable"),
)
"""Name, type, size and purpose of each; a maskable one has room to be cut round at its edge."""


def manifest(press: Press, path: str) -> Iterator[Output]:
    """Yield what a phone asks for when somebody adds the guide to their home screen."""
    guide = press.guide
    config, root = guide.config, guide.permalinks.root
    about = {
        "id": root,
        "name": config.name,
        "short_name": short_name(config.name),
        "description": config.tagline or config.name,
        "lang": guide.words.lang,
        "dir": guide.words.direction,
        "start_url": root,
        "scope": root,
        # With a way back, which pages that lead to other pages need.
        "display": "minimal-ui",
        "theme_color": config.accent,
        "background_color": config.accent,
        "icons": _icons(guide),
    }
    yield Output(path, json.dumps(about, ensure_ascii=False, indent=1).encode())


def short_name(name: str) -> str:
    """Return the first words of a name that fit under an icon, or its first word."""
    words = name.split()
    while len(words) > 1 and len(" ".join(words)) > ROOM:
        words.pop()
        # “Friends of” leads nowhere.
        while len(words) > 1 and _joins(words[-1]):
            words.pop()
    return " ".join(words)


def _joins(word: str) -> bool:
    """Say whether a word joins others, as it is in most languages: three small letters at most."""
    return word == "&" or (len(word) <= 3 and word.islower())


def _icons(guide: Guide) -> list[dict[str, str]]:
    return [
        {
            "src": guide.permalinks.href(guide.assets[name]),
            "type": kind,
            "sizes": sizes,
            "purpose": purpose,
        }
        for name, kind, sizes, purpose in ICONS
    ]
