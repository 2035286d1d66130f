"""A file that is drawn by itself, when somebody looks at it, is the file of the whole site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import TODAY
from built_site import LAYOUTS, TINY, copied
from jinja2 import Environment

from doorstep.checking import Checked, check_site
from doorstep.loading import read_config
from doorstep.site import _fittings, edition_of, publish

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.site import Site

pytestmark = pytest.mark.whole

TEA = "groups/tea-and-talk.md"
HALL = "places/st-annes-hall.md"
PAGE = "groups/tea-and-talk/index.html"


def checked(guide: Path) -> Checked:
    config, problems = read_config(guide / "site.yaml")
    assert config is not None, problems
    return check_site(config, guide / "content", TODAY, 1)


def published(guide: Path, out: Path) -> Site:
    return publish(checked(guide), TODAY, LAYOUTS, out, 1)


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small guide, which is made already."""
    return copied(TINY, tmp_path_factory.mktemp("editions") / "guide", {})


@pytest.fixture(scope="module")
def out(guide: Path) -> Path:
    return guide.with_name("_site")


@pytest.fixture(scope="module")
def site(guide: Path, out: Path) -> Site:
    return published(guide, out)


@pytest.fixture(scope="module")
def edited(guide: Path) -> Path:
    """Return the guide as it is after some edits."""
    after = copied(guide, guide.with_name("edited"), {})
    tea, hall = after / "content" / TEA, after / "content" / HALL
    tea.write_text(tea.read_text() + "\nBring a cake.\n")
    hall.write_text(hall.read_text().replace("title: ", "title: The new ", 1))
    gone, moved, *_ = sorted(file for file in after.glob("content/groups/*.md") if file != tea)
    gone.unlink()
    moved.rename(moved.with_name("another-name.md"))
    (after / "content/groups/aaa.md").write_text("---\ntitle: A choir\nwhen: Mondays, 7pm\n---\n")
    return after


def test_every_file_drawn_by_itself_is_that_of_the_site(guide: Path, site: Site, out: Path) -> None:
    edition = edition_of(checked(guide), TODAY, LAYOUTS)
    for path, drawer in site.drawers.items():
        assert edition.content(path, drawer) == (out / path).read_bytes(), path


def test_what_pages_load_is_there_whatever_was_drawn(guide: Path, site: Site, out: Path) -> None:
    assert site.count
    edition = edition_of(checked(guide), TODAY, LAYOUTS)
    for file in [*out.glob("assets/*.css"), *out.glob("assets/*.js")]:
        assert edition.content(f"assets/{file.name}", None) == file.read_bytes()


def test_nobody_knows_what_draws_a_file_that_no_site_had(guide: Path) -> None:
    edition = edition_of(checked(guide), TODAY, LAYOUTS)
    assert edition.content(PAGE, None) is None


def test_after_edits_what_is_drawn_is_never_another_than_the_new_site_has(
    edited: Path, site: Site
) -> None:
    new = edited.with_name("_new")
    published(edited, new)
    edition = edition_of(checked(edited), TODAY, LAYOUTS)
    drawn = {path: edition.content(path, drawer) for path, drawer in site.drawers.items()}
    told = {path: content for path, content in drawn.items() if content is not None}
    assert len(told) > len(site.drawers) / 2
    assert [path for path, content in told.items() if (new / path).read_bytes() != content] == []


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of layouts, which fills as they are compiled."""
    names: list[str] = []
    compiling = Environment.compile

    def noted(self: Environment, source: Any, name: Any = None, *rest: Any, **more: Any) -> Any:
        names.append(name)
        return compiling(self, source, name, *rest, **more)

    monkeypatch.setattr(Environment, "compile", noted)
    return names


def test_once_rehearsed_a_page_compiles_no_layout(
    edited: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fittings.cache_clear()
    names = compiled(monkeypatch)
    edition_of(checked(edited), TODAY, LAYOUTS).rehearse()
    assert "entry.html" in names
    names.clear()
    assert edition_of(checked(edited), TODAY, LAYOUTS).content(PAGE, site.drawers[PAGE])
    assert names == []


def test_an_entry_that_was_edited_is_drawn_as_it_is_now(edited: Path, site: Site) -> None:
    content = edition_of(checked(edited), TODAY, LAYOUTS).content(PAGE, site.drawers[PAGE])
    assert content is not None
    assert b"Bring a cake." in content
