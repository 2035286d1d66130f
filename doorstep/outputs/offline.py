"""What was drawn -> the service worker that keeps some of it on phones, or one that takes it off.

The worker says by a fingerprint what the pages hold that every phone keeps, so that a phone gets
them anew when one of them has changed, and leaves them alone when none has. What a large guide
leaves out counts too: its search index tells that an entry has become a safe space.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep import permalinks as at
from doorstep.layouts import script_without_remarks, written_out
from doorstep.outputs.output import Output, Press
from doorstep.permalinks import output_path
from doorstep.tracing import kept
from doorstep.views.kept_pages import pages_for_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from doorstep.guide import Guide

MOST = 1_000_000
"""Bytes that a phone keeps at most, all told."""

MOST_FOR_ALL = 800_000
"""Bytes of that for the pages every phone keeps; the rest is for the pages somebody looked at."""

KEEPING = ("store", "wholeness", "answers", "life")
"""The parts of the worker, in order."""

REMOVING = ("removing",)
"""What takes its place in a guide that keeps nothing."""


class Piece(Struct, frozen=True):
    """What there is to know of a file that phones may keep."""

    size: int
    """How many bytes it has."""
    fingerprint: str
    """What tells its content apart."""
    assets: frozenset[str]
    """The style sheets, scripts and icons that it loads, by path."""
    text: str = ""
    """What it says, where phones get it together with others."""


def noted(guide: Guide, outputs: Iterable[Output], notes: dict[str, Piece]) -> Iterator[Output]:
    """Pass outputs on, and note what there is to know of those that phones keep."""
    wanted = _wanted(guide)
    for output in outputs:
        if output.path in wanted:
            path = wanted[output.path]
            notes[path] = _piece(guide, path, output.content)
        yield output


def _piece(guide: Guide, path: str, content: bytes) -> Piece:
    loaded = rf'(?:href|src)="{re.escape(guide.permalinks.root)}(assets/[^"]+)"'
    written = content.decode()
    # What people write may lead to an address of this shape where nothing is.
    found = frozenset(guide.assets.values()).intersection(re.findall(loaded, written))
    text = "" if path in _ALONE else written
    return Piece(len(content), sha256(content).hexdigest(), found, text)


def service_worker(press: Press, notes: Mapping[str, Piece]) -> Iterator[Output]:
    """Return the worker that keeps, and what it gets at once; or one that takes all off."""
    if not press.guide.config.offline:
        yield Output(at.SERVICE_WORKER, _script(press, REMOVING).encode())
        return
    kept = kept_by_all(press.guide, notes)
    together = _together({path: notes[path].text for path in kept if path not in _ALONE})
    settings = {
        "version": _fingerprint(notes),
        "most": MOST,
        "offline": at.OFFLINE,
        "pages": [path for path in kept if path not in _SEARCH],
        "together": together.path,
        "later": [path for path in kept if path in _SEARCH],
        "data": [at.SEARCH_INDEX, at.SEARCH_BODIES],
    }
    opening = f"self.doorstep = {{ guide: {json.dumps(settings)} }};\n"
    yield together
    yield Output(at.SERVICE_WORKER, (opening + _script(press, KEEPING)).encode())


@kept(4)
def _wanted(guide: Guide) -> dict[str, str]:
    """Return the path of each page that phones may keep, by that of its file."""
    return {output_path(path): path for group in _groups(guide) for path in group}


_SEARCH = (at.SEARCH, at.SEARCH_INDEX)

_ALONE = (at.HOME, at.WHATS_ON, *_SEARCH)
"""What phones get by itself: many come in by it and have it already, or get it later."""


def _together(pages: Mapping[str, str]) -> Output:
    """Return pages in one file, in which what they all have takes its room but once."""
    content = json.dumps(pages, ensure_ascii=False, separators=(",", ":")).encode()
    return Output(f"assets/kept-{sha256(content).hexdigest()[:10]}.json", content)


def _groups(guide: Guide) -> list[tuple[str, ...]]:
    """Return what every phone keeps, those that matter most first; each whole or not at all."""
    pages = [path for path in pages_for_all(guide) if path != at.SEARCH]
    return [(at.OFFLINE,), *((path,) for path in pages), _SEARCH]


def kept_by_all(guide: Guide, notes: Mapping[str, Piece]) -> list[str]:
    """Return what every phone keeps, as far as there is room: in a large guide search is not."""
    kept: list[str] = []
    for group in _groups(guide):
        if bytes_of(guide, notes, [*kept, *group]) <= MOST_FOR_ALL:
            kept += group
    return kept


def bytes_of(guide: Guide, notes: Mapping[str, Piece], paths: Iterable[str]) -> int:
    """Return how many bytes these take on a phone, with all that they load."""
    pieces = [notes[path] for path in paths]
    sizes = {path: guide.asset_sizes[name] for name, path in guide.assets.items()}
    loaded = frozenset[str]().union(*(piece.assets for piece in pieces))
    return sum(piece.size for piece in pieces) + sum(sizes[path] for path in loaded)


def _fingerprint(notes: Mapping[str, Piece]) -> str:
    told = "".join(f"{path} {piece.fingerprint}\n" for path, piece in sorted(notes.items()))
    return sha256(told.encode()).hexdigest()[:16]


def _script(press: Press, parts: Iterable[str]) -> str:
    written = (written_out(press.layouts, f"assets/offline/{part}.js") for part in parts)
    return "".join(map(script_without_remarks, written))
