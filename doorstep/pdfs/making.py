"""The page of a sheet -> the same sheet as a tagged PDF (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from weasyprint import CSS, HTML
from weasyprint.text.ffi import pango
from weasyprint.text.fonts import FontConfiguration

from doorstep.pdfs.published import PublishedOnly
from doorstep.pdfs.reading_order import named_parts, put_in_order
from doorstep.pdfs.repeats import leave_unheard, mark_unheard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from weasyprint import Document

    from doorstep.pdfs.published import Published
    from doorstep.permalinks import Permalinks

PRINT_AMONG_OTHERS = re.compile(r"@media (?:print,[^{]*|[^{]*,print)(?={)")
"""What holds on paper and on some screens; WeasyPrint knows no lists with widths in them."""

RAISED = {f"/H{level + 1}": f"/H{level}" for level in range(1, 6)}
"""The h1 of a page is not on its paper, where headings have to begin with the first level."""


def text_is_set_with() -> str:
    """Return the version of Pango here, which sets the text of PDFs."""
    return str(pango.pango_version())


@dataclass(frozen=True)
class PdfMaker:
    """Makes PDFs of pages. Each process has its own, which reads a style sheet or font once."""

    permalinks: Permalinks
    """Where the pages are published."""
    published: Published
    """The files that they may show."""
    _read: dict[str, CSS] = field(default_factory=dict, init=False, repr=False)

    def pdf_of(self, page: bytes, path: str) -> bytes:
        """Return what a page prints; the same page always gives the same bytes."""
        html = HTML(
            string=page.decode(),
            base_url=self.permalinks.absolute(path),
            url_fetcher=self._fetcher,
        )
        parts = named_parts(html.etree_element)
        mark_unheard(html.etree_element)

        def finish(document: Document, pdf: Any) -> None:
            put_in_order(parts, document, pdf)
            leave_unheard(document, pdf)
            _raise_headings(pdf)
            _say_what_headers_head(pdf)

        made: bytes = html.write_pdf(
            font_config=self._fonts,
            stylesheets=[self._stylesheet(href) for href in _taken_out(html.etree_element)],
            pdf_variant="pdf/ua-1",
            finisher=finish,
        )
        return made

    @cached_property
    def _fetcher(self) -> PublishedOnly:
        return PublishedOnly(self.permalinks, self.published)

    @cached_property
    def _fonts(self) -> FontConfiguration:
        return FontConfiguration()

    def _stylesheet(self, href: str) -> CSS:
        if href not in self._read:
            css = self.published(href.removeprefix(self.permalinks.root)) or b""
            self._read[href] = CSS(
                string=PRINT_AMONG_OTHERS.sub("@media print", css.decode()),
                base_url=self.permalinks.url,
                url_fetcher=self._fetcher,
                font_config=self._fonts,
            )
        return self._read[href]


def _taken_out(page: Element) -> list[str]:
    """Take the links to style sheets out of a page, or each PDF would read them all again."""
    head = page.find("head")
    links = [] if head is None else head.findall("link[@rel='stylesheet']")
    for link in links:
        head.remove(link)  # type: ignore[union-attr]
    return [link.get("href", "") for link in links]


def _tags(pdf: Any) -> Iterator[Any]:
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/StructElem":
            yield item


def _raise_headings(pdf: Any) -> None:
    for tag in _tags(pdf):
        tag["S"] = RAISED.get(tag["S"], tag["S"])


def _say_what_headers_head(pdf: Any) -> None:
    """Say of each header of a table whether it heads a column or a row (14.8.5.7)."""
    rows = {row: part for part in _tags(pdf) if part["S"] == "/THead" for row in part["K"]}
    for tag in _tags(pdf):
        if tag["S"] == "/TH":
            tag["A"]["Scope"] = "/Column" if tag["P"] in rows else "/Row"
