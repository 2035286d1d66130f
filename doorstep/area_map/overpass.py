"""A box of ground -> what to ask the Overpass service for, in its own language (Overpass QL)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.area_map.elements import Form
from doorstep.area_map.tags import POSTCODE, wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.area import Bounds

SECONDS = 120
"""How long the service may look for it."""


def overpass_query(bounds: Bounds) -> str:
    """Return the question for all that the map can show, and no more than that."""
    box = f"({bounds.south:.5f},{bounds.west:.5f},{bounds.north:.5f},{bounds.east:.5f})"
    things = "\n".join(f"  {thing}{box};" for thing in _things())
    # With what they are made of, or there would be streets without a place.
    return f"[out:xml][timeout:{SECONDS}];\n(\n{things}\n);\n(._;>;);\nout body;\n"


def _things() -> Iterator[str]:
    yield from (f"node{tag}" for tag in _tags(Form.POINT))
    yield from (f"way{tag}" for tag in _tags(*Form))
    # Not every relation: one of a river's course would bring the whole river.
    yield from (f'relation["type"="multipolygon"]{tag}' for tag in _tags(Form.AREA))


def _tags(*forms: Form) -> Iterator[str]:
    for key, values in wanted(*forms).items():
        yield f'["{key}"~"^({"|".join(values)})$"]'
    yield f'["{POSTCODE}"]'
