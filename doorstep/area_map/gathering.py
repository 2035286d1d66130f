"""What lies on a map, thing by thing -> streets, parks and landmarks, each once and in order."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from doorstep.area_map.area import AREAS, POINTS, Feature, Sort, Spot
from doorstep.area_map.ground import length, surface
from doorstep.area_map.joining import joined
from doorstep.area_map.simplifying import simplified_line, simplified_ring

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doorstep.area_map.area import Part
    from doorstep.area_map.ground import Ground

SMALLEST_GROUND = 30.0
"""Square metres of which less is not drawn."""

SHORTEST_STUB = 10.0
"""Metres of which less, leading nowhere and without a name, is not drawn."""

SAME_PLACE = 400.0
"""Metres within which two points of one name are one: a school, and the building it is in."""

_BITS = (Sort.LANE, Sort.PATH)
_DRAWING_ORDER = {sort: at for at, sort in enumerate(Sort)}


def gathered(features: Iterable[Feature], ground: Ground) -> tuple[Feature, ...]:
    """Return each street once, joined of all its pieces; each ground; each point once."""
    grounds: list[Feature] = []
    pieces: dict[tuple[Sort, str], list[Part]] = defaultdict(list)
    for feature in features:
        if feature.sort in AREAS:
            grounds.append(feature)
        else:
            pieces[feature.sort, feature.name] += feature.parts
    lines = {key: joined(parts) for key, parts in pieces.items() if key[0] not in POINTS}
    points = {key: parts for key, parts in pieces.items() if key[0] in POINTS}
    found = [*grounds, *_without_stubs(lines, ground), *_points(points, ground)]
    return tuple(sorted(set(found), key=_place_in_order))


def _place_in_order(feature: Feature) -> tuple[int, str, tuple[Part, ...]]:
    return _DRAWING_ORDER[feature.sort], feature.name, feature.parts


def _without_stubs(lines: dict[tuple[Sort, str], list[Part]], ground: Ground) -> Iterator[Feature]:
    uses = Counter(spot for parts in lines.values() for part in parts for spot in part)
    for (sort, name), parts in lines.items():
        is_kept = [name or sort not in _BITS or not _is_stub(part, uses, ground) for part in parts]
        if kept := tuple(part for part, is_so in zip(parts, is_kept, strict=True) if is_so):
            yield Feature(sort, name, kept)


def _is_stub(part: Part, uses: Counter[Spot], ground: Ground) -> bool:
    leads_nowhere = uses[part[0]] == 1 or uses[part[-1]] == 1
    return leads_nowhere and length(ground.paces(part)) < SHORTEST_STUB


def _points(points: dict[tuple[Sort, str], list[Part]], ground: Ground) -> Iterator[Feature]:
    for (sort, name), parts in points.items():
        spots = sorted(spot for part in parts for spot in part)
        if sort is Sort.POSTCODE:
            yield Feature(sort, name, ((_mean(spots),),))
        else:
            yield from (Feature(sort, name, ((spot,),)) for spot in _apart(spots, ground))


def _mean(spots: Sequence[Spot]) -> Spot:
    count = len(spots)
    return Spot(round(sum(x for x, _ in spots) / count), round(sum(y for _, y in spots) / count))


def _apart(spots: Sequence[Spot], ground: Ground) -> list[Spot]:
    """Return points of one name, without those that are near another of them."""
    kept: list[Spot] = []
    paces = dict(zip(spots, ground.paces(spots), strict=True))
    for spot in spots:
        if all(math.dist(paces[spot], paces[other]) > SAME_PLACE for other in kept):
            kept.append(spot)
    return kept


def simplified(
    features: Iterable[Feature], ground: Ground, tolerance: float
) -> tuple[Feature, ...]:
    """Return features with no more points than they need to stay within some metres."""
    parts = ((each, tuple(_simplified(each, ground, tolerance))) for each in features)
    return tuple(Feature(each.sort, each.name, kept) for each, kept in parts if kept)


def _simplified(feature: Feature, ground: Ground, tolerance: float) -> Iterator[Part]:
    for part in feature.parts:
        if feature.sort in POINTS:
            yield part
        elif feature.sort not in AREAS:
            yield simplified_line(part, ground, tolerance)
        elif surface(ground.paces(part)) >= SMALLEST_GROUND:
            ring = simplified_ring(part, ground, tolerance)
            if len(ring) > 2:
                yield ring
