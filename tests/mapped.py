"""The small guide with more on its map -> its site, and its map as a person opens it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from built_site import TINY, build, copied
from visits import NARROW, reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from built_site import Site
    from playwright.sync_api import Browser, Locator, Page

HOSTILE = ("${alert(1)}", "`${alert(2)}`", "</script><script>alert(3)</script>")
IMAGE = '"><img src=x onerror=alert(4)>'

APART = ((53.6490, -3.3990), (53.6498, -3.3990), (53.6490, -3.4007), (53.6521, -3.4015))
"""Where no pin lies on another on a narrow phone."""

VIOLATIONS = """
  window.violations = [];
  addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });"""


def place(number: int, title: str, lat: float, lon: float, postcode: str = "AB1 2CD") -> str:
    """Return the file of a place."""
    return f"""\
number: {number}
title: '{title}'
summary: A place on the map.
topics: [food]
area: canal-end
for: [everyone]
where: {{address: 1 Lantern Lane, postcode: {postcode}, lat: {lat}, lon: {lon}}}
contact: {{name: Pat, phone: 020 7946 0112}}
checked: 2026-11-03, by phone, Amina
"""


def lane(folder: Path, *, pictures: str = "none") -> Site:
    """Build the small guide with three places at one door, three close by, and hostile titles."""
    doors = {f"door-{n}": place(60 + n, f"Door {n}", 53.6490, -3.4025) for n in range(3)}
    close = {f"near-{n}": place(70 + n, f"Near {n}", 53.6500 + n / 9000, -3.4025) for n in range(3)}
    hostile = {
        f"hostile-{n}": place(80 + n, title, *where, "AB1 3XY")
        for n, (title, where) in enumerate(zip((*HOSTILE, IMAGE), APART, strict=True))
    }
    files = {f"places/{slug}.yaml": text for slug, text in (doors | close | hostile).items()}
    guide = copied(TINY, folder / "guide", files)
    with (guide / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nmap: {{pictures: {pictures}}}\n")
    return build(guide, folder / "_site")


@contextmanager
def on_the_map_page(
    browser: Browser, address: str, fragment: str = "", **settings: Any
) -> Iterator[tuple[Page, list[str]]]:
    """Lend the page of the map; at once, because a clock that stands still stops all that moves."""
    settings = {"reduced_motion": "reduce", "viewport": NARROW} | settings
    with reader(browser, address, **settings) as (page, troubles):
        page.add_init_script(VIOLATIONS)
        page.goto(f"{address}map/{fragment}")
        yield page, troubles


def show(page: Page) -> Locator:
    """Open the map, and return it."""
    page.get_by_role("button", name="Show the map").click()
    map_ = page.get_by_role("region", name="Map of places")
    map_.locator(".map-pin, .map-cluster").first.wait_for()
    return map_


def unfold(page: Page) -> None:
    """Open the forms, which come folded."""
    for summary in page.locator("main details:not([open]) > summary").element_handles():
        summary.click()


def focused(page: Page) -> str:
    """Return the name of what has the focus, or its words."""
    name: str = page.evaluate(
        "() => document.activeElement.getAttribute('aria-label')"
        " || document.activeElement.textContent.trim()"
    )
    return name
