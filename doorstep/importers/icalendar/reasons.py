"""Why a calendar, or one event of it, cannot be taken into the guide, in plain words."""

from __future__ import annotations


class NotACalendar(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says why nothing of a file can be used, and what to do."""

    def __init__(self, message: str, fix: str, line: int = 1) -> None:
        super().__init__(message)
        self.message, self.fix, self.line = message, fix, line


class CannotUse(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says why one event, or one line of it, cannot be used."""


def shown(text: str, longest: int = 60) -> str:
    """Return what somebody wrote in quotation marks, cut where it is too long to read."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= longest else line[: longest - 1] + '…'}”"
