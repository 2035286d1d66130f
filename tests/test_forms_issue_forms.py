"""GitHub's own files for the forms: they follow its format, and are those that are kept."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from checks_page import ROOT
from typed_forms import example

from doorstep.forms.issue_forms import issue_form_files
from doorstep.forms.kinds_of_forms import FORMS

FILES = issue_form_files(example().config)
KEPT = ROOT / ".github" / "ISSUE_TEMPLATE"


def form(name: str) -> dict[str, Any]:
    told = yaml.safe_load(FILES[f"{name}.yml"])
    assert isinstance(told, dict)
    return told


NAMES = [one.name for one in FORMS]


@pytest.mark.parametrize("name", FILES)
def test_the_files_that_are_kept_are_those_that_the_models_give(name: str) -> None:
    assert (KEPT / name).read_text(encoding="utf-8") == FILES[name], "run: make forms"


def test_no_other_form_is_kept() -> None:
    assert {path.name for path in KEPT.iterdir()} == set(FILES)


@pytest.mark.parametrize("name", NAMES)
def test_a_form_has_what_github_wants_of_one(name: str) -> None:
    told = form(name)
    assert told.keys() <= {"name", "description", "title", "labels", "assignees", "body"}
    assert {"name", "description", "body"} <= told.keys()
    assert {part["type"] for part in told["body"]} <= {
        "markdown",
        "input",
        "textarea",
        "checkboxes",
    }


@pytest.mark.parametrize("name", ["add-help", "change-help"])
@pytest.mark.parametrize("label", ["Phone", "More"])
def test_help_is_asked_for_with_a_word_on_who_will_see_it(name: str, label: str) -> None:
    [box] = [part for part in form(name)["body"] if part["attributes"].get("label") == label]
    hint = box["attributes"]["description"]
    assert "everyone" in hint.casefold()
    assert "one person’s own mobile" in hint
    assert ("020 7946 0123" in hint) == (label == "Phone")


def test_nobody_has_to_think_of_a_title() -> None:
    titles = {name: form(name)["title"] for name in NAMES}
    assert (titles["add-green-space"], titles["add-help"]) == ("New green space: ", "New help: ")
    assert len(set(titles.values())) == len(NAMES)
    assert all(title.endswith(": ") for title in titles.values())


@pytest.mark.parametrize("name", NAMES)
def test_ids_and_labels_are_there_once(name: str) -> None:
    asked = [part for part in form(name)["body"] if part["type"] != "markdown"]
    ids, labels = [part["id"] for part in asked], [part["attributes"]["label"] for part in asked]
    assert len(set(ids)) == len(ids)
    assert len({label.casefold() for label in labels}) == len(labels)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", one) for one in ids)


@pytest.mark.parametrize("name", NAMES)
def test_every_part_has_only_what_its_type_may_have(name: str) -> None:
    may = {
        "markdown": {"value"},
        "input": {"label", "description", "placeholder", "value"},
        "textarea": {"label", "description", "placeholder", "value", "render"},
        "checkboxes": {"label", "description", "options"},
    }
    for part in form(name)["body"]:
        assert part["attributes"].keys() <= may[part["type"]]
        assert part.keys() <= {"type", "id", "attributes", "validations"}


@pytest.mark.parametrize("name", NAMES)
def test_no_box_is_called_like_something_else_in_an_address(name: str) -> None:
    taken = {"title", "body", "labels", "assignees", "milestone", "projects", "template"}
    assert not taken & {part.get("id") for part in form(name)["body"]}


@pytest.mark.parametrize("name", NAMES)
def test_a_form_begins_with_who_sees_it_in_bold(name: str) -> None:
    first = form(name)["body"][0]
    assert first["type"] == "markdown"
    assert first["attributes"]["value"].startswith("**Everyone can see this form.")


def test_nothing_can_be_sent_without_a_form() -> None:
    assert yaml.safe_load(FILES["config.yml"])["blank_issues_enabled"] is False
