"""A damaged photo is shown whole or refused in plain words; nothing else ever happens."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_photos import (
    FORMATS,
    NAME,
    camera_words,
    chunk,
    display_p3,
    halves,
    keep,
    picture,
    saved,
)
from PIL import Image

from doorstep.photos import PhotoNotRead
from doorstep.photos.cleaning import without_hidden_data
from doorstep.photos.sizes import photo_size, renditions
from doorstep.photos.whereabouts import says_where

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAMAGED = "Photos with random damage"
CUT = "Photos cut off at every length"
MOST_SECONDS = 5


def shown_or_told(content: Path, data: bytes) -> list[bytes] | str:
    """Return what is published of a file, or the words that refuse it."""
    keep(content, data)
    says_where(data)
    try:
        size, made = photo_size(content, NAME), renditions(content, NAME)
    except PhotoNotRead as reason:
        return str(reason)
    assert size >= (made[-1].width, 1)
    without_hidden_data(data)
    return [one.content for one in made]


def check_cuts(folder: Path, whole: bytes, lengths: range) -> int:
    """See that a photo cut off at each of these lengths is refused, or shown as if it were not."""
    published = shown_or_told(folder, whole)
    answers = {length: shown_or_told(folder, whole[:length]) for length in lengths}
    odd = [
        n for n, answer in answers.items() if not isinstance(answer, str) and answer != published
    ]
    assert odd == []
    assert "cut short or damaged" in str(answers[lengths[len(lengths) // 2]])
    return len(lengths)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_photo_cut_off_anywhere_is_refused_or_whole(
    tmp_path: Path, kind: str, tried: Callable[[str, int], None]
) -> None:
    whole = picture((16, 16), turned=6, kind=kind)
    tried(CUT, check_cuts(tmp_path, whole, range(0, len(whole), 7)))


@pytest.mark.hard
@pytest.mark.parametrize("kind", FORMATS)
def test_a_photo_cut_off_at_every_length_is_refused_or_whole(
    tmp_path: Path, kind: str, tried: Callable[[str, int], None]
) -> None:
    noise = Image.effect_noise((64, 48), 60).convert("RGB")
    whole = saved(noise, kind, exif=camera_words(6), icc_profile=display_p3())
    tried(CUT, check_cuts(tmp_path, whole, range(len(whole))))


PICTURES = [picture(turned=6, kind=kind) for kind in FORMATS]
NOISE = st.lists(st.tuples(st.integers(0, 400), st.binary(min_size=1, max_size=4)), max_size=4)


@given(st.sampled_from(PICTURES), NOISE)
def test_a_damaged_file_is_shown_or_refused_and_never_stops_the_guide(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, damage: list[tuple[int, bytes]]
) -> None:
    data = bytearray(whole)
    for place, noise in damage:
        data[place : place + len(noise)] = noise
    assert shown_or_told(tmp_path_factory.getbasetemp(), bytes(data))


@given(st.sampled_from([b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF....WEBP", b""]), st.binary())
def test_bytes_that_only_start_like_a_photo_never_stop_the_guide(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes
) -> None:
    assert shown_or_told(tmp_path_factory.getbasetemp(), start + rest)


def samples() -> list[bytes]:
    """Return small photos of every kind, with all that can stand beside a picture."""
    noise = Image.effect_noise((90, 60), 60).convert("RGB")
    beside = {"exif": camera_words(6), "icc_profile": display_p3()}
    made = [saved(image, kind, **beside) for image in (noise, halves()) for kind in FORMATS]
    made += [saved(halves(mode=mode), "PNG") for mode in ("P", "LA", "RGBA", "L", "1")]
    made += [saved(halves(mode="RGBA"), "WEBP", lossless=lossless) for lossless in (True, False)]
    return [*made, saved(noise, progressive=True), saved(noise.convert("CMYK"))]


WORST = (b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff", b"\xff\xd9", b"\xff\xda", b"IEND", b"VP8X")


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """Return a photo with a few bytes changed, lost, put in or moved; most near its start."""
    data = bytearray(whole)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(chance.choice((40, 400, len(data))) + 1)
        length = chance.choice((1, 1, 2, 4, 9, 200))
        piece = chance.choice((chance.randbytes(length), chance.choice(WORST), b"", data[:length]))
        data[at : at + chance.choice((0, len(piece), length))] = piece
    return bytes(data)


def checked_again(data: bytes) -> bytes:
    """Return a PNG whose check sums are right, so that its damage is looked at more closely."""
    parts, at = [data[:8]], 8
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        parts.append(chunk(data[at + 4 : at + 8], data[at + 8 : end - 4]))
        at = end
    return b"".join(parts)


@pytest.mark.hard
@pytest.mark.parametrize("seed", range(8))
def test_thousands_of_damaged_photos_are_shown_or_refused(
    tmp_path: Path, seed: int, tried: Callable[[str, int], None]
) -> None:
    chance, photos, often = random.Random(seed), samples(), 5000  # noqa: S311
    for _ in range(often):
        data = damaged(chance.choice(photos), chance)
        started = time.process_time()
        is_png = data.startswith(b"\x89PNG") and chance.random() < 0.8
        assert shown_or_told(tmp_path, checked_again(data) if is_png else data)
        assert time.process_time() - started < MOST_SECONDS
    tried(DAMAGED, often)
