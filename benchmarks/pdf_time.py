"""The example guide -> the seconds of one core that the PDFs of its sheets take."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY))

from doorstep import site  # noqa: E402 (only found once its folder is known)
from doorstep.checking import Checked, check_site  # noqa: E402
from doorstep.layouts import environment  # noqa: E402
from doorstep.loading import read_config  # noqa: E402
from doorstep.outputs.assets import paths_of, published_assets, sizes_of  # noqa: E402
from doorstep.outputs.output import Press, Renderer  # noqa: E402
from doorstep.outputs.renderers import SHEETS  # noqa: E402
from doorstep.pdfs.making import PdfMaker  # noqa: E402

SAMPLE = 12
"""How many sheets of a sort are drawn; the others are taken to need as long as these."""


def main() -> None:
    """Draw some sheets of each sort, and print a row for each and their sum."""
    today = date.today()
    config, problems = read_config(REPOSITORY / "site.yaml")
    if config is None:
        raise SystemExit("\n".join(map(str, problems)))
    press = press_of(check_site(config, REPOSITORY / "content", today, jobs=1), today)
    seconds = {one.draw.imported().__name__: seconds_for(press, one) for one in SHEETS}
    print("| sheets | seconds of one core |")
    print("|---|---:|")
    for name, its in seconds.items():
        print(f"| {name} | {its:.1f} |")
    print(f"| all | {sum(seconds.values()):.1f} |")


def press_of(read: Checked, today: date) -> Press:
    """Return what draws the sheets of a guide, as a build with PDFs does."""
    layouts = REPOSITORY / "layouts"
    files = published_assets(layouts, read.draft.config.accent)
    guide = site.guide_of(read, today, paths_of(files), sizes_of(files))
    styles = {output.path: output.content for output in files.values()}
    return Press(guide, environment(layouts), PdfMaker(guide.permalinks, styles.get))


def seconds_for(press: Press, renderer: Renderer[Any]) -> float:
    """Return how long one core draws all sheets of a sort, judged by some of them."""
    items = renderer.items(press.guide)
    some = items[:: max(1, len(items) // SAMPLE)]
    start = time.process_time()
    for item in some:
        list(renderer.draw(press, item))
    return (time.process_time() - start) * len(items) / max(1, len(some))


if __name__ == "__main__":
    main()
