"""A guide's settings -> the repository on GitHub where the editor saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from doorstep.config import SiteConfig

_ON_GITHUB = late_pattern(r"https://github\.com/(?P<repo>[^/]+/[^/]+?)(?:\.git)?/?")


def repository_of(config: SiteConfig) -> str:
    """Return the owner and name of the guide's repository on GitHub, or "" where it has none."""
    found = _ON_GITHUB.fullmatch(config.repository)
    return found["repo"] if found else ""
