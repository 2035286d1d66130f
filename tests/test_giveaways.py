"""Words that say where a safe space is or who is there, and words that only look like it."""

import time

import pytest

from doorstep.giveaways import (
    A_MAP,
    A_PLACE,
    A_POSTCODE,
    A_SURNAME,
    AN_ADDRESS,
    COORDINATES,
    told_at,
    told_in_name,
    told_in_words,
)

TELLING = {
    A_POSTCODE: ["AB1 2CD", "near ab12cd", "M1 1AA.", "EC1A 1BB", "AB1\u200b2CD", "AB1-2CD"],
    COORDINATES: ["53.6512, -3.3991", "lat -3.399", "53°39'N", "9C5R+XM at the back"],
    A_MAP: [
        "///filled.count.soap",
        "https://maps.app.goo.gl/abc",
        "https://www.google.co.uk/maps/@5",
        "what3words: filled",
        "https://www.openstreetmap.org/node/1",
    ],
    AN_ADDRESS: [
        "14 Secret Street",
        "14, secret street",
        "Flat 2, 14a St. Mary's Road",
        "12 The Avenue",
        "7 Elm Close",
        "We are in Mulberry Street.",
        "Off Mulberry street",
        "Come to Old Mill Lane",
        "in Mulberry Close",
        "28 High St",
    ],
    A_PLACE: ["We meet in Garden Hall.", "at St Anne's Church", "behind the Old Ship Inn"],
    A_SURNAME: [
        "Mrs Khan will meet you",
        "Ask Dr. Okafor",
        "Ask for Asha Khan.",
        "run by Mary O'Neill",
        "asha.khan@example.org",
    ],
}

HARMLESS = [
    "Phone 020 7946 0123 or text 07700 900123.",
    "Phone 020.7946.0123.",
    "Every Tuesday, 10:30am to midday",
    "10.30 to 12.15",
    "Room G8 3pm to 5pm",
    "3 November 2026",
    "3.11.2026",
    "It costs £2.50, or £1 for children.",
    "0808 2000 247",
    "2 women drive you home.",
    "It is 10 minutes from anywhere.",
    "4 people walk together.",
    "Then close the door.",
    "You drive and we talk.",
    "The road is long. Our street is yours.",
    "Is the library open?",
    "Ask for Asha, Monday to Friday.",
    "women.group@example.org",
    "hello@example.org",
    "Talk and tea with other women.",
    "We are 1 in 4.",
    "https://www.example.org/tea",
    "Citizens Advice can help.",
    "Tea at 20 °C is too cold.",
]

every_telling = pytest.mark.parametrize(
    ("what", "words"), [(what, words) for what, many in TELLING.items() for words in many]
)


@every_telling
def test_words_that_give_a_safe_space_away_are_noticed(what: str, words: str) -> None:
    assert what in set(told_in_words(words))


@pytest.mark.parametrize("words", HARMLESS)
def test_words_that_give_nothing_away_are_let_through(words: str) -> None:
    assert set(told_in_words(words)) == set()


@pytest.mark.parametrize("name", ["women-of-secret-street", "photos/elm_road.jpg", "14-elm-close"])
def test_a_street_in_a_name_with_hyphens_is_noticed(name: str) -> None:
    assert AN_ADDRESS in set(told_in_name(name))


@pytest.mark.parametrize("name", ["a-group-for-women", "tea-and-talk", "hearing_loop", "a-walk"])
def test_a_neutral_name_with_hyphens_is_let_through(name: str) -> None:
    assert set(told_in_name(name)) == set()


@pytest.mark.parametrize(
    "name", ["where", "address", "adress", "post_code", "directions", "venue", "location", "lat"]
)
def test_whatever_stands_under_the_name_of_a_place_is_a_place(name: str) -> None:
    assert A_PLACE in set(told_at((name,), "the old mill"))


@pytest.mark.parametrize("words", ["Asha Khan", "asha khan", "Asha K.", "ASHA KHAN", "Ásha Khán"])
def test_a_first_name_with_a_surname_is_noticed_in_a_contact(words: str) -> None:
    assert A_SURNAME in set(told_at(("contact", "name"), words))


@pytest.mark.parametrize(
    "words",
    [
        "Asha",
        "The caretaker",
        "Front desk",
        "Women's Aid",
        "Pat or Amina",
        "Asha, Pat",
        "Health visitor",
        "Social prescriber",
        "Quiet hour",
        "Tuesday Tea",
    ],
)
def test_a_first_name_or_a_role_is_fine_in_a_contact(words: str) -> None:
    assert set(told_at(("contact", "name"), words)) == set()


@pytest.mark.parametrize("words", ["Will Young", "Hope Day", "May Wood"])
def test_a_name_that_is_made_of_words_is_noticed_all_the_same(words: str) -> None:
    assert A_SURNAME in set(told_at(("contact", "name"), words))


@pytest.mark.parametrize("name", ["image1.jpg", "photo_5.jpeg", "tea-2.png", "IMG_2034.JPG"])
def test_a_photo_that_a_phone_named_is_at_no_address(name: str) -> None:
    assert set(told_at(("image", "file"), f"photos/{name}")) == set()


@pytest.mark.parametrize(
    "words", ["2026-11-10, by phone, Amina Khan", "10 November 2026, Amina Khan, by phone"]
)
def test_a_surname_is_noticed_wherever_a_check_names_it(words: str) -> None:
    assert A_SURNAME in set(told_at(("checked",), words))


@pytest.mark.parametrize(
    "words", ["2026-11-10, by phone, Amina", "Tuesday 10 November 2026, In person, Pat"]
)
def test_a_check_by_first_name_is_fine(words: str) -> None:
    assert set(told_at(("checked",), words)) == set()


def test_a_phone_number_under_its_own_name_is_never_a_place() -> None:
    assert set(told_at(("contact", "phone"), "07700.900134")) == set()


def test_words_under_the_name_of_a_phone_are_looked_at() -> None:
    assert AN_ADDRESS in set(told_at(("contact", "text"), "come to 14 Secret Street"))


@pytest.mark.parametrize(
    "words",
    [mark * 6_000 for mark in ("Aa ", "A-", "in In ", "1 a ", "a1 ", "1.", "@a", "/a/", "a.")],
    ids=lambda words: words[:6],
)
def test_nobody_waits_however_long_and_odd_the_words_are(words: str) -> None:
    start = time.process_time()
    list(told_in_words(words))
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "words",
    [
        "We meet at 14 **Mill** Road",
        "We meet at 14&nbsp;Mill&#32;Road",
        "We meet at 14%20Mill%20Road",
        "We meet at 14_Mill_Road",
        "See [this](/groups/14-mill-road/)",
        "See https://example.org/at/14-mill-road",
    ],
)
def test_an_address_is_seen_through_the_marks_of_a_text(words: str) -> None:
    assert AN_ADDRESS in set(told_in_words(words))


@pytest.mark.parametrize(
    "words", ["**Phone first.** Asha will know.", "[Stay safe](/about/stay-safe/)", "50% are new"]
)
def test_marks_alone_give_nothing_away(words: str) -> None:
    assert list(told_in_words(words)) == []
