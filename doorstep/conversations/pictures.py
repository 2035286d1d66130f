"""The guide as it would be -> pictures of the pages that change, and where they can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.answers.pictures import pages_of
from doorstep.portraits.shelf import picture_address, put_on_shelf
from doorstep.portraits.taking import NoPortrait, take_portraits
from doorstep.site import publish

if TYPE_CHECKING:
    from doorstep.conversations.offices import Desk
    from doorstep.conversations.prospects import Prospect


def pictures_of(desk: Desk, prospect: Prospect, change: int) -> dict[str, str]:
    """Return the addresses of pictures by the paths of their pages; {} where none can be taken.

    An answer in words is worth more than none at all, whatever the browser does.
    """
    office = desk.office
    if not office.browser or not prospect.pages:
        return {}
    site = desk.folder / "site"
    publish(prospect.checked, office.today, office.layouts, site, office.jobs)
    try:
        taken = take_portraits(site, prospect.pages, desk.folder / "pictures", office.browser)
    except NoPortrait:
        return {}
    kept = put_on_shelf(change, taken, office.remote)
    seen = pages_of(kept, prospect.pages)
    return {page: picture_address(office.address, path) for page, path in seen}
