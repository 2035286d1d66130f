"""Photos are published upright, small, in two formats and in the colours they were taken in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_photos import (
    FORMATS,
    NAME,
    display_p3,
    halves,
    keep,
    opened,
    picture,
    saved,
    screen_profile,
)
from PIL import Image

from doorstep.photos import PhotoNotRead
from doorstep.photos.sizes import height_at, photo_size, renditions, widths_of

REPOSITORY = Path(__file__).parent.parent


def shown(content: Path, ending: str = "jpg") -> Image.Image:
    """Return the smallest size of the photo as it is published."""
    return opened(next(one.content for one in renditions(content, NAME) if one.ending == ending))


def colour(image: Image.Image, at: tuple[int, int]) -> tuple[int, int, int]:
    red, green, blue = image.convert("RGB").getpixel(at)  # type: ignore[misc]
    return red, green, blue


def is_near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 12


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photo_is_upright_however_the_phone_was_held(
    tmp_path: Path, turned: int, kind: str
) -> None:
    content = keep(tmp_path, picture((60, 40), turned=turned, kind=kind))
    for ending in ("jpg", "webp"):
        image = shown(content, ending)
        red, _, blue = colour(image, (30, 5))
        assert image.size == photo_size(content, NAME) == (60, 40)
        assert red > blue


def test_what_says_how_a_photo_was_held_may_be_nonsense(tmp_path: Path) -> None:
    content = keep(tmp_path, picture(turned=77))
    assert shown(content).size == (60, 40)


def test_a_large_photo_comes_in_two_widths_and_two_formats(tmp_path: Path) -> None:
    content = keep(tmp_path, picture((1200, 900)))
    made = [(one.width, one.height, one.ending) for one in renditions(content, NAME)]
    small, large = (480, 360), (960, 720)
    assert made == [(*small, "jpg"), (*small, "webp"), (*large, "jpg"), (*large, "webp")]
    sizes = [opened(one.content).size for one in renditions(content, NAME)]
    assert sizes == [small, small, large, large]


def test_each_file_is_what_its_name_says(tmp_path: Path) -> None:
    content = keep(tmp_path, picture((1200, 900), kind="PNG"))
    formats = [opened(one.content).format for one in renditions(content, NAME)]
    assert formats == ["JPEG", "WEBP"] * 2


@given(st.integers(1, 5000))
def test_no_photo_is_made_larger_than_it_was(width: int) -> None:
    assert max(widths_of(width)) <= width


@given(st.integers(1, 960), st.integers(1, 5000), st.integers(1, 5000))
def test_a_photo_is_never_flattened_to_nothing(width: int, across: int, down: int) -> None:
    assert height_at(width, (across, down)) >= 1


SIDES = st.integers(1, 40)


@settings(max_examples=25)
@given(st.tuples(SIDES, SIDES).filter(lambda sides: max(sides) <= 10 * min(sides)), st.data())
def test_the_webp_is_always_the_smaller(
    tmp_path_factory: pytest.TempPathFactory, size: tuple[int, int], data: st.DataObject
) -> None:
    length = size[0] * size[1] * 3
    pixels = data.draw(st.binary(min_size=length, max_size=length) | st.just(b"\x80" * length))
    photo = saved(Image.frombytes("RGB", size, pixels), "PNG")
    as_jpeg, as_webp = renditions(keep(tmp_path_factory.getbasetemp(), photo), NAME)
    assert len(as_webp.content) < len(as_jpeg.content)


def test_even_of_noise_the_webp_is_the_smaller(tmp_path: Path) -> None:
    noise = Image.effect_noise((600, 450), 100).convert("RGB")
    as_jpeg, as_webp = renditions(keep(tmp_path, saved(noise)), NAME)[:2]
    assert len(as_webp.content) < len(as_jpeg.content)


def test_a_photo_of_one_pixel_is_shown(tmp_path: Path) -> None:
    assert shown(keep(tmp_path, picture((1, 1)))).size == (1, 1)


MODES = {
    "grey": ("L", "JPEG", {}),
    "printers' colours": ("CMYK", "JPEG", {}),
    "progressive": ("RGB", "JPEG", {"progressive": True}),
    "without colour samples left out": ("RGB", "JPEG", {"subsampling": 0}),
    "palette": ("P", "PNG", {}),
    "see-through": ("RGBA", "PNG", {}),
    "grey and see-through": ("LA", "PNG", {}),
    "interlaced": ("RGB", "PNG", {"interlace": 1}),
    "WebP without loss": ("RGB", "WEBP", {"lossless": True}),
    "WebP, see-through": ("RGBA", "WEBP", {}),
}


@pytest.mark.parametrize(("mode", "kind", "how"), MODES.values(), ids=MODES)
def test_every_way_to_keep_colours_is_understood(
    tmp_path: Path, mode: str, kind: str, how: dict[str, Any]
) -> None:
    content = keep(tmp_path, saved(halves(mode=mode), kind, **how))
    above, below = (colour(shown(content), at) for at in ((30, 5), (30, 35)))
    if "L" in mode:
        above, below = above[:1] * 3, below[:1] * 3
    expected = halves(mode=mode).convert("RGB")
    assert is_near(above, colour(expected, (30, 5)))
    assert is_near(below, colour(expected, (30, 35)))


def test_shades_in_16_bits_are_not_all_white(tmp_path: Path) -> None:
    shades = Image.new("I;16", (60, 40), 0x4000)
    content = keep(tmp_path, saved(shades, "PNG"))
    assert is_near(colour(shown(content), (30, 20)), (64, 64, 64))


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_see_through_parts_become_white(tmp_path: Path, mode: str) -> None:
    content = keep(tmp_path, saved(Image.new(mode, (60, 40)), "PNG"))
    assert min(colour(shown(content), (30, 20))) > 250


def test_a_see_through_colour_of_a_palette_becomes_white(tmp_path: Path) -> None:
    content = keep(
        tmp_path, saved(halves(mode="P"), "PNG", transparency=halves(mode="P").getpixel((0, 0)))
    )
    assert min(colour(shown(content), (30, 5))) > 250
    assert colour(shown(content), (30, 35))[2] > 150


@pytest.mark.parametrize("kind", FORMATS)
def test_a_photo_in_the_colours_of_a_phones_screen_keeps_its_colours(
    tmp_path: Path, kind: str
) -> None:
    content = keep(tmp_path, saved(halves(), kind, icc_profile=display_p3()))
    # 200, 30, 30 on such a screen, worked out by hand with the matrices of both (CSS Color 4).
    assert is_near(colour(shown(content), (30, 5)), (218, 0, 6))


@pytest.mark.parametrize("profile", [screen_profile(), b"no profile", display_p3()[:200]])
def test_a_profile_of_screens_or_of_nothing_changes_no_colour(
    tmp_path: Path, profile: bytes
) -> None:
    content = keep(tmp_path, saved(halves(), "PNG", icc_profile=profile))
    assert is_near(colour(shown(content), (30, 5)), (200, 30, 30))


def test_a_profile_for_other_kinds_of_pixels_is_passed_over(tmp_path: Path) -> None:
    content = keep(tmp_path, saved(halves(mode="L"), "PNG", icc_profile=display_p3()))
    assert shown(content).size == (60, 40)


def test_a_photo_made_twice_is_the_same_twice(tmp_path: Path) -> None:
    content = keep(tmp_path, picture((1200, 900), turned=6))
    assert renditions(content, NAME) == renditions(content, NAME)


@pytest.mark.whole
def test_a_photo_is_the_same_whichever_process_makes_it(tmp_path: Path) -> None:
    noise = Image.effect_noise((1200, 900), 60).convert("RGB")
    content = keep(tmp_path, saved(noise, icc_profile=display_p3()))
    script = (
        "import sys, pathlib; from doorstep.photos.sizes import renditions\n"
        f"for one in renditions(pathlib.Path(sys.argv[1]), {NAME!r}):\n"
        "    sys.stdout.buffer.write(one.content)"
    )
    made = subprocess.run(
        [sys.executable, "-c", script, content], cwd=REPOSITORY, capture_output=True, check=True
    )
    assert made.stdout == b"".join(one.content for one in renditions(content, NAME))


def test_a_photo_that_was_replaced_has_its_new_size(tmp_path: Path) -> None:
    content = keep(tmp_path, picture((60, 40)))
    assert photo_size(content, NAME) == (60, 40)
    keep(content, picture((30, 40)))
    os.utime(content / NAME, (1, 1))
    assert photo_size(content, NAME) == (30, 40)


def test_a_photo_whose_upload_broke_off_is_noticed_before_a_page_shows_it(tmp_path: Path) -> None:
    whole = saved(Image.effect_noise((800, 600), 50))
    with pytest.raises(PhotoNotRead, match="cut short"):
        photo_size(keep(tmp_path, whole[: len(whole) // 2]), NAME)
