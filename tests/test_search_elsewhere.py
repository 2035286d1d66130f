"""The search knows nothing of the example guide: in a city's own lists it does as well."""

from __future__ import annotations

from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING

import pytest
import test_real_data
from browser import new_browser
from builders import TODAY
from built_site import SITES, checked
from search_engine import engine, misses, read_queries, search_files_of

from doorstep import site
from doorstep.importers.run import Format, ImportJob, run_import

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = [*test_real_data.pytestmark, pytest.mark.browser]

EDINBURGH = read_queries(Path(__file__).with_name("queries") / "edinburgh.txt")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search of a guide made of the city's lists."""
    folder = tmp_path_factory.mktemp("edinburgh")
    copy(SITES / "edinburgh" / "site.yaml", folder)
    known = test_real_data.context()
    for name in test_real_data.IMPORTS:
        job = ImportJob(
            format=Format.CSV,
            file=test_real_data.LISTS / f"{name}.csv",
            map_file=test_real_data.map_file(name),
            into=folder / "content",
            context=known,
        )
        run_import(job)
    guide = site.guide_of(checked(folder), TODAY, assets={}, sizes={})
    with new_browser() as browser, engine(browser, search_files_of(guide)) as page:
        yield page


def test_nearly_every_query_is_met(page: Page) -> None:
    assert len(misses(page, EDINBURGH)) <= 1, misses(page, EDINBURGH)
