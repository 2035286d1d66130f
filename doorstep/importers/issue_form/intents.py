"""A form and the guide as it stands -> Intent: what one entry's file is to say, or what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.dates import worded
from doorstep.details import Check
from doorstep.forms.boxes import boxes_for
from doorstep.forms.facts import filled
from doorstep.forms.kinds_of_forms import HOW, ON, WHICH, Action
from doorstep.importers.drafting import in_order
from doorstep.importers.issue_form.asking import EXAMPLES
from doorstep.importers.issue_form.desks import number_of, title_of
from doorstep.importers.issue_form.meant import entries_meant, not_found
from doorstep.importers.issue_form.proposals import Ask
from doorstep.importers.issue_form.rewriting import rewritten, written_anew
from doorstep.importers.issue_form.tidying import tidied
from doorstep.importers.issue_form.times import check_in, day_said
from doorstep.importers.slugs import free_slug
from doorstep.safe_spaces import is_safe_space
from doorstep.sources.marks import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorstep.forms.answers import Facts
    from doorstep.forms.boxes import Box
    from doorstep.forms.facts import Filled
    from doorstep.forms.submissions import Submission
    from doorstep.importers.issue_form.desks import Desk
    from doorstep.kinds import Kind
    from doorstep.sources import Node, Source

NOTHING_NEW = "The form says what the guide says already, so nothing changes."


class SafeSpaceMeant(Exception):  # noqa: N818 - it says what is the case
    """The form is about a safe space, which is never talked of in public."""


class Intent(Struct, frozen=True, kw_only=True):
    """What would be written, before the guide is checked with it."""

    kind: Kind | None = None
    slug: str = ""
    title: str = ""
    number: int | None = None
    path: str = ""
    text: str | None = None
    facts: Facts | None = None
    """What the entry is to say."""
    before: Source | None = None
    """The entry as it was; None for a new one."""
    changed: tuple[Box, ...] = ()
    """Boxes that say something new."""
    tidied: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    ask: Ask | None = None
    """What has to be known first."""


def intent_of(submission: Submission, desk: Desk, sent: date, slug: str) -> Intent:
    """Return what a form would write; `slug` is what an earlier run called the new entry."""
    if submission.form.action is Action.ADD:
        return _new(submission, desk, sent, slug)
    meant = entries_meant(submission.answers.get("entry", ""), desk.sources)
    if any(is_safe_space(source) for source in meant):
        raise SafeSpaceMeant
    if len(meant) != 1:
        return Intent(ask=_which(submission, desk))
    if submission.form.action is Action.STILL_RIGHT:
        return _still_right(submission, meant[0], desk, sent)
    return _change(submission, meant[0], desk, sent)


def _which(submission: Submission, desk: Desk) -> Ask:
    words = " ".join(submission.answers.get("entry", "").split())
    said = (
        f"No entry is called “{shortened(words)}”. "
        if words
        else "It is not clear which entry is meant. "
    )
    if len(entries_meant(words, desk.sources)) > 1:
        said = ""
    return Ask(WHICH.id, WHICH.label, said + not_found(words, desk.sources), EXAMPLES["entry"])


def _new(submission: Submission, desk: Desk, sent: date, slug: str) -> Intent:
    kind = submission.form.kind
    if kind is None:  # pragma: no cover (every form that adds has its kind)
        raise ValueError(submission.form.name)
    title_box = submission.form.boxes[0]
    said = filled(kind, submission.answers, desk.titles, labels=desk.labels)
    title = said.facts.get("title")
    if not isinstance(title, str):
        sentence = f"“{title_box.label}” says nothing yet. Reply with the name."
        return Intent(ask=Ask("title", title_box.label, sentence, EXAMPLES["title"]))
    tidy = tidied(said.facts, said.changed, desk, sent, {})
    slug = slug or free_slug(title, kind, desk.taken(kind))
    facts, path = in_order(tidy.facts, kind), f"{kind.folder}/{slug}.md"
    text = written_anew(desk.file_name(path), kind, facts, said.body)
    return Intent(
        kind=kind,
        slug=slug,
        title=title,
        path=path,
        text=text,
        facts=facts,
        changed=said.changed,
        tidied=tidy.sentences,
        notes=tuple(_unread(said, submission, kind)),
        ask=_unwritable(said.changed) if text is None else None,
    )


def _change(submission: Submission, source: Source, desk: Desk, sent: date) -> Intent:
    before = source.front_matter
    said = filled(
        source.kind, submission.answers, desk.titles, before, source.body, labels=desk.labels
    )
    tidy = tidied(said.facts, said.changed, desk, sent, before)
    notes = [*_unread(said, submission, source.kind)]
    if not said.changed:
        return _about(source, desk, notes=(*notes, NOTHING_NEW))
    return _about(
        source,
        desk,
        facts=tidy.facts,
        body=said.body,
        changed=said.changed,
        tidied=tidy.sentences,
        notes=tuple(notes),
    )


def _still_right(submission: Submission, source: Source, desk: Desk, sent: date) -> Intent:
    said = submission.answers.get(ON.id, "today")
    day = day_said(said, sent)
    if day is None or day > desk.today:
        shown = worded(day) if day else shortened(said)
        trouble = "has not happened yet" if day else "is not a date we can read"
        sentence = f"In “{ON.label}”, “{shown}” {trouble}. Reply with the day you asked."
        return Intent(ask=Ask(ON.id, ON.label, sentence, EXAMPLES["on"]))
    checked = _checked(day, submission, desk)
    facts: Facts = {**source.front_matter, "checked": checked}
    boxes = tuple(box for box in boxes_for(source.kind) if box.id == "checked")
    return _about(source, desk, facts=facts, body=source.body, changed=boxes)


def _checked(day: date, submission: Submission, desk: Desk) -> Node:
    """Return “2026-11-03, by phone, Amina”, or the same in parts where one line says it wrongly."""
    how, by = (" ".join(submission.answers.get(name, "").split()) for name in (HOW.id, "by"))
    line = ", ".join(filter(None, (day.isoformat(), how, by)))
    check = check_in(line, desk.context)
    if check == Check.model_construct(on=day, how=how, by=by):
        return line
    parts = {"on": day.isoformat(), "how": how, "by": by}
    return {key: words for key, words in parts.items() if words}


def _about(
    source: Source,
    desk: Desk,
    *,
    facts: Facts | None = None,
    body: str = "",
    changed: tuple[Box, ...] = (),
    tidied: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> Intent:
    """Return the intent for an entry that is there: with new facts, what its file says then."""
    path = desk.path_of(source)
    raw = (desk.content / path).read_bytes()
    text = rewritten(raw, source, facts, body) if facts is not None else None
    title = (facts or {}).get("title")
    return Intent(
        kind=source.kind,
        slug=source.slug,
        title=title if isinstance(title, str) else title_of(source),
        number=number_of(source),
        path=path,
        text=text,
        facts=facts,
        before=source,
        changed=changed,
        tidied=tidied,
        notes=notes,
        ask=_unwritable(changed) if facts is not None and text is None else None,
    )


def _unwritable(changed: tuple[Box, ...]) -> Ask:
    box = changed[-1]
    sentence = (
        f"Some words in “{box.label}” cannot be kept as they are. Leave out lines of signs such "
        "as <<<<<<< or ---, and reply with the rest."
    )
    return Ask(box.id, box.label, sentence)


def _unread(said: Filled, submission: Submission, kind: Kind) -> Iterator[str]:
    for one in said.unread:
        yield f"In “{one.box.label}”, we did not know what to do with “{shortened(one.line)}”."
    known = {box.id for box in boxes_for(kind)}
    for box in submission.form.boxes:
        if box.id in submission.answers and box.id not in known and box.id != WHICH.id:
            words = shortened(submission.answers[box.id])
            yield f"There is no “{box.label}” for this entry, so we left out “{words}”."
