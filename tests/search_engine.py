"""The search of a guide in a browser -> what it answers to what somebody types."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from built_site import LAYOUTS

from doorstep.search.bodies import bodies_text
from doorstep.search.index import index_text
from doorstep.views.search_rows import further_words, search_index
from doorstep.views.search_scripts import ENGINE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from doorstep.guide import Guide

SCRIPTS = LAYOUTS / "assets" / "js"
FIRST = 3
"""Among so many a person sees what they wanted at a glance."""

ASKING = """
([first, second]) => {
  window.index = doorstep.readIndex(first);
  window.withBodies = doorstep.readIndex(first);
  doorstep.readBodies(withBodies, second);
  window.ask = (text) => {
    const soon = doorstep.find(index, text);
    const found = soon.wantsBodies ? doorstep.find(withBodies, text) : soon;
    const paths = found.rows.map((row) => index.entries[row].path);
    return Object.assign({}, found, {paths, hadBodies: soon.wantsBodies});
  };
}
"""
"""As a page asks: the second file only where the first finds too little."""


@dataclass(frozen=True)
class Query:
    """A line of a file of queries: what is typed, and what should be found."""

    group: str
    typed: str
    wanted: str
    """The address of a page, or of several with "|" between; "none" where nothing may be found."""

    def is_met_by(self, paths: list[str]) -> bool:
        """Say whether these results are as wanted."""
        wanted = self.wanted.split(" | ")
        return not paths if wanted == ["none"] else any(path in wanted for path in paths[:FIRST])


def read_queries(file: Path) -> list[Query]:
    """Return the queries of a file; a line with # names the group that comes after it."""
    queries, group = [], ""
    for line in file.read_text(encoding="utf-8").splitlines():
        typed, arrow, wanted = line.partition(" => ")
        if line.startswith("# "):
            group = line.removeprefix("# ")
        elif arrow:
            queries.append(Query(group, typed, wanted))
    return queries


def search_files_of(guide: Guide) -> tuple[Any, Any]:
    """Return the two files of a guide, as a browser has read them."""
    index = search_index(guide)
    bodies = bodies_text(further_words(guide, index))
    return json.loads(index_text(index)), json.loads(bodies)


@contextmanager
def engine(browser: Browser, files: tuple[Any, Any] | None = None) -> Iterator[Page]:
    """Lend a page that holds nothing but the search engine and what it searches."""
    with browser.new_context() as context:
        page = context.new_page()
        put_engine(page, files)
        yield page


def put_engine(page: Page, files: tuple[Any, Any] | None = None) -> None:
    """Put the search engine on an empty page, and let it read what it searches."""
    for name in ENGINE:
        page.add_script_tag(path=SCRIPTS / name)
    if files:
        page.evaluate(ASKING, files)


def answers(page: Page, texts: list[str]) -> list[dict[str, Any]]:
    """Return what is found for each of these texts."""
    found: list[dict[str, Any]] = page.evaluate("(texts) => texts.map(ask)", texts)
    return found


def misses(page: Page, queries: list[Query]) -> list[str]:
    """Return a line for each query that is not met, with what came first instead."""
    found = answers(page, [query.typed for query in queries])
    return [
        f"{query.typed} => {query.wanted}, but came {', '.join(answer['paths'][:FIRST]) or 'none'}"
        for query, answer in zip(queries, found, strict=True)
        if not query.is_met_by(answer["paths"])
    ]
