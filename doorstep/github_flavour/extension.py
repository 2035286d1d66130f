"""Python-Markdown -> Python-Markdown that reads bodies as GitHub's preview does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from msgspec import Struct, field

from doorstep.github_flavour.definitions import Definitions
from doorstep.github_flavour.headings import Outline
from doorstep.github_flavour.passages import Passage, PassageWriter
from doorstep.github_flavour.reader import read_blocks
from doorstep.github_flavour.trees import TreeGrower
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from markdown.blockparser import BlockParser

    from doorstep.github_flavour.addresses import Addresses
    from doorstep.limits import Limit

FIRST = 1000
"""The priority of what comes before all that Python-Markdown has of its own."""
LINE_END = late_pattern("\\r\\n?")
UNPRINTABLE = late_pattern(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff]"
)
"""Characters that no page may hold. Two of them Python-Markdown keeps for itself."""


class Body(Struct):
    """What is known of one body while it is read."""

    addresses: Addresses
    outline: Outline
    definitions: Definitions = field(default_factory=Definitions)
    passages: list[Passage] = field(default_factory=list)
    beyond: dict[Limit, int] = field(default_factory=dict)
    """The first line that has more than a limit allows, for each limit."""


class GitHubFlavour(Extension):
    """Reads blocks, and the text in them, in GitHub's way; `body` is set anew for each body."""

    def __init__(self, body: Body) -> None:
        super().__init__()
        self.body = body

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Put GitHub's reading in the place of Python-Markdown's own."""
        for registry, names in (
            (md.preprocessors, ("normalize_whitespace", "html_block")),
            (md.treeprocessors, ("inline", "prettify", "unescape")),
            (md.postprocessors, ("raw_html", "unescape")),
        ):
            for name in names:
                registry.deregister(name, strict=False)
        md.preprocessors.register(_CleanLines(md), "github_lines", FIRST)
        md.parser.blockprocessors.register(_Blocks(md.parser, self), "github_blocks", FIRST)
        md.treeprocessors.register(_Text(md, self), "github_text", FIRST)


class _CleanLines(Preprocessor):
    """Lines as they come -> lines with one kind of end, and without unprintable characters."""

    def run(self, lines: list[str]) -> list[str]:
        if "".join(lines).isprintable():
            return lines
        text = LINE_END.sub("\n", "\n".join(lines))
        return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text).split("\n")


class _Blocks(BlockProcessor):
    """A whole body -> its blocks as elements, their text not yet read."""

    def __init__(self, parser: BlockParser, flavour: GitHubFlavour) -> None:
        super().__init__(parser)
        self.flavour = flavour

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return True

    def run(self, parent: Element, blocks: list[str]) -> None:
        # Python-Markdown has split the body at its blank lines; which lines belong together
        # cannot be told from the pieces.
        lines = "\n\n".join(blocks).removesuffix("\n").split("\n")
        blocks.clear()
        body = self.flavour.body
        blocks_read, body.definitions, body.beyond = read_blocks(lines)
        grower = TreeGrower(body.outline)
        grower.grow(parent, blocks_read.children)
        body.passages = grower.passages


class _Text(Treeprocessor):
    """The text of all blocks -> words, marks and links, now that every definition is known."""

    def __init__(self, md: Markdown, flavour: GitHubFlavour) -> None:
        super().__init__(md)
        self.flavour = flavour

    def run(self, root: Element) -> None:  # noqa: ARG002
        body = self.flavour.body
        PassageWriter(body.definitions, body.outline, body.addresses).write(body.passages)
