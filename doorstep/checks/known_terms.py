"""Rules that keep to school terms -> the same rules, where nobody knows the terms, without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from doorstep.almanac import Almanac
    from doorstep.schedules.rules import Rule


def as_far_as_known(rules: Iterable[Rule], day: date, almanac: Almanac) -> tuple[Rule, ...]:
    """Return rules to judge a day by: one told about missing terms is not told of each day too."""
    until = almanac.terms_known_until
    if until is not None and day <= until:
        return tuple(rules)
    return tuple(replace(rule, terms=None) for rule in rules)
