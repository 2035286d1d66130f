"""Python-Markdown -> Python-Markdown that reads bodies as GitHub's preview does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast
from xml.etree.ElementTree import Element

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from doorstep.github_flavour.headings import Outline
from doorstep.github_flavour.passages import PassageWriter
from doorstep.github_flavour.reader import read_blocks
from doorstep.github_flavour.trees import TreeGrower

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown import Markdown

    from doorstep.github_flavour.addresses import Addresses

FIRST = 1000
"""The priority of what comes before all else that Python-Markdown has."""
UNPRINTABLE = re.compile(
    "[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff]"
)
"""Characters that no page may hold."""


class GitHubFlavour(Extension):
    """Reads blocks and text in GitHub's way; `begin` comes before each body."""

    def __init__(self, addresses: Addresses, heading_offset: int = 1) -> None:
        super().__init__()
        self.begin(addresses, heading_offset)

    def begin(self, addresses: Addresses, heading_offset: int) -> None:
        """Be ready for the next body."""
        self.outline = Outline(heading_offset)
        self.addresses = addresses
        self.grower = TreeGrower(self.outline)
