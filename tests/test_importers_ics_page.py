"""What docs/importing-calendars.md shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from made_calendars import TODAY, Town
from pydantic import TypeAdapter

from doorstep.calendars import GroupCalendar
from doorstep.kinds import Kind
from doorstep.sources import read_bytes

PAGE = Path(__file__).parent.parent / "docs" / "importing-calendars.md"


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path, TODAY)


def block(language: str, beginning: str) -> str:
    """Return the block of code that begins so."""
    blocks = re.findall(rf"```{language}\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return next(str(found) for found in blocks if found.startswith(beginning))


def test_the_example_gives_the_report_that_is_shown(town: Town) -> None:
    report = town.imports(block("text", "BEGIN:VCALENDAR").encode(), name="lunch")
    assert "\n".join(report.lines) + "\n" == block("text", "lunch: ")


def test_the_example_gives_the_entry_that_is_shown(town: Town) -> None:
    town.imports(block("text", "BEGIN:VCALENDAR").encode(), name="lunch")
    written = re.sub(r"hash: '?\w{16}'?", "hash: HASH", town.files["lunch-club"])
    assert written == block("markdown", "---")


def test_the_settings_that_are_shown_are_read() -> None:
    source = read_bytes(block("yaml", "calendars:").encode(), "site.yaml", Kind.PAGE).sources[0]
    calendars = TypeAdapter(list[GroupCalendar]).validate_python(source.front_matter["calendars"])
    assert [one.id for one in calendars] == ["library"]
