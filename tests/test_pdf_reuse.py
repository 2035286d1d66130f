"""PDFs that would be made the same again are taken from the site that is there, and no others."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from builders import TODAY
from built_site import LAYOUTS, TINY, checked, copied

from doorstep import site
from doorstep.caching import folder
from doorstep.caching.fonts import fonts_here
from doorstep.outputs import RENDERERS
from doorstep.outputs.sheets import poster
from doorstep.pdfs.readiness import what_is_missing
from doorstep.reuse import memory_of

if TYPE_CHECKING:
    from pathlib import Path


if missing := what_is_missing():
    pytest.skip(missing, allow_module_level=True)

from doorstep.pdfs.making import PdfMaker

pytestmark = pytest.mark.whole

TEA = "groups/tea-and-talk.md"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "user_cache_path", lambda *_, **__: tmp_path / "home")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    made = copied(TINY, tmp_path / "guide", {})
    with (made / "site.yaml").open("a") as settings:
        settings.write("\noffline: false\n")  # what phones keep is more than posters
    return made


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the pages of which PDFs are made from now on."""
    paths: list[str] = []
    make = PdfMaker.pdf_of

    def noting(maker: PdfMaker, page: bytes, path: str) -> bytes:
        paths.append(path)
        return make(maker, page, path)

    monkeypatch.setattr(PdfMaker, "pdf_of", noting)
    return paths


def is_poster(place: int, item: Any) -> bool:
    slugs = ("tea-and-talk", "pear-tree-garden")
    return RENDERERS[place].draw.imported() is poster and item.slug in slugs


def built(guide: Path, fonts: bytes | None = b"fonts") -> dict[str, bytes]:
    """Build the posters with their PDFs; with no fonts to tell, everything anew."""
    read, out = checked(guide), guide.with_name("_site" if fonts else "anew")
    kept: dict[str, Any] = {}
    if fonts:
        kept["remember"] = memory_of(out, read.draft, LAYOUTS, fonts)
    told: Any = (read, TODAY, LAYOUTS, out, 1)
    site.publish(*told, pdf_maker=PdfMaker, is_asked=is_poster, **kept)
    return {path.name: path.read_bytes() for path in out.rglob("*.pdf")}


def test_pdfs_are_made_once(guide: Path, made: list[str]) -> None:
    first = built(guide)
    assert len(made) == len(first) == 2
    made.clear()
    assert built(guide) == first
    assert made == []


def test_with_other_fonts_they_are_made_anew(guide: Path, made: list[str]) -> None:
    first = built(guide, b"fonts")
    made.clear()
    built(guide, b"other fonts")
    assert len(made) == len(first)


def test_only_those_that_show_an_edit_are_made_anew_and_all_are_as_if_from_nothing(
    guide: Path, made: list[str]
) -> None:
    built(guide)
    made.clear()
    tea = guide / "content" / TEA
    tea.write_text(tea.read_text().replace("title: ", "title: More ", 1))
    after = built(guide)
    assert made == ["print/poster/tea-and-talk/"]
    assert after == built(guide, None)


def test_the_fonts_of_a_computer_stay_the_same() -> None:
    assert fonts_here() == fonts_here()
    assert fonts_here()


@pytest.mark.parametrize(
    "stopped", [FileNotFoundError("fc-list"), subprocess.CalledProcessError(1, "fc-list")]
)
def test_where_nobody_tells_the_fonts_there_is_nothing_to_know_them_by(
    stopped: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise stopped

    monkeypatch.setattr(subprocess, "run", refuse)
    assert fonts_here() is None
