"""Two guides -> what is new, changed, gone or checked, entry by entry, in readers' words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from doorstep.catalogue import Catalogue
from doorstep.comparisons import reader_facts as facts
from doorstep.comparisons.doubles import doubles_of
from doorstep.comparisons.pairs import FactChange, Pair, is_told, paired
from doorstep.comparisons.prose import differing
from doorstep.comparisons.reader_facts import facts_by_label, has_facts
from doorstep.comparisons.telling import sentences_of
from doorstep.comparisons.touched import Touched, own_words, photo_mark
from doorstep.occurrences import State as Happens
from doorstep.permalinks import entry_path
from doorstep.views.changes import when_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide

What = Literal["new", "changed", "gone", "checked"]

NEXT_DATES = 3
"""So many dates show at a glance whether a schedule says what was meant."""

LOOKED_AT = 12
"""Dates among which those three are looked for, because some may be cancelled."""


class EntryChange(Struct, frozen=True, kw_only=True):
    """What changes for readers of one entry; of a safe space its number and title alone."""

    slug: str
    """Its name in addresses; the old one of what is gone."""
    kind: str
    """Such as group."""
    number: int | None
    """Its number for life, when it has one."""
    title: str
    """What it is called."""
    path: str
    """The path of its page, such as groups/tea-and-talk/; "" where there is none to show."""
    what: What
    """Whether it is new, changed, gone or only checked."""
    facts: tuple[FactChange, ...] = ()
    """Each fact that differs, in the order of the page."""
    sentences: tuple[str, ...] = ()
    """The same as a neighbour would say it."""
    next_dates: tuple[str, ...] = ()
    """Its next three dates, worked out."""
    doubles: tuple[str, ...] = ()
    """Other entries that may be the same thing."""
    follows: bool = False
    """Whether its own file is as it was, and it only shows what changed elsewhere."""


def changes_for_readers(
    before: Guide, after: Guide, waiting: Collection[str] = ()
) -> tuple[EntryChange, ...]:
    """Return what changes for readers: what was written anew first, then what only follows.

    `waiting` are slugs of entries that are left out until they are mended. They count as they
    are, since what is to be mended may be that they tell too much.
    """
    after = _with_waiting(before, after, waiting)
    touched = Touched.by(before, after)
    changes = [
        change
        for was, now in paired(before.catalogue, after.catalogue)
        if (change := _change(before, after, was, now, touched))
    ]
    return tuple(sorted(changes, key=lambda change: change.follows))


def _with_waiting(before: Guide, after: Guide, waiting: Collection[str]) -> Guide:
    kept = [entry for entry in before.catalogue.entries if entry.slug in waiting]
    if not kept:
        return after
    entries = [*after.catalogue.entries, *kept]
    freshness, today = after.config.freshness, after.today
    return replace(after, catalogue=Catalogue.of(entries, freshness, today))


def _change(
    before: Guide,
    after: Guide,
    was: Entry | None,
    now: Entry | None,
    touched: Touched,
) -> EntryChange | None:
    if now is None:
        return _gone(before, was) if was else None
    if was is None:
        return _new(after, now)
    if was is now:
        return None  # it waits until it is mended, and nobody sees what it shows meanwhile
    pair = Pair(before, after, was, now)
    return _changed(pair, touched) if touched.may_concern(pair) else None


def _gone(before: Guide, was: Entry) -> EntryChange:
    name = was.title if is_told(before, was) else "A safe space"
    return _about(was, "gone", (f"{name} is no longer in the guide",), path="")


def _new(after: Guide, now: Entry) -> EntryChange:
    if not is_told(after, now):
        return _about(now, "new", ("A safe space is new",), path="")
    shown = facts_by_label(after, now)
    told = tuple(FactChange(label, "", text) for label, text in shown.items() if text)
    return _about(
        now,
        "new",
        (f"{now.title} is new",),
        facts=tuple(_short(change) for change in told if change.label != facts.TITLE),
        next_dates=_next_dates(after, now),
        doubles=doubles_of(after, now),
    )


def _changed(pair: Pair, touched: Touched) -> EntryChange | None:
    if pair.is_quiet:
        return _quietly(pair) if own_words(*pair.sides[0]) != own_words(*pair.sides[1]) else None
    changes = tuple(_fact_changes(pair))
    sentences = tuple(sentences_of(pair, changes))
    if not sentences:
        return None
    is_only_checked = len(sentences) == 1 and [c.label for c in changes] == [facts.CHECKED]
    return _about(
        pair.now,
        "checked" if is_only_checked else "changed",
        sentences,
        facts=changes,
        next_dates=() if is_only_checked else _next_dates(pair.after, pair.now),
        doubles=doubles_of(pair.after, pair.now, pair.was),
        follows=not touched.is_own(pair.now),
    )


def _quietly(pair: Pair) -> EntryChange:
    # The title of a safe space is neutral: the other one may say what it is.
    safe = pair.was if is_told(pair.after, pair.now) else pair.now
    return _about(safe, "changed", ("What is said of a safe space changes",), path="")


def _about(entry: Entry, what: What, sentences: tuple[str, ...], **more: object) -> EntryChange:
    known: dict[str, object] = {"path": entry_path(entry.kind, entry.slug)}
    return EntryChange(
        slug=entry.slug,
        kind=entry.kind.value,
        number=entry.number,
        title=entry.title,
        what=what,
        sentences=sentences,
        **(known | more),  # type: ignore[arg-type]
    )


def _fact_changes(pair: Pair) -> Iterator[FactChange]:
    was, now = (facts_by_label(guide, entry) for guide, entry in pair.sides)
    if has_facts(*pair.sides[0]) != has_facts(*pair.sides[1]):
        # Where all facts come or go with it, that says everything.
        labels = [facts.TITLE, facts.STANDING]
    else:
        labels = list(dict.fromkeys([*was, *now]))
    has_other_photo = photo_mark(*pair.sides[0]) != photo_mark(*pair.sides[1])
    for label in labels:
        change = _short(FactChange(label, was.get(label, ""), now.get(label, "")))
        if change.before != change.after or (label == facts.PHOTO and has_other_photo):
            yield change


def _short(change: FactChange) -> FactChange:
    """Return a change of the text with only the sentences that differ."""
    if change.label != facts.TEXT:
        return change
    return FactChange(change.label, *differing(change.before, change.after))


def _next_dates(guide: Guide, entry: Entry) -> tuple[str, ...]:
    coming = guide.diary.to_come(entry, LOOKED_AT)
    on = [one for one in coming if one.state is Happens.ON]
    return tuple(when_of(guide, one) for one in on[:NEXT_DATES])
