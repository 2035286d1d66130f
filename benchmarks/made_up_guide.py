"""A number and a seed -> a guide of that many entries, the same each time, to build and measure."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOPICS = (
    "company", "food", "money", "older-people", "children", "health", "learning", "making",
    "music", "sport", "gardens", "faith",
)  # fmt: skip
AREAS = ("north", "south", "east", "west", "middle")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TIMES = ("10:30am to midday", "2pm to 4pm", "7pm to 9pm", "6:30pm to 8pm")
WORDS = (
    "tea", "talk", "room", "door", "chair", "table", "garden", "walk", "bench", "song", "book",
    "lamp", "window", "hill", "river", "stall", "bread", "soup", "coat", "light", "friend",
    "neighbour", "street", "corner", "school", "hall", "kettle", "cup", "game", "card", "wool",
    "needle", "seed", "spade", "paint", "brush", "bike", "wheel", "tool", "map", "story", "film",
    "choir", "drum", "ball", "pitch", "pond", "tree", "path",
)  # fmt: skip
SETTINGS = """\
name: Measured guide
url: https://measured.example.org/guide/
centre: {lat: 53.7020, lon: -3.3000}
help_line: {name: The forum, phone: 020 7946 0123}
forum: {name: The forum}
"""


@dataclass(frozen=True, slots=True)
class MadeUp:
    """One made-up entry, as Doorstep reads it."""

    kind: str
    slug: str
    text: str

    @property
    def file(self) -> str:
        """Where it lies below the guide's folder."""
        return f"content/{self.kind}/{self.slug}.md"


def write_guide(folder: Path, number: int, seed: int = 1) -> None:
    """Write site.yaml and content/ with so many entries below a folder."""
    (folder / "site.yaml").write_text(settings(random.Random(seed)), encoding="utf-8")
    for entry in made_up_entries(number, seed):
        path = folder / entry.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(entry.text, encoding="utf-8")


def made_up_entries(number: int, seed: int = 1) -> Iterator[MadeUp]:
    """Yield so many entries, one in twenty of them a place and the others groups."""
    dice = random.Random(seed)
    settings(dice)  # it throws the dice first
    for place in range(number // 20):
        yield MadeUp("places", f"place-{place}", place_text(dice, place))
    for group in range(number - number // 20):
        yield MadeUp("groups", f"group-{group}", group_text(dice, group, number))


def settings(dice: random.Random) -> str:
    """Return site.yaml with topics, areas, audiences and landmarks."""
    topics = "".join(f"  - {{id: {topic}, label: {topic.capitalize()}}}\n" for topic in TOPICS)
    areas = "".join(f"  - {{id: {area}, label: {area.capitalize()} side}}\n" for area in AREAS)
    landmarks = "".join(
        f"  - {{id: mark-{n}, name: the {WORDS[n]}, {position(dice, 0.01)}}}\n" for n in range(6)
    )
    return (
        f"{SETTINGS}topics:\n{topics}areas:\n{areas}audiences:\n"
        f"  - {{id: everyone, label: Everyone}}\nlandmarks:\n{landmarks}"
    )


def position(dice: random.Random, spread: float) -> str:
    """Return lat and lon somewhere around the middle."""
    return f"lat: {dice.gauss(53.7020, spread):.5f}, lon: {dice.gauss(-3.3000, spread):.5f}"


def place_text(dice: random.Random, number: int) -> str:
    """Return the file of a place."""
    return f"""---
title: {words(dice, 2).capitalize()} hall {number}
summary: {words(dice, 10).capitalize()}.
topics: [{dice.choice(TOPICS)}]
area: {dice.choice(AREAS)}
open: Monday to Friday, 9am to 5pm
where: {{address: {number + 1} {dice.choice(WORDS)} Street, {position(dice, 0.03)}}}
access: {{step_free: yes, toilet: yes, hearing_loop: not known}}
contact: {{name: Pat, phone: 020 7946 0{dice.randrange(1000):03}}}
checked: 2026-11-{dice.randrange(1, 20):02}, by phone, Amina
---
{body(dice)}
"""


def group_text(dice: random.Random, number: int, entries: int) -> str:
    """Return the file of a group, with fifteen fields and 120 to 200 words."""
    return f"""---
number: {number + 1}
title: {words(dice, 3).capitalize()} group {number}
summary: {words(dice, 12).capitalize()}.
topics: [{", ".join(dice.sample(TOPICS, 2))}]
for: [everyone]
when: Every {dice.choice(DAYS)}, {dice.choice(TIMES)}
where: place-{dice.randrange(entries // 20)}
come_along: Just turn up. On your own is fine.
cost: {dice.choice(("Free", "£2", "Give what you can"))}
access: {{step_free: yes, notes: {words(dice, 6)}}}
languages: [English, Gujarati]
contact: {{name: Pat, phone: 020 7946 0{dice.randrange(1000):03}, best_time: weekday mornings}}
you_can_help: [make tea, give lifts home]
works_with: [group-{dice.randrange(entries - entries // 20)}]
checked: 2026-{dice.randrange(6, 11):02}-{dice.randrange(1, 28):02}, by phone, Amina
---
{body(dice)}
"""


def body(dice: random.Random) -> str:
    """Return 120 to 200 words of Markdown with emphasis, a list and links."""
    half = dice.randrange(55, 90)
    items = "\n".join(f"- {words(dice, 5)}" for _ in range(3))
    return (
        f"{words(dice, half)}, *{words(dice, 2)}* and **{words(dice, 2)}**.\n{items}\n\n"
        f"See [{words(dice, 2)}](https://example.org/{words(dice, 1)}). {words(dice, half)}."
    )


def words(dice: random.Random, number: int) -> str:
    """Return so many words."""
    return " ".join(dice.choices(WORDS, k=number))
