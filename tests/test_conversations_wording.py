"""Answers are in a neighbour's words, and nothing that anybody sent is live in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from builders import config
from github_preview import github_html
from msgspec.structs import replace
from test_comparisons_markdown import HOSTILE, LIVE, TEA_CHANGE, hostile
from test_messages import put_off_by
from test_reports import problem

from doorstep.conversations import wording
from doorstep.conversations.changes import body_of, title_of
from doorstep.conversations.deciding import TICK_BOX, Because
from doorstep.conversations.markers import Mark, Says, mark_in, marked
from doorstep.conversations.wording import REMARKS, Shown
from doorstep.forms.kinds_of_forms import Action
from doorstep.importers.issue_form.proposals import Ask, Proposal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGE = "https://github.com/name/guide/pull/13"
WHEN = Ask("when", "When", "“When” has no day. Reply with the day.", "Tuesday")


def shown(**facts: object) -> Shown:
    known: dict[str, object] = {
        "config": config(),
        "proposal": Proposal(action=Action.CHANGE, tidied=("We changed “10.30” to “10:30am”.",)),
        "changes": (TEA_CHANGE,),
        "page": PAGE,
    }
    return Shown(**(known | facts))  # type: ignore[arg-type]


def every_answer(about: Shown, words: str) -> Iterator[str]:
    yield wording.offer(about, None, "")
    yield wording.offer(about, Because.CHANGED_SINCE, words)
    yield wording.still_stands(about)
    yield wording.question(about)
    yield wording.taken_over(about)
    yield wording.secret(about)
    yield wording.refused(about, words)
    yield wording.by_hand(about, words)
    yield wording.live(words, 12, "https://example.org/guide/n/12/")
    yield from (wording.remark(because, words, about) for because in REMARKS)


def test_our_own_words_put_nobody_off() -> None:
    about = shown(
        proposal=Proposal(action=Action.CHANGE, asks=WHEN, waiting=2),
        stops=(problem(message="“When” has no day.", fix="Write one."),),
        is_by_a_person=True,
        is_asked_again=True,
    )
    said = [re.sub(r"<[^>]+>|\]\([^)]*\)", "", words) for words in every_answer(about, "pat")]
    assert [found for words in said if (found := put_off_by(words))] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_and_do_nothing(words: str) -> None:
    ask = Ask("when", words, words, words)
    said = Proposal(action=Action.CHANGE, asks=ask, tidied=(words,), notes=(words,))
    about = shown(proposal=said, changes=(hostile(words),), stops=(problem(message=words),))
    for text in (*every_answer(about, words), body_of(about.changes, 12)):
        html = github_html(without_our_own(text))
        assert LIVE.findall(html) == [], text
        assert re.search(r"@\w|#\d|www\.", html) is None, text


def without_our_own(text: str, page: str = PAGE) -> str:
    """Return an answer without the few things that are live in it on purpose."""
    ours = [
        TICK_BOX, "<details><summary>", "</summary>", "\n</details>", "<!-- doorstep:form -->",
        f"[The change itself]({page})", "https://example.org/guide/n/12/", "Answers #12.",
    ]  # fmt: skip
    for words in ours:
        text = text.replace(words, "", 1)
    return text


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_can_tick_the_box_or_be_a_second_one(words: str) -> None:
    ask = Ask("when", words, words, words)
    about = shown(proposal=Proposal(action=Action.CHANGE, asks=ask, tidied=(words,)))
    text = wording.offer(about, None, "")
    assert re.findall(r"^- \[.\].*", text, re.MULTILINE) == ["- [ ] Put it live"]


def test_an_answer_of_any_length_fits_into_a_comment() -> None:
    long = "word " * 12_000
    ask = Ask("when", long, long, long)
    said = Proposal(action=Action.CHANGE, asks=ask, tidied=(long,) * 50, notes=(long,) * 50)
    about = shown(proposal=said, changes=(hostile(long),))
    assert max(len(text) for text in every_answer(about, long[:500])) < 60_000


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Tea and talk moves to 11am", "Tea and talk moves to 11am (form 12)"),
        ("[skip ci] @pat fixes #5", "skip ci pat fixes 5 (form 12)"),
        ("closes GH-5", "closes GH 5 (form 12)"),
        ("fixes https://github.com/a/b/issues/5", "fixes https: github.com a b issues 5 (form 12)"),
        ("\n\n", "A change (form 12)"),
    ],
)
def test_a_title_holds_nothing_that_github_acts_on(sentence: str, title: str) -> None:
    assert title_of([replace(TEA_CHANGE, sentences=(sentence,))], 12) == title


@pytest.mark.parametrize("said", [wording.question, lambda about: wording.offer(about, None, "")])
def test_an_answer_comes_in_the_order_in_which_it_is_read(said: Callable[[Shown], str]) -> None:
    asked = Proposal(action=Action.CHANGE, asks=WHEN, tidied=("We changed “10.30” to “10:30am”.",))
    text = said(shown(proposal=asked, pictures={TEA_CHANGE.path: "https://example.org/tea.png"}))
    parts = ("Thank you", "We changed", "1 thing", "The page on a phone", "will look", "phone H")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_what_was_tidied_is_a_list_of_its_own() -> None:
    html = github_html(wording.offer(shown(), None, ""))
    tidied = html.partition("<p>What we tidied:</p>")[2]
    assert tidied.startswith("\n<ul>\n<li>We changed “10.30” to “10:30am”.</li>\n</ul>")
    assert "<li>Tuesday 24 November, 11am to midday</li>\n</ul>" in tidied


def test_an_example_ends_before_the_next_sentence() -> None:
    text = wording.question(shown(proposal=Proposal(action=Action.ADD, asks=WHEN)))
    assert "For example: Tuesday. Reply here in your own words." in text


def test_a_sentence_without_an_end_is_given_one() -> None:
    ask = replace(WHEN, sentence="Write it like this: 7pm or midday")
    text = wording.question(shown(proposal=Proposal(action=Action.ADD, asks=ask)))
    assert "7pm or midday. For example" in text


def test_names_keep_their_capitals() -> None:
    assert "Phone Harbour Row forum on 020 7946 0123 now" in wording.secret(shown())


def test_whoever_cannot_delete_what_is_secret_learns_whom_to_phone() -> None:
    text = wording.secret(shown())
    assert "Where you see no such button, phone Harbour Row forum on 020 7946 0123" in text


def test_one_thing_is_asked_at_a_time() -> None:
    about = shown(proposal=Proposal(action=Action.ADD, asks=WHEN, waiting=3))
    text = wording.question(about)
    assert "**1 thing needs you.** “When” has no day." in text
    assert "After that there are 2 more." in text


def test_who_looks_and_by_when_stands_in_the_settings() -> None:
    editing = {"reviewers": "Pat or Amina", "looked_at": "within two days"}
    text = wording.offer(shown(config=config(editing=editing)), None, "")
    assert "Pat or Amina will look at it, usually within two days." in text
    assert "phone Harbour Row forum on 020 7946 0123" in text


@pytest.mark.parametrize("says", list(Says))
def test_a_mark_is_read_as_it_was_written(says: Says) -> None:
    mark = Mark(says=says, words="a1", head="b2", asks="when", seen=7)
    assert mark_in(marked(mark, "Hello")) == mark
    assert mark_in(marked(mark, "Hello").replace("\n", "\r\n")) == mark


@pytest.mark.parametrize(
    "comment",
    [
        'Look: <!-- doorstep:form {"says": "offer"} -->\n',
        '<!-- doorstep:form {"says": "everything"} -->\n',
        '<!-- doorstep:form {"says": "offer", "more": 1} -->\n',
        "<!-- doorstep:form {] -->\n",
        "<!-- doorstep:form {} -->\n",
    ],
)
def test_what_is_no_mark_of_ours_is_none(comment: str) -> None:
    assert mark_in(comment) is None
