"""Photos are published upright, small and without what the camera wrote beside them."""

from __future__ import annotations

import io
import os
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from doorstep.photos import PhotoNotRead, height_at, photo_size, renditions, widths_of

if TYPE_CHECKING:
    from pathlib import Path

RED, BLUE = (200, 30, 30), (30, 30, 200)
NAME = "photos/tea.jpg"
GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


UNTURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a picture lies in the file of a phone that was held so."""


def picture(size: tuple[int, int] = (60, 40), *, turned: int = 1, kind: str = "JPEG") -> bytes:
    """Return a photo with a red top and a blue bottom, as a phone held in some way keeps it."""
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0], size[1] // 2))
    stored = image.transpose(UNTURN[turned]) if turned in UNTURN else image
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = turned, "ZZCAMERA"
    exif.get_ifd(GPS).update({1: "N", 2: (53.0, 42.0, 7.0)})
    buffer = io.BytesIO()
    stored.save(buffer, kind, exif=exif)
    return buffer.getvalue()


def keep(content: Path, data: bytes, name: str = NAME) -> Path:
    path = content / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return content


def why(content: Path, name: str = NAME) -> str:
    with pytest.raises(PhotoNotRead) as reason:
        renditions(content, name)
    return str(reason.value)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photo_is_upright_however_the_phone_was_held(tmp_path: Path, turned: int) -> None:
    content = keep(tmp_path, picture(turned=turned))
    (small,) = renditions(content, NAME)
    image = opened(small.content)
    red, _, blue = image.getpixel((30, 5))  # type: ignore[misc]
    assert image.size == (small.width, small.height) == photo_size(content, NAME) == (60, 40)
    assert red > blue


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_where_a_photo_was_taken_is_not_published(tmp_path: Path, kind: str) -> None:
    original = picture(kind=kind)
    assert b"ZZCAMERA" in original
    (small,) = renditions(keep(tmp_path, original), NAME)
    assert b"ZZCAMERA" not in small.content
    assert not opened(small.content).getexif()
    assert small.content[:2] == b"\xff\xd8"


def test_a_comment_or_a_profile_in_a_photo_is_not_published(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    hidden = {"comment": b"ZZCOMMENT", "icc_profile": b"ZZPROFILE" * 20}
    Image.new("RGB", (60, 40)).save(buffer, "JPEG", **hidden)
    (small,) = renditions(keep(tmp_path, buffer.getvalue()), NAME)
    assert b"ZZ" not in small.content


def test_a_large_photo_comes_in_two_widths(tmp_path: Path) -> None:
    content = keep(tmp_path, picture((1200, 900)))
    sizes = [(small.width, small.height) for small in renditions(content, NAME)]
    assert sizes == [(480, 360), (960, 720)]


@given(st.integers(1, 5000))
def test_no_photo_is_made_larger_than_it_was(width: int) -> None:
    assert max(widths_of(width)) <= width


@given(st.integers(1, 960), st.integers(1, 5000), st.integers(1, 5000))
def test_a_photo_is_never_flattened_to_nothing(width: int, across: int, down: int) -> None:
    assert height_at(width, (across, down)) >= 1


def test_see_through_parts_become_white(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (60, 40), (0, 0, 0, 0)).save(buffer, "PNG")
    (small,) = renditions(keep(tmp_path, buffer.getvalue()), NAME)
    assert min(opened(small.content).getpixel((30, 20))) > 250  # type: ignore[arg-type]


def test_a_photo_made_twice_is_the_same_twice(tmp_path: Path) -> None:
    content = keep(tmp_path, picture())
    assert renditions(content, NAME) == renditions(content, NAME)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>",
        b"GIF89a<script>alert(1)</script>",
        b"%PDF-1.7",
        b"\xff\xd8\xff",
    ],
    ids=["empty", "svg", "html", "gif", "pdf", "start of a jpeg"],
)
def test_what_only_poses_as_a_photo_is_refused(tmp_path: Path, data: bytes) -> None:
    assert why(keep(tmp_path, data)) == "it is not a JPEG, PNG or WebP picture"


def test_a_photo_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    whole = picture((600, 400))
    assert why(keep(tmp_path, whole[: len(whole) // 2])) == "the file is cut short or damaged"


@pytest.mark.parametrize("side", [8000, 60000], ids=["a wall", "a bomb"])
def test_a_picture_too_large_to_open_safely_is_refused(tmp_path: Path, side: int) -> None:
    small = bytearray(picture((16, 16), kind="PNG"))
    header = side.to_bytes(4) * 2 + bytes(small[24:29])
    small[16:33] = header + zlib.crc32(b"IHDR" + header).to_bytes(4)
    assert why(keep(tmp_path, bytes(small))) == "it is too large"


@pytest.mark.parametrize(
    "name",
    [
        "tea.jpg",
        "photos/../site.yaml",
        "/etc/passwd",
        "photos/a/b.jpg",
        "photos/.tea.jpg",
        "..\\photos\\x.jpg",
    ],
)
def test_only_the_photos_folder_has_photos(tmp_path: Path, name: str) -> None:
    assert why(tmp_path, name) == "it is not in the photos folder"


def test_a_photo_that_is_not_there_is_missed(tmp_path: Path) -> None:
    assert why(tmp_path) == "there is no such file"


def test_a_link_to_a_picture_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(picture())
    (tmp_path / "photos").mkdir()
    (tmp_path / NAME).symlink_to(tmp_path / "secret.jpg")
    assert why(tmp_path) == "there is no such file"


def test_a_photo_that_was_replaced_has_its_new_size(tmp_path: Path) -> None:
    content = keep(tmp_path, picture((60, 40)))
    assert photo_size(content, NAME) == (60, 40)
    keep(content, picture((30, 40)))
    os.utime(content / NAME, (1, 1))
    assert photo_size(content, NAME) == (30, 40)


PICTURES = [picture(turned=6, kind=kind) for kind in ("JPEG", "PNG", "WEBP")]
NOISE = st.lists(st.tuples(st.integers(0, 400), st.binary(min_size=1, max_size=4)), max_size=4)


def shown_or_told(content: Path) -> object:
    try:
        return [*renditions(content, NAME), *photo_size(content, NAME)]
    except PhotoNotRead as reason:
        return str(reason)


@given(st.sampled_from(PICTURES), NOISE)
def test_a_damaged_file_is_shown_or_refused_and_never_stops_the_guide(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, damage: list[tuple[int, bytes]]
) -> None:
    data = bytearray(whole)
    for place, noise in damage:
        data[place : place + len(noise)] = noise
    assert shown_or_told(keep(tmp_path_factory.getbasetemp(), bytes(data)))


def test_a_photo_whose_upload_broke_off_is_noticed_before_a_page_shows_it(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    whole = io.BytesIO()
    Image.effect_noise((800, 600), 50).save(whole, "JPEG")
    (tmp_path / "photos" / "tea.jpg").write_bytes(whole.getvalue()[: len(whole.getvalue()) // 2])
    with pytest.raises(PhotoNotRead, match="cut short"):
        photo_size(tmp_path, "photos/tea.jpg")


def test_a_name_too_long_for_a_disk_is_no_photo(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    with pytest.raises(PhotoNotRead):
        photo_size(tmp_path, f"photos/{'x' * 300}.jpg")
