"""What many pages show is worked out and drawn once, and is still right on each of them."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

import phonenumbers
import pytest
from builders import guide_of
from counting import calls_of
from gallery import LAYOUTS
from jinja2 import DictLoader
from msgspec.structs import replace

from doorstep.contacts import dialled
from doorstep.entries import Entry
from doorstep.kinds import Kind
from doorstep.layouts import Once, environment
from doorstep.outputs import RENDERERS, Press, everything_to_draw
from doorstep.permalinks import ADD, HOME
from doorstep.recurrences.series import series_of
from doorstep.views.entry_pages import entry_view
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.structured_data import structured_data

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.guide import Guide

PHONE = "01632 960 399"
CHECKED = "checked: 2026-11-03, by phone\n"
FACTS = f"{CHECKED}contact: {{phone: {PHONE}}}\nwhen: Every Tuesday, 2pm\nwhere: hall\n"
FILES = {
    "places/hall.md": f"---\ntitle: Hall\n{CHECKED}where: {{address: 28 High Street}}\n---\n",
    "groups/safe.md": f"---\ntitle: Safe\n{CHECKED}sensitive: true\n---\n",
} | {f"groups/tea-{number}.md": f"---\ntitle: Tea {number}\n{FACTS}---\n" for number in range(6)}


@pytest.fixture
def made(tmp_path: Path) -> Guide:
    return replace(guide_of(tmp_path, FILES), assets=defaultdict(str))


def test_the_guide_has_all_its_entries(made: Guide) -> None:
    assert len(made.catalogue.entries) == len(FILES)


def drawn(guide: Guide) -> dict[str, bytes]:
    press = Press(guide, environment(LAYOUTS))
    return {
        output.path: output.content
        for place, item in everything_to_draw(guide)
        if isinstance(item, Entry)
        for output in RENDERERS[place].draw(press, item)
    }


def test_a_phone_number_is_read_once_however_many_pages_show_it(
    made: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    parse = phonenumbers.parse

    def counted(number: str, *told: Any) -> Any:
        read.append(number)
        return parse(number, *told)

    monkeypatch.setattr(phonenumbers, "parse", counted)
    dialled.cache_clear()
    pages = drawn(made)
    assert sum(b"tel:+441632960399" in page for page in pages.values()) == 6
    assert read.count(PHONE) == 1


def test_of_what_comes_round_alike_the_rule_is_looked_at_once(made: Guide) -> None:
    groups = made.catalogue.of_kind(Kind.GROUP)
    tea = [entry for entry in groups if entry.when]
    series_of.cache_clear()
    assert all('"eventSchedule"' in structured_data(made, entry) for entry in tea)
    assert (len(tea), series_of.cache_info().misses) == (6, 1)


def test_a_page_of_what_is_like_others_takes_few_steps(made: Guide) -> None:
    first, *others = (one for one in made.catalogue.of_kind(Kind.GROUP) if one.when)
    entry_view(made, first)
    steps = [calls_of(partial(entry_view, made, other)) for other in others]
    assert max(steps) < 1300


def test_all_that_is_drawn_of_one_entry_stands_in_a_row(made: Guide) -> None:
    slugs = [item.slug if isinstance(item, Entry) else "" for _, item in everything_to_draw(made)]
    rows = [slug for slug, _ in groupby(slugs) if slug]
    assert sorted(rows) == sorted(made.catalogue.by_slug)


def test_everything_is_drawn_that_any_renderer_has(made: Guide) -> None:
    every = [(place, item) for place, one in enumerate(RENDERERS) for item in one.items(made)]
    to_draw = everything_to_draw(made)
    assert len(to_draw) == len(every)
    assert all(one in to_draw for one in every)


def test_pages_share_their_menu_but_for_the_one_it_leads_to(made: Guide) -> None:
    tea, cake = (frame_of(made, PageFacts(path=path, heading="x")) for path in ("tea/", "cake/"))
    assert tea.menu is cake.menu
    assert tea.footer is cake.footer
    assert tea.help_line is cake.help_line
    adding = frame_of(made, PageFacts(path=ADD, heading="x"))
    assert [link.href for link in adding.footer if link.is_current] == [made.permalinks.href(ADD)]
    assert frame_of(made, PageFacts(path=HOME, heading="x")).home.is_current
    assert not any(link.is_current for link in (*tea.menu, *tea.footer, tea.home))


def test_a_page_for_people_at_risk_leads_to_no_form_whatever_was_drawn_before_it(
    made: Guide,
) -> None:
    to_form = f'href="{made.permalinks.href(ADD)}"'.encode()
    pages = drawn(made)
    assert to_form in pages["groups/tea-1/index.html"]
    assert to_form not in pages["groups/safe/index.html"]


MACRO = "{% macro named(thing, level) %}<h{{ level }}>{{ thing.name }}</h{{ level }}>{% endmacro %}"


def named(*things: Any) -> str:
    layout = "{% from 'm' import named %}{% for x in view %}{{ once(named, x, 2) }}{% endfor %}"
    layouts = environment(LAYOUTS).overlay(loader=DictLoader({"m": MACRO, "l": layout}))
    return layouts.get_template("l").render(view=things)


class Thing:
    """Something whose name is counted when it is read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.read = 0

    @property
    def name(self) -> str:
        self.read += 1
        return self._name


def test_the_same_thing_is_drawn_once_and_shown_each_time() -> None:
    tea = Thing("Tea & talk")
    assert named(tea, tea, tea) == "<h2>Tea &amp; talk</h2>" * 3
    assert tea.read == 1


def test_things_that_are_not_the_same_are_each_drawn() -> None:
    assert named(Thing("A"), Thing("B")) == "<h2>A</h2><h2>B</h2>"


def test_what_is_drawn_differs_with_the_level_and_with_marked_words() -> None:
    module: Any = environment(LAYOUTS).from_string(MACRO).module
    once, tea = Once(), Thing("Tea")
    assert [once(module.named, tea, level) for level in (2, 3, "2")] == [
        "<h2>Tea</h2>",
        "<h3>Tea</h3>",
        "<h2>Tea</h2>",
    ]


def test_a_thing_that_is_gone_is_never_taken_for_another() -> None:
    module: Any = environment(LAYOUTS).from_string(MACRO).module
    once = Once()
    made = [once(module.named, Thing(str(number)), 2) for number in range(100)]
    assert made == [f"<h2>{number}</h2>" for number in range(100)]


def test_only_so_many_parts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("doorstep.layouts.PARTS_KEPT", 2)
    module: Any = environment(LAYOUTS).from_string(MACRO).module
    once, things = Once(), [Thing(str(number)) for number in range(3)]
    for thing in (*things, *things):
        once(module.named, thing, 2)
    assert [thing.read for thing in things] == [2, 2, 2]
