"""A page is shown as a phone shows it, and never the page of a safe space."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from browser import NAMED, chromium_path
from PIL import Image

from doorstep.portraits.served_site import at_an_address
from doorstep.portraits.taking import (
    HEIGHT,
    HIDDEN,
    MOST,
    WIDTH,
    NoPortrait,
    find_browser,
    portrait_name,
    take_portraits,
)

if TYPE_CHECKING:
    from pathlib import Path

    from built_site import Site

PAGE = """<!doctype html><html lang="en"><head><title>Tea</title>
<meta name="viewport" content="width=device-width">%s
<link rel="stylesheet" href="/guide/look.css"></head><body><h1>Tea</h1></body></html>"""


def small_site(folder: Path, *pages: str, head: str = "") -> Path:
    """Write a site of some pages that are green when they are shown as meant."""
    for page in pages:
        (folder / page).mkdir(parents=True, exist_ok=True)
        (folder / page / "index.html").write_text(PAGE % head, encoding="utf-8")
    (folder / "look.css").write_text("html { background: #0a0 }", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def browser() -> str:
    found = find_browser() or chromium_path() or ""
    assert found
    return found


@pytest.mark.browser
def test_a_page_is_pictured_as_wide_as_a_phone(tmp_path: Path, tiny: Site, browser: str) -> None:
    path = "groups/tea-and-talk/"
    (picture,) = take_portraits(tiny.folder, [path], tmp_path / "shots", browser)
    with Image.open(picture) as image:
        assert image.size == (WIDTH, HEIGHT)
        assert len(image.convert("RGB").getcolors(maxcolors=100_000) or ()) > 20
    assert picture.name == portrait_name(path)


@pytest.mark.browser
def test_a_site_looks_as_meant_whichever_folder_it_was_built_for(
    tmp_path: Path, browser: str
) -> None:
    site = small_site(tmp_path / "site", "groups/tea")
    (picture,) = take_portraits(site, ["groups/tea/"], tmp_path / "shots", browser)
    with Image.open(picture) as image:
        assert image.convert("RGB").getpixel((WIDTH - 1, HEIGHT - 1)) == (0, 170, 0)


NEVER = "/bin/false"
QUICK = """#!/bin/sh
for word; do case $word in --screenshot=*) : > "${word#*=}"; esac; done
"""


def test_a_page_that_is_not_there_has_no_picture(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site", "groups/tea")
    assert take_portraits(site, ["groups/film/", "about/"], tmp_path / "shots", NEVER) == ()


def test_a_page_that_is_not_to_be_found_has_no_picture(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site", "help/talk", head=HIDDEN.decode())
    assert take_portraits(site, ["help/talk/"], tmp_path / "shots", NEVER) == ()


def test_a_safe_space_has_no_picture(tmp_path: Path, tiny: Site) -> None:
    path = "groups/a-group-for-women/"
    assert (tiny.folder / path / "index.html").is_file()
    assert take_portraits(tiny.folder, [path], tmp_path / "shots", NEVER) == ()


def test_there_are_not_many_pictures_and_each_once(tmp_path: Path) -> None:
    names = [f"groups/tea-{number}" for number in range(MOST + 2)]
    site = small_site(tmp_path / "site", *names)
    paths = [f"{name}/" for name in [names[0], *names]]
    quick = tmp_path / "quick-browser"
    quick.write_text(QUICK)
    quick.chmod(0o755)
    taken = take_portraits(site, paths, tmp_path / "shots", str(quick))
    assert [picture.stem for picture in taken] == [name.replace("/", "-") for name in names[:MOST]]


def test_a_browser_that_takes_none_is_said(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site", "groups/tea")
    for browser in (NEVER, "/bin/true", str(tmp_path / "nothing")):
        with pytest.raises(NoPortrait, match="no picture"):
            take_portraits(site, ["groups/tea/"], tmp_path / "shots", browser)


def test_a_name_that_answers_to_nothing_is_no_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAMED, NEVER)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_browser() == ""


def test_the_browser_that_is_named_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "my-browser"
    named.write_text("#!/bin/sh\necho Chromium 1\n")
    named.chmod(0o755)
    monkeypatch.setenv(NAMED, str(named))
    assert find_browser() == os.environ[NAMED]


@pytest.mark.parametrize(
    ("path", "name"),
    [("groups/tea-and-talk/", "groups-tea-and-talk.png"), ("", "home.png")],
)
def test_a_picture_is_called_after_its_page(path: str, name: str) -> None:
    assert portrait_name(path) == name


def status(address: str) -> int:
    try:
        with urlopen(address) as answer:  # noqa: S310 (our own)
            return int(answer.status)
    except HTTPError as refusal:
        with refusal:
            return refusal.code


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("groups/tea/", 200),
        ("guide/groups/tea/", 200),
        ("a/b/look.css", 200),
        ("guide/nothing.css", 404),
        ("..%2f..%2fetc/passwd", 404),
        ("guide/../../secret", 404),
    ],
)
def test_the_site_and_nothing_else_is_at_the_address(tmp_path: Path, path: str, code: int) -> None:
    (tmp_path / "secret").write_text("secret")
    with at_an_address(small_site(tmp_path / "site", "groups/tea")) as address:
        assert status(f"{address}{path}") == code
