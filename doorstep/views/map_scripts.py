"""The map's own scripts, in the order in which they are loaded."""

from __future__ import annotations

LIST = (
    "map-loading.js",
    "walking.js",
    "postcodes.js",
    "map-list.js",
    "near.js",
    "map-page.js",
)
"""What the page of the map loads: enough to sort its list, and to ask for the map."""

LINK = ("map-loading.js", "map-link.js")
"""What an entry's page loads: enough to ask for the map."""

LIVE = (
    "map-pins.js",
    "map-clusters.js",
    "map-popup.js",
    "map-rings.js",
    "map-keys.js",
    "map-toolbar.js",
    "map-pictures.js",
    "map.js",
)
"""What comes with the map itself, after Leaflet, which they need."""

STYLE = "on-the-map.css"
"""The style sheet that comes with them."""
