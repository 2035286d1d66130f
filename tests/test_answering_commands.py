"""The commands that workflows run read the event from its file, and write where it says."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from builders import TODAY
from built_site import TINY
from click.testing import CliRunner
from fake_forge import FakeForge
from test_answers import MARK, about, event, forge_with, left_behind, on_shelf, png, said_on

from build import cli
from doorstep.answers.answering import PICTURES
from doorstep.forge import GitHub

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.whole


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeForge:
    """A run of a workflow: its event, its repository, and a forge that keeps what is said."""
    made = forge_with()
    monkeypatch.setattr(GitHub, "of_this_run", lambda: made)
    happened(tmp_path, monkeypatch, event())
    monkeypatch.setenv("GITHUB_SERVER_URL", str(tmp_path))
    monkeypatch.setenv("GITHUB_REPOSITORY", "guide")
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "guide.git")], check=True)
    return made


def happened(folder: Path, monkeypatch: pytest.MonkeyPatch, what: dict[str, Any]) -> None:
    (folder / "event.json").write_text(json.dumps(what), encoding="utf-8")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(folder / "event.json"))


def run(*words: str) -> None:
    ran = CliRunner().invoke(cli, words)
    assert ran.exit_code == 0, ran.output


def test_answering_says_it_on_the_change(tmp_path: Path, forge: FakeForge) -> None:
    left = left_behind(tmp_path / "left", about())
    settings = ["--site", str(TINY / "site.yaml"), "--today", TODAY.isoformat()]
    run("answer", "--left", str(left), *settings)
    assert said_on(forge)[0].startswith(MARK)


@pytest.mark.usefixtures("forge")
def test_pictures_go_on_the_shelf_and_come_off_when_the_change_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = left_behind(tmp_path / "left", about())
    png(left / PICTURES)
    run("shelf", "put", "--left", str(left))
    assert len(on_shelf(str(tmp_path / "guide.git"))) == 1
    happened(tmp_path, monkeypatch, {"pull_request": {"number": 1}})
    run("shelf", "take-off")
    assert on_shelf(str(tmp_path / "guide.git")) == []


@pytest.mark.parametrize(
    "words", [["changes"], ["pictures"], ["answer"], ["shelf"], ["shelf", "put"]]
)
def test_every_command_shows_an_example(words: list[str]) -> None:
    said = CliRunner().invoke(cli, [*words, "--help"]).output
    assert f"python build.py {' '.join(words)}" in said
