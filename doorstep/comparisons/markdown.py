"""What changes for readers -> Markdown for a comment that is read on a phone, with nothing live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.comparisons.prose import shortened
from doorstep.reports import inert

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from doorstep.comparisons.changes import EntryChange

MOST_ENTRIES = 15
"""Entries told in full: a person reads no more of them at one sitting."""

MOST_LINES = 20
"""Sentences or facts told of one entry."""

MOST_NAMES = 12
"""Entries that are named in a row."""

LONGEST = 500
"""Letters of one sentence."""

NOTHING = "Nothing changes for readers."


def as_markdown(
    changes: Sequence[EntryChange],
    *,
    pictures: Mapping[str, str] | None = None,
    most: int = MOST_ENTRIES,
    more: int = 0,
) -> str:
    """Return what changes for readers, as a comment tells it; of `most` entries in full.

    `pictures` are the addresses of pictures of pages, by the paths of the pages; they are ours,
    and nothing that somebody wrote. Of `more` that change beside these only the number is known.
    """
    if not changes:
        return f"{NOTHING}\n"
    own = [change for change in changes if not change.follows]
    follows = [change for change in changes if change.follows]
    # Of one alone its name and what is said of it say as much.
    parts = [] if len(own) == 1 and most and not more else [_begins(own, follows, more)]
    parts += [_entry(change, pictures or {}) for change in own[:most]]
    if others := own[most:]:
        parts.append(f"{'And ' if most else ''}{_names(others)}.")
    if follows:
        parts.append(f"{'This shows on other pages too: ' if own else ''}{_names(follows)}.")
    return "\n\n".join(parts) + "\n"


def _begins(own: Sequence[EntryChange], follows: Sequence[EntryChange], more: int) -> str:
    begins = headline(own) if own else _shown_on(follows)
    return f"**{begins} {more} more change.**" if more else f"**{begins}**"


def headline(changes: Sequence[EntryChange]) -> str:
    """Return how much changes, in one sentence: "1 page is new, 2 change."."""
    counts = {what: sum(change.what == what for change in changes) for what in _VERBS}
    told = [(what, count) for what, count in counts.items() if count]
    first, *rest = (_counted(count, *_VERBS[what]) for what, count in told)
    pages = "page" if told[0][1] == 1 else "pages"
    number, _, verb = first.partition(" ")
    return ", ".join([f"{number} {pages} {verb}", *rest]) + "."


_VERBS = {
    "new": ("is new", "are new"),
    "changed": ("changes", "change"),
    "gone": ("goes", "go"),
    "checked": ("was only checked", "were only checked"),
}
"""What is said of one page, and of several."""


def _shown_on(follows: Sequence[EntryChange]) -> str:
    """Say on how many pages something shows that is written on none of them."""
    pages = "1 page shows" if len(follows) == 1 else f"{len(follows)} pages show"
    return f"{pages} something else."


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _entry(change: EntryChange, pictures: Mapping[str, str]) -> str:
    parts = [f"### {_called(change)}", "\n".join(_lines(change))]
    if change.next_dates:
        parts.append(
            "Next dates:\n\n" + "\n".join(f"- {_told(date)}" for date in change.next_dates)
        )
    if change.doubles:
        doubles = "; ".join(_told(double) for double in change.doubles)
        parts.append(f"Is it there twice? {doubles}.")
    if picture := pictures.get(change.path) if change.path else None:
        parts.append(_picture(picture))
    return "\n\n".join(parts)


def _lines(change: EntryChange) -> Iterator[str]:
    lines = [f"- {_told(sentence)}" for sentence in change.sentences]
    if change.what == "new":
        lines += [f"- **{_told(fact.label)}**: {_told(fact.after)}" for fact in change.facts]
    else:
        lines += [
            line
            for fact in change.facts
            if fact.label == "Text"
            for line in _text(fact.before, fact.after)
        ]
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield "- And more."


def _text(before: str, after: str) -> Iterator[str]:
    for word, text in (("Was", before), ("Now", after)):
        if text:
            yield f"  - {word}: {_told(text)}"


def _picture(address: str) -> str:
    return (
        "<details><summary>How it looks on a phone</summary>\n\n"
        f"![The page on a phone]({address})\n\n</details>"
    )


def _names(changes: Sequence[EntryChange]) -> str:
    names = "; ".join(_called(change) for change in changes[:MOST_NAMES])
    more = len(changes) - MOST_NAMES
    return f"{names} and {more} more" if more > 0 else names


def _called(change: EntryChange) -> str:
    number = f"No. {change.number}, " if change.number else ""
    return f"{number}{_told(change.title)}"


def _told(text: str) -> str:
    # On one line and without edges, so that it stays in the item that it stands in.
    return inert(shortened(" ".join(text.split()), LONGEST))
