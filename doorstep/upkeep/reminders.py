"""Changes that people sent and nobody looked at for some days -> one reminder on each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from doorstep.robot_notes import has_note, keep_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.config import SiteConfig
    from doorstep.forge import Forge

LABEL = "form"
"""The label of what came in by a form."""

QUIET = timedelta(days=3)
"""So long nobody wrote anything."""

PURPOSE = "reminder"


def remind(forge: Forge, config: SiteConfig, now: datetime) -> tuple[int, ...]:
    """Remind of every change that has waited for three quiet days; return their numbers.

    Each is reminded of once, however long it goes on waiting.
    """
    waiting = forge.all(f"issues?labels={LABEL}&state=open")
    quiet = [int(one["number"]) for one in waiting if _is_quiet(one, now)]
    reminded = tuple(number for number in quiet if not has_note(forge, number, PURPOSE))
    for number in reminded:
        keep_note(forge, number, PURPOSE, _words(config))
    return reminded


def _is_quiet(one: Mapping[str, Any], now: datetime) -> bool:
    """Say whether nothing was written for so long; a change is talked of on its own form."""
    return "pull_request" not in one and now - datetime.fromisoformat(one["updated_at"]) >= QUIET


def _words(config: SiteConfig) -> str:
    line, who = config.help_line, config.editing.reviewers or config.forum.people
    asked = f"{who}: could you look at it?" if who else "Could somebody look at it?"
    return (
        f"This has waited for {QUIET.days} days. {asked}\n\n"
        f"Nothing on the website has changed yet. Whoever sent it can also phone {line.name}, "
        f"{line.phone}."
    )
