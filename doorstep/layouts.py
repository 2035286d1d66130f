"""The files in layouts/ -> pages drawn from views, one style sheet, and what goes beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import BaseLoader

# Atomic, so that a comment ends at its own end and never at a later one's.
_GAP = r"(?>\s|/\*.*?\*/)"
_LEFT_ALONE = r"""(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
# A space before a colon means something in a selector; one after it never does.
_CLOSED_UP = rf"{_GAP}*(?P<mark>[{{}};,]){_GAP}*|(?P<colon>:){_GAP}+"
_CSS = re.compile(rf"{_LEFT_ALONE}|{_CLOSED_UP}|{_GAP}+", re.DOTALL)

# A remark at the start of a line may be long; one behind code ends with its line.
_REMARKS = re.compile(r"^\s*(?:(?:/\*[\s\S]*?\*/|//.*)\s*)*|(?<=;) // .*", re.MULTILINE)

_MOVED_IN = re.compile(r"^[ \t]+", re.MULTILINE)

_LAYERS_BEFORE_PARTIALS = ("1-settings.css", "2-base.css", "3-objects.css")
_LAYERS_AFTER_PARTIALS = ("8-utilities.css", "9-print.css")
_FOR_PAPER = "sheet_"


class _MovedOut(Extension):
    """Takes away how far the lines of a layout are moved in, which only its writers need.

    What people wrote comes into a page later, and keeps every blank of its own.
    """

    def preprocess(self, source: str, *_: str | None, **__: str | None) -> str:
        """Return a layout whose lines all begin at the margin."""
        return _MOVED_IN.sub("", source)


def environment(layouts_dir: Path) -> Environment:
    """Return the Jinja2 environment of these layouts, which reads each file once."""
    return Environment(
        loader=FileSystemLoader(layouts_dir),
        autoescape=True,
        extensions=[_MovedOut],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Ten thousand pages would otherwise look at every file's date ten thousand times.
        auto_reload=False,
    )


def render(layouts: Environment, name: str, view: object) -> bytes:
    """Draw a page: the view is all that the layout may read."""
    return layouts.get_template(name).render(view=view).encode()


def stylesheet(layouts_dir: Path, *, accent: str, accent_in_the_dark: str) -> str:
    """Return all the CSS in one: settings, base, objects, partials, utilities, print."""
    css = layouts_dir / "assets" / "css"
    partials = [
        file for file in sorted(layouts_dir.glob("partials/*/*.css")) if not _is_for_paper(file)
    ]
    files = [
        *(css / name for name in _LAYERS_BEFORE_PARTIALS),
        *partials,
        *(css / name for name in _LAYERS_AFTER_PARTIALS),
    ]
    colours = f":root{{--accent:{accent};--accent-in-the-dark:{accent_in_the_dark}}}"
    return colours + closed_up("".join(file.read_text(encoding="utf-8") for file in files))


def paper_stylesheets(layouts_dir: Path) -> dict[str, str]:
    """Return the CSS of each sheet, by its name: what all share, their partials, its own."""
    shared = [
        layouts_dir / "assets" / "css" / "paper.css",
        *(file for file in sorted(layouts_dir.glob("partials/*/*.css")) if _is_for_paper(file)),
    ]
    common = "".join(file.read_text(encoding="utf-8") for file in shared)
    sheets = sorted(layouts_dir.glob("sheets/*.css"))
    return {file.name: closed_up(common + file.read_text(encoding="utf-8")) for file in sheets}


def _is_for_paper(partial: Path) -> bool:
    """Say whether a partial's style sheet is only for sheets, so that other pages go without it."""
    return partial.stem.startswith(_FOR_PAPER)


def closed_up(css: str) -> str:
    """Return CSS without comments and without blank space that means nothing."""
    return _CSS.sub(_kept, css).strip()


def script_without_remarks(script: str) -> str:
    """Return a script without comments, and without the blank space at the start of its lines."""
    return _REMARKS.sub("", script).rstrip() + "\n"


def assets(layouts_dir: Path) -> list[tuple[str, bytes]]:
    """Return scripts, icons, drawings and what styles the map, each with its path there."""
    below = layouts_dir / "assets"
    folders = ("js/*.js", "icons/*", "map/*.css", "pictograms/*.svg")
    files = sorted(file for folder in folders for file in below.glob(folder))
    return [(file.relative_to(below).as_posix(), file.read_bytes()) for file in files]


def written_out(layouts: Environment, name: str) -> str:
    """Return a file among the layouts as it is written, such as a licence."""
    return cast("BaseLoader", layouts.loader).get_source(layouts, name)[0]


def _kept(found: re.Match[str]) -> str:
    return found["string"] or found["mark"] or found["colon"] or " "
