"""The area-map command: what was typed -> the guide's own street map, made of an extract."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from doorstep.options import A_PATH, OUR_FAULT, PROBLEMS_FOUND, Options, guide_options

if TYPE_CHECKING:
    from doorstep.area_map.area import Bounds

# What a command needs is imported when it runs, so that --help answers at once.


@click.command("area-map")
@guide_options
@click.argument("file", type=A_PATH, required=False)
@click.option("--bounds", metavar="SOUTH,WEST,NORTH,EAST", help="The box to show, in degrees.")
@click.option("--into", type=A_PATH, help="The entries' folder, if it is not --content.")
@click.option("--query", is_flag=True, help="Only say what to ask the Overpass service for.")
def area_map(
    options: Options, *, file: Path | None, bounds: str | None, into: Path | None, query: bool
) -> None:
    """Make the guide's own street map, content/map/area.json, of an OpenStreetMap extract.

    FILE is a .osm, .osm.pbf or .geojson file. The map shows the boundary that site.yaml draws,
    with a margin; without one, 3 by 3 km round its centre.

    \b
    Example:
      python build.py area-map town.osm.pbf
      python build.py area-map town.geojson --bounds 53.69,-3.32,53.71,-3.28
      python build.py area-map --query > streets.ql
    """
    if query == bool(file):
        raise click.UsageError("Say which extract to read, or --query alone.")
    box = _bounds(options, bounds)
    if file:
        _make(options, file, box, into or options.content)
    else:
        from doorstep.area_map.overpass import overpass_query

        click.echo(overpass_query(box), nl=False)


def _bounds(options: Options, typed: str | None) -> Bounds:
    from doorstep.area_map.neighbourhood import NoNeighbourhood, bounds_of, read_bounds

    try:
        return read_bounds(typed) if typed else bounds_of(options.settings())
    except NoNeighbourhood as reason:
        if typed:
            raise click.BadParameter(str(reason), param_hint="--bounds") from None
        click.echo(str(reason))
        sys.exit(PROBLEMS_FOUND)


def _make(options: Options, file: Path, box: Bounds, into: Path) -> None:
    from doorstep.area_map.elements import NotAnExtract
    from doorstep.area_map.making import make_area_map
    from doorstep.area_map.openstreetmap import OsmiumMissing

    options.say_more(f"Reading {file} within {box.south}, {box.west} to {box.north}, {box.east}.")
    try:
        click.echo("\n".join(make_area_map(file, box, into).lines))
    except NotAnExtract as reason:
        click.echo(str(reason))
        sys.exit(PROBLEMS_FOUND)
    except OsmiumMissing as reason:
        click.echo(str(reason), err=True)
        sys.exit(OUR_FAULT)
