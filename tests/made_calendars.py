"""Small calendars for the tests of importing them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from doorstep.fields import ReadingContext
from doorstep.importers.icalendar.event_drafts import Wishes
from doorstep.importers.icalendar.run import Target, plan_calendar_import
from doorstep.importers.outcomes import ImportReport
from doorstep.importers.run import write_files
from doorstep.kinds import Kind
from doorstep.schedules.reading import read_rules
from doorstep.schedules.rules import Rule
from doorstep.sources import Node, Source, read_file

TODAY = date(2026, 11, 8)
LONDON = ZoneInfo("Europe/London")
START = "DTSTART;TZID=Europe/London:20261110T103000"
"""A Tuesday."""


def context(today: date = TODAY) -> ReadingContext:
    vocabularies = {"topic": {"food": "food"}, "area": {}, "audience": {}}
    return ReadingContext(today=today, vocabularies=vocabularies)


def calendar(*events: str, head: str = "") -> bytes:
    """Return a calendar with these events, each the lines between its BEGIN and END."""
    blocks = (f"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n" for lines in events)
    before = f"{head}\n" if head else ""
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{before}{''.join(blocks)}END:VCALENDAR\n".encode()


def event(*lines: str, uid: str = "tea@example.org", title: str = "Tea and talk") -> str:
    """Return the lines of an event; without its own DTSTART it is on a Tuesday at 10:30am."""
    own = any(line.startswith("DTSTART") for line in lines)
    return "\n".join((f"UID:{uid}", f"SUMMARY:{title}", *([] if own else [START]), *lines))


@dataclass
class Town:
    """A guide to import calendars into."""

    content: Path
    today: date = TODAY

    @property
    def target(self) -> Target:
        return Target(into=self.content, context=context(self.today), zone=LONDON)

    def imports(self, raw: bytes, wishes: Wishes | None = None, name: str = "club") -> ImportReport:
        read = self.target.read(raw, f"{name}.ics")
        planned = plan_calendar_import(read, read.name or name, wishes or Wishes(), self.target)
        write_files(planned.files, self.content)
        return planned.report

    def says(self, raw: bytes, wishes: Wishes | None = None) -> str:
        """Return everything that an import tells people."""
        report = self.imports(raw, wishes)
        told = (f"{one.message} {one.fix}" for one in report.problems)
        return "\n".join((*told, *report.lines))

    @property
    def files(self) -> dict[str, str]:
        found = sorted(self.content.glob("*/*.md"))
        return {path.stem: path.read_text("utf-8") for path in found}

    def entry(self, slug: str) -> Source:
        path = self.content / "events" / f"{slug}.md"
        reading = read_file(path, f"events/{slug}.md", Kind.EVENT)
        assert reading.problems == ()
        return reading.sources[0]

    def facts(self, slug: str = "tea-and-talk") -> dict[str, Node]:
        return dict(self.entry(slug).front_matter)

    def rules(self, slug: str = "tea-and-talk") -> tuple[Rule, ...]:
        return rules_of(self.facts(slug)["when"], self.today)


def rules_of(when: Node, today: date) -> tuple[Rule, ...]:
    """Return what lines of `when` mean, however they are worded."""
    lines = when if isinstance(when, list) else [when]
    return tuple(rule for line in lines for rule in read_rules(str(line), today))
