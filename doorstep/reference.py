"""The documented classes -> the pages that list every key an entry or site.yaml may have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from doorstep.config import SiteConfig
from doorstep.entries import MODELS, Entry
from doorstep.help_texts import explained_fields_of
from doorstep.keys import example_of, fields_of, is_list, nested_model
from doorstep.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from doorstep.kinds import Kind

DOCS = Path(__file__).parent.parent / "docs"

ABOUT_ENTRIES = """\
# What an entry can say

An entry is one file. It starts with a line of three dashes, then one fact on each line, then
three dashes again. Anything longer goes below, in Markdown. The folder says what kind it is.

    ---
    title: Tea and talk
    cost: Free
    checked: 2026-11-03, by phone, Amina
    ---
    There is a quiet table by the window.

Leave out what you do not know. What comes after a # is a remark that nobody sees on the site.
"""

ABOUT_SETTINGS = """\
# What site.yaml can say

This file says which neighbourhood the guide is for. It has one thing on each line. What comes
after a # is a remark that nobody sees on the site.
"""

ABOUT_LIMITS = """\
# How much a guide reads

Strangers may write to a guide, and some may send a text that no computer can read in a lifetime,
or a page that no phone can open. So there is a limit to everything. People who write about a group
stay far below each of them; whoever goes beyond is told how much there is, how much there may be,
and what to do. All else in the guide is published as ever.

Time is the last limit and not the first: within all the others, an entry is read in a fraction of
a second. It is counted in time that the computer spends on the entry, so that a guide comes out
the same on a busy machine. Windows has no such watch, and does without it.

The limits stand in doorstep/limits.py, and this list is made from there.
"""


def entries_page() -> str:
    """Return the page that lists what entries of every kind can say."""
    return "\n".join([ABOUT_ENTRIES, *_kinds(), *_common(), *_own()])


def settings_page() -> str:
    """Return the page that lists what site.yaml can say."""
    return "\n".join([ABOUT_SETTINGS, *_section("##", explained_fields_of(SiteConfig))])


def limits_page() -> str:
    """Return the page that lists how much of anything is read."""
    rows = (
        f"| {limit.of} | {limit.most:,} {limit.unit} | {limit.outcome} "
        f"| [{limit.rule}](checks.md#{limit.rule}) |"
        for limit in LIMITS
    )
    head = "| | at most | what becomes of more | what the check calls it |"
    return "\n".join([ABOUT_LIMITS, head, "|---|---|---|---|", *rows, ""])


PAGES = {"fields.md": entries_page, "site-yaml.md": settings_page, "limits.md": limits_page}
"""The pages by their names in docs/."""


def write_pages(folder: Path) -> None:
    """Write every page into a folder."""
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8", newline="\n")


def _kinds() -> Iterator[str]:
    yield "## The kinds of entry\n"
    yield "| kind | folder | is |"
    yield "|---|---|---|"
    for kind, model in MODELS.items():
        yield f"| {kind} | content/{kind.folder}/ | {model.__doc__} |"
    yield ""


def _common() -> Iterator[str]:
    yield "## Any entry\n"
    yield from _section("###", explained_fields_of(Entry))


def _own() -> Iterator[str]:
    common = explained_fields_of(Entry)
    for model in MODELS.values():
        fields = explained_fields_of(model).items()
        own = {key: field for key, field in fields if key not in common}
        if own and model.kind == _kinds_with(*own)[0]:
            folders = " and ".join(f"{kind.folder}/" for kind in _kinds_with(*own))
            yield f"## Only in {folders}\n"
            yield from _section("###", own)


def _kinds_with(*keys: str) -> list[Kind]:
    return [kind for kind, model in MODELS.items() if set(keys) <= set(fields_of(model))]


def _section(heading: str, fields: dict[str, FieldInfo]) -> Iterator[str]:
    for key, field in fields.items():
        yield f"{heading} {key}\n"
        yield f"{_help(field)}\n"
        yield f"    {example_of(key, field)}\n"
        if nested := nested_model(field):
            yield from _table(key, field, nested)


def _table(key: str, field: FieldInfo, nested: type[BaseModel]) -> Iterable[str]:
    each = "Each of them" if is_list(field) else f"What is written under `{key}:`"
    rows = [
        f"| {part} | {_help(inside)} | `{example_of(part, inside)}` |"
        for part, inside in explained_fields_of(nested).items()
    ]
    return [f"{each} can have:\n", "| | is | example |", "|---|---|---|", *rows, ""]


def _help(field: FieldInfo) -> str:
    """Return the help text of a field, and whether it has to be there."""
    needed = " It has to be there." if field.is_required() else ""
    # Long ones run over two lines in the code, which would cut a row of a table in two.
    return f"{' '.join((field.description or '').split())}{needed}"


if __name__ == "__main__":
    write_pages(DOCS)
