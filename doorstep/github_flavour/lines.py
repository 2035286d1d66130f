"""A line of a body -> its indentation and the rest, with tabs counted as GitHub counts them."""

from __future__ import annotations

TAB_STOP = 4
CODE_INDENT = 4
"""Columns of indentation from which a line is code and no longer a mark of anything else."""


class Line:
    """A line of a body, read from the left; what has been read is gone from it."""

    __slots__ = ("column", "content", "indent", "number")

    def __init__(self, text: str, number: int) -> None:
        self.number = number
        self.column = 0
        self._rest_is(text)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is left but spaces."""
        return not self.content

    @property
    def is_indented(self) -> bool:
        """Whether the line stands so far in that it can only be code."""
        return self.indent >= CODE_INDENT

    @property
    def text(self) -> str:
        """All that is left, indentation included."""
        return " " * self.indent + self.content

    def skip_indent(self, columns: int) -> None:
        """Read past that much indentation, or as much of it as there is."""
        columns = min(columns, self.indent)
        self.indent -= columns
        self.column += columns

    def skip_mark(self, width: int) -> None:
        """Read past the indentation and a mark such as `>` or `10.`."""
        self.column += self.indent + width
        self._rest_is(self.content[width:])

    def _rest_is(self, text: str) -> None:
        self.content = text.lstrip(" \t")
        lead = text[: len(text) - len(self.content)]
        if "\t" in lead:
            # A tab reaches to the next stop of the whole line, not of what is left of it.
            lead = (" " * self.column + lead).expandtabs(TAB_STOP)[self.column :]
        self.indent = len(lead)
