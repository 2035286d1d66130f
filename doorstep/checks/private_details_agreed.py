"""What belongs to one person is not in the guide, unless that person said that it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.agreements import Detail
from doorstep.dates import worded
from doorstep.private_details.finding import IN_NAME, Found, details_of, everywhere_in, with_lines
from doorstep.private_details.known import Known
from doorstep.private_details.legible import legible
from doorstep.private_details.withholding import PRIVATE_DETAILS
from doorstep.problems import Level, Problem, corrected
from doorstep.safe_spaces import do_not_send, unquoted
from doorstep.search.synonyms_file import FILE as SYNONYMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.entries import Entry

_CALLED = {
    Detail.MOBILE: "one person's own mobile number",
    Detail.HOME_ADDRESS: "an address that may be somebody's home",
    Detail.EMAIL: "an e-mail address that looks like one person's own",
    Detail.NHS_NUMBER: "an NHS number",
    Detail.NATIONAL_INSURANCE_NUMBER: "a National Insurance number",
    Detail.DATE_OF_BIRTH: "the day somebody was born",
    Detail.BANK_ACCOUNT: "the number of a bank account",
    Detail.PASSPORT_NUMBER: "the number of a passport",
}
_WHY = {
    Detail.MOBILE: "Whoever is listed in public gets nuisance calls.",
    Detail.HOME_ADDRESS: "Everybody could find out who lives there.",
    Detail.EMAIL: "Whoever is listed in public gets nuisance mail.",
    Detail.NHS_NUMBER: "It belongs to one person and their doctor.",
    Detail.NATIONAL_INSURANCE_NUMBER: "Somebody else could claim in that person's name.",
    Detail.DATE_OF_BIRTH: "Banks ask for it to know who is who.",
    Detail.BANK_ACCOUNT: "Somebody else could take money with it.",
    Detail.PASSPORT_NUMBER: "Somebody else could borrow in that person's name.",
}
_TAKE_OUT = "Take it out, and phone {line} if others have seen it: older versions stay public."
_INSTEAD = {
    Detail.MOBILE: "Give the number of {line} or a group's, and let them pass people on.",
    Detail.HOME_ADDRESS: "Give the area alone, or add the place to the guide if anybody may come.",
    Detail.EMAIL: "Give an address of the group, or a phone number.",
    Detail.DATE_OF_BIRTH: "Leave it out, or give the year alone.",
}


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every private detail that nobody agreed to, and for odd agreements."""
    agreed = {(one.entry, one.detail) for one in draft.config.may_be_public}
    known = Known(draft.config, draft.entries, draft.today)
    told: set[tuple[str, Detail]] = set()
    for entry, lines in with_lines(_suspected(draft)):
        details = details_of(entry, lines, known)
        told |= {(entry.slug, found.detail) for found in details}
        if entry.sensitive:
            yield from (_given_away(draft, entry, found) for found in details)
        else:
            open_ones = [one for one in details if (entry.slug, one.detail) not in agreed]
            yield from _warned(draft, entry, open_ones)
    yield from _beside_entries(draft)
    yield from _odd_agreements(draft, told)


def _suspected(draft: Draft) -> list[Entry]:
    """Return the entries of every file in which something may be private."""
    innocent = draft.beyond_suspicion
    files = {entry.file for entry in draft.entries if entry.origin not in innocent}
    return [entry for entry in draft.entries if entry.file in files]


def _warned(draft: Draft, entry: Entry, details: list[Found]) -> Iterator[Problem]:
    title = entry.written.marks.get(("title",))
    is_in_title = any(one.line in (IN_NAME, title.line if title else None) for one in details)
    for line, detail in details:
        where = "The name of this file" if line == IN_NAME else "This line"
        problem = entry.problem_at(
            rule=PRIVATE_DETAILS,
            level=Level.WARNING,
            message=f"{where} has {_CALLED[detail]}. {_WHY[detail]}",
            fix=f"{_instead(draft, detail)} {_how_to_agree(draft, entry, line, detail)}".strip(),
        )
        at = max(line, entry.written.first_line)
        about = "" if is_in_title else problem.about
        yield replace(problem, line=at, column=1, source_line="", about=about)


def _instead(draft: Draft, detail: Detail) -> str:
    line = draft.config.help_line.name_and_number
    return _INSTEAD.get(detail, _TAKE_OUT).format(line=line)


def _how_to_agree(draft: Draft, entry: Entry, line: int, detail: Detail) -> str:
    if line == IN_NAME:
        return ""
    said = f"{{entry: {entry.slug}, detail: {detail}, agreed: {worded(draft.today)}, by: Amina}}"
    return f"If the person agreed, the settings can say so: may_be_public: [{said}]"


def _given_away(draft: Draft, entry: Entry, found: Found) -> Problem:
    where = "the name of this file" if found.line == IN_NAME else "this line"
    problem = entry.problem_at(
        rule="safe-space",
        message=f"This is a safe space, and {where} has {_CALLED[found.detail]}.",
        fix=do_not_send(draft.config.help_line.name_and_number),
    )
    return replace(unquoted(problem), line=max(found.line, entry.written.first_line))


def _beside_entries(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for what stands in the settings, or among the words people type."""
    settings = draft.config.written
    for line, detail in everywhere_in(legible(settings.lines), draft.today):
        yield _in_file(draft, settings.file, line + 1, detail)
    words = legible(word for pair in draft.synonyms.pairs for word in pair)
    for detail in sorted({detail for _, detail in everywhere_in(words, draft.today)}):
        yield _in_file(draft, f"{draft.content.name}/{SYNONYMS}", 1, detail)


def _in_file(draft: Draft, file: str, line: int, detail: Detail) -> Problem:
    return Problem(
        file=file,
        line=line,
        column=1,
        level=Level.WARNING,
        rule=PRIVATE_DETAILS,
        message=f"This file has {_CALLED[detail]}. {_WHY[detail]}",
        fix=_instead(draft, detail),
    )


def _odd_agreements(draft: Draft, told: set[tuple[str, Detail]]) -> Iterator[Problem]:
    safe = {entry.slug for entry in draft.entries if entry.sensitive}
    for place, one in enumerate(draft.config.may_be_public):
        if one.entry in draft.left_out:
            continue
        if one.entry not in draft.titles:
            yield _unknown(draft, place, one.entry)
        elif one.entry in safe:
            yield _of_safe_space(draft, place)
        elif one.agreed > draft.today:
            yield _to_come(draft, place)
        elif (one.entry, one.detail) not in told:
            yield _not_needed(draft, place, one.detail)


def _unknown(draft: Draft, place: int, slug: str) -> Problem:
    guess, question = draft.did_you_mean(slug, draft.titles)
    problem = draft.config.problem_at(
        *("may_be_public", place, "entry"),
        rule="agreements-known",
        level=Level.WARNING,
        message=f"No entry is called “{slug}”, so this is about nothing.",
        fix=question or "Use the last part of its address, such as tea-and-talk.",
    )
    return corrected(problem, slug, guess)


def _of_safe_space(draft: Draft, place: int) -> Problem:
    return draft.config.problem_at(
        *("may_be_public", place, "entry"),
        rule="agreements-kept",
        level=Level.WARNING,
        message="This entry is a safe space, where nothing private is public, whoever agrees.",
        fix="Take this out.",
    )


def _to_come(draft: Draft, place: int) -> Problem:
    return draft.config.problem_at(
        *("may_be_public", place, "agreed"),
        rule="agreements-dated",
        level=Level.WARNING,
        message=f"{worded(draft.config.may_be_public[place].agreed)} has not happened yet.",
        fix=f"Check the day and the year. Today is {worded(draft.today)}.",
    )


def _not_needed(draft: Draft, place: int, detail: Detail) -> Problem:
    return draft.config.problem_at(
        *("may_be_public", place),
        rule="agreements-needed",
        level=Level.NOTE,
        message=f"The check finds no {detail} in this entry that it would ask about.",
        fix="You can take this out.",
    )
