"""A cell, with whatever HTML it holds -> its words, its links, and the same as Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from msgspec import Struct

from doorstep.contacts import is_web_address
from doorstep.importers.tables import visible

_LINES = re.compile(r"br|p|div|tr|table|ul|ol|h[1-6]|section|article|blockquote")
_WORDS = re.compile(r"a|b|strong|i|em|u|span|font|small|big|su[pb]|t[dh]|tbody|thead|img")
_TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>]|$)([^<>]*)(>?)|<!--(?:(?!<!--|-->).)*-->", re.DOTALL
)
_HREF = re.compile(
    r"""\bhref\s*=\s*(?:"([^"]*)"?|'([^']*)'?|[“”]([^“”]*)[“”]?|([^\s"'“”>]+))""", re.IGNORECASE
)
_ENTITY = re.compile(r"&#?[0-9A-Za-z]{1,32};")
# "http://<a href=…" and "http://While we are closed": an address box that was filled with words.
_EMPTY_SCHEME = re.compile(r"https?://(?=\s|$|[^\s./]+(?:\s|$))")


class Link(Struct, frozen=True):
    """Words that lead somewhere."""

    words: str
    href: str


class Cell(Struct, frozen=True):
    """What a cell says, once its HTML is read."""

    pieces: tuple[str | Link, ...]

    @property
    def text(self) -> str:
        """The words alone, line by line."""
        return _tidy_lines("".join(_words(piece) for piece in self.pieces))

    @property
    def line(self) -> str:
        """The words on one line, with commas between what were lines."""
        lines = [_BULLET.sub("", line).rstrip(",;") for line in self.text.split("\n")]
        return ", ".join(line for line in lines if line)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where its links lead, in order."""
        return tuple(piece.href for piece in self.pieces if isinstance(piece, Link))

    @property
    def markdown(self) -> str:
        """The words as Markdown, in which nothing but its links and lists does anything."""
        inline = "".join(
            _markdown_link(piece) if isinstance(piece, Link) else _escaped(piece)
            for piece in self.pieces
        )
        return _blocks(_tidy_lines(inline))


def _words(piece: str | Link) -> str:
    return piece.words if isinstance(piece, Link) else piece


def _tidy_lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def read_cell(cell: str) -> Cell:
    """Return what a cell says: tags that are HTML are read, any others are words."""
    pieces = [piece for piece in _pieces(visible(cell)) if _words(piece)]
    return Cell(tuple(p if isinstance(p, Link) else _EMPTY_SCHEME.sub("", p) for p in pieces))


def _pieces(cell: str) -> Iterator[str | Link]:
    at, href, inside = 0, "", ""
    for tag in _TAG.finditer(cell):
        meaning = _meaning(tag)
        if meaning is None:
            continue
        inside += _unescaped(cell[at : tag.start()])
        at = _end(tag)
        if tag[2] and tag[2].lower() == "a":
            yield _piece(inside, href)
            href, inside = _href(tag[3]), ""
        inside += meaning
    yield _piece(inside + _unescaped(cell[at:]), href)


def _meaning(tag: re.Match[str]) -> str | None:
    """Return what a tag puts between words, or None when it is not HTML but words itself."""
    if tag[2] is None:
        return ""
    name = tag[2].lower()
    # <a href="…" with no end, or half of </a, is a slip; any other open "<" is a sign.
    if not tag[4] and not tag[1] and not (name == "a" and _href(tag[3])):
        return None
    if name == "li":
        return "" if tag[1] else "\n- "
    if _LINES.fullmatch(name):
        return "\n"
    return "" if _WORDS.fullmatch(name) else None


def _end(tag: re.Match[str]) -> int:
    """Return where the words go on: after the tag, or after the address of one with no end."""
    found = _HREF.search(tag[3]) if tag[2] and not tag[4] else None
    return tag.start(3) + found.end() if found else tag.end()


def _href(attributes: str) -> str:
    found = _HREF.search(attributes)
    written = next((group for group in found.groups() if group), "") if found else ""
    # "&region=" in an address is no entity: only what ends in a semicolon is.
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), written).strip()


def _unescaped(text: str) -> str:
    return visible(html.unescape(text))


def _piece(words: str, href: str) -> str | Link:
    return Link(words, href) if href and words.strip() else words


def _markdown_link(link: Link) -> str:
    if not is_web_address(link.href):
        return _escaped(link.words)
    words = _escaped(" ".join(link.words.split()))
    before = link.words[: len(link.words) - len(link.words.lstrip())]
    after = link.words[len(link.words.rstrip()) :]
    # A bracket inside the address would end it (CommonMark, link destinations).
    address = link.href.replace("(", "%28").replace(")", "%29")
    return f"{before}[{words}]({address}){after}"


_ADDRESS = re.compile(r"(https?://[^\s<>]+|www\.[^\s<>]+)")
_SIGNS = re.compile(r"[\\`\[\]~]|(?<!^)\*|^\*(?! )|(?<!\w)_|_(?!\w)", re.MULTILINE)


def _escaped(text: str) -> str:
    """Return words in which Markdown sees nothing but words and bare web addresses."""
    parts = _ADDRESS.split(text)
    parts[::2] = [_escaped_words(part) for part in parts[::2]]
    return "".join(parts)


def _escaped_words(text: str) -> str:
    plain = _ENTITY.sub(lambda entity: f"&amp;{entity[0][1:]}", text)
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", plain).replace("<", "&lt;")


_BULLET = re.compile(r"^[-–•·*]\s+")
_STARTS_A_BLOCK = re.compile(r"^(?=#{1,6}(?:\s|$)|>|\+\s|[-=+_]{3,}\s*$|[-+]$)")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def _blocks(text: str) -> str:
    """Return lines as a list where they are one, otherwise as paragraphs."""
    lines = text.split("\n") if text else []
    if len(lines) > 1 and all(_is_short(line) for line in lines):
        return "\n".join(f"- {_words_first(_BULLET.sub('', line))}" for line in lines)
    blocks: list[str] = []
    for line in _whole_sentences(lines):
        item = _BULLET.match(line)
        words = _words_first(line[item.end() :] if item else line)
        follows = bool(item and blocks and blocks[-1].startswith("- "))
        block = f"- {words}" if item else words
        if follows:
            blocks[-1] += f"\n{block}"
        else:
            blocks.append(block)
    return "\n\n".join(blocks)


def _whole_sentences(lines: list[str]) -> Iterator[str]:
    """Yield lines, those put together again that a line break cut in the middle."""
    whole = ""
    for line in lines:
        if whole and line[0].islower() and not whole.endswith((".", "!", "?", ":")):
            whole += f" {line}"
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole


def _is_short(line: str) -> bool:
    return len(line) <= 60 and not line.endswith((".", "!", "?", ":"))


def _words_first(line: str) -> str:
    """Return a line that begins no heading, quotation, list or rule."""
    return _NUMBERED.sub(r"\1\\\2", _STARTS_A_BLOCK.sub(r"\\", line))
