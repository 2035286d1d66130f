"""A photo that says where it was taken stops a change, wherever in the file it says so."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any
from zlib import compress

import pytest
from builders import checked_of
from made_photos import (
    FORMATS,
    XMP,
    XMP_NAME,
    camera_words,
    chunk,
    halves,
    keep,
    more_xmp,
    picture,
    saved,
    segment,
    with_chunks,
    with_riff,
    with_segments,
)

from doorstep.photos.cleaning import without_hidden_data
from doorstep.photos.whereabouts import says_where
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EXIF = camera_words().tobytes()
EXIF_POINTER = EXIF.replace(b"\x88\x25\0\4", b"\x88\x25\0\x0d")
DRONE = b'<rdf:Description drone-dji:GpsLatitude="+53.70" drone-dji:GpsLongtitude="-3.30"/>'
ELEMENT = b"<exif:GPSLongitude>3,18.0W</exif:GPSLongitude>"
HEX = b"Raw profile type exif\0\nexif\n   120\n" + EXIF.hex().encode() + b"\n"


SAY_WHERE = {
    **{f"EXIF of a {kind}": picture(kind=kind) for kind in FORMATS},
    "EXIF of an AVIF": saved(halves(), "AVIF", exif=camera_words()),
    "a TIFF, or what a camera calls raw": EXIF[6:],
    "EXIF in a file cut short": picture()[:-20],
    "EXIF of a HEIC": b"\0\0\0\x18ftypheic\0\0\0\0mif1\0\0\0\0\0\6Exif\0\0" + EXIF[6:],
    "where it looks to": saved(halves(), exif=camera_words(gps={20: (53.0, 42.0, 7.0)})),
    "the name of the place": saved(halves(), exif=camera_words(gps={28: b"ASCII\0\0\0Elm Road"})),
    "XMP": with_segments(segment(0xE1, XMP_NAME + XMP)),
    "XMP, as an element": with_segments(segment(0xE1, XMP_NAME + ELEMENT)),
    "XMP of a drone": with_segments(segment(0xE1, XMP_NAME + DRONE)),
    "EXIF that points as TIFF 6 has it": with_segments(segment(0xE1, EXIF_POINTER)),
    "XMP in several pieces": with_segments(*more_xmp()),
    "XMP of a PNG": with_chunks(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
    "XMP of a PNG, packed": with_chunks(
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + compress(XMP))
    ),
    "XMP of a PNG, packed, in a language": with_chunks(
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0en\0words\0" + compress(XMP))
    ),
    "XMP of a WebP": with_riff((b"XMP ", XMP)),
    "EXIF of an old PNG": with_chunks(chunk(b"tEXt", HEX)),
    "EXIF of an old PNG, packed": with_chunks(
        chunk(b"zTXt", b"Raw profile type exif\0\0" + compress(HEX.partition(b"\0")[2]))
    ),
    "a street in IPTC": with_segments(
        segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\x0d\x1c\x02\x5c\0\x08Elm Road")
    ),
    "a second picture behind the end": saved(halves()) + picture(),
    "a film behind the end": saved(halves()) + b"\0\0\0\x1c\xa9xyz\0\x12\x15\xc7+53.7020-003.3000/",
}

SAY_NOTHING = {
    **{f"a plain {kind}": saved(halves(), kind) for kind in FORMATS},
    "how it was held": saved(halves(), exif=camera_words(6, gps={})),
    "that its words on places are of a kind": saved(
        halves(), exif=camera_words(gps={0: b"\2\3\0\0"})
    ),
    "noughts": saved(halves(), exif=camera_words(gps={1: "N", 2: (0.0, 0.0, 0.0)})),
    "north of nowhere": saved(halves(), exif=camera_words(gps={1: "N", 3: "W"})),
    "an empty place": with_segments(segment(0xE1, XMP_NAME + b'<a exif:GPSLatitude=""/>')),
    "noughts in XMP": with_segments(
        segment(0xE1, XMP_NAME + b'<a exif:GPSLatitude="0,0.0N" exif:GPSLongitude="0,0.0E"/>')
    ),
    "nothing": b"",
    "words": b"The library, 53 42 N",
}


@pytest.mark.parametrize("place", SAY_WHERE)
def test_a_place_is_found_wherever_it_stands(place: str, tried: Callable[[str, int], None]) -> None:
    tried("Ways to say where a photo was taken", 1)
    assert says_where(SAY_WHERE[place])


@pytest.mark.parametrize("data", SAY_NOTHING.values(), ids=SAY_NOTHING)
def test_a_photo_that_says_no_place_is_let_through(data: bytes) -> None:
    assert not says_where(data)


def test_a_photo_full_of_words_that_lead_nowhere_is_looked_through_soon() -> None:
    """Each of them claims 500 facts, in each of 16 pieces."""
    nowhere = b"II*\0\x08\0\0\0\xff\xff" * 6500
    data = with_segments(*[segment(0xE7, nowhere[:65_000])] * 16)
    started = time.process_time()
    assert not says_where(data)
    assert time.process_time() - started < 5


@pytest.mark.parametrize("kind", FORMATS)
def test_a_cleaned_photo_says_no_place(kind: str) -> None:
    assert not says_where(without_hidden_data(picture(turned=6, kind=kind)))


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_place_is_found_in_either_order_of_bytes(order: str) -> None:
    exif = camera_words()
    exif.endian = order
    assert says_where(with_segments(segment(0xE1, exif.tobytes())))


def told(folder: Path, files: dict[str, str] | None = None) -> list[tuple[Any, ...]]:
    """Return what the check says of a guide: file, rule, level."""
    problems = checked_of(folder, files or {}).problems
    return [(problem.file, problem.rule, problem.level) for problem in problems]


ENTRY = {"groups/tea.md": "---\ntitle: Tea\nimage: {file: photos/tea.jpg, alt: Tea}\n---\n"}


@pytest.mark.parametrize("files", [{}, ENTRY], ids=["nobody names it", "an entry names it"])
def test_a_photo_with_a_place_is_an_error_on_its_own_file(
    tmp_path: Path, files: dict[str, str]
) -> None:
    keep(tmp_path / "content", picture())
    assert told(tmp_path, files) == [("content/photos/tea.jpg", "photo-place", Level.ERROR)]


def test_an_entry_is_not_left_out_for_the_place_in_its_photo(tmp_path: Path) -> None:
    keep(tmp_path / "content", picture())
    checked = checked_of(tmp_path, ENTRY)
    assert [entry.slug for entry in checked.entries] == ["tea"]
    assert checked.lost == 0


@pytest.mark.parametrize(
    "name",
    ["photos/2026/tea.jpg", "photos/.tea.jpg", "photos/tea", "groups/tea.jpg", "tea.HEIC"],
)
def test_a_place_is_found_wherever_among_the_entries_the_photo_lies(
    tmp_path: Path, name: str
) -> None:
    keep(tmp_path / "content", picture(), name)
    assert (f"content/{name}", "photo-place", Level.ERROR) in told(tmp_path)


@pytest.mark.parametrize("name", ["IMG_1.JPG", "photos/tea.jpg"])
def test_a_place_is_found_beside_the_entries_where_an_upload_may_land(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / ".git").mkdir()
    keep(tmp_path, picture(), name)
    assert (name, "photo-place", Level.ERROR) in told(tmp_path)


def test_pictures_beside_entries_that_are_in_no_repository_are_nobodys_business(
    tmp_path: Path,
) -> None:
    keep(tmp_path, picture(), "IMG_1.JPG")
    assert told(tmp_path) == []


def test_a_place_at_the_end_of_a_file_too_large_to_be_shown_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("doorstep.photos.places.MOST_BYTES", 2000)
    large = with_chunks(chunk(b"zzZz", b"x" * 9000), chunk(b"eXIf", EXIF[6:]))
    keep(tmp_path / "content", large)
    assert ("content/photos/tea.jpg", "photo-place", Level.ERROR) in told(tmp_path)


def test_a_link_to_a_photo_elsewhere_is_not_looked_into(tmp_path: Path) -> None:
    keep(tmp_path / "elsewhere", picture())
    (tmp_path / "content" / "photos").mkdir(parents=True)
    photo = tmp_path / "elsewhere" / "photos" / "tea.jpg"
    (tmp_path / "content" / "photos" / "tea.jpg").symlink_to(photo)
    assert [rule for _, rule, _ in told(tmp_path)] == ["photo-file"]
