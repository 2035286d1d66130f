"""Looking for private details takes no time to speak of, however much is written."""

from collections.abc import Callable

import pytest
from builders import TODAY, config, entry
from counting import calls_of
from timing import seconds_for

from doorstep.kinds import Kind
from doorstep.private_details.finding import Found, details_of, with_lines
from doorstep.private_details.known import Known

GROUP = """
number: 127
title: Tea and talk
summary: Tea, talk and board games for anyone who would like company.
when: Every Tuesday in term time, 10:30am to midday
where: {name: St Anne's Hall, address: 28 High Street, postcode: AB1 2CD}
contact: {name: Pat, phone: 020 7946 0456, email: tea@example.org, best_time: weekday mornings}
you_can_help: [make tea, give lifts home]
cost: Free. £1 for a second cake, born of need.
checked: 2026-11-03, by phone, Amina
safeguarding: Pat is responsible. All helpers’ references are checked at home and at work.
"""

MOST_CALLS = 150
"""Ten thousand entries are looked through in each build."""
HOSTILE = (
    *("born ", "born 1 ", "DOB 1/", "1 2 ", "0 7 ", "07", "1  ", "12 Ab Cd ", "1 a ", "AB 12 "),
    *("@", "a@b.", "a.b@c-", "flat 1 ", "sort code 12-", "account 1234 ", "passport 1", "nhs no "),
    *("my house 1 Mill Lane ", "&#48;", "%30", "０", "\u200b0", "one ", "[at] ", "a dot b at c "),
    *("born St. ", "born 3/4/61 to ", "d o b ", "12 Heol aaa A ", "double 7-", "No. 1 Ab Street "),
)


def seconds(words: str, most: float) -> float:
    """Return how long it takes to look through an offer of help with these words."""
    offer = entry("side: give", Kind.HELP, "lifts")
    known = Known(config(), (offer,), TODAY)
    return seconds_for(lambda: details_of(offer, (words,), known), most)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_made_to_take_long_do_not(words: str) -> None:
    assert seconds(words * (5_000 // len(words)), 0.4) < 0.4


@pytest.mark.hard
@pytest.mark.parametrize("words", HOSTILE)
def test_a_hundred_thousand_letters_are_looked_through_in_two_seconds(
    words: str, tried: Callable[[str, int], None]
) -> None:
    tried("Words of 100 KB made to stall the look for private details", 1)
    assert seconds(words * (100_000 // len(words)), 2) < 2


def test_an_ordinary_entry_is_looked_through_in_few_steps() -> None:
    one = entry(GROUP)
    known = Known(config(), (one,), TODAY)
    assert details_of(one, one.written.lines, known) == []  # patterns are compiled at first use
    assert calls_of(lambda: details_of(one, one.written.lines, known)) < MOST_CALLS


def test_an_entry_is_looked_through_on_its_own_lines() -> None:
    offer = entry("side: give\nsummary: Ring 07700 900 999", Kind.HELP, "lifts")
    [(same, lines)] = with_lines([offer])
    [found] = details_of(same, lines, Known(config(), (offer,), TODAY))
    assert found == Found(4, found.detail)
