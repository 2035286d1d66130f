"""An entry as it is and as a list has it now -> what the list says otherwise, in one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from doorstep.importers.drafting import Draft
from doorstep.sources import Node, Source


def differences(before: Source, draft: Draft) -> str:
    """Return each fact that the list tells otherwise, named as in the file."""
    now, then = dict(_flat(draft.facts)), dict(_flat(before.front_matter))
    told = [f"{name} “{value}”" for name, value in now.items() if then.get(name) != value]
    ours = ("number", "source", "checked")
    gone = [name for name in then if name not in now and name.split(".")[0] not in ours]
    if gone:
        told.append(f"nothing for {', '.join(gone)}")
    if before.body.split() != draft.body.split():
        told.append("other words below the facts")
    return ", ".join(told)


def _flat(facts: Mapping[str, Node], before: str = "") -> Iterator[tuple[str, str]]:
    for key, node in facts.items():
        if isinstance(node, dict):
            yield from _flat(node, f"{before}{key}.")
        elif isinstance(node, list):
            yield f"{before}{key}", ", ".join(str(item) for item in node)
        else:
            yield f"{before}{key}", node
