"""An entry -> who would know whether it is still right, and how to reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.showing import Face

if TYPE_CHECKING:
    from doorstep.details import Contact
    from doorstep.entries import Entry
    from doorstep.guide import Guide


class Knows(Struct, frozen=True, kw_only=True):
    """Somebody to ask."""

    name: str = ""
    """A first name or a role, or ""."""
    phone: str = ""
    """The number to phone, or ""."""
    text: str = ""
    """The number to send a text message to, or ""."""
    email: str = ""
    """Where to write, or ""."""
    best_time: str = ""
    """When somebody answers, or ""."""

    @property
    def can_be_reached(self) -> bool:
        """Whether there is any way to them."""
        return bool(self.phone or self.text or self.email)


NOBODY = Knows()


def whom_to_ask(guide: Guide, entry: Entry) -> Knows:
    """Return who knows: its own contact, else whoever runs it, else the place it is at.

    Of a safe space nobody is told: whoever keeps the guide knows by its number.
    """
    if not guide.catalogue.shows(entry, Face.WHO_KNOWS):
        return NOBODY
    catalogue = guide.catalogue
    others = (catalogue.organiser_of(entry), catalogue.place_of(entry))
    known = [_known(one.contact) for one in (entry, *others) if one]
    return next((one for one in known if one.can_be_reached), known[0])


def _known(contact: Contact) -> Knows:
    return Knows(
        name=contact.name,
        phone=contact.phone,
        text=contact.text or contact.whatsapp,
        email=contact.email,
        best_time=contact.best_time,
    )
