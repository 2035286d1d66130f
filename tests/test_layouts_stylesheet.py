from __future__ import annotations

import gzip
import re

import pytest
from gallery import LAYOUTS
from hypothesis import given
from hypothesis import strategies as st

from doorstep.colours import contrast, for_the_dark
from doorstep.layouts import closed_up, paper_stylesheets, stylesheet
from doorstep.markdown import ALLOWED_CLASSES

ACCENT = "#0b5563"
SETTINGS = (LAYOUTS / "assets/css/1-settings.css").read_text(encoding="utf-8")
CSS = stylesheet(LAYOUTS, accent=ACCENT, accent_in_the_dark=for_the_dark(ACCENT))
SHEETS = paper_stylesheets(LAYOUTS)
PAPER = "".join(SHEETS.values())
FILES = {
    file.relative_to(LAYOUTS).as_posix(): file.read_text(encoding="utf-8")
    for file in LAYOUTS.rglob("*.css")
}
# On a quiet ground links have the colour of words, so the accent is never there.
IN_BODIES = {name for names in ALLOWED_CLASSES.values() for name in names}
"""Classes that the Markdown of a body is given, which no layout has."""

PAIRS = [
    ("--text", "--background"),
    ("--text", "--surface"),
    ("--secondary-text", "--background"),
    ("--secondary-text", "--surface"),
    ("--link", "--background"),
    ("--on-band", "--band"),
    ("--alert", "--background"),
    ("--on-way-out", "--way-out"),
    ("--on-focus", "--focus"),
]
EDGES = [("--edge", "--background"), ("--edge", "--surface")]


def colours(scheme: str) -> dict[str, str]:
    """Return the colours by day, in the dark or on paper, the guide's own among them."""
    day = _values(SETTINGS.partition("@media")[0])
    found = {"--accent": ACCENT, "--accent-in-the-dark": for_the_dark(ACCENT)} | day
    if scheme != "day":
        condition = {"dark": "(prefers-color-scheme: dark)", "print": "print"}[scheme]
        found |= _values(SETTINGS.partition(f"@media {condition}")[2].partition("@media")[0])
    return {name: found.get(value[4:-1], value) for name, value in found.items()}


def classes_in_layouts() -> set[str]:
    """Return every class that a layout or a script gives to something."""
    html = "\n".join(file.read_text(encoding="utf-8") for file in LAYOUTS.rglob("*.html"))
    js = "\n".join(file.read_text(encoding="utf-8") for file in LAYOUTS.rglob("*.js"))
    written = re.findall(r'class="((?:[^"{]|\{%.*?%\})*)"', html)
    plain = re.sub(r"\{% (?:el|end)?if.*?%\}", "", " ".join(written))
    looks = re.findall(r'link\([\w.]+, "([\w-]+)"\)', html)
    named = " ".join(re.findall(r"className(?: =|:) ['`]([\w -]+)", js)).split()
    parts = re.findall(r"'((?:live-)?map-[\w-]*(?:--|__)[\w-]+)'", js)
    return {*plain.split(), *looks, *named, *parts}


def test_colours_by_name_are_read_for_this_test():
    assert colours("day")["--link"] == ACCENT
    assert colours("dark")["--text"] != colours("day")["--text"]
    assert colours("print")["--text"] == "#000000"


@pytest.mark.parametrize("scheme", ["day", "dark", "print"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_can_be_read_on_their_ground(scheme, words, ground):
    known = colours(scheme)
    assert contrast(known[words], known[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["day", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_can_be_told_from_their_ground(scheme, edge, ground):
    known = colours(scheme)
    assert contrast(known[edge], known[ground]) >= 3


def test_every_class_in_the_layouts_has_a_rule_and_every_rule_a_class():
    rules = CSS + PAPER + closed_up(FILES["assets/map/on-the-map.css"])
    in_css = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"\d\.\d|\"[^\"]*\"", "", rules)))
    ours = {name for name in in_css if not name.startswith("leaflet-")}
    assert ours == classes_in_layouts() | IN_BODIES


def test_every_custom_property_that_is_used_is_set():
    used = set(re.findall(r"var\((--[\w-]+)\)", CSS + PAPER))
    assert used <= set(re.findall(r"(--[\w-]+):", CSS + PAPER))


def test_every_custom_property_that_is_set_is_used():
    every = CSS + PAPER
    assert set(re.findall(r"(--[\w-]+):", every)) <= set(re.findall(r"var\((--[\w-]+)\)", every))


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_used_that_an_old_phone_throws_away_whole(name):
    depth, deepest = 0, 0
    for mark in re.findall(r"@(?:media|supports|page)[^{]*\{|[{}]", closed_up(FILES[name])):
        depth += {"{": 1, "}": -1}.get(mark, 0)
        depth = max(depth, 0)  # the end of a media query, or of what asks what a browser knows
        deepest = max(deepest, depth)
    assert deepest <= 1, "rules inside rules"
    assert not re.search(r"@layer|:has\(|&", closed_up(FILES[name]))


@pytest.mark.parametrize("name", FILES)
def test_sides_have_a_physical_fallback_that_does_not_add_up_right_to_left(name):
    for rule in re.findall(r"\{([^{}]*)\}", closed_up(FILES[name])):
        assert "-inline-start" not in rule
        assert "-inline-end" not in rule
        for logical in re.findall(r"([\w-]+)-inline(?:-width)?:", rule):
            assert re.search(rf"{logical}-(left|right)\b.*{logical}-inline", rule)


@pytest.mark.parametrize(
    "name", sorted(set(FILES) - {"assets/css/1-settings.css", "assets/css/paper.css"})
)
def test_colours_have_names_by_purpose(name):
    assert not re.search(r"#[0-9a-f]{3,8}\b|\brgb|\bhsl", FILES[name])


def test_what_is_hidden_stays_hidden():
    assert "[hidden]{display:none !important;}" in CSS


def test_nothing_follows_the_reader_down_the_page_and_covers_the_focus():
    assert "sticky" not in CSS


@pytest.mark.parametrize("name", SHEETS)
def test_the_style_sheet_of_paper_is_small_over_the_wire(name):
    assert len(gzip.compress(SHEETS[name].encode())) < 2.5 * 1024


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_needs_no_rule_of_another(name):
    html = (LAYOUTS / "sheets" / name).with_suffix(".html").read_text(encoding="utf-8")
    used = {one for found in re.findall(r'class="([\w -]*)"', html) for one in found.split()}
    assert used <= set(re.findall(r"\.([a-z][\w-]*)", CSS + SHEETS[name]))


def test_the_guides_own_colour_comes_first():
    assert CSS.startswith(f":root{{--accent:{ACCENT};--accent-in-the-dark:")


def test_layers_are_in_order_with_the_partials_before_utilities_and_print():
    marks = ["--space:", "[hidden]", ".split{", ".breadcrumbs{", ".tags{", ".skip-link{", "@page{"]
    places = [CSS.index(mark) for mark in marks]
    assert places == sorted(places)


def test_the_style_sheet_is_small_over_the_wire():
    assert len(gzip.compress(CSS.encode())) < 6 * 1024


def test_words_in_quotes_are_left_alone():
    assert closed_up('a::after { content: " (  /* ; */ " }') == 'a::after{content:" (  /* ; */ "}'


def test_a_space_that_means_something_stays():
    assert (
        closed_up(".a :focus , b + c { margin : 1px  2px }") == ".a :focus,b + c{margin :1px 2px}"
    )


def test_a_comment_ends_at_its_own_end():
    assert closed_up("/* one; */ a { b: c } /* two */ d { e: f }") == "a{b:c}d{e:f}"


@given(
    st.lists(
        st.sampled_from(
            ['" ; /* "', "'{ '", "/* x; */", "/**/", " ", "\n", "a", ".b", ";", "{", "}", ":", ","]
        )
    )
)
def test_closing_up_keeps_every_word_and_quote_in_order_and_is_done_after_once(pieces):
    css = "".join(pieces)
    kept = [piece for piece in pieces if piece.strip() and not piece.startswith("/*")]
    once = closed_up(css)
    assert re.sub(r"\s", "", once) == re.sub(r"\s", "", "".join(kept))
    assert closed_up(once) == once


def _values(css: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+): ([^;]+);", css))
