"""The check-up command: the same round as a sheet to print, as Markdown and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build import cli

TINY = Path(__file__).parent / "sites" / "tiny"
A_GUIDE = ["--site", str(TINY / "site.yaml"), "--content", str(TINY / "content")]
ON = ["--today", "2027-03-15"]
"""A day when much of the small guide is due."""


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, [*words, *A_GUIDE, *ON, "--jobs", "1"])


def test_the_sheet_is_one_file_that_asks_no_other_for_anything(tmp_path: Path) -> None:
    out = tmp_path / "sheet.html"
    result = run("check-up", "--out", str(out))
    page = out.read_text(encoding="utf-8")
    assert result.output == f"The check-up sheet is in {out}. Open it, and print it.\n"
    assert "Check-up: Lantern Lane forum" in page
    loaded = re.findall(
        r'<(?:script|link rel="(?:stylesheet|icon)")[^>]+(?:src|href)="(\w+:)', page
    )
    assert set(loaded) == {"data:"}


def test_links_on_the_sheet_lead_to_the_published_guide(tmp_path: Path) -> None:
    out = tmp_path / "sheet.html"
    run("check-up", "--out", str(out))
    led = re.findall(r'<a [^>]*href="([^"]+)"', out.read_text(encoding="utf-8"))
    assert not [address for address in led if address.startswith("/")]
    assert "https://lantern-lane.example.org/guide/print/" in led


def test_markdown_goes_to_standard_output() -> None:
    assert "## To make sure of" in run("check-up", "--format", "markdown").output


def test_json_goes_to_standard_output() -> None:
    assert json.loads(run("check-up", "--format", "json").output)["day"] == "2027-03-15"


@pytest.mark.parametrize("command", ["round", "reminders", "visit", "links", "schedules"])
def test_every_upkeep_command_shows_an_example(command: str) -> None:
    said = CliRunner().invoke(cli, ["upkeep", command, "--help"]).output
    assert f"python build.py upkeep {command}" in said


def test_what_was_visited_is_handed_on_in_a_file(tmp_path: Path) -> None:
    out = tmp_path / "links.json"
    assert run("upkeep", "visit", "--into", str(out)).output == (
        "Visited 0 addresses. 0 need a look.\n"
    )
    assert json.loads(out.read_text(encoding="utf-8")) == []
