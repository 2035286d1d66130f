"""What puts the guide on a home screen: its name, its colour, its icons, wherever it stands."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from built_site import TINY, Site, build
from PIL import Image

from doorstep.outputs.manifest import ROOM, short_name

if TYPE_CHECKING:
    from pathlib import Path


def manifest_of(site: Site) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(site.files["manifest.webmanifest"])
    return read


def test_it_names_the_guide_in_its_own_language_and_colour(tiny: Site) -> None:
    about = manifest_of(tiny)
    assert about["name"] == "Lantern Lane guide"
    assert about["short_name"] == "Lantern Lane"
    assert about["theme_color"] == about["background_color"] == "#6b2f4a"
    assert (about["lang"], about["dir"]) == ("en-GB", "ltr")


def test_it_opens_at_the_guides_own_root(tiny: Site) -> None:
    about = manifest_of(tiny)
    assert about["id"] == about["start_url"] == about["scope"] == "/guide/"


@pytest.mark.whole
def test_at_a_domain_of_its_own_it_opens_there(tmp_path: Path) -> None:
    site = build(TINY, tmp_path / "_site", url="https://lantern-lane.example.org/")
    assert manifest_of(site)["start_url"] == "/"
    assert site.page("").linked("manifest") == "/manifest.webmanifest"


def test_there_is_a_way_back_on_every_page(tiny: Site) -> None:
    assert manifest_of(tiny)["display"] == "minimal-ui"


def test_every_icon_is_there_in_the_size_it_says(tiny: Site) -> None:
    icons = manifest_of(tiny)["icons"]
    pictures = [icon for icon in icons if icon["type"] == "image/png"]
    assert [icon["purpose"] for icon in pictures] == ["any", "any", "maskable"]
    for icon in pictures:
        with Image.open(BytesIO(tiny.files[icon["src"].removeprefix("/guide/")])) as picture:
            assert "x".join(map(str, picture.size)) == icon["sizes"]


def test_a_maskable_icon_has_no_corner_that_one_can_see_through(tiny: Site) -> None:
    (maskable,) = [icon for icon in manifest_of(tiny)["icons"] if icon["purpose"] == "maskable"]
    with Image.open(BytesIO(tiny.files[maskable["src"].removeprefix("/guide/")])) as picture:
        shown = picture.convert("RGBA")
        corners = [shown.getpixel((x, y)) for x in (0, 511) for y in (0, 511)]
        assert len(set(corners)) == 1
        assert corners[0] == (0x0B, 0x55, 0x63, 255)


def test_the_first_page_alone_leads_to_it(tiny: Site) -> None:
    assert [page.path for page in tiny.whole_pages if page.linked("manifest")] == [""]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Harbour Row guide", "Harbour Row"),
        ("Our guide", "Our guide"),
        ("Friends of St Anne’s", "Friends"),
        ("The guide to Lantern Lane", "The guide"),
        ("Hebden & Mytholm", "Hebden"),
        ("Out and about", "Out"),
        ("All we do", "All we do"),
        ("Upper Ham guide", "Upper Ham"),
        ("灯笼巷 指南 里 的 人 和 事 都 在 这里", "灯笼巷 指南 里 的 人"),
        ("Llanfairpwllgwyngyll guide", "Llanfairpwllgwyngyll"),
    ],
)
def test_under_an_icon_the_first_words_of_the_name_stand(name: str, short: str) -> None:
    assert short_name(name) == short
    assert len(short) <= ROOM or " " not in short
