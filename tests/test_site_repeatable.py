"""The same content and the same day give the same bytes, whatever makes them and wherever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from built_site import REPOSITORY, TINY, Site, build
from shipped import needs_the_example

from doorstep import workers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

pytestmark = pytest.mark.whole
hard = pytest.mark.hard

KEPT = ("PATH", "GIT_CEILING_DIRECTORIES")


@dataclass(frozen=True)
class Elsewhere:
    """Another machine, user or way to say the same, which should make no difference."""

    name: str
    env: Mapping[str, str] = field(default_factory=dict)
    python: tuple[str, ...] = ()
    jobs: int = 1
    umask: int = 0o022
    is_relative: bool = False

    def build(self, guide: Path, folder: Path) -> Site:
        """Build a guide as a person does there, in this folder."""
        folder.mkdir(parents=True, exist_ok=True)
        names = {"--site": guide / "site.yaml", "--content": guide / "content"}
        names["--out"] = folder / "_site"
        words = [word for name, path in names.items() for word in (name, self._named(path, folder))]
        build = [sys.executable, *self.python, str(REPOSITORY / "build.py"), "build"]
        subprocess.run(
            [*build, *words, "--today", "2026-11-22", "--jobs", str(self.jobs)],
            cwd=folder,
            env={name: os.environ[name] for name in KEPT if name in os.environ} | self.env,
            umask=self.umask,
            check=True,
            capture_output=True,
        )
        return Site(folder / "_site")

    def _named(self, path: Path, folder: Path) -> str:
        return os.path.relpath(path, folder) if self.is_relative else str(path)


FAR_EAST = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "0"}
FAR_WEST = {"TZ": "America/Los_Angeles", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"}
FAR_SOUTH = {"LANGUAGE": "ar", "LC_ALL": "ar_EG.UTF-8", "PYTHONHASHSEED": "random"}
SOMEBODY = {"HOME": "/nowhere", "USER": "zuleika", "LOGNAME": "zuleika", "TMPDIR": "/nowhere"}
ANOTHER_GIT = {
    "GIT_AUTHOR_DATE": "1999-01-01T00:00:00Z",
    "GIT_PAGER": "cat",
    "GIT_DIR": "/nowhere",
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "log.date",
    "GIT_CONFIG_VALUE_0": "human",
}
FEW = [
    Elsewhere("far east", FAR_EAST, umask=0o077, is_relative=True),
    Elsewhere("far west", FAR_WEST | SOMEBODY, jobs=3),
    Elsewhere("far south", FAR_SOUTH, python=("-O",), umask=0),
]
MANY = [
    *(Elsewhere(f"hash seed {seed}", {"PYTHONHASHSEED": str(seed)}) for seed in (2, 3, 4294967295)),
    *(Elsewhere(f"zone {zone}", {"TZ": zone}) for zone in ("Asia/Kolkata", "America/St_Johns")),
    *(Elsewhere(f"words {words}", {"LC_ALL": words}) for words in ("tr_TR.UTF-8", "C", "xx_YY")),
    *(Elsewhere(f"{jobs} processes", jobs=jobs) for jobs in (2, 3, 8)),
    Elsewhere("closed to others", umask=0o777, jobs=2),
    Elsewhere("no checks of our own", python=("-OO", "-X", "utf8=0")),
    Elsewhere("another git", ANOTHER_GIT),
    Elsewhere("nobody's home", SOMEBODY, is_relative=True),
]
"""What is tried on the example, which is large enough to be shared out."""


@pytest.mark.parametrize("jobs", [2, 4])
def test_any_number_of_processes_makes_the_same_site(
    tiny: Site, tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "FEW", 2)
    assert build(TINY, tmp_path / "_site", jobs=jobs).files == tiny.files


@pytest.mark.parametrize("elsewhere", FEW, ids=lambda one: one.name)
def test_any_clock_language_and_folder_makes_the_same_site(
    tiny: Site, tmp_path: Path, elsewhere: Elsewhere, tried: Callable[[str, int], None]
) -> None:
    tried("The same guide built elsewhere, byte for byte", 1)
    assert elsewhere.build(TINY, tmp_path / "there").files == tiny.files


@hard
@needs_the_example
def test_any_machine_makes_the_same_of_the_example(
    tmp_path: Path, tried: Callable[[str, int], None]
) -> None:
    here = Elsewhere("here").build(REPOSITORY, tmp_path / "here").files
    for elsewhere in (*FEW, *MANY):
        there = elsewhere.build(REPOSITORY, tmp_path / "there").files
        tried("The same guide built elsewhere, byte for byte", 1)
        differing = [
            path for path in here.keys() | there.keys() if here.get(path) != there.get(path)
        ]
        assert (elsewhere.name, sorted(differing)) == (elsewhere.name, [])


def test_files_that_were_made_in_another_order_make_the_same_site(
    tiny: Site, tmp_path: Path
) -> None:
    for file in sorted((one for one in TINY.rglob("*") if one.is_file()), reverse=True):
        copy = tmp_path / "guide" / file.relative_to(TINY)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    assert build(tmp_path / "guide", tmp_path / "_site").files == tiny.files


def test_a_second_build_over_the_first_makes_the_same_site(tiny: Site, tmp_path: Path) -> None:
    build(TINY, tmp_path / "_site")
    assert build(TINY, tmp_path / "_site").files == tiny.files
