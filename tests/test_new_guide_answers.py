"""Five answers are read as people mean them, or sent back with a word on what to write."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_messages import put_off_by

from doorstep.fields import text_of
from doorstep.new_guide.addresses import Addresses, read_addresses
from doorstep.new_guide.answers import Answers
from doorstep.new_guide.people import read_forum, read_help_line
from doorstep.new_guide.questions import Question, Unanswered, questions, read_answers, read_back
from doorstep.new_guide.whereabouts import map_of, read_whereabouts, worded
from doorstep.new_guide.wrong_answers import NotUnderstood

TYPED = {
    "name": "Elm Park guide",
    "help_line": "Elm Park forum, 01632 960 123, Monday to Friday, 10am to 4pm",
    "where": "53.7020, -3.3000",
    "kept_by": "Elm Park forum: Sam, Priya and Leon",
    "address": "",
}
KEPT = "elm-park/guide"


def answers(**typed: str) -> Answers:
    """Return five answers, all but these the usual ones."""
    return read_answers(TYPED | typed, KEPT)


def told(**typed: str) -> str:
    """Return what is said of answers that cannot be taken."""
    with pytest.raises(Unanswered) as reasons:
        answers(**typed)
    return str(reasons.value)


@pytest.mark.parametrize(
    "answer",
    [
        "53.7020, -3.3000",
        "53.7020 -3.3000",
        "53.7020,-3.3000",
        "(53.7020, −3.3000)",
        "53.7020° N, 3.3000° W",
        "lat: 53.7020, lon: -3.3000",
        "https://www.openstreetmap.org/#map=16/53.7020/-3.3000",
        "https://www.openstreetmap.org/?mlat=53.7020&mlon=-3.3000#map=15/51.1/-1.1",
        "https://www.openstreetmap.org/node/1234#map=19/53.7020/-3.3000&layers=N",
        "https://www.google.com/maps/@53.7020,-3.3000,15z",
        "https://www.google.co.uk/maps/place/Elm/@51.1,-1.1,17z/data=!3m1!4b1!3d53.7020!4d-3.3000",
        "https://maps.apple.com/?ll=53.7020,-3.3000&q=Elm",
        "https://www.bing.com/maps?cp=53.7020~-3.3000&lvl=16",
        "geo:53.7020,-3.3000?z=16",
    ],
)
def test_a_place_is_read_from_what_maps_let_people_copy(answer: str) -> None:
    point = read_whereabouts(answer)
    assert (point.lat, point.lon) == (53.702, -3.3)


@pytest.mark.parametrize(
    "answer",
    ["", "Elm Park", "53.7020", "AB1 2CD", "https://osm.org/go/eu6_", "1, 2, 3", "0x10, 3.3"],
)
def test_what_says_no_place_is_answered_with_how_to_find_it(answer: str) -> None:
    with pytest.raises(NotUnderstood, match=r"openstreetmap\.org"):
        read_whereabouts(answer)


def test_a_place_off_the_map_is_not_taken() -> None:
    with pytest.raises(NotUnderstood, match="not on the map"):
        read_whereabouts("153.7020, -3.3000")


def test_a_place_is_read_back_in_words() -> None:
    assert worded(read_whereabouts("53.7020° N, 3.3000° W")) == "53.7020 north, 3.3000 west"


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_the_map_of_a_place_is_read_as_the_same_place(lat: float, lon: float) -> None:
    again = read_whereabouts(map_of(read_whereabouts(f"{lat:.5f}, {lon:.5f}")))
    assert (again.lat, again.lon) == pytest.approx((lat, lon), abs=1e-5)


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (
            "Elm Park forum, 01632 960 123, Monday to Friday, 10am to 4pm",
            ("Elm Park forum", "01632 960 123", "", "Monday to Friday, 10am to 4pm"),
        ),
        ("Sam 01632960123", ("Sam", "01632 960 123", "", "")),
        ("Sam: +44 1632 960123; weekdays", ("Sam", "01632 960 123", "", "weekdays")),
        ("Sam on (01632) 960-123", ("Sam", "01632 960 123", "", "")),
        (
            "Sam, phone 01632 960 123, or text 07700 900123, 10.30 to 12.30",
            ("Sam", "01632 960 123", "07700 900 123", "10.30 to 12.30"),
        ),
        (
            "Sam, text: 07700 900123, tel. 01632 960 123, evenings",
            ("Sam", "01632 960 123", "07700 900 123", "evenings"),
        ),
        ("Room 12, 01632 960 123, 9-5", ("Room 12", "01632 960 123", "", "9-5")),
        ("Sam (01632 960 123), 9-5", ("Sam", "01632 960 123", "", "9-5")),
        ("Sam (phone 01632 960 123), 9-5", ("Sam", "01632 960 123", "", "9-5")),
        ("Sam (of No. 7), 01632 960 123", ("Sam (of No. 7)", "01632 960 123", "", "")),
        ("Sam, phone or text 07700 900123", ("Sam", "07700 900 123", "07700 900 123", "")),
        ("Sam, text/call: 07700 900123", ("Sam", "07700 900 123", "07700 900 123", "")),
    ],
)
def test_who_answers_is_read_as_people_write_it(
    answer: str, line: tuple[str, str, str, str]
) -> None:
    read = read_help_line(answer)
    assert (read.name, read.phone, read.text, read.times) == line


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("Sam", "There is no phone number in “Sam”."),
        ("01632 960 123", "“01632 960 123” does not say who answers."),
        ("Sam, 01632 960 123, 01632 960 124", "more numbers than one"),
        ("Sam, 07700 900 12", "has 10 digits"),
        ("Sam, 10.30 to 12.30", "There is no phone number"),
        ("Sam, text 07700 900 123", "has a number for messages, and none to phone"),
    ],
)
def test_a_help_line_nobody_could_phone_is_sent_back(answer: str, words: str) -> None:
    with pytest.raises(NotUnderstood, match=re.escape(words)):
        read_help_line(answer)


@given(st.text("abc äß.'!@#<&`*_", min_size=1, max_size=30), st.text("abc <:-&@`'.", max_size=40))
def test_no_word_of_a_help_line_is_lost_or_made_up(name: str, times: str) -> None:
    name, times = name.strip(" "), times.strip(" :-")
    read = read_help_line(text_of(f"x{name}, 01632 960 123, {times}"))
    assert (read.name, read.times) == (text_of(f"x{name}"), text_of(times))


@pytest.mark.parametrize(
    ("answer", "name", "people"),
    [
        ("Elm Park forum: Sam, Priya and Leon", "Elm Park forum", "Sam, Priya and Leon"),
        ("Elm Park forum, Sam and Priya", "Elm Park forum", "Sam and Priya"),
        ("Friends of Elm, Oak and Ash Street: Sam", "Friends of Elm, Oak and Ash Street", "Sam"),
        ("Elm Park forum", "Elm Park forum", ""),
    ],
)
def test_who_keeps_it_is_a_name_and_people(answer: str, name: str, people: str) -> None:
    forum = read_forum(answer)
    assert (forum.name, forum.people) == (name, people)


@pytest.mark.parametrize(
    ("answer", "kept", "addresses"),
    [
        ("", "Elm-Park/Guide", ("https://elm-park.github.io/Guide/", "Elm-Park/Guide")),
        ("", "elm/elm.github.io", ("https://elm.github.io/", "elm/elm.github.io")),
        ("", "git@github.com:elm/guide.git", ("https://elm.github.io/guide/", "elm/guide")),
        ("elm/guide", "", ("https://elm.github.io/guide/", "elm/guide")),
        ("https://github.com/elm/guide", "", ("https://elm.github.io/guide/", "elm/guide")),
        ("https://elm.github.io/guide", "", ("https://elm.github.io/guide/", "elm/guide")),
        ("www.elmpark.org.uk", "elm/guide", ("https://www.elmpark.org.uk/", "elm/guide")),
        ("https://elmpark.org.uk/guide", "", ("https://elmpark.org.uk/guide/", "")),
    ],
)
def test_where_it_is_published_follows_from_where_it_is_kept(
    answer: str, kept: str, addresses: tuple[str, str]
) -> None:
    url, repository = addresses
    whole = f"https://github.com/{repository}" if repository else ""
    assert read_addresses(answer, kept) == Addresses(url, whole)


@pytest.mark.parametrize(
    "answer",
    ["Elm Park", "javascript:alert(1)", "https://elm park.org", "https://a.org/?x", "ftp://a.org"],
)
def test_what_is_no_address_of_a_site_is_sent_back(answer: str) -> None:
    with pytest.raises(NotUnderstood, match=re.escape(answer)):
        read_addresses(answer, KEPT)


def test_an_address_is_asked_for_where_nothing_tells_it() -> None:
    with pytest.raises(NotUnderstood, match="Nothing here says where"):
        read_addresses("", "")


@pytest.mark.parametrize(
    ("name", "neighbourhood"),
    [
        ("Elm Park guide", "Elm Park"),
        ("Guide to Elm Park", "Elm Park"),
        ("The guide to Elm Park", "Elm Park"),
        ("Elm Park's Guide", "Elm Park"),
        ("Elm Park", "Elm Park"),
        ("Guide", "Guide"),
    ],
)
def test_the_neighbourhood_is_called_as_its_guide_without_the_word(
    name: str, neighbourhood: str
) -> None:
    assert answers(name=name).neighbourhood == neighbourhood


def test_every_answer_is_told_of_at_once() -> None:
    labels = [line.split(":")[0] for line in told(name="", help_line="", where="").splitlines()]
    assert labels == ["Name", "Help line", "Where"]


@pytest.mark.parametrize("name", list(TYPED))
def test_sixty_thousand_letters_are_too_many_and_are_not_all_shown(name: str) -> None:
    words = told(**{name: "01632 960 123 " + "x" * 60_000})
    assert len(words) < 400


@pytest.mark.parametrize("name", [name for name in TYPED if name != "address"])
def test_an_empty_answer_is_told_of_without_what_puts_people_off(name: str) -> None:
    assert put_off_by(told(**{name: " \n "})) == []


@pytest.mark.parametrize("question", questions(KEPT), ids=lambda one: one.name)
def test_the_example_of_a_question_is_an_answer_to_it(question: Question) -> None:
    assert question.said(question.answered(question.example))
    assert put_off_by(question.asks) == []


def test_all_that_was_read_is_read_back_in_words() -> None:
    assert dict(read_back(answers(help_line="Sam, 01632960123, text 07700900123, weekdays"))) == {
        "Name": "Elm Park guide",
        "Help line": "Sam, phone 01632 960 123, or text 07700 900 123. When: weekdays",
        "Where": "53.7020 north, 3.3000 west. See it on a map: https://www.openstreetmap.org/"
        "?mlat=53.70200&mlon=-3.30000#map=15/53.70200/-3.30000",
        "Kept by": "Elm Park forum. People: Sam, Priya and Leon",
        "Address": "https://elm-park.github.io/guide/ "
        "Its files are at https://github.com/elm-park/guide",
    }
