"""The audit tells a package without holes from one that nobody looked up."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOOKED_UP = {"name": "jinja2", "version": "3.1.6", "vulns": []}
NOT_LOOKED_UP = {"name": "nh3", "version": "0.3", "skip_reason": "not found"}
HOLE = {"id": "PYSEC-2026-1", "fix_versions": ["12.1"], "aliases": [], "description": ""}
WITH_A_HOLE = {"name": "pillow", "version": "11.0", "vulns": [HOLE]}


def told(folder: Path, *packages: dict[str, Any]) -> tuple[int, str]:
    report = folder / "found.json"
    report.write_text(json.dumps({"dependencies": packages, "fixes": []}), encoding="utf-8")
    command = [sys.executable, ROOT / "scripts" / "known_holes.py", report]
    run = subprocess.run(command, capture_output=True, text=True)
    return run.returncode, run.stdout + run.stderr


def test_a_known_hole_is_told_once_with_the_version_that_mends_it(tmp_path: Path) -> None:
    found = told(tmp_path, LOOKED_UP, WITH_A_HOLE, WITH_A_HOLE)
    assert found == (1, "pillow 11.0 has PYSEC-2026-1; mended in 12.1\n")


def test_packages_without_holes_pass_and_those_not_looked_up_are_counted(tmp_path: Path) -> None:
    code, said = told(tmp_path, LOOKED_UP, NOT_LOOKED_UP)
    assert (code, said) == (0, "Looked up 1 packages: no known holes.\nNot looked up: 1.\n")


def test_an_audit_that_could_look_nothing_up_is_skipped_and_not_passed(tmp_path: Path) -> None:
    code, said = told(tmp_path, NOT_LOOKED_UP)
    assert code == 77
    assert "Skipped" in said


def audited(folder: Path, *lines: str) -> tuple[int, str]:
    """Run the script with another program in the place of pip-audit."""
    tools = folder / ".cache" / "audit"
    for made in (tools / "bin", folder / "scripts", folder / "requirements"):
        made.mkdir(parents=True)
    for name in ("audit", "known_holes.py"):
        shutil.copy(ROOT / "scripts" / name, folder / "scripts" / name)
    for place in (tools, folder / "requirements"):
        (place / "audit.txt").touch()
    (tools / "bin" / "python").symlink_to(sys.executable)
    program = tools / "bin" / "pip-audit"
    program.write_text("\n".join(("#!/bin/sh", *lines)), encoding="utf-8")
    program.chmod(0o755)
    run = subprocess.run([folder / "scripts" / "audit"], capture_output=True, text=True)
    return run.returncode, run.stdout + run.stderr


@pytest.mark.parametrize(
    "said", ["requests.exceptions.ProxyError: pypi.org", "Could not connect to PyPI's feed"]
)
def test_a_list_that_cannot_be_reached_is_skipped_and_said(tmp_path: Path, said: str) -> None:
    code, told = audited(tmp_path, f'echo "{said}" >&2', "exit 1")
    assert code == 77
    assert "nothing was looked up, because PyPI's list of known holes could not be had" in told


def test_an_audit_that_falls_for_another_reason_is_not_skipped(tmp_path: Path) -> None:
    assert audited(tmp_path, "echo 'a package has no hash' >&2", "exit 1") == (
        1,
        "a package has no hash\n",
    )


def test_a_hole_is_told_though_the_audit_leaves_as_if_it_fell(tmp_path: Path) -> None:
    found = json.dumps({"dependencies": [WITH_A_HOLE]})
    code, told = audited(tmp_path, f"echo '{found}'", "exit 1")
    assert (code, told) == (1, "pillow 11.0 has PYSEC-2026-1; mended in 12.1\n")


def test_everything_that_is_locked_is_audited() -> None:
    script = (ROOT / "scripts" / "audit").read_text(encoding="utf-8")
    locked = {file.stem for file in (ROOT / "requirements").glob("*.txt")}
    listed = script.split("for list in ")[1].split(";")[0].split()
    assert set(listed) == locked
