"""A PDF -> what a screen reader makes of it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Tag:
    """One part of a document, as it is announced."""

    name: str
    """H1, P, L, Figure and so on."""
    says_instead: str
    """What is read out for a picture, or ""."""
    side: int
    """The side of paper it is on, the first being 0."""
    within: str
    """The name of the part it is in."""
    heads: str
    """What a header of a table heads, Column or Row, or ""."""


@dataclass(frozen=True)
class Tagged:
    """What a PDF says of itself."""

    title: str
    lang: str
    part: str
    """The part of PDF/UA that it promises to keep (ISO 14289)."""
    is_marked: bool
    shows_title: bool
    tags: tuple[Tag, ...]
    """Everything in it, in the order it is read out."""
    leads_to: tuple[str, ...]
    """The addresses of its links."""
    pictures: int
    """How many photos are in it."""
    fonts_missing: tuple[str, ...]
    """Fonts that whoever opens it has to have."""
    loose: int
    """How many words are marked as somebody's who is not among the tags."""

    @classmethod
    def of(cls, content: bytes) -> Tagged:
        """Read a PDF."""
        with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_metadata() as metadata:
            root = pdf.Root
            return cls(
                title=str(metadata["dc:title"]),
                lang=str(root.Lang),
                part=str(metadata["pdfuaid:part"]),
                is_marked=bool(root.MarkInfo.Marked),
                shows_title=bool(root.ViewerPreferences.DisplayDocTitle),
                tags=tuple(_tags(root.StructTreeRoot.K, _sides(pdf))),
                leads_to=tuple(_addresses(pdf)),
                pictures=sum(item.get("/Subtype") == "/Image" for item in _dictionaries(pdf)),
                fonts_missing=tuple(_not_embedded(pdf)),
                loose=_loose(pdf),
            )

    def named(self, *names: str) -> list[Tag]:
        """Return the parts of these names."""
        return [tag for tag in self.tags if tag.name in names]

    @property
    def sides(self) -> list[int]:
        """The sides of paper that words are on, as one comes to them in the order of reading."""
        return [side for side, _ in groupby(tag.side for tag in self.named("Span"))]

    @property
    def levels(self) -> list[int]:
        """The levels of the headings."""
        return [int(tag.name[1:]) for tag in self.named(*(f"H{level}" for level in range(1, 7)))]


def _sides(pdf: pikepdf.Pdf) -> dict[Any, int]:
    return {page.obj.objgen: number for number, page in enumerate(pdf.pages)}


def _tags(part: Any, sides: dict[Any, int], within: str = "") -> Iterator[Tag]:
    if isinstance(part, pikepdf.Array):
        for one in part:
            yield from _tags(one, sides, within)
    elif isinstance(part, pikepdf.Dictionary) and "/S" in part:
        side = sides[part.Pg.objgen] if "/Pg" in part else 0
        name = str(part.S).removeprefix("/")
        about: Any = part.get("/A", {})
        heads = str(about.get("/Scope", "")).removeprefix("/")
        yield Tag(name, str(part.get("/Alt", "")), side, within, heads)
        yield from _tags(part.get("/K"), sides, name)


def _loose(pdf: pikepdf.Pdf) -> int:
    """Return how many marks of the pages the tags do not name (ISO 32000-1, 14.7.4.4)."""
    parents: Any = pdf.Root.StructTreeRoot.ParentTree.Nums
    return sum(
        parents[2 * number + 1][mark] is None
        for number, page in enumerate(pdf.pages)
        for mark in _marks(page)
    )


def _marks(page: Any) -> Iterator[int]:
    for began in pikepdf.parse_content_stream(page, "BDC"):
        about: Any = began.operands[1]
        if "/MCID" in about:
            yield int(about.MCID)


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    kinds = (pikepdf.Dictionary, pikepdf.Stream)
    return (item for item in pdf.objects if isinstance(item, kinds))


def _addresses(pdf: pikepdf.Pdf) -> Iterator[str]:
    for item in _dictionaries(pdf):
        if item.get("/Subtype") == "/Link" and "/A" in item:
            yield str(item.A.URI)


def _not_embedded(pdf: pikepdf.Pdf) -> Iterator[str]:
    embedded = {"/FontFile", "/FontFile2", "/FontFile3"}
    for item in _dictionaries(pdf):
        if item.get("/Type") == "/FontDescriptor" and not embedded & set(item.keys()):
            yield str(item.FontName)
