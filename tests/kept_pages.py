"""A phone in real Chromium -> what it keeps of a guide, for tests to look through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

KEPT = """async () => {
  const kept = {};
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const request of await store.keys()) {
      const answer = await store.match(request);
      kept[request.url] = await answer.text();
    }
  }
  return kept;
}"""
WORKER = """async () => {
  const all = await navigator.serviceWorker.getRegistrations();
  return all.map(({ scope }) => scope);
}"""


PATIENCE = 600
"""Looks, twenty in a second."""


def kept(page: Page) -> dict[str, str]:
    """Return the text of everything that is kept, by its whole address."""
    found: dict[str, str] = page.evaluate(KEPT)
    return found


def stores(page: Page) -> list[str]:
    """Return the names of everything that pages are kept in."""
    names: list[str] = page.evaluate("caches.keys()")
    return names


def workers(page: Page) -> list[str]:
    """Return the scopes of the workers that are registered."""
    scopes: list[str] = page.evaluate(WORKER)
    return scopes


def visit(page: Page, url: str) -> None:
    """Go to a page, and wait until the phone keeps it."""
    page.goto(url)
    wait_until_kept(page, url)


def wait_until_kept(page: Page, url: str) -> None:
    """Wait until an address is kept."""
    _wait(page, f"caches.match({url!r}).then(Boolean)")


def wait_until_gone(page: Page, url: str) -> None:
    """Wait until an address is kept no more."""
    _wait(page, f"caches.match({url!r}).then((found) => !found)")


def wait_for_worker(page: Page) -> None:
    """Wait until the page is in the hands of the worker."""
    _wait(page, "Boolean(navigator.serviceWorker.controller)")


def _wait(page: Page, question: str) -> None:
    for _ in range(PATIENCE):
        if page.evaluate(question):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never so: {question}")


def ask_for_search(page: Page) -> None:
    """Have search kept at once, as a page does for whoever stays a while."""
    page.evaluate("navigator.serviceWorker.controller.postMessage('more')")


def sizes(page: Page) -> Any:
    """Return how many bytes are kept."""
    return sum(len(text.encode()) for text in kept(page).values())
