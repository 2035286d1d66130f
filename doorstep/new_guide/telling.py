"""What was asked and done -> words for the person who started a guide, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.new_guide.questions import read_back
from doorstep.new_guide.whereabouts import map_of
from doorstep.reports import inert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.new_guide.answers import Answers
    from doorstep.new_guide.starting import Started

NEXT = (
    "Read the pages in content/pages/, and change what is not true of you.",
    "Put the parts of your neighbourhood, and places everyone knows, into the settings.",
    "Add the first group, place or event. docs/start-a-guide.md shows how, step by step.",
)
"""What to do when a guide has begun, in this order."""

_ONCE = (
    "If “Publish” has a red cross below: open Settings, then Pages, and choose “GitHub Actions” "
    "under Source. Then open Actions, choose Publish, and press “Run workflow”."
)


def as_text(answers: Answers, started: Started) -> str:
    """Return what was done, for a terminal."""
    lines = [*_done(started), "", *(f"  {a}: {b}" for a, b in read_back(answers))]
    return "\n".join([*lines, "", "Next:", *(f"{i}. {one}" for i, one in enumerate(NEXT, 1))])


def as_markdown(answers: Answers, started: Started) -> str:
    """Return the same for the page that GitHub shows of a run; no answer in it is live."""
    rows = [f"| {label} | {inert(said)} |" for label, said in read_back(answers)]
    # These two were read as an address and as a place, so that they are links and nothing else.
    url, seen = answers.addresses.url, map_of(answers.centre)
    parts = (
        f"## {inert(answers.name)} has begun",
        f"It will be at <{url}>. Is its middle in the right place on [this map]({seen})?",
        *_done(started),
        "\n".join(["| Question | What was read |", "|---|---|", *rows]),
        "### Next",
        "\n".join(f"{i}. {one}" for i, one in enumerate((_ONCE, *NEXT), 1)),
    )
    return "\n\n".join(parts) + "\n"


def refused_as_markdown(told: Mapping[str, str]) -> str:
    """Return, for the page that GitHub shows of a run, which answers to write in another way."""
    rows = "\n".join(f"- **{inert(label)}**: {inert(words)}" for label, words in told.items())
    return (
        f"## Nothing has changed\n\n{_things(len(told))}\n\n{rows}\n\n"
        "Press “Run workflow” again, and answer all five.\n"
    )


def _things(number: int) -> str:
    return "1 answer needs another word." if number == 1 else f"{number} answers need another word."


def _done(started: Started) -> list[str]:
    pages = sum(name.startswith("content/pages/") for name in started.written)
    new = f"Your guide has {pages} pages of its own in content/pages/, and settings of its own."
    return [
        f"The example is gone: {started.cleared} files of content/ were taken away.",
        f"{new} Nothing else was changed, but for GitHub's forms, which are made from them.",
    ]
