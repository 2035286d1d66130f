"""Text that has been read -> what stands inside its element: words, marks and links."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AMP_SUBSTITUTE
from msgspec import Struct

from doorstep.github_flavour.addresses import Addresses, Link, is_web
from doorstep.github_flavour.bare_links import with_bare_links
from doorstep.github_flavour.inlines import read_text
from doorstep.github_flavour.spans import AS_WRITTEN, BREAK, CODE, IMAGE, LINK, Node, Span, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.github_flavour.definitions import Definitions
    from doorstep.github_flavour.headings import Outline

HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Passage(Struct, frozen=True):
    """The text of one block, the element it goes into, and the line of the body it begins on."""

    element: Element
    text: str
    line: int


class PassageWriter:
    """Writes the passages of one body, and knows the links in them."""

    def __init__(self, definitions: Definitions, outline: Outline, addresses: Addresses) -> None:
        self._definitions = definitions
        self._outline = outline
        self._addresses = addresses
        self._fragments: list[Element] = []

    def write(self, passages: Iterable[Passage]) -> None:
        """Write every passage into its element, then mend links between them."""
        for passage in passages:
            nodes = read_text(passage.text, self._definitions)
            if passage.element.tag in HEADING_TAGS:
                passage.element.set("id", self._outline.identify(words(nodes)))
            _PassageFiller(passage, self._addresses, self._fragments).fill(passage.element, nodes)
        for link in self._fragments:
            link.set("href", self._outline.address_of(link.get("href", "")))


class _PassageFiller:
    """Fills one element; `reached` is how far in the text the last link stood."""

    def __init__(self, passage: Passage, addresses: Addresses, fragments: list[Element]) -> None:
        self.passage = passage
        self.addresses = addresses
        self.fragments = fragments
        self.reached = 0

    def fill(self, parent: Element, nodes: Iterable[Node]) -> None:
        """Add the nodes to the end of an element."""
        for node in nodes:
            if isinstance(node, str):
                self._add_text(parent, node)
            elif node.tag in (LINK, IMAGE):
                self.reached = node.at
                self._add_link(parent, node)
            else:
                self._add_span(parent, node)

    def _add_text(self, parent: Element, text: str) -> None:
        for node in with_bare_links(text):
            if isinstance(node, str):
                _append(parent, node)
            else:
                # A piece of text does not know where it stood; look for it from the last link on.
                found = self.passage.text.find(words(node.inside), self.reached)
                self.reached = max(found, self.reached)
                self._add_link(parent, node)

    def _add_span(self, parent: Element, span: Span) -> None:
        if span.tag == AS_WRITTEN:
            _append(parent, words(span.inside))
        elif span.tag == CODE:
            _append(SubElement(parent, CODE), words(span.inside))
        elif span.tag == BREAK:
            SubElement(parent, BREAK).tail = "\n"
        else:
            self.fill(SubElement(parent, span.tag), span.inside)

    def _add_link(self, parent: Element, span: Span) -> None:
        named = span.inside if words(span.inside).strip() else [span.address]
        link = Link(span.address, words(named), self._line())
        if span.tag == IMAGE:
            self.addresses.images.append(link)
            named = [link.text]
        address = self.addresses.published(link)
        inside = list(self._without_links(named))
        if address is None:
            self.fill(parent, inside)
        elif inside:
            self.fill(self._anchor(parent, link, address, span.title), inside)

    def _anchor(self, parent: Element, link: Link, address: str, title: str) -> Element:
        anchor = SubElement(parent, LINK, {"href": literal(address)})
        if title:
            anchor.set("title", literal(title))
        if is_web(link.href):
            # The next site need not know which page a neighbour came from.
            anchor.set("rel", "noreferrer")
        if address.startswith("#"):
            self.fragments.append(anchor)
        return anchor

    def _without_links(self, nodes: Iterable[Node]) -> Iterator[Node]:
        for node in nodes:
            if isinstance(node, str):
                yield Span(AS_WRITTEN, [node])
            elif node.tag in (LINK, IMAGE):
                if node.tag == IMAGE:
                    image = Link(node.address, words(node.inside), self._line())
                    self.addresses.images.append(image)
                yield from self._without_links(node.inside)
            elif node.tag in (AS_WRITTEN, CODE, BREAK):
                yield node
            else:
                yield Span(node.tag, list(self._without_links(node.inside)))

    def _line(self) -> int:
        return self.passage.line + self.passage.text.count("\n", 0, self.reached)


def _append(element: Element, text: str) -> None:
    text = literal(text)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def literal(text: str) -> str:
    """Return text so that Python-Markdown writes each of its characters as itself."""
    # Python-Markdown would take “&copy;” for an entity; by now it is what a person means to show.
    return text.replace("&", f"{AMP_SUBSTITUTE}amp;") if "&" in text else text
