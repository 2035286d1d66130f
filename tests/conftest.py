"""Settings for every test. What tests are made of is in builders.py and built_site.py."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
import tally
from built_site import TINY, Site, build, copied
from hypothesis import settings
from machines import Shelf, shelf_for

if TYPE_CHECKING:
    from collections.abc import Callable

# Two busy cores take longer than a fixed time for one example, which says nothing of the code.
settings.register_profile("doorstep", deadline=None, max_examples=60)
settings.load_profile("doorstep")

# The guides kept beside the tests have no history of their own: not that of the whole project.
os.environ["GIT_CEILING_DIRECTORIES"] = str(Path(__file__).parent)

# What commands remember goes with the tests, and is not what somebody's own builds remember.
_CACHES = TemporaryDirectory(prefix="doorstep-caches-")
os.environ["XDG_CACHE_HOME"] = _CACHES.name


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that write down what came out: golden files, and what was tried."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew")
    parser.addoption("--tally", metavar="FILE", help="write down in FILE what was tried")


def pytest_collection_finish() -> None:
    """Have what stays to the end left alone: looking through it may take longer than a limit."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say what was tried, how often, and what fell; write it down where --tally says."""
    reports = [r for rs in terminalreporter.stats.values() for r in rs if hasattr(r, "when")]
    tried = tally.of(reports)
    for line in tally.as_table(tried) if tried else ():
        terminalreporter.write_line(line)
    if file := config.getoption("--tally"):
        tally.write(Path(file), tried)


@pytest.fixture
def tried(record_property: Callable[[str, object], None]) -> Callable[[str, int], None]:
    """Note how often something was tried: tried("Builds killed at any moment", 100)."""
    return lambda what, how_often: record_property(tally.NAME, (what, how_often))


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide in tests/sites/tiny/, built once."""
    return build(TINY, tmp_path_factory.mktemp("tiny") / "_site")


@pytest.fixture(scope="session")
def without(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide, which was told to keep nothing on phones."""
    folder = tmp_path_factory.mktemp("without")
    guide = copied(TINY, folder / "guide", {})
    with (guide / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("\noffline: no\n")
    return build(guide, folder / "_site")


@pytest.fixture
def shelf(tiny: Site, tmp_path: Path) -> Shelf:
    """A folder with an old edition of the small guide's site, to put the new one into."""
    return shelf_for(tiny, tmp_path)
