"""The same content and the same day give the same bytes, whatever makes them and wherever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from built_site import REPOSITORY, TINY, Site, build

from doorstep import workers

pytestmark = pytest.mark.whole

OPTIONS = {
    "--site": str(TINY / "site.yaml"),
    "--content": str(TINY / "content"),
    "--today": "2026-11-22",
}


def built_elsewhere(folder: Path, **surroundings: str) -> Site:
    """Build the small guide as a person does, in this folder and with these surroundings."""
    options = [
        word for pair in (OPTIONS | {"--out": str(folder / "_site")}).items() for word in pair
    ]
    command = [sys.executable, str(REPOSITORY / "build.py"), "build", *options]
    kept = {name: os.environ[name] for name in ("PATH", "GIT_CEILING_DIRECTORIES")}
    environment = kept | {"PYTHONPATH": str(REPOSITORY)} | surroundings
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return Site(folder / "_site")


@pytest.mark.parametrize("jobs", [2, 4])
def test_any_number_of_processes_makes_the_same_site(
    tiny: Site, tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "FEW", 2)
    assert build(TINY, tmp_path / "_site", jobs=jobs).files == tiny.files


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
        {"TZ": "America/Los_Angeles", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"LANGUAGE": "ar", "LC_ALL": "ar_EG.UTF-8", "PYTHONHASHSEED": "random"},
    ],
    ids=["far-east", "far-west", "far-south"],
)
def test_any_clock_language_and_folder_makes_the_same_site(
    tiny: Site, tmp_path: Path, surroundings: dict[str, str]
) -> None:
    assert built_elsewhere(tmp_path, **surroundings).files == tiny.files


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
