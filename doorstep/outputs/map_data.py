"""Spots, landmarks and words -> map.json, all that the map's scripts know."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from doorstep.area_map.area import UNITS_A_DEGREE, Sort
from doorstep.geography import DETOUR, METRES_A_MINUTE, Position
from doorstep.views.map_page import facets_on_map
from doorstep.views.map_words import map_words, pictures_words, rings
from doorstep.views.spots import spots_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doorstep.guide import Guide
    from doorstep.views.spots import Spot

PLACES = 5
"""Decimals of a degree: about a metre."""


def map_data(guide: Guide, element: str, scripts: Iterable[str], styles: Iterable[str]) -> bytes:
    """Return map.json, with a fingerprint of itself in it."""
    facts = {
        "scripts": list(scripts),
        "styles": list(styles),
        "element": element,
        **_places(guide),
        "rings": _rings(guide),
        "credit": guide.area_map.credit if guide.area_map else "",
        "pictures": pictures_words(guide),
        "words": map_words(guide),
    }
    version = sha256(_compact(facts)).hexdigest()[:8]
    return _compact({"version": version, **facts})


def version_of(data: bytes) -> str:
    """Return the fingerprint of a map.json."""
    return str(json.loads(data)["version"])


def _compact(facts: object) -> bytes:
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()


def _places(guide: Guide) -> dict[str, Any]:
    facets = facets_on_map(guide)
    return {
        "facets": [[facet.value, facet.text] for facet in facets],
        **packed(spots_of(guide), [facet.value for facet in facets]),
        "landmarks": [[one.id, one.name, *_degrees(one.position)] for one in guide.landmarks],
        "boundary": [_degrees(corner.position) for corner in guide.config.boundary],
        "postcodes": {code: _degrees(at) for code, at in sorted(_postcodes(guide).items())},
    }


def packed(spots: Sequence[Spot], facets: Sequence[str]) -> dict[str, list[Any]]:
    """Return spots as steps from their south-west corner, and their facets by place in the list."""
    places = {facet: place for place, facet in enumerate(facets)}
    origin = Position(
        min(spot.position.lat for spot in spots), min(spot.position.lon for spot in spots)
    )
    rows = [
        [
            *_steps(origin, spot.position),
            sorted(places[facet] for facet in spot.facets if facet in places),
        ]
        for spot in spots
    ]
    return {"origin": _degrees(origin), "spots": rows}


def _degrees(position: Position) -> list[float]:
    return [round(position.lat, PLACES), round(position.lon, PLACES)]


def _steps(origin: Position, position: Position) -> list[int]:
    here, south_west = _degrees(position), _degrees(origin)
    return [
        round((one - least) * UNITS_A_DEGREE) for one, least in zip(here, south_west, strict=True)
    ]


def _rings(guide: Guide) -> list[list[Any]]:
    """Return how far one comes in so many minutes, in metres as the crow flies."""
    return [
        [minutes, round(minutes * METRES_A_MINUTE / DETOUR, 1), words]
        for minutes, words in rings(guide)
    ]


def _postcodes(guide: Guide) -> dict[str, Position]:
    """Return where postcodes are, as the street map or else the first entry with it says."""
    known: dict[str, Position] = {}
    for code, position in (*_of_street_map(guide), *_of_entries(guide)):
        known.setdefault(code, position)
    return known


def _of_street_map(guide: Guide) -> Iterator[tuple[str, Position]]:
    area = guide.area_map
    for feature in area.features if area else ():
        if area and feature.sort is Sort.POSTCODE:
            yield from ((feature.name, area.position(part[0])) for part in feature.parts)


def _of_entries(guide: Guide) -> Iterator[tuple[str, Position]]:
    for entry in guide.catalogue.public:
        address = entry.address
        if address and address.postcode and address.position:
            yield address.postcode, address.position
