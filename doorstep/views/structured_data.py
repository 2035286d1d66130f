"""An entry that may go anywhere -> JSON-LD in the words of schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from doorstep.contacts import dialled
from doorstep.kinds import Kind
from doorstep.permalinks import entry_path
from doorstep.views.wording import is_free

if TYPE_CHECKING:
    from doorstep.details import Address, Contact
    from doorstep.entries import Entry
    from doorstep.guide import Guide

TYPES = {
    Kind.GROUP: "Organization",
    Kind.EVENT: "Event",
    Kind.GREEN_SPACE: "Park",
    Kind.PLACE: "Place",
}
"""Kinds that schema.org has a word for."""


def structured_data(guide: Guide, entry: Entry) -> str:
    """Return JSON-LD for a script element, or "" where nothing may be said (schema.org 29)."""
    if entry.kind not in TYPES or not guide.catalogue.showing(entry).is_public:
        return ""
    said = {
        "@context": "https://schema.org",
        "@type": TYPES[entry.kind],
        "name": entry.title,
        "description": entry.summary,
        "url": guide.permalinks.absolute(entry_path(entry.kind, entry.slug)),
        **_where(guide, entry),
        **(_event(guide, entry) if entry.kind is Kind.EVENT else _reachable(entry.contact)),
    }
    return in_script({key: value for key, value in said.items() if value})


def in_script(data: dict[str, Any]) -> str:
    """Return JSON that cannot end the script element it stands in (HTML, 4.12.1.3)."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    escapes = {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
    for character, escape in escapes.items():
        text = text.replace(character, escape)
    return text


def _where(guide: Guide, entry: Entry) -> dict[str, Any]:
    address, place = guide.catalogue.address_of(entry), guide.catalogue.place_of(entry)
    if address is None:
        return {}
    position = guide.catalogue.position_of(entry)
    here: dict[str, Any] = (
        {"address": _postal(address)} if address.address or address.postcode else {}
    )
    if entry.kind in (Kind.PLACE, Kind.GREEN_SPACE) and position:
        here["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": position.lat,
            "longitude": position.lon,
        }
    if entry.kind is Kind.EVENT:
        name = place.title if place else address.name
        return {"location": {"@type": "Place", "name": name or entry.title, **here}}
    return here


def _postal(address: Address) -> dict[str, str]:
    parts = {"streetAddress": address.address, "postalCode": address.postcode}
    return {"@type": "PostalAddress", **{key: value for key, value in parts.items() if value}}


def _event(guide: Guide, entry: Entry) -> dict[str, Any]:
    organiser = guide.catalogue.organiser_of(entry)
    said: dict[str, Any] = {"isAccessibleForFree": True} if is_free(entry) else {}
    if organiser:
        said["organizer"] = {"@type": "Organization", "name": organiser.title}
    return said


def _reachable(contact: Contact) -> dict[str, str]:
    phone = dialled(contact.phone) if contact.phone else ""
    return {"telephone": phone, "email": contact.email, "sameAs": contact.website}
