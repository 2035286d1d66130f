"""A number -> the files of a guide of that many entries, as various as those people write.

Sizes of search files depend on how many different words there are, so sentences are those of the
example guide with names of people, streets and groups in them that are made up as in any town.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

from shipped import skip_without_the_example

CONTENT = Path(__file__).resolve().parent.parent / "content"
SYLLABLES = (
    *("al", "an", "bar", "bel", "bren", "car", "den", "dor", "el", "far", "gar", "hol"),
    *("ing", "jan", "kel", "lin", "mar", "nor", "ol", "per", "quin", "ros"),
)
ENDS = ("by", "den", "field", "ford", "ham", "ia", "ley", "man", "ne", "ra", "son", "ton", "wick")
KINDS = ("group", "club", "circle", "session", "walk", "lunch", "class", "café", "advice", "choir")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TIMES = ("10:30am to midday", "2pm to 4pm", "7pm to 9pm", "6:30pm to 8pm")
TOPICS = [f"topic-{number}" for number in range(20)]
AREAS = [f"area-{number}" for number in range(8)]
LANGUAGES = ("Gujarati", "Urdu", "Polish", "Romanian", "Somali", "Arabic", "Bengali", "Punjabi")


class Teller:
    """What tells of one guide, the same for the same number of entries."""

    def __init__(self, entries: int) -> None:
        self.entries = entries
        self.places = entries // 12
        self.dice = random.Random(entries)  # noqa: S311 - it makes up words, not secrets

    def name(self) -> str:
        """Return a name, some of them far more often than others."""
        rank = int(self.dice.paretovariate(0.3))
        own = random.Random(rank)  # noqa: S311
        syllables = "".join(own.choices(SYLLABLES, k=own.randrange(1, 3)))
        return (syllables + own.choice(ENDS)).capitalize()

    def title(self) -> str:
        """Return two to five words, one of them a name."""
        more = self.dice.sample(title_words(), k=self.dice.randrange(0, 3))
        return " ".join([self.name(), *more, self.dice.choice(KINDS)])

    def summary(self) -> str:
        """Return a sentence as long as a summary."""
        first, second = (one.split() for one in self.dice.sample(sentences(), 2))
        return " ".join([*first[:6], self.dice.choice(title_words()), *second[-6:]])

    def body(self) -> str:
        """Return ten sentences with a few names in them."""
        words = " ".join(self.dice.sample(sentences(), k=10)).split()
        return " ".join(self.name() if self.dice.random() < 0.06 else word for word in words)

    def place(self, number: int) -> str:
        """Return the file of a place."""
        return (
            f"title: {self.name()} {self.dice.choice(('Hall', 'House', 'Centre'))}\n"
            f"summary: {self.summary()}\ntopics: [{self.dice.choice(TOPICS)}]\n"
            f"area: {self.dice.choice(AREAS)}\n"
            f"where: {{address: {number} {self.name()} Street, postcode: HR1 {number % 9 + 1}AB}}\n"
            f"{self.common(number)}"
        )

    def group(self, number: int) -> str:
        """Return the file of a group."""
        topics = ", ".join(self.dice.sample(TOPICS, 2))
        return (
            f"title: {self.title()}\nsummary: {self.summary()}\ntopics: [{topics}]\n"
            f"for: [everyone]\nwhen: Every {self.dice.choice(DAYS)}, {self.dice.choice(TIMES)}\n"
            f"where: place-{self.dice.randrange(self.places)}\n"
            f"come_along: Just turn up.\ncost: {self.dice.choice(('Free', '£2', 'By donation'))}\n"
            f"you_can_help: [make tea, give lifts]\n{self.common(number)}"
        )

    def common(self, number: int) -> str:
        """Return the lines that all entries have."""
        languages = ", ".join(["English", *self.dice.sample(LANGUAGES, self.dice.randrange(3))])
        day = self.dice.randrange(1, 28)
        return (
            f"number: {number + 1}\nlanguages: [{languages}]\naccess: {{step_free: yes}}\n"
            f"contact: {{name: {self.name()}}}\nchecked: 2026-{self.dice.randrange(4, 11):02}-"
            f"{day:02}, by phone\n---\n{self.body()}\n"
        )


def made_up_files(entries: int) -> dict[str, str]:
    """Return the files of a guide, by their names below content/."""
    teller = Teller(entries)
    places = {f"places/place-{n}.md": f"---\n{teller.place(n)}" for n in range(teller.places)}
    groups = {
        f"groups/group-{n}.md": f"---\n{teller.group(n)}" for n in range(teller.places, entries)
    }
    return places | groups


def made_up_settings() -> dict[str, list[dict[str, str]]]:
    """Return what site.yaml says of their topics and areas."""
    topics = [
        {"id": topic, "label": f"{name}s and more"}
        for topic, name in zip(TOPICS, KINDS * 2, strict=True)
    ]
    areas = [{"id": area, "label": area.replace("area-", "Part ")} for area in AREAS]
    return {"topics": topics, "areas": areas}


@cache
def example_texts() -> list[str]:
    """Return the example guide's files as text."""
    skip_without_the_example()
    return [path.read_text("utf-8") for path in sorted(CONTENT.glob("*/*.md"))]


@cache
def sentences() -> list[str]:
    """Return the sentences of the example guide's bodies, without their marks."""
    bodies = " ".join(text.split("\n---\n", 1)[-1] for text in example_texts())
    plain = re.sub(r"\]\([^)]*\)|[^\w\s.,'’]", " ", bodies)
    return [one.strip() for one in re.split(r"(?<=\.)\s", plain) if len(one) > 30]


@cache
def title_words() -> list[str]:
    """Return the different words of the example guide's titles."""
    titles = (re.search(r"^title: (.+)$", text, re.MULTILINE) for text in example_texts())
    return sorted({word for one in titles if one for word in re.findall(r"[\w’]{3,}", one[1])})
