from __future__ import annotations

import re
from importlib.metadata import version

from doorstep.maps.libraries import libraries

LEAFLET, CLUSTERS = libraries()


def files(library):
    return dict(library.files)


def test_a_library_stands_under_the_version_its_package_says():
    assert version("xstatic-leaflet").startswith(LEAFLET.folder.removeprefix("leaflet-") + ".")
    told = CLUSTERS.folder.removeprefix("markercluster-")
    assert version("xstatic-leaflet-markercluster").startswith(told + ".")


def test_leaflet_comes_before_its_clusters():
    assert [library.script for library in libraries()] == ["leaflet.js", "leaflet.markercluster.js"]


def test_every_picture_a_style_sheet_names_is_there():
    for library in libraries():
        css = files(library)[library.style].decode()
        named = set(re.findall(r"url\(([^)#]+)\)", css))
        assert named <= set(files(library))
    assert "images/layers.png" in files(LEAFLET)


def test_a_browser_is_not_sent_for_a_source_that_is_not_published():
    assert all(
        b"sourceMappingURL" not in content for one in libraries() for _, content in one.files
    )


def test_the_scripts_are_otherwise_as_they_were_made():
    assert files(LEAFLET)["leaflet.js"].startswith(b"/* @preserve\n * Leaflet ")
    assert b"MarkerClusterGroup" in files(CLUSTERS)["leaflet.markercluster.js"]
