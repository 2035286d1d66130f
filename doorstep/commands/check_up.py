"""The check-up command: what was typed -> what to make sure of this month, on paper or in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from doorstep.options import A_PATH, Options, guide_options

if TYPE_CHECKING:
    from doorstep.config import SiteConfig

# What a command needs is imported when it runs, so that --help answers at once.

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"


@click.command("check-up")
@guide_options
@click.option(
    "--format", "report_format", type=click.Choice(["sheet", "markdown", "json"]),
    default="sheet", show_default=True, help="How to say it; a sheet is a page to print.",
)  # fmt: skip
@click.option(
    "--out", type=A_PATH, default="check-up.html", show_default=True, help="Where the sheet goes."
)
def check_up(options: Options, report_format: str, out: Path) -> None:
    """Say what to make sure of this month: whom to ring, what to ask, what is missing.

    A sheet is one page, ready to print. Markdown and JSON go to standard output.

    \b
    Example:
      python build.py check-up --out check-up.html
      python build.py check-up --format markdown
    """
    config = options.settings()
    if report_format == "sheet":
        _write_sheet(options, config, out)
    else:
        click.echo(_in_words(options, config, report_format), nl=False)


def _write_sheet(options: Options, config: SiteConfig, out: Path) -> None:
    from doorstep.outputs.assets import paths_of, published_assets, sizes_of
    from doorstep.outputs.sheet_alone import check_up_alone
    from doorstep.site import guide_of

    files = published_assets(LAYOUTS, config.accent)
    checked = options.checked(config)
    guide = guide_of(checked, options.day(config), paths_of(files), sizes_of(files))
    out.write_bytes(check_up_alone(guide, files, LAYOUTS))
    click.echo(f"The check-up sheet is in {out}. Open it, and print it.")


def _in_words(options: Options, config: SiteConfig, report_format: str) -> str:
    from doorstep.site import guide_of
    from doorstep.upkeep.round_json import as_json
    from doorstep.upkeep.round_markdown import as_markdown
    from doorstep.upkeep.rounds import round_of

    guide = guide_of(options.checked(config), options.day(config), assets={}, sizes={})
    found = round_of(guide)
    return as_json(found) if report_format == "json" else as_markdown(found)
