"""A command begins at once: it reads what it needs, and leaves the rest where it is.

What is counted here takes the same time again and again, at each of the hundred times that somebody
checks what they wrote. A clock would say something else on every computer; counting does not.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from build import COMMANDS_IN, cli
from doorstep.patterns import LatePattern, late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent

TELL = """
import os, runpy, sys
from contextlib import suppress
sys.argv = sys.argv[1:]
sys.path.insert(0, os.path.dirname(sys.argv[0]))
with suppress(SystemExit):
    runpy.run_path(sys.argv[0], run_name="__main__")
print(*sorted(sys.modules), file=sys.stderr)
"""
"""Runs a command as it is, and says in the end what it has imported."""

WITHOUT_A_LIST = f"import importlib.metadata\nimportlib.metadata.distributions = None\n{TELL}"
"""The same, where nobody can find out what else is installed."""

DAY = ("--today", "2026-11-03")

SITE = """\
name: Harbour Row guide
url: https://example.org/guide/
centre: {lat: 53.7020, lon: -3.3000}
help_line: {name: The forum, phone: 020 7946 0123, text: 07700 900123}
forum: {name: The forum}
topics: [{id: company, label: Company}]
audiences: [{id: everyone, label: Everyone}]
"""
ENTRY = """\
---
number: 1
title: Tea and talk
summary: Tea for anyone who would like company.
topics: [company]
for: [everyone]
when: Every Tuesday, 10:30am to midday
where: {name: The hall, address: 1 High Street}
contact: {name: Pat, phone: 0117 496 0123}
checked: 2026-08-16, by phone, Amina
---
Come **as you are**. There is [more to read](https://example.org/tea).
"""

FOR_LATER = {
    *("PIL", "babel", "dateutil", "folium", "holidays", "icalendar", "jinja2", "phonenumbers"),
    *("segno", "weasyprint"),
    # What these start with takes longer than what a small guide needs of them.
    *("asyncio", "http", "multiprocessing", "subprocess"),
    *("doorstep.catalogue", "doorstep.giveaways", "doorstep.importers", "doorstep.views"),
}
"""What a check of a small guide has no use for."""

NOT_FOR_A_PAGE = {
    *("PIL", "dateutil", "folium", "holidays", "icalendar", "segno", "weasyprint"),
    *("asyncio", "http", "multiprocessing", "ssl", "xml.sax"),
    *("doorstep.area_map.drawing", "doorstep.giveaways", "doorstep.importers"),
    *("doorstep.maps.guide_map", "doorstep.outputs.calendars", "doorstep.outputs.maps"),
    *("doorstep.outputs.sheets", "doorstep.pdfs", "doorstep.upkeep", "doorstep.views.home_page"),
}
"""What a page of a group and the search files have no use for."""

MOST_FOR_HELP = 170
MOST_FOR_A_CHECK = 510
OURS_FOR_A_CHECK = 195
MOST_FOR_A_PAGE = 725
OURS_FOR_A_PAGE = 300


def imported(*command: str, at: Path) -> set[str]:
    """Return the names of all modules that a command imports."""
    return set(ran(TELL, *command, at=at).stderr.splitlines()[-1].split())


def ran(program: str, *command: str, at: Path) -> subprocess.CompletedProcess[str]:
    """Run a command within a program; return what it said."""
    words = [sys.executable, "-c", program, str(ROOT / "build.py"), *command]
    return subprocess.run(words, cwd=at, capture_output=True, text=True, check=True)


def small_guide(folder: Path) -> Path:
    (folder / "content" / "groups").mkdir(parents=True)
    (folder / "site.yaml").write_text(SITE, "utf-8")
    (folder / "content" / "groups" / "tea-and-talk.md").write_text(ENTRY, "utf-8")
    return folder


@pytest.fixture(scope="module")
def for_a_check(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return imported("check", *DAY, at=small_guide(tmp_path_factory.mktemp("guide")))


@pytest.fixture(scope="module")
def for_a_page(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What a build imports when all that changed since the last is the text of one entry."""
    guide = small_guide(tmp_path_factory.mktemp("guide"))
    imported("build", *DAY, at=guide)
    entry = guide / "content" / "groups" / "tea-and-talk.md"
    entry.write_text(f"{ENTRY}\nBring a cup.\n", "utf-8")
    return imported("build", *DAY, at=guide)


@pytest.fixture(scope="module")
def for_help(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return imported("--help", at=tmp_path_factory.mktemp("nothing"))


@pytest.mark.whole
def test_a_check_of_a_small_guide_imports_only_what_it_uses(for_a_check: set[str]) -> None:
    assert for_a_check & FOR_LATER == set()


@pytest.mark.whole
def test_a_check_of_a_small_guide_imports_few_modules(for_a_check: set[str]) -> None:
    ours = [name for name in for_a_check if name.startswith("doorstep")]
    assert (len(ours) <= OURS_FOR_A_CHECK, len(for_a_check) <= MOST_FOR_A_CHECK) == (True, True)


@pytest.mark.whole
def test_a_check_does_not_look_through_all_that_is_installed(tmp_path: Path) -> None:
    said = ran(WITHOUT_A_LIST, "check", *DAY, at=small_guide(tmp_path)).stdout
    assert "Everything is fine" in said


@pytest.mark.whole
def test_a_check_reads_no_other_command(for_a_check: set[str]) -> None:
    assert {name for name in for_a_check if name.startswith("doorstep.commands")} == set()


@pytest.mark.whole
def test_a_build_after_one_text_changed_imports_only_what_draws_it(for_a_page: set[str]) -> None:
    assert for_a_page & NOT_FOR_A_PAGE == set()


@pytest.mark.whole
def test_a_build_after_one_text_changed_imports_few_modules(for_a_page: set[str]) -> None:
    ours = [name for name in for_a_page if name.startswith("doorstep")]
    assert (len(ours) <= OURS_FOR_A_PAGE, len(for_a_page) <= MOST_FOR_A_PAGE) == (True, True)


@pytest.mark.whole
def test_of_all_sheets_it_imports_only_which_there_are(for_a_page: set[str]) -> None:
    found = {name for name in for_a_page if name.startswith("doorstep.sheets.")}
    assert found == {"doorstep.sheets.week_subjects"}


@pytest.mark.whole
def test_help_reads_nothing_that_a_guide_is_made_with(for_help: set[str]) -> None:
    makers = {"markdown", "nh3", "pydantic", "yaml", "doorstep.config", "doorstep.entries"}
    assert for_help & (makers | FOR_LATER) == set()
    assert len(for_help) <= MOST_FOR_HELP


def test_every_command_is_where_the_list_says() -> None:
    with cli.make_context("build.py", ["check"]) as context:
        names = cli.list_commands(context)
        found = [cli.get_command(context, name) for name in names]
    assert [command and command.name for command in found] == names
    files = {path.stem for path in (ROOT / "doorstep" / "commands").glob("[a-z]*.py")}
    assert set(COMMANDS_IN) == files


def late_patterns() -> Iterator[tuple[str, LatePattern]]:
    for path in sorted((ROOT / "doorstep").rglob("*.py")):
        if "late_pattern(" in path.read_text("utf-8") and path.name != "patterns.py":
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield from ((name, one) for one in patterns_in(vars(import_module(name)).values()))


def patterns_in(values: object) -> Iterator[LatePattern]:
    for value in values if hasattr(values, "__iter__") else ():
        if isinstance(value, LatePattern):
            yield value
        elif isinstance(value, tuple | list):
            yield from patterns_in(value)
        elif isinstance(value, dict):
            yield from patterns_in(value.values())


def test_every_pattern_that_is_compiled_late_can_be() -> None:
    found = list(late_patterns())
    assert len(found) > 200
    assert [name for name, late in found if not isinstance(late.compiled, re.Pattern)] == []


def test_a_late_pattern_finds_what_any_pattern_finds() -> None:
    late = late_pattern(r"(?P<word>t[a-z]+)", re.IGNORECASE)
    assert vars(late).keys() == {"pattern", "_flags"}
    assert late.sub("-", "Tea and talk") == "- and -"
    assert (late.pattern, late.groupindex["word"]) == (r"(?P<word>t[a-z]+)", 1)
