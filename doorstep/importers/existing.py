"""The content folder -> Existing: what is there already, as far as an import has to know."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from pydantic_core import PydanticCustomError

from doorstep.contacts import tidy_postcode
from doorstep.do_not_list import NOBODY, DoNotList, read_do_not_list
from doorstep.geography import Position, distance
from doorstep.importers.fingerprints import fingerprint
from doorstep.importers.phones import tidied
from doorstep.importers.positions import read_degrees
from doorstep.kinds import Kind
from doorstep.sources import Node, Source, find_files, read_file

SAME_PLACE = 50
"""Metres between two positions of one building, from two lists."""


class Traits(Struct, frozen=True):
    """What two entries for the same thing have in common."""

    title: str
    """Folded: without capitals, accents, signs and a leading "the"."""
    postcode: str
    phone: str
    position: Position | None

    def shared_with(self, other: Traits) -> str:
        """Return what makes namesakes look like the same thing, or ""."""
        if self.postcode and self.postcode == other.postcode:
            return "postcode"
        if self.phone and self.phone == other.phone:
            return "phone"
        if (
            self.position
            and other.position
            and distance(self.position, other.position) <= SAME_PLACE
        ):
            return "place on the map"
        return ""


class Known(Struct, frozen=True):
    """An entry that is there already."""

    source: Source
    traits: Traits

    @property
    def origin(self) -> tuple[str, str]:
        """The list it came from and what that list calls it; two times "" when made by hand."""
        written = self.source.front_matter.get("source")
        told = written if isinstance(written, dict) else {}
        return _text(told.get("from")), _text(told.get("id"))

    @property
    def may_be_secret(self) -> bool:
        """Whether it is a safe space, or says something that could mean one."""
        return _text(self.source.front_matter.get("sensitive")).casefold() not in ("", "no")

    @property
    def written_hash(self) -> str:
        """The fingerprint of what an import wrote into it."""
        written = self.source.front_matter.get("source")
        return _text(written.get("hash")) if isinstance(written, dict) else ""

    @property
    def present_hash(self) -> str:
        """The fingerprint of what it says now."""
        return fingerprint(self.source.front_matter, self.source.body)


class Existing(Struct, frozen=True):
    """Every entry that is there, by its folded title, and every name that is taken."""

    entries: Mapping[str, tuple[Known, ...]]
    slugs: frozenset[str]
    do_not_list: DoNotList = NOBODY
    """Groups that asked not to be listed, whatever a list says."""

    def from_list(self, name: str) -> dict[str, Known]:
        """Return the entries that came from a list, by what the list calls them."""
        every = (known for namesakes in self.entries.values() for known in namesakes)
        return {known.origin[1]: known for known in every if known.origin[0] == name}

    def place_called(self, name: str) -> str:
        """Return the slug of the one place or green space of a name that may be told of, or ""."""
        places = [
            known.source.slug
            for known in self.entries.get(_folded_title(name), ())
            if known.source.kind in (Kind.PLACE, Kind.GREEN_SPACE) and not known.may_be_secret
        ]
        return places[0] if len(places) == 1 else ""

    def double_of(self, traits: Traits, list_name: str) -> tuple[Known, str] | None:
        """Return an entry from elsewhere that looks like the same thing, and what they share.

        Two rows of one list are two things, or the list would not tell them apart.
        """
        for known in self.entries.get(traits.title, ()):
            shared = known.traits.shared_with(traits)
            if shared and known.origin[0] != list_name:
                return known, shared
        return None


def read_existing(content: Path, region: str) -> Existing:
    """Return what the content folder has; a file that cannot be read only keeps its name."""
    files, _ = find_files(content)
    entries: dict[str, tuple[Known, ...]] = {}
    slugs = {path.name.split(".")[0].casefold() for path in content.glob("*/*")}
    for found in files:
        for source in read_file(found.path, found.file, found.kind).sources:
            known = Known(source, traits_of(source.front_matter, region))
            entries[known.traits.title] = (*entries.get(known.traits.title, ()), known)
            slugs |= {source.slug, *_words(source.front_matter.get("formerly"))}
    return Existing(entries, frozenset(slugs), read_do_not_list(content))


def traits_of(facts: Mapping[str, Node], region: str) -> Traits:
    """Return what an entry can be recognised by."""
    where, contact = _part(facts, "where"), _part(facts, "contact")
    lat, lon = read_degrees(_text(where.get("lat"))), read_degrees(_text(where.get("lon")))
    return Traits(
        title=_folded_title(_text(facts.get("title"))),
        postcode=_postcode(_text(where.get("postcode"))),
        phone=tidied(_text(contact.get("phone")), region),
        position=Position(float(lat), float(lon)) if lat and lon else None,
    )


def _part(facts: Mapping[str, Node], key: str) -> Mapping[str, Node]:
    node = facts.get(key)
    return node if isinstance(node, dict) else {}


def _text(node: Node | None) -> str:
    return node.strip() if isinstance(node, str) else ""


def _words(node: Node | None) -> list[str]:
    text = ",".join(_text(item) for item in node) if isinstance(node, list) else _text(node)
    return [word.strip() for word in text.split(",") if word.strip()]


def _folded_title(title: str) -> str:
    decomposed = unicodedata.normalize("NFKD", title.casefold().replace("’", "").replace("'", ""))
    words = re.findall(r"\w+", "".join(c for c in decomposed if not unicodedata.combining(c)))
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _postcode(text: str) -> str:
    try:
        return tidy_postcode(text)
    except PydanticCustomError:
        return ""
