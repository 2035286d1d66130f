"""A finished site in a browser -> what a person would meet on each page, for tests to judge."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import (
        Browser,
        BrowserContext,
        ConsoleMessage,
        Page,
        Request,
        ViewportSize,
    )

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
LOOKING = Path(__file__).with_name("looking.js").read_text(encoding="utf-8")

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
HABIT = "best-practice"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
"""The day the site was built, when some of its things are over."""

DAWN = datetime(2026, 11, 22, tzinfo=UTC)
"""The reader's clock, before anything of the day is over."""

NARROW: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 900}

ROUTED: dict[str, Any] = {"service_workers": "block"}
"""For a page whose requests the test answers: a service worker's go past it, once there is one."""


@dataclass
class Stop:
    """Where the keyboard stood after one more Tab."""

    place: int
    name: str
    isMarked: bool  # noqa: N815 (as looking.js has it)
    isInSight: bool  # noqa: N815


@dataclass
class Visit:
    """One page as a person met it."""

    path: str
    said: str = ""
    """What the main part said."""
    findings: dict[str, list[str]] = field(default_factory=dict)
    """What should not be, by what was looked for."""
    stops: list[Stop] = field(default_factory=list)
    """Where the keyboard stood."""
    reachable: int = 0
    """How much there was for the keyboard to reach."""


@contextmanager
def reader(browser: Browser, address: str, **settings: Any) -> Iterator[tuple[Page, list[str]]]:
    """Lend a page, and a list that fills with whatever a reader should never be given."""
    with browser.new_context(**settings) as context:
        context.clock.set_fixed_time(DAWN)
        page = context.new_page()
        troubles: list[str] = []
        listen(context, page, address, troubles)
        yield page, troubles


def listen(context: BrowserContext, page: Page, address: str, troubles: list[str]) -> None:
    """Note what is said to the console, what is asked of other hosts, what does not come."""
    host = address.split("/")[2]

    def asked(request: Request) -> None:
        if request.url.split("/")[2] != host:
            troubles.append(f"asked: {request.url}")

    def not_got(request: Request) -> None:
        # A visit to the next page breaks off what the last one was still getting.
        if request.failure != "net::ERR_ABORTED":
            troubles.append(f"not got: {request.url}")

    def said(message: ConsoleMessage) -> None:
        troubles.append(f"console: {message.text} {message.location['url']}")

    page.on("console", said)
    page.on("pageerror", lambda reason: troubles.append(f"script: {reason}"))
    context.on("request", asked)
    context.on("requestfailed", not_got)


def looked(page: Page, question: str) -> Any:
    """Return what looking.js says about the page."""
    return page.evaluate(f"() => {{ {LOOKING}; return looking.{question}; }}")


def axe(page: Page, *tags: str, rules: tuple[str, ...] = ()) -> list[str]:
    """Return what axe finds against these tags or these rules, one line each."""
    return [line for line, _ in _axe(page, *(("rule", rules) if rules else ("tag", tags)))]


def axe_and_good_habits(page: Page) -> dict[str, list[str]]:
    """Return what axe finds against WCAG, and against good habits, in one go."""
    found = _axe(page, "tag", (*WCAG, HABIT))
    return {
        "axe": [line for line, tags in found if HABIT not in tags],
        "best practice": [line for line, tags in found if HABIT in tags],
    }


def _axe(page: Page, kind: str, values: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Return a line for each thing found, and the tags of the rule it is against."""
    page.evaluate(AXE)
    options = {
        "runOnly": {"type": kind, "values": values},
        "rules": {"target-size": {"enabled": True}} if WCAG[0] in values else {},
        "resultTypes": ["violations"],
    }
    found = cast("dict[str, Any]", page.evaluate("options => axe.run(document, options)", options))
    return [
        (f"{violation['id']}: {node['html'][:120]}", violation["tags"])
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def settled(page: Page) -> None:
    """Wait until scripts have shown what comes after a page has loaded."""
    expect(page.locator(".later")).to_have_count(0)  # Chromium has no words of rows that wait
    expect(page.locator("[data-visited][hidden]")).to_have_count(0)  # what this phone has kept


def walk(page: Page, visit: Visit) -> None:
    """Go through the page with the Tab key, once for everything there is to reach."""
    page.evaluate(f"() => {{ {LOOKING}; window.looking = looking; }}")
    visit.reachable = page.evaluate("looking.remember()")
    for _ in range(visit.reachable):
        page.keyboard.press("Tab")
        stop = page.evaluate("looking.stop()")
        if stop is None:
            break
        visit.stops.append(Stop(**stop))


def visit_with_small_screen(page: Page, address: str, path: str) -> Visit:
    """Look at a page on a narrow phone, with large and with widely spaced letters, by keyboard."""
    visit = Visit(path)
    page.goto(address + path)
    settled(page)
    visit.said = page.inner_text("main")
    visit.findings = {
        **axe_and_good_habits(page),
        "sideways": looked(page, "sideways()"),
        "sideways at twice the size": looked(page, "sidewaysAtTwiceTheSize()"),
        "sideways with wide spacing": looked(page, "sidewaysWithWideSpacing()"),
        "small targets": looked(page, "smallTargets(24)"),
    }
    walk(page, visit)
    return visit


def visit_with_large_screen(page: Page, address: str, path: str) -> Visit:
    """Look at a page on a large screen."""
    visit = Visit(path)
    page.goto(address + path)
    visit.findings = {
        "axe": axe(page, *WCAG),
        "sideways": looked(page, "sideways()"),
        "sideways at twice the size": looked(page, "sidewaysAtTwiceTheSize()"),
        "small targets": looked(page, "smallTargets(24)"),
    }
    return visit


def visit_in_the_dark(page: Page, address: str, path: str) -> Visit:
    """Look at the contrast of a page where the reader likes dark pages."""
    page.goto(address + path)
    return Visit(path, findings={"contrast": axe(page, rules=("color-contrast",))})


def visit_without_script(page: Page, address: str, path: str) -> Visit:
    """Look at a page in a browser that runs no script."""
    page.goto(address + path)
    findings = {"dead": looked(page, "dead()"), "sideways": looked(page, "sideways()")}
    return Visit(path, page.inner_text("main"), findings)
