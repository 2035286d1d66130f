"""How much of anything a guide reads -> the words for whoever wrote more."""

from __future__ import annotations

from msgspec import Struct

KB = 1024
"""Bytes."""

SHOWN_AT_MOST = 20
"""One kind of problem is named this often in one entry."""


class Limit(Struct, frozen=True, kw_only=True):
    """The most that is read of one thing; docs/limits.md lists them all."""

    rule: str
    """What a problem with it is called."""
    of: str
    """What it limits, for the list."""
    this: str
    """What it limits, where somebody wrote more."""
    most: int
    unit: str
    fix: str
    """What to do about more."""
    outcome: str
    """What becomes of more."""

    def told(self, number: int) -> str:
        """Say that something has more, and how much."""
        return f"{self.this} has {number:,} {self.unit}, and the most is {self.most:,}."

    def told_in_kb(self, number: int) -> str:
        """Say that something has more, and how much, of so many bytes."""
        return self.told(-(-number // KB))

    def exceeded(self) -> str:
        """Say that something has more, where nobody counted how much."""
        return f"{self.this} has more than {self.most:,} {self.unit}."


_LEFT_OUT = "The entry is left out."
_FEWER_WORDS = "Say it in fewer words, or put it into the text below the facts."
_KEEP = "Keep what people need to know."

FILES = Limit(
    rule="entry-size",
    of="Files in one of the folders",
    this="This folder",
    most=20_000,
    unit="files",
    fix="Take out what is not for this guide. One file can hold a list of entries.",
    outcome="The first are read, in the order of their names.",
)
FILE = Limit(
    rule="entry-size",
    of="A file",
    this="This file",
    most=1_000,
    unit="KB",
    fix="Keep what people need to know, and move long documents to a website of their own.",
    outcome="The file is not read.",
)
ENTRIES = Limit(
    rule="entry-size",
    of="Entries in a file that holds a list of them",
    this="This file",
    most=500,
    unit="entries",
    fix="Move the rest to a second file.",
    outcome="The first are read.",
)
SLUG = Limit(
    rule="file-name",
    of="The name of a file",
    this="The name of this file",
    most=80,
    unit="letters",
    fix="Give it a shorter name.",
    outcome=_LEFT_OUT,
)
FACTS = Limit(
    rule="entry-size",
    of="The facts of an entry, all settings of the guide, or a list beside them",
    this="What stands here",
    most=100,
    unit="KB",
    fix=_KEEP,
    outcome="It is not read at all, and an entry is left out.",
)
PARTS = Limit(
    rule="entry-size",
    of="Names and values among the facts, each counted",
    this="This entry",
    most=5_000,
    unit="facts",
    fix="Move the longest part into the text below the facts.",
    outcome=_LEFT_OUT,
)
DEPTH = Limit(
    rule="entry-size",
    of="Lists inside lists, among the facts",
    this="This",
    most=8,
    unit="lists inside one another",
    fix="Move the longest part into the text below the facts.",
    outcome=_LEFT_OUT,
)
LINE = Limit(
    rule="lines-short",
    of="Any one fact",
    this="This line",
    most=4_000,
    unit="letters",
    fix=_FEWER_WORDS,
    outcome=_LEFT_OUT,
)
NAME = Limit(
    rule="lines-short",
    of="A name, or one thing in a list",
    this="This name",
    most=500,
    unit="letters",
    fix=_FEWER_WORDS,
    outcome=_LEFT_OUT,
)
ITEMS = Limit(
    rule="lists-short",
    of="Things in a list, such as `languages` or `works_with`",
    this="This list",
    most=50,
    unit="things",
    fix="Keep those that matter most.",
    outcome=_LEFT_OUT,
)
CHANGES = Limit(
    rule="lists-short",
    of="Dates among the `changes`",
    this="This list",
    most=100,
    unit="dates",
    fix="Take out the dates that are over.",
    outcome=_LEFT_OUT,
)
WHEN = Limit(
    rule="schedules-understood",
    of="One line of `when` or `open`",
    this="This",
    most=500,
    unit="letters",
    fix="Write days and times alone, and the rest in the text below.",
    outcome=_LEFT_OUT,
)
TIMES = Limit(
    rule="lists-short",
    of="Times in all lines of `when` or `open`",
    this="This",
    most=60,
    unit="times",
    fix="Keep the times that most people come for, and put the rest into the text below the facts.",
    outcome=_LEFT_OUT,
)
DAILY = Limit(
    rule="lists-short",
    of="Times on one day of the week, in all lines of `when` or `open`",
    this="A day here",
    most=24,
    unit="times",
    fix="Say from when to when it goes on, such as 9am to 5pm, and the rest in the text below.",
    outcome=_LEFT_OUT,
)
BODY = Limit(
    rule="entry-size",
    of="The text below the facts",
    this="The text of this entry",
    most=100,
    unit="KB",
    fix=_KEEP,
    outcome=_LEFT_OUT,
)
LINKS = Limit(
    rule="bodies-plain",
    of="Links in the text",
    this="The text of this entry",
    most=500,
    unit="links",
    fix="Keep those that people follow.",
    outcome=_LEFT_OUT,
)
NESTING = Limit(
    rule="bodies-plain",
    of="Lists and quotations inside one another, in the text",
    this="This",
    most=20,
    unit="lists and quotations inside one another",
    fix="Start the line with fewer marks.",
    outcome="The marks beyond are shown as they were typed.",
)
COLUMNS = Limit(
    rule="bodies-plain",
    of="Columns of a table in the text",
    this="This table",
    most=50,
    unit="columns",
    fix="Make two tables of it, or a list.",
    outcome="The table is shown as it was typed.",
)
SECONDS = Limit(
    rule="read-in-time",
    of="Time for the computer to read one entry",
    this="Reading this entry",
    most=2,
    unit="seconds",
    fix="Take out rows of odd marks, such as brackets or stars, or make it shorter.",
    outcome=_LEFT_OUT,
)

LIMITS = (
    *(FILES, FILE, ENTRIES, SLUG, FACTS, PARTS, DEPTH, LINE, NAME, ITEMS, CHANGES),
    *(WHEN, TIMES, DAILY, BODY, LINKS, NESTING, COLUMNS, SECONDS),
)
"""Every limit, in the order of the list."""
