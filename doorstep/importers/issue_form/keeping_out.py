"""An Intent and the do-not-list -> why nothing of it may be written, if that is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.do_not_list import known_by

if TYPE_CHECKING:
    from doorstep.importers.issue_form.desks import Desk
    from doorstep.importers.issue_form.intents import Intent

ASKED_NOT = (
    "This group asked not to be listed, so nothing was written. "
    "Phone {phone} before you change that."
)
CANNOT_TELL = (
    "Some groups asked not to be listed, and the list of them cannot be read at the moment. Until "
    "it can, nothing new is written. Phone {phone} or send this again in a day or two."
)


def why_kept_out(intent: Intent, desk: Desk) -> str:
    """Return why an entry may not be written as it would be, or ""."""
    listed, region = desk.loaded[0].do_not_list, desk.context.phone_region
    phone = desk.config.help_line.name_and_number
    was = intent.before.front_matter if intent.before else {}
    traits = known_by(intent.facts or was, intent.slug, region)
    if listed.has_any(traits):
        return ASKED_NOT.format(phone=phone)
    known = known_by(was, intent.slug, region) if intent.before else frozenset()
    # What an entry was known by already is not new, so the check of a day may still be written.
    return "" if listed.is_whole or traits <= known else CANNOT_TELL.format(phone=phone)
