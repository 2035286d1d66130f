"""What mappers say of a thing -> the Sort it is drawn as, its name and its postcode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.area_map.area import Sort
from doorstep.area_map.elements import Form
from doorstep.area_map.names import tidy_name, tidy_postcode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.area_map.elements import Tags

# https://wiki.openstreetmap.org/wiki/Map_features has what each of these words means.

_Sorts = dict[str, dict[str, Sort]]


def _all(sort: Sort, values: str) -> dict[str, Sort]:
    return dict.fromkeys(values.split(), sort)


_LINES: _Sorts = {
    "highway": {
        **_all(Sort.MAJOR, "motorway motorway_link trunk trunk_link primary primary_link"),
        **_all(Sort.MAJOR, "secondary secondary_link"),
        **_all(Sort.STREET, "tertiary tertiary_link residential unclassified living_street road"),
        **_all(Sort.STREET, "pedestrian"),
        **_all(Sort.LANE, "service track busway"),
        **_all(Sort.PATH, "footway path cycleway steps bridleway"),
    },
    "railway": _all(Sort.RAIL, "rail light_rail tram narrow_gauge subway monorail funicular"),
    "waterway": _all(Sort.STREAM, "river canal stream"),
}
_GROUND: _Sorts = {
    "natural": _all(Sort.WATER, "water") | _all(Sort.WOOD, "wood"),
    "waterway": _all(Sort.WATER, "riverbank dock"),
    "place": _all(Sort.SQUARE, "square"),
    "highway": _all(Sort.SQUARE, "pedestrian footway"),
    "amenity": _all(Sort.SQUARE, "marketplace") | _all(Sort.PARK, "grave_yard"),
    "leisure": _all(Sort.PARK, "park garden recreation_ground playground nature_reserve common")
    | _all(Sort.PARK, "dog_park"),
    "landuse": {
        **_all(Sort.WATER, "reservoir basin"),
        **_all(Sort.PARK, "recreation_ground village_green allotments cemetery"),
        **_all(Sort.WOOD, "forest"),
    },
}
_GREEN_WITH_A_NAME: _Sorts = {"landuse": _all(Sort.PARK, "grass meadow")}
"""Verges and bits of lawn are no park; what people gave a name is."""

_STATIONS: _Sorts = {"railway": _all(Sort.STATION, "station halt tram_stop")}
_LANDMARKS: _Sorts = {
    "amenity": {
        **_all(Sort.LANDMARK, "library place_of_worship school hospital townhall theatre cinema"),
        **_all(Sort.LANDMARK, "community_centre marketplace arts_centre college university"),
        **_all(Sort.LANDMARK, "post_office fire_station bus_station"),
    },
    "leisure": _all(Sort.LANDMARK, "sports_centre"),
    "tourism": _all(Sort.LANDMARK, "museum gallery attraction"),
    "historic": _all(Sort.LANDMARK, "castle fort monument ruins manor city_gate"),
}
POSTCODE = "addr:postcode"
"""The tag of an address."""

COASTLINE = ("natural", "coastline")
"""The tag of a line along the sea, which lies to the right of it."""

_ANYTHING: dict[Form, tuple[_Sorts, ...]] = {
    Form.POINT: (_STATIONS, _LANDMARKS),
    Form.LINE: (_LINES, {COASTLINE[0]: {COASTLINE[1]: Sort.WATER}}),
    Form.AREA: (_GROUND, _GREEN_WITH_A_NAME, _STATIONS, _LANDMARKS),
}


def wanted(*forms: Form) -> dict[str, list[str]]:
    """Return what a thing of these forms has to be called to be of use: values of each key."""
    tables = [table for form in forms for table in _ANYTHING[form]]
    keys = sorted({key for table in tables for key in table})
    return {key: sorted({v for table in tables for v in table.get(key, ())}) for key in keys}


KEYS = (*wanted(*Form), POSTCODE)
"""What a thing has to be described by, one at least, to be of any use here."""

_TO_A_DOOR = {"driveway", "parking_aisle", "drive-through", "emergency_access"}
_BESIDE_A_STREET = {"sidewalk", "crossing", "traffic_island", "link"}
_OFF_THE_LINE = {"siding", "yard", "spur", "crossover"}
_SHUT = {"private", "no"}


def sort_of(form: Form, tags: Tags) -> Sort | None:
    """Return what a thing is drawn as; None where it is not drawn."""
    match form:
        case Form.POINT:
            return _point_sort(tags)
        case Form.LINE:
            sort = _found(_LINES, tags)
            return None if sort is None or _is_out_of_sight(sort, tags) else sort
        case Form.AREA:
            return _ground_sort(tags) or _point_sort(tags)


def _point_sort(tags: Tags) -> Sort | None:
    sort = _found(_STATIONS, tags) or _found(_LANDMARKS, tags)
    return sort if name_of(tags) else None


def _ground_sort(tags: Tags) -> Sort | None:
    sort = _found(_GROUND, tags)
    if sort is None and name_of(tags):
        sort = _found(_GREEN_WITH_A_NAME, tags)
    is_closed = sort in (Sort.PARK, Sort.SQUARE) and tags.get("access") in _SHUT
    is_at_home = tags.get("garden:type") == "residential"
    return None if is_closed or is_at_home or _is_indoors(tags) else sort


def _found(sorts: Mapping[str, Mapping[str, Sort]], tags: Tags) -> Sort | None:
    for key, values in sorts.items():
        if sort := values.get(tags.get(key, "")):
            return sort
    return None


def _is_out_of_sight(sort: Sort, tags: Tags) -> bool:
    """Say whether a line is under the ground, or nothing that a neighbour would go along."""
    match sort:
        case Sort.RAIL:
            return _is_covered(tags) or tags.get("service") in _OFF_THE_LINE
        case Sort.STREAM:
            return _is_covered(tags)
        case Sort.LANE | Sort.PATH:
            return _is_to_a_door(tags) or _is_shut(tags) or _is_indoors(tags)
    return tags.get("area") == "yes"


def _is_covered(tags: Tags) -> bool:
    return tags.get("tunnel", "no") != "no"


def _is_to_a_door(tags: Tags) -> bool:
    return tags.get("service") in _TO_A_DOOR or tags.get("footway") in _BESIDE_A_STREET


def _is_shut(tags: Tags) -> bool:
    return tags.get("foot", tags.get("access")) in _SHUT


def _is_indoors(tags: Tags) -> bool:
    return tags.get("indoor", "no") != "no"


def name_of(tags: Tags) -> str:
    """Return what a thing is called, or ""; a through road may go by its number."""
    number = tags.get("ref", "") if tags.get("highway") in _NUMBERED else ""
    return tidy_name(tags.get("name", "")) or tidy_name(number.partition(";")[0])


_NUMBERED = [value for value, sort in _LINES["highway"].items() if sort is Sort.MAJOR]


def postcode_of(tags: Tags) -> str:
    """Return the postcode of an address as people write it, or ""."""
    return tidy_postcode(tags.get(POSTCODE, ""))
