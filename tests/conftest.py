"""Settings for every test. What tests are made of is in builders.py and built_site.py."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from built_site import TINY, Site, build
from hypothesis import settings

# Two busy cores take longer than a fixed time for one example, which says nothing of the code.
settings.register_profile("doorstep", deadline=None, max_examples=60)
settings.load_profile("doorstep")

# The guides kept beside the tests have no history of their own: not that of the whole project.
os.environ["GIT_CEILING_DIRECTORIES"] = str(Path(__file__).parent)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the golden files anew, to be read before they are kept."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide in tests/sites/tiny/, built once."""
    return build(TINY, tmp_path_factory.mktemp("tiny") / "_site")
