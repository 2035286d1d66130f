"""The files in layouts/assets -> what pages load: a style sheet, scripts, an icon.

Each carries a fingerprint of its content in its name, so that a phone may keep it for good.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from doorstep.colours import for_the_dark
from doorstep.layouts import assets, paper_stylesheets, script_without_remarks, stylesheet
from doorstep.outputs.output import Output
from doorstep.views.bundles import BUNDLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

EARLY = ("stale.js", "past.js")
"""What day it is, then what is over by now."""

NO_JEKYLL = Output(".nojekyll", b"")
"""Tells GitHub Pages to publish the files as they are."""


def published_assets(layouts_dir: Path, accent: str) -> dict[str, Output]:
    """Return what pages load, by the name layouts know it by; a part of a bundle stands for it."""
    css = stylesheet(layouts_dir, accent=accent, accent_in_the_dark=for_the_dark(accent))
    styles = {"guide.css": css, **paper_stylesheets(layouts_dir)}
    files = {f"css/{name}": written.encode() for name, written in styles.items()}
    files |= {path: _as_sent(path, content) for path, content in assets(layouts_dir)}
    found = {path.rpartition("/")[2]: (path, content) for path, content in files.items()}
    for name, parts in BUNDLES.items():
        together = b"".join(files[f"js/{part}"] for part in parts)
        found |= dict.fromkeys(parts, (f"js/{name}", together))
    return {name: _fingerprinted(path, content) for name, (path, content) in found.items()}


def paths_of(published: Mapping[str, Output]) -> dict[str, str]:
    """Return the path each is published under."""
    return {name: output.path for name, output in published.items()}


def sizes_of(published: Mapping[str, Output]) -> dict[str, int]:
    """Return how many bytes each has."""
    return {name: len(output.content) for name, output in published.items()}


def early_script(layouts_dir: Path) -> str:
    """Return what has to run before a page is drawn to its end, as one script.

    It stands inside the page: a file would be waited for, and without signal so would the rest.
    """
    files = dict(assets(layouts_dir))
    return "".join(script_without_remarks(files[f"js/{name}"].decode()) for name in EARLY).rstrip()


def _as_sent(path: str, content: bytes) -> bytes:
    """Return a file without what only people read."""
    return script_without_remarks(content.decode()).encode() if path.endswith(".js") else content


def _fingerprinted(path: str, content: bytes) -> Output:
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    fingerprint = hashlib.sha256(content).hexdigest()[:10]
    return Output(f"assets/{stem}-{fingerprint}.{ending}", content)


def asset_outputs(published: Mapping[str, Output]) -> Sequence[Output]:
    """Return the files themselves."""
    return (NO_JEKYLL, *dict.fromkeys(published.values()))
