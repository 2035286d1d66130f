"""Rows and events that attack whoever imports them become entries that say their words."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import cycle, islice, repeat
from typing import TYPE_CHECKING

import pytest
from attacks import attacks, pieces
from builders import TODAY
from built_site import TINY, build, checked, copied
from made_calendars import LONDON, calendar, event
from planted import LONGEST, WORD, can_be_typed
from unharmed import Reading, faults

from doorstep.importers.entry_text import entry_text
from doorstep.importers.icalendar.event_drafts import Wishes
from doorstep.importers.icalendar.run import Target, plan_calendar_import
from doorstep.importers.run import Format, ImportJob, run_import, write_files
from doorstep.importers.tables import tidy_cell
from doorstep.kinds import Kind
from doorstep.loading import context_for, read_config
from doorstep.sources import read_bytes, read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from doorstep.fields import ReadingContext
    from doorstep.importers.outcomes import ImportReport

    Tried = Callable[[str, int], None]
    Rows = list[dict[str, str]]

COLUMNS = ("title", "summary", "cost", "come_along", "contact.name", "contact.best_time")
"""What a row tells, each under its own name; and below them the text."""

MAPPING = """\
from: A list of clubs
id: id
kind: group
fields: {title: title, summary: summary, cost: cost, come_along: come_along,
  contact.name: contact.name, contact.best_time: contact.best_time}
sections:
  - {heading: What happens, column: notes}
defaults: {topics: [company]}
"""

FACTS = {*COLUMNS, "contact", "source", "topics", "when", "where", "number"}
"""What an entry from a list or a calendar may say."""

ROWS = 150
"""Rows of a list that is built into a site."""

UNESCAPED = "a calendar that nobody escaped"


def rows_of(attacks: Iterable[str], number: int) -> Rows:
    """Return rows with an attack in every cell, each after a word of its own."""
    typed = filter(lambda one: can_be_typed(one) and len(one) <= LONGEST, attacks)
    return [
        {"id": str(row)}
        | {
            name: f"zq{row:03}{place:02}qz {next(typed)}"
            for place, name in enumerate((*COLUMNS, "notes"))
        }
        for row in range(number)
    ]


def as_csv(rows: Rows) -> bytes:
    """Return rows as a spreadsheet saves them."""
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def as_geojson(rows: Rows) -> bytes:
    """Return rows as a map saves them."""
    features = [{"type": "Feature", "geometry": None, "properties": row} for row in rows]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def as_ics(rows: Rows, written: Callable[[str], str]) -> bytes:
    """Return rows as a calendar that writes its words like this."""
    return calendar(
        *(
            event(
                f"DESCRIPTION:{written(row['summary'])}",
                f"LOCATION:{written(row['cost'])}",
                uid=f"{row['id']}@example.org",
                title=written(row["title"]),
            )
            for row in rows
        )
    )


def escaped(text: str) -> str:
    """Return text as calendars have it (RFC 5545, 3.3.11)."""
    for mark, instead in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(mark, instead)
    return text.replace("\r", "")


def context_of(guide: Path) -> ReadingContext:
    """Return what the facts of a guide are read with."""
    config, _ = read_config(guide / "site.yaml")
    assert config is not None
    return context_for(config, TODAY)


def list_into(guide: Path, kind: Format, rows: Rows) -> ImportReport:
    """Import a list of this format into a guide."""
    (guide / "clubs.map").write_text(MAPPING, encoding="utf-8")
    (guide / "clubs").write_bytes(FORMATS[kind](rows))
    into, context = guide / "content", context_of(guide)
    return run_import(
        ImportJob(
            format=kind,
            file=guide / "clubs",
            map_file=guide / "clubs.map",
            into=into,
            context=context,
        )
    )


def calendar_into(guide: Path, raw: bytes) -> ImportReport:
    """Import a calendar into a guide."""
    target = Target(into=guide / "content", context=context_of(guide), zone=LONDON)
    planned = plan_calendar_import(target.read(raw, "club.ics"), "club", Wishes(), target)
    write_files(planned.files, target.into)
    return planned.report


FORMATS = {Format.CSV: as_csv, Format.GEOJSON: as_geojson}
WAYS: dict[str, Callable[[Path, Rows], ImportReport]] = {
    "a table": lambda guide, rows: list_into(guide, Format.CSV, rows),
    "a map": lambda guide, rows: list_into(guide, Format.GEOJSON, rows),
    "a calendar": lambda guide, rows: calendar_into(guide, as_ics(rows, escaped)),
    UNESCAPED: lambda guide, rows: calendar_into(guide, as_ics(rows, str)),
}


def imported(way: str, guide: Path, rows: Rows) -> ImportReport:
    """Import rows into a copy of the small guide, and return what was said."""
    copied(TINY, guide, {})
    before = {*guide.glob("content/**/*")}
    report = WAYS[way](guide, rows)
    for file in {*guide.glob("content/**/*")} - before:
        only_says_what_it_may(file, guide)
    return report


def only_says_what_it_may(file: Path, guide: Path) -> None:
    """Fail where an import wrote what is no entry, or facts that nobody told it to."""
    folder, name = file.relative_to(guide / "content").parts
    assert re.fullmatch(r"[a-z0-9-]+\.md", name) or folder == "calendars", file
    if folder != "calendars":
        (source,) = read_file(file, name, Kind.GROUP).sources
        assert source.front_matter.keys() <= FACTS, file


def wrong_with(way: str, folder: Path, attacks: Iterable[str]) -> list[str]:
    """Return what attacks did to the site of a guide that they were imported into."""
    usual, guide = folder / "usual", folder / "guide"
    imported(way, usual, rows_of(repeat("Tea and talk"), ROWS))
    rows = rows_of(attacks, ROWS)
    report = imported(way, guide, rows)
    site = build(guide, guide / "_site")
    told = {outcome.title.partition(" ")[0] for outcome in report.outcomes}
    words = set(WORD.findall(site.text("a-to-z/index.html")))
    lost = {row["title"].partition(" ")[0] for row in rows} - words - told
    wrong = faults(site, {}, Reading(build(usual, usual / "_site"), {}))
    return [*wrong, *(lost if way != UNESCAPED else ())]


@pytest.mark.parametrize("way", WAYS)
def test_attacks_that_are_imported_make_entries_or_are_told(
    way: str, tmp_path: Path, tried: Tried
) -> None:
    rows = rows_of(cycle(pieces("everything")), len(pieces("everything")))
    tried(f"Attack strings imported from {way}, read", len(rows) * len(COLUMNS))
    report = imported(way, tmp_path / "guide", rows)
    assert len(report.outcomes) >= len(rows) or report.problems
    assert checked(tmp_path / "guide").errors == []


@pytest.mark.hard
@pytest.mark.whole
@pytest.mark.parametrize("share", range(4))
@pytest.mark.parametrize("way", WAYS)
def test_thousands_of_attacks_that_are_imported_stay_text(
    way: str, share: int, tmp_path: Path, tried: Tried
) -> None:
    tried(f"Attack strings imported from {way}, built", ROWS * len(COLUMNS))
    assert wrong_with(way, tmp_path, islice(attacks(), share, None, 16)) == []


def misread(attacks: Iterable[str]) -> list[str]:
    """Return what does not read back as an import wrote it."""
    wrong = []
    for attack in attacks:
        words = " ".join(tidy_cell(attack).split())
        facts = {"title": words, "where": {"name": words}, "languages": [words, "Welsh"]}
        reading = read_bytes(entry_text(facts, "").encode(), "content/groups/tea.md", Kind.GROUP)
        if words and [source.front_matter for source in reading.sources] != [facts]:
            wrong.append(words)
    return wrong


def test_what_an_import_writes_reads_back_word_for_word(tried: Tried) -> None:
    typed = [*pieces("everything"), *pieces("letters"), *pieces("lines")]
    tried("Attack strings written as entries and read back", len(typed))
    assert misread(typed) == []


@pytest.mark.hard
@pytest.mark.parametrize("share", range(4))
def test_tens_of_thousands_read_back_as_they_were_written(share: int, tried: Tried) -> None:
    typed = list(islice(attacks(), share, None, 16))
    tried("Attack strings written as entries and read back", len(typed))
    assert misread(typed) == []
