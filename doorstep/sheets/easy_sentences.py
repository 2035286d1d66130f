"""An entry -> what Easy Read says of it: facts alone, one idea and at most 15 words a sentence."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from doorstep.kinds import Kind
from doorstep.promises import is_open_to_all_comers, is_step_free
from doorstep.sheets.easy_when import when_sentences
from doorstep.sheets.easy_wording import easily_said, extra, first_easy, inside, needed
from doorstep.sheets.wording import phone_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.details import Address
    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.easy_wording import Sentence


def sentences_of(guide: Guide, entry: Entry) -> list[Sentence]:
    """Return all there is to say of an entry, in the order it is said."""
    return list(
        chain(
            needed(_what(guide, entry)),
            extra(_summary(entry)),
            extra(_for_whom(guide, entry)),
            when_sentences(guide, entry),
            needed(_where(guide, entry)),
            extra(_getting_there(guide, entry)),
            needed(_cost(guide, entry)),
            _joining(guide, entry),
            needed(_asking(guide, entry)),
        )
    )


def _what(guide: Guide, entry: Entry) -> Iterator[str]:
    say = guide.words.say
    match entry.kind:
        case Kind.GROUP:
            yield say("This is a group.")
        case Kind.EVENT:
            yield say("This is an event.")
        case Kind.HELP:
            yield say("This is help for you.")


def _summary(entry: Entry) -> tuple[str, ...]:
    said = easily_said(entry.summary)
    return said if len(said) == 1 else ()


def _for_whom(guide: Guide, entry: Entry) -> Iterator[str]:
    labels = [guide.audiences[one] for one in entry.audiences if one in guide.audiences]
    if labels:
        named = guide.words.all_of([inside(label) for label in labels])
        yield first_easy(guide.words.say("It is for {people}.", people=named))


def _where(guide: Guide, entry: Entry) -> Iterator[str]:
    say, place, address = guide.words.say, guide.catalogue.place_of(entry), entry.address
    named = place.title if place else (address.name or _written(address) if address else "")
    if named:
        yield first_easy(say("It is at {place}.", place=named), say("Phone to ask where it is."))
    elif entry.kind in (Kind.GROUP, Kind.EVENT):
        yield say("Phone to ask where it is.")


def _getting_there(guide: Guide, entry: Entry) -> Iterator[str]:
    """Yield what is beside the name of a place: its address, and whether steps are in the way."""
    address = guide.catalogue.address_of(entry)
    if address and (address.name or guide.catalogue.place_of(entry)) and address.address:
        yield first_easy(guide.words.say("The address is {address}.", address=_written(address)))
    if is_step_free(guide, entry):
        yield guide.words.say("There are no steps.")


def _written(address: Address) -> str:
    """Return an address in one line; a postcode alone is none."""
    return ", ".join(filter(None, (address.address, address.postcode if address.address else "")))


def _cost(guide: Guide, entry: Entry) -> Iterator[str]:
    say, said = guide.words.say, easily_said(entry.cost)
    if not entry.cost:
        yield say("We do not know what it costs.")
    elif not said:
        yield say("Phone to ask what it costs.")
    else:
        yield _priced(guide, said[0])
        yield from said[1:]


def _priced(guide: Guide, cost: str) -> str:
    """Return a cost as a whole sentence: It is free. It costs £2."""
    say, plain = guide.words.say, cost.rstrip(".")
    if re.match(r"free\b", plain, re.IGNORECASE):
        return first_easy(say("It is {free}.", free=inside(plain)), cost)
    if re.match(r"(from )?[£€$\d]", plain, re.IGNORECASE):
        return first_easy(say("It costs {cost}.", cost=inside(plain)), cost)
    return cost


def _joining(guide: Guide, entry: Entry) -> Iterator[Sentence]:
    """Yield whether one can just turn up, in the group's own words where those are short."""
    say, (first, *others) = guide.words.say, easily_said(entry.come_along) or ("",)
    if is_open_to_all_comers(entry) and first in ("", "Just turn up."):
        yield from needed((say("You can just turn up."),))
    elif entry.come_along:
        yield from needed((first or say("Phone before you come."),))
    yield from extra(others)


def _asking(guide: Guide, entry: Entry) -> Iterator[str]:
    say, contact, line = guide.words.say, entry.contact, guide.config.help_line
    if contact.text and not contact.phone:
        number = phone_words(contact.text)
        yield first_easy(
            say("To ask, text {name} on {number}.", name=contact.name, number=number)
            if contact.name
            else "",
            say("To ask, text {number}.", number=number),
        )
        return
    name = contact.name if contact.phone else line.name
    number = phone_words(contact.phone or line.phone)
    yield first_easy(
        say("To ask, phone {name} on {number}.", name=name, number=number) if name else "",
        say("To ask, phone {number}.", number=number),
    )
