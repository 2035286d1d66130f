"""A form with what belongs to one person writes nothing, quotes nothing and previews nothing."""

import pytest
from builders import TODAY, config
from checks_page import TINY
from test_importers_issue_form_secrecy import assert_nothing_is_told
from typed_forms import proposed

from doorstep.importers.issue_form.desks import Desk
from doorstep.loading import read_config

MOBILE = "07700 900 999"
OFFER = {"title": "Lifts to town", "side": "give", "expires": "19 December 2026"}

NUMBERS = [
    "943 476 5919",
    "NHS no. 485 777 3457",
    "AB 12 34 56 C",
    "DOB 3/4/1961",
    "born on 3 April 1961",
    "sort code 12-34-56, account 12345678",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_for_life_is_not_repeated_in_whatever_box_it_stands(number: str) -> None:
    assert_nothing_is_told(proposed("tell-us", {"words": f"Joe, {number}"}))
    assert_nothing_is_told(proposed("add-group", {"title": "Tea", "body": number}))
    assert_nothing_is_told(proposed("add-group", {"title": f"Tea {number}"}))
    assert_nothing_is_told(proposed("add-group", {"title": "Tea"}, title=number))
    assert_nothing_is_told(proposed("add-group", {"title": "Tea"}, [number]))
    assert_nothing_is_told(proposed("tell-us", {}, body=number))


@pytest.mark.parametrize(
    "answers",
    [
        {"contact_phone": MOBILE},
        {"body": f"Ring me on {MOBILE}"},
        {"more": f"Text: {MOBILE}"},
        {"body": "I live at 12 Beacon Terrace"},
        {"address": "12 Beacon Terrace"},
    ],
)
def test_a_neighbours_own_mobile_or_home_is_for_the_phone(answers: dict[str, str]) -> None:
    assert_nothing_is_told(proposed("add-help", OFFER | answers))


@pytest.mark.parametrize("odd", [{"expires": "soon"}, {"when": "now and then"}, {"side": ""}])
@pytest.mark.parametrize(
    "answers", [{"contact_phone": MOBILE}, {"address": "12 Beacon Terrace"}, {"body": "Flat 3"}]
)
def test_an_offer_that_cannot_be_read_yet_gives_nobody_away(
    odd: dict[str, str], answers: dict[str, str]
) -> None:
    assert_nothing_is_told(proposed("add-help", OFFER | odd | answers))


@pytest.mark.parametrize(
    ("form", "answers"),
    [
        ("add-help", {"title": "Lifts", "side": "give", "contact_phone": "07700 900123"}),
        ("add-help", {"title": "Meals", "side": "get", "contact_phone": MOBILE}),
        ("add-group", {"title": "Knitting bee", "contact_phone": MOBILE}),
        ("add-group", {"title": "Knitting bee", "body": "Flat 3. Meet at 12 Beacon Terrace."}),
    ],
)
def test_what_cannot_be_read_yet_is_no_secret_for_that(form: str, answers: dict[str, str]) -> None:
    proposal = proposed(form, answers | {"when": "now and then"})
    assert (proposal.is_secret, proposal.can_go_live) == (False, False)


@pytest.mark.parametrize(
    ("form", "answers"),
    [
        ("add-help", OFFER | {"contact_phone": "07700 900123"}),
        ("add-help", OFFER | {"contact_phone": "020 7946 0999"}),
        ("add-group", {"title": "Knitting bee", "contact_phone": MOBILE}),
        ("add-group", {"title": "Knitting bee", "address": "12 Beacon Terrace"}),
        ("add-group", {"title": "Knitting bee", "contact_phone": "943 476 5919"}),
        ("tell-us", {"words": f"The choir's number is {MOBILE} now"}),
        ("tell-us", {"words": "The hall was built in 1961"}),
        ("add-event", {"title": "Our 40th birthday: 5 December 2026", "when": "5 Dec 2026, 2pm"}),
        ("add-group", {"title": "Tots", "body": "Born between 1/9/2021 and 31/8/2022? Come in."}),
        ("add-group", {"title": "Walks", "body": "It is flat, or flat 1.5 miles a time."}),
        ("add-group", {"title": "Care at home", "body": "We come home. Office: 12 Beacon Terrace"}),
        ("add-group", {"title": "Calls", "body": "For those at home. At 12 Beacon Terrace."}),
    ],
)
def test_the_guides_own_number_and_a_groups_are_no_secret(
    form: str, answers: dict[str, str]
) -> None:
    assert not proposed(form, answers).is_secret


def test_what_the_person_agreed_to_is_no_secret() -> None:
    settings, _ = read_config(TINY / "site.yaml")
    assert settings is not None
    yes = {"entry": "lifts-to-town", "detail": "mobile", "agreed": "3 November 2026", "by": "Pat"}
    agreed = config(may_be_public=[yes]).may_be_public
    desk = Desk(settings.model_copy(update={"may_be_public": agreed}), TINY / "content", TODAY)
    assert not proposed("add-help", OFFER | {"contact_phone": MOBILE}, desk=desk).is_secret
