"""Every site maker is given the same entries, and what it made is looked through."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT / "benchmarks"))

import speed_table  # noqa: E402 (only found once its folder is known)
from made_pages import json_ld_names, missing, missing_in_feed, missing_on_page  # noqa: E402
from made_up_guide import made_up_entries, write_guide  # noqa: E402
from makers import MADE, NotHad  # noqa: E402
from measuring import Measured  # noqa: E402
from peers import PEERS, eleventy, hugo, jekyll, pelican  # noqa: E402
from plain_entries import plain_entries, plainly  # noqa: E402
from rounds import Bench, Turn  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from plain_entries import PlainEntry

NUMBER = 40
ENTRIES = list(plain_entries(NUMBER))
STORE = ROOT / ".cache" / "bench"
WAYS = {maker.__name__: maker.as_text for maker in (hugo, pelican, eleventy, jekyll)}
ENTRY = ENTRIES[-1]
PAGE = (
    f"<title>{ENTRY.title}</title>"
    f'<script type="application/ld+json">{{"name": "{ENTRY.title}"}}</script>'
    '<dl class="facts"><dd>1</dd><dd>2</dd><dd>3</dd></dl>'
    f"<p>{ENTRY.body.partition(',')[0]}</p><ul><li>a</li><li>b</li><li>c</li>"
    '<li><a href="/guide/groups/group-1/">one</a></li></ul>'
)


def turns(*seconds: float) -> list[Turn]:
    return [Turn(Measured(cold, 1, 50), Measured(cold / 2, 1, 50)) for cold in seconds]


@pytest.mark.parametrize("as_text", WAYS.values(), ids=WAYS)
def test_every_maker_is_given_the_same_titles_and_words(
    as_text: Callable[[PlainEntry], str],
) -> None:
    for made_up, entry in zip(made_up_entries(NUMBER), ENTRIES, strict=True):
        text = as_text(entry)
        assert entry.title in text
        assert text.endswith(entry.body)
        assert made_up.text.split("---\n", 2)[2].split() == entry.body.split()


def test_a_seeded_guide_is_the_same_each_time(tmp_path: Path) -> None:
    write_guide(tmp_path, NUMBER)
    for entry in made_up_entries(NUMBER):
        assert (tmp_path / entry.file).read_text(encoding="utf-8") == entry.text


def test_a_group_stands_in_the_area_of_its_place() -> None:
    areas = {entry.title: entry.area for entry in ENTRIES if entry.kind == "places"}
    groups = [entry for entry in ENTRIES if entry.kind == "groups"]
    assert [group.area for group in groups] == [areas[group.facts["where"]] for group in groups]


def test_a_fact_with_parts_is_told_as_text() -> None:
    assert plainly({"name": "Pat", "best_time": "mornings"}) == "name Pat, best time mornings"


def test_a_whole_page_lacks_nothing() -> None:
    assert list(missing_on_page(PAGE, ENTRY, 1)) == []


@pytest.mark.parametrize(
    ("taken_off", "named"),
    [
        (ENTRY.title, "title"),
        (ENTRY.body.partition(",")[0], "words"),
        ('class="facts"', "facts"),
        ("ld+json", "JSON-LD"),
        ("<li>a</li>", "list in its text"),
        ("group-1", "related entries"),
    ],
)
def test_what_a_page_lacks_is_named(taken_off: str, named: str) -> None:
    assert f"{ENTRY.path}: no {named}" in [*missing_on_page(PAGE.replace(taken_off, ""), ENTRY, 1)]


def test_json_ld_that_cannot_be_read_does_not_count() -> None:
    assert json_ld_names('<script type="application/ld+json">{"name": </script>') == []


def test_an_empty_site_lacks_every_page_list_and_address(tmp_path: Path) -> None:
    lacks = list(missing(tmp_path, ENTRIES))
    for entry in ENTRIES:
        assert f"a-to-z/: no {entry.path}" in lacks
        assert f"sitemap: no {entry.path}" in lacks
        assert f"areas/{entry.area}/: no {entry.path}" in lacks
        assert f"topics/{entry.topics[0]}/: no {entry.path}" in lacks
    assert "feed: it cannot be read" in lacks


def test_a_short_feed_is_told() -> None:
    feed = '<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>'
    assert list(missing_in_feed(feed, 40)) == ["feed: only 1 entries"]


def test_a_ratio_is_taken_round_by_round() -> None:
    assert speed_table.ratio([1, 4, 3], [2, 4, 2]) == "1.00 (0.50 to 1.50)"


def test_without_hugo_there_is_no_ratio() -> None:
    assert "| Doorstep | 2.00 | – |" in "\n".join(speed_table.as_table({"Doorstep": turns(2)}))


def test_the_table_is_written_in_its_place_and_nothing_else_is_touched(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text(f"# Before\n{speed_table.START}old\n{speed_table.END}after\n", encoding="utf-8")
    speed_table.write(page, ["| new |"])
    said = f"# Before\n{speed_table.START}\n| new |\n\n{speed_table.END}after\n"
    assert page.read_text(encoding="utf-8") == said


def test_the_page_on_speed_has_a_place_for_the_table() -> None:
    page = (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")
    assert page.index(speed_table.START) < page.index(speed_table.END)


@pytest.mark.whole
@pytest.mark.parametrize("name", PEERS)
def test_a_peer_that_is_installed_makes_every_page_and_shows_an_edit(
    name: str, tmp_path: Path
) -> None:
    try:
        maker = PEERS[name].maker(STORE)
    except NotHad as reason:
        pytest.skip(str(reason))
    bench = Bench(maker, tmp_path / "site", NUMBER)
    bench.make()
    assert list(missing(tmp_path / "site" / MADE, ENTRIES)) == []
    bench.turn(ENTRIES[-1], 1)
