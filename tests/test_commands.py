"""The commands that the README promises are there, and install exactly what is pinned."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[1].split())  # type: ignore[index]
LOCKS = ["site", "test", "map", "pdf", "lock"]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
SYSTEMS = ["linux", "darwin"]

every_lock = pytest.mark.parametrize("name", LOCKS)


def requirements(name: str) -> str:
    return (ROOT / "requirements" / name).read_text("utf-8")


def pins(name: str) -> dict[str, str]:
    pinned = re.findall(r"^([a-z0-9._-]+)==(\S+)", requirements(f"{name}.txt"), re.MULTILINE)
    return dict(pinned)


def names(lines: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in lines}


def asked_for(name: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lists = {"site": project["dependencies"], "test": project["optional-dependencies"]["test"]}
    return [str(line) for line in lists[name]]


def locked_here(name: str) -> list[metadata.Distribution]:
    """The packages installed here at their pinned version, to ask what they need."""
    locked = pins(name)
    here = metadata.distributions()
    return [dist for dist in here if locked.get(canonicalize_name(dist.name)) == dist.version]


def needs(dist: metadata.Distribution, python: str, system: str) -> set[str]:
    where = {"python_version": python, "python_full_version": f"{python}.0", "extra": ""}
    where |= {"sys_platform": system, "platform_system": system.title()}
    asked = [Requirement(line) for line in dist.requires or []]
    return {
        canonicalize_name(each.name)
        for each in asked
        if each.marker is None or each.marker.evaluate(where)
    }


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True
    )


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_the_readme_begins_with_make_site_and_make_test() -> None:
    commands = re.findall(r"^    (\S.*)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert commands[:2] == ["make site", "make test"]


def test_every_command_is_explained_in_help() -> None:
    listed = re.findall(r"^make ([\w-]+) +\S", run("make", "help").stdout, re.MULTILINE)
    assert set(listed) == TARGETS


def test_make_alone_says_what_there_is() -> None:
    assert run("make").stdout == run("make", "help").stdout


@pytest.mark.parametrize(
    "file",
    ["README.md", "CHANGELOG.md", ".ci/run", ".github/workflows/check.yml"],
)
def test_every_command_that_is_written_about_exists(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    mentioned = set(re.findall(r"(?:^ *|`|run: )make ([a-z]+)", text, re.MULTILINE))
    assert mentioned
    assert mentioned <= TARGETS


def test_the_gate_runs_the_same_commands_as_a_person() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("make")] == [
        *("make lint", "make test"),
        *("make fuzz", "make audit"),
    ]


@pytest.mark.parametrize("name", ["site", "test"])
def test_the_names_to_pin_are_those_of_pyproject(name: str) -> None:
    lines = [line for line in requirements(f"{name}.in").splitlines() if line[0] not in "#-"]
    assert lines == asked_for(name)


@pytest.mark.parametrize("name", ["site", "test"])
def test_everything_asked_for_is_pinned(name: str) -> None:
    assert names(asked_for(name)) <= set(pins(name))


@every_lock
def test_every_pinned_package_is_known_by_its_hash(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z])", requirements(f"{name}.txt"))[1:]
    assert len(blocks) == len(pins(name))
    assert all("--hash=sha256:" in block for block in blocks)


@every_lock
def test_a_lock_leaves_it_to_each_computer_where_packages_come_from(name: str) -> None:
    assert not re.search(r"://|index-url|find-links|trusted-host", requirements(f"{name}.txt"))


def test_tests_run_with_the_packages_that_the_site_is_made_with() -> None:
    assert pins("site").items() <= pins("test").items()


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_no_python_needs_more_than_is_pinned(python: str, system: str) -> None:
    here = locked_here("test")
    assert here
    needed = {name for dist in here for name in needs(dist, python, system)}
    assert needed <= set(pins("test"))


def test_everything_pinned_runs_on_the_oldest_python_that_is_promised() -> None:
    limits = {
        dist.name: SpecifierSet(dist.metadata["Requires-Python"])
        for dist in locked_here("test")
        if "Requires-Python" in dist.metadata
    }
    assert [name for name, limit in limits.items() if "3.11.0" not in limit] == []


def test_an_old_python_is_turned_down_in_plain_words(tmp_path: Path) -> None:
    old = program(tmp_path / "python3.9", "exit 1")
    answer = run("scripts/find-python", PYTHON=str(old))
    assert answer.returncode == 1
    assert "Doorstep needs Python 3.11 or newer" in answer.stderr


def test_an_old_python3_is_passed_over_for_a_newer_one(tmp_path: Path) -> None:
    program(tmp_path / "python3", "exit 1")
    program(tmp_path / "python3.14", "exit 127")
    program(tmp_path / "python3.12", "exit 0")
    answer = run("/bin/sh", "scripts/find-python", PYTHON="", PATH=f"{tmp_path}:/usr/bin:/bin")
    assert answer.stdout == "python3.12\n"


def test_a_python_without_venv_is_told_which_package_to_install(tmp_path: Path) -> None:
    bare = 'case "$2" in *ensurepip*) exit 1;; *print*) echo 3.12;; esac'
    python = program(tmp_path / "python3", bare)
    answer = run("scripts/make-venv", tmp_path / "venv", PYTHON=str(python))
    assert answer.returncode == 1
    assert "sudo apt install python3.12-venv" in answer.stderr


def test_a_browser_that_does_not_answer_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path / ".venv" / "bin" / "python", "exit 0")
    (tmp_path / "scripts").mkdir()
    script = shutil.copy(ROOT / "scripts" / "find-browser", tmp_path / "scripts")
    program(tmp_path / "chromium", "exit 1")
    program(tmp_path / "chromium-browser", "exit 1")
    chrome = program(tmp_path / "google-chrome", "exit 0")
    answer = run(script, PATH=f"{tmp_path}:/usr/bin:/bin")
    assert answer.stdout == f"{chrome}\n"


def test_publishing_tells_the_address_and_where_to_say_what_was_left_out() -> None:
    commands = run("make", "--dry-run", "pages").stdout
    assert 'build.py build --pdf --url "$SITE_URL" --summary "$GITHUB_STEP_SUMMARY"\n' in commands


@pytest.mark.parametrize("url", ["nonsense here", "javascript:alert(1)"])
def test_an_address_that_is_none_is_a_wrong_use_of_the_command(url: str) -> None:
    asked = [sys.executable, "build.py", "build", "--url", url]
    assert subprocess.run(asked, cwd=ROOT, capture_output=True, check=False).returncode == 2


def test_settings_that_cannot_be_read_are_told_in_the_form_that_was_asked_for() -> None:
    asked = [sys.executable, "build.py", "check", "--site", "no-site.yaml", "--format", "json"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, check=False)
    assert told.returncode == 1
    assert json.loads(told.stdout)[0]["rule"] == "file-readable"
