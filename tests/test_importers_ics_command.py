"""The import command, for calendars: what it says, and what it ends with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from made_calendars import calendar, event

import build

TINY = Path(__file__).parent / "sites" / "tiny"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    (tmp_path / "club.ics").write_bytes(calendar(event(title="Chess night")))
    return tmp_path


def command(guide: Path, *typed: str) -> Result:
    where = ("--site", str(guide / "site.yaml"), "--content", str(guide / "content"))
    return CliRunner().invoke(build.cli, ["import", *typed, *where, "--today", "2026-11-08"])


def test_a_calendar_becomes_entries(guide: Path) -> None:
    result = command(guide, "ics", str(guide / "club.ics"))
    assert (result.exit_code, result.output) == (0, "club: 1 event.\n  1 new\n")
    assert (guide / "content" / "events" / "chess-night.md").exists()


def test_a_calendar_may_become_groups(guide: Path) -> None:
    command(guide, "ics", str(guide / "club.ics"), "--kind", "group")
    assert (guide / "content" / "groups" / "chess-night.md").exists()


def test_a_dry_run_writes_nothing(guide: Path) -> None:
    result = command(guide, "ics", str(guide / "club.ics"), "--dry-run")
    assert "1 new" in result.output
    assert not (guide / "content" / "events" / "chess-night.md").exists()


def test_what_a_person_has_to_look_at_ends_with_one(guide: Path) -> None:
    (guide / "club.ics").write_bytes(calendar(event("RRULE:FREQ=HOURLY")))
    assert command(guide, "ics", str(guide / "club.ics")).exit_code == 1


def test_without_calendars_in_the_settings_there_is_nothing_to_do(guide: Path) -> None:
    result = command(guide, "ics")
    assert (result.exit_code, result.stderr) == (0, "The settings name no calendars.\n")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["csv"], "import csv FILE --map MAP"),
        (["geojson", "places.geojson"], "import geojson FILE --map MAP"),
        (["ics", "club.ics", "--map", "clubs.yaml"], "--map does not go with ics"),
        (["ics", "club.ics", "--kind", "place"], "--kind event or --kind group"),
        (["ics", "--keep-contacts"], "For the calendars of site.yaml"),
    ],
)
def test_what_does_not_go_together_is_told(guide: Path, typed: list[str], words: str) -> None:
    result = command(guide, *typed)
    assert result.exit_code == 2
    assert words in result.stderr
