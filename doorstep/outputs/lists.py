"""Kinds, topics, areas, landmarks and plain pages -> the pages that list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.outputs.pages import page
from doorstep.views.list_pages import about_view, area_view, kind_view, near_view, topic_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.config import Area, Landmark, Topic
    from doorstep.kinds import Kind
    from doorstep.outputs.output import Output, Press


def about_page(press: Press, path: str) -> Iterator[Output]:
    """Yield the list of plain pages."""
    yield from page(press, "list.html", path, about_view(press.guide))


def kind_page(press: Press, kind: Kind) -> Iterator[Output]:
    """Yield the list of a kind."""
    yield from page(press, "list.html", at.kind_path(kind), kind_view(press.guide, kind))


def topic_page(press: Press, topic: Topic) -> Iterator[Output]:
    """Yield a topic's list."""
    yield from page(press, "list.html", at.topic_path(topic.id), topic_view(press.guide, topic))


def area_page(press: Press, area: Area) -> Iterator[Output]:
    """Yield an area's list."""
    yield from page(press, "list.html", at.area_path(area.id), area_view(press.guide, area))


def near_page(press: Press, landmark: Landmark) -> Iterator[Output]:
    """Yield what is near a landmark."""
    yield from page(press, "list.html", at.near_path(landmark.id), near_view(press.guide, landmark))
