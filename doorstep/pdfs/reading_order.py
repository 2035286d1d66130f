"""The sides of a folded sheet -> its parts in the order they are read, as its tags tell it.

The HTML is in that order, but WeasyPrint writes tags one side of paper after the other: of a
booklet of eight pages those who listen would hear 1 8 2 7 3 6 4 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from weasyprint import Document


def named_parts(page: Element) -> list[str]:
    """Give every part of a sheet a name, by which it is found on its side; return the names."""
    sheets = [one for one in page.iter() if "sheet" in one.get("class", "").split()]
    parts = list(sheets[0]) if len(sheets) == 1 else []
    for number, part in enumerate(parts):
        part.attrib.setdefault("id", f"part-{number}")
    return [part.get("id", "") for part in parts]


def put_in_order(parts: Sequence[str], document: Document, pdf: Any) -> None:
    """Let the tags of a sheet follow each other as its parts do in the HTML."""
    sides = [[name for name in side.anchors if name in parts] for side in document.pages]
    as_printed = [name for side in sides for name in side]
    if sorted(as_printed, key=parts.index) == as_printed:
        return
    whole = _tag(pdf, _tag(pdf, pdf.catalog["StructTreeRoot"])["K"][0])
    around = [_around_parts(pdf, _tag(pdf, side)) for side in whole["K"]]
    kids = [kid for tag in around for kid in tag["K"]]
    in_order = sorted(zip(as_printed, kids, strict=True), key=lambda pair: parts.index(pair[0]))
    around[0]["K"][:] = [kid for _, kid in in_order]
    del whole["K"][1:]
    for kid in kids:
        _tag(pdf, kid)["P"] = around[0].reference


def _around_parts(pdf: Any, tag: Any) -> Any:
    """Return what holds the parts of a side (K: its kids; ISO 32000-1, 14.7.2)."""
    while len(tag["K"]) == 1:  # a frame in a frame
        tag = _tag(pdf, tag["K"][0])
    return tag


def _tag(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
