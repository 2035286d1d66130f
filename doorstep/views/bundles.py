"""The scripts of pages that come in one file: each file costs a phone a journey of its own.

A page that asks for one part gets its whole bundle, so a part does nothing where nothing is for it.
"""

from __future__ import annotations

from doorstep.views.search_scripts import ENGINE, RESULTS

BUNDLES = {
    "guide.js": (
        "stale.js",
        "rows.js",
        "next.js",
        "past.js",
        "search-box.js",
        "exit.js",
        "print.js",
        "offline-page.js",
        "filter-form.js",
        "filter-address.js",
        "filters.js",
        "shortlist-kept.js",
        "stars.js",
        "keeping.js",
        "share.js",
        "map-loading.js",
        "map-link.js",
    ),
    "spots.js": ("walking.js", "postcodes.js", "map-list.js", "near.js", "map-page.js"),
    "search.js": (*ENGINE, *RESULTS),
}
"""What every page has; what the page of the map has besides; what search has."""
