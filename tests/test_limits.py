"""There is a limit to everything, and whoever goes beyond is told so in plain words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from builders import TODAY
from built_site import TINY
from floods import FACTS, floods
from msgspec.structs import replace
from timing import seconds_for

from doorstep import loading, workers
from doorstep.checking import check_site
from doorstep.kinds import Kind
from doorstep.limits import KB, LIMITS
from doorstep.loading import load_draft, read_config
from doorstep.markdown import render
from doorstep.problems import Level, Problem
from doorstep.sources import Reading, find_files, folders, read_bytes
from doorstep.sources.facts import facts_of_bytes
from doorstep.sources.file_names import FileNames
from doorstep.sources.texts import UNSEEN

if TYPE_CHECKING:
    from types import FrameType

CONFIG, _ = read_config(TINY / "site.yaml")
assert CONFIG is not None


def entry(facts: str = "", body: str = "") -> str:
    return f"---\ntitle: Tea\n{facts}\n---\n{body}"


def lines(item: str, number: int) -> str:
    return "".join(f"  - {item.format(at)}\n" for at in range(number))


def told(text: str, folder: Path, file: str = "tea.md") -> list[Problem]:
    """Return what a whole check says of a guide with this one file."""
    content = folder / "content"
    (content / "groups").mkdir(parents=True)
    (content / "groups" / file).write_text(text, encoding="utf-8")
    assert CONFIG is not None
    return list(check_site(CONFIG, content, TODAY, jobs=1).problems)


def nested(depth: int) -> str:
    return "where: " + "{a: " * depth + "b" + "}" * depth


TOO_MUCH: dict[str, tuple[str, int, str]] = {
    "a body": (entry(body="a " * 60_000), 5, "The text of this entry has 118 KB, and the most is"),
    "facts": (entry(f"cost: {'a ' * 60_000}"), 2, "What stands here has 118 KB, and the most is"),
    "facts inside one another": (entry(nested(9)), 3, "This has more than 8 lists inside one"),
    "names": (entry("".join(f"k{at}: a\n" for at in range(2600))), 2501, "This entry has more"),
    "a fact": (entry(f"cost: {'a' * 4001}"), 3, "This line has 4,001 letters, and the most is"),
    "a phone number": (entry(f"contact: {{phone: {'1' * 4001}}}"), 3, "This line has 4,001"),
    "an e-mail address": (entry(f"contact: {{email: {'a' * 3999}@b.c}}"), 3, "This line has 4,003"),
    "a title": (f"---\ntitle: {'a' * 4001}\n---\n", 2, "This line has 4,001 letters, and the most"),
    "a place": (entry(f"where: {{name: {'a' * 501}}}"), 3, "This name has 501 letters, and"),
    "languages": (entry(f"languages:\n{lines('L{0}', 51)}"), 3, "This list has 51 things, and"),
    "one language": (entry(f"languages: [{'a' * 501}]"), 3, "This name has 501 letters, and the"),
    "words between commas": (entry(f"languages: {'a, ' * 51}"), 3, "This list has 51 things, and"),
    "slugs": (entry(f"works_with:\n{lines('a{0}', 51)}"), 3, "This list has 51 things, and the"),
    "changes": (
        entry(f"changes:\n{lines('{{on: 2026-11-24}}', 101)}"),
        3,
        "This list has 101 dates, and the most is 100.",
    ),
    "a line of a schedule": (entry(f"when: {'Monday, ' * 63}"), 3, "This has 503 letters, and"),
    "lines of a schedule": (
        entry(f"when:\n{lines('{0} January 2027, 9am to 10am'.replace('{0}', '1'), 51)}"),
        3,
        "This list has 51 things, and the most is 50.",
    ),
    "times": (
        entry("when:\n" + lines("every Monday, 8am, 9am, 10am, 11am, 8pm, 9pm", 4)
              + lines("every Friday, 8am, 9am, 10am, 11am, 8pm, 9pm", 7)),
        3,
        "This has 66 times, and the most is 60.",
    ),
    "times of a day": (
        entry("when:\n" + lines("every Monday, 8am, 9am, 10am, 11am, 8pm", 5)),
        3,
        "A day here has 25 times, and the most is 24.",
    ),
    "links": (entry(body="line\n" + "[a](/groups/tea/)\n" * 501), 506, "The text of this entry"),
    "quotations": (entry(body="line\n\n" + ">" * 21 + "a"), 7, "This has more than 20 lists and"),
    "columns": (entry(body="a|" * 51 + "\n" + "-|" * 51), 6, "This table has more than 50 columns"),
}  # fmt: skip


@pytest.mark.parametrize("what", TOO_MUCH)
def test_more_than_a_limit_is_one_problem_on_its_line(what: str, tmp_path: Path) -> None:
    text, line, message = TOO_MUCH[what]
    (problem,) = (each for each in told(text, tmp_path) if each.level is not Level.NOTE)
    assert (problem.line, problem.message[: len(message)]) == (line, message)
    assert problem.fix
    assert problem.rule in {limit.rule for limit in LIMITS}


AS_MUCH = {
    "a body": entry(body="a " * 51_199 + "b"),
    "a fact": entry(f"cost: {'a' * 4000}"),
    "a title": f"---\ntitle: {'a' * 4000}\n---\n",
    "a name": entry(f"where: {{name: {'a' * 500}}}"),
    "languages": entry(f"languages:\n{lines('L{0}', 50)}"),
    "changes": entry(
        "when: every day, 9am\nchanges:\n"
        + "".join(f"  - {{on: 2027-{at // 28 + 1}-{at % 28 + 1}}}\n" for at in range(100))
    ),
    "times of a day": entry("when:\n" + lines("every Monday, 8am, 9am, 10am, 11am", 6)),
    "single dates with more times": entry(
        "when:\n" + lines("Tuesday 24 November 2026, 8am, 9am, 10am, 11am, 8pm", 6)
    ),
    "links": entry(body="[a](/groups/tea/)\n" * 500),
    "quotations": entry(body=">" * 20 + "a"),
    "columns": entry(body="a|" * 50 + "\n" + "-|" * 50),
}


@pytest.mark.parametrize("what", AS_MUCH)
def test_as_much_as_a_limit_is_read(what: str, tmp_path: Path) -> None:
    rules = {limit.rule for limit in LIMITS}
    assert [one for one in told(AS_MUCH[what], tmp_path) if one.rule in rules] == []


def test_of_a_long_list_of_entries_the_first_are_read() -> None:
    text = "".join(f"- slug: tea-{at}\n  title: Tea\n" for at in range(612))
    reading = read_bytes(text.encode(), "content/groups/tea.yaml", Kind.GROUP)
    assert len(reading.sources) == 500
    (problem,) = reading.problems
    assert problem.line == 1001
    assert problem.message.startswith("This file has 612 entries, and the most is 500.")


def test_of_a_crowded_folder_the_first_files_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "FILES", replace(folders.FILES, most=3))
    (tmp_path / "content" / "groups").mkdir(parents=True)
    for name in "abcde":
        (tmp_path / "content" / "groups" / f"{name}.md").write_text(entry())
    found, problems = find_files(tmp_path / "content")
    assert [each.path.stem for each in found] == ["a", "b", "c"]
    assert [each.message for each in problems] == ["This folder has 5 files, and the most is 3."]


@pytest.mark.parametrize(
    "text", [f"same:\n  - {'- ' * 60_000}a", f"means:\n  tea: {'a, ' * 40_000}"]
)
def test_a_list_beside_the_entries_is_no_longer_than_facts_may_be(text: str) -> None:
    """Twenty seconds went into a line of dashes, and nobody had a watch on it."""
    facts = facts_of_bytes(text.encode(), "content/synonyms.yaml")
    assert facts.told == {}
    assert [(each.rule, each.level) for each in facts.problems] == [("list-length", Level.WARNING)]


def test_a_list_beside_the_entries_may_be_long_in_any_language() -> None:
    lines = "".join(f"  ચા{at}: {'ગુજરાતી, ' * 8}\n" for at in range(890))
    facts = facts_of_bytes(f"means:\n{lines}".encode(), "content/synonyms.yaml")
    assert (len(facts.marks), facts.problems) == (892, ())


def test_one_mistake_made_a_thousand_times_is_named_twenty_times(tmp_path: Path) -> None:
    problems = told(entry("".join(f"k{at}: a\n" for at in range(1000))), tmp_path)
    assert [problem.rule for problem in problems] == ["keys-known"] * 20


def test_one_entry_too_long_keeps_no_other_out(tmp_path: Path) -> None:
    groups = tmp_path / "content" / "groups"
    groups.mkdir(parents=True)
    (groups / "long.md").write_text(entry(body="a " * 60_000))
    (groups / "tea.md").write_text(entry())
    assert CONFIG is not None
    checked = check_site(CONFIG, tmp_path / "content", TODAY, jobs=1)
    assert [each.slug for each in checked.entries] == ["tea"]


# The last limit: time.


@pytest.fixture
def a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing take longer than a moment."""
    monkeypatch.setattr(loading, "SECONDS", replace(loading.SECONDS, most=0.05))  # type: ignore[arg-type]


def slow_for(word: str, read: Callable[..., Any]) -> Callable[..., Any]:
    """Return a reader that never comes to the end of what has a word in it."""

    def slowly(what: Any, *args: Any, **more: Any) -> Any:
        while word in str(getattr(what, "body", what)):
            pass
        return read(what, *args, **more)

    return slowly


def guide_with_one_slow_entry(folder: Path) -> Path:
    groups = folder / "content" / "groups"
    groups.mkdir(parents=True)
    for slug in ("a", "endless", "z"):
        (groups / f"{slug}.md").write_text(entry(body=f"This is {slug}, and *more*."))
    return folder / "content"


@pytest.mark.usefixtures("a_moment")
@pytest.mark.parametrize("what", ["render", "read_file", "read_entry"])
def test_an_entry_that_takes_too_long_is_left_out_alone(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, what, slow_for("endless", getattr(loading, what)))
    assert CONFIG is not None
    draft, problems = load_draft(CONFIG, guide_with_one_slow_entry(tmp_path), TODAY, jobs=1)
    assert [each.slug for each in draft.entries] == ["a", "z"]
    assert [(each.rule, each.file) for each in problems] == [
        ("read-in-time", "content/groups/endless.md")
    ]
    assert "<em>more</em>" in draft.body_of(draft.entries[1]).html


@pytest.mark.whole
@pytest.mark.usefixtures("a_moment")
def test_every_worker_has_its_own_watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "FEW", 1)
    monkeypatch.setattr(loading, "render", slow_for("endless", render))
    assert CONFIG is not None
    draft, problems = load_draft(CONFIG, guide_with_one_slow_entry(tmp_path), TODAY, jobs=2)
    assert [each.slug for each in draft.entries] == ["a", "z"]
    assert [each.rule for each in problems] == ["read-in-time"]


def test_a_file_that_changes_while_it_is_read_gives_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is said of it is what it said when it was read, not what stands there by then."""

    def read_and_lose(path: Path, file: str, kind: Kind) -> Any:
        reading = read_bytes(path.read_bytes(), file, kind)
        path.unlink()
        return reading

    monkeypatch.setattr(loading, "read_file", read_and_lose)
    problems = told('---\ntitle: "Tea at 12 High Street\nsensitive: yes\n---\n', tmp_path)
    assert problems
    assert not [each for each in problems if "High Street" in each.message + each.source_line]


BODIES = "Texts below the facts that were made to stall their reader"
FACTS_OF_ALL_SORTS = "Facts that were made to stall their reader"

# Within the limits, time grows with the length and no faster. Steps are counted, because a clock
# says something else on every computer.


def steps(work: Callable[[], object]) -> int:
    """Return how many functions were called, ours and the system's."""
    count = 0

    def tick(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def too_fast(read: Callable[[str], object], length: int) -> list[str]:
    """Return the texts that take clearly more than twice the steps at twice the length."""
    short, long = floods(length), floods(2 * length)
    taken = {
        what: (steps(partial(read, short[what])), steps(partial(read, long[what]))) for what in long
    }
    return [what for what, (few, many) in taken.items() if many > 2.6 * few + 500]


def read_facts(where: str, text: str) -> Reading:
    return read_bytes(FACTS[where](text).encode(), "content/groups/tea.md", Kind.GROUP)


@pytest.mark.whole
def test_a_body_of_twice_the_length_takes_twice_the_steps(
    tried: Callable[[str, int], None],
) -> None:
    tried(BODIES, len(floods(1)))
    assert too_fast(render, 300) == []


@pytest.mark.whole
@pytest.mark.parametrize("where", FACTS)
def test_facts_of_twice_the_length_take_twice_the_steps(
    where: str, tried: Callable[[str, int], None]
) -> None:
    tried(FACTS_OF_ALL_SORTS, len(floods(1)))
    assert too_fast(partial(read_facts, where), 150) == []


def test_names_that_would_all_be_one_take_a_few_steps_each() -> None:
    """Each was once compared with all the others, and a folder of them stalled the guide."""

    def look(number: int) -> None:
        names = [f"{'a' * 90}{at}.md" for at in range(number)]
        together = FileNames(names)
        assert all(together.problem(name, name) for name in names)

    assert steps(partial(look, 200)) < 2.2 * steps(partial(look, 100))


def test_a_list_with_a_mistake_in_each_entry_is_looked_through_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was once looked through for each of them, whether it may be about a safe space."""
    looked_through = []

    def look(text: str) -> bool:
        looked_through.append(text)
        return True

    monkeypatch.setattr(loading, "may_be_safe_space", look)
    typed = "".join(f"- slug: tea-{at}\n  title: Tea\n  topcs: a\n" for at in range(30))
    problems = told(typed, tmp_path, "tea.yaml")
    assert [problem.about for problem in problems] == ["A safe space"] * 30
    assert looked_through.count(typed) == 1


@pytest.mark.parametrize("mark", UNSEEN)
def test_a_list_of_unseen_marks_is_an_empty_list(mark: str) -> None:
    """Nothing moved on past some of them, and so the reader never came to an end."""
    reading = read_facts("a list in brackets", mark)
    assert [source.front_matter["topics"] for source in reading.sources] == [[]]


# With all their might. Two seconds for each is the promise itself.


def slow(work: Callable[[str], object], texts: Mapping[str, str]) -> dict[str, float]:
    """Return the texts that keep the computer busy for two seconds or more."""
    taken = {what: seconds_for(partial(work, text), 2) for what, text in texts.items()}
    return {what: seconds for what, seconds in taken.items() if seconds >= 2}


def cut(text: str, size: int) -> str:
    """Return as much of a text as so many bytes hold."""
    return text.encode()[:size].decode(errors="ignore")


@pytest.mark.hard
@pytest.mark.parametrize("size", [20_000, 100 * KB])
def test_no_body_takes_two_seconds(size: int, tried: Callable[[str, int], None]) -> None:
    texts = {what: cut(text, size) for what, text in floods(size).items()}
    tried(BODIES, len(texts))
    assert slow(render, texts) == {}


@pytest.mark.hard
@pytest.mark.parametrize("where", FACTS)
def test_no_facts_take_two_seconds(
    where: str, tmp_path: Path, tried: Callable[[str, int], None]
) -> None:
    def load(text: str) -> object:
        groups = tmp_path / "content" / "groups"
        groups.mkdir(parents=True, exist_ok=True)
        (groups / "tea.md").write_bytes(FACTS[where](text).encode())
        assert CONFIG is not None
        return check_site(CONFIG, tmp_path / "content", TODAY, jobs=1)

    texts = {what: cut(text, 99_000) for what, text in floods(99_000).items()}
    tried(FACTS_OF_ALL_SORTS, len(texts))
    assert slow(load, texts) == {}


@pytest.mark.hard
def test_an_entry_at_every_limit_at_once_is_read_in_two_seconds(
    tmp_path: Path, tried: Callable[[str, int], None]
) -> None:
    times = "".join(f"  - every day, {hour}:{at}0pm\n" for hour in range(1, 9) for at in (0, 2, 4))
    first = date(2026, 12, 1)
    days = (first + timedelta(days=number) for number in range(100))
    changed = "".join(f'  - {{on: {day}, moved_to: "{day}, 11pm", where: hall}}\n' for day in days)
    facts = (
        f"summary: {'Tea for all. ' * 38}\ncost: {'Free ' * 190}\ncome_along: {'Come. ' * 160}\n"
        f"when:\n{times}changes:\n{changed}languages:\n{lines('Speech {0}', 50)}"
        f"works_with:\n{lines('group-{0}', 50)}formerly:\n{lines('old-{0}', 50)}"
    )
    body = "Some *words* and **more** of them.\n\n" * 2500 + "[a](/groups/tea/)\n" * 490
    tried("Entries at every limit at once", 1)
    text = entry(facts, body)
    assert slow(lambda whole: told(whole, tmp_path), {"all": text}) == {}
    assert read_bytes(text.encode(), "content/groups/tea.md", Kind.GROUP).problems == ()
