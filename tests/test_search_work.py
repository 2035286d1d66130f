"""A key press gives the search of a large guide little to do: what runs is counted, not timed."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest
from browser import new_browser
from made_up_index import long_texts, made_up_files, typed_texts, typing
from search_engine import ENGINE, put_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, CDPSession, Page

pytestmark = pytest.mark.browser

ENTRIES = 2000
COUNTED_WHOLE = "--js-flags=--jitless"
"""What the browser has made faster it leaves out of the count, sooner or later as it has time."""

FIND = "(text) => { withBodies.likes.clear(); doorstep.find(withBodies, text); }"
"""Nothing is remembered from key to key."""

# What was counted, and half as much again.
USUAL_KEY = 140_000
MOST_KEYS = 330_000
USUAL_LONG_TEXT = 490_000
LONGEST_TEXT = 815_000
TWICE = 2.2
"""Twice the entries, and a little: never four times."""


class Counter:
    """The search of a guide, and how often its functions, and the blocks in them, have run.

    What the browser does by itself counts nothing, such as to look for a number in a list.
    """

    def __init__(self, page: Page, files: tuple[Any, Any]) -> None:
        """Count from the start: of what ran before, blocks are not counted."""
        self.page = page
        self.profiler: CDPSession = page.context.new_cdp_session(page)
        self.profiler.send("Profiler.enable")
        wanted = {"callCount": True, "detailed": True}
        self.profiler.send("Profiler.startPreciseCoverage", wanted)
        put_engine(page, files)
        self.reading = self.since_last()

    def since_last(self) -> int:
        """Return how much ran since this was last asked."""
        scripts = self.profiler.send("Profiler.takePreciseCoverage")["result"]
        functions = [
            function
            for script in scripts
            if script["url"].endswith(ENGINE)
            for function in script["functions"]
        ]
        return sum(block["count"] for function in functions for block in function["ranges"])

    def finding(self, text: str) -> int:
        """Return how much runs to find what is meant by a text."""
        self.page.evaluate(FIND, text)
        return self.since_last()


@dataclass(frozen=True)
class Work:
    """What a guide gives its search to do."""

    reading: int
    keys: list[int]
    long_texts: list[int]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that counts everything."""
    with new_browser(COUNTED_WHOLE) as browser:
        yield browser


@pytest.fixture(scope="module")
def large() -> tuple[Any, Any]:
    """The files of a guide of two thousand entries."""
    return made_up_files(ENTRIES)


@pytest.fixture(scope="module")
def work(browser: Browser, large: tuple[Any, Any]) -> Work:
    """What the large guide gives its search to do."""
    return work_in(browser, large, large)


@contextmanager
def counting(browser: Browser, files: tuple[Any, Any]) -> Iterator[Counter]:
    """Lend the search of a guide to a reader who has looked for nothing before."""
    with browser.new_context() as context:
        yield Counter(context.new_page(), files)


def work_in(browser: Browser, files: tuple[Any, Any], texts_of: tuple[Any, Any]) -> Work:
    """Return what a guide gives its search to do, to find the texts of this or another guide."""
    with counting(browser, files) as counter:
        keys = [key for text in typed_texts(texts_of) for key in typing(text)]
        return Work(
            counter.reading,
            [counter.finding(key) for key in keys],
            [counter.finding(text) for text in long_texts(texts_of)],
        )


def test_the_same_search_counts_the_same(browser: Browser) -> None:
    files = made_up_files(100)
    text = typed_texts(files)[1]
    with counting(browser, files) as one, counting(browser, files) as other:
        found = [(counter.reading, counter.finding(text)) for counter in (one, other)]
        assert found[0] == found[1]
        assert one.finding(text) == one.finding(text)


def test_no_key_takes_much_work(work: Work) -> None:
    assert median(work.keys) < USUAL_KEY
    assert sorted(work.keys)[len(work.keys) * 95 // 100] < MOST_KEYS


def test_a_long_text_takes_no_more_than_a_few_keys(work: Work) -> None:
    assert median(work.long_texts) < USUAL_LONG_TEXT
    assert max(work.long_texts) < LONGEST_TEXT


def test_twice_the_entries_are_at_most_twice_the_work(
    browser: Browser, large: tuple[Any, Any], work: Work
) -> None:
    half = work_in(browser, made_up_files(ENTRIES // 2), large)
    assert work.reading < TWICE * half.reading
    assert sum(work.keys) < TWICE * sum(half.keys)
    assert median(work.keys) < TWICE * median(half.keys)
    for all_, of_half in zip(work.long_texts, half.long_texts, strict=True):
        assert all_ < TWICE * of_half
