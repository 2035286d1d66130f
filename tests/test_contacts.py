"""Phones, e-mail and web addresses and postcodes are written one way, however they were typed."""

from __future__ import annotations

from itertools import accumulate, product

import pytest
from builders import entry, messages
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from doorstep.contacts import (
    AS_WE_WRITE_IT,
    dialled,
    is_web_address,
    plain_number,
    tidy_phone,
    tidy_postcode,
)
from doorstep.dialling import grouped, in_e164


def why(phone: str) -> str:
    with pytest.raises(PydanticCustomError) as reason:
        tidy_phone(phone)
    return reason.value.message()


@pytest.mark.parametrize(
    "typed",
    [
        "02079460456", "020 7946 0456", "020-7946-0456", "(020) 7946 0456", "020.7946.0456",
        "+442079460456", "+44 (0)20 7946 0456", "0044 20 7946 0456", "2079460456",
    ],
)  # fmt: skip
def test_a_phone_number_is_written_as_people_here_dial_it(typed: str) -> None:
    assert tidy_phone(typed) == "020 7946 0456"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("07700900123", "07700 900 123"),
        ("+447700900123", "07700 900 123"),
        ("01632960123", "01632 960 123"),
        ("01214960123", "0121 496 0123"),
        ("03069990123", "0306 999 0123"),
        ("0808 2000 247", "0808 2000 247"),
        ("0345 6070 160", "0345 6070 160"),
        ("08001111", "0800 1111"),
        ("020 7946 0456 ext 12", "020 7946 0456 x12"),
        ("+33 1 23 45 67 89", "+33 1 23 45 67 89"),
        ("0048221234567", "+48 22 123 45 67"),
    ],
)
def test_the_figures_of_a_number_are_grouped_to_be_read_out(typed: str, written: str) -> None:
    assert tidy_phone(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("999", "999"),
        ("111", "111"),
        ("85258", "85258"),
        ("116123", "116 123"),
        ("116 123", "116 123"),
    ],
)
def test_short_numbers_are_numbers_too(typed: str, written: str) -> None:
    assert (tidy_phone(typed), dialled(written)) == (written, written.replace(" ", ""))


def test_a_guide_abroad_writes_its_own_numbers_its_own_way() -> None:
    assert tidy_phone("+33 1 23 45 67 89", region="FR") == "01 23 45 67 89"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("020 7946 045", "“020 7946 045” has 10 digits. Numbers that start 020 have 11."),
        ("07700 9001234", "“07700 9001234” has 12 digits. Numbers that start 07 have 11."),
        ("0044 20 7946 045", "“0044 20 7946 045” has 13 digits."),
        ("00000000000", "“00000000000” has 11 digits."),
        ("946045", "“946045” has 6 digits."),
        ("020 7946 0456 (Pat)", "“020 7946 0456 (Pat)” has words beside the number."),
        ("ask Pat", "“ask Pat” is not a phone number."),
        ("020 7946 0456 / 07700 900123", "is not a phone number."),
    ],
)
def test_a_number_nobody_could_dial_is_explained(typed: str, said: str) -> None:
    assert said in why(typed)


def tidied_or_told(typed: str) -> str:
    try:
        return tidy_phone(typed)
    except PydanticCustomError as reason:
        return reason.message()


@given(st.text(max_size=30) | st.from_regex(r"\+?[0-9 ()x-]{3,20}", fullmatch=True))
def test_any_words_are_a_phone_number_or_are_explained(typed: str) -> None:
    outcome = tidied_or_told(typed)
    assert typed in outcome or tidy_phone(outcome) == outcome


@given(st.from_regex(r"0[127][0-9]{9}", fullmatch=True))
def test_a_tidy_number_dials_what_was_typed_and_stays_as_it_is(typed: str) -> None:
    tidy = tidy_phone(typed)
    assert (tidy_phone(tidy), dialled(tidy)) == (tidy, f"+44{typed[1:]}")


@given(st.from_regex(AS_WE_WRITE_IT.pattern, fullmatch=True))
def test_a_number_as_we_write_it_is_dialled_as_the_library_of_numbers_would(tidy: str) -> None:
    assert dialled(tidy) == in_e164(tidy, "GB")


def test_an_extension_is_dialled_after_the_number() -> None:
    assert dialled("020 7946 0456 x12") == "+442079460456;ext=12"


def test_what_is_too_short_for_a_number_dials_its_figures() -> None:
    assert dialled("1") == "1"


@pytest.mark.parametrize(
    "typed", ["pat@example.org", "mailto:pat@example.org", "pat@example.org.", " pat@example.org,"]
)
def test_an_email_address_loses_what_is_not_part_of_it(typed: str) -> None:
    assert entry(f"contact: {{email: '{typed}'}}").contact.email == "pat@example.org"


def test_an_email_address_without_its_sign_is_explained() -> None:
    (said,) = messages("contact: {email: pat.example.org}")
    assert said.startswith("“pat.example.org” has no @.")


@pytest.mark.parametrize(
    "typed",
    ["pat@example", "pat@", "pat @example.org", "a@example.org b@example.org", "pat@@example.org"],
)
def test_what_is_not_one_email_address_is_explained(typed: str) -> None:
    assert "is not one e-mail address" in messages(f"contact: {{email: '{typed}'}}")[0]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://www.example.org/tea", "https://www.example.org/tea"),
        ("www.example.org", "https://www.example.org"),
        ("example.org/tea?week=2#when", "https://example.org/tea?week=2#when"),
        ("example.org:8080/tea", "https://example.org:8080/tea"),
        ("http://example.org:8080", "http://example.org:8080"),
        ("https://www.example.org/tea.", "https://www.example.org/tea"),
        ("https://münchen.example/čaj", "https://münchen.example/čaj"),
        ("https://xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example"),
    ],
)
def test_a_web_address_is_whole(typed: str, address: str) -> None:
    assert entry(f"contact: {{website: '{typed}'}}").contact.website == address


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,hello",
        "vbscript:x",
        "ftp://example.org",
        "mailto:pat@example.org",
        "https://pat:secret@example.org",
        "https://:secret@example.org",
        "https://www.bank.example@example.org",
        "https://a b.org",
        "https://example.org:port",
        "https://example.org/<b>",
        "https://localhost",
        "https://127.0.0.1",
        "https://[::1]/",
        "https://[",
        "https://",
        "//example.org",
        "https:example.org",
        "tea and talk",
        "https://exa_mple.org",
        "https://example..org",
        "https://example.org\\@other.example",
    ],
)
def test_what_is_not_a_page_on_the_web_is_refused(typed: str) -> None:
    assert "is not the address of a web page" in messages(f"contact: {{website: '{typed}'}}")[0]


@given(st.text() | st.from_regex(r"(https?:)?//[a-z.:@\[\]/%?#-]{0,20}", fullmatch=True))
def test_asking_whether_anything_is_a_web_address_gets_an_answer(text: str) -> None:
    assert is_web_address(text) in (True, False)


@pytest.mark.parametrize(
    ("typed", "written"),
    [("ab1 2cd", "AB1 2CD"), ("AB12CD", "AB1 2CD"), ("sw1a1aa", "SW1A 1AA"), ("M1  1AE", "M1 1AE")],
)
def test_a_postcode_is_in_capitals_with_its_space(typed: str, written: str) -> None:
    assert tidy_postcode(typed) == written


@pytest.mark.parametrize("typed", ["AB1", "AB1 2C", "12345", "AB1 2CD UK", "ABC 123"])
def test_half_a_postcode_is_explained(typed: str) -> None:
    with pytest.raises(PydanticCustomError, match="is not a whole postcode"):
        tidy_postcode(typed)


SHAPES = ((3, 4, 4), (4, 3, 4), (4, 4, 3), (5, 3, 3), (5, 6), (11,))
"""How figures are parted in British numbers of eleven."""


def parted(figures: str, shape: tuple[int, ...]) -> str:
    ends = list(accumulate(shape))
    return " ".join(figures[end - length : end] for end, length in zip(ends, shape, strict=True))


def test_a_number_that_is_known_by_its_figures_is_what_the_library_would_write() -> None:
    known = 0
    for start, shape in product(range(10_000), SHAPES):
        typed = parted(f"0{start:04d}960123", shape)
        if plain := plain_number(typed):
            known += 1
            is_freephone = typed[1] in "38" and " " in typed
            by_the_library = grouped(typed, "GB")
            assert plain == (typed if is_freephone and by_the_library else by_the_library)
    assert known > 2_000
