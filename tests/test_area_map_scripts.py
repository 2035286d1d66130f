"""Streets are fetched from the Overpass service, and the new map is offered as a change."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streets import NODES, osm, way

pytestmark = pytest.mark.whole

ROOT = Path(__file__).resolve().parent.parent
BOX = ("--bounds", "53.69,-3.31,53.71,-3.28")
TOWN = osm(NODES, way(1, [1, 2], highway="residential", name="Lane"))


class Service:
    """An Overpass service that gives every question the same answer."""

    def __init__(self, answer: str, status: int) -> None:
        self.answer, self.status = answer.encode(), status
        self.questions: list[str] = []

    @contextmanager
    def running(self) -> Iterator[str]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = self.rfile.read(int(self.headers["Content-Length"])).decode()
                service.questions.append(parse_qs(asked)["data"][0])
                self.send_response(service.status)
                self.end_headers()
                self.wfile.write(service.answer)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        with HTTPServer(("127.0.0.1", 0), Handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/api"
            server.shutdown()


def fetched(folder: Path, answer: str, status: int = 200) -> tuple[Service, int, str]:
    service = Service(answer, status)
    with service.running() as address:
        run = subprocess.run(
            [ROOT / "scripts" / "fetch-streets", *BOX, "--into", folder],
            env=os.environ | {"OVERPASS": address, "no_proxy": "127.0.0.1"},
            capture_output=True,
            text=True,
            check=False,
        )
    return service, run.returncode, run.stdout + run.stderr


def test_the_streets_of_the_box_are_asked_for_and_become_the_map(tmp_path: Path) -> None:
    service, code, said = fetched(tmp_path, TOWN)
    assert (code, len(service.questions)) == (0, 1)
    assert "(53.69000,-3.31000,53.71000,-3.28000)" in service.questions[0]
    assert "1 street with a name" in said
    assert (tmp_path / "map" / "area.json").is_file()


def test_half_an_answer_changes_nothing(tmp_path: Path) -> None:
    half = TOWN.replace("</osm>", "<remark> runtime error: Query timed out</remark></osm>")
    _, code, said = fetched(tmp_path, half)
    assert code == 1
    assert "Nothing in the guide has changed. The service says: runtime error: Query" in said
    assert not (tmp_path / "map").exists()


def test_a_service_that_refuses_changes_nothing(tmp_path: Path) -> None:
    _, code, said = fetched(tmp_path, "no", status=400)
    assert code == 1
    assert "try again in an hour" in said
    assert not (tmp_path / "map").exists()


class Guide:
    """A guide in git, a place to send changes to, and a GitHub that notes what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.here, self.folder = folder / "guide", folder
        (self.here / "scripts").mkdir(parents=True)
        shutil.copy(ROOT / "scripts" / "offer-streets", self.here / "scripts")
        self.git("init", "--quiet", "--bare", "--initial-branch=main", folder / "name/guide.git")
        self.git("init", "--quiet", "--initial-branch=main")
        self.draw("one")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "A guide")
        self.git("push", "--quiet", folder / "name/guide.git", "main")
        self.is_open = 0
        self.allows = True

    def git(self, *words: str | Path) -> str:
        who = ["-c", "user.name=Pat", "-c", "user.email=pat@example.org"]
        run = subprocess.run(
            ["git", *who, *words], cwd=self.here, capture_output=True, text=True, check=True
        )
        return run.stdout

    def draw(self, text: str) -> None:
        (self.here / "content/map").mkdir(parents=True, exist_ok=True)
        (self.here / "content/map/area.json").write_text(text, "utf-8")

    def offer(self) -> subprocess.CompletedProcess[str]:
        gh = self.folder / "bin" / "gh"
        gh.parent.mkdir(exist_ok=True)
        gh.write_text(
            f'#!/bin/sh\necho "$@" >>{self.folder}/asked\n'
            f'if [ "$2" = list ]; then echo {self.is_open}; else {str(self.allows).lower()}; fi\n'
        )
        gh.chmod(0o755)
        facts = {
            "GITHUB_SERVER_URL": f"file://{self.folder}",
            "GITHUB_REPOSITORY": "name/guide",
            "GITHUB_REF_NAME": "main",
            "GH_TOKEN": "secret",
            "PATH": f"{gh.parent}:{os.environ['PATH']}",
        }
        return subprocess.run(
            [self.here / "scripts" / "offer-streets"],
            env=os.environ | facts,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def asked(self) -> str:
        file = self.folder / "asked"
        return file.read_text("utf-8") if file.exists() else ""

    def offered(self) -> str:
        at = self.folder / "name/guide.git"
        return self.git("--git-dir", at, "show", "street-map:content/map/area.json")


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return Guide(tmp_path)


def test_a_new_map_is_offered_on_a_branch_of_its_own(guide: Guide) -> None:
    guide.draw("two")
    assert guide.offer().returncode == 0
    assert guide.offered() == "two"
    assert "pr create --base main --head street-map --title A new street map" in guide.asked


def test_nothing_else_that_lies_about_is_offered(guide: Guide) -> None:
    guide.draw("two")
    (guide.here / "content" / "draft.md").write_text("Not yet.", "utf-8")
    guide.offer()
    assert guide.git("show", "--name-only", "--format=", "HEAD") == "content/map/area.json\n"


def test_a_map_that_is_as_it_was_is_not_offered(guide: Guide) -> None:
    run = guide.offer()
    assert (run.returncode, run.stdout, guide.asked) == (0, "The street map is as it was.\n", "")


def test_an_offer_that_is_still_open_is_brought_up_to_date(guide: Guide) -> None:
    guide.draw("two")
    guide.offer()
    guide.git("switch", "--quiet", "main")
    guide.draw("three")
    guide.is_open = 1
    assert guide.offer().returncode == 0
    assert (guide.offered(), guide.asked.count("pr create")) == ("three", 1)


def test_where_github_may_not_open_a_change_it_says_which_setting_to_change(guide: Guide) -> None:
    guide.draw("two")
    guide.allows = False
    run = guide.offer()
    assert run.returncode == 1
    assert "let GitHub Actions create pull requests" in run.stderr


def test_the_token_is_in_no_words_that_git_or_github_keep(guide: Guide) -> None:
    guide.draw("two")
    run = guide.offer()
    assert "secret" not in run.stdout + run.stderr + guide.asked + guide.git("config", "--list")
