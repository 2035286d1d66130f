"""The area-map command: what it says, and what it ends with."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from streets import BOMB, NODES, ODD_OSM, feature, geojson, osm, way
from test_messages import put_off_by

import build

TINY = Path(__file__).parent / "sites" / "tiny"
HERE = [[-3.41, 53.65], [-3.39, 53.65]]
STREET = {"highway": "residential", "name": "Mill Lane"}


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    (tmp_path / "town.geojson").write_text(geojson(feature("LineString", HERE, STREET)), "utf-8")
    return tmp_path


def command(guide: Path, *typed: str | Path) -> Result:
    where = ("--site", str(guide / "site.yaml"), "--content", str(guide / "content"))
    return CliRunner().invoke(build.cli, ["area-map", *map(str, typed), *where])


def test_an_extract_becomes_the_map_of_the_guide(guide: Path) -> None:
    result = command(guide, guide / "town.geojson")
    file = guide / "content" / "map" / "area.json"
    assert result.output == f"{file}: 1 KB.\n  1 street with a name\n"
    assert result.exit_code == 0
    assert file.is_file()


def test_the_map_may_go_elsewhere(guide: Path) -> None:
    command(guide, guide / "town.geojson", "--into", guide / "other")
    assert (guide / "other" / "map" / "area.json").is_file()
    assert not (guide / "content" / "map").exists()


def test_another_box_may_be_said(guide: Path) -> None:
    result = command(guide, guide / "town.geojson", "--bounds", "53.64,-3.40,53.66,-3.38")
    assert result.exit_code == 0
    text = (guide / "content" / "map" / "area.json").read_text("utf-8")
    assert '"bounds":[53.64,-3.4,53.66,-3.38]' in text


def test_an_extract_of_openstreetmap_is_read(guide: Path) -> None:
    (guide / "town.osm").write_text(osm(NODES, way(1, [1, 2], highway="path")), "utf-8")
    result = command(guide, guide / "town.osm", "--bounds", "53.69,-3.31,53.71,-3.28")
    assert result.exit_code == 0


def test_the_question_for_the_overpass_service_is_all_that_is_said(guide: Path) -> None:
    result = command(guide, "--query")
    assert result.exit_code == 0
    assert result.output.startswith("[out:xml]")
    assert "(53.63651,-3.42276,53.66349,-3.37724)" in result.output


@pytest.mark.parametrize("typed", [[], ["town.osm", "--query"]])
def test_it_takes_either_an_extract_or_the_question(typed: list[str], guide: Path) -> None:
    result = command(guide, *typed)
    assert result.exit_code == 2
    assert "Say which extract to read, or --query alone." in result.output


@pytest.mark.parametrize("bounds", ["here", "53.0,-3.5,53.9,-3.3"])
def test_a_box_that_is_none_is_a_wrong_use_of_the_command(bounds: str, guide: Path) -> None:
    assert command(guide, guide / "town.geojson", "--bounds", bounds).exit_code == 2


def test_a_boundary_round_half_the_country_is_told(guide: Path) -> None:
    with (guide / "site.yaml").open("a", encoding="utf-8") as site:
        site.write(
            "\nboundary: [{lat: 53.1, lon: -3.4}, {lat: 53.9, lon: -3.4}, {lat: 53.9, lon: -3.3}]\n"
        )
    result = command(guide, guide / "town.geojson")
    assert result.exit_code == 1
    assert "is 107 km across, and a neighbourhood is 15 km at most" in result.output


def odd_files() -> dict[str, str]:
    far = geojson(feature("LineString", [[9, 47], [10, 47]], STREET))
    others = {"bomb.osm": BOMB, "far.geojson": far, "words.geojson": "hello", "town.shp": ""}
    return ODD_OSM | others


@pytest.mark.parametrize("name", odd_files())
def test_a_file_that_gives_no_map_is_answered_in_one_plain_sentence(name: str, guide: Path) -> None:
    (guide / name).write_text(odd_files()[name], "utf-8")
    result = command(guide, guide / name)
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert put_off_by(result.output) == []
    assert not (guide / "content" / "map").exists()


def test_a_computer_without_osmium_is_told_what_to_install(
    guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "osmium", None)
    (guide / "town.osm").write_text(osm(NODES), "utf-8")
    result = command(guide, guide / "town.osm")
    assert result.exit_code == 3
    assert "make install-map" in result.output


def test_its_help_has_an_example() -> None:
    result = CliRunner().invoke(build.cli, ["area-map", "--help"])
    assert "python build.py area-map town.osm.pbf" in result.output
