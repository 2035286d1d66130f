"""Guides that are hard on paper -> their sheets alone, drawn into a folder to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import TODAY, checked_of
from built_site import LAYOUTS, REPOSITORY, SITES, Site
from built_site import checked as checked_guide
from test_made_up_language import Marked

from doorstep import checking, site
from doorstep.importers.run import Format, ImportJob, run_import
from doorstep.layouts import environment
from doorstep.loading import context_for, read_config
from doorstep.outputs.assets import asset_outputs, paths_of, published_assets, sizes_of
from doorstep.outputs.output import Press
from doorstep.outputs.renderers import SHEETS
from doorstep.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from doorstep.outputs.output import Output

LISTS = REPOSITORY.parent / "shared" / "data" / "edinburgh"
EDINBURGH = {
    "Community centres": "community-centres",
    "Day services and lunch clubs": "lunch-clubs",
    "Library locations and opening hours": "libraries",
    "Parks and gardens": "parks-and-gardens",
    "Access to Sport and Culture Edinburgh": "sport-and-culture",
}
"""The city's lists with the longest names and the oddest times, each with its mapping."""

FEW = 4
"""Sheets of one sort that are drawn, where there is one for every entry."""

ENDLESS = " ".join(["The", *["Wednesday morning walking and talking"] * 40])
"""A title of 200 words and more."""

WORD = "neighbourhood" * 5
"""A word that is wider than a column."""

LONG = {
    "groups/endless.md": f"""
        ---
        number: 901
        title: {ENDLESS}
        when: Every Tuesday, 10:30am to midday
        cost: Free
        contact: {{name: Pat, phone: 020 7946 0456}}
        checked: 1 November 2026, by phone
        ---
        """,
    "groups/choir.md": """
        ---
        number: 902
        title: Choir
        when: Every Tuesday, 7pm to 9pm
        cost: £2
        contact: {name: Sam, phone: 020 7946 0457}
        checked: 1 November 2026, by phone
        ---
        """,
    "groups/word.md": f"""
        ---
        number: 904
        title: {WORD}
        when: Every Tuesday, 9:30pm to 10:30pm
        cost: Free
        contact: {{name: Ask at the library, phone: 020 7946 0457}}
        checked: 1 November 2026, by phone
        ---
        """,
    "places/hall.md": f"""
        ---
        number: 903
        title: Hall of {ENDLESS}
        where: {{address: 1 High Street, lat: 53.7021, lon: -3.3001}}
        checked: 1 November 2026, by phone
        ---
        """,
}


def sheets_of(checked: checking.Checked, out: Path, words: Words | None = None) -> Site:
    """Draw the sheets of a guide, and what they load, into a folder."""
    files = published_assets(LAYOUTS, checked.draft.config.accent)
    guide = site.guide_of(checked, TODAY, paths_of(files), sizes_of(files), words)
    press = Press(guide, environment(LAYOUTS))
    for output in (*asset_outputs(files), *_drawn(press)):
        path = out / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.content)
    return Site(out, root=guide.permalinks.root)


def _drawn(press: Press) -> Iterator[Output]:
    for renderer in SHEETS:
        items = renderer.items(press.guide)
        # All of what there is once; of what there is for every entry, a few from end to end.
        step = max(1, len(items) // FEW) if len(items) > 20 else 1
        for item in items[::step]:
            yield from renderer.draw(press, item)


def example(folder: Path) -> Site:
    """The guide that is shipped."""
    return sheets_of(checked_guide(REPOSITORY), folder)


def empty(folder: Path) -> Site:
    """A guide in which nothing is written yet."""
    folder.mkdir(parents=True, exist_ok=True)
    return sheets_of(checked_of(folder, {}, landmarks=()), folder / "out")


def endless(folder: Path) -> Site:
    """A guide with a title of 200 words."""
    folder.mkdir(parents=True, exist_ok=True)
    return sheets_of(checked_of(folder, LONG), folder / "out")


def right_to_left(folder: Path) -> Site:
    """The guide whose own words are Greek, in a made-up language that runs from right to left."""
    return sheets_of(checked_guide(SITES / "greek"), folder, Words("he", Marked()))


def edinburgh(folder: Path) -> Site:
    """A city's own lists, imported, as if somebody had phoned everyone."""
    config, problems = read_config(SITES / "edinburgh" / "site.yaml")
    assert config is not None, problems
    content = folder / "content"
    for name, mapping in EDINBURGH.items():
        job = ImportJob(
            format=Format.CSV,
            file=LISTS / f"{name}.csv",
            map_file=SITES.parent / "mappings" / f"{mapping}.yaml",
            into=content,
            context=context_for(config, TODAY),
        )
        run_import(job)
    for number, file in enumerate(sorted(content.glob("*/*.md")), 1):
        _check_off(file, number)
    return sheets_of(checking.check_site(config, content, TODAY, jobs=2), folder / "out")


def _check_off(file: Path, number: int) -> None:
    text = file.read_text(encoding="utf-8").removeprefix("---\n")
    said = f"---\nnumber: {number}\nchecked: 1 November 2026, by phone\n"
    file.write_text(said + text, encoding="utf-8")


GUIDES = {
    "the example": example,
    "an empty guide": empty,
    "a title of 200 words": endless,
    "right to left": right_to_left,
    "a whole city": edinburgh,
}
"""Each guide by what is hard about it."""
