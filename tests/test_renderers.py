"""What there is to draw is known without what draws it, which is found when it is to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from builders import TODAY
from built_site import LAYOUTS, TINY

from doorstep import site
from doorstep.checking import check_site
from doorstep.commands.previewing import _Looking
from doorstep.entries import Side
from doorstep.loading import read_config
from doorstep.outputs import import_what_draws, renderers
from doorstep.outputs.late import Late
from doorstep.outputs.singles import LISTS, SINGLE_PAGES, SINGLE_SHEETS

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.checking import Checked
    from doorstep.options import Options

DRAWERS = [renderer.draw for renderer in renderers.RENDERERS]
VIEWS = [single.view for single in (*SINGLE_PAGES, *LISTS, *SINGLE_SHEETS)]
ALL = [*DRAWERS, *VIEWS]


@pytest.mark.parametrize("late", ALL, ids=lambda late: late.name)
def test_every_function_that_is_imported_late_is_where_it_says(late: Late[Any]) -> None:
    assert late.imported().__module__ == late.name.partition(":")[0]


def test_a_late_name_leads_where_an_import_might() -> None:
    """The test of imports does not see these: outputs draw what views and sheets say."""
    assert {one.name.split(".")[1] for one in DRAWERS} == {"outputs"}
    assert {one.name.split(".")[1] for one in VIEWS} == {"sheets", "views"}


def test_a_late_function_is_told_what_its_name_came_with() -> None:
    late: Late[dict[str, Any]] = Late("builtins:dict", (("side", Side.GET),))
    assert late([("path", "help/")]) == {"path": "help/", "side": Side.GET}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of those functions that are imported from now on."""
    names: list[str] = []
    monkeypatch.setattr(Late, "imported", lambda late: names.append(late.name))
    return names


@pytest.fixture
def checked() -> Checked:
    config, _ = read_config(TINY / "site.yaml")
    assert config is not None
    return check_site(config, TINY / "content", TODAY, 1)


def test_of_a_page_there_is_once_its_view_is_imported_too(asked: list[str]) -> None:
    single = "doorstep.outputs.pages:single_page"
    import_what_draws([([one.name for one in DRAWERS].index(single), SINGLE_PAGES[0])])
    assert asked == [single, "doorstep.views.home_page:home_view"]


def test_a_preview_imports_all_that_draws_before_another_process_makes_its_site(
    asked: list[str], checked: Checked, tmp_path: Path
) -> None:
    _Looking(cast("Options", None), tmp_path, None)._making(checked)
    assert asked == [one.name for one in ALL]


def test_what_draws_is_imported_before_work_is_shared(
    checked: Checked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else every process would import it for itself."""
    done: list[tuple[str, list[Any]]] = []

    def importing(work: Any) -> None:
        done.append(("imported", list(work)))

    def sharing(job: Any, items: Any, _jobs: int) -> Any:
        done.append(("shared", list(items)))
        yield job(items)

    monkeypatch.setattr(site, "import_what_draws", importing)
    monkeypatch.setattr(site, "shared", sharing)
    site.publish(checked, TODAY, LAYOUTS, tmp_path / "_site", 2)
    (first, work), (then, items) = done
    assert (first, then, work) == ("imported", "shared", items)
