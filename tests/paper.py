"""A page of a site -> the paper that comes out of a printer, for tests to measure and to read."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

POINT = 25.4 / 72
"""Millimetres in a point."""

DOTS = 200 / 72
"""A printer of 200 dots to the inch, in dots to the point."""

ADDRESS = re.compile(r"[^⟧\s]+\.[^⟧\s]+")

CLIPPED = """() => {
  const lost = [];
  for (const box of document.querySelectorAll('.sheet, .sheet *')) {
    const style = getComputedStyle(box);
    const clips = /hidden|clip/.test(style.overflowX + style.overflowY);
    if (!clips || style.display === 'none' || box.clientWidth < 5) continue;
    const down = box.scrollHeight - box.clientHeight, across = box.scrollWidth - box.clientWidth;
    if (down > 1 || across > 1) lost.push(`${box.className}: ${down} down, ${across} across`);
  }
  return lost;
}"""
"""What of a sheet its panels cut off, in pixels."""

LETTERS = """() => {
  const said = [];
  for (const sheet of document.querySelectorAll('.sheet')) {
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent.closest('svg') || !parent.checkVisibility()) continue;
      if (parent.closest('.visually-hidden')) continue;
      said.push(walker.currentNode.data);
    }
  }
  return said.join(' ');
}"""
"""All that a sheet says, but for the names on its map."""


@dataclass(frozen=True)
class Letter:
    """One letter on paper."""

    text: str
    points: float
    """How large it is."""
    left: float
    """Millimetres from the left edge of the paper."""
    top: float
    """Millimetres from the top edge."""
    right: float
    """Millimetres from the left edge too."""
    bottom: float
    """Millimetres from the top edge too."""


@dataclass(frozen=True)
class Side:
    """One side of paper."""

    wide: float
    """Millimetres."""
    high: float
    letters: tuple[Letter, ...]
    codes: tuple[str, ...]
    """What a phone reads from the squares on it."""

    @property
    def words(self) -> str:
        """What it says, in the order of the file."""
        return " ".join("".join(letter.text for letter in self.letters).split())

    @property
    def smallest(self) -> float:
        """Points of the smallest letter; a large number where there is none."""
        return min((one.points for one in self.letters if one.text.strip()), default=math.inf)


def sides_of(pdf: bytes) -> list[Side]:
    """Return the sides of paper a PDF prints on."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_side(page) for page in document]
    finally:
        document.close()


def _side(page: Any) -> Side:
    wide, high = page.get_size()
    text = page.get_textpage()
    letters = tuple(_letter(text, place, high) for place in range(text.count_chars()))
    picture = page.render(scale=DOTS).to_pil()
    codes = tuple(sorted(code.text for code in zxingcpp.read_barcodes(picture)))
    text.close()
    return Side(wide * POINT, high * POINT, letters, codes)


def _letter(text: Any, place: int, high: float) -> Letter:
    left, bottom, right, top = text.get_charbox(place, loose=False)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, place, matrix)
    stretch = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
    return Letter(
        text=chr(pdfium.FPDFText_GetUnicode(text, place)),
        points=pdfium.FPDFText_GetFontSize(text, place) * stretch,
        left=left * POINT,
        top=(high - top) * POINT,
        right=right * POINT,
        bottom=(high - bottom) * POINT,
    )


def printed(tab: Tab) -> list[Side]:
    """Return the sides of paper that the browser prints of the page it shows."""
    return sides_of(tab.pdf(prefer_css_page_size=True))


def clipped(tab: Tab) -> list[str]:
    """Return which panels of the page's sheet cut words off on paper."""
    tab.emulate_media(media="print")
    found: list[str] = tab.evaluate(CLIPPED)
    tab.emulate_media(media="null")
    return found


def letters_lost(tab: Tab, sides: list[Side]) -> str:
    """Return the letters that a sheet has in the browser and not on paper."""
    tab.emulate_media(media="print")
    said: str = tab.evaluate(LETTERS)
    tab.emulate_media(media="null")
    on_paper = Counter(letter.text for side in sides for letter in side.letters)
    lost = Counter(said) - on_paper
    return "".join(letter for letter in sorted(lost.elements()) if letter.isalnum())


def squares(tab: Tab) -> list[str]:
    """Return the addresses that the squares on the page's sheet are said to lead to."""
    labels: list[str] = tab.evaluate(
        "() => [...document.querySelectorAll('.sheet .sheet-qr')]"
        ".filter(square => square.checkVisibility()).map(square => square.ariaLabel)"
    )
    return [found[0] for label in labels if (found := ADDRESS.search(label))]
