"""What a cell gives for each field."""

from __future__ import annotations

import pytest

from doorstep.importers.values import Taken, take


def taken(field: str, words: str) -> Taken:
    return take(field, words, "GB")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0131 496 0123", "0131 496 0123"),
        ("0044 7700 900123", "07700 900 123"),
        ("+44 131 496 0123", "0131 496 0123"),
        ("1314960123", "0131 496 0123"),
        ('http://<a href="tel:01314960123">0131 496 0123</a>', "0131 496 0123"),
    ],
)
def test_a_phone_number_is_tidied(typed: str, number: str) -> None:
    assert taken("contact.phone", typed) == Taken(number)


@pytest.mark.parametrize(
    "typed",
    [
        "0131 496 0123 07700 900 123",
        "0131 496 0123/0456",
        "0131 496 0123 or 07700 900 123",
        "Office: 0131 496 0123\nDoor: 07700 900 123",
    ],
)
def test_of_several_phones_the_first_is_taken_and_all_are_kept(typed: str) -> None:
    phone = taken("contact.phone", typed)
    assert phone.value == "0131 496 0123"
    assert phone.rest.split() == typed.split() or phone.rest.startswith("- Office")


def test_words_in_the_phone_column_are_left_out_and_said() -> None:
    phone = taken("contact.phone", "S. West")
    assert phone == Taken(note="“S. West” has no phone number in it")


def test_a_full_stop_after_an_email_is_dropped() -> None:
    assert taken("contact.email", "tea@example.org.").value == "tea@example.org"


def test_half_an_email_is_left_out_and_said() -> None:
    email = taken("contact.email", "info@landmark")
    assert email == Taken(note="“info@landmark” is not a whole e-mail address")


def test_of_two_emails_the_first_is_taken_and_said() -> None:
    email = taken("contact.email", "a@example.org, b@example.org")
    assert email.value == "a@example.org"
    assert "only the first" in email.note


@pytest.mark.parametrize(
    "typed",
    [
        "http://www.example.org/",
        '<a href="http://www.example.org/"> Our page</a>',
        '<a href="http://www.example.org/" Our page</a>',
    ],
)
def test_a_website_is_where_the_link_leads(typed: str) -> None:
    assert taken("contact.website", typed).value == "http://www.example.org/"


def test_a_website_without_its_start_gets_one() -> None:
    assert taken("contact.website", "www.example.org").value == "https://www.example.org"


@pytest.mark.parametrize("typed", ["ask us", '<a href="javascript:alert(1)">Tea</a>'])
def test_what_is_no_website_is_left_out_and_said(typed: str) -> None:
    website = taken("contact.website", typed)
    assert website.value == ""
    assert "is not the address of a web page" in website.note


def test_a_postcode_is_tidied() -> None:
    assert taken("where.postcode", "ab1 2cd ") == Taken("AB1 2CD")


def test_words_beside_a_postcode_are_left_out_and_said() -> None:
    postcode = taken("where.postcode", "AB1 2CD (Head Office)")
    assert postcode == Taken(
        "AB1 2CD", note="of “AB1 2CD (Head Office)” only the postcode was taken"
    )


def test_a_postcode_that_was_cut_short_is_left_out_and_said() -> None:
    assert taken("where.postcode", "AB1 2") == Taken(note="“AB1 2” is not a whole postcode")


@pytest.mark.parametrize("typed", ["55.95,-3.19", "55.95, -3.19", "(55.9500 -3.1900)"])
def test_two_numbers_in_one_cell_are_a_position(typed: str) -> None:
    assert taken("where.position", typed).value == {"lat": "55.95", "lon": "-3.19"}


def test_sixteen_decimals_are_ten_more_than_a_door_needs() -> None:
    position = taken("where.position", "55.97708801383166,-3.30014705657959")
    assert position.value == {"lat": "55.977088", "lon": "-3.300147"}


@pytest.mark.parametrize("typed", ["0", "Loch Ken, AB1 2CD", "55.95"])
def test_words_where_a_position_should_be_are_left_out_and_said(typed: str) -> None:
    position = taken("where.position", typed)
    assert position == Taken(note=f"“{typed}” is not a latitude and a longitude")


def test_a_decimal_comma_in_a_column_of_its_own_is_read() -> None:
    assert taken("where.lat", "55,9533").value == "55.9533"


def test_times_stay_as_they_were_typed() -> None:
    assert taken("when", "Tues &amp; Thurs 2-4pm") == Taken("Tues & Thurs 2-4pm")


def test_times_on_several_lines_become_a_list() -> None:
    hours = taken("open", "Monday      1pm - 8pm\r\nTuesday  10am - 5pm\r\n\r\n")
    assert hours.value == ["Monday 1pm - 8pm", "Tuesday 10am - 5pm"]


def test_sentences_of_times_become_a_list() -> None:
    hours = taken("open", "Mon-Thu, 9am-1pm. Fri, 9.30 a.m. to noon.")
    assert hours.value == ["Mon-Thu, 9am-1pm", "Fri, 9.30 a.m. to noon"]


def test_a_sentence_that_is_of_the_ones_before_it_stays_with_them() -> None:
    typed = "Mondays 2pm. Tuesdays 3pm. Not in August"
    assert taken("when", typed).value == typed


def test_a_day_that_is_closed_needs_no_line() -> None:
    hours = taken("open", "Monday 1pm - 8pm\nTuesday  closed\nWednesday 1pm - 8pm")
    assert hours.value == ["Monday 1pm - 8pm", "Wednesday 1pm - 8pm"]


@pytest.mark.parametrize(
    "typed",
    [
        "Various meeting times",
        "One-to-one support can be used flexibly between 7.30am and 5pm, as people need it.",
        "Until March:\nMonday 10am - 5pm\nFrom April:\nMonday 1pm - 5pm",
        "Every day 10am - 5pm\nThursday closed",
        "Thursday closed",
        "Mondays 2-4",
        "Monday 10am - 5pm\nThe door is in the lane",
    ],
)
def test_times_that_cannot_be_read_go_below_the_facts_and_are_named(typed: str) -> None:
    hours = taken("open", typed)
    assert hours.value == ""
    assert hours.rest
    assert "is not taken as days and times, so it stands below the facts" in hours.note


def test_the_first_sentence_is_the_summary_and_the_rest_goes_below() -> None:
    summary = taken("summary", "Tea at St. Anne's. All are welcome & cake is <b>free</b>.")
    assert summary.value == "Tea at St. Anne's."
    assert summary.rest == "All are welcome & cake is free."


def test_a_sentence_too_long_for_a_summary_goes_below_whole() -> None:
    long = "word " * 30 + "end."
    assert taken("summary", long) == Taken(rest=long)


def test_several_words_for_topics_become_a_list() -> None:
    assert taken("topics", "Food, Company\nSport").value == ["Food", "Company", "Sport"]


def test_an_empty_cell_gives_nothing() -> None:
    assert taken("title", " <br> ") == Taken()


@pytest.mark.parametrize("field", ["title", "when", "topics", "contact.phone", "contact.email"])
@pytest.mark.parametrize("part", ["a", "0 ", "<!--", "a@", "a\n", "http://", "012345678 "])
def test_an_article_in_the_wrong_column_goes_below_the_facts(field: str, part: str) -> None:
    article = taken(field, part * 5000 + "end")
    assert article.value == ""
    assert article.rest
