"""A round -> JSON, for whatever a forum keeps its lists in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.upkeep.asks import Ask
    from doorstep.upkeep.offers import Offer
    from doorstep.upkeep.rounds import Round


def as_json(found: Round) -> str:
    """Return a JSON object with a list for each section; days are written YYYY-MM-DD."""
    said = {
        "day": found.day.isoformat(),
        "checked_this_month": found.checked,
        "checkable": found.checkable,
        "to_check": [_ask(found, ask) for ask in found.asks],
        "over": [_named(found, entry) for entry in found.over],
        "offers": [_offer(found, offer) for offer in found.offers],
        "help_wanted": [
            _named(found, one.entry) | {"since": one.since.isoformat()} for one in found.wanted
        ],
        "gaps": [asdict(gap) for gap in found.gaps],
        "new": _news(found),
        "cancelled_this_week": [
            _named(found, entry) | {"on": one.start.date().isoformat(), "because": one.because}
            for one, entry in found.cancelled
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _named(found: Round, entry: Entry) -> dict[str, Any]:
    """Return which entry it is; a safe space by its number and its title alone."""
    named = {"number": entry.number, "title": entry.title}
    is_quiet = entry.slug in found.by_phone_only
    return named if is_quiet else named | {"slug": entry.slug, "kind": entry.kind}


def _ask(found: Round, ask: Ask) -> dict[str, Any]:
    return _named(found, ask.entry) | {
        "step": ask.step.name.lower(),
        "by_phone_only": ask.by_phone_only,
        "when": ask.when,
        "whom_to_ask": asdict(ask.knows),
        "last_checked": ask.last_checked.isoformat() if ask.last_checked else None,
        "text_message": ask.message,
        "page": ask.page,
        "still_right": ask.still_right,
    }


def _offer(found: Round, offer: Offer) -> dict[str, Any]:
    return _named(found, offer.entry) | {
        "last_day": None if offer.by_phone_only else offer.last.isoformat(),
        "whom_to_ask": asdict(offer.knows),
        "text_message": offer.message,
        "page": offer.page,
        "still_right": offer.still_right,
    }


def _news(found: Round) -> dict[str, Any] | None:
    if found.news is None:
        return None
    return {
        "since": found.news.since.isoformat(),
        "entries": [_named(found, entry) for entry in found.news.entries],
    }
