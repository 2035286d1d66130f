"""A conversation and how its change stands -> the one thing to do next. Nothing is done here."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.conversations.markers import Says
from doorstep.conversations.verdicts import Verdict, reason_in, verdict_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from doorstep.conversations.events import Event
    from doorstep.conversations.markers import Mark
    from doorstep.conversations.threads import Comment, Thread


class Move(Enum):
    """What can be done next."""

    NOTHING = auto()
    ANSWER = auto()
    """Say how things stand now, and what is needed next."""
    PUT_LIVE = auto()
    """Take the change into the guide."""
    TURN_DOWN = auto()
    """Pass on why not, and put the change away."""
    FINISH = auto()
    """It is in the guide, and nobody was told."""
    REMARK = auto()
    """Say why a word does not count."""


class Because(Enum):
    """Why somebody's word does not count."""

    CHANGED_SINCE = auto()
    TOO_OLD = auto()
    EDITED = auto()
    UNSURE = auto()
    NO_REASON = auto()
    NOT_READY = auto()
    LIVE_ALREADY = auto()
    TURNED_DOWN = auto()
    CLOSED = auto()


class Decision(Struct, frozen=True):
    """What to do next, and on whose word."""

    move: Move
    because: Because | None = None
    who: str = ""
    """Who said yes or no."""
    reason: str = ""
    """Why somebody said no."""


class Standing(Struct, frozen=True, kw_only=True):
    """How the change of a form stands."""

    words: str
    """A digest of what was sent."""
    head: str = ""
    """Its newest commit; "" where there is nothing to put live."""
    is_published: bool = False
    """Whether it is in the guide."""
    is_own_check: bool = False
    """Whether it says no more than “still right”, by somebody who may publish: that is a yes."""


class Word(Struct, frozen=True):
    """What somebody who may publish says."""

    verdict: Verdict
    who: str
    at: datetime
    is_edited: bool = False
    reason: str = ""


NOTHING = Decision(Move.NOTHING)


def decide(
    thread: Thread, standing: Standing, event: Event, publishers: Collection[str]
) -> Decision:
    """Return what to do next; `publishers` are the people here who may publish."""
    last = thread.last_answer
    if last is not None and last[1].says is Says.SECRET:
        return NOTHING
    word = newest_word(thread, event, publishers)
    if standing.is_published:
        is_told = last is not None and last[1].says is Says.LIVE
        return _remark(word, Because.LIVE_ALREADY) if is_told else Decision(Move.FINISH)
    if last is None:
        return _first(thread, standing, word)
    if is_settled(thread, standing.words):
        return _remark(word, _why_settled(last[1]))
    if word is None or word.verdict is Verdict.WAIT:
        return NOTHING if is_fresh(last[1], standing) else Decision(Move.ANSWER)
    if word.verdict is Verdict.NO:
        return _turned_down(word)
    return _agreed(word, *last, standing)


def _first(thread: Thread, standing: Standing, word: Word | None) -> Decision:
    if not thread.is_open:
        return NOTHING
    if standing.is_own_check:
        return Decision(Move.PUT_LIVE, who=thread.author)
    if word is None or word.verdict is Verdict.WAIT:
        return Decision(Move.ANSWER)
    if word.verdict is Verdict.NO and word.reason:
        return _turned_down(word)
    return Decision(Move.ANSWER, Because.TOO_OLD, word.who)


def is_settled(thread: Thread, words: str) -> bool:
    """Say whether nothing can come of a conversation any more, as it is."""
    last = thread.last_answer
    if last is None:
        return not thread.is_open
    says = last[1].says
    if says is Says.REFUSED:
        return last[1].words == words
    return says in (Says.SECRET, Says.LIVE) or not thread.is_open


def _why_settled(mark: Mark) -> Because:
    return Because.TURNED_DOWN if mark.says is Says.REFUSED else Because.CLOSED


def is_fresh(mark: Mark, standing: Standing) -> bool:
    """Say whether an answer still says how things stand."""
    return (mark.words, mark.head) == (standing.words, standing.head)


def _remark(word: Word | None, because: Because) -> Decision:
    if word is None or word.verdict in (Verdict.NO, Verdict.WAIT):
        return NOTHING
    return Decision(Move.REMARK, because, word.who)


def _turned_down(word: Word) -> Decision:
    if not word.reason:
        return Decision(Move.REMARK, Because.NO_REASON, word.who)
    return Decision(Move.TURN_DOWN, who=word.who, reason=word.reason)


def _agreed(word: Word, answer: Comment, mark: Mark, standing: Standing) -> Decision:
    """Return what comes of a yes: it counts only for what the newest answer shows."""
    if not is_fresh(mark, standing):
        return Decision(Move.ANSWER, Because.CHANGED_SINCE, word.who)
    if mark.says is Says.ASK and mark.head:
        # What was in the way may have been mended elsewhere in the guide.
        return Decision(Move.ANSWER)
    if because := _what_is_amiss(word, answer, mark):
        return Decision(Move.REMARK, because, word.who)
    return Decision(Move.PUT_LIVE, who=word.who)


def _what_is_amiss(word: Word, answer: Comment, mark: Mark) -> Because | None:
    if not mark.head:
        return Because.NOT_READY
    if word.verdict is Verdict.UNSURE:
        return Because.UNSURE
    if word.is_edited:
        return Because.EDITED
    # In the same second nobody can have read the answer.
    return Because.TOO_OLD if word.at <= answer.created else None


def newest_word(thread: Thread, event: Event, publishers: Collection[str]) -> Word | None:
    """Return the newest word that we have not answered, of somebody who may publish.

    Of two in the same second a comment counts: it may say more than a tick.
    """
    words = [*_ticks(thread, event, publishers), *_words(thread, publishers)]
    return max(reversed(words), key=lambda word: word.at, default=None)


def _words(thread: Thread, publishers: Collection[str]) -> Iterator[Word]:
    for comment in thread.comments:
        if comment.id <= thread.seen or not comment.is_person or comment.author not in publishers:
            continue
        verdict = verdict_of(comment.body)
        if verdict is not Verdict.NONE:
            reason = reason_in(comment.body) if verdict is Verdict.NO else ""
            # What was edited into a no is heard like one that is written now.
            who, at, edited = comment.author, comment.changed, comment.is_edited
            yield Word(verdict, who, at, is_edited=edited, reason=reason)


TICK_BOX = "- [ ] Put it live"
_TICKED = re.compile(r"^- \[[xX]\] Put it live$", re.MULTILINE)


def _ticks(thread: Thread, event: Event, publishers: Collection[str]) -> Iterator[Word]:
    """Yield a yes where the event is that somebody ticked the box of our newest answer."""
    last = thread.last_answer
    if last is None or event.touched != last[0].id or event.sender not in publishers:
        return
    ticked = last[0].changed
    is_answered = any(comment.created >= ticked for comment, _ in thread.answers)
    if _TICKED.search(last[0].body.replace("\r\n", "\n")) and not is_answered:
        yield Word(Verdict.YES, event.sender, ticked)
