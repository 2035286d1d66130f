"""The kinds of entry -> the lists of the browser editor, each with its folder and its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from doorstep.browser_editor.fields import fields_for
from doorstep.browser_editor.opening import all_fit, facts_to_edit
from doorstep.kinds import Kind
from doorstep.sources import find_files, read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from doorstep.browser_editor.choices import Choices
    from doorstep.browser_editor.fields import Field

ENDING = ".md"
"""The editor opens entries in files of their own; YAML files may hold many."""


class Shelf(Struct, frozen=True):
    """One list in the editor."""

    name: str
    kind: Kind
    label: str
    """What the list is called."""
    one: str
    """What one thing in it is called."""
    is_elsewhere: bool = False
    """Whether the place of each is written out, not chosen among those of the guide.

    The editor has no field that is a choice in one entry and an address in another.
    """


SHELVES = (
    Shelf("groups", Kind.GROUP, "Groups", "Group"),
    Shelf("events", Kind.EVENT, "Events", "Event"),
    Shelf("green-spaces", Kind.GREEN_SPACE, "Green spaces", "Green space", is_elsewhere=True),
    Shelf("places", Kind.PLACE, "Places", "Place", is_elsewhere=True),
    Shelf("help", Kind.HELP, "Help", "Offer or call for help"),
    Shelf("stories", Kind.STORY, "Stories", "Story"),
    Shelf("groups-elsewhere", Kind.GROUP, "Groups at other addresses", "Group", is_elsewhere=True),
    Shelf("events-elsewhere", Kind.EVENT, "Events at other addresses", "Event", is_elsewhere=True),
    Shelf("help-elsewhere", Kind.HELP, "Help at other addresses", "Help", is_elsewhere=True),
)
"""Plain pages are the guide's own words, which people change with more care than a form takes."""


class _File(Struct, frozen=True):
    """A file that the editor would find in a folder."""

    kind: Kind
    slug: str
    facts: dict[str, Any] | None
    """What the editor reads in it; None where it is not to be opened at all."""


def shelves_of(content: Path, choices: Choices) -> list[dict[str, Any]]:
    """Return every list, without the entries that the editor is not to open."""
    files = list(_files(content))
    return [_shelf(shelf, content.name, files, choices) for shelf in SHELVES]


def _files(content: Path) -> Iterator[_File]:
    found, _ = find_files(content)
    for one in found:
        if one.path.suffix == ENDING:
            sources = read_file(one.path, one.file, one.kind).sources
            # A file with something to mend is mended where its lines can be seen.
            yield _File(one.kind, one.path.stem, facts_to_edit(sources[0]) if sources else None)


def _shelf(shelf: Shelf, content: str, files: Iterable[_File], choices: Choices) -> dict[str, Any]:
    fields = _fields(shelf, choices)
    kept_out = sorted(
        file.slug for file in files if file.kind is shelf.kind and not _holds(shelf, fields, file)
    )
    return _collection(shelf, f"{content}/{shelf.kind.folder}", fields, kept_out)


def _fields(shelf: Shelf, choices: Choices) -> list[Field]:
    left = {key: offered for key, offered in choices.items() if key != "where"}
    return fields_for(shelf.kind, left if shelf.is_elsewhere else choices)


def _holds(shelf: Shelf, fields: Sequence[Field], file: _File) -> bool:
    if file.facts is None:
        return False
    # What has no place at all is in the list where one is chosen.
    has_another_list = shelf.name != shelf.kind.folder and "where" not in file.facts
    return not has_another_list and all_fit(fields, file.facts)


def _collection(
    shelf: Shelf, folder: str, fields: list[Field], kept_out: Iterable[str]
) -> dict[str, Any]:
    # Of a file with another sort of name the settings would not know whether to keep it out.
    shown = f"^(?!(?:{'|'.join(kept_out)})$)[a-z0-9-]+$"
    return {
        "name": shelf.name,
        "label": shelf.label,
        "label_singular": shelf.one,
        "folder": folder,
        "extension": ENDING.removeprefix("."),
        "format": "yaml-frontmatter",
        "filter": {"field": "slug", "pattern": shown},
        "slug": "{{title}}",
        "summary": "{{title}}",
        "sortable_fields": ["title"],
        # An address once published never breaks: what has ended says so instead.
        "delete": False,
        # The number is given, and the page made, by what publishes every other change.
        "publish": False,
        "editor": {"preview": False},
        "fields": fields,
    }
