"""Two sets of settings -> which of them differ, by the words of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doorstep.config import SiteConfig


def settings_changed(before: SiteConfig, after: SiteConfig) -> tuple[str, ...]:
    """Return the names of the settings that differ, such as "help line", in the order of the file.

    What the settings say shows on many pages: a person should look at the file itself.
    """
    names = type(before).model_fields
    differing = (name for name in names if getattr(before, name) != getattr(after, name))
    return tuple(name.replace("_", " ") for name in differing)
