"""A message that was checked -> the one comment on a change, with nothing live in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from doorstep.comparisons.markdown import as_markdown
from doorstep.reports import as_markdown as problems_as_markdown
from doorstep.reports import inert

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorstep.answers.message import Message
    from doorstep.config import SiteConfig

PURPOSE = "what changes"
"""What the mark of the comment says."""

LONGEST = 60_000
"""Letters; GitHub takes 65,536 and nothing beyond."""

TOLD = (15, 5, 1, 0)
"""Pages and problems told in full: the most that fit."""

QUESTIONS = (
    "Do we know who told us?",
    "Did they agree to their name and number?",
    "Is it safe to publish?",
    "Is it theirs to change?",
    "Can a stranger tell when, where and whom to ask?",
)

YES = "If all is well, press “Merge pull request” below: it is live some minutes later."

UNKNOWN = "We could not work out by ourselves what this changes. A person will look at it."

NOT_COMPARED = "We can say what changes for readers once what is below is mended."


class Beside(Struct, frozen=True):
    """What an answer has beside its words; a change from a fork has nothing of it."""

    pictures: Mapping[str, str] = field(default_factory=dict)
    """Our own addresses of pictures, by the paths of pages."""
    download: str = ""
    """The page of the run that has the whole site, or ""."""
    suggested: int = 0
    """How many lines have a suggestion."""


WORDS_ONLY = Beside()


def comment_on(message: Message | None, config: SiteConfig, beside: Beside = WORDS_ONLY) -> str:
    """Return the comment; without a message it says that a person has to look."""
    after = "\n\n".join([*_one_press(beside.suggested), *_what_next(config, beside.download)])
    found = UNKNOWN if message is None else _fitting(message, beside, LONGEST - len(after))
    return f"{found}\n\n{after}\n"


def _fitting(message: Message, beside: Beside, most: int) -> str:
    versions = (found_in(message, beside.pictures, told) for told in TOLD)
    return next(words for words in versions if len(words) < most)


def found_in(
    message: Message, pictures: Mapping[str, str] | None = None, told: int = TOLD[0]
) -> str:
    """Return what a message says, of so many pages and problems in full."""
    return "\n\n".join(_found(message, pictures or {}, told))


def _found(message: Message, pictures: Mapping[str, str], told: int) -> Iterator[str]:
    changed, more = message.entry_changes, message.more_changes
    changes = as_markdown(changed, pictures=pictures, most=told, more=more).rstrip()
    if not message.is_compared:
        yield NOT_COMPARED
    elif message.changes or not (message.settings or message.waiting):
        yield changes
    if more:
        yield "Too many pages change to tell of them all here."
    if message.settings:
        names = ", ".join(inert(name) for name in message.settings)
        yield f"The settings of the guide change, which may show on any page: {names}."
    if message.waiting:
        pages = "1 page" if message.waiting == 1 else f"{message.waiting} pages"
        yield f"{pages} would leave the guide until what is below is mended."
    if message.problems:
        yield "### To look at"
        yield problems_as_markdown(message.real_problems[: max(told, 1)]).rstrip()
    if others := len(message.problems[max(told, 1) :]) + message.more_problems:
        yield f"And {others} more like these."


def _one_press(suggested: int) -> Iterator[str]:
    lines = "1 line has" if suggested == 1 else f"{suggested} lines have"
    if suggested:
        yield f"{lines} a suggestion, under “Files changed”: one press puts it right."


def _what_next(config: SiteConfig, download: str) -> Iterator[str]:
    if download:
        yield f"[The whole guide as it would be, to download]({download}#artifacts)"
    editing, line = config.editing, config.help_line
    who = editing.reviewers or config.forum.people or config.forum.name
    looked_at = f"{who} will look at it, usually {editing.looked_at}."
    phone = f"Phone {line.name_and_number} with any question."
    yield inert(f"Thank you. Nothing on the website has changed yet. {looked_at} {phone}")
    questions = "\n".join(f"- {question}" for question in QUESTIONS)
    asked = f"{questions}\n\n{YES}"
    yield f"<details><summary>For whoever looks at it</summary>\n\n{asked}\n\n</details>"
