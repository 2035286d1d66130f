"""The guide -> the picture of who is connected with whom, beside the page of what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.outputs.output import Output, Press
from doorstep.views.mesh_picture import shown_mesh

if TYPE_CHECKING:
    from collections.abc import Iterator


def mesh_drawing(press: Press, path: str) -> Iterator[Output]:
    """Yield the picture of the mesh."""
    yield Output(path, shown_mesh(press.guide).svg.encode())
