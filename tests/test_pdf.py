"""Every sheet is there as a PDF too: tagged, whole, and the same whenever it is made."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from builders import TODAY
from built_site import LAYOUTS, REPOSITORY, ROOT, TINY, Site, checked, of_class
from paper import sides_of
from tagged import Tagged
from test_photos import picture

from doorstep import site, workers
from doorstep.pdfs.readiness import what_is_missing
from doorstep.permalinks import Permalinks, output_path, pdf_path
from doorstep.photos import PhotoNotRead
from doorstep.photos.sizes import photo_size

if TYPE_CHECKING:
    from pathlib import Path

    from built_site import Page

if missing := what_is_missing():
    pytest.skip(missing, allow_module_level=True)

from doorstep.pdfs.making import PRINT_AMONG_OTHERS, PdfMaker

pytestmark = pytest.mark.whole

LINKS = Permalinks.under(f"https://harbour-row.example.org{ROOT}")
POSTER = "print/poster/tea-and-talk/"
PHOTO = "photos/tea-1-480.jpg"


def with_pdfs(out: Path, jobs: int = 1) -> Site:
    """Build the small guide with its PDFs."""
    site.publish(checked(TINY), TODAY, LAYOUTS, out, jobs, pdf_maker=PdfMaker)
    return Site(out)


def is_sheet(page: Page) -> bool:
    return bool(page.classed("sheet"))


def made_of(body: str) -> Tagged:
    """Return the PDF of a page with these words in it, where one photo is published."""
    page = f'<!doctype html><html lang="gu"><title>Tea</title><body>{body}'
    maker = PdfMaker(LINKS, {PHOTO: picture()}.get)
    return Tagged.of(maker.pdf_of(page.encode(), "print/week/"))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return with_pdfs(tmp_path_factory.mktemp("pdf") / "_site")


@pytest.fixture(scope="module")
def sheets(printed: Site) -> dict[str, Tagged]:
    """What the PDF of each sheet says, by the path of its page."""
    pdfs = {page.path: pdf_path(page.path) for page in printed.whole_pages if is_sheet(page)}
    made = {path: pdf for path, pdf in pdfs.items() if pdf in printed.files}
    return {path: Tagged.of(printed.files[pdf]) for path, pdf in made.items()}


def test_every_sheet_but_the_shortlist_has_its_pdf(
    printed: Site, sheets: dict[str, Tagged]
) -> None:
    pages = {page.path for page in printed.whole_pages if is_sheet(page)}
    assert pages - set(sheets) <= {"print/shortlist/"}
    assert "print/week/" in sheets


def test_the_page_of_a_sheet_tells_how_large_its_pdf_is(printed: Site) -> None:
    linked = [link for page in printed.whole_pages for link in page.links() if "PDF" in link[0]]
    told = {href.removeprefix(ROOT): int(words.split()[-2]) for words, href in linked}
    sizes = {name: len(content) for name, content in printed.files.items() if name.endswith(".pdf")}
    assert told == {name: max(1, round(size / 1000)) for name, size in sizes.items()}


def test_the_link_says_which_sheet_it_is(printed: Site) -> None:
    words = [words for words, _ in printed.page("print/week/").links() if "PDF" in words]
    assert [re.sub(r"\d+", "24", word) for word in words] == ["Week sheet (PDF, 24 KB)"]


def test_a_pdf_promises_what_screen_readers_need(sheets: dict[str, Tagged]) -> None:
    promised = {(pdf.part, pdf.is_marked, pdf.shows_title) for pdf in sheets.values()}
    assert promised == {("1", True, True)}


def test_a_pdf_has_the_title_and_the_language_of_its_page(
    printed: Site, sheets: dict[str, Tagged]
) -> None:
    pages = {path: (printed.page(path).title, "en-GB") for path in sheets}
    assert {path: (pdf.title, pdf.lang) for path, pdf in sheets.items()} == pages


def test_headings_begin_with_the_first_level_and_leave_none_out(sheets: dict[str, Tagged]) -> None:
    for path, pdf in sheets.items():
        steps = [after - before for before, after in pairwise([0, *pdf.levels])]
        assert (path, [step for step in steps if step > 1]) == (path, [])


@pytest.mark.parametrize(
    ("path", "sides"),
    [
        ("print/leaflet/", [0, 1, 0]),
        ("print/booklet/", [0, 1, 2, 3, 2, 1, 0]),
        ("print/large/", None),
    ],
)
def test_a_folded_sheet_is_read_out_in_the_order_of_its_pages(
    sheets: dict[str, Tagged], path: str, sides: list[int] | None
) -> None:
    read = sheets[path].sides
    assert read == (sides or sorted(read))


def test_every_picture_is_said_in_words(sheets: dict[str, Tagged]) -> None:
    silent = [
        path for path, pdf in sheets.items() for tag in pdf.named("Figure") if not tag.says_instead
    ]
    assert silent == []
    assert sheets["print/week/"].named("Figure")


def test_what_is_on_paper_ten_times_is_read_out_once(sheets: dict[str, Tagged]) -> None:
    page = "<div><p>Tea</div><div aria-hidden=true><div aria-hidden=true><p>Tea</div></div>"
    assert [tag.within for tag in made_of(page).named("P")] == ["Div"]
    assert {path: pdf.loose for path, pdf in sheets.items() if pdf.loose} == {}
    assert len(sheets["print/cards/"].named("P")) < 10


def test_what_is_not_read_out_is_on_paper_all_the_same() -> None:
    page = '<html lang="en"><title>Tea</title><p>Tea<div aria-hidden="true">and talk</div>'
    maker = PdfMaker(LINKS, {PHOTO: picture()}.get)
    (side,) = sides_of(maker.pdf_of(page.encode(), "print/"))
    assert side.words == "Tea and talk"


def test_a_list_holds_its_things_and_nothing_else(printed: Site, sheets: dict[str, Tagged]) -> None:
    others = {tag.name for pdf in sheets.values() for tag in pdf.tags if tag.within == "L"}
    assert others == {"LI"}
    (poster,) = of_class(printed.page(POSTER).tree, "sheet")
    assert len(sheets[POSTER].named("LI")) == len(list(poster.iter("li")))


def test_the_headers_of_a_table_say_what_they_head(sheets: dict[str, Tagged]) -> None:
    heads = [tag.heads for tag in sheets["print/check-up/"].named("TH")]
    assert heads[:8] == ["Column"] * 8
    assert set(heads[8:]) == {"Row"}


def test_nobody_has_to_have_the_letters(sheets: dict[str, Tagged]) -> None:
    assert {path: pdf.fonts_missing for path, pdf in sheets.items() if pdf.fonts_missing} == {}


def test_nothing_but_the_sheets_pages_changes(
    printed: Site, tiny: Site, sheets: dict[str, Tagged]
) -> None:
    changed = {name for name, text in printed.files.items() if tiny.files.get(name) != text}
    assert changed == {name for path in sheets for name in (output_path(path), pdf_path(path))}


def test_any_number_of_processes_makes_the_same_pdfs(
    printed: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "FEW", 2)
    assert with_pdfs(tmp_path / "_site", jobs=2).files == printed.files


def test_another_clock_and_language_make_the_same_pdfs_in_silence(
    printed: Site, tmp_path: Path
) -> None:
    surroundings = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    options = {"--site": TINY / "site.yaml", "--content": TINY / "content"}
    options |= {"--out": tmp_path / "_site", "--today": TODAY.isoformat()}
    words = [str(word) for pair in options.items() for word in pair]
    told = subprocess.run(
        [sys.executable, REPOSITORY / "build.py", "build", "--pdf", *words],
        env=os.environ | surroundings,
        capture_output=True,
        check=True,
    )
    assert told.stderr == b""
    assert Site(tmp_path / "_site").files == printed.files


def test_links_lead_to_the_guide_on_the_internet() -> None:
    led = made_of('<p><a href="/guide/groups/">Groups</a> <a href="../month/">Month</a>').leads_to
    assert led == (LINKS.absolute("groups/"), LINKS.absolute("print/month/"))


def test_a_photo_that_the_guide_publishes_is_in_the_pdf() -> None:
    pdf = made_of(f'<img src="{ROOT}{PHOTO}" alt="Four people at a table">')
    assert pdf.pictures == 1
    assert [tag.says_instead for tag in pdf.named("Figure")] == ["Four people at a table"]


ELSEWHERE = [
    "http://192.0.2.1/a.jpg",
    "//192.0.2.1/a.jpg",
    "ftp://192.0.2.1/a.jpg",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
    f"{ROOT}../a.jpg",
]


@pytest.mark.parametrize("address", [*ELSEWHERE, "on-the-disk"])
def test_nothing_is_fetched_from_elsewhere(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, to: asked.append(to))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *to, **_: asked.append(to) or [])
    (tmp_path / "a.jpg").write_bytes(picture())
    if address == "on-the-disk":
        address = (tmp_path / "a.jpg").as_uri()
    style = f'<style>@import "{address}"; p{{background:url("{address}")}}</style>'
    link = f'<link rel="stylesheet" href="{address}"><link rel="attachment" href="{address}">'
    pdf = made_of(f'{link}{style}<p>Tea <img src="{address}" alt="A cup">')
    assert (asked, pdf.pictures) == ([], 0)


def test_a_photo_that_is_cut_short_is_noticed_where_pdfs_are_made(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "tea.jpg").write_bytes(picture((600, 400))[:-600])
    with pytest.raises(PhotoNotRead):
        photo_size(tmp_path, "photos/tea.jpg")


def test_nothing_is_said_about_what_is_left_out(capfd: pytest.CaptureFixture[str]) -> None:
    made_of('<style>p{no-such: thing; width: 1unit}</style><p>Tea<img src="http://192.0.2.1/">')
    assert capfd.readouterr() == ("", "")


def test_all_that_holds_on_paper_holds_in_pdfs(tiny: Site) -> None:
    styles = [tiny.text(name) for name in tiny.files if name.endswith(".css")]
    read = "".join(PRINT_AMONG_OTHERS.sub("@media print", css) for css in styles)
    on_paper = {one.strip() for one in re.findall("@media[^{]*", read) if "print" in one}
    assert on_paper == {"@media print"}


@pytest.mark.parametrize(
    "lists", ["print,screen and (min-width:80em)", "(min-width:40em),print", "print"]
)
def test_a_rule_for_paper_and_for_wide_screens_holds_in_pdfs(lists: str) -> None:
    css = f"@media {lists}{{p{{display:none}}}}"
    maker = PdfMaker(LINKS, {"a.css": css.encode()}.get)
    page = f'<html lang="en"><title>Tea</title><link rel="stylesheet" href="{ROOT}a.css"><p>Tea'
    assert Tagged.of(maker.pdf_of(page.encode(), "print/")).named("P") == []
