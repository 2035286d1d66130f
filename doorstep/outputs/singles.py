"""The pages and sheets there are once: the layout, the path and the view of each."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from doorstep import permalinks as at
from doorstep.entries import Side
from doorstep.outputs.late import Late


class Single(Struct, frozen=True):
    """A page or a sheet there is once."""

    layout: str
    """What it is drawn with."""
    path: str
    """Where it is."""
    view: Late[Any]
    """The guide -> what it says."""


def _single(layout: str, path: str, view: str, **told: Any) -> Single:
    return Single(layout, path, Late(view, tuple(told.items())))


SINGLE_PAGES = (
    _single("home.html", at.HOME, "doorstep.views.home_page:home_view"),
    _single("help.html", at.HELP, "doorstep.views.home_page:help_view"),
    _single("list.html", at.HELP_GET, "doorstep.views.list_pages:help_side_view", side=Side.GET),
    _single("list.html", at.HELP_GIVE, "doorstep.views.list_pages:help_side_view", side=Side.GIVE),
    _single("list.html", at.A_TO_Z, "doorstep.views.list_pages:a_to_z_view"),
    _single("search.html", at.SEARCH, "doorstep.views.search_page:search_view"),
    _single("choices.html", at.TOPICS, "doorstep.views.choices:topics_view"),
    _single("choices.html", at.AREAS, "doorstep.views.choices:areas_view"),
    _single("choices.html", at.NEAR, "doorstep.views.choices:landmarks_view"),
    _single("print.html", at.PRINT, "doorstep.sheets.all_sheets:print_view"),
    _single("add.html", at.ADD, "doorstep.views.add_page:add_view"),
    _single("missing.html", at.MISSING, "doorstep.views.missing_page:missing_view"),
    _single("not_found.html", at.NOT_FOUND, "doorstep.views.text_pages:not_found_view"),
    _single("offline.html", at.OFFLINE, "doorstep.views.offline:offline_view"),
)
"""Each page there is once."""

LISTS = (
    _single("whats_on.html", at.WHATS_ON, "doorstep.views.whats_on_pages:week_view"),
    _single("whats_on.html", at.TODAY, "doorstep.views.whats_on_pages:today_view"),
    _single("whats_on.html", at.WEEKEND, "doorstep.views.whats_on_pages:weekend_view"),
    _single("whats_on.html", at.NEXT_WEEK, "doorstep.views.whats_on_pages:next_week_view"),
    _single("timetable.html", at.EVERY_WEEK, "doorstep.views.whats_on_timetable:every_week_view"),
)
"""Each ready-made list of What's on."""

SINGLE_SHEETS = (
    _single("sheets/week.html", at.WEEK_SHEET, "doorstep.sheets.week:week_sheet_view"),
    _single("sheets/large.html", at.LARGE_PRINT, "doorstep.sheets.large:large_view"),
    _single("sheets/easy.html", at.EASY_READ, "doorstep.sheets.easy:easy_view"),
    _single(
        "sheets/week.html",
        at.NEXT_WEEK_SHEET,
        "doorstep.sheets.week:week_sheet_view",
        is_next=True,
    ),
    _single("sheets/month.html", at.MONTH_SHEET, "doorstep.sheets.month:month_sheet_view"),
    _single("sheets/leaflet.html", at.LEAFLET, "doorstep.sheets.leaflet:leaflet_view"),
    _single("sheets/pocket.html", at.POCKET_GUIDE, "doorstep.sheets.pocket:pocket_view"),
    _single("sheets/booklet.html", at.BOOKLET, "doorstep.sheets.booklet:booklet_sheet_view"),
    _single("sheets/form.html", at.TELL_US_FORM, "doorstep.sheets.form:form_sheet_view"),
    _single("sheets/cards.html", at.WALLET_CARDS, "doorstep.sheets.cards:cards_view"),
    _single("sheets/check_up.html", at.CHECK_UP, "doorstep.sheets.check_up:check_up_view"),
    _single("sheets/editing.html", at.EDITORS_CARD, "doorstep.sheets.editing:editing_view"),
)
"""Each sheet there is once."""
