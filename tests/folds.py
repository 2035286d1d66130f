"""One sheet of a small guide -> where its words stand on paper, by Chromium and by WeasyPrint."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations
from typing import TYPE_CHECKING, Any

from browser import new_browser
from builders import TODAY, checked_of
from built_site import LAYOUTS, Site
from paper import printed, sides_of
from served import served

from doorstep import site
from doorstep.layouts import environment
from doorstep.outputs.assets import asset_outputs, paths_of, published_assets, sizes_of
from doorstep.outputs.output import Output, Press
from doorstep.outputs.pages import page
from doorstep.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paper import Letter, Side

    from doorstep.guide import Guide

FILES = {
    "groups/tea.md": """
        ---
        number: 127
        title: Tea and talk
        when: Every Tuesday, 10:30am to midday
        cost: Free
        contact: {name: Pat, phone: 020 7946 0456}
        checked: 1 November 2026, by phone
        ---
        """
}
RIGHT_TO_LEFT = Words("he", NullTranslations())

RECTANGLES = """(names) => names.map((name) => {
  const [box, sheet] = [name, '.sheet'].map((one) => {
    return document.querySelector(one).getBoundingClientRect();
  });
  const millimetres = (pixels) => Math.round(pixels * 254 / 96) / 10;
  return [box.left - sheet.left, box.top - sheet.top, box.width, box.height].map(millimetres);
})"""
"""Where boxes are on the sheet, and how large, in millimetres."""


@dataclass(frozen=True)
class Folded:
    """A sheet, printed by both."""

    by: dict[str, list[Side]]
    """The sides of paper, by what printed them."""
    boxes: list[list[float]]
    """Where boxes are in the browser, and how large."""


def folded(
    folder: Path,
    sheet: tuple[str, str, Callable[[Guide], Any]],
    boxes: list[str],
    words: Words | None = None,
) -> Folded:
    """Print a sheet of a small guide with both, and measure these boxes."""
    layout, path, view_of = sheet
    folder.mkdir(parents=True, exist_ok=True)
    files = published_assets(LAYOUTS, "#0b5563")
    guide = site.guide_of(checked_of(folder, FILES), TODAY, paths_of(files), sizes_of(files), words)
    outputs = [
        *asset_outputs(files),
        *page(Press(guide, environment(LAYOUTS)), layout, path, view_of(guide)),
    ]
    by_browser, found = _in_browser(_written(folder / "out", outputs), path, boxes)
    return Folded({"Chromium": by_browser, "WeasyPrint": _by_maker(guide, outputs, path)}, found)


def _written(out: Path, outputs: list[Output]) -> Site:
    for output in outputs:
        file = out / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.content)
    return Site(out)


def _in_browser(made: Site, path: str, boxes: list[str]) -> tuple[list[Side], list[list[float]]]:
    with new_browser() as browser, served(made) as address:
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.goto(address + path)
        sides = printed(tab)
        tab.emulate_media(media="print")
        return sides, tab.evaluate(RECTANGLES, boxes)


def _by_maker(guide: Guide, outputs: list[Output], path: str) -> list[Side]:
    # Here, because the tests of the sheet itself do without the extra.
    from doorstep.pdfs.making import PdfMaker

    contents = {output.path: output.content for output in outputs}
    html = contents[f"{path}index.html"]
    return sides_of(PdfMaker(guide.permalinks, contents.get).pdf_of(html, path))


def letters_of(words: str, side: Side) -> list[Letter]:
    """Return the letters of some words on a side, wherever they stand first."""
    letters = [letter for letter in side.letters if letter.text.strip()]
    plain = "".join(words.split())
    start = "".join(letter.text for letter in letters).find(plain)
    assert start >= 0, f"{words} is not on this side"
    return letters[start : start + len(plain)]
