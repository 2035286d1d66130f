"""Addresses in running text, typed without any marks -> links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.github_flavour.spans import LINK, Node, Span
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = r"[^\W_](?>(?:[^\W_]|[-_.]|[^\x00-\x7f\s]){0,252})"
# GitHub goes on to the next space whatever follows the host, into addresses that no browser opens.
WEB = rf"(?:www\.|(?i:https?)://)(?P<host>{HOST})(?>(?:[:/?#][^\s<]*+)?)"
WEB_LETTERS = "whH"
"""What a web address begins with: a search for these is quick, for a whole beginning it is not."""
AFTER_LETTER = r"(?:(?<=w)(?<![^\s*_~(]w)ww\.|(?<=[hH])(?<![A-Za-z][hH])(?i:ttps?)://)"
WEB_START = f"[{WEB_LETTERS}]{AFTER_LETTER}"
EMAIL = (
    r"(?<![\w.+/-])[A-Za-z0-9.+_-]{1,64}+"
    r"@[A-Za-z0-9_-]++(?>(?:\.[A-Za-z0-9_-]++)+)(?<=[A-Za-z])(?!@)"
)
WEB_LINK = late_pattern(WEB)
ANY_LINK = late_pattern(f"(?={WEB_START}){WEB}|{EMAIL}")
TRAILING = "?!.,:*_~'\"’”»…"
"""Marks that end a sentence and not an address. GitHub knows only the plain ones, and makes a
link that goes nowhere of an address in curly quotes."""
LONGEST_ENTITY = 32


def bare_link_at(text: str, start: int) -> Span | None:
    """Read the web address that begins here; the words of the link are the address as typed."""
    found = WEB_LINK.match(text, start)
    return _web_link(found) if found else None


def with_bare_links(text: str) -> Iterator[Node]:
    """Yield text with its web and e-mail addresses made into links."""
    done = 0
    if "@" in text or "www." in text or "://" in text:
        for found in ANY_LINK.finditer(text):
            link = _web_link(found) if found["host"] else _email_link(found)
            if link:
                yield text[done : found.start()]
                yield link
                done = found.start() + len(str(link.inside[0]))
    yield text[done:]


def _web_link(found: re.Match[str]) -> Span | None:
    # No name of a web site has an underscore in its last two parts.
    if "_" in "".join(found["host"].split(".")[-2:]):
        return None
    address = found[0][: _end(found[0])]
    target = f"http://{address}" if address.startswith("www.") else address
    return Span(LINK, [address], at=found.start(), address=target)


def _email_link(found: re.Match[str]) -> Span:
    return Span(LINK, [found[0]], at=found.start(), address=f"mailto:{found[0]}")


def _end(address: str) -> int:
    """Find where an address ends and the rest of the sentence begins."""
    end = len(address)
    unpaired = address.count(")") - address.count("(")
    while True:
        last = address[end - 1]
        if last == ";":
            end = _before_entity(address, end)
        elif last in TRAILING:
            end -= 1
        elif last == ")" and unpaired > 0:
            unpaired -= 1
            end -= 1
        else:
            return end


def _before_entity(address: str, end: int) -> int:
    start = address.rfind("&", max(0, end - LONGEST_ENTITY), end)
    is_entity = start >= 0 and address[start + 1 : end - 1].isalpha()
    return start if is_entity else end - 1
