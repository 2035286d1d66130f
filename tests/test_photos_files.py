"""What lies in the photos folder: odd names, files that are no photos, photos that nobody names."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from builders import checked_of, guide_of
from built_site import LAYOUTS
from made_photos import halves, keep, saved
from PIL import Image

from doorstep.layouts import environment
from doorstep.outputs.output import Press
from doorstep.outputs.photos import photo_at
from doorstep.outputs.renderers import PHOTOS
from doorstep.problems import Level, Problem
from doorstep.views.pictures import picture_of

ENTRY = "---\ntitle: Tea\nimage: {{file: photos/{name}, alt: Four people at a table}}\n---\n"
PLAIN = saved(halves())
POSING = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


def told(folder: Path, photos: dict[str, bytes], named: str = "") -> list[Problem]:
    """Return what the check says of a guide with these photos, one of them named by an entry."""
    for name, data in photos.items():
        keep(folder / "content", data, f"photos/{name}")
    entries = {"groups/tea.md": ENTRY.format(name=named)} if named else {}
    return list(checked_of(folder, entries).problems)


@pytest.mark.parametrize(
    "name", ["tea.jpg", "Tea time.JPG", "茶.jpg", "tea", "x.y.z.png", "com.jpg"]
)
def test_a_photo_of_any_ordinary_name_is_fine(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, {name: PLAIN}) == []


def test_what_computers_leave_behind_is_passed_over(tmp_path: Path) -> None:
    left = dict.fromkeys((".DS_Store", "Thumbs.db", "README.md", "desktop.ini"), b"\0")
    assert told(tmp_path, left) == []


def test_a_file_that_is_no_photo_is_told_where_it_lies(tmp_path: Path) -> None:
    [problem] = told(tmp_path, {"tea.jpg": POSING})
    assert (problem.file, problem.rule) == ("content/photos/tea.jpg", "photo-file")
    assert problem.level is Level.WARNING
    assert problem.message.startswith("This cannot be shown as a photo: it is a drawing (SVG)")


def test_a_file_that_is_no_photo_is_told_once_at_the_entry_that_names_it(tmp_path: Path) -> None:
    [problem] = told(tmp_path, {"tea.jpg": POSING}, named="tea.jpg")
    assert (problem.file, problem.line) == ("content/groups/tea.md", 3)
    assert problem.message.startswith("The photo “photos/tea.jpg” cannot be shown: it is a drawing")
    assert problem.fix == "Save it as JPEG, and put that in the photos folder."


ODD = [
    "con.jpg",
    "AUX.png",
    "nul.tea.jpg",
    "tea.jpg.",
    "tea.jpg ",
    "tea?.jpg",
    "a\\b.jpg",
    "tea\n.jpg",
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot keep such files")
@pytest.mark.parametrize("name", ODD)
def test_a_name_that_windows_cannot_keep_is_refused(tmp_path: Path, name: str) -> None:
    [problem] = told(tmp_path, {name: PLAIN})
    assert (problem.rule, problem.level) == ("file-name", Level.ERROR)
    assert problem.fix in {
        f"Call it {better}." for better in ("photo.jpg", "photo.png", "tea.jpg", "a-b.jpg")
    }


@pytest.mark.parametrize("twins", [("Tea.jpg", "tea.jpg"), ("caf\u00e9.jpg", "cafe\u0301.jpg")])
def test_two_names_that_are_one_on_most_computers_are_refused(
    tmp_path: Path, twins: tuple[str, str]
) -> None:
    [problem] = told(tmp_path, dict.fromkeys(twins, PLAIN))
    assert (problem.rule, problem.level) == ("file-name", Level.ERROR)
    assert "are one name on most computers" in problem.message


def test_a_very_long_name_is_refused(tmp_path: Path) -> None:
    [problem] = told(tmp_path, {f"{'tea-' * 40}.jpg": PLAIN})
    assert problem.message == "The name of this file is longer than 100 letters."
    assert problem.fix == f"Call it {'tea-' * 9}tea.jpg."


def test_a_folder_a_link_and_a_pipe_are_no_photos(tmp_path: Path) -> None:
    photos = tmp_path / "content" / "photos"
    (photos / "folder.jpg").mkdir(parents=True)
    (photos / "link.jpg").symlink_to(photos / "nowhere.jpg")
    os.mkfifo(photos / "pipe.jpg")
    assert [(problem.about, problem.rule) for problem in told(tmp_path, {})] == [
        ("folder.jpg", "photo-file"),
        ("link.jpg", "photo-file"),
        ("pipe.jpg", "photo-file"),
    ]


def test_a_photos_folder_that_is_only_a_link_is_told_once(tmp_path: Path) -> None:
    keep(tmp_path / "elsewhere", POSING)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "photos").symlink_to(tmp_path / "elsewhere" / "photos")
    problems = told(tmp_path, {})
    assert ("content/photos", "file-ordinary") in [(one.file, one.rule) for one in problems]
    assert "photo-file" not in [one.rule for one in problems]


def published(folder: Path, photos: dict[str, bytes], entries: dict[str, str]) -> dict[str, bytes]:
    """Return the photos that a guide of these entries publishes, by their paths."""
    for name, data in photos.items():
        keep(folder / "content", data, f"photos/{name}")
    press = Press(guide_of(folder, entries), environment(LAYOUTS))
    made = [out for r in PHOTOS for item in r.items(press.guide) for out in r.draw(press, item)]
    assert all(photo_at(press.guide, output.path) == output.content for output in made)
    return {output.path: output.content for output in made}


def test_only_photos_that_an_entry_shows_are_published(tmp_path: Path) -> None:
    photos = {"tea.jpg": PLAIN, "unused.jpg": PLAIN, "closed.jpg": PLAIN, "drawing.svg": POSING}
    closed = ENTRY.format(name="closed.jpg").replace("title:", "status: closed\ntitle:")
    entries = {
        "groups/tea.md": ENTRY.format(name="tea.jpg"),
        "groups/closed.md": closed,
        "groups/drawing.md": ENTRY.format(name="drawing.svg"),
    }
    paths = published(tmp_path, photos, entries)
    assert {Path(path).stem.partition("-")[0] for path in paths} == {"tea"}
    assert sorted(Path(path).suffix for path in paths) == [".jpg", ".webp"]


def test_what_a_page_offers_is_what_is_published(tmp_path: Path) -> None:
    entries = {"groups/tea.md": ENTRY.format(name="tea.jpg")}
    paths = published(tmp_path, {"tea.jpg": saved(Image.new("RGB", (1200, 900)))}, entries)
    guide = guide_of(tmp_path, entries)
    offered = picture_of(guide, guide.catalogue.entries[0])
    assert offered is not None
    choices = [one.split() for one in f"{offered.webp}, {offered.srcset}".split(", ")]
    assert {address.removeprefix("/guide/") for address, _ in choices} == set(paths)
    assert [width for _, width in choices] == ["480w", "960w"] * 2
    assert (offered.width, offered.height) == (480, 360)
    assert offered.src.removeprefix("/guide/") in paths
