"""What was typed after a command -> Options, the same names and meanings in every command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import reduce, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

if TYPE_CHECKING:
    from doorstep.caching import FileCache
    from doorstep.checking import Checked
    from doorstep.config import SiteConfig
    from doorstep.loading import Loaded
    from doorstep.reuse import Remember

# What a command needs is imported when it runs, so that --help answers at once.

NOTHING_TO_MEND, PROBLEMS_FOUND, WRONG_USE, OUR_FAULT = range(4)
"""What a command ends with (exit codes)."""

A_PATH = click.Path(path_type=Path)


class Day(click.DateTime):
    """A day of these two or three centuries, so that counting from it never leaves the calendar."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the day that was typed, or tell that it is too far away."""
        day = super().convert(value, param, ctx)
        if not 1900 <= day.year <= 2200:
            self.fail(f"{value} is too far away.", param, ctx)
        return day


A_DAY = Day(["%Y-%m-%d"])
PROCESSES = click.IntRange(1, 64)

Command = Callable[..., None]


class Options(Struct, frozen=True, kw_only=True):
    """The options that every command on a guide has."""

    site: Path
    content: Path
    today: datetime | None
    jobs: int | None
    no_cache: bool
    quiet: bool
    verbose: bool

    def say(self, message: str) -> None:
        """Say something to a person, apart from the results."""
        if not self.quiet:
            click.echo(message, err=True)

    def say_more(self, message: str) -> None:
        """Say something that only those who asked for it want to know."""
        if self.verbose:
            click.echo(message, err=True)

    def settings(self, url: str | None = None, report: str = "text") -> SiteConfig:
        """Return the settings, or show what to mend in them and leave."""
        from doorstep.contacts import is_site_address
        from doorstep.loading import read_config
        from doorstep.reports import REPORTS, in_order

        if url and not is_site_address(url):
            raise click.BadParameter(f"{url} is not the address of a site.", param_hint="--url")
        config, problems = read_config(self.site, url=url)
        if config is None:
            click.echo(REPORTS[report](in_order(problems)), nl=False)
            sys.exit(PROBLEMS_FOUND)
        return config

    def day(self, config: SiteConfig) -> date:
        """Return the day to build for: today where the guide is, unless another was said."""
        return self.today.date() if self.today else datetime.now(config.time_zone).date()

    def checked(self, config: SiteConfig) -> Checked:
        """Return the guide, read and checked."""
        from doorstep.checking import check_site

        today = self.day(config)
        cache = self.cache(config, today)
        return check_site(config, self.content, today, self.processes, cache=cache)

    def cache(self, config: SiteConfig, today: date) -> FileCache[Loaded]:
        """Return what remembers what entries were read into, unless nothing is to be kept."""
        from doorstep.caching import FORGETFUL
        from doorstep.loading import kept_entries

        return FORGETFUL if self.no_cache else kept_entries(config, self.content, today)

    def memory(self, checked: Checked, layouts: Path, out: Path, *, pdf: bool = False) -> Remember:
        """Return what remembers what was drawn, with or without PDFs, if anything is to be kept."""
        from doorstep.reuse import forgetful, memory_of

        made_with = _pdfs_made_with() if pdf else b""
        if self.no_cache or made_with is None:
            return forgetful
        return memory_of(out, checked.draft, layouts, made_with)

    @property
    def processes(self) -> int:
        """How many processes share the work."""
        from doorstep.workers import cores

        return self.jobs or cores()


def _pdfs_made_with() -> bytes | None:
    """Return what tells the fonts and more that PDFs are made with; None where nobody can say."""
    from doorstep.caching import fingerprint
    from doorstep.caching.fonts import fonts_here
    from doorstep.pdfs.making import text_is_set_with

    fonts = fonts_here()
    return fonts and fingerprint(fonts, text_is_set_with())


_FOR_A_GUIDE = (
    click.option(
        "--site", type=A_PATH, default="site.yaml", show_default=True, help="The settings."
    ),
    click.option(
        "--content", type=A_PATH, default="content", show_default=True, help="The entries' folder."
    ),
    click.option("--today", type=A_DAY, help="Do it as if it were this day (YYYY-MM-DD)."),
    click.option("--jobs", type=PROCESSES, help="How many processes share the work."),
    click.option("--no-cache", is_flag=True, help="Read and make everything anew."),
    click.option("--quiet", is_flag=True, help="Say only what has to be mended."),
    click.option("--verbose", is_flag=True, help="Say more of what goes on."),
)

_FOR_A_SITE = (
    click.option(
        "--out", type=A_PATH, default="_site", show_default=True, help="Where the site goes."
    ),
    click.option("--url", help="Where it is published, instead of what the settings say."),
)


def guide_options(command: Command) -> Command:
    """Hand a command its Options, made of what was typed."""
    names = Options.__struct_fields__

    @wraps(command)
    def with_options(**typed: Any) -> None:
        command(Options(**{name: typed.pop(name) for name in names}), **typed)

    return _with(with_options, _FOR_A_GUIDE)


def site_options(command: Command) -> Command:
    """Add the options of commands that write a site."""
    return _with(command, _FOR_A_SITE)


def _with(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    return reduce(lambda made, option: option(made), reversed(options), command)
