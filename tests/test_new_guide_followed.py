"""docs/start-a-guide.md, followed word for word, ends in a guide of one's own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from built_site import Site
from shipped import needs_the_example
from test_new_guide_starting import INVENTED
from test_workflows import read_named, steps_of

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "start-a-guide.md").read_text("utf-8")
NOT_COPIED = (".git", ".venv", "_site*", ".cache", "__pycache__", ".*_cache", ".hypothesis")
OWN = re.compile(r"content/|site\.yaml$|\.github/ISSUE_TEMPLATE/")

whole = pytest.mark.whole


@cache
def start() -> dict[str, Any]:
    return read_named("start")


def inputs() -> dict[str, dict[str, str]]:
    boxes: dict[str, dict[str, str]] = start()["on"]["workflow_dispatch"]["inputs"]
    return boxes


def boxes_of_the_page() -> dict[str, str]:
    """Return the page's five boxes, each with the answer it gives as an example."""
    rows = re.findall(r"^\| ([^|]+\?) \|[^|]+\| (?:`(.+)`)? ?\|$", PAGE, re.MULTILINE)
    return dict(rows)


def answers() -> dict[str, str]:
    """Return what somebody who follows the page writes into each input of the workflow."""
    told = list(boxes_of_the_page().values())
    return dict(zip(inputs(), told, strict=True))


def test_the_page_has_the_boxes_that_the_workflow_shows_in_their_order() -> None:
    shown = [box["description"] for box in inputs().values()]
    pairs = zip(shown, boxes_of_the_page(), strict=True)
    assert [one for one, box in pairs if not one.startswith(box)] == []


def test_only_the_box_that_the_page_leaves_empty_may_be_empty() -> None:
    empty = {name for name, answer in answers().items() if not answer}
    assert empty == {name for name, box in inputs().items() if box["required"] == "false"}


def test_the_page_names_the_workflows_and_jobs_as_they_are_called() -> None:
    assert f"press **{start()['name']}**" in PAGE
    named = {job["name"] for job in start()["jobs"].values()}
    assert set(re.findall(r"\*\*beside “(.+?)”\*\*", PAGE)) == named
    for name in ("publish", "area-map", "upkeep"):
        assert f"**{read_named(name)['name']}**" in PAGE


def test_every_page_that_it_leads_to_is_there() -> None:
    names = re.findall(r"\]\(([^)]+)\)", PAGE)
    assert names
    assert [name for name in names if not (ROOT / "docs" / name).is_file()] == []


def test_each_input_reaches_the_command_as_a_variable_and_never_in_a_script() -> None:
    making, keeping = (step for step in steps_of(start()) if "run" in step)
    assert making["env"] == {
        f"GUIDE_{name.upper()}": f"${{{{ inputs.{name} }}}}" for name in inputs()
    }
    assert (making["run"], keeping["run"]) == ("make guide", "scripts/keep-guide")


def test_what_reads_the_answers_is_handed_no_token_and_runs_by_hand_only() -> None:
    handed = [step.get("run") for step in steps_of(start()) if "github.token" in str(step)]
    assert handed == ["scripts/keep-guide"]
    assert set(start()["on"]) == {"workflow_dispatch"}


def test_what_was_kept_is_published_by_the_same_run() -> None:
    publish = start()["jobs"]["publish"]
    assert (publish["needs"], publish["uses"]) == ("start", "./.github/workflows/publish.yml")
    assert publish["permissions"] == read_named("nightly")["jobs"]["publish"]["permissions"]


def test_the_example_is_never_cleared_where_others_copy_it_from() -> None:
    assert start()["jobs"]["start"]["if"] == "${{ !github.event.repository.is_template }}"


def run(folder: Path, *command: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command as the workflow's computer does, with nothing of this one's own settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    who = {
        f"GIT_{one}_{what}": "a@b" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        command, cwd=folder, env=kept | who | more, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def installed(folder: Path) -> Path:
    """Let make find everything installed there, as it is where these tests run."""
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    shutil.copy(folder / "requirements" / "site.txt", folder / ".venv" / "site.txt")
    return folder


def template(folder: Path) -> Path:
    """Copy this repository as it stands, what is not kept yet too, as "Use this template" would."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    run(folder, "git", "init", "--quiet", "--initial-branch", "main")
    run(folder, "git", "add", "--all")
    run(folder, "git", "commit", "--quiet", "--message", "Initial commit")
    return folder


class Followed:
    """A guide that was started on GitHub by following the page."""

    def __init__(self, folder: Path) -> None:
        self.template = template(folder / "template")
        self.server = folder / "server"
        self.kept = self.server / "elm-park" / "guide.git"
        run(folder, "git", "clone", "--quiet", "--bare", self.template, self.kept)
        self.summary = folder / "summary.md"
        self._run_by_hand(folder / "runner")
        self.guide = folder / "guide"
        run(folder, "git", "clone", "--quiet", self.kept, self.guide)

    def _run_by_hand(self, runner: Path) -> None:
        run(runner.parent, "git", "clone", "--quiet", "--depth", "1", f"file://{self.kept}", runner)
        installed(runner)
        surroundings = {
            "GITHUB_REPOSITORY": "elm-park/guide",
            "GITHUB_SERVER_URL": str(self.server),
            "GITHUB_REF": "refs/heads/main",
            "GITHUB_STEP_SUMMARY": str(self.summary),
        }
        for step in steps_of(start()):
            if "run" in step:
                run(runner, *step["run"].split(), **surroundings, **self._env(step))

    @staticmethod
    def _env(step: dict[str, Any]) -> dict[str, str]:
        """Return what GitHub puts in the place of ${{ … }} in the surroundings of a step."""
        told = {f"${{{{ inputs.{name} }}}}": answer for name, answer in answers().items()}
        told["${{ github.token }}"] = "a-token"
        return {name: told[value] for name, value in step["env"].items()}

    def build(self, *words: str) -> str:
        """Run a command of the guide that was kept, and return what it says."""
        return run(self.guide, sys.executable, "build.py", *words).stdout


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    return Followed(tmp_path_factory.mktemp("followed"))


@pytest.fixture(scope="module")
def site(followed: Followed) -> Site:
    followed.build("build", "--strict")
    return Site(followed.guide / "_site")


@needs_the_example
@whole
def test_only_what_is_ones_own_is_changed(followed: Followed) -> None:
    asked = ("git", "diff", "--name-only", "--no-renames", "HEAD~1")
    changed = run(followed.guide, *asked).stdout.splitlines()
    assert "site.yaml" in changed
    assert [name for name in changed if not OWN.match(name)] == []


@needs_the_example
@whole
def test_the_run_says_what_it_read_and_where_the_guide_will_be(followed: Followed) -> None:
    said = followed.summary.read_text("utf-8")
    assert said.startswith("## Elm Park guide has begun\n\nIt will be at <https://elm-park.github")
    assert "| Help line | Elm Park forum, phone 01632 960 123, or text 07700 900 123." in said


@needs_the_example
@whole
def test_there_is_nothing_to_mend_in_it(followed: Followed) -> None:
    assert followed.build("check") == "Everything is fine.\n"


@needs_the_example
@whole
def test_nothing_in_it_is_the_examples(site: Site) -> None:
    found = {name for name, content in site.files.items() if INVENTED.search(_text(content))}
    assert found == set()
    assert "This is an example" not in site.page("").words


def _text(content: bytes) -> str:
    return content.decode("utf-8", "ignore")


@needs_the_example
@whole
def test_its_forms_give_its_own_name_and_number(followed: Followed) -> None:
    forms = sorted((followed.guide / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    assert forms
    texts = [form.read_text("utf-8") for form in forms]
    assert [text for text in texts if "Harbour Row" in text or "7946 0123" in text] == []
    assert [text for text in texts if "01632 960 123" in text] != []


@needs_the_example
@whole
def test_every_page_says_whom_to_phone_and_leads_to_pages_that_are_there(site: Site) -> None:
    for page in site.whole_pages:
        linked = {href.partition("#")[0].partition("?")[0] for _, href in page.links()}
        inside = {href.removeprefix("/guide/") for href in linked if href.startswith("/guide/")}
        missing = {path for path in inside if not ({path, f"{path}index.html"} & set(site.files))}
        assert (page.path, missing) == (page.path, set())
    assert "01632 960 123" in site.text("index.html").replace("\xa0", " ")


@needs_the_example
@whole
def test_newer_software_is_taken_in_as_the_page_says(followed: Followed, tmp_path: Path) -> None:
    newer, guide = followed.template, installed(followed.guide)
    (newer / "NEW.md").write_text("New.", "utf-8")
    (newer / "SECURITY.md").unlink()
    (newer / "content" / "pages" / "about.md").write_text("---\ntitle: Theirs\n---\n", "utf-8")
    run(newer, "git", "add", "--all")
    run(newer, "git", "commit", "--quiet", "--message", "Newer")
    own = (guide / "content" / "pages" / "about.md").read_text("utf-8")
    _keep(guide, "calendars/library.ics")
    (lines,) = re.findall(r"```bash\n(git fetch.+?)```", PAGE, re.DOTALL)
    script = tmp_path / "newer.sh"
    script.write_text(f"set -e\n{lines.replace('ADDRESS', str(newer))}", "utf-8")
    run(guide, "bash", script)
    assert (guide / "NEW.md").exists()
    assert not (guide / "SECURITY.md").exists()
    assert (guide / "content" / "pages" / "about.md").read_text("utf-8") == own
    assert (guide / "calendars" / "library.ics").exists()
    assert run(guide, "git", "status", "--porcelain").stdout == ""
    assert not (guide / "content" / "groups").exists()


def _keep(guide: Path, name: str) -> None:
    """Put a file into the guide as the nightly workflow does."""
    (guide / name).parent.mkdir(exist_ok=True)
    (guide / name).write_text("BEGIN:VCALENDAR", "utf-8")
    run(guide, "git", "add", "--all")
    run(guide, "git", "commit", "--quiet", "--message", "Calendars")
