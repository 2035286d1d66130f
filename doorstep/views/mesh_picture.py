"""A guide -> the picture of its mesh: which circles it has, what they mean, and how high it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep import permalinks as at
from doorstep.mesh.connections import mesh_of
from doorstep.mesh.knots import Knots, knots_of
from doorstep.mesh.picture import MOST, WIDTH, Circle, Drawing, drawn
from doorstep.tracing import kept
from doorstep.views.missing_views import MeshPicture

if TYPE_CHECKING:
    from doorstep.guide import Guide
    from doorstep.mesh.knots import Knot


class Shown(Struct, frozen=True):
    """A picture as it is published, and what is in it."""

    svg: str
    """The picture, or "" where nothing is connected."""
    height: int
    """Its height."""
    number: int
    """How many circles it has."""
    of_all: int
    """How many it would have, were there room."""


@kept(4)
def knots_in(guide: Guide) -> Knots:
    """Return the knots of a guide's mesh."""
    return knots_of(mesh_of(guide))


@kept(4)
def shown_mesh(guide: Guide) -> Shown:
    """Return the picture of a guide's mesh; of a large one the circles with most to them."""
    every, mesh = knots_in(guide), mesh_of(guide)
    chosen = _chosen(every)
    places = {place: index for index, place in enumerate(chosen)}
    lines = {
        (places[one], places[other]): number
        for (one, other), number in every.lines.items()
        if one in places and other in places
    }
    circles = [_circle(guide, every.knots[place]) for place in chosen]
    if not mesh.clusters:
        return Shown("", 0, 0, len(every.knots))
    svg, height = drawn(Drawing(circles, lines, guide.config.accent))
    return Shown(svg, height, len(chosen), len(every.knots))


def _chosen(every: Knots) -> list[int]:
    """Return the places of the knots to draw, in order."""
    weights = [len(knot.others) for knot in every.knots]
    for (one, other), number in every.lines.items():
        weights[one] += number
        weights[other] += number
    by_weight = sorted(range(len(weights)), key=lambda place: (-weights[place], place))
    return sorted(by_weight[:MOST])


def _circle(guide: Guide, knot: Knot) -> Circle:
    number = mesh_of(guide).entries[knot.hub].number
    return Circle(str(number or ""), len(knot.everyone))


def mesh_picture(guide: Guide) -> MeshPicture | None:
    """Return the picture with its words; None where nothing is connected yet."""
    shown, say = shown_mesh(guide), guide.words.say
    if not shown.svg:
        return None
    part = say(
        "The picture has the {number} with most connections of {all}.",
        number=shown.number,
        all=shown.of_all,
    )
    return MeshPicture(
        src=guide.permalinks.href(at.MESH_PICTURE),
        width=WIDTH,
        height=shown.height,
        alt=guide.words.count(
            "{number} circle. The list after the picture says the same in words.",
            "{number} circles with lines between those that are connected. "
            "The list after the picture says the same in words.",
            shown.number,
        ),
        legend=(
            say("Each circle is a place or a group with all that gathers round it."),
            say("The number in it is the number in the list."),
            say("The thicker a line, the more connections."),
            say("A dashed circle has one connection to the others in the picture, or none yet."),
            *((part,) if shown.number < shown.of_all else ()),
        ),
    )
