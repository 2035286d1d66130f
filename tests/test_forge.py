"""The forge is asked as GitHub's REST API wishes, and what it refuses is said in its own words."""

from __future__ import annotations

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from doorstep.forge import A_PAGE, ForgeSaidNo, GitHub

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Desk(BaseHTTPRequestHandler):
    """Answers from the list it was given, and keeps what it was asked."""

    asked: list[tuple[str, str, str, bytes]]
    answers: list[tuple[int, Any]]

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        who = str(self.headers["Authorization"])
        self.asked.append((self.command, self.path, who, self.rfile.read(length)))
        status, said = self.answers.pop(0)
        self.send_response(status)
        self.end_headers()
        if said is not None:
            self.wfile.write(json.dumps(said).encode())

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _answer  # noqa: N815 (http.server's names)

    def log_message(self, *said: object) -> None:
        """Say nothing."""


@contextmanager
def desk(*answers: tuple[int, Any]) -> Iterator[tuple[GitHub, type[_Desk]]]:
    handler = type("Desk", (_Desk,), {"asked": [], "answers": list(answers)})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield GitHub("name/guide", "secret", f"http://127.0.0.1:{server.server_port}"), handler
        finally:
            server.shutdown()
            thread.join()


def test_a_question_goes_to_the_repository_with_the_token() -> None:
    with desk((200, {"number": 12})) as (github, seen):
        assert github.get("issues/12") == {"number": 12}
    assert seen.asked == [("GET", "/repos/name/guide/issues/12", "Bearer secret", b"")]


def test_a_list_is_read_to_its_last_page() -> None:
    full, rest = [{"id": number} for number in range(A_PAGE)], [{"id": A_PAGE}]
    with desk((200, full), (200, rest)) as (github, seen):
        assert github.all("issues?state=open") == full + rest
    assert [path for _, path, _, _ in seen.asked] == [
        f"/repos/name/guide/issues?state=open&per_page={A_PAGE}&page={page}" for page in (1, 2)
    ]


def test_a_change_is_sent_as_json() -> None:
    with desk((201, {"id": 7})) as (github, seen):
        assert github.send("POST", "issues/12/comments", {"body": "Ça va"}) == {"id": 7}
    method, _, _, body = seen.asked[0]
    assert (method, json.loads(body)) == ("POST", {"body": "Ça va"})


def test_an_answer_without_words_is_nothing() -> None:
    with desk((204, None)) as (github, _):
        assert github.send("PUT", "actions/workflows/nightly.yml/enable") is None


def test_a_refusal_says_its_status_and_why() -> None:
    refused = pytest.raises(ForgeSaidNo, match="GitHub answered 403: Resource not accessible")
    with desk((403, {"message": "Resource not accessible"})) as (github, _), refused as reason:
        github.get("issues")
    assert reason.value.status == 403


def test_a_refusal_without_a_reason_says_what_its_status_means() -> None:
    refused = pytest.raises(ForgeSaidNo, match="GitHub answered 502: Bad Gateway")
    with desk((502, None)) as (github, _), refused:
        github.get("issues")


def test_the_repository_of_a_run_comes_from_the_runners_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GITHUB_REPOSITORY", "name/guide")
    monkeypatch.setenv("GH_TOKEN", "secret")
    monkeypatch.setenv("GITHUB_API_URL", "https://forge.example.org/api")
    assert GitHub.of_this_run() == GitHub("name/guide", "secret", "https://forge.example.org/api")
