"""What the map shows -> the script that makes it: Folium's map, with nothing of anybody else's.

Folium's own page asks four outside hosts for ten files, forbids zooming and writes the words of
popups into JavaScript, where `${…}` runs. So only its script is taken, and no name, title or
sentence of the guide ever goes into it: pins and words come from map.json.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import folium
from branca.element import Figure
from folium.plugins import MarkerCluster
from folium.raster_layers import ImageOverlay, TileLayer
from folium.template import Template
from msgspec import Struct

from doorstep.maps.extent import whole_zoom, widened

if TYPE_CHECKING:
    from doorstep.area_map.area import Bounds

ELEMENT = "map_guide"
"""The id of the element the map is made in, and the name of the map in scripts."""

CLUSTER_RADIUS = 60
"""Pixels: pins that stand closer than this would lie on each other's words."""

NEAREST = 19
"""The zoom at which one sees single houses, and the last that OpenStreetMap has pictures for."""

NEAREST_ON_AREA_MAP = 17
"""The zoom beyond which a drawn street map has nothing more to show."""

NARROWEST = 280
"""Pixels of the map on the narrowest phone, which has to show everything at once."""

STREET_PICTURES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
"""The only address of anybody else's, and only where site.yaml says openstreetmap."""

_NOTHING_FROM_OUTSIDE: list[tuple[str, str]] = []

CREDIT = '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap contributors</a>'


class AreaPicture(Struct, frozen=True):
    """The guide's own street map as one picture."""

    href: str
    """Its address."""
    bounds: Bounds
    """What it shows."""


class MapPlan(Struct, frozen=True):
    """What the map shows before any pin is on it."""

    extent: Bounds
    """The box with everything in it."""
    area: AreaPicture | None
    """The guide's own street map, which lies under the pins."""
    has_pictures: bool
    """Whether a reader may ask for OpenStreetMap's pictures of the streets."""


class _Clusters(MarkerCluster):
    """Pins that stand close together as one, without Folium's links to other hosts."""

    default_js = _NOTHING_FROM_OUTSIDE
    default_css = _NOTHING_FROM_OUTSIDE

    def __init__(self) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            animate=False,
            max_cluster_radius=CLUSTER_RADIUS,
            show_coverage_on_hover=False,
            spider_leg_polyline_options={"weight": 2, "opacity": 1},
        )

    def get_name(self) -> str:
        """Return the name scripts know it by."""
        return f"{ELEMENT}_cluster"


class _Area(ImageOverlay):
    """The guide's own street map, asked for by its address on this site."""

    def __init__(self, picture: AreaPicture) -> None:
        # Folium opens what is no whole address as a file and writes its bytes into the script.
        super().__init__("https://", _corners(picture.bounds), alt="", class_name="map-area")
        self.url = picture.href

    def get_name(self) -> str:
        """Return the name scripts know it by."""
        return f"{ELEMENT}_area"


class _Pictures(TileLayer):
    """OpenStreetMap's pictures, as its tile usage policy asks: credited, none before its time.

    Leaflet takes back what it still waits for by showing an empty picture out of its own script,
    which a strict policy keeps out; so it waits.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        {% set name = this.get_name() %}
        var {{ name }} = L.tileLayer({{ this.tiles|tojson }}, {{ this.options|tojavascript }});
        {{ name }}._abortLoading = L.Util.falseFn;
        {{ name }}._removeTile = L.GridLayer.prototype._removeTile;
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__(
            STREET_PICTURES,
            max_zoom=NEAREST,
            attr=CREDIT,
            name="pictures",
            show=False,
            keep_buffer=0,
            update_when_idle=True,
            update_when_zooming=False,
            referrer_policy="strict-origin-when-cross-origin",
        )

    def get_name(self) -> str:
        """Return the name scripts know it by."""
        return f"{ELEMENT}_pictures"


class GuideMap(folium.Map):
    """The map without outside scripts and styles, under names that stay the same."""

    default_js = _NOTHING_FROM_OUTSIDE
    default_css = _NOTHING_FROM_OUTSIDE

    # Folium's own has a spread in an object, which old phones cannot read (it came with ES2018).
    _template = Template(
        """
        {% macro script(this, kwargs) %}
        {% set map = this.get_name() %}
        var {{ map }} = L.map({{ map|tojson }}, {{ this.options|tojavascript }});
        {% for layer in this.left_out %}
        var {{ map }}_{{ layer }} = null;
        {% endfor %}
        {% if this.options.attribution_control %}
        {{ map }}.attributionControl.setPrefix(false);
        {% endif %}
        {% endmacro %}
        """
    )

    def __init__(self, plan: MapPlan) -> None:
        super().__init__(tiles=None, location=_middle(plan.extent), zoom_control=False)
        self.options |= _options(plan)
        self.left_out = (
            *(() if plan.area else ("area",)),
            *(() if plan.has_pictures else ("pictures",)),
        )
        if plan.area:
            self.add_child(_Area(plan.area))
        if plan.has_pictures:
            self.add_child(_Pictures())
        self.add_child(_Clusters())

    def get_name(self) -> str:
        """Return the name scripts know it by."""
        return ELEMENT


def _options(plan: MapPlan) -> dict[str, Any]:
    whole = whole_zoom(plan.extent, NARROWEST)
    return {
        "center": _middle(plan.extent),
        "zoom": whole,
        "min_zoom": max(0, whole - 1),
        # Without a layer of tiles nothing else says so, and clusters cannot be made.
        "max_zoom": NEAREST_ON_AREA_MAP if plan.area else NEAREST,
        "max_bounds": _corners(widened(plan.extent, 1)),
        "bounce_at_zoom_limits": False,
        "scroll_wheel_zoom": False,
        "keyboard": True,
        "attribution_control": plan.has_pictures,
    }


def _middle(bounds: Bounds) -> list[float]:
    return [
        round((bounds.south + bounds.north) / 2, 5),
        round((bounds.west + bounds.east) / 2, 5),
    ]


def _corners(bounds: Bounds) -> list[list[float]]:
    return [[bounds.south, bounds.west], [bounds.north, bounds.east]]


def map_script(plan: MapPlan) -> str:
    """Return the script that makes the map, and only that of all Folium would write."""
    page = cast(Figure, GuideMap(plan).get_root())
    page.render()
    lines = page.script.render().splitlines()
    kept = [line.strip() for line in lines if line.strip()]
    return "\n".join(["/* The map, as Folium makes it; map.js puts the pins on it. */", *kept, ""])
