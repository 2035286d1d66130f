"""Every key is found under the name people type, with help and an example that works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import entry

from doorstep.config import Forum, Ladder, SiteConfig
from doorstep.details import Address, Contact, Origin
from doorstep.entries import MODELS, Entry, Group
from doorstep.help_texts import explained_fields_of
from doorstep.keys import example_of, fields_of, is_list, model_at, nested_model
from doorstep.kinds import Kind
from doorstep.loading import read_config

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo


def every_key(model: type[BaseModel], *path: str) -> Iterator[tuple[str, FieldInfo]]:
    for key, field in explained_fields_of(model).items():
        yield "/".join((*path, key)), field
        if nested := nested_model(field):
            yield from every_key(nested, *path, key)


DOCUMENTED = [
    *every_key(SiteConfig, "site.yaml"),
    *(pair for kind, model in MODELS.items() for pair in every_key(model, kind)),
]
NEEDED = {Kind.HELP: "side: get\n", Kind.STORY: "consent: {on: 3/11/2026, kept_by: the forum}\n"}
EXAMPLES = [
    (kind, key, example_of(key, field))
    for kind, model in MODELS.items()
    for key, field in fields_of(model).items()
    if kind is Kind.GROUP or key not in fields_of(Entry)
]


def test_every_key_has_help_that_ends_like_a_sentence() -> None:
    ends = {key: (field.description or "")[-1:] for key, field in DOCUMENTED}
    assert [key for key, end in ends.items() if end != "."] == []


def test_every_key_has_an_example() -> None:
    assert [key for key, field in DOCUMENTED if "…" in example_of(key, field)] == []


@pytest.mark.parametrize(("kind", "key", "line"), EXAMPLES, ids=[key for _, key, _ in EXAMPLES])
def test_every_example_of_an_entry_can_be_copied(kind: Kind, key: str, line: str) -> None:
    needed = "" if key in NEEDED.get(kind, "") else NEEDED.get(kind, "")
    areas = [{"id": "station-side", "label": "Station side"}]
    assert entry(f"{needed}{line}", kind, areas=areas)


def test_every_example_of_the_settings_can_be_copied_into_one_file(tmp_path: Path) -> None:
    file = tmp_path / "site.yaml"
    lines = [example_of(key, field) for key, field in fields_of(SiteConfig).items()]
    file.write_text("\n".join(lines), encoding="utf-8")
    config, problems = read_config(file)
    assert not problems
    assert config is not None
    assert config.forum.meets == "First Tuesday of the month, 6:30pm to 8:30pm"


def test_a_key_goes_by_the_name_people_type() -> None:
    assert "for" in fields_of(Group)
    assert "from" in fields_of(Origin)


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ((), Group),
        (("contact",), Contact),
        (("contact", "phone"), Contact),
        (("where", "postcode"), Address),
        (("title",), Group),
        (("nonsense", 3), Group),
    ],
)
def test_the_class_that_holds_the_keys_at_a_place_is_found(
    path: tuple[str | int, ...], owner: type[BaseModel]
) -> None:
    assert model_at(Group, path) is owner


def test_a_ladder_is_found_under_a_kind() -> None:
    assert model_at(SiteConfig, ("freshness", "kinds", "green-space")) is Ladder


def test_what_there_may_be_several_of_is_a_list() -> None:
    fields = fields_of(SiteConfig)
    assert is_list(fields["topics"])
    assert not is_list(fields["forum"])


def test_an_example_with_a_comma_in_it_is_kept_together() -> None:
    meets = fields_of(SiteConfig)["forum"]
    assert nested_model(meets) is Forum
    assert 'meets: "First Tuesday of the month, 6:30pm' in example_of("forum", meets)
