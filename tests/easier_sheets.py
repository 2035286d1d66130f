"""The guide of Harbour Row on the day of the tests, which large print and Easy Read are made of."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from builders import TODAY
from built_site import REPOSITORY
from shipped import skip_without_the_example

from doorstep import checking, site
from doorstep.loading import read_config

if TYPE_CHECKING:
    from doorstep.guide import Guide


@cache
def example_guide() -> Guide:
    """Return the example guide, read once for all tests."""
    skip_without_the_example()
    config, problems = read_config(REPOSITORY / "site.yaml")
    assert config is not None, problems
    checked = checking.check_site(config, REPOSITORY / "content", TODAY, jobs=1)
    return site.guide_of(checked, TODAY, assets=defaultdict(str), sizes=defaultdict(int))
