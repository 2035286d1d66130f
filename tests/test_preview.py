"""The preview: a guide in the browser that follows what is written."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
from browser import new_browser
from built_site import TINY, copied

from doorstep.files import Output, staging, write
from doorstep.preview import CannotServe, Look, Report, serve
from doorstep.preview.answers import Shown
from doorstep.preview.news import News
from doorstep.preview.server import serving

pytestmark = pytest.mark.whole

REPOSITORY = Path(__file__).parent.parent
PUBLISHED = Report((), "All is well.", is_published=True)
# What is late by this much has hung, however busy the computer is.
SOON = 5
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
PAGE = f"""<!doctype html><html lang="en"><head><title>Tea</title>
<meta http-equiv="Content-Security-Policy" content="{POLICY}"></head>
<body><h1>%s</h1></body></html>
"""

GUIDE = f"""
import signal, sys
from pathlib import Path
# What runs the tests in the background may have told its children to ignore Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, {str(REPOSITORY)!r})
from doorstep.files import CannotPublish, Output, staging, write
from doorstep.preview import Look, Making, Report, serve
from doorstep.site import Site
tea, out = Path(sys.argv[1]), Path(sys.argv[2])
class Pages:
    def __init__(self, words):
        self.words = words
    def content(self, path, drawer):
        return ({PAGE!r} % self.words).encode() if path == "index.html" else None
def look():
    words = tea.read_text()
    def make():
        if "full" in words:
            raise CannotPublish("There is no room.")
        with staging(out) as folder:
            write(folder, [Output("index.html", ({PAGE!r} % words).encode())])
        return Site(1, {{}})
    if "when" in words:
        return Look(Report(("Say when.", words), "1 is left out.", is_published=False), None)
    making = Making(Pages(words), make, lambda site: "Made.")
    return Look(Report((), "All is well.", is_published=True), making)
say = lambda text: print(text, flush=True)
serve(look=look, watch=[tea.parent], out=out, base_path="/guide/", port=0, announce=say)
print("ended", flush=True)
"""


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """A small site that is there already."""
    with staging(tmp_path / "_site") as folder:
        write(folder, [Output("index.html", (PAGE % "Tea").encode())])
    return Shown(tmp_path / "_site", "/guide/")


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """An entry that people write in."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "tea.md").write_text("Tea")
    return tmp_path / "content" / "tea.md"


@contextmanager
def connected(address: str) -> Iterator[http.client.HTTPConnection]:
    host = address.split("/")[2]
    with closing(http.client.HTTPConnection(host, timeout=5)) as connection:
        yield connection


def test_a_head_says_what_a_get_would_send(shown):
    with serving(shown, 0, News()) as address, connected(address) as connection:
        connection.request("HEAD", "/guide/")
        head = connection.getresponse()
        assert head.read() == b""
        connection.request("GET", "/guide/")
        got = connection.getresponse()
        assert head.getheader("Content-Length") == str(len(got.read()))
        assert got.getheader("Cache-Control") == "no-store"


@pytest.mark.parametrize(
    ("file", "kept"),
    [
        ("assets/guide-0123456789.css", "max-age=86400, immutable"),
        ("assets/guide.css", "no-store"),
        ("groups/tea-0123456789.html", "no-store"),
    ],
)
def test_only_what_is_named_after_its_content_is_not_asked_for_again(shown, file, kept):
    with staging(shown.out) as folder:
        write(folder, [Output(file, b"words")])
    with serving(shown, 0, News()) as address, connected(address) as connection:
        connection.request("GET", f"/guide/{file}")
        assert connection.getresponse().getheader("Cache-Control") == kept


def test_the_preview_is_for_this_computer_alone(shown):
    with serving(shown, 0, News()) as address:
        assert address.startswith("http://127.0.0.1:")


def test_a_port_that_is_taken_is_one_plain_sentence(shown):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotServe, match=f"port {port}.*--port 8000"):
            serving(shown, port, News()).__enter__()


def test_a_port_that_no_computer_has_is_one_plain_sentence(shown):
    with pytest.raises(CannotServe, match="port 70000"):
        serving(shown, 70_000, News()).__enter__()


def test_a_mistake_of_our_own_in_looking_ends_the_preview(shown):
    def look() -> Look:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        serve(look=look, watch=[], out=shown.out, base_path="/", port=0, announce=str)


def test_a_browser_that_goes_away_is_no_trouble(shown, capfd):
    news = News()
    with serving(shown, 0, news) as address, connected(address) as connection:
        with connected(address) as leaving:
            leaving.request("GET", "/guide/-/changes")
            leaving.getresponse().read(1)
        for _ in range(3):
            news.tell(PUBLISHED)
        connection.request("GET", "/guide/")
        assert connection.getresponse().status == 200
    assert capfd.readouterr() == ("", "")


def test_the_preview_ends_at_once_though_browsers_still_listen(shown):
    before = threading.active_count()
    with ExitStack() as browsers:
        with serving(shown, 0, News()) as address:
            host, port = address.split("/")[2].split(":")
            browsers.enter_context(socket.create_connection((host, int(port))))
            listening = browsers.enter_context(connected(address))
            listening.request("GET", "/guide/-/changes")
            listening.getresponse().read(1)
            started = time.monotonic()
        assert time.monotonic() - started < SOON
        assert threading.active_count() == before
        socket.create_server((host, int(port))).close()


@pytest.fixture
def preview(tea: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A preview in a process of its own, as a person runs it; its first line has the address."""
    paths = [str(tea), str(tmp_path / "_site")]
    command = [sys.executable, "-c", GUIDE, *paths]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def address_of(process: subprocess.Popen[str]) -> str:
    address = next(word for word in line(process).split() if word.startswith("http"))
    assert line(process) == "All is well."
    return address


def heard(response: http.client.HTTPResponse) -> dict[str, object]:
    while not (said := response.readline()).startswith(b"data: "):
        assert said, "the preview hung up"
    return json.loads(said.removeprefix(b"data: "))


def test_a_saved_change_is_told_soon(preview, tea):
    with connected(address_of(preview)) as connection:
        connection.request("GET", "/guide/-/changes")
        response = connection.getresponse()
        editions, delays = [heard(response)["edition"]], []
        for words in ("Tea", "Tea and talk", "Talk"):
            started = time.monotonic()
            tea.write_text(words)
            editions.append(heard(response)["edition"])
            delays.append(time.monotonic() - started)
    assert len(set(editions)) == 4
    assert min(delays) < SOON


def test_a_problem_is_told_and_the_preview_goes_on(preview, tea):
    with connected(address_of(preview)) as connection:
        connection.request("GET", "/guide/-/changes")
        response = connection.getresponse()
        first = heard(response)
        tea.write_text("when")
        second = heard(response)
        tea.write_text("Mended")
        third = heard(response)
    assert (second["problems"], second["edition"]) == (["Say when.", "when"], first["edition"])
    assert (third["problems"], third["edition"] == first["edition"]) == ([], False)


def test_a_site_that_cannot_be_made_is_told_after_the_page_is_shown(preview, tea):
    with connected(address_of(preview)) as connection:
        connection.request("GET", "/guide/-/changes")
        response = connection.getresponse()
        first = heard(response)
        tea.write_text("full")
        second, third = heard(response), heard(response)
        tea.write_text("Mended")
        fourth = heard(response)
    assert (second["problems"], second["edition"] == first["edition"]) == ([], False)
    assert (third["problems"], third["edition"]) == (["There is no room."], second["edition"])
    assert (fourth["problems"], fourth["edition"] == third["edition"]) == ([], False)


def test_ctrl_c_ends_the_preview_at_once(preview):
    address_of(preview)
    assert line(preview) == "Made."
    started = time.monotonic()
    os.kill(preview.pid, signal.SIGINT)
    assert line(preview) == "ended"
    assert preview.wait(timeout=5) == 0
    assert time.monotonic() - started < SOON


def test_a_preview_that_is_stopped_while_its_site_is_made_leaves_nothing_behind(tmp_path):
    guide = copied(TINY, tmp_path / "guide", {})
    command = [sys.executable, str(REPOSITORY / "build.py"), "serve", "--port", "0", "--no-cache"]
    with subprocess.Popen(command, cwd=guide, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = [process.stderr.readline() for _ in range(2)]
        # What runs the tests in the background may have told its children to ignore Ctrl-C.
        os.kill(process.pid, signal.SIGTERM)
        said += process.stderr.read().splitlines()
    assert "Shown as it is now" in said[1]
    assert not any("memory" in one or "mistake" in one for one in said)
    assert sorted(path.name for path in guide.iterdir() if "doorstep" in path.name) in (
        [],
        ["_site.doorstep-lock"],
    )


@pytest.mark.browser
def test_the_page_follows_what_is_written_and_says_what_needs_mending(preview, tea):
    with new_browser() as browser:
        page = browser.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(address_of(preview))
        tea.write_text("Tea and talk")
        page.get_by_role("heading", name="Tea and talk", level=1).wait_for()
        tea.write_text("Say when")
        page.get_by_role("dialog", name="2 things need a word from you").wait_for()
        assert page.locator("pre").all_text_contents() == ["Say when.", "Say when"]
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="detached")
        tea.write_text("<b>when</b>")
        page.get_by_role("button", name="Close").click()
        page.get_by_role("dialog").wait_for(state="detached")
        tea.write_text("Mended")
        page.get_by_role("heading", name="Mended").wait_for()
        assert complaints == []
