"""Text that attacks HTML, JSON, calendars or XML stays text, wherever a guide has words."""

from __future__ import annotations

import re
from html import unescape
from itertools import cycle, islice, repeat
from typing import TYPE_CHECKING

import pytest
from attacks import NAMED, attacks, pieces, published
from built_site import EARLY, build
from planted import HARMLESS, can_be_typed, plant
from unharmed import Reading, faults

from doorstep.views.framing import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.whole

FEW, MANY = 7, 56
"""Entries of the guides: for every day, and for trying hard."""

A_GUIDE = 1_000
"""Fewer attacks than one of many entries holds."""

GUIDES = 20
"""How many guides of many entries are tried hard."""

BEFORE_THE_POLICY = re.compile(
    r'<!doctype html>\n<html [^<>]*>\n<head>\n<meta charset="utf-8">\n'
    r'<meta name="viewport"[^<>]*>\n<meta http-equiv="Content-Security-Policy" content="([^"]*)">'
)
"""How every page begins: nothing is fetched before it is said what may be."""

EDITOR = "admin/editor/"
"""The one page whose program writes its own styles, and comes from elsewhere, by its whole name."""


def harmless(folder: Path, entries: int) -> Reading:
    """Return the guide of so many entries with harmless words in the place of attacks."""
    planted = plant(folder, repeat(HARMLESS), entries)
    return Reading(build(folder, folder / "_site"), planted)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """Return the smaller guide with harmless words."""
    return harmless(tmp_path_factory.mktemp("few"), FEW)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """Return the larger guide with harmless words."""
    return harmless(tmp_path_factory.mktemp("many"), MANY)


def test_what_attacks_everything_is_shown_as_text_in_every_fact(
    few: Reading, tmp_path: Path, tried: Callable[[str, int], None]
) -> None:
    planted = plant(tmp_path, cycle(pieces("everything")), FEW)
    tried("Attack strings in every fact of every kind, built and read back", len(planted))
    assert faults(build(tmp_path, tmp_path / "_site"), planted, few) == []


@pytest.mark.hard
@pytest.mark.parametrize("guide", range(GUIDES))
def test_tens_of_thousands_of_attacks_are_shown_as_text(
    many: Reading, guide: int, tmp_path: Path, tried: Callable[[str, int], None]
) -> None:
    start = len(attacks()) * guide // GUIDES
    planted = plant(tmp_path, islice(attacks(), start, None), MANY)
    tried("Attack strings in every fact of every kind, built and read back", len(planted))
    assert faults(build(tmp_path, tmp_path / "_site"), planted, many) == []


@pytest.mark.hard
def test_published_attacks_are_shown_as_text(
    many: Reading, tmp_path: Path, tried: Callable[[str, int], None]
) -> None:
    strings = [one for one in published() if can_be_typed(one)]
    if not strings:
        pytest.skip(f"{NAMED} names no file of published attack strings")
    tried("Attack strings that others have published, built and read back", len(strings))
    for start in range(0, len(strings), A_GUIDE):
        folder = tmp_path / str(start)
        planted = plant(folder, cycle(strings[start : start + A_GUIDE]), MANY)
        assert faults(build(folder, folder / "_site"), planted, many) == []


def test_no_page_has_a_handler_or_a_style_of_its_own(few: Reading) -> None:
    names = {name for _, name in few.seen.elements}
    assert [name for name in names if name.startswith("on") or name == "style"] == []


def test_no_page_has_an_element_that_loads_others(few: Reading) -> None:
    tags = {tag for tag, _ in few.seen.elements}
    assert tags & {"base", "iframe", "object", "embed", "frame", "applet"} == set()


def policies(harmless: Reading) -> dict[str, dict[str, list[str]]]:
    """Return what each page lets a browser do, directive by directive."""
    found = {}
    for page in harmless.site.pages:
        name = page if page.endswith(".html") else f"{page}index.html"
        policy = BEFORE_THE_POLICY.match(harmless.site.text(name).lstrip())
        assert policy, page
        parts = (part.split() for part in unescape(policy[1]).split(";"))
        found[page] = {name: sources for name, *sources in parts}
    return found


def test_every_page_says_first_of_all_what_may_run(few: Reading) -> None:
    found = policies(few)
    assert EDITOR in found
    assert {tuple(one["default-src"]) for one in found.values()} == {("'none'",)}
    assert {tuple(one["base-uri"]) for one in found.values()} == {("'none'",)}


def test_no_policy_lets_through_what_stands_in_a_page(few: Reading) -> None:
    loose = re.compile(r"'unsafe-.*|'strict-dynamic'|\*|.*\*.*|data:|blob:|https?:|'nonce-.*")
    found = {
        (page, name, source)
        for page, policy in policies(few).items()
        for name, sources in policy.items()
        for source in sources
        if loose.fullmatch(source)
    }
    own = {("style-src", "'unsafe-inline'"), ("img-src", "data:"), ("img-src", "blob:")}
    own |= {("connect-src", "data:"), ("connect-src", "blob:")}
    assert found == {(EDITOR, *one) for one in own}


def test_scripts_come_from_the_guide_itself(few: Reading) -> None:
    sources = {page: policy["script-src"] for page, policy in policies(few).items()}
    (program,) = sources.pop(EDITOR)
    assert set(map(tuple, sources.values())) == {("'self'",), ("'self'", fingerprint(EARLY))}
    assert re.fullmatch(r"https://[a-z.]+/@?[a-z/-]+@[0-9.]+/[a-z/.-]+\.js", program)
