"""site.yaml says which neighbourhood this is; what it cannot say is explained."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from builders import config
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from doorstep.geography import Position
from doorstep.kinds import Kind
from doorstep.schedules.rules import DateSpan, YearlySpan


def why(**settings: Any) -> str:
    with pytest.raises(ValidationError) as reasons:
        config(**settings)
    return str(reasons.value.errors()[0].get("ctx", {}).get("message", ""))


def test_a_small_guide_gets_sensible_settings_for_what_it_leaves_out() -> None:
    small = config()
    assert small.time_zone == ZoneInfo("Europe/London")
    assert small.exit_address == "https://www.bbc.co.uk/weather"
    assert not small.example


@pytest.mark.parametrize("name", ["Mars/Olympus", "../../etc/passwd", "/etc/localtime", "A" * 999])
def test_a_time_zone_nobody_has_is_explained(name: str) -> None:
    assert why(time_zone=name) == f"“{name}” is not a time zone."


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_point_is_read_as_it_is_written_in_decimals(lat: float, lon: float) -> None:
    centre = config(centre={"lat": f"{lat:.6f}", "lon": f"{lon:.6f}"}).centre
    assert centre.position == Position(round(lat, 6), round(lon, 6))


def test_the_minus_of_web_pages_is_a_minus() -> None:
    assert config(centre={"lat": "53.7", "lon": "−3.3"}).centre.lon == -3.3


@pytest.mark.parametrize("lat", ["north", "53,7", "nan", "inf", "1e1", "5_3", "53.7N"])
def test_what_is_not_a_decimal_is_no_latitude(lat: str) -> None:
    said = why(centre={"lat": lat, "lon": "0"})
    assert said == f"“{lat}” is not a number of degrees, such as 53.7020."


@pytest.mark.parametrize(("lat", "lon"), [("90.1", "0"), ("-91", "0"), ("0", "180.5")])
def test_nothing_lies_beyond_the_poles_or_the_date_line(lat: str, lon: str) -> None:
    assert "is not on the map" in why(centre={"lat": lat, "lon": lon})


def test_whose_pictures_are_not_known_is_said_in_plain_words() -> None:
    assert why(map={"pictures": "osm"}) == "“osm” is not a source of pictures we know."


@pytest.mark.parametrize(
    ("corners", "has"),
    [(["53.70"], "1 corner"), (["53.70", "53.71"], "2 corners"), (["53.70"] * 9, "1 corner")],
)
def test_a_boundary_has_an_inside(corners: list[str], has: str) -> None:
    said = why(boundary=[{"lat": lat, "lon": "-3.3"} for lat in corners])
    assert said == f"The boundary has {has}, and it takes three to go round a neighbourhood."


def test_a_guide_may_leave_its_boundary_out() -> None:
    assert config(boundary=[]).boundary == ()


def test_a_kind_without_a_ladder_of_its_own_has_the_common_one() -> None:
    parks = {"kinds": {"green_space": {"due": "180", "stale": "365", "unlisted": "730"}}}
    freshness = config(freshness=parks).freshness
    assert freshness.ladder(Kind.GREEN_SPACE).due == 180
    assert freshness.ladder(Kind.GROUP).due == 90


@pytest.mark.parametrize(
    "ladder", [{"due": "200"}, {"stale": "90"}, {"kinds": {"help": {"unlisted": "60"}}}]
)
def test_a_ladder_that_does_not_go_down_is_explained(ladder: dict[str, Any]) -> None:
    assert why(freshness=ladder).startswith("Of due, stale and unlisted each has to be more")


@pytest.mark.parametrize("where", ["areas", "audiences", "topics"])
def test_a_name_in_addresses_is_there_once(where: str) -> None:
    twice = [{"id": "food", "label": "Food"}, {"id": "food", "label": "Meals"}]
    assert why(**{where: twice}) == f"“food” is there twice in {where}."


@pytest.mark.parametrize("written", ["2 September to 23 October 2026", "2026-09-02 to 2026-10-23"])
def test_a_term_is_a_first_and_a_last_day(written: str) -> None:
    term = DateSpan(date(2026, 9, 2), date(2026, 10, 23))
    assert config(terms=[written]).terms == (term,)


def test_terms_may_stand_on_lines_of_one_block() -> None:
    written = "2 September to 23 October 2026\n2 November to 18 December 2026\n"
    autumn, winter = config(terms=written).terms
    assert (autumn.first, winter.last) == (date(2026, 9, 2), date(2026, 12, 18))


def test_only_an_example_may_leave_out_the_year_of_a_term() -> None:
    written = ["2 September to 23 October"]
    assert why(terms=written) == "“2 September to 23 October” does not say which year."
    assert config(terms=written, example="yes").terms == (YearlySpan((9, 2), (10, 23)),)


def test_a_term_that_cannot_be_read_is_explained_on_its_own_line() -> None:
    with pytest.raises(ValidationError) as reasons:
        config(terms=["2 September to 23 October 2026", "till Christmas"])
    (told,) = reasons.value.errors()
    assert told["loc"][:2] == ("terms", 1)
    assert "till Christmas" in told["ctx"]["message"]


@pytest.mark.parametrize(
    ("written", "region"),
    [
        ("England", "GB-ENG"),
        ("scotland", "GB-SCT"),
        ("Wales", "GB-WLS"),
        ("Northern Ireland", "GB-NIR"),
        ("GB-SCT", "GB-SCT"),
        ("ie", "IE"),
    ],
)
def test_bank_holidays_are_those_of_a_country(written: str, region: str) -> None:
    assert config(bank_holidays=written).bank_holidays == region


@pytest.mark.parametrize("written", ["Atlantis", "UK", "GB-XXX", "GB-", "X" * 999])
def test_a_country_nobody_knows_the_bank_holidays_of_is_explained(written: str) -> None:
    assert why(bank_holidays=written) == f"We do not know the bank holidays of “{written}”."


def test_a_word_site_yaml_does_not_know_is_refused() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        config(nmae="Harbour Row guide")


def test_settings_cannot_be_changed_once_they_are_read() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        config().name = "Another guide"  # type: ignore[misc]
