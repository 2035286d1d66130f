"""The packages that carry Leaflet and its clusters -> the files the map page loads from here."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from xstatic.pkg import leaflet, leaflet_markercluster

if TYPE_CHECKING:
    from types import ModuleType

_SOURCE_MAP = re.compile(rb"\s*//# sourceMappingURL=\S*\s*\Z")
"""Where the unshortened source is; it is not published, and a browser would miss it aloud."""

_PICTURE = re.compile(rb"url\((images/[\w.-]+)\)")


class Library(Struct, frozen=True):
    """A library as it is published: under its version, so that a phone may keep it for good."""

    folder: str
    """Its folder below map/, such as leaflet-1.9.3."""
    script: str
    """Its script."""
    style: str
    """Its style sheet."""
    licence: str
    """Its licence, among the files of the layouts."""
    files: tuple[tuple[str, bytes], ...]
    """Every file of it, by name."""

    def size(self, name: str) -> int:
        """Return how many bytes one of its files has."""
        return len(dict(self.files)[name])


@cache
def libraries() -> tuple[Library, ...]:
    """Return Leaflet and its clusters, in the order they are loaded."""
    return (
        _library(leaflet, "leaflet", "leaflet.js", "leaflet.css"),
        _library(
            leaflet_markercluster, "markercluster", "leaflet.markercluster.js", "MarkerCluster.css"
        ),
    )


def _library(package: ModuleType, name: str, script: str, style: str) -> Library:
    data = Path(package.BASE_DIR)
    css = (data / style).read_bytes()
    pictures = sorted({found.decode() for found in _PICTURE.findall(css)})
    files = (
        (script, _SOURCE_MAP.sub(b"\n", (data / script).read_bytes())),
        (style, css),
        *((picture, (data / picture).read_bytes()) for picture in pictures),
    )
    licence = f"assets/licences/{name}.txt"
    return Library(f"{name}-{package.VERSION}", script, style, licence, files)
