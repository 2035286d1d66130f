"""A line of a calendar -> Property: its name, its parameters and its value."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from doorstep.importers.icalendar.content_lines import ContentLine
from doorstep.importers.tables import visible

_NAME = re.compile(r"\s*([A-Za-z0-9-]+)\s*(?=[;:])")
_PARAMETER = re.compile(r';((?:"[^"]*"|[^";:])*)')
_WHOLE_PARAMETER = re.compile(r';((?:"[^"]*"|[^";])*)')
_LAST_VALUE = re.compile(r'(?P<before>.*):(?P<value>[^":]*)', re.DOTALL)
_BEGINS_A_DATE = re.compile(r"\s*[0-9]{4}-?[0-9]{2}")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)

_TIMES = frozenset({"DTSTART", "DTEND", "EXDATE", "RDATE", "RECURRENCE-ID"})
"""Properties with a TZID, which Outlook fills with colons and no quotation marks."""


class Property(Struct, frozen=True):
    """One fact of a calendar, as it was written."""

    name: str
    """In capitals."""
    parameters: Mapping[str, str]
    """By their names in capitals, without quotation marks."""
    value: str
    line: int

    @property
    def text(self) -> str:
        """The value as words (RFC 5545, 3.3.11), with nothing in it that cannot be seen."""
        value = self.value
        if self.parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
            value = quopri.decodestring(value.encode()).decode("utf-8", errors="ignore")
        return visible(_ESCAPED.sub(_unescaped, value)).strip()


def read_property(line: ContentLine) -> Property | None:
    """Return what a line says, or None when it is no property of anything."""
    named = _NAME.match(line.text)
    if named is None:
        return None
    name, rest = named[1].upper(), line.text[named.end() :]
    parameters, value = _split(rest)
    is_odd = name in _TIMES and not _BEGINS_A_DATE.match(value)
    if is_odd and (found := _LAST_VALUE.fullmatch(rest)):
        parameters, value = found["before"], found["value"]
    return Property(name, dict(_pairs(parameters)), value.strip(), line.number)


def _split(rest: str) -> tuple[str, str]:
    """Return parameters and value: they meet at the first colon outside quotation marks."""
    at = 0
    while found := _PARAMETER.match(rest, at):
        at = found.end()
    return rest[:at], rest[at:].removeprefix(":")


def _pairs(parameters: str) -> Iterator[tuple[str, str]]:
    for part in _WHOLE_PARAMETER.findall(parameters):
        name, equals, value = part.partition("=")
        if equals:
            yield name.strip().upper(), value.strip().strip('"').strip()


def _unescaped(mark: re.Match[str]) -> str:
    return "\n" if mark[1] in "nN" else mark[1]
