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

SITE = """\
name: Harbour Row guide
url: https://example.org/guide/
centre: {lat: 53.7020, lon: -3.3000}
help_line: {name: The forum, phone: 020 7946 0123}
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

MOST_FOR_HELP = 170
MOST_FOR_A_CHECK = 510
OURS_FOR_A_CHECK = 195


def imported(*command: str, at: Path) -> set[str]:
    """Return the names of all modules that a command imports."""
    words = [sys.executable, "-c", TELL, str(ROOT / "build.py"), *command]
    done = subprocess.run(words, cwd=at, capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture(scope="module")
def for_a_check(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("guide")
    (folder / "content" / "groups").mkdir(parents=True)
    (folder / "site.yaml").write_text(SITE, "utf-8")
    (folder / "content" / "groups" / "tea-and-talk.md").write_text(ENTRY, "utf-8")
    return imported("check", "--today", "2026-11-03", at=folder)


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
def test_a_check_reads_no_other_command(for_a_check: set[str]) -> None:
    assert {name for name in for_a_check if name.startswith("doorstep.commands")} == set()


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
