"""An entry's file and the fields of the browser editor -> whether it may be opened there.

The editor reads what it cannot show as nothing, and nothing is what it would then write. So it is
only given files that it writes again as they were meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doorstep.browser_editor.reading import facts_in, says_the_same
from doorstep.safe_spaces import is_safe_space

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doorstep.browser_editor.fields import Field
    from doorstep.sources import Source

SENTENCES = frozenset({"when", "open"})
"""Lists whose lines may have commas in them."""

_TRUTH = {"true": "yes", "false": "no"}
"""What somebody may write for the answers of a list; the editor leaves it until it is changed."""


def may_be_opened(source: Source, fields: Sequence[Field]) -> bool:
    """Say whether the editor keeps all that a file says, if it has these fields."""
    facts = facts_to_edit(source)
    return facts is not None and all_fit(fields, facts)


def facts_to_edit(source: Source) -> dict[str, Any] | None:
    """Return the facts of a file as the editor reads them; None where it reads something else.

    It gets none of a safe space: what is saved there is public at once, with all older versions.
    """
    if is_safe_space(source):
        return None
    facts = facts_in("\n".join(source.lines))
    meant = {**source.front_matter, "body": source.body.strip()}
    return facts if facts is not None and says_the_same(facts, meant) else None


def all_fit(fields: Sequence[Field], facts: Mapping[str, Any]) -> bool:
    """Say whether each fact has the shape of its field; what has no field stays as it is."""
    return all(_fits(field, facts[field["name"]]) for field in fields if field["name"] in facts)


def _fits(field: Field, written: Any) -> bool:
    if written == "":
        return True
    if field["widget"] == "select":
        return _is_offered(field, written)
    if field["widget"] == "object":
        return isinstance(written, dict) and all_fit(field["fields"], written)
    if field["widget"] == "list":
        return _is_a_list(field, written)
    return isinstance(written, str)


def _is_offered(field: Field, written: Any) -> bool:
    values = {option["value"] for option in field["options"]}
    items = written if field["multiple"] and isinstance(written, list) else [written]
    return all(isinstance(item, str) and _TRUTH.get(item, item) in values for item in items)


def _is_a_list(field: Field, written: Any) -> bool:
    if "fields" in field:
        return isinstance(written, list) and all(
            isinstance(row, dict) and all_fit(field["fields"], row) for row in written
        )
    if isinstance(written, str):
        parting = "\n" if field["name"] in SENTENCES else ",;\n"
        return not any(mark in written for mark in parting)
    return isinstance(written, list) and all(isinstance(item, str) for item in written)
