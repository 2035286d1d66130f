"""An entry -> the rows of its facts, in the order people learn once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from doorstep.entries import Help, Opening, Side
from doorstep.freshness import ends_on
from doorstep.kinds import Kind
from doorstep.showing import Face
from doorstep.tracing import kept
from doorstep.views import runs
from doorstep.views.changes import changed_words, when_of
from doorstep.views.dates_of_entries import (
    before_next,
    is_over,
    marked_dates,
    moment_of,
    none_to_come,
    rules_beside_next,
    rules_in_words,
)
from doorstep.views.endings import ends_at
from doorstep.views.getting_in import getting_in
from doorstep.views.opening_changes import opening_notes
from doorstep.views.parts import Fact
from doorstep.views.whereabouts import whereabouts
from doorstep.views.wording import as_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.views.runs import Line
    from doorstep.words import Words


def facts_of(guide: Guide, entry: Entry) -> tuple[Fact, ...]:
    """Return when, where, come along, contact, cost, getting in, speaks, for, you can help."""
    return _facts_named(guide, entry.slug)


@kept(64)
def _facts_named(guide: Guide, slug: str) -> tuple[Fact, ...]:
    """Return facts by their entry's slug: its page and its poster say the same."""
    entry, say = guide.catalogue.by_slug[slug], guide.words.say
    rows: tuple[tuple[str, Iterable[Line]], ...] = (
        (say("Next on"), _next_on(guide, entry)),
        (say("When"), _when(guide, entry)),
        (say("Open"), _opening(guide, entry)),
        (say("Until"), _until(guide, entry)),
        (say("Where"), whereabouts(guide, entry)),
        (say("Come along"), _come_along(guide, entry)),
        (say("Contact"), contact_lines(guide, entry)),
        (say("Cost"), _cost(guide, entry)),
        (say("Getting in"), getting_in(guide, entry)),
        (say("Speaks"), _languages(guide, entry)),
        (say("For"), _audiences(guide, entry)),
        (say("You can help"), _you_can_help(guide, entry)),
        (say("Keeping people safe"), _plain(entry.safeguarding, entry.insurance)),
    )
    made = (Fact(label, tuple(lines)) for label, lines in rows)
    return tuple(fact for fact in made if fact.lines)


def _plain(*texts: str) -> Iterator[Line]:
    return ((runs.words(text),) for text in texts if text)


def not_known(guide: Guide) -> str:
    """Return what stands where a fact is missing, because a blank helps nobody."""
    return guide.words.say("Not known: phone to ask")


def _next_on(guide: Guide, entry: Entry) -> Iterator[Line]:
    """Yield what is off before it, its next date, and the rule; nothing of a safe space's dates."""
    is_told = guide.catalogue.shows(entry, Face.DATES)
    coming = guide.diary.next_on(entry) if is_told else None
    if coming is None:
        return
    yield from _changes(guide, entry)
    over, ends = none_to_come(guide), ends_at(coming)
    yield (runs.moment(when_of(guide, coming), moment_of(coming), ends, over),)
    if not any(one.instead == coming.start for one in marked_dates(guide, entry)):
        yield from _passing(changed_words(guide, coming), ends)
    yield from ((runs.aside(rule),) for rule in rules_beside_next(guide, entry))


def _when(guide: Guide, entry: Entry) -> Iterator[Line]:
    """Yield the rule of what has no next date, and of a safe space."""
    is_told = guide.catalogue.shows(entry, Face.DATES)
    if is_told and guide.diary.next_on(entry) is not None:
        return
    yield from _changes(guide, entry)
    if is_told and is_over(guide, entry):
        yield (runs.words(none_to_come(guide)),)
    yield from _plain(*rules_in_words(guide, entry.rules))
    if entry.kind is Kind.EVENT and not entry.when:
        yield (runs.words(not_known(guide)),)


def _changes(guide: Guide, entry: Entry) -> Iterator[Line]:
    """Yield what is cancelled or moved before it is on next."""
    for one in marked_dates(guide, entry):
        yield from _passing(before_next(guide, entry, one), ends_at(one))


def _passing(text: str, ends: str) -> Iterator[Line]:
    if text:
        yield (runs.passing(text, ends),)


def _opening(guide: Guide, entry: Entry) -> Iterator[Line]:
    if not isinstance(entry, Opening):
        return
    for note in opening_notes(guide, entry):
        yield from _passing(note.text, note.ends)
    yield from _plain(*rules_in_words(guide, entry.opening_rules))
    if not entry.opening:
        yield (runs.words(not_known(guide)),)


def _until(guide: Guide, entry: Entry) -> Iterator[Line]:
    if last_day := ends_on(entry):
        yield (runs.words(guide.words.weekday(last_day)),)


def _come_along(guide: Guide, entry: Entry) -> Iterator[Line]:
    if entry.come_along:
        yield from _plain(entry.come_along)
    elif guide.catalogue.showing(entry).is_safe_space:
        yield (runs.words(guide.words.say("Phone or text first")),)
    elif entry.kind in (Kind.GROUP, Kind.EVENT):
        yield (runs.words(guide.words.say("Not known: phone before you go")),)


def contact_lines(guide: Guide, entry: Entry) -> Iterator[Line]:
    """Yield whom to ask; without anyone of its own, whoever answers for the guide."""
    say, contact = guide.words.say, entry.contact
    ways = [
        (say("Text"), runs.text_message(contact.text) if contact.text else None),
        (say("WhatsApp"), runs.whatsapp(contact.whatsapp) if contact.whatsapp else None),
        (say("E-mail"), runs.email(contact.email) if contact.email else None),
        (say("Website"), runs.website(contact.website) if contact.website else None),
    ]
    first = [runs.words(contact.name)] if contact.name else []
    first += [runs.phone(contact.phone)] if contact.phone else []
    if first:
        yield runs.joined(first)
    if contact.best_time:
        # On a line of its own: on a narrow phone the comma would begin the next one.
        yield (runs.words(as_sentence(contact.best_time)),)
    yield from ((runs.words(f"{label}: "), run) for label, run in ways if run)
    if contact.say:
        yield (runs.words(say("Say: “{words}”", words=contact.say)),)
    if not contact.phone and not any(run for _, run in ways):
        yield _ask_the_guide(guide)


def _ask_the_guide(guide: Guide) -> Line:
    line = guide.config.help_line
    asked = guide.words.say("Ask {name}", name=line.name)
    return runs.joined([runs.words(asked), runs.phone(line.phone)])


def _cost(guide: Guide, entry: Entry) -> Iterator[Line]:
    if entry.cost:
        yield from _plain(entry.cost)
    elif entry.kind in (Kind.GROUP, Kind.EVENT) or _is_help_to_get(entry):
        yield (runs.words(guide.words.say("Cost not known. Phone to ask")),)


def _is_help_to_get(entry: Entry) -> bool:
    return isinstance(entry, Help) and entry.side is Side.GET


def _languages(guide: Guide, entry: Entry) -> Iterator[Line]:
    spoken = [_language(guide.words, name) for name in entry.languages]
    if spoken:
        yield tuple(run for index, line in enumerate(spoken) for run in _after_comma(index, line))


def _after_comma(index: int, line: Line) -> Line:
    return (runs.words(", "), *line) if index else line


@lru_cache(256)
def _language(words: Words, name: str) -> Line:
    """Return a language as its speakers write it, and in English."""
    own, tag = words.language(name)
    if not own or own.casefold() == name.casefold():
        return (runs.words(name),)
    return (runs.in_language(own, tag), runs.words(f" {name}"))


def _audiences(guide: Guide, entry: Entry) -> Iterator[Line]:
    labels = [guide.audiences[audience] for audience in entry.audiences]
    if labels:
        yield (runs.words(", ".join(labels)),)


def _you_can_help(guide: Guide, entry: Entry) -> Iterator[Line]:
    """Yield what a neighbour could do; every group has it, because every group needs somebody."""
    say = guide.words.say
    ask = say("Ask {name}", name=entry.contact.name) if entry.contact.name else ""
    if entry.you_can_help:
        yield (
            runs.words(as_sentence(". ".join(filter(None, (", ".join(entry.you_can_help), ask))))),
        )
    elif entry.kind is Kind.GROUP and guide.catalogue.shows(entry, Face.LINKED):
        yield (runs.words(say("Ask what would help")),)
