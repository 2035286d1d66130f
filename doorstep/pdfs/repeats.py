"""What a page hides from screen readers -> artifacts of its PDF, which nobody is read (14.8.2.2).

Ten strips or cards say the same, and the HTML lets one of them be heard. WeasyPrint would tag all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from weasyprint import Document

UNHEARD = "article"
"""An element that no sheet has, so that its tag stands for what is not to be heard."""

TAG = "/Art"
"""What WeasyPrint makes of it."""


def mark_unheard(page: Element) -> None:
    """Name the boxes that are hidden from screen readers so that their tags can be told."""
    for box in page.iter("div"):
        if box.get("aria-hidden") == "true":
            box.tag = UNHEARD


def leave_unheard(document: Document, pdf: Any) -> None:
    """Take what is not to be heard out of the tags, and call it an artifact where it is drawn."""
    items: list[Any] = [item for item in pdf.objects if isinstance(item, dict)]
    tags = [item for item in items if item.get("S") == TAG]
    for tag in tags:
        _at(pdf, tag["P"])["K"].remove(tag.reference)
    words = [word for tag in tags for word in _leaves(pdf, tag)]
    for number in range(len(document.pages)):
        page = pdf.page_references[number]
        _hush(pdf, number, {mark for side, mark in words if side == page})


def _leaves(pdf: Any, tag: Any) -> Iterator[tuple[bytes, int]]:
    """Yield the page and the mark of all words below a tag, which itself is written no more."""
    tag.free = "f"
    for kid in tag["K"]:
        if isinstance(kid, int):
            yield tag["Pg"], kid
        else:
            yield from _leaves(pdf, _at(pdf, kid))


def _hush(pdf: Any, number: int, marks: set[int]) -> None:
    """Let marks on a page (14.6) belong to no tag."""
    parents = _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    tag_of = parents[2 * number + 1]
    drawn = _at(pdf, _at(pdf, pdf.page_references[number])["Contents"]).stream
    for place, word in enumerate(drawn):
        if isinstance(word, dict) and word.get("MCID") in marks:
            tag_of[word.pop("MCID")] = "null"
            drawn[place - 1] = "/Artifact"


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
