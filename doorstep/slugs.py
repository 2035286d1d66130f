"""What things are called -> names that can be part of an address, and of a file, for ever."""

from __future__ import annotations

import re
import unicodedata

from doorstep.limits import SLUG
from doorstep.patterns import late_pattern

_SLUG = late_pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEPT_BY_WINDOWS = late_pattern(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


def slugified(name: str) -> str:
    """Return the nearest name in small letters, digits and hyphens; "" when there is none."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    # An apostrophe joins: St Anne's becomes st-annes.
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    return "-".join(words)[: SLUG.most].strip("-")


def is_slug(name: str) -> bool:
    """Say whether a name can be part of an address for ever."""
    return _SLUG.fullmatch(name) is not None and len(name) <= SLUG.most


def is_kept_by_windows(name: str) -> bool:
    """Say whether Windows keeps a name for itself, and cannot open a file or folder of it."""
    return _KEPT_BY_WINDOWS.fullmatch(name) is not None
