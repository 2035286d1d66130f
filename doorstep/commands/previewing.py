"""The serve command: what was typed -> the guide in a browser, for as long as it is written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doorstep.options import OUR_FAULT, Options, guide_options, site_options

if TYPE_CHECKING:
    from datetime import date

    from doorstep.caching import FileCache
    from doorstep.checking import Checked
    from doorstep.config import SiteConfig
    from doorstep.preview import Look, Making

# What a command needs is imported when it runs, so that --help answers at once.

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"


@click.command()
@guide_options
@site_options
@click.option("--port", type=int, default=8000, show_default=True, help="Where to listen.")
def serve(options: Options, out: Path, url: str | None, port: int) -> None:
    """Show the guide on this computer, and show it anew at every change.

    \b
    Example:
      python build.py serve --port 8000
    """
    from doorstep.permalinks import Permalinks
    from doorstep.preview import CannotServe
    from doorstep.preview import serve as show

    config = options.settings(url)
    try:
        show(
            look=_Looking(options, out, url).look,
            watch=[options.site, options.content, LAYOUTS],
            out=out,
            base_path=Permalinks.under(config.url).root,
            port=port,
            announce=options.say,
        )
    except CannotServe as reason:
        click.echo(str(reason), err=True)
        sys.exit(OUR_FAULT)


class _Looking:
    """Looks at a guide again and again, and remembers what was read."""

    def __init__(self, options: Options, out: Path, url: str | None) -> None:
        self._options, self._out, self._url = options, out, url
        self._told: tuple[str, date] | None = None
        self._cache: FileCache[Any] | None = None

    def look(self) -> Look:
        """Return what there is to say and to show of the guide as it is written now."""
        from doorstep.loading import read_config
        from doorstep.preview import Look, Report
        from doorstep.reports import as_paragraph, in_order

        config, problems = read_config(self._options.site, url=self._url)
        if config is None:
            words = tuple(as_paragraph(problem) for problem in in_order(problems))
            summary = "The settings need a word from you."
            return Look(Report(words, summary, is_published=False), None)
        # What a browser keeps would come in the way of what was just written.
        checked = self._checked(config.model_copy(update={"offline": False}))
        words = tuple(as_paragraph(problem) for problem in checked.errors)
        return Look(Report(words, checked.shown_words, is_published=True), self._making(checked))

    def _checked(self, config: SiteConfig) -> Checked:
        from doorstep.caching.recalled import RecalledFiles
        from doorstep.checking import check_site

        options, today = self._options, self._options.day(config)
        told = (config.as_json(), today)
        if self._cache is None or told != self._told:
            self._told, self._cache = told, RecalledFiles(options.cache(config, today))
        return check_site(config, options.content, today, options.processes, cache=self._cache)

    def _making(self, checked: Checked) -> Making:
        from doorstep.outputs.renderers import import_all_that_draws
        from doorstep.preview import Making
        from doorstep.site import Site, edition_of, publish

        import_all_that_draws()  # before the site is made, which is in another process each time

        options, out = self._options, self._out
        today = checked.draft.today

        def make() -> Site:
            remember = options.memory(checked, LAYOUTS, out)
            return publish(checked, today, LAYOUTS, out, options.processes, remember=remember)

        return Making(
            edition_of(checked, today, LAYOUTS),
            make,
            made_words=lambda site: checked.done_words(site.count, out),
        )
