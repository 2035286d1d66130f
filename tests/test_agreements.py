"""The settings name the private details that may be public, and never the details themselves."""

from pathlib import Path

import pytest
from builders import config
from checks_page import TINY

from doorstep.agreements import Detail
from doorstep.loading import read_config
from doorstep.problems import Problem

AGREED = "entry: lifts, detail: mobile, agreed: 3 November 2026, by: Amina"


def told(folder: Path, facts: str) -> list[Problem]:
    """Return what is said of settings that have this agreement."""
    path = folder / "site.yaml"
    settings = (TINY / "site.yaml").read_text("utf-8")
    path.write_text(f"{settings}\nmay_be_public:\n  - {{{facts}}}\n", "utf-8")
    return read_config(path)[1]


@pytest.mark.parametrize(
    ("words", "detail"),
    [
        ("mobile", Detail.MOBILE),
        ("Mobile", Detail.MOBILE),
        ("mobile number", Detail.MOBILE),
        ("home address", Detail.HOME_ADDRESS),
        ("home-address", Detail.HOME_ADDRESS),
        ("address", Detail.HOME_ADDRESS),
        ("email", Detail.EMAIL),
        ("e-mail", Detail.EMAIL),
        ("e-mail address", Detail.EMAIL),
        ("NHS number", Detail.NHS_NUMBER),
        ("nhs-number", Detail.NHS_NUMBER),
        ("National Insurance number", Detail.NATIONAL_INSURANCE_NUMBER),
        ("NI number", Detail.NATIONAL_INSURANCE_NUMBER),
        ("date of birth", Detail.DATE_OF_BIRTH),
        ("DOB", Detail.DATE_OF_BIRTH),
        ("bank account", Detail.BANK_ACCOUNT),
        ("passport number", Detail.PASSPORT_NUMBER),
    ],
)
def test_a_detail_is_named_as_people_name_it(words: str, detail: Detail) -> None:
    one = {"entry": "lifts", "detail": words, "agreed": "3 November 2026", "by": "Amina"}
    assert config(may_be_public=[one]).may_be_public[0].detail is detail


def test_an_agreement_is_read_from_the_settings(tmp_path: Path) -> None:
    assert told(tmp_path, AGREED) == []


def test_a_detail_that_is_nearly_one_is_named(tmp_path: Path) -> None:
    [problem] = told(tmp_path, AGREED.replace("mobile", "mobil"))
    assert problem.rule == "details-known"
    assert problem.fix == "Did you mean “mobile”?"
    assert problem.corrected == f"- {{{AGREED}}}"


def test_the_number_itself_is_no_detail(tmp_path: Path) -> None:
    [problem] = told(tmp_path, AGREED.replace("mobile", "07700 900123"))
    assert problem.fix.startswith("Some that it looks for: mobile, home address, email,")


@pytest.mark.parametrize("part", ["entry", "detail", "agreed", "by"])
def test_every_part_of_an_agreement_is_said(part: str, tmp_path: Path) -> None:
    facts = ", ".join(fact for fact in AGREED.split(", ") if not fact.startswith(part))
    [problem] = told(tmp_path, facts)
    assert f"“{part}”" in problem.message
