"""What search knows of each entry: what its page says, and of a safe space almost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import SETTINGS, guide_of

from doorstep.search.bodies import text_of_html
from doorstep.views.search_rows import further_words, search_index

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.guide import Guide
    from doorstep.search.index import SearchIndex, SearchRow

CHECKED = "checked: 2026-11-21, by phone\n"
HALL = f"---\ntitle: St Anne’s Hall\nwhere: {{address: 28 High Street}}\narea: hill-top\n{CHECKED}"
SAFE = """
    ---
    number: 40
    title: A quiet hour
    summary: Canary of the hour.
    topics: [company, older-people]
    for: [everyone]
    when: Every Monday, 7pm
    come_along: Canary.
    cost: Free canary
    access: {step_free: yes, notes: Canary.}
    languages: [English, Canarian]
    contact: {name: Canaria, phone: 07700 900666, say: Is the canary open?}
    you_can_help: [canary]
    checked: 2026-11-21, by phone
    sensitive: yes
    ---
    Canary in the body.
    """


def group(facts: str, body: str = "") -> str:
    """Return the file of a group that says this, checked yesterday."""
    title = "" if "title:" in facts else "title: Tea and talk\n"
    return f"---\n{title}{CHECKED}{facts}\n---\n{body}"


def index_of(folder: Path, files: dict[str, str], **settings: Any) -> SearchIndex:
    return search_index(guide_of(folder, files, **settings))


def row_of(folder: Path, facts: str) -> SearchRow:
    return index_of(folder, {"groups/tea-and-talk.md": group(facts)}).rows[0]


def facets_of(index: SearchIndex, title: str) -> list[str]:
    row = next(row for row in index.rows if row.title == title)
    return [index.facets[facet][0] for facet in row.facets]


def bodies_of(guide: Guide) -> dict[str, set[str]]:
    """Return the further words of each entry, by its title."""
    index = search_index(guide)
    rows = zip(index.rows, further_words(guide, index), strict=True)
    return {row.title: set(words) for row, words in rows}


def further(folder: Path, facts: str, body: str = "") -> set[str]:
    """Return the further words of one group."""
    return bodies_of(guide_of(folder, {"groups/tea-and-talk.md": group(facts, body)}))[
        "tea and talk"
    ]


def test_a_title_is_kept_whole_and_a_summary_as_what_it_adds(tmp_path: Path) -> None:
    row = row_of(tmp_path, "number: 127\nsummary: Tea, talk, and games for you; games again.")
    assert (row.number, row.title, row.summary) == (127, "tea and talk", "games again")


@pytest.mark.parametrize(
    ("slug", "title", "kept"),
    [
        ("tea-and-talk", "Tea and talk", ""),
        ("st-annes-hall", "St Anne’s Hall", ""),
        ("mens-shed", "Harbour Row Men’s Shed", "mens-shed"),
        ("group-7", "ગુજરાતી", "group-7"),
    ],
)
def test_a_slug_is_left_out_where_the_title_says_it(
    tmp_path: Path, slug: str, title: str, kept: str
) -> None:
    files = {f"groups/{slug}.md": group(f"title: {title}")}
    assert index_of(tmp_path, files).rows[0].slug == kept


def path_of(index: SearchIndex, row: SearchRow) -> str:
    return f"{index.kinds[row.kind][0]}{row.slug or row.title.replace(' ', '-')}/"


def test_every_kind_is_found_at_its_address(tmp_path: Path) -> None:
    facts = f"title: One\n{CHECKED}"
    folders = ("groups", "events", "green-spaces", "places", "pages")
    files = {f"{folder}/in-{folder}.md": f"---\n{facts}---\n" for folder in folders}
    files |= {
        "pages/about.md": f"---\n{facts}---\n",
        "help/got.md": f"---\n{facts}side: get\n---\n",
        "help/given.md": f"---\n{facts}side: give\n---\n",
        "stories/told.md": f"---\n{facts}consent: {{on: 2026-01-01, kept_by: Pat}}\n---\n",
    }
    index = index_of(tmp_path, files)
    assert sorted(path_of(index, row) for row in index.rows) == [
        *("about/", "about/in-pages/", "events/in-events/", "green-spaces/in-green-spaces/"),
        *("groups/in-groups/", "help/given/", "help/got/", "places/in-places/", "stories/told/"),
    ]
    labels = {label for _, label, _ in index.kinds}
    assert {"Get help", "Give help", "About this guide", "Stories"} <= labels


def test_kinds_are_found_by_their_words(tmp_path: Path) -> None:
    assert row_of(tmp_path, "").kind == 0
    index = index_of(tmp_path, {"green-spaces/park.md": f"---\ntitle: The park\n{CHECKED}---\n"})
    assert ("green-spaces/", "Green spaces", "green spaces space") in index.kinds


def test_what_is_fresh_comes_first_then_plain_pages_then_what_nobody_checked(
    tmp_path: Path,
) -> None:
    files = {
        "groups/zebra.md": group("title: Zebra"),
        "groups/apple.md": group("title: The apple"),
        "groups/old.md": "---\ntitle: An old one\nchecked: 2026-02-01\n---\n",
        "groups/never.md": "---\ntitle: Never checked\n---\n",
        "pages/stay-safe.md": "---\ntitle: Staying safe\n---\n",
    }
    index = index_of(tmp_path, files)
    titles = [row.title for row in index.rows]
    assert titles == ["the apple", "zebra", "staying safe", "an old one", "never checked"]
    assert index.stale == 3


@pytest.mark.parametrize(
    ("file", "facts"),
    [
        ("groups/gone.md", "status: closed"),
        ("groups/gone.md", "checked: 2024-01-01"),
        ("groups/gone.md", "status: closed\nsensitive: yes"),
        ("help/gone.md", "side: give\nexpires: 2026-11-01"),
        ("stories/gone.md", "status: closed\nconsent: {on: 2026-01-01, kept_by: Pat}"),
    ],
)
def test_of_what_is_gone_only_the_number_is_left(tmp_path: Path, file: str, facts: str) -> None:
    facts += "" if "checked" in facts else f"\n{CHECKED}"
    files = {file: f"---\nnumber: 12\ntitle: Vanished\n{facts}\n---\nVanished words.\n"}
    index = index_of(tmp_path, files)
    assert (index.rows, index.gone) == ((), (12,))


def test_what_is_paused_is_found(tmp_path: Path) -> None:
    assert row_of(tmp_path, "status: paused").title == "tea and talk"


def test_places_are_named_once_and_pointed_to(tmp_path: Path) -> None:
    files = {
        "places/st-annes-hall.md": f"{HALL}---\n",
        "groups/choir.md": group("title: Choir\nwhere: st-annes-hall"),
        "groups/tea.md": group("where: st-annes-hall"),
        "groups/walk.md": group("title: Walk\nwhere: {name: The kiosk}"),
        "groups/call.md": group("title: Call"),
    }
    index = index_of(tmp_path, files)
    named = {row.title: index.places[row.place - 1] for row in index.rows if row.place}
    assert named == {
        "choir": "st annes hall",
        "tea and talk": "st annes hall",
        "walk": "the kiosk",
    }
    assert sorted(index.places) == ["st annes hall", "the kiosk"]


def test_facets_are_those_that_something_has_with_the_words_for_them(tmp_path: Path) -> None:
    topics = [*SETTINGS["topics"][:1], {"id": "food", "label": "Food", "words": ["hungry, meals"]}]
    facts = "topics: [food]\ncost: Free\narea: hill-top\nlanguages: [Gujarati]\nfor: [everyone]"
    index = index_of(tmp_path, {"groups/tea.md": group(facts)}, topics=topics)
    assert index.facets == (
        ("free", "Free", "free"),
        ("topic-food", "Food", "food hungry meals"),
        ("area-hill-top", "Hill Top", "hill top"),
        ("lang-gujarati", "Gujarati (ગુજરાતી)", "gujarati ગુજરાતી"),
        ("for-everyone", "Everyone", "everyone"),
    )
    assert index.rows[0].facets == (0, 1, 2, 3, 4)


def test_a_language_spelt_in_two_ways_is_one_facet(tmp_path: Path) -> None:
    files = {
        "groups/one.md": group("languages: [Gujarati]"),
        "groups/two.md": group("languages: [gujarati]"),
    }
    assert [name for name, _, _ in index_of(tmp_path, files).facets] == ["lang-gujarati"]


def test_the_area_of_its_place_counts_and_not_known_is_no_promise(tmp_path: Path) -> None:
    files = {
        "places/st-annes-hall.md": f"{HALL}---\n",
        "groups/tea.md": group("where: st-annes-hall\naccess: {step_free: not known}"),
    }
    assert facets_of(index_of(tmp_path, files), "tea and talk") == ["area-hill-top"]


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ("when: 22 November 2026, 2pm", [0]),
        ("when: Every Tuesday, 10:30am to midday", [2, 9, 16]),
        ("when: 12 December 2026, 2pm", [20]),
        ("when: 13 December 2026, 2pm", []),
        ("when: 21 November 2026, 2pm", []),
        ("when: 20 November 2026 to 23 November 2026", [0, 1]),
        ("when: By appointment", []),
        ("when: Every Tuesday, 10am\nstatus: paused", []),
    ],
)
def test_the_days_it_is_on_are_told_for_three_weeks(
    tmp_path: Path, facts: str, days: list[int]
) -> None:
    assert row_of(tmp_path, facts).days == sum(1 << day for day in days)


def test_a_cancelled_date_counts_because_its_card_says_so(tmp_path: Path) -> None:
    facts = "when: 24 November 2026, 2pm\nchanges: [{on: 2026-11-24, cancelled: yes}]"
    assert row_of(tmp_path, facts).days == 1 << 2


def test_a_moved_date_counts_on_both_days(tmp_path: Path) -> None:
    facts = "when: 24 November 2026, 2pm\nchanges: [{on: 2026-11-24, moved_to: 26 November}]"
    assert row_of(tmp_path, facts).days == 1 << 2 | 1 << 4


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ("come_along: Ring first.", "ring"),
        ("you_can_help: [wash cups]", "cups"),
        ("contact: {name: Pat}", "pat"),
        ("cost: By donation", "donation"),
        ("access: {notes: The ramp is steep.}", "ramp"),
        ("where: {name: Kiosk, address: 3 Rope Street, postcode: HR1 2AB}", "rope"),
        ("where: {name: Kiosk, address: 3 Rope Street, postcode: HR1 2AB}", "2ab"),
        ("when: Every Tuesday, 10am", "tuesday"),
    ],
)
def test_further_words_are_those_of_the_other_facts(tmp_path: Path, facts: str, word: str) -> None:
    assert word in further(tmp_path, facts)


def test_further_words_are_those_of_the_body_as_it_is_read(tmp_path: Path) -> None:
    body = 'We *love* **b**iscuits&amp;[cream](https://example.org/hidden "a > title").\n\n- Eggs'
    assert further(tmp_path, "", body) == {"love", "biscuits", "cream", "eggs"}


def test_what_a_row_has_already_is_not_said_again(tmp_path: Path) -> None:
    facts = "summary: Games.\ntopics: [company]\nlanguages: [Gujarati]"
    body = "Tea, talk and games in a group, in Gujarati, with someone to talk to, the end."
    assert further(tmp_path, facts, body) == {"end"}


def test_times_are_no_words(tmp_path: Path) -> None:
    words = further(tmp_path, "when: Every Tuesday, 10:30am to midday")
    assert not any(word[0].isdigit() for word in words)


def test_a_place_is_found_by_when_it_is_open(tmp_path: Path) -> None:
    files = {"places/hall.md": f"{HALL}open: Sundays, 2pm to 4pm\n---\n"}
    assert {"sundays", "high", "street"} <= bodies_of(guide_of(tmp_path, files))["st annes hall"]


def test_of_a_safe_space_only_number_and_title_are_known(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, {"groups/a-quiet-hour.md": SAFE})
    index = search_index(guide)
    (row,) = index.rows
    assert row.packed == [0, "", 40, "a quiet hour"]
    assert (index.facets, index.places) == ((), ())
    assert list(further_words(guide, index)) == [()]


def test_what_works_with_a_safe_space_does_not_name_it(tmp_path: Path) -> None:
    files = {
        "groups/a-quiet-hour.md": SAFE,
        "groups/tea.md": group("works_with: [a-quiet-hour]\norganiser: a-quiet-hour", "Biscuits."),
    }
    assert bodies_of(guide_of(tmp_path, files))["tea and talk"] == {"biscuits"}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>two</p>", "One two"),
        ("<p><strong>B</strong>ig<br>tea</p>", "Big tea"),
        ('<a href="x" title="a > b">Tea</a>', "Tea"),
        ("<p>Fish &amp; chips &lt;b&gt;</p>", "Fish & chips <b>"),
        ("plain &amp; simple", "plain & simple"),
    ],
)
def test_a_body_is_read_without_its_tags(html: str, text: str) -> None:
    assert text_of_html(html).split() == text.split()
