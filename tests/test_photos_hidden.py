"""Nothing leaves with a published photo but its pixels, wherever in the file it was hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_photos import (
    CANARY,
    FORMATS,
    IPTC,
    NAME,
    XMP,
    XMP_NAME,
    camera_words,
    chunk,
    display_p3,
    halves,
    keep,
    more_xmp,
    opened,
    picture,
    saved,
    segment,
    with_chunks,
    with_riff,
    with_segments,
)

from doorstep.photos.cleaning import without_hidden_data
from doorstep.photos.sizes import renditions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

THUMBNAIL = b"JFIF\0\1\2\0\0\1\0\1\3\1" + CANARY + b"x"
FILM = b"\0\0\0\x18ftypmp42" + CANARY
PAGE = b"<script>alert('ZZCANARY')</script>"

HIDDEN = {
    "EXIF of a JPEG": picture(),
    "XMP of a JPEG": with_segments(segment(0xE1, XMP_NAME + XMP)),
    "XMP in several pieces": with_segments(*more_xmp()),
    "IPTC": with_segments(segment(0xED, IPTC)),
    "a colour profile": saved(halves(), icc_profile=display_p3() + CANARY),
    "a comment": saved(halves(), comment=CANARY),
    "a picture of the picture": with_segments(segment(0xE0, THUMBNAIL)),
    "a list of more pictures": with_segments(segment(0xE2, b"MPF\0" + CANARY)),
    "what a maker calls its own": with_segments(segment(0xE7, CANARY), segment(0xEF, CANARY)),
    "behind the name of a program": with_segments(segment(0xEE, b"Adobe\0d\0\0\0\0\1" + CANARY)),
    "between the pieces": with_segments(CANARY),
    "a second picture behind the end": saved(halves()) + picture(),
    "a film behind the end": saved(halves()) + FILM,
    "a program behind the end": saved(halves()) + PAGE,
    "EXIF of a PNG": picture(kind="PNG"),
    "words of a PNG": with_chunks(chunk(b"tEXt", b"Comment\0" + CANARY)),
    "words of a PNG in other letters": with_chunks(chunk(b"iTXt", b"C\0\0\0\0\0" + CANARY)),
    "XMP of a PNG": with_chunks(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
    "an unknown piece of a PNG": with_chunks(chunk(b"zzZz", CANARY)),
    "a colour profile of a PNG": saved(halves(), "PNG", icc_profile=display_p3() + CANARY),
    "behind the end of a PNG": saved(halves(), "PNG") + CANARY,
    "EXIF of a WebP": picture(kind="WEBP"),
    "XMP of a WebP": with_riff((b"XMP ", XMP)),
    "an unknown piece of a WebP": with_riff((b"ZZZZ", CANARY)),
    "a colour profile of a WebP": saved(halves(), "WEBP", icc_profile=display_p3() + CANARY),
    "behind the end of a WebP": saved(halves(), "WEBP") + CANARY,
}
"""Files that hide a canary in every place there is."""

COLOURS = [place for place in HIDDEN if "profile" in place]


@pytest.mark.parametrize("place", HIDDEN)
def test_what_is_hidden_in_a_photo_is_not_published(
    place: str, tmp_path: Path, tried: Callable[[str, int], None]
) -> None:
    tried("Places in a photo where something was hidden", 1)
    for one in renditions(keep(tmp_path, HIDDEN[place]), NAME):
        assert CANARY not in one.content
        assert not {"exif", "xmp", "icc_profile", "comment", "mp"} & opened(one.content).info.keys()


@pytest.mark.parametrize("place", sorted(HIDDEN.keys() - COLOURS))
def test_what_is_hidden_in_a_photo_can_be_taken_out_of_the_file_itself(place: str) -> None:
    cleaned = without_hidden_data(HIDDEN[place])
    plain = saved(halves(), str(opened(cleaned).format))
    assert CANARY not in cleaned
    assert opened(cleaned).tobytes() == opened(plain).tobytes()


def test_the_canaries_are_there_to_be_found() -> None:
    packed = {"XMP in several pieces", "a colour profile of a PNG"}
    assert {place for place, data in HIDDEN.items() if CANARY not in data} == packed


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("turned", range(1, 9))
def test_a_cleaned_photo_is_as_upright_as_before(kind: str, turned: int) -> None:
    cleaned = without_hidden_data(picture(turned=turned, kind=kind))
    exif = opened(cleaned).getexif()
    assert dict(exif) == ({} if turned == 1 else {0x0112: turned})
    assert opened(cleaned).size == opened(picture(turned=turned, kind=kind)).size


ALL_MODES = [
    *(("JPEG", mode) for mode in ("RGB", "L", "CMYK")),
    *(("PNG", mode) for mode in ("RGB", "RGBA", "L", "LA", "P")),
    *(("WEBP", mode) for mode in ("RGB", "RGBA")),
]


@pytest.mark.parametrize(("kind", "mode"), ALL_MODES)
def test_a_cleaned_photo_has_the_same_pixels_and_colours(kind: str, mode: str) -> None:
    hidden = {"exif": camera_words(6), "icc_profile": display_p3() * 100}
    before = opened(saved(halves(mode=mode), kind, **hidden))
    after = opened(without_hidden_data(saved(halves(mode=mode), kind, **hidden)))
    assert after.info["icc_profile"] == hidden["icc_profile"]
    assert (after.mode, after.tobytes()) == (before.mode, before.tobytes())


@pytest.mark.parametrize("kind", FORMATS)
def test_a_photo_cleaned_twice_is_cleaned_once(kind: str) -> None:
    once = without_hidden_data(picture(turned=6, kind=kind))
    assert without_hidden_data(once) == once


def test_a_photo_with_nothing_hidden_stays_as_it_is() -> None:
    plain = [saved(halves(), kind) for kind in FORMATS]
    assert [without_hidden_data(data) for data in plain] == plain
