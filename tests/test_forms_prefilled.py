"""The addresses of forms that are filled in already: short enough, and never of a safe space."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from builders import config, entry
from typed_forms import example

from doorstep.forms.kinds_of_forms import FORM_NAMED
from doorstep.forms.prefilled import (
    LONGEST,
    add_address,
    box_name,
    change_address,
    edit_address,
    missing_address,
    still_right_address,
)
from doorstep.kinds import Kind
from doorstep.reading import read_entry

if TYPE_CHECKING:
    from doorstep.entries import Entry

KEPT_AT = {"repository": "https://github.com/example/harbour-row"}


def asked(address: str) -> dict[str, str]:
    return {name: words[0] for name, words in parse_qs(urlsplit(address).query).items()}


def entries() -> list[Entry]:
    read = (read_entry(source, example().context)[0] for source in example().sources)
    return [one for one in read if one]


def test_every_entry_of_the_example_has_an_address_that_fits() -> None:
    desk = example()
    for one in entries():
        address = change_address(one, desk.config, desk.titles)
        assert len(address) <= LONGEST, one.slug
        assert bool(address) is not one.sensitive, one.slug


def test_an_address_fills_in_boxes_that_the_form_has() -> None:
    desk = example()
    for one in entries():
        names = asked(change_address(one, desk.config, desk.titles)).keys() - {"template", "title"}
        boxes = {box_name(box.id) for box in FORM_NAMED[f"change-{one.kind}"].boxes}
        assert names <= boxes, one.slug


def test_a_safe_space_is_never_talked_of_in_an_address() -> None:
    safe = entry("sensitive: yes\nnumber: 204")
    guide = config(**KEPT_AT)
    addresses = {change_address(safe, guide, {}), still_right_address(safe, guide)}
    assert addresses | {edit_address(safe, guide)} == {""}


def test_an_address_says_what_people_read_and_not_what_files_say() -> None:
    one = entry("number: 127\ntopics: [company]")
    assert asked(change_address(one, config(**KEPT_AT), {}))["topics"] == "Someone to talk to"


def test_a_guide_without_a_repository_has_no_addresses() -> None:
    one, guide = entry("cost: Free"), config()
    addresses = {change_address(one, guide, {}), add_address(Kind.GROUP, guide)}
    assert addresses | {missing_address("tea", guide), edit_address(one, guide)} == {""}


def test_an_entry_too_long_for_an_address_leaves_out_its_longest_words_first() -> None:
    one = entry(f"cost: Free\nyou_can_help: [{', '.join(['make tea and more tea ' * 9] * 50)}]")
    address = change_address(one, config(**KEPT_AT), {})
    assert len(address) <= LONGEST
    assert "you_can_help" not in asked(address)
    assert asked(address)["cost"] == "Free"


def test_an_entry_that_is_long_everywhere_still_says_which_it_is() -> None:
    long = "word " * 190
    keys = ("cost", "come_along", "safeguarding", "insurance")
    facts = "".join(f"{key}: {long}\n" for key in keys)
    one = entry(f"{facts}you_can_help: [{', '.join(['word ' * 38] * 50)}]\nnumber: 127")
    address = change_address(one, config(**KEPT_AT), {})
    assert len(address) <= LONGEST
    assert asked(address)["entry"] == "127, Tea and talk (tea-and-talk)"


def test_saying_that_all_is_right_takes_one_tap_more() -> None:
    one = entry("number: 127")
    said = asked(still_right_address(one, config(**KEPT_AT)))
    assert said["template"] == "still-right.yml"
    assert said["on"] == "today"


def test_words_that_were_looked_for_are_kept_as_they_were_typed() -> None:
    words = "boxing & <b>girls</b> #1 “50%”"
    assert words in asked(missing_address(words, config(**KEPT_AT)))["words"]


def test_the_pencil_opens_the_entrys_own_file() -> None:
    one = entry("number: 127")
    file = "content/groups/tea-and-talk.md"
    assert edit_address(one, config(**KEPT_AT)) == f"{KEPT_AT['repository']}/edit/main/{file}"
