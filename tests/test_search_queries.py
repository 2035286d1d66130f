"""What residents type, in tests/queries/, is answered as they would wish."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from builders import TODAY
from built_site import REPOSITORY, checked
from search_engine import answers, engine, misses, read_queries, search_files_of

from doorstep import site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

QUERIES = Path(__file__).with_name("queries")
HARBOUR_ROW = read_queries(QUERIES / "harbour-row.txt")
WRITTEN_UNSEEN = read_queries(QUERIES / "harbour-row-2.txt")
SAFE_SPACE = "groups/a-group-for-women/"
SHARE_MET = 0.97
SHARE_MET_UNSEEN = 0.95
GROUPS = {
    *("typos", "synonyms", "other languages", "numbers", "plain words"),
    *("sentences", "as one types", "near-misses"),
}


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """The search of the example guide."""
    guide = site.guide_of(checked(REPOSITORY), TODAY, assets={}, sizes={})
    with new_browser() as browser, engine(browser, search_files_of(guide)) as page:
        yield page


def test_there_are_queries_of_every_sort() -> None:
    counted = Counter(query.group for query in HARBOUR_ROW)
    assert set(counted) >= GROUPS
    assert len(HARBOUR_ROW) >= 120


def test_nearly_every_query_has_the_wanted_page_among_the_first_three(page: Page) -> None:
    wanted = [query for query in HARBOUR_ROW if query.wanted != "none"]
    missed = misses(page, wanted)
    assert len(missed) <= len(wanted) * (1 - SHARE_MET), missed


def test_a_near_miss_finds_nothing(page: Page) -> None:
    queries = HARBOUR_ROW + WRITTEN_UNSEEN
    assert misses(page, [query for query in queries if query.wanted == "none"]) == []


def test_so_has_what_was_written_without_a_look_at_the_synonyms(page: Page) -> None:
    wanted = [query for query in WRITTEN_UNSEEN if query.wanted != "none"]
    missed = misses(page, wanted)
    assert len(wanted) >= 300
    assert len(missed) <= len(wanted) * (1 - SHARE_MET_UNSEEN), missed


def test_what_somebody_in_danger_types_leads_to_help_first(page: Page) -> None:
    queries = [query for query in WRITTEN_UNSEEN if query.group == "in danger"]
    found = answers(page, [query.typed for query in queries])
    assert len(queries) >= 40
    for query, answer in zip(queries, found, strict=True):
        assert answer["paths"][0] in query.wanted.split(" | "), query.typed
        assert SAFE_SPACE not in answer["paths"], query.typed


def test_no_synonym_leads_to_a_safe_space(page: Page) -> None:
    typed, by_title = answers(page, ["kobiety", "a group for women"])
    assert typed["also"] == ["women"]
    assert SAFE_SPACE not in typed["paths"]
    assert by_title["paths"][0] == SAFE_SPACE
