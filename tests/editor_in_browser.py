"""The browser editor itself, in Chromium: what somebody types in it, and the files it writes.

Its own "test repository" stands in for GitHub, and its script comes from npm in place of the public
address, fingerprint and all. Nothing else is asked of any other host.
"""

from __future__ import annotations

import re
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from served import served

from doorstep import permalinks as at
from doorstep.browser_editor import sveltia

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from built_site import Site
    from playwright.sync_api import Browser, FilePayload, Locator, Page, Route

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / ".cache" / "sveltia" / "node_modules" / "@sveltia" / "cms"
SCHEMA = PACKAGE / "schema" / "sveltia-cms.json"
SCRIPT = PACKAGE / "dist" / "sveltia-cms.js"
NOT_HERE = 77

_FOLDER = "sveltia-cms-test"
"""What the editor calls the folder, kept by the browser, that its test repository lies in."""

_WRITE_FILES = """async ([folder, files]) => {
  const top = await navigator.storage.getDirectory();
  let root = await top.getDirectoryHandle(folder, { create: true });
  for (const [path, text] of Object.entries(files)) {
    const names = path.split('/');
    const last = names.pop();
    let inside = root;
    for (const name of names) inside = await inside.getDirectoryHandle(name, { create: true });
    const file = await inside.getFileHandle(last, { create: true });
    const writing = await file.createWritable();
    await writing.write(text);
    await writing.close();
  }
}"""

_READ_FILES = """async (folder) => {
  const found = {};
  const read = async (inside, path) => {
    for await (const [name, one] of inside.entries()) {
      if (one.kind === 'directory') await read(one, `${path}${name}/`);
      else found[path + name] = await (await one.getFile()).text();
    }
  };
  const top = await navigator.storage.getDirectory();
  await read(await top.getDirectoryHandle(folder), '');
  return found;
}"""


# The editor draws a field only when it comes into sight, so that nothing could be looked for below.
_ALL_IN_SIGHT = """window.IntersectionObserver = class {
  constructor(tell) { this.tell = tell; }
  observe(target) {
    setTimeout(() => this.tell([{ target, isIntersecting: true, intersectionRatio: 1 }], this));
  }
  unobserve() {}
  disconnect() {}
  takeRecords() { return []; }
};"""


# The editor draws its rows in several goes, and what is clicked between two of them is lost.
_UNTIL_STILL = """() => new Promise((tell) => {
  let waiting = setTimeout(tell, 300);
  new MutationObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, 300);
  }).observe(document.body, { subtree: true, childList: true });
})"""


def bring_sveltia() -> None:
    """Have npm bring the editor, or leave the test with the reason why it cannot."""
    run = subprocess.run([ROOT / "scripts" / "sveltia"], capture_output=True, text=True)
    if run.returncode == NOT_HERE:
        pytest.skip(run.stderr.strip())
    assert run.returncode == 0, run.stderr


class Editor:
    """Somebody at the editor."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.asked: list[str] = []
        """Every address the page asked for."""
        self._address = address
        self._chosen: dict[str, str] = {}
        page.on("request", lambda request: self.asked.append(request.url))

    def look(self) -> None:
        """Go to the page of the editor."""
        self.page.goto(self._address)

    def sign_in(self, files: Mapping[str, str]) -> None:
        """Open the editor on these files, by their paths in the repository, for trying it out."""
        self.page.route(f"**/{at.EDITOR_SETTINGS}*", _with_test_repository)
        self.look()
        self.page.evaluate(_WRITE_FILES, [_FOLDER, dict(files)])
        self.page.get_by_role("button", name="Work with Test Repository").click()
        self.page.get_by_text("Collections", exact=True).wait_for()

    def show(self, shelf: str) -> None:
        """Show a list."""
        self._turn_to(f"#/collections/{shelf}")

    def start(self, shelf: str) -> None:
        """Start something new in a list."""
        self._go(shelf, "new")

    def open(self, shelf: str, slug: str) -> None:
        """Open an entry of a list."""
        self._go(shelf, f"entries/{slug}")

    def _go(self, shelf: str, below: str) -> None:
        self.show(shelf)
        # What was open before would pass for what is to come.
        self.field("title").wait_for(state="detached")
        self._turn_to(f"#/collections/{shelf}/{below}")
        self.field("title").wait_for()
        self._until_still()
        self._chosen.clear()

    def _until_still(self) -> None:
        self.page.evaluate(_UNTIL_STILL)

    def _turn_to(self, place: str) -> None:
        self.page.evaluate("place => { location.hash = place; }", place)

    def field(self, path: str) -> Locator:
        """Return the part of the page for a key, such as "contact.phone"."""
        return self.page.locator(f'[data-key-path="{path}"]')

    def write(self, path: str, words: str) -> None:
        """Type words in place of what stands there."""
        self.field(path).get_by_role("textbox").first.fill(words)

    def write_lines(self, path: str, *lines: str) -> None:
        """Type several lines, each in a row of its own."""
        for place, line in enumerate(lines):
            if place:
                self.add(path)
            self.field(path).get_by_role("textbox").nth(place).fill(line)

    def tick(self, path: str, *labels: str) -> None:
        """Tick some of the things there are to tick."""
        for label in labels:
            self.field(path).get_by_role("checkbox", name=label, exact=True).click()

    def choose(self, path: str, label: str) -> None:
        """Choose one of a few."""
        self._chosen[path] = label
        self._until_chosen(path, label)

    def _until_chosen(self, path: str, label: str) -> None:
        """Choose until it stays: what is chosen while the editor still draws a row is lost."""
        one = self.field(path).get_by_role("radio", name=label, exact=True)
        for _ in range(5):
            if one.get_attribute("aria-checked") != "true":
                one.click()
            self.page.wait_for_timeout(200)
            if one.get_attribute("aria-checked") == "true":
                return
        raise AssertionError(f"{label} does not stay chosen at {path}")

    def choose_several(self, path: str, *labels: str) -> None:
        """Choose some of a long list."""
        for label in labels:
            self.field(path).get_by_role("combobox").first.click()
            self.page.get_by_role("option", name=label, exact=True).click()

    def add(self, path: str) -> None:
        """Make room for one more of a list, or for the parts of something."""
        more = self.field(path).get_by_role("button", name=re.compile("Add"))
        parts = self.field(path).get_by_role("checkbox", name=re.compile("Add"))
        before = self._rows(path)
        for _ in range(5):
            more.or_(parts).first.click()
            self._until_still()
            if self._rows(path) > before:
                return
        raise AssertionError(f"no room is made at {path}")

    def _rows(self, path: str) -> int:
        return self.field(path).locator("[data-key-path], input, textarea, [role=textbox]").count()

    def save(self) -> None:
        """Save, and wait until it is done: the editor closes the entry then."""
        for path, label in self._chosen.items():
            self._until_chosen(path, label)
        self._chosen.clear()
        self.page.get_by_role("button", name="Save", exact=True).click()
        self.field("title").wait_for(state="detached")

    def send_file(self, name: str, content: bytes) -> None:
        """Try to add a file to the pictures."""
        self._turn_to("#/assets")
        self.page.get_by_text("Global Assets").first.click()
        chosen: FilePayload = {"name": name, "mimeType": "image/jpeg", "buffer": content}
        self.page.locator("input[type=file]").first.set_input_files(chosen)

    def files(self) -> dict[str, str]:
        """Return every file of the test repository, by its path."""
        found: dict[str, str] = self.page.evaluate(_READ_FILES, _FOLDER)
        return found


@contextmanager
def editor_of(site: Site, browser: Browser) -> Iterator[Editor]:
    """Lend the editor of a finished site as somebody meets it who has not signed in."""
    bring_sveltia()
    with served(site) as address:
        page = browser.new_page(locale="en-US", reduced_motion="reduce")
        page.set_default_timeout(20_000)
        page.add_init_script(_ALL_IN_SIGHT)
        page.route(re.compile("^https:"), lambda route: route.abort())
        page.route(f"{sveltia.PACKAGE}**", _from_npm)
        yield Editor(page, address + at.EDITOR)
        page.close()


def shared(route: Route, script: bytes) -> None:
    """Answer with a script as a public host does, which lets its fingerprint be looked at."""
    headers = {"access-control-allow-origin": "*"}
    route.fulfill(body=script, content_type="text/javascript", headers=headers)


def _from_npm(route: Route) -> None:
    shared(route, (PACKAGE / route.request.url.removeprefix(sveltia.PACKAGE)).read_bytes())


def _with_test_repository(route: Route) -> None:
    settings = route.fetch().json()
    route.fulfill(json={**settings, "backend": {"name": "test-repo"}})
