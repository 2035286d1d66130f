"""The named examples of every partial -> fragments for tests, and one page for designers.

To look at the page: python -m tests.gallery gallery.html
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import yaml
from msgspec import Struct, convert

from doorstep.layouts import environment, paper_stylesheets, stylesheet
from doorstep.sheets.booklet_parts import BookletPart
from doorstep.sheets.form_parts import FormQuestion
from doorstep.sheets.map_parts import PaperMap
from doorstep.sheets.panel_parts import Panel, PanelEntry
from doorstep.sheets.parts import AboutSheet, QrCode, SheetFoot
from doorstep.sheets.poster_parts import PosterTab
from doorstep.views.add_views import ReadyWords
from doorstep.views.calendar_parts import CalendarWay, FeedList
from doorstep.views.frame import Exit, HelpLineBox, SearchBox
from doorstep.views.map_views import LiveMap, MapDrawing, MapLink, SpotList
from doorstep.views.missing_views import ClusterList, MeshPicture, OpeningList
from doorstep.views.offline_views import Kept
from doorstep.views.parts import (
    Card,
    CardList,
    CheckedBox,
    Door,
    Fact,
    Invitation,
    Link,
    LinkList,
    Notice,
    Number,
    Picture,
    Run,
    Stars,
    Tag,
)
from doorstep.views.search_views import Missing, NothingFound, SearchWords
from doorstep.views.whats_on_parts import (
    DateList,
    Day,
    Filters,
    FilterWords,
    Happening,
    OldPage,
    Timetable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

LAYOUTS = Path(__file__).parent.parent / "layouts"

_LINKS = {"label": str, "links": tuple[Link, ...]}
_MENU = {"menu_label": str, "links": tuple[Link, ...]}

TAKES: dict[str, dict[str, Any]] = {
    "breadcrumbs": _LINKS,
    "calendar_way": {"way": CalendarWay},
    "card": {"card": Card, "level": int},
    "card_list": {"list": CardList},
    "cluster_list": {"cluster": ClusterList},
    "checked_box": {"checked": CheckedBox},
    "contents": _LINKS,
    "date_list": {"list": DateList},
    "day": {"day": Day, "level": int},
    "door": {"door": Door},
    "editing_links": {"list": LinkList},
    "exit": {"exit": Exit},
    "facts": {"facts": tuple[Fact, ...]},
    "feed_list": {"list": FeedList},
    "filter_form": {"filters": Filters, "words": FilterWords},
    "filters": {"filters": Filters},
    "footer": _LINKS | {"colophon": tuple[str, ...]},
    "happening": {"row": Happening, "level": int},
    "help_line": {"box": HelpLineBox},
    "invitation": {"invitation": Invitation},
    "jumps": _LINKS,
    "kept": {"kept": Kept},
    "link": {"link": Link, "look": str},
    "link_list": {"list": LinkList},
    "live_map": {"live": LiveMap},
    "places_drawing": {"drawing": MapDrawing},
    "map_link": {"link": MapLink},
    "masthead": {"home": Link, **_MENU, "search": SearchBox | None},
    "menu": _LINKS,
    "mesh_picture": {"picture": MeshPicture},
    "missing": {"missing": Missing},
    "nothing_found": {"nothing": NothingFound},
    "notice": {"notice": Notice},
    "number": {"number": Number},
    "old_page": {"old": OldPage},
    "opening_list": {"list": OpeningList},
    "periods": _LINKS,
    "picture": {"picture": Picture},
    "ready_words": {"words": ReadyWords},
    "runs": {"line": tuple[Run, ...]},
    "search_box": {"box": SearchBox},
    "search_results": {"words": SearchWords},
    "sheet_about": {"about": AboutSheet},
    "sheet_booklet_part": {"part": BookletPart},
    "sheet_entry": {"entry": PanelEntry},
    "sheet_foot": {"foot": SheetFoot},
    "sheet_map": {"map": PaperMap},
    "sheet_panel": {"panel": Panel},
    "sheet_picture": {"picture": Picture},
    "sheet_qr": {"qr": QrCode},
    "sheet_questions": {"questions": tuple[FormQuestion, ...]},
    "sheet_tabs": {"label": str, "tabs": tuple[PosterTab, ...], "dir": str},
    "share": _LINKS | {"copy": str, "copied": str},
    "spot_list": {"list": SpotList},
    "stars": {"stars": Stars, "count": str},
    "tags": {"tags": tuple[Tag, ...]},
    "timetable": {"timetable": Timetable},
}
"""What every partial takes."""


@dataclass(frozen=True)
class Example:
    """A partial with values to draw it with."""

    partial: str
    name: str
    values: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.partial}: {self.name}"


def examples(layouts_dir: Path = LAYOUTS) -> Iterator[Example]:
    """Yield every example in layouts/partials/, whose values are checked against what it takes."""
    for file in sorted(layouts_dir.glob("partials/*/examples.yaml")):
        partial = file.parent.name
        for name, written in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            values = {key: _made(TAKES[partial][key], value) for key, value in written.items()}
            yield Example(partial, name, values)


def drawn(layouts: Environment, example: Example) -> str:
    """Return an example as HTML."""
    template = layouts.get_template(f"partials/{example.partial}/{example.partial}.html")
    return str(getattr(template.module, example.partial)(**example.values))


def gallery(layouts_dir: Path = LAYOUTS) -> str:
    """Return a page with every example on it, in the guide's own look."""
    layouts = environment(layouts_dir)
    css = stylesheet(layouts_dir, accent="#0b5563", accent_in_the_dark="#7fc3d1")
    css += "".join(paper_stylesheets(layouts_dir).values())
    shown = "\n".join(
        f'<section class="card-list"><h2>{example}</h2>\n'
        f'<div dir="{_direction(example)}">{_apart(_listed(example, layouts), place)}</div>'
        "</section>"
        for place, example in enumerate(examples(layouts_dir))
    )
    return (
        '<!doctype html>\n<html lang="en-GB" dir="ltr">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Gallery of partials</title><style>{css}</style></head>\n"
        '<body><main class="main width"><h1>Gallery of partials</h1>\n'
        f"{shown}\n</main></body>\n</html>\n"
    )


def _made(kind: Any, value: Any) -> Any:
    """Return a value of a kind as a layout gets it; no key is let past that the kind lacks."""
    if isinstance(value, dict) and (view := _struct_in(kind)):
        hints = get_type_hints(view)
        return view(**{name: _made(hints[name], part) for name, part in value.items()})
    if isinstance(value, list):
        one = get_args(kind)[0]
        return tuple(_made(one, part) for part in value)
    return convert(value, kind, strict=False, dec_hook=lambda wanted, plain: wanted(plain))


def _struct_in(kind: Any) -> type[Struct] | None:
    """Return the view that this is, or that it is where there is one at all."""
    kinds = get_args(kind) or (kind,)
    return next((one for one in kinds if isinstance(one, type) and issubclass(one, Struct)), None)


def _listed(example: Example, layouts: Environment) -> str:
    """Return an example as HTML; what is an item of a list is put into one."""
    html = drawn(layouts, example)
    return f'<ul class="plain-list">{html}</ul>' if html.lstrip().startswith("<li") else html


def _direction(example: Example) -> str:
    return "rtl" if example.name == "right to left" else "ltr"


def _apart(fragment: str, place: int) -> str:
    """Number the ids, which are unique on a page but the same in two examples."""
    ids = r'((?: id| aria-labelledby)="|href="#|url\(#)([\w-]+)'
    return re.sub(ids, rf"\1\2-{place}", fragment)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(gallery(), encoding="utf-8")
