"""The guide -> the picture of who is connected with whom, beside the page of what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doorstep import permalinks as at
from doorstep.mesh.connections import mesh_of
from doorstep.outputs.output import Output, Press, Renderer
from doorstep.views.mesh_picture import shown_mesh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.guide import Guide


def mesh_drawing(press: Press, path: str) -> Iterator[Output]:
    """Yield the picture of the mesh."""
    yield Output(path, shown_mesh(press.guide).svg.encode())


def _paths(guide: Guide) -> list[str]:
    return [at.MESH_PICTURE] if mesh_of(guide).clusters else []


MISSING: tuple[Renderer[Any], ...] = (Renderer(_paths, mesh_drawing),)
"""What the page of what is missing loads."""
