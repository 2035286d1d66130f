"""What is no photo, or too much for a page, is refused by its name and never stops the guide."""

from __future__ import annotations

import os
import sys
import time
import zlib
from typing import TYPE_CHECKING

import pytest
from made_photos import (
    FORMATS,
    NAME,
    bomb,
    chunk,
    halves,
    keep,
    opened,
    picture,
    saved,
    segment,
    with_chunks,
    with_riff,
    with_segments,
)
from PIL import Image

from doorstep.photos import PhotoNotRead
from doorstep.photos.places import MOST_BYTES
from doorstep.photos.sizes import photo_size, renditions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CUT_SHORT = "the file is cut short or damaged"
SCRIPT = b"<script>alert(1)</script>"
MP4_START = b"\0\0\0\x18ftyp"


def why(content: Path, name: str = NAME) -> str:
    """Return why a photo is refused, when a page asks for it and when it is published."""
    with pytest.raises(PhotoNotRead) as asked:
        photo_size(content, name)
    with pytest.raises(PhotoNotRead) as published:
        renditions(content, name)
    assert str(asked.value) == str(published.value)
    assert asked.value.fix.endswith((".", "jpg"))
    return str(asked.value)


POSING = {
    "nothing": (b"", "the file is empty"),
    "SVG with a script": (b"<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT, "a drawing (SVG)"),
    "SVG behind a declaration": (b"<?xml version='1.0'?>\n<!-- -->\n<svg>", "a drawing (SVG)"),
    "SVG of a name space": (b"\xef\xbb\xbf<x/><svg:svg>", "a drawing (SVG)"),
    "HTML": (b"<!doctype html>" + SCRIPT, "it is a web page"),
    "HTML in capitals": (b"\n <HTML><BODY>", "it is a web page"),
    "GIF": (b"GIF89a" + SCRIPT, "it is a GIF"),
    "a real GIF": (saved(halves(mode="P"), "GIF"), "it is a GIF"),
    "HEIC": (MP4_START + b"heic\0\0\0\0mif1", "it is a HEIC photo"),
    "AVIF": (MP4_START + b"avif\0\0\0\0", "it is an AVIF picture"),
    "a film": (MP4_START + b"mp42\0\0\0\0", "it is a film"),
    "TIFF": (saved(halves(), "TIFF"), "it is a TIFF picture"),
    "BMP": (saved(halves(), "BMP"), "it is a BMP picture"),
    "an icon": (saved(halves(), "ICO"), "it is an icon"),
    "JPEG 2000": (saved(halves(), "JPEG2000"), "it is a JPEG 2000 picture"),
    "PDF": (b"%PDF-1.7", "it is a PDF"),
    "a document": (b"PK\x03\x04word/document.xml", "it is a document"),
    "words": ("Four people at a café table".encode(), "it is a file of words"),
    "a program": (b"\x7fELF\2\1\1\0", "it is not a JPEG"),
    "the start of a JPEG": (b"\xff\xd8\xff", CUT_SHORT),
    "the start of a PNG": (b"\x89PNG\r\n\x1a\n", CUT_SHORT),
    "a JPEG without a picture": (b"\xff\xd8\xff\xd9", CUT_SHORT),
    "HTML behind the start of a JPEG": (b"\xff\xd8\xff\xe0" + SCRIPT, CUT_SHORT),
}
"""What poses as a photo, and how what is said of it begins."""


@pytest.mark.parametrize(("data", "reason"), POSING.values(), ids=POSING)
def test_what_only_poses_as_a_photo_is_refused_by_its_name(
    tmp_path: Path, data: bytes, reason: str, tried: Callable[[str, int], None]
) -> None:
    tried("Files that pose as a photo, are too large or are cut short", 1)
    assert reason in why(keep(tmp_path, data))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_program_hung_on_to_a_photo_is_not_published(tmp_path: Path, kind: str) -> None:
    content = keep(tmp_path, saved(halves(), kind) + b"<!doctype html>" + SCRIPT)
    assert all(b"script" not in one.content for one in renditions(content, NAME))


def test_a_photo_may_have_any_ending(tmp_path: Path) -> None:
    assert photo_size(keep(tmp_path, picture(kind="PNG")), NAME) == (60, 40)


MANY = "it has more than 60 million pixels"
LONG = "one side is more than 10 times as long as the other"


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    ("across", "down", "reason"),
    [
        (8000, 8000, MANY),
        (16000, 16000, MANY),
        (1, 20000, LONG),
        (20000, 1, LONG),
        (16383, 1000, LONG),
    ],
)
def test_a_picture_of_no_shape_for_a_page_is_refused(
    tmp_path: Path,
    kind: str,
    across: int,
    down: int,
    reason: str,
    tried: Callable[[str, int], None],
) -> None:
    tried("Files that pose as a photo, are too large or are cut short", 1)
    assert why(keep(tmp_path, bomb(kind, across, down))) == reason


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_the_largest_picture_that_a_head_can_say_is_refused_at_once(
    tmp_path: Path, kind: str
) -> None:
    content, started = keep(tmp_path, bomb(kind, 2**24, 2**24)), time.process_time()
    assert why(content) == MANY
    assert time.process_time() - started < 1


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_without_an_edge_is_refused(tmp_path: Path, kind: str) -> None:
    nowhere = bomb(kind, 1, 1) if kind == "WEBP" else bomb(kind, 0, 40)
    assert why(keep(tmp_path, nowhere)) == CUT_SHORT


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_moves_is_refused(tmp_path: Path, kind: str) -> None:
    pictures = [Image.new("RGB", (20, 20), (shade, 0, 0)) for shade in range(0, 250, 25)]
    film = saved(pictures[0], kind, save_all=True, append_images=pictures[1:], duration=20)
    assert why(keep(tmp_path, film)) == "it moves"


def test_a_jpeg_drawn_over_too_often_is_refused(tmp_path: Path) -> None:
    data = saved(halves(), progressive=True)
    last = data[data.rindex(b"\xff\xda") : -2]
    content = keep(tmp_path, data[:-2] + last * 40 + data[-2:])
    assert why(content) == "it would take minutes to open"


def test_a_file_that_is_too_large_is_not_even_read_to_its_end(tmp_path: Path) -> None:
    content = keep(tmp_path, picture())
    with (content / NAME).open("r+b") as file:
        file.truncate(MOST_BYTES * 4000)
    assert why(content) == "the file is larger than 25 MB"


PIECES = 300_000
ENDLESS = {
    "marks": b"\xff\xd8" + b"\xff" * PIECES,
    "remarks": b"\xff\xd8" + b"\xff\xfe\0\2" * PIECES,
    "pixels": saved(halves())[:-2] + b"\xff\0" * PIECES,
    "starts": b"\xff\xd8" * PIECES,
    "chunks": saved(halves(), "PNG")[:33] + chunk(b"teXt", b"") * (PIECES // 4),
    "pieces": with_riff(*[(b"ABCD", b"")] * 100_000),
}


@pytest.mark.parametrize("data", ENDLESS.values(), ids=ENDLESS)
def test_a_file_of_endless_pieces_is_given_up_soon(tmp_path: Path, data: bytes) -> None:
    started = time.process_time()
    assert why(keep(tmp_path, data)) == CUT_SHORT
    assert time.process_time() - started < 5


def test_words_that_unpack_to_far_more_are_not_unpacked_whole(tmp_path: Path) -> None:
    packed = zlib.compress(bytes(20_000_000))
    content = keep(tmp_path, with_chunks(chunk(b"zTXt", b"Comment\0\0" + packed)))
    started = time.process_time()
    assert photo_size(content, NAME) == (60, 40)
    assert time.process_time() - started < 1


def test_what_a_camera_writes_is_never_read_by_pillow(tmp_path: Path) -> None:
    """Each of its facts can claim the whole of it, thousands of times over."""
    facts = b"".join(
        (0x9000 + n).to_bytes(2) + b"\0\7" + (60_000).to_bytes(4) + bytes(4) for n in range(5000)
    )
    words = b"MM\0*\0\0\0\x08" + (5000).to_bytes(2) + facts
    data = with_segments(segment(0xE1, b"Exif\0\0" + words[:65_000]))
    started = time.process_time()
    assert photo_size(keep(tmp_path, data), NAME) == (60, 40)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "name",
    [
        "tea.jpg",
        "photos/../site.yaml",
        "photos/../../secret.jpg",
        "/etc/passwd",
        "photos/a/b.jpg",
        "photos/.tea.jpg",
        "..\\photos\\x.jpg",
        "photos\\..\\x.jpg",
        "photos",
        "photos/",
        "",
        "photos/tea\0.jpg",
        "photos/tea\n.jpg",
        "photos/tea\u202egpj.exe",
        f"photos/{'x' * 300}.jpg",
        f"photos/{'é' * 101}",
    ],
)
def test_only_the_photos_folder_has_photos(tmp_path: Path, name: str) -> None:
    assert why(tmp_path, name) == "it is not in the photos folder"


@pytest.mark.parametrize(
    "name",
    ["photos/tea time.jpg", "photos/茶.jpg", "photos/tea", "photos\\tea.jpg", f"photos/{'é' * 99}"],
)
def test_a_photo_may_have_any_name_that_can_be_kept(tmp_path: Path, name: str) -> None:
    assert photo_size(keep(tmp_path, picture(), name.replace("\\", "/")), name) == (60, 40)


def test_an_accent_may_be_written_as_a_mac_does(tmp_path: Path) -> None:
    content = keep(tmp_path, picture(), "photos/cafe\u0301.jpg")
    assert photo_size(content, "photos/caf\u00e9.jpg") == (60, 40)


def test_a_photo_that_is_not_there_is_missed(tmp_path: Path) -> None:
    assert why(tmp_path) == "there is no such file"


def test_a_folder_called_like_a_photo_is_none(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir(parents=True)
    assert why(tmp_path) == "it is a folder"


def test_a_link_to_a_picture_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(picture())
    (tmp_path / "photos").mkdir()
    (tmp_path / NAME).symlink_to(tmp_path / "secret.jpg")
    assert why(tmp_path) == "it is only a link to another file"


def test_a_photos_folder_elsewhere_is_not_followed(tmp_path: Path) -> None:
    keep(tmp_path / "elsewhere", picture())
    (tmp_path / "photos").symlink_to(tmp_path / "elsewhere" / "photos")
    assert why(tmp_path) == "the photos folder is only a link to another folder"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_called_like_a_photo_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    os.mkfifo(tmp_path / NAME)
    assert why(tmp_path) == "it is not an ordinary file"


def test_a_photo_that_may_not_be_opened_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = keep(tmp_path, picture())

    def locked(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("doorstep.photos.places.start_of", locked)
    assert why(content) == "this computer may not open it"


def test_a_photos_folder_that_may_not_be_opened_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "photos").mkdir()

    def locked(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.iterdir", locked)
    assert why(tmp_path) == "this computer may not open it"


def test_a_photo_refused_once_is_shown_when_it_is_mended(tmp_path: Path) -> None:
    content = keep(tmp_path, picture()[:-9])
    assert why(content) == CUT_SHORT
    assert photo_size(keep(content, picture()), NAME) == (60, 40)


def test_a_jpeg_from_a_phone_with_a_second_picture_is_one_picture(tmp_path: Path) -> None:
    two = saved(halves(), "MPO", save_all=True, append_images=[halves()])
    content = keep(tmp_path, two)
    assert [opened(one.content).size for one in renditions(content, NAME)] == [(60, 40)] * 2
