"""A change is answered once, in words that are not live, wherever the change comes from."""

from __future__ import annotations

import struct
import subprocess
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from builders import config
from fake_forge import ROBOT, FakeForge
from github_preview import github_html
from msgspec.structs import replace
from PIL import Image
from test_comparisons_markdown import HOSTILE, LIVE, TEA_CHANGE, hostile
from test_messages import put_off_by
from test_reports import problem

from doorstep.answers.answering import MESSAGE, PICTURES, answer, keep_pictures
from doorstep.answers.comment import LONGEST, PURPOSE, UNKNOWN, comment_on
from doorstep.answers.message import Message, as_json
from doorstep.answers.offers import Offer, Run, added_lines, offer_of
from doorstep.answers.pictures import MOST_BYTES
from doorstep.answers.suggestions import MARK as SUGGESTED
from doorstep.answers.suggestions import MOST, suggestions
from doorstep.portraits.taking import HEIGHT, WIDTH
from doorstep.robot_notes import mark_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from doorstep.problems import Problem

MARK = mark_of(PURPOSE)
OURS, THEIRS = "name/guide", "stranger/guide"
SHA = "5" * 40
PATCH = """\
@@ -1,4 +1,5 @@
 ---
 number: 31
-topics: company
+title: Tea
+  topics: compnay
 when: Every Tuesday"""
FILE = "content/groups/tea.md"
ON_LINE = problem(file=FILE, line=4)


def event(repository: str = OURS, **said: Any) -> dict[str, Any]:
    run = {
        "event": "pull_request",
        "head_sha": SHA,
        "head_branch": "tea-at-11",
        "head_repository": {"full_name": repository},
        "html_url": "https://github.com/name/guide/actions/runs/7",
        "pull_requests": [],
    }
    home = {"full_name": OURS, "html_url": "https://github.com/name/guide"}
    return {"workflow_run": run | said, "repository": home}


def forge_with(repository: str = OURS, file: str = FILE, **head: Any) -> FakeForge:
    forge = FakeForge()
    from_there = {"ref": "tea-at-11", "sha": SHA, "repo": {"full_name": repository}} | head
    number = forge.open("pulls", head=from_there)["number"]
    forge.files[number] = [{"filename": file, "patch": PATCH}]
    return forge


def left_behind(folder: Path, message: Message) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / MESSAGE).write_text(as_json(message), encoding="utf-8")
    return folder


def about(*problems: Problem) -> Message:
    return Message.of([TEA_CHANGE], [], problems, waiting=0)


def said_on(forge: FakeForge) -> list[str]:
    return [one["body"] for one in forge.comments.values()]


def suggested_on(forge: FakeForge) -> list[dict[str, Any]]:
    return list(forge.review_comments.values())


def answered(
    forge: FakeForge, folder: Path, message: Message | None = None, repository: str = OURS
) -> list[str]:
    """Return what is said on the change after this message."""
    left = left_behind(folder / "left", message) if message else folder / "nothing"
    answer(event(repository), left, forge, config())
    return said_on(forge)


@pytest.mark.parametrize("repository", [OURS, THEIRS])
def test_a_change_is_answered_wherever_it_comes_from(tmp_path: Path, repository: str) -> None:
    (words,) = answered(forge_with(repository), tmp_path, about(), repository)
    assert words.startswith(f"{MARK}\n### No. 127, Tea and talk")
    assert "Tea and talk moves from 10\\:30am to 11am" in words


def test_the_answer_says_who_looks_and_that_nothing_has_changed_yet() -> None:
    settings = config(editing={"reviewers": "Pat or Amina"})
    words = comment_on(about(), settings)
    assert "Nothing on the website has changed yet." in words
    assert "Pat or Amina will look at it, usually by tomorrow." in words
    assert "020 7946 0123" in words


def test_the_same_answer_again_is_not_sent(tmp_path: Path) -> None:
    forge = forge_with()
    answered(forge, tmp_path, about())
    sent = list(forge.sent)
    assert len(answered(forge, tmp_path, about())) == 1
    assert forge.sent == sent


def test_a_newer_answer_takes_the_place_of_the_older(tmp_path: Path) -> None:
    forge = forge_with()
    answered(forge, tmp_path, about())
    (words,) = answered(forge, tmp_path, Message.of([], [], [], waiting=0))
    assert "Nothing changes for readers." in words


def test_somebody_elses_comment_with_our_mark_is_left_alone(tmp_path: Path) -> None:
    forge = forge_with()
    forge.comment(1, f"{MARK} mine", user={"login": "stranger", "type": "User"})
    forge.comment(1, f"{MARK} also mine", user={"login": ROBOT["login"], "type": "User"})
    first, second, ours = answered(forge, tmp_path, about())
    assert (first, second) == (f"{MARK} mine", f"{MARK} also mine")
    assert ours.startswith(f"{MARK}\n")


def test_a_robots_other_comments_are_left_alone(tmp_path: Path) -> None:
    forge = forge_with()
    forge.comment(1, "Something else")
    assert answered(forge, tmp_path, about())[0] == "Something else"


@pytest.mark.parametrize("content", [b"", b"{}", b"[" * 9999])
def test_what_is_no_message_is_answered_by_a_person(tmp_path: Path, content: bytes) -> None:
    forge = forge_with(THEIRS)
    (tmp_path / MESSAGE).write_bytes(content)
    answer(event(THEIRS), tmp_path, forge, config())
    assert UNKNOWN in said_on(forge)[0]


def test_a_link_in_the_place_of_a_message_is_not_followed(tmp_path: Path) -> None:
    secret = left_behind(tmp_path / "elsewhere", about()) / MESSAGE
    (tmp_path / MESSAGE).symlink_to(secret)
    forge = forge_with(THEIRS)
    answer(event(THEIRS), tmp_path, forge, config())
    assert UNKNOWN in said_on(forge)[0]


def test_a_folder_in_the_place_of_a_message_is_no_message(tmp_path: Path) -> None:
    (tmp_path / MESSAGE).mkdir()
    forge = forge_with(THEIRS)
    answer(event(THEIRS), tmp_path, forge, config())
    assert UNKNOWN in said_on(forge)[0]


def test_a_change_of_code_alone_is_not_talked_about(tmp_path: Path) -> None:
    forge = forge_with(file="doorstep/site.py")
    assert answered(forge, tmp_path, Message.of([], [], [], waiting=0)) == []
    assert answered(forge, tmp_path) == []


def test_a_change_of_code_that_readers_notice_is_answered(tmp_path: Path) -> None:
    assert len(answered(forge_with(file="doorstep/site.py"), tmp_path, about())) == 1


@pytest.mark.parametrize(
    "head",
    [
        {"sha": "6" * 40},
        {"repo": {"full_name": "another/guide"}},
        {"repo": None},
        {"ref": "another"},
    ],
)
def test_a_change_that_moved_on_is_left_to_the_next_run(
    tmp_path: Path, head: dict[str, Any]
) -> None:
    forge = forge_with(THEIRS, **head)
    assert answered(forge, tmp_path, about(), THEIRS) == []


def test_a_run_that_was_not_about_a_change_is_not_answered(tmp_path: Path) -> None:
    forge = forge_with()
    answer(event(event="push"), left_behind(tmp_path, about()), forge, config())
    assert forge.sent == []


def test_a_run_of_a_fork_that_is_gone_is_not_answered(tmp_path: Path) -> None:
    forge = forge_with()
    gone = event(head_repository=None, head_branch=None)
    answer(gone, left_behind(tmp_path, about()), forge, config())
    assert forge.sent == []


def test_a_branch_may_be_called_anything() -> None:
    odd = "a&state=all#b c/ü?$(x)"
    forge = forge_with(THEIRS, ref=odd)
    run = Run.of(event(THEIRS, head_branch=odd))
    assert run is not None
    found = offer_of(run, forge)
    assert found is not None
    assert found.number == 1


def test_a_fork_that_says_it_is_ours_is_not_believed(tmp_path: Path) -> None:
    forge = forge_with(THEIRS)
    answered(forge, tmp_path, about(ON_LINE), THEIRS)
    assert suggested_on(forge) == []


def test_a_fork_is_answered_in_words_only(tmp_path: Path) -> None:
    forge = forge_with(THEIRS)
    forge.folders["contents/1?ref=previews"] = [{"path": "1/groups-tea-and-talk-0a.png"}]
    (words,) = answered(forge, tmp_path, about(ON_LINE), THEIRS)
    assert "previews" not in words
    assert "actions/runs" not in words


def test_a_branch_of_ours_is_answered_with_its_pictures_and_the_site(tmp_path: Path) -> None:
    forge = forge_with()
    kept = ["1/groups-tea-and-talk-0a1b.png", "1/groups-evil-0a1b.png"]
    forge.folders["contents/1?ref=previews"] = [{"path": path} for path in kept]
    (words,) = answered(forge, tmp_path, about())
    shown = "https://github.com/name/guide/blob/previews/1/groups-tea-and-talk-0a1b.png?raw=true"
    assert f"]({shown})" in words
    assert "evil" not in words
    assert "](https://github.com/name/guide/actions/runs/7#artifacts)" in words


def test_lines_that_a_patch_adds_are_counted_as_the_file_has_them() -> None:
    assert list(added_lines(PATCH)) == [(3, "title: Tea"), (4, "  topics: compnay")]


def test_lines_of_a_second_part_of_a_patch_are_counted_from_there() -> None:
    patch = f"{PATCH}\n@@ -20 +30,2 @@ heading\n one\n+two\n\\ No newline at end of file"
    assert list(added_lines(patch))[-1] == (31, "two")


def test_a_line_with_one_way_to_mend_it_gets_a_suggestion(tmp_path: Path) -> None:
    forge = forge_with()
    answered(forge, tmp_path, about(ON_LINE))
    (one,) = suggested_on(forge)
    assert (one["path"], one["line"], one["side"], one["commit_id"]) == (FILE, 4, "RIGHT", SHA)
    assert "\n```suggestion\n  topics: company\n```\n" in one["body"]


@pytest.mark.parametrize(
    "told",
    [
        problem(file=FILE, line=3),
        problem(file=FILE, line=5),
        problem(file="content/groups/other.md", line=4),
        problem(file=FILE, line=4, source_line="topics: something else"),
        problem(file=FILE, line=4, corrected=""),
        problem(file=FILE, line=4, corrected="topics: ``` company"),
        problem(file=FILE, line=4, corrected="topics: \u202ecompany"),
        problem(file=FILE, line=4, corrected="topics: com\u200bpany"),
    ],
)
def test_there_is_no_suggestion_for_any_other_line(told: Problem) -> None:
    offer = Offer(1, SHA, is_ours=True, patches={FILE: PATCH})
    assert len(suggestions([ON_LINE], offer)) == 1
    assert suggestions([told], offer) == ()


def test_the_answer_says_where_suggestions_are_and_none_where_there_are_none(
    tmp_path: Path,
) -> None:
    (words,) = answered(forge_with(), tmp_path, about(ON_LINE))
    assert "1 line has a suggestion, under “Files changed”" in words
    (words,) = answered(forge_with(THEIRS), tmp_path, about(ON_LINE), THEIRS)
    assert "a suggestion" not in words


def test_a_suggestion_is_not_repeated(tmp_path: Path) -> None:
    forge = forge_with()
    for _ in range(2):
        answered(forge, tmp_path, about(ON_LINE))
    assert len(suggested_on(forge)) == 1


def test_a_suggestion_that_was_taken_is_removed(tmp_path: Path) -> None:
    forge = forge_with()
    answered(forge, tmp_path, about(ON_LINE))
    answered(forge, tmp_path, about())
    assert suggested_on(forge) == []


def test_a_suggestion_that_somebody_answered_stays(tmp_path: Path) -> None:
    forge = forge_with()
    answered(forge, tmp_path, about(ON_LINE))
    (first,) = suggested_on(forge)
    reply = {"user": {"login": "pat", "type": "User"}, "path": FILE, "line": 4}
    forge.comment(1, "Why?", kept=forge.review_comments, in_reply_to_id=first["id"], **reply)
    answered(forge, tmp_path, about())
    assert [one["body"] for one in suggested_on(forge)] == [first["body"], "Why?"]


def test_other_peoples_words_on_lines_are_left_alone(tmp_path: Path) -> None:
    forge = forge_with()
    stranger = {"login": "stranger", "type": "User"}
    forge.comment(1, SUGGESTED, user=stranger, kept=forge.review_comments, path=FILE, line=4)
    answered(forge, tmp_path, about())
    assert [one["body"] for one in suggested_on(forge)] == [SUGGESTED]


def test_there_are_not_many_suggestions_at_once(tmp_path: Path) -> None:
    forge = forge_with()
    lines = "\n".join("+topics: compnay" for _ in range(40))
    forge.files[1] = [{"filename": FILE, "patch": f"@@ -0,0 +1,40 @@\n{lines}"}]
    told = [problem(file=FILE, line=line) for line in range(1, 41)]
    answered(forge, tmp_path, about(*told))
    assert len(suggested_on(forge)) == MOST


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_do_nothing_on_the_side_that_may_write(tmp_path: Path, words: str) -> None:
    told = problem(
        file=words.split("\n")[0].strip("\r") or "x", message=words, fix=words, about=words
    )
    message = Message.of([hostile(words)], [words[:60]], [told], waiting=0)
    (said,) = answered(forge_with(THEIRS), tmp_path, message, THEIRS)
    ours = github_html(comment_on(about(), config()))
    allowed = ours.count("<!-- raw HTML omitted -->") + 1  # the mark, unseen
    html = github_html(said)
    assert html.count("<!-- raw HTML omitted -->") == allowed
    assert LIVE.findall(html.replace("<!-- raw HTML omitted -->", "")) == []
    assert "\u202e" not in said


def test_the_longest_message_is_answered_in_what_github_takes() -> None:
    words = "#1@" * 330
    change = replace(hostile(words[:190]), facts=TEA_CHANGE.facts, sentences=(words,) * 40)
    told = problem(message=words, fix=words, corrected="x" * 900, source_line="y" * 900)
    message = Message.of([change] * 100, [words[:60]] * 60, [told] * 60, waiting=9)
    assert len(comment_on(message, config())) <= LONGEST


def test_the_answer_puts_nobody_off() -> None:
    message = Message.of([TEA_CHANGE], ["help line"], [], waiting=2)
    for words in (comment_on(message, config()), comment_on(None, config())):
        assert put_off_by(words.replace("summary>", "")) == []


@pytest.mark.parametrize(("settings", "waiting"), [(["help line"], 0), ([], 1)])
def test_nothing_changes_is_never_said_of_what_shows(settings: list[str], waiting: int) -> None:
    message = Message.of([], settings, [ON_LINE], waiting)
    assert "Nothing changes for readers" not in comment_on(message, config())


def test_what_cannot_be_compared_says_so() -> None:
    assert "once what is below is mended" in comment_on(Message.about([problem()]), config())


def png(folder: Path, name: str = "groups-tea-and-talk.png", **said: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    size = said.pop("size", (WIDTH, HEIGHT))
    Image.new("RGB", size, "white").save(folder / name, **({"format": "PNG"} | said))
    return folder / name


@pytest.fixture
def remote(tmp_path: Path) -> str:
    folder = tmp_path / "origin.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(folder)], check=True)
    return str(folder)


def on_shelf(remote: str) -> Sequence[str]:
    run = subprocess.run(
        ["git", "-C", remote, "ls-tree", "-r", "--name-only", "previews"],
        capture_output=True,
        text=True,
    )
    return run.stdout.split()


def kept_after(remote: str, left: Path, repository: str = OURS) -> Sequence[str]:
    keep_pictures(event(repository), left_behind(left, about()), forge_with(repository), remote)
    return on_shelf(remote)


def test_pictures_of_a_branch_of_ours_are_kept(tmp_path: Path, remote: str) -> None:
    png(tmp_path / "left" / PICTURES)
    (path,) = kept_after(remote, tmp_path / "left")
    assert path.startswith("1/groups-tea-and-talk-")


def test_pictures_of_a_fork_are_not_kept(tmp_path: Path, remote: str) -> None:
    png(tmp_path / "left" / PICTURES)
    assert kept_after(remote, tmp_path / "left", THEIRS) == []


def test_only_pixels_of_a_picture_are_kept(tmp_path: Path, remote: str) -> None:
    picture = png(tmp_path / "left" / PICTURES)
    with picture.open("ab") as file:
        file.write(b"<script>secret()</script>")
    (path,) = kept_after(remote, tmp_path / "left")
    run = subprocess.run(
        ["git", "-C", remote, "show", f"previews:{path}"], capture_output=True, check=True
    )
    assert run.stdout.startswith(b"\x89PNG")
    assert b"secret" not in run.stdout


def no_picture(folder: Path, what: str) -> None:
    """Put something in the place of a picture."""
    name = "groups-tea-and-talk.png"
    folder.mkdir(parents=True)
    match what:
        case "of another page":
            png(folder, "groups-evil.png")
        case "another format":
            png(folder, name, format="GIF")
        case "another size":
            png(folder, name, size=(WIDTH, HEIGHT + 1))
        case "a bomb":
            picture = png(folder, name)
            sides = struct.pack(">II", 60_000, 60_000)
            written = picture.read_bytes()
            head = written[:16] + sides + written[24:29]
            check = struct.pack(">I", zlib.crc32(head[12:]))
            picture.write_bytes(head + check + written[33:])
        case "a link":
            (folder / name).symlink_to(png(folder.parent))
        case "a folder":
            (folder / name).mkdir()
        case "too long":
            png(folder, name).write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * MOST_BYTES)
        case "cut short":
            picture = png(folder, name)
            picture.write_bytes(picture.read_bytes()[:100])
        case _:
            (folder / name).write_bytes(b"<svg onload=alert(1)>")


@pytest.mark.parametrize(
    "what",
    [
        "of another page", "another format", "another size", "a bomb", "a link", "a folder",
        "too long", "cut short", "no picture",
    ],
)  # fmt: skip
def test_what_is_no_picture_of_ours_is_not_kept(tmp_path: Path, remote: str, what: str) -> None:
    no_picture(tmp_path / "left" / PICTURES, what)
    assert kept_after(remote, tmp_path / "left") == []


def test_pictures_of_changes_that_are_closed_are_forgotten(tmp_path: Path, remote: str) -> None:
    png(tmp_path / "left" / PICTURES)
    left = left_behind(tmp_path / "left", about())
    older = forge_with()
    keep_pictures(event(), left, older, remote)
    newer = forge_with()
    newer.pulls[7] = newer.pulls.pop(1) | {"number": 7}
    keep_pictures(event(), left, newer, remote)
    assert {path.partition("/")[0] for path in on_shelf(remote)} == {"7"}
