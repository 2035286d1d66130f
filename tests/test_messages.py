"""What a volunteer reads: plain words, whoever wrote the message."""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from checks_page import DAY, ROOT, TINY, examples
from rules import sentences

from doorstep.checking import check_site
from doorstep.loading import read_config
from doorstep.problems import Problem

BAD = ROOT.parent / "shared" / "bad-entries"

PUTS_PEOPLE_OFF = (
    "invalid|errors?|fail(?:s|ed|ure)?|illegal|forbidden|required|please|sorry|oops|you forgot"
)
NO_ONES_WORDS = (
    "YAML|front matter|schema|keys?|pars(?:e|ed|er|ing)|tokens?|builds?|merged?|commits?|branch"
    "|traceback|exception|boolean|string|mapping"
)
OURS = r"\b(?:CI|None|str|null|dict)\b|!"
"""Those which are someone's words when they are in small letters, or not alone."""


def put_off_by(words: str) -> list[str]:
    """Return what should not be said, but for what the person wrote, which stands in quotes."""
    ours = re.sub(r"“[^”]*”", "“…”", re.sub(r"<!--|!\[", "", words))  # marks that nobody reads
    pattern = rf"\b(?:{PUTS_PEOPLE_OFF}|{NO_ONES_WORDS})\b"
    return re.findall(pattern, ours, re.IGNORECASE) + re.findall(OURS, ours)


def said(problems: list[Problem]) -> set[str]:
    return {f"{problem.message} {problem.fix}" for problem in problems}


def put_off(sentences: Iterable[str]) -> dict[str, list[str]]:
    return {words: found for words in sentences if (found := put_off_by(words))}


def of_examples() -> Iterator[str]:
    """Yield what the page's reports say, without the lines of the files they are about."""
    for example in examples():
        said_lines = re.findall(r"^  (?=[^ ])(?!Change it to:)(.+)$", example.report, re.MULTILINE)
        yield " ".join(said_lines)


def of_bad_entries(folder: Path) -> Iterator[str]:
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    shutil.copytree(BAD / "content", folder / "content", dirs_exist_ok=True)
    config, _ = read_config(folder / "site.yaml")
    assert config
    yield from said(list(check_site(config, folder / "content", DAY, jobs=1).problems))


def test_no_example_of_the_page_says_what_puts_people_off() -> None:
    assert all(of_examples())
    assert put_off(of_examples()) == {}


@pytest.mark.skipif(not BAD.is_dir(), reason="../shared/bad-entries is not beside this repository")
def test_no_bad_entry_is_answered_with_what_puts_people_off(tmp_path: Path) -> None:
    answers = list(of_bad_entries(tmp_path))
    assert len(answers) > 15
    assert put_off(answers) == {}


def test_no_sentence_in_the_code_could_put_people_off() -> None:
    pieces = sentences()
    assert len(pieces) > 200
    assert put_off(pieces) == {}


@pytest.mark.parametrize(
    "words", ["This is invalid.", "An unknown key", "Oops!", "The CI said None"]
)
def test_what_puts_people_off_is_found(words: str) -> None:
    assert put_off_by(words)


@pytest.mark.parametrize("words", ["Turkey", "a monkey", "“key” is not known", "Rebuild the wall"])
def test_what_only_looks_like_it_is_let_through(words: str) -> None:
    assert not put_off_by(words)
