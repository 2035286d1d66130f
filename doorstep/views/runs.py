"""Phones, addresses and links -> runs, the pieces a line of a page is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from doorstep.contacts import dialled
from doorstep.views.parts import Run

if TYPE_CHECKING:
    from collections.abc import Iterable

Line = tuple[Run, ...]


def words(text: str) -> Run:
    """Return plain words."""
    return Run(text)


def phone(number: str) -> Run:
    """Return a number to phone: read as text, dialled with a tap (RFC 3966)."""
    return Run(number, f"tel:{quote(dialled(number), safe='+;=')}", "phone")


def text_message(number: str) -> Run:
    """Return a number to text (RFC 5724)."""
    return Run(number, f"sms:{quote(dialled(number), safe='+;=')}", "phone")


def whatsapp(number: str) -> Run:
    """Return a number to write to on WhatsApp."""
    return Run(number, f"https://wa.me/{dialled(number).lstrip('+')}", "phone")


def email(address: str) -> Run:
    """Return an e-mail address to write to (RFC 6068)."""
    return Run(address, f"mailto:{quote(address, safe='@')}", "link")


def website(address: str) -> Run:
    """Return a web page, shown by its host and path."""
    parts = urlsplit(address)
    shown = f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/")
    return Run(shown, address, "link")


def name(text: str) -> Run:
    """Return a name, which nobody translates."""
    return Run(text, "", "name")


def moment(text: str, machine: str, ends: str, over: str) -> Run:
    """Return a date and time in words and as machines write it, and what to say once it is over."""
    return Run(text, moment=machine, ends=ends, over=over)


def passing(text: str, ends: str) -> Run:
    """Return words that are true until an instant (RFC 3339), when a script hides them."""
    return Run(text, ends=ends)


def aside(text: str) -> Run:
    """Return quieter words."""
    return Run(text, "", "aside")


def link(text: str, href: str) -> Run:
    """Return a link."""
    return Run(text, href, "link")


def joined(runs: Iterable[Run], between: str = ", ") -> Line:
    """Return runs as one line with the same words between them."""
    line: list[Run] = []
    for run in runs:
        line += [Run(between), run] if line else [run]
    return tuple(line)


def in_language(text: str, tag: str) -> Run:
    """Return words in another language, marked so that speech changes too (WCAG 3.1.2)."""
    return Run(text, "", "name", tag)
