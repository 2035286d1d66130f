"""The guide -> the map page and all that it loads: facts, scripts, the picture of the streets."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.area_map.drawing.picture import drawn, drawn_for_paper
from doorstep.layouts import written_out
from doorstep.maps.libraries import libraries
from doorstep.outputs.map_data import map_data, version_of
from doorstep.outputs.output import Output, Press
from doorstep.outputs.pages import page
from doorstep.views.map_drawing import whole_extent
from doorstep.views.map_page import map_view
from doorstep.views.map_scripts import LIVE, STYLE
from doorstep.views.spots import may_show_pictures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.guide import Guide


def map_page(press: Press, path: str) -> Iterator[Output]:
    """Yield the page of the map, its facts, and the script that makes the map."""
    # Folium takes half a second to wake up, which only this page is worth.
    from doorstep.maps.guide_map import ELEMENT

    guide, script = press.guide, _script(press.guide)
    files, href = libraries(), guide.permalinks.href
    ours = [guide.assets[name] for name in LIVE]
    scripts = [*(at.MAP + one.folder + "/" + one.script for one in files), script.path, *ours]
    styles = [
        *(at.MAP + one.folder + "/" + one.style for one in files),
        guide.assets[STYLE],
    ]
    data = map_data(guide, ELEMENT, map(href, scripts), map(href, styles))
    address = f"{at.MAP_DATA.removeprefix(at.MAP)}?v={version_of(data)}"
    yield from page(press, "map.html", path, map_view(guide, ELEMENT, address))
    yield Output(at.MAP_DATA, data)
    yield script


def _script(guide: Guide) -> Output:
    """Return the script that makes the map, under the fingerprint of what it does."""
    from doorstep.maps.guide_map import AreaPicture, MapPlan, map_script

    area = guide.area_map
    picture = AreaPicture(guide.permalinks.href(at.AREA_PICTURE), area.bounds) if area else None
    plan = MapPlan(whole_extent(guide), picture, may_show_pictures(guide))
    content = map_script(plan).encode()
    fingerprint = sha256(content).hexdigest()[:10]
    return Output(f"{at.MAP}guide-map-{fingerprint}.js", content)


DRAWINGS = {at.AREA_PICTURE: drawn, at.AREA_ON_PAPER: drawn_for_paper}
"""How the picture at each path is drawn."""


def area_picture(press: Press, path: str) -> Iterator[Output]:
    """Yield the guide's own street map as a picture, for a screen or for paper."""
    if press.guide.area_map:
        yield Output(path, DRAWINGS[path](press.guide.area_map).encode())


def library_files(_: Press, path: str) -> Iterator[Output]:
    """Yield the files of each library as they are."""
    for library in libraries():
        for name, content in library.files:
            yield Output(f"{path}{library.folder}/{name}", content)


def licences(press: Press, path: str) -> Iterator[Output]:
    """Yield under which licences the libraries may be passed on."""
    notices = (
        f"{library.folder}\n\n{written_out(press.layouts, library.licence)}"
        for library in libraries()
    )
    yield Output(path, "\n\n".join(notices).encode())
