"""What missing.html may read: invitations, and the mesh as a picture and as a list."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.frame import Frame
from doorstep.views.parts import Invitation, Link, LinkList, Number, Run


class Opening(Struct, frozen=True):
    """Something that could be here."""

    sentence: str
    """What we know."""
    invitation: str
    """What whoever reads it could do."""
    link: Link
    """The page that helps with it."""


class OpeningList(Struct, frozen=True):
    """Invitations of one sort under a heading."""

    heading: str
    """The heading."""
    id: str
    """The fragment that leads here."""
    openings: tuple[Opening, ...]
    """The most useful ones."""
    more: str
    """How many more there are like them, or ""."""


class MeshPicture(Struct, frozen=True):
    """The picture of who is connected with whom."""

    src: str
    """Its address."""
    width: int
    """Units across."""
    height: int
    """Units from top to bottom."""
    alt: str
    """What it shows, for those who do not see it; the list says the same."""
    legend: tuple[str, ...]
    """What a circle, a line and a dashed circle mean."""


class KnotRow(Struct, frozen=True):
    """A place or a group with what gathers round it, as the list has it."""

    number: Number | None
    """The number that its circle has."""
    hub: Link
    """Its name, leading to its page."""
    lines: tuple[tuple[Run, ...], ...]
    """What gathers round it, and what that is connected with."""


class ClusterList(Struct, frozen=True):
    """Entries that hang together."""

    heading: str
    """How many."""
    why: str
    """What holds them."""
    rows: tuple[KnotRow, ...]
    """The places and groups they gather round, in the order of their numbers."""
    more: str
    """How many more there are, or ""."""


class MissingView(Struct, frozen=True):
    """layouts/missing.html: what could be here, and where the mesh is thin."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """What is missing here."""
    intro: str
    """That every gap is an invitation."""
    begin: Link
    """The toolkit for whoever would like to start something."""
    contents_label: str
    """What the links within the page are called."""
    contents: tuple[Link, ...]
    """Links to the headings of the page."""
    lists: tuple[OpeningList, ...]
    """The invitations, by sort."""
    empty: str
    """What to say when there are none, or ""."""
    mesh_heading: str
    """Who is connected with whom, or "" in a guide with nothing in it."""
    mesh_intro: str
    """How many are connected."""
    picture: MeshPicture | None
    """The mesh as a picture."""
    clusters: tuple[ClusterList, ...]
    """The mesh as a list."""
    clusters_more: str
    """How many smaller clusters there are besides, or ""."""
    islands_heading: str
    """On its own so far, or "" when nothing is."""
    islands_intro: str
    """Do you know who they could meet?"""
    islands: LinkList
    """What is on its own so far."""
    islands_more: str
    """How many more there are, or ""."""
    invitation: Invitation
    """To say what is missing."""
