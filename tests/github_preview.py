"""GitHub's preview and our page -> the same plain words, where they say the same thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import cmarkgfm
import html5lib

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

TABLES = {"table", "tbody", "td", "th", "thead", "tr"}
HEADINGS = {f"h{level}" for level in range(1, 7)}
BLOCKS = TABLES | HEADINGS | {"blockquote", "hr", "li", "ol", "p", "pre", "ul"}
ALIGNED = {"cell-centre": "center", "cell-end": "right"}
SAFE_SCHEME = re.compile(r"(?:https?|mailto|tel|sms):|[^:]*$|[^:]*[/?#]", re.IGNORECASE)
OMITTED = "<!-- raw HTML omitted -->"


def github_html(text: str) -> str:
    """Return what GitHub's own renderer makes of a body."""
    html: str = cmarkgfm.github_flavored_markdown_to_html(text)
    return html


def has_raw_html(text: str) -> bool:
    """Whether GitHub reads some of this text as HTML, which our pages show as text."""
    return OMITTED in github_html(text)


def comparable(html: str) -> str:
    """Return HTML with everything taken out in which the two differ on purpose."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    written = _written(tree, levels=[], in_link=False)
    return re.sub(r"\s*\n\s*", "\n", written).strip()


def _written(element: Element, levels: list[int], in_link: bool) -> str:
    parts = [_text(element.text)]
    for child in element:
        # Strong inside strong looks no stronger; GitHub leaves the second one out.
        is_repeated = child.tag == element.tag == "strong"
        write = _written if is_repeated else _tagged
        parts.append(write(child, levels, in_link))
        parts.append(_text(child.tail))
    return "".join(parts)


def _text(text: str | None) -> str:
    return re.sub(r"[ \t\n]+", " ", text or "").replace("<", "&lt;")


def _tagged(element: Element, levels: list[int], in_link: bool) -> str:
    tag = element.tag
    if tag == "pre":
        shown = "".join(element.itertext()).replace("\n", "␤").replace("<", "&lt;")
        return f"\n<pre>{shown}</pre>\n"
    if tag == "input":
        return "☑" if "checked" in element.attrib else "☐"
    if tag == "img":
        return _link(element.get("src"), element.get("title"), element.get("alt") or "", in_link)
    inside = _written(element, levels, in_link or tag == "a")
    if tag == "a":
        return _link(element.get("href"), element.get("title"), inside, in_link)
    return inside if tag == "div" else _wrapped(element, inside, levels)


def _wrapped(element: Element, inside: str, levels: list[int]) -> str:
    tag, attributes = element.tag, ""
    if tag == "th" and not inside:
        tag = "td"
    if tag in HEADINGS:
        if not inside.strip():
            return ""
        tag = f"h{_level(int(tag[1]), levels)}"
    if tag in ("td", "th"):
        attributes = _alignment(element)
    if tag == "ol" and element.get("start"):
        attributes = f" start={element.get('start')}"
    edge = "\n" if tag in BLOCKS else ""
    inside = inside.strip() if edge else inside
    return f"{edge}<{tag}{attributes}>{edge}{inside}{edge}</{tag}>{edge}"


def _link(address: str | None, title: str | None, inside: str, in_link: bool) -> str:
    if in_link or address is None or not SAFE_SCHEME.match(address):
        return inside
    named = f" title={title}" if title else ""
    address = address.replace("#s-", "#")
    return f"<a href={address}{named}>{inside if inside.strip() else address}</a>"


def _level(written: int, levels: list[int]) -> int:
    while levels and levels[-1] >= written:
        levels.pop()
    levels.append(written)
    return len(levels)


def _alignment(element: Element) -> str:
    align = element.get("align") or ALIGNED.get(element.get("class") or "", "")
    return f" align={align}" if align in ALIGNED.values() else ""
