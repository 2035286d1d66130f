"""The workflows of .github/ do what they promise, with as little power as that takes."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.whole

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
NOT_HERE = 77

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Path) -> dict[str, Any]:
    # The base loader leaves "on" as a word, where YAML 1.1 would make it true.
    workflow: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return workflow


def read_named(name: str) -> dict[str, Any]:
    return read(ROOT / ".github" / "workflows" / f"{name}.yml")


def steps_of(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", [])]


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    options = ["--quiet", "--offline", "--strict-collection", "--persona", "auditor"]
    run = subprocess.run([zizmor, *options, ".github"], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_actionlint_finds_nothing() -> None:
    run = subprocess.run([ROOT / "scripts" / "actionlint"], capture_output=True, text=True)
    if run.returncode == NOT_HERE:
        pytest.skip(run.stderr.strip())
    assert run.returncode == 0, run.stdout + run.stderr


@every_workflow
def test_actions_are_pinned_by_commit_with_their_tag_beside_it(path: Path) -> None:
    pinned = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    used = re.findall(r"uses: +(.+)", path.read_text("utf-8"))
    outside = [action for action in used if not action.startswith("./")]
    assert [action for action in outside if not pinned.fullmatch(action)] == []


def test_an_action_is_at_one_version_everywhere() -> None:
    text = "".join(path.read_text("utf-8") for path in WORKFLOWS)
    pins = set(re.findall(r"uses: +(actions/.+)", text))
    assert len(pins) == len({pin.partition("@")[0] for pin in pins})


@every_workflow
def test_a_workflow_starts_with_no_permissions(path: Path) -> None:
    assert read(path)["permissions"] == {}


@every_workflow
def test_only_what_deploys_or_keeps_what_was_fetched_may_write(path: Path) -> None:
    writers = {
        (name, scope)
        for name, job in read(path)["jobs"].items()
        for scope, access in job["permissions"].items()
        if access == "write"
    }
    deploying = {("deploy", "pages"), ("deploy", "id-token")}
    calling = {("publish", "pages"), ("publish", "id-token")}
    keeping = {("calendars", "contents")}
    offering = {("fetch", "contents"), ("fetch", "pull-requests")}
    allowed = {"publish": deploying, "nightly": calling | keeping, "area-map": offering}
    assert writers == allowed.get(path.stem, set())


def test_what_fetches_calendars_is_handed_no_token() -> None:
    steps = read_named("nightly")["jobs"]["calendars"]["steps"]
    handed = [step.get("run") for step in steps if "github.token" in str(step)]
    assert handed == ["scripts/keep-calendars"]


def test_what_fetches_streets_is_handed_no_token_and_runs_by_hand_only() -> None:
    workflow = read_named("area-map")
    handed = [step.get("run") for step in steps_of(workflow) if "github.token" in str(step)]
    assert handed == ["scripts/offer-streets"]
    assert set(workflow["on"]) == {"workflow_dispatch"}


@every_workflow
def test_no_checkout_leaves_a_token_behind(path: Path) -> None:
    checkouts = [step for step in steps_of(read(path)) if "actions/checkout" in str(step)]
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_publishing_waits_for_the_calendars_and_goes_on_without_them() -> None:
    publish = read_named("nightly")["jobs"]["publish"]
    assert (publish["needs"], publish["if"]) == ("calendars", "${{ !cancelled() }}")


def test_publish_takes_the_newest_of_its_branch_with_what_was_just_kept() -> None:
    checkout = steps_of(read_named("publish"))[0]
    assert checkout["with"]["ref"] == "${{ github.ref }}"


@every_workflow
def test_strangers_words_never_stand_in_a_script_line(path: Path) -> None:
    scripts = [step["run"] for step in steps_of(read(path)) if "run" in step]
    assert not any("${{" in script for script in scripts)


@every_workflow
def test_a_job_that_hangs_is_stopped(path: Path) -> None:
    own_jobs = [job for job in read(path)["jobs"].values() if "uses" not in job]
    assert all(int(job["timeout-minutes"]) <= 30 for job in own_jobs)


@every_workflow
def test_a_strangers_change_is_never_run_with_the_guides_own_power(path: Path) -> None:
    assert not {"pull_request_target", "workflow_run"} & set(read(path)["on"])


def test_only_nightly_has_a_schedule_and_nothing_else_starts_it() -> None:
    scheduled = {
        path.stem: set(read(path)["on"]) for path in WORKFLOWS if "schedule" in read(path)["on"]
    }
    assert scheduled == {"nightly": {"schedule"}}


def test_the_schedule_avoids_the_busy_minutes() -> None:
    minute = int(read_named("nightly")["on"]["schedule"][0]["cron"].split()[0])
    assert minute % 5 != 0


def test_nightly_calls_publish_with_all_that_its_jobs_ask_for() -> None:
    call = read_named("nightly")["jobs"]["publish"]
    asked = [job["permissions"] for job in read_named("publish")["jobs"].values()]
    assert call["uses"] == "./.github/workflows/publish.yml"
    assert call["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert set(call["permissions"]) == {scope for permissions in asked for scope in permissions}


def test_publish_runs_on_a_merge_by_hand_and_when_called() -> None:
    triggers = read_named("publish")["on"]
    assert set(triggers) == {"push", "workflow_dispatch", "workflow_call"}
    assert triggers["push"] == {"branches": ["main"]}


def test_publish_fetches_the_whole_history() -> None:
    checkouts = [
        step
        for step in steps_of(read_named("publish"))
        if "actions/checkout" in step.get("uses", "")
    ]
    assert [step["with"]["fetch-depth"] for step in checkouts] == ["0"]


def test_publish_builds_for_the_address_that_pages_gives() -> None:
    build = next(
        step for step in steps_of(read_named("publish")) if step.get("run") == "make pages"
    )
    assert build["env"] == {"SITE_URL": "${{ steps.address.outputs.base_url }}"}


def test_publishing_is_never_cut_short_by_a_later_run() -> None:
    assert read_named("publish")["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_problems_in_a_change_are_shown_on_its_lines() -> None:
    scripts = [step.get("run") for step in steps_of(read_named("check"))]
    assert 'make check ARGS="--format github"' in scripts
