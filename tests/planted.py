"""Attacks -> a guide that has one wherever it has words, each known by a word of its own."""

from __future__ import annotations

import json
import re
from collections import deque
from dataclasses import dataclass, field
from itertools import cycle
from typing import TYPE_CHECKING

from PIL import Image

from doorstep.kinds import Kind
from doorstep.sources.texts import CONTROL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    Here = Callable[[str], str]

HARMLESS = "tea and talk"
"""What a guide says that nobody attacks."""

WORD = re.compile(r"zq[0-9]{5}qz")
"""What the word beside every attack looks like."""

LONGEST = 185
"""Letters of an attack that fit into a name; longer ones go below the facts."""

FENCE = "~" * 40
"""Code stands between two of these."""

BELOW = ("body", "code")
"""What stands below the facts."""

EACH = 5
"""Topics, areas, audiences and landmarks of such a guide."""

_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})")


def quoted(text: str) -> str:
    """Return text as YAML has it in quotation marks, letter by letter (YAML 1.2.2, 5.7)."""
    return _PAIR.sub(_one_letter, json.dumps(text))


def _one_letter(found: re.Match[str]) -> str:
    high, low = (int(half, 16) for half in found.groups())
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08x}"


def can_be_typed(attack: str) -> bool:
    """Say whether the guide takes these letters at all; files with others are refused whole."""
    return CONTROL.search(attack) is None


@dataclass(frozen=True, slots=True)
class Planted:
    """What stands in one place of a guide."""

    entry: str
    """Its path, such as groups/entry-1/; "" for site.yaml."""
    name: str
    """The fact, such as contact.name."""
    text: str
    """An attack, and a word that nothing else has."""


@dataclass(slots=True)
class Plants:
    """What was planted so far, by its word."""

    attacks: Iterator[str]
    planted: dict[str, Planted] = field(default_factory=dict)
    longer: deque[str] = field(default_factory=deque)

    def text(self, entry: str, name: str) -> str:
        """Return an attack with a word of its own, by turns before and after it."""
        attack, word = self._next(name), f"zq{len(self.planted):05}qz"
        text = f"{word} {attack}" if len(self.planted) % 2 else f"{attack} {word}"
        self.planted[word] = Planted(entry, name, text)
        return text

    def _next(self, name: str) -> str:
        if name in BELOW and self.longer:
            return self.longer.popleft()
        while len(attack := next(self.attacks)) > LONGEST and name not in BELOW:
            self.longer.append(attack)
        return attack

    def at(self, entry: str) -> Here:
        """Return what plants in the facts of an entry, as YAML has them."""
        return lambda name: quoted(self.text(entry, name))


def plant(folder: Path, attacks: Iterable[str], entries: int) -> dict[str, Planted]:
    """Write a guide of so many entries into a folder, and return what is in it."""
    plants = Plants(filter(can_be_typed, attacks))
    _write(folder / "site.yaml", _settings(plants.at("")))
    photos = folder / "content" / "photos"
    photos.mkdir(parents=True)
    Image.new("RGB", (640, 480), "teal").save(photos / "tea.jpg")
    for number, kind in zip(range(1, entries + 1), cycle(Kind), strict=False):
        file = folder / "content" / kind.folder / f"entry-{number}.md"
        _write(file, _entry(kind, number, plants))
    return plants.planted


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def _entry(kind: Kind, number: int, plants: Plants) -> str:
    path = f"{'about' if kind is Kind.PAGE else kind.folder}/entry-{number}/"
    here = plants.at(path)
    facts = [
        *_names(number, here),
        *_dates(kind, number, here),
        *_place(kind, number, here),
        *_people(number, here),
        *_own(kind, number, here),
    ]
    # A longer fence than any attack has: what is in it is shown as it is.
    code = f"{FENCE}\n{plants.text(path, 'code')}\n{FENCE}"
    return "\n".join(("---", *facts, "---", code, plants.text(path, "body"), ""))


def _names(number: int, here: Here) -> list[str]:
    one = number % EACH
    return [
        f"number: {number}",
        f"title: {here('title')}",
        f"summary: {here('summary')}",
        f"topics: [topic-{one}]",
        f"area: area-{one}",
        f"for: [audience-{one}]",
        f"come_along: {here('come_along')}",
        f"cost: {here('cost')}",
        f"access: {{step_free: yes, notes: {here('access.notes')}}}",
    ]


def _dates(kind: Kind, number: int, here: Here) -> list[str]:
    if kind in (Kind.PAGE, Kind.STORY) or number % 3 == 0:
        return []
    moved = "moved_to: Wednesday 2 December 2026"
    return [
        "when: Every Tuesday until 8 December 2026, 10:30am to midday",
        "changes:",
        f"  - {{on: 2026-11-24, cancelled: yes, because: {here('changes.because')}}}",
        f"  - {{on: 2026-12-01, {moved}, where: {here('changes.where')}}}",
        f"languages: [{here('languages')}, Gujarati]",
    ]


def _place(kind: Kind, number: int, here: Here) -> list[str]:
    if kind is Kind.PAGE:
        return []
    names = ("name", "address", "directions")
    position = f"  lat: 53.70{number % 90 + 10}\n  lon: -3.30{number % 80 + 10}"
    words = [f"  {name}: {here(f'where.{name}')}" for name in names]
    return ["where:", *words, "  postcode: AB1 2CD", position]


def _people(number: int, here: Here) -> list[str]:
    names = ("name", "best_time", "say")
    return [
        "contact:",
        *(f"  {name}: {here(f'contact.{name}')}" for name in names),
        "  phone: 020 7946 0456",
        f"you_can_help: [{here('you_can_help')}, make tea]",
        f"checked: {{on: 2026-11-{number % 20 + 1}, how: {here('how')}, by: {here('by')}}}",
        f"safeguarding: {here('safeguarding')}",
        f"insurance: {here('insurance')}",
        f"source: {{from: {here('source.from')}, id: {here('source.id')}, hash: 4f1c8a20}}",
    ]


def _own(kind: Kind, number: int, here: Here) -> list[str]:
    match kind:
        case Kind.STORY:
            return [f"consent: {{on: 2026-11-03, kept_by: {here('kept_by')}}}"]
        case Kind.GROUP:
            return [f"image: {{file: photos/tea.jpg, alt: {here('image.alt')}}}"]
        case Kind.HELP:
            return [f"side: {('get', 'give')[number % 2]}"]
        case Kind.PLACE | Kind.GREEN_SPACE:
            return ["open: Monday to Friday, 9am to 5pm"]
        case _:
            return []


def _settings(here: Here) -> str:
    return "\n".join(
        [
            f"name: {here('name')}",
            f"tagline: {here('tagline')}",
            "url: https://harbour-row.example.org/guide/",
            "repository: https://github.com/example/guide",
            "centre: {lat: 53.7020, lon: -3.3000}",
            f"help_line: {{name: {here('answers')}, phone: 020 7946 0123, times: {here('times')}}}",
            f"emergency: [{{name: {here('rings')}, phone: '999', say: {here('say')}}}]",
            f"forum: {{name: {here('forum')}, meets: {here('meets')}, people: {here('people')}}}",
            f"editing: {{reviewers: {here('reviewers')}, browser_editor: yes}}",
            f"spoken_here: [{here('spoken_here')}]",
            *_vocabularies(here),
        ]
    )


def _vocabularies(here: Here) -> list[str]:
    ids = range(EACH)
    return [
        "areas:",
        *(f"  - {{id: area-{one}, label: {here('area')}}}" for one in ids),
        "landmarks:",
        *(
            f"  - {{id: mark-{one}, name: {here('landmark')}, lat: 53.70{one}, lon: -3.30{one}}}"
            for one in ids
        ),
        "topics:",
        *(
            f"  - {{id: topic-{one}, label: {here('topic')}, words: [{here('words')}]}}"
            for one in ids
        ),
        "audiences:",
        *(f"  - {{id: audience-{one}, label: {here('audience')}}}" for one in ids),
    ]
