"""The examples of GitHub's own specification -> how many come out the same here, by section.

    python benchmarks/gfm_examples.py spec.txt

The specification is test/spec.txt of GitHub's cmark-gfm. What the two do differently on purpose
(docs/markdown.md) is taken out of both before they are compared.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import html5lib

from doorstep.markdown import render

# What makes two pages comparable is kept where the tests use it too.
sys.path.append(str(Path(__file__).parents[1] / "tests"))
from github_preview import comparable, github_html, has_raw_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EXAMPLE_OR_HEADING = re.compile(
    r"^`{32} example[^\n]*\n(?P<body>.*?)^\.\n(?P<html>.*?)^`{32}$|^#{1,6} +(?P<section>[^\n]*)$",
    re.DOTALL | re.MULTILINE,
)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
WORD = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Example:
    """A body, and the page that the specification says it becomes."""

    section: str
    body: str
    html: str


@dataclass(slots=True)
class Tally:
    """How many examples of one section come out the same."""

    examples: int = 0
    as_specified: int = 0
    as_previewed: int = 0
    either: int = 0

    def add(self, example: Example) -> None:
        """Count one example."""
        ours = comparable(render(example.body, heading_offset=0).html)
        as_specified = ours == comparable(example.html)
        as_previewed = ours == comparable(github_html(example.body))
        self.examples += 1
        self.as_specified += as_specified
        self.as_previewed += as_previewed
        self.either += as_specified or as_previewed


def read_examples(specification: str) -> Iterator[Example]:
    """Yield the examples in order; the specification writes a tab as an arrow."""
    section = ""
    for found in EXAMPLE_OR_HEADING.finditer(specification.replace("→", "\t")):
        if found["section"]:
            section = found["section"]
        else:
            yield Example(section, found["body"], found["html"])


def tally(examples: Iterable[Example]) -> dict[str, Tally]:
    """Count the examples without HTML, section by section, and all of them last."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    total = Tally()
    for example in examples:
        tallies[example.section].add(example)
        total.add(example)
    return {**tallies, "All": total}


def shows_every_word(body: str) -> bool:
    """Whether a body with HTML in it is shown with all its words, comments apart."""
    page = html5lib.parseFragment(render(body).html, namespaceHTMLElements=False)
    addresses = [element.get("href", "") for element in page.iter()]
    titles = [element.get("title", "") for element in page.iter()]
    shown = WORD.findall(" ".join([*page.itertext(), *addresses, *titles]))
    return set(WORD.findall(COMMENT.sub("", body))) - {"br"} <= set(shown)


def main() -> None:
    """Print the table of docs/markdown.md."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("specification", type=Path)
    examples = list(read_examples(parser.parse_args().specification.read_text(encoding="utf-8")))
    with_html = [example for example in examples if has_raw_html(example.body)]
    without = [example for example in examples if not has_raw_html(example.body)]
    print("| section | examples | as specified | as previewed | either |")
    print("|---|--:|--:|--:|--:|")
    for section, count in tally(without).items():
        counts = (count.examples, count.as_specified, count.as_previewed, count.either)
        print(f"| {section} | {' | '.join(map(str, counts))} |")
    shown = sum(shows_every_word(example.body) for example in with_html)
    print(f"\n{len(with_html)} more have HTML in them: {shown} are shown with every word.")


if __name__ == "__main__":
    main()
