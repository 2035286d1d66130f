"""A round -> the one issue that a guide's keepers work through each month.

It is edited, not repeated. What somebody ticked stays ticked until the month is over; an issue that
somebody closed stays closed until then.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from doorstep.robot_notes import is_other, is_the_robots, mark_of
from doorstep.upkeep.round_markdown import as_markdown
from doorstep.words import english

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from doorstep.forge import Forge
    from doorstep.upkeep.rounds import Round

LABEL = "check-up"
"""The label by which the issue is found again."""

_MARK = re.compile(r"<!-- doorstep check-up ([0-9]{4}-[0-9]{2}) -->")
_TICKED = re.compile(r"^- \[[xX]\] .*<!-- ([^<>]+) -->\s*$", re.MULTILINE)

_CARE = "Everyone can read this page. Do not write a private address or a surname here.\n\n"
_NOTHING_YET = "Nothing is in the guide yet. Once there is, this page says whom to ring.\n"
_OPENING = (
    "Share the list out, and ring a few each. Tick a box when you have asked. When nothing has "
    "changed, “Yes, still right” takes one tap. The words in a box are a text message, ready to "
    "send.\n"
)


def keep_round(forge: Forge, found: Round) -> int | None:
    """Write the round into its issue and return its number; None where it is done for this month.

    The issue is made, opened again for a new month, or edited.
    """
    before = round_issue(forge)
    if before is None:
        made = forge.send("POST", "issues", _content(found, ()) | {"labels": [LABEL]})
        return int(made["number"])
    is_same_month = _month_in(before["body"]) == _month(found.day)
    if is_same_month and before["state"] == "closed":
        return None
    ticked = _TICKED.findall(before["body"]) if is_same_month else ()
    _edit(forge, before, _content(found, ticked) | {"state": "open"})
    return int(before["number"])


def round_issue(forge: Forge) -> dict[str, Any] | None:
    """Return the issue of the round, open or closed, if the robot has made one."""
    found: list[dict[str, Any]] = forge.all(f"issues?labels={LABEL}&state=all")
    ours = [one for one in found if is_the_robots(one) and _month_in(one["body"] or "")]
    return max(ours, key=lambda one: int(one["number"]), default=None)


def _edit(forge: Forge, before: Mapping[str, Any], content: Mapping[str, Any]) -> None:
    facts = {name: value for name, value in content.items() if is_other(before[name], value)}
    if facts:
        forge.send("PATCH", f"issues/{before['number']}", facts)


def _content(found: Round, ticked: tuple[str, ...] | list[str]) -> dict[str, Any]:
    words = english()
    month = f"{words.month_name(found.day.month)} {found.day.year}"
    mark = mark_of(f"check-up {_month(found.day)}")
    opening = _OPENING if found.asks or found.checkable else _NOTHING_YET
    body = f"{mark}\n{_CARE}{opening}\n{as_markdown(found, ticked)}"
    return {"title": f"Check-up for {month}", "body": body}


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _month_in(body: str) -> str:
    """Return the month that an issue is for, or "" where it is not one of ours."""
    found = _MARK.match(body)
    return found[1] if found else ""
