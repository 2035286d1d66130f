"""The preview answers each address with its page, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from doorstep.files import Output, staging, write
from doorstep.preview.answers import HTML, Shown

PAGE = "<!doctype html><html lang='en'><title>Tea</title><body><h1>%s</h1></body></html>"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A small site that is there already."""
    with staging(tmp_path / "_site") as folder:
        pages = ["index.html", "tea/index.html", "404.html"]
        write(folder, [Output(page, (PAGE % page).encode()) for page in pages])
        write(folder, [Output("feeds/all.ics", b"BEGIN:VCALENDAR"), Output("a b.txt", b"")])
    return tmp_path / "_site"


@pytest.fixture
def shown(out: Path) -> Shown:
    return Shown(out, "/guide/")


def body(shown: Shown, target: str) -> bytes:
    return shown.answer(target, "1").body


@pytest.mark.parametrize(
    ("target", "heading"),
    [
        ("/guide/", b"<h1>index.html"),
        ("/guide/tea/", b"<h1>tea/index.html"),
        ("/guide/tea/index.html", b"<h1>tea/index.html"),
        ("/guide/te%61/?what=ever", b"<h1>tea/index.html"),
    ],
)
def test_an_address_leads_to_its_page(shown, target, heading):
    assert shown.answer(target, "1").status == 200
    assert heading in body(shown, target)


@pytest.mark.parametrize(
    ("target", "to"), [("/", "/guide/"), ("/guide", "/guide/"), ("/guide/tea", "/guide/tea/")]
)
def test_an_address_that_is_nearly_right_leads_on(shown, target, to):
    answer = shown.answer(target, "1")
    assert (answer.status, answer.moved_to) == (302, to)


def test_a_guide_at_the_top_of_its_address_is_shown_there(out):
    assert Shown(out, "/").answer("/", "1").status == 200


@pytest.mark.parametrize(
    "target",
    [
        "*",
        "/other/",
        "/guide/coffee/",
        "/guide/tea/index.html/",
        "/guide//tea/",
        "/guide/%00",
        "/guide/%ff",
        "/guide/" + "long/" * 2000,
    ],
)
def test_an_address_without_a_page_gets_the_guides_own_words_for_it(shown, target):
    answer = shown.answer(target, "1")
    assert (answer.status, answer.content_type) == (404, HTML)
    assert b"<h1>404.html" in answer.body


def test_there_is_a_page_even_before_the_first_site(tmp_path):
    answer = Shown(tmp_path / "_site", "/").answer("/", "1")
    assert answer.status == 404
    assert b"preview.js" in answer.body


@pytest.mark.parametrize(
    "target",
    [
        "/guide/../secret",
        "/guide/%2e%2e/secret",
        "/guide/..%5csecret",
        "/guide/tea/../../secret",
        "/guide/{parent}/secret",
        "/guide/link",
        "/guide/folder/secret",
        "/guide/indexed/",
    ],
)
def test_nothing_outside_the_site_is_shown(shown, target):
    outside = shown.out.parent
    (outside / "secret").write_text("secret")
    (outside / "index.html").write_text("secret")
    (shown.out / "link").symlink_to(outside / "secret")
    (shown.out / "folder").symlink_to(outside)
    (shown.out / "indexed").mkdir()
    (shown.out / "indexed/index.html").symlink_to(outside / "index.html")
    answer = shown.answer(target.format(parent=outside), "1")
    assert answer.status == 404
    assert b"secret" not in answer.body


def test_each_file_says_what_it_is(shown):
    assert shown.answer("/guide/feeds/all.ics", "1").content_type == "text/calendar; charset=utf-8"
    assert shown.answer("/guide/a%20b.txt", "1").content_type == "text/plain; charset=utf-8"


def test_only_pages_get_the_script_and_the_files_stay_as_they_are(shown):
    before = (shown.out / "index.html").read_bytes()
    script = b'<script src="/guide/-/preview.js" data-edition="7" defer></script></body>'
    assert shown.answer("/guide/", "7").body == before.replace(b"</body>", script)
    assert body(shown, "/guide/feeds/all.ics") == b"BEGIN:VCALENDAR"
    assert (shown.out / "index.html").read_bytes() == before


def test_a_page_without_an_end_gets_the_script_at_its_end(shown):
    (shown.out / "short.html").write_text("<title>Short</title>")
    assert body(shown, "/guide/short.html").endswith(b"defer></script>")
