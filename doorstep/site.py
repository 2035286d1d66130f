"""A guide that was checked -> its site: everything is drawn beside the old one, and swapped in."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from doorstep.caching import files_in
from doorstep.catalogue import Catalogue
from doorstep.editions import Edition, drawers_of
from doorstep.files import staging, write
from doorstep.guide import Guide
from doorstep.layouts import environment
from doorstep.outputs import Press, import_what_draws
from doorstep.outputs.assets import (
    asset_outputs,
    early_script,
    paths_of,
    published_assets,
    sizes_of,
)
from doorstep.outputs.offline import service_worker
from doorstep.outputs.work import Work, anything
from doorstep.permalinks import Permalinks
from doorstep.reuse import drawn_in, forgetful, remove_empty, standing_in, taken_over
from doorstep.words import Words, english
from doorstep.workers import shared

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from doorstep.checking import Checked
    from doorstep.layouts import Layouts
    from doorstep.outputs import Output
    from doorstep.outputs.work import Drawer
    from doorstep.pdfs.making import PdfMaker
    from doorstep.pdfs.published import Published
    from doorstep.reuse import Drawn, Plan, Remember, Standing


class Site(Struct, frozen=True):
    """What there is to know of a site that was made."""

    count: int
    """How many files it has."""
    drawers: Mapping[str, Drawer]
    """What each of them was drawn by, but for those that every guide has."""


class Fittings(Struct, frozen=True):
    """What the layouts give every page of a guide."""

    layouts: Layouts
    """The layouts themselves."""
    assets: Mapping[str, Output]
    """What pages load, by the name that layouts know it by."""
    early_script: str
    """What runs before a page is drawn to its end."""


def fittings_of(layouts_dir: Path, accent: str) -> Fittings:
    """Return what the layouts give, as they are now."""
    return _fittings(layouts_dir, accent, files_in(layouts_dir))


@lru_cache(1)
def _fittings(layouts_dir: Path, accent: str, _now: bytes) -> Fittings:
    assets = published_assets(layouts_dir, accent)
    return Fittings(environment(layouts_dir), assets, early_script(layouts_dir))


def guide_of(
    checked: Checked,
    today: date,
    assets: Mapping[str, str],
    sizes: Mapping[str, int],
    words: Words | None = None,
    *,
    script: str = "",
) -> Guide:
    """Return all that outputs may ask for."""
    config = checked.draft.config
    return Guide(
        config=config,
        catalogue=Catalogue.of(checked.entries, config.freshness, today),
        bodies=checked.draft.bodies,
        content=checked.draft.content,
        permalinks=Permalinks.under(config.url),
        words=words or english(),
        today=today,
        assets=assets,
        asset_sizes=sizes,
        early_script=script,
        area_map=checked.draft.area_map,
        synonyms=checked.draft.synonyms,
    )


def publish(
    checked: Checked,
    today: date,
    layouts_dir: Path,
    out: Path,
    jobs: int,
    words: Words | None = None,
    *,
    pdf_maker: type[PdfMaker] | None = None,
    remember: Remember = forgetful,
    is_asked: Callable[[int, Any], bool] = anything,
) -> Site:
    """Draw the site beside the old one, swap it in, and say what was made.

    Who remembers a site with PDFs has to know the fonts they are made with.
    """
    fittings = fittings_of(layouts_dir, checked.draft.config.accent)
    guide = _guide_with(fittings, checked, today, words)
    maker = pdf_maker(guide.permalinks, _shown(guide, fittings.assets)) if pdf_maker else None
    press = Press(guide, fittings.layouts, maker)
    work, memory = Work(guide, is_asked), remember(guide)
    sources, assets = [checked.draft.content, layouts_dir], asset_outputs(fittings.assets)
    with staging(out, sources=sources, spare=memory.spare) as folder:
        plan = memory.plan(work)
        standing = standing_in(folder, plan.same.values(), assets)
        write(folder, (one for one in assets if one.path not in standing.files), standing.folders)
        drawn = _drawn(press, work, plan, out, folder, standing, jobs)
        notes = {path: piece for one in drawn for path, piece in one.notes.items()}
        count = len(assets) + sum(len(one.files) for one in drawn)
        count += write(folder, service_worker(press, notes), standing.folders)
        remove_empty(folder, standing)
    memory.keep(drawn)
    return Site(count, drawers_of(plan.drawers, drawn))


def edition_of(checked: Checked, today: date, layouts_dir: Path) -> Edition:
    """Return a site of which only those files are drawn that somebody asks for."""
    fittings = fittings_of(layouts_dir, checked.draft.config.accent)
    guide = _guide_with(fittings, checked, today)
    return Edition(Press(guide, fittings.layouts), fittings.assets)


def _guide_with(
    fittings: Fittings, checked: Checked, today: date, words: Words | None = None
) -> Guide:
    paths, sizes = paths_of(fittings.assets), sizes_of(fittings.assets)
    return guide_of(checked, today, paths, sizes, words, script=fittings.early_script)


def _drawn(
    press: Press,
    work: Work,
    plan: Plan,
    out: Path,
    folder: Path,
    standing: Standing,
    jobs: int,
) -> list[Drawn]:
    """Draw all that is not in an older site as it would be drawn, and return everything."""
    taken = (each for each in plan.same.items() if taken_over(each[1], out, folder, standing))
    found = dict(taken)
    rest = [place for place in range(len(plan.drawers)) if place not in found]
    left = work.things(plan.drawers[place] for place in rest)
    import_what_draws(left)
    shares = shared(drawn_in(folder, press, standing.folders), left, jobs)
    drawn = map(plan.noted, chain.from_iterable(shares))  # as they come: questions take room
    found |= dict(zip(rest, drawn, strict=True))
    return [found[place] for place in range(len(plan.drawers))]


def _shown(guide: Guide, assets: Mapping[str, Output]) -> Published:
    """Return a way to ask for what pages show besides themselves: style sheets, icons, photos."""
    from doorstep.outputs.photos import photo_at  # late, because most builds make no PDFs

    contents = {output.path: output.content for output in assets.values()}
    return lambda path: contents[path] if path in contents else photo_at(guide, path)
