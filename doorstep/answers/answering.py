"""What a run without any power left behind -> what is kept of it, and said on the change."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from doorstep.answers.comment import PURPOSE, WORDS_ONLY, Beside, comment_on
from doorstep.answers.message import MOST_BYTES, NoMessage, read_message
from doorstep.answers.offers import Run, offer_of
from doorstep.answers.pictures import drawn_anew, pages_of, plain_content
from doorstep.answers.suggestions import suggest, suggestions
from doorstep.forge import ForgeSaidNo
from doorstep.portraits.shelf import BRANCH, picture_address, put_on_shelf, tidy_shelf
from doorstep.robot_notes import has_note, keep_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.answers.message import Message
    from doorstep.answers.offers import Offer
    from doorstep.config import SiteConfig
    from doorstep.forge import Forge

MESSAGE, PICTURES = "message.json", "pictures"
"""What a run leaves behind: words, and a folder of pictures."""


def keep_pictures(event: Mapping[str, Any], left: Path, forge: Forge, remote: str) -> None:
    """Put the pictures of a change of our own on the shelf, and take off those of closed ones."""
    run = Run.of(event)
    offer = offer_of(run, forge) if run else None
    message = _message_in(left)
    if offer is None or not offer.is_ours or message is None:
        return
    paths = [change.path for change in message.entry_changes]
    with TemporaryDirectory() as folder:
        put_on_shelf(offer.number, drawn_anew(left / PICTURES, paths, Path(folder)), remote)
    still_open = {one["number"] for one in forge.all("issues?state=open")}
    tidy_shelf({offer.number, *still_open}, remote)


def answer(event: Mapping[str, Any], left: Path, forge: Forge, config: SiteConfig) -> None:
    """Say on a change what it does, once, and suggest what to press on its own lines."""
    run = Run.of(event)
    offer = offer_of(run, forge) if run else None
    if run is None or offer is None:
        return
    message = _message_in(left)
    if _has_something_to_say(message, offer) or has_note(forge, offer.number, PURPOSE):
        beside = _beside(message, run, offer, forge) if offer.is_ours else WORDS_ONLY
        keep_note(forge, offer.number, PURPOSE, comment_on(message, config, beside))
    if message and offer.is_ours:
        suggest(forge, offer, suggestions(message.real_problems, offer))


def _beside(message: Message | None, run: Run, offer: Offer, forge: Forge) -> Beside:
    """Return the pictures, the site and the suggestions that a branch of ours has."""
    if message is None:
        return Beside(download=run.page)
    paths = [change.path for change in message.entry_changes]
    pairs = pages_of(_on_shelf(offer, forge), paths)
    return Beside(
        pictures={path: picture_address(run.home, picture) for path, picture in pairs},
        download=run.page,
        suggested=len(suggestions(message.real_problems, offer)),
    )


def _message_in(left: Path) -> Message | None:
    try:
        return read_message(plain_content(left / MESSAGE, MOST_BYTES))
    except NoMessage:
        return None


def _has_something_to_say(message: Message | None, offer: Offer) -> bool:
    """Say whether anybody who reads the guide is concerned; changes of how it is made are not."""
    return offer.touches_guide or bool(message and (message.changes or message.settings))


def _on_shelf(offer: Offer, forge: Forge) -> list[str]:
    """Return the paths of the pictures that the shelf has of a change."""
    try:
        return [one["path"] for one in forge.all(f"contents/{offer.number}?ref={BRANCH}")]
    except ForgeSaidNo:
        return []
