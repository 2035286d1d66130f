"""An entry that may go anywhere -> JSON-LD in the words of schema.org."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from doorstep.contacts import dialled
from doorstep.entries import Opening
from doorstep.kinds import BUILDINGS, Kind
from doorstep.permalinks import entry_path
from doorstep.promises import is_free
from doorstep.showing import Face
from doorstep.views.structured_dates import dates_of_event, opening_hours

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

PRICE = re.compile(r"^£([0-9]+(?:\.[0-9]{2})?)$")
"""A cost that is a number and nothing else."""


def structured_data(guide: Guide, entry: Entry) -> str:
    """Return JSON-LD for a script element, or "" where nothing may be said (schema.org 29)."""
    if entry.kind not in TYPES or not guide.catalogue.shows(entry, Face.MACHINES):
        return ""
    here = _place(guide, entry)
    said = {
        "@context": "https://schema.org",
        "@type": TYPES[entry.kind],
        "name": entry.title,
        "description": entry.summary,
        "url": guide.permalinks.absolute(entry_path(entry.kind, entry.slug)),
        **_where(entry, here),
        **(_event if entry.kind is Kind.EVENT else _body)(guide, entry, here),
    }
    return in_script(_known(said))


def _known(said: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if value}


def in_script(data: dict[str, Any]) -> str:
    """Return JSON that cannot end the script element it stands in (HTML, 4.12.1.3)."""
    text = _JSON.encode(data)
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    return text


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPES = [(character, f"\\u{ord(character):04x}") for character in "<>&\u2028\u2029"]


def _where(entry: Entry, here: dict[str, Any]) -> dict[str, Any]:
    """Return where a place is; other kinds are not themselves somewhere."""
    if entry.kind in BUILDINGS:
        return here
    return {"address": here.get("address")} if entry.kind is Kind.GROUP else {}


def _place(guide: Guide, entry: Entry) -> dict[str, Any]:
    """Return the address and the point on the map of where an entry is."""
    address, position = guide.catalogue.address_of(entry), guide.catalogue.position_of(entry)
    here: dict[str, Any] = {}
    if address and (address.address or address.postcode):
        here["address"] = _postal(address)
    if position:
        point = {"latitude": position.lat, "longitude": position.lon}
        here["geo"] = {"@type": "GeoCoordinates", **point}
    return here


def _postal(address: Address) -> dict[str, str]:
    parts = {"streetAddress": address.address, "postalCode": address.postcode}
    return {"@type": "PostalAddress", **_known(parts)}


def _event(guide: Guide, entry: Entry, here: dict[str, Any]) -> dict[str, Any]:
    """Return what is said of something that happens."""
    organiser = guide.catalogue.organiser_of(entry)
    return {
        "location": _location(guide, entry, here),
        **dates_of_event(guide, entry),
        "isAccessibleForFree": is_free(entry),
        "offers": _offer(guide, entry),
        "organizer": organiser and {"@type": "Organization", "name": organiser.title},
    }


def _location(guide: Guide, entry: Entry, here: dict[str, Any]) -> dict[str, Any] | None:
    place, address = guide.catalogue.place_of(entry), guide.catalogue.address_of(entry)
    if address is None and place is None and entry.kind not in BUILDINGS:
        return None
    name = place.title if place else address.name if address else ""
    return {"@type": "Place", "name": name or entry.title, **here}


def _offer(guide: Guide, entry: Entry) -> dict[str, str] | None:
    """Return what it costs, where that is one number: "£2 or what you can" is not."""
    price = "0" if is_free(entry) else "".join(PRICE.findall(entry.cost))
    if not price:
        return None
    page = guide.permalinks.absolute(entry_path(entry.kind, entry.slug))
    return {"@type": "Offer", "price": price, "priceCurrency": "GBP", "url": page}


def _body(guide: Guide, entry: Entry, here: dict[str, Any]) -> dict[str, Any]:
    """Return how to reach a group or a place, when it is open, and what it does itself."""
    hours = opening_hours(guide, entry) if isinstance(entry, Opening) else []
    return {
        **_reachable(entry.contact),
        "openingHoursSpecification": hours,
        "event": _meeting(guide, entry, here),
    }


def _meeting(guide: Guide, entry: Entry, here: dict[str, Any]) -> dict[str, Any] | None:
    """Return when a group meets, which is an event of its own."""
    event = _event(guide, entry, here)
    names = {"@type": "Event", "name": entry.title, "description": entry.summary}
    return _known({**names, **event}) if "startDate" in event else None


def _reachable(contact: Contact) -> dict[str, str]:
    phone = dialled(contact.phone) if contact.phone else ""
    return {"telephone": phone, "email": contact.email, "sameAs": contact.website}
