"""What has become of an entry -> the notice before it, and the two dates beside its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.freshness import Step, check_due
from doorstep.permalinks import ADD
from doorstep.showing import Face, State
from doorstep.views import runs
from doorstep.views.changing import ways_to_change
from doorstep.views.parts import CheckedBox, Notice
from doorstep.views.usual_frame import help_line_lines

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide


def notice_of(guide: Guide, entry: Entry) -> Notice | None:
    """Return what a reader should know before anything else."""
    say, showing = guide.words.say, guide.catalogue.showing(entry)
    if showing.state is State.OPEN and showing.step is Step.STALE:
        heading = say("Not checked lately. Phone before you go")
        return Notice(heading, (*_own_number(entry),) or help_line_lines(guide))
    match showing.state:
        case State.CLOSED:
            heading = say("This has closed")
            what_to_do = say("Phone us and we will say what there is instead.")
        case State.ENDED:
            heading = say("This offer has ended")
            what_to_do = say("Phone us and we will say who else can help.")
        case State.UNCONFIRMED:
            heading = say("We could not confirm this, so we no longer list it")
            what_to_do = say("Phone us if you know more.")
        case State.PAUSED:
            heading, what_to_do = say("This is paused for now"), say("Phone before you go.")
        case _:
            return None
    return Notice(heading, ((runs.words(what_to_do),), *help_line_lines(guide)))


def _own_number(entry: Entry) -> tuple[runs.Line, ...]:
    contact = entry.contact
    if not contact.phone:
        return ()
    who = [runs.words(contact.name)] if contact.name else []
    return (runs.joined([*who, runs.phone(contact.phone)]),)


def checked_box(guide: Guide, entry: Entry) -> CheckedBox:
    """Return when the facts were checked, when that is due again, and whom to tell."""
    lines, wrong = tuple(checked_lines(guide, entry)), _wrong(guide, entry)
    return CheckedBox(lines, wrong, ways_to_change(guide, entry))


def checked_lines(guide: Guide, entry: Entry) -> list[str]:
    """Return the two dates in words: "Checked 3 February 2026, by phone. Check due 4 May 2026."."""
    words = guide.words
    if entry.checked is None:
        return [words.say("Not checked yet.")]
    how = f", {entry.checked.how}" if entry.checked.how else ""
    lines = [words.say("Checked {day}{how}.", day=words.day(entry.checked.on), how=how)]
    due = check_due(entry, guide.config.freshness)
    if due and guide.catalogue.showing(entry).has_facts:
        lines.append(words.say("Check due {day}.", day=words.day(due)))
    return lines


def _wrong(guide: Guide, entry: Entry) -> runs.Line:
    say, line = guide.words.say, guide.config.help_line
    if not guide.catalogue.shows(entry, Face.FORMS):
        # The other ways in are public, and a safe space is never talked of there.
        return (runs.words(say("Wrong? Phone us,") + " "), runs.phone(line.phone))
    return (runs.link(say("Tell us it is wrong"), guide.permalinks.href(f"{ADD}#wrong")),)
