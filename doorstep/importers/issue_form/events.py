"""What GitHub tells of an issue -> Sent: who sent which words, and when."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from zoneinfo import ZoneInfo


class NotAnEvent(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says why a file tells of no form."""


class Sent(Struct, frozen=True):
    """Words that somebody sent, and their later answers."""

    issue: int
    """The number of the issue, which is no entry's number."""
    title: str
    body: str
    login: str
    """The account it was sent from."""
    at: datetime
    """When it was sent."""
    replies: tuple[str, ...] = ()
    """What was answered later to what was asked, in order."""

    def day(self, zone: ZoneInfo) -> date:
        """Return the day on which it was sent, where the guide is."""
        return self.at.astimezone(zone).date()


def read_event(text: str) -> Sent:
    """Return what a file tells of an issue: GitHub's own event, with or without replies."""
    try:
        told = json.loads(text)
    except ValueError:
        raise NotAnEvent("The file is not in JSON, as GitHub writes it.") from None
    issue = told.get("issue") if isinstance(told, dict) else None
    if not isinstance(issue, dict):
        raise NotAnEvent("The file tells of no form that somebody sent.")
    replies = told.get("replies", [])
    return sent_of(issue, replies if isinstance(replies, list) else [])


def sent_of(issue: Mapping[str, Any], replies: list[Any]) -> Sent:
    """Return what an issue says, and the answers to what was asked about it."""
    user = issue.get("user")
    number = issue.get("number")
    return Sent(
        issue=number if isinstance(number, int) else 0,
        title=str(issue.get("title") or ""),
        body=str(issue.get("body") or ""),
        login=str(user.get("login") or "") if isinstance(user, dict) else "",
        at=_moment(issue.get("created_at")),
        replies=tuple(reply for reply in replies if isinstance(reply, str)),
    )


def _moment(text: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        raise NotAnEvent("The file does not say when the form was sent.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
