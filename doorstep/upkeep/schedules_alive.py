"""Workflows that run by the clock -> asked for again, so that GitHub does not switch them off.

GitHub switches schedules off when nobody has changed anything in a repository for 60 days. Asking
for a workflow that is on to be on counts as a sign of life, and needs no change to any file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from doorstep.forge import Forge

ASKED_FOR = frozenset({"active", "disabled_inactivity"})
"""What a workflow may be: one that a person switched off stays off."""


def keep_alive(forge: Forge, workflows: Path) -> tuple[str, ...]:
    """Ask for every workflow with a schedule to go on; return their files' names, in order."""
    states = {_file(one): str(one["state"]) for one in _known(forge)}
    kept = [name for name in scheduled(workflows) if states.get(name) in ASKED_FOR]
    for name in kept:
        forge.send("PUT", f"actions/workflows/{name}/enable")
    return tuple(kept)


def scheduled(workflows: Path) -> list[str]:
    """Return the names of the workflows' files that run by the clock."""
    files = sorted(workflows.glob("*.yml"))
    return [file.name for file in files if "\n  schedule:" in file.read_text(encoding="utf-8")]


def _known(forge: Forge) -> list[Mapping[str, Any]]:
    known: list[Mapping[str, Any]] = forge.get("actions/workflows?per_page=100")["workflows"]
    return known


def _file(workflow: Mapping[str, Any]) -> str:
    return str(workflow["path"]).rpartition("/")[2]
