"""An entry -> the words of its form -> the same entry: nothing is lost on the way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import source
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from typed_forms import example

from doorstep.forms.answers import answers_of
from doorstep.forms.boxes import boxes_for
from doorstep.forms.facts import filled
from doorstep.forms.labels import labels_of, listed
from doorstep.kinds import Kind

if TYPE_CHECKING:
    from doorstep.forms.answers import Facts
    from doorstep.sources import Source

TITLES = {"st-annes-hall": "St Anne’s Hall", "library": "The library"}
LABELS = {
    "topics": {"company": "Someone to talk to", "music": "Music, film and shows", "food": "Food"},
    "audiences": {"everyone": "Everyone"},
    "area": {"hill-top": "Hill Top"},
}


def again(entry: Source, titles: dict[str, str], labels: dict[str, dict[str, str]]) -> Source:
    """Return the entry that a form makes which was filled in with another, from nothing."""
    new = filled(entry.kind, answers_of(entry, titles, labels), titles, labels=labels)
    assert new.unread == ()
    return replace(entry, front_matter=new.facts, body_told=new.body)


def test_a_form_sent_as_it_was_filled_in_changes_nothing() -> None:
    desk = example()
    for entry in desk.sources:
        answers = answers_of(entry, desk.titles, desk.labels)
        facts, body = entry.front_matter, entry.body
        sent = filled(entry.kind, answers, desk.titles, facts, body, labels=desk.labels)
        assert (sent.facts, sent.body) == (dict(facts), body), entry.slug
        assert (sent.changed, sent.unread) == ((), ()), entry.slug


def test_an_entry_made_of_a_form_fills_in_the_same_form() -> None:
    desk = example()
    for entry in desk.sources:
        answers = answers_of(entry, desk.titles, desk.labels)
        made = again(entry, desk.titles, desk.labels)
        assert answers_of(made, desk.titles, desk.labels) == answers, entry.slug


WORD = st.text("abcÀé&'’-£0123456789", min_size=1, max_size=8)
LINE = st.lists(WORD | st.sampled_from(["not known", "yes", "a,", "b;", '"c"', "d: e"]), min_size=1)
SENTENCE = LINE.map(" ".join).filter(lambda line: line.casefold().rstrip(".") != "yes")
FACTS = st.fixed_dictionaries(
    {"title": SENTENCE},
    optional={
        "summary": SENTENCE,
        "cost": SENTENCE,
        "when": SENTENCE | st.lists(SENTENCE, min_size=2, max_size=3),
        "where": st.sampled_from(["library", "st-annes-hall", "nowhere"])
        | st.fixed_dictionaries(
            {"name": SENTENCE},
            optional={"address": SENTENCE, "postcode": WORD, "directions": SENTENCE},
        ),
        "topics": st.lists(st.sampled_from(["company", "music", "food", "x"]), min_size=1),
        "for": st.lists(SENTENCE, min_size=1, max_size=3),
        "languages": st.lists(SENTENCE, min_size=1, max_size=3),
        "area": st.sampled_from(["hill-top", "elsewhere"]),
        "contact": st.fixed_dictionaries({"name": SENTENCE}, optional={"say": SENTENCE}),
        "access": st.fixed_dictionaries({"step_free": st.sampled_from(["yes", "no", "not known"])}),
        "checked": SENTENCE,
        "number": st.just("127"),
        "formerly": st.just(["old-tea"]),
        "image": st.just({"file": "photos/tea.jpg", "alt": "Tea"}),
    },
)


@given(FACTS, st.sampled_from([Kind.GROUP, Kind.PLACE, Kind.HELP]))
def test_whatever_an_entry_says_its_own_form_changes_nothing(facts: Facts, kind: Kind) -> None:
    entry = replace(source("title: Tea", kind), front_matter=facts, body_told="\nSome *words*.\n")
    answers = answers_of(entry, TITLES, LABELS)
    sent = filled(kind, answers, TITLES, facts, entry.body, labels=LABELS)
    assert (sent.facts, sent.body, sent.changed, sent.unread) == (facts, entry.body, (), ())


@given(FACTS, st.sampled_from(["summary", "cost", "contact_phone", "body"]))
def test_a_change_in_one_box_leaves_what_the_others_say(facts: Facts, name: str) -> None:
    entry = replace(source("title: Tea"), front_matter=facts, body_told="Some words.")
    answers = answers_of(entry, TITLES, LABELS) | {name: "Quite new"}
    sent = filled(Kind.GROUP, answers, TITLES, facts, entry.body, labels=LABELS)
    assert [box.id for box in sent.changed] == [name]
    others = {key: node for key, node in sent.facts.items() if key not in (name, "contact")}
    assert others == {key: node for key, node in facts.items() if key not in (name, "contact")}


def test_people_read_labels_and_never_the_ids_of_files() -> None:
    entry = source("topics: [company, music]\nfor: [everyone]\narea: hill-top")
    answers = answers_of(entry, TITLES, LABELS)
    assert answers["topics"] == "Someone to talk to, Music, film and shows"
    assert (answers["audiences"], answers["area"]) == ("Everyone", "Hill Top")


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Music, film and shows", ["music"]),
        ("someone to talk to, MUSIC, FILM AND SHOWS, food", ["company", "music", "food"]),
        ("music; company", ["music", "company"]),
        ("Music, crafts", ["music", "crafts"]),
        ("film and shows, , Food", ["film and shows", "food"]),
    ],
)
def test_a_label_with_a_comma_in_it_is_one_thing(words: str, ids: list[str]) -> None:
    assert listed(words, LABELS["topics"]) == ids


def test_labels_come_from_the_settings_of_the_guide() -> None:
    assert labels_of(example().config)["topics"]["company"] == "Someone to talk to"


def test_an_empty_box_keeps_what_the_guide_says() -> None:
    entry = source("cost: Free\ncontact: {name: Pat}")
    sent = filled(Kind.GROUP, {"contact_phone": "020 7946 0456"}, {}, entry.front_matter)
    assert sent.facts["cost"] == "Free"
    assert sent.facts["contact"] == {"name": "Pat", "phone": "020 7946 0456"}


@pytest.mark.parametrize("words", ["remove", "Remove it.", "DELETE"])
def test_what_is_to_go_goes(words: str) -> None:
    entry = source("cost: Free\ncontact: {name: Pat, phone: 020 7946 0456}")
    answers = {"cost": words, "contact_phone": words}
    sent = filled(Kind.GROUP, answers, {}, entry.front_matter)
    assert sent.facts == {"title": "Tea and talk", "contact": {"name": "Pat"}}


def test_a_line_that_names_nothing_we_know_is_told() -> None:
    answers = {"access": "Step-free: yes\nThe lift is slow", "position": "by the river"}
    sent = filled(Kind.GROUP, answers, {})
    assert [one.line for one in sent.unread] == ["by the river", "The lift is slow"]


def test_one_line_of_a_box_leaves_its_other_lines_as_they_were_typed() -> None:
    entry = source("works_with: [a-club, b-club]\ninsurance: By the hall")
    answers = answers_of(entry, {}) | {"more": "Works with: a-club, b-club\nInsurance: None"}
    sent = filled(Kind.GROUP, answers, {}, entry.front_matter)
    assert sent.facts["works_with"] == ["a-club", "b-club"]
    assert sent.facts["insurance"] == "None"


@pytest.mark.parametrize("kind", Kind)
def test_a_form_for_a_change_leaves_the_check_to_whoever_makes_one(kind: Kind) -> None:
    extra = {Kind.HELP: "\nside: get", Kind.STORY: "\nconsent: {on: 2026-01-13, kept_by: Pat}"}
    entry = source(f"checked: 2026-11-03, by phone, Amina{extra.get(kind, '')}", kind)
    assert any(box.id == "checked" for box in boxes_for(kind))
    assert "checked" not in answers_of(entry, {})
