"""import issue: a file that GitHub writes of a form -> one entry on disk, and a report."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from checks_page import TINY
from click.testing import CliRunner, Result
from form_events import event

from doorstep.commands.importing import import_list

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "guide")
    return tmp_path / "guide"


def run(guide: Path, told: dict[str, Any], *options: str) -> Result:
    file = guide.parent / "event.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    of_guide = ["--site", str(guide / "site.yaml"), "--into", str(guide / "content")]
    arguments = ["issue", str(file), *of_guide, "--today", "2026-11-22", *options]
    return CliRunner().invoke(import_list, arguments)


NEW = event("add-group", {"title": "Knitting bee", "when": "Fri 2-4pm"})


def test_a_new_entry_is_written_and_told(guide: Path) -> None:
    result = run(guide, NEW)
    assert (result.exit_code, result.output.splitlines()) == (
        0,
        [
            "groups/knitting-bee.md: Knitting bee",
            "We changed “Fri 2-4pm” to “Every Friday, 2pm to 4pm”.",
        ],
    )
    written = (guide / "content/groups/knitting-bee.md").read_text(encoding="utf-8")
    assert written == "---\ntitle: Knitting bee\nwhen: Every Friday, 2pm to 4pm\n---\n"


def test_a_dry_run_writes_nothing(guide: Path) -> None:
    assert run(guide, NEW, "--dry-run").exit_code == 0
    assert not (guide / "content/groups/knitting-bee.md").exists()


def test_the_same_form_again_goes_into_the_same_file(guide: Path) -> None:
    run(guide, NEW)
    again = event("add-group", {"title": "Knitting for all", "cost": "Free"})
    assert run(guide, again, "--slug", "knitting-bee").exit_code == 0
    assert not (guide / "content/groups/knitting-for-all.md").exists()
    assert "Knitting for all" in (guide / "content/groups/knitting-bee.md").read_text("utf-8")


def test_what_needs_the_person_is_told_and_answered_for(guide: Path) -> None:
    unclear = event("add-event", {"title": "Knitting bee", "when": "10.30 - 12"})
    result = run(guide, unclear)
    assert result.exit_code == 1
    assert (
        "1 thing needs the person who sent it: “When” does not say on which day." in result.output
    )
    assert run(guide, unclear | {"replies": ["Tuesday"]}, "--slug", "knitting-bee").exit_code == 0


def test_words_for_a_person_are_shown(guide: Path) -> None:
    result = run(guide, event("tell-us", {"words": "The clinic\nhas moved"}))
    assert result.exit_code == 0
    assert result.output.endswith("for a person to act on.\n  The clinic\n  has moved\n")


def test_nothing_of_a_secret_is_shown(guide: Path) -> None:
    result = run(guide, event("change-group", {"entry": "34", "address": "12 Beacon Terrace"}))
    assert result.exit_code == 1
    assert "Beacon" not in result.output
    assert "020 7946 0123" in result.output


def test_an_issue_that_is_none_of_our_forms_is_left_alone(guide: Path) -> None:
    result = run(guide, event("tell-us", {}, body="Hello"))
    assert (result.exit_code, result.output) == (
        0,
        "This is none of the guide's forms, so nothing was written.\n",
    )


@pytest.mark.parametrize("told", [{}, {"issue": {"title": "x"}}])
def test_a_file_that_tells_of_no_form_is_wrong_use(guide: Path, told: dict[str, Any]) -> None:
    assert run(guide, told).exit_code == 2


@pytest.mark.parametrize("slug", ["../x", "Tea", ".tea"])
def test_a_name_that_is_none_is_wrong_use(guide: Path, slug: str) -> None:
    assert run(guide, NEW, "--slug", slug).exit_code == 2
