from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import html5lib
import pytest
from gallery import LAYOUTS
from jinja2 import DictLoader, UndefinedError, nodes
from layout_reads import NotInViewError, fields_read, is_view, kinds_within
from markupsafe import Markup
from msgspec.structs import replace

from doorstep.layouts import assets, environment, render
from doorstep.views import (
    add_views,
    editor_views,
    handover_views,
    map_views,
    missing_views,
    offline_views,
    pages,
    print_views,
    search_views,
    whats_on_views,
)
from doorstep.views.pages import EntryView, HomeView, RedirectView, TextView
from doorstep.views.parts import Link

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

SHEET_PARTS = [
    import_module(f"doorstep.sheets.{file.stem}_parts")
    for file in sorted((LAYOUTS / "sheets").glob("*.html"))
]
"""A sheet's layout has its view in the module of the same name."""

VIEWS = {
    "add.html": add_views.AddView,
    "admin.html": editor_views.AdminView,
    "calendar.html": pages.CalendarView,
    "choices.html": pages.ChoicesView,
    "editor.html": editor_views.EditorView,
    "entry.html": pages.EntryView,
    "handover.html": handover_views.HandoverView,
    "help.html": pages.HelpView,
    "home.html": pages.HomeView,
    "list.html": pages.ListView,
    "map.html": map_views.MapView,
    "missing.html": missing_views.MissingView,
    "not_found.html": pages.NotFoundView,
    "offline.html": offline_views.OfflineView,
    "print.html": print_views.PrintView,
    "redirect.html": pages.RedirectView,
    "search.html": search_views.SearchView,
    "text.html": pages.TextView,
    "timetable.html": whats_on_views.TimetableView,
    "whats_on.html": whats_on_views.WhatsOnView,
} | {
    f"sheets/{module.__name__.rpartition('.')[2].removesuffix('_parts')}.html": view
    for module in SHEET_PARTS
    for name, view in inspect.getmembers(module)
    if name.endswith("View")
}
NOT_ALONE = {"base.html", "head.html", "sheet.html"}
HOSTILE = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7 * 7 }}"
HTML = "{http://www.w3.org/1999/xhtml}"

layouts = environment(LAYOUTS)
every_layout = pytest.mark.parametrize("name", VIEWS)


def made(kind: Any, words: str, many: int) -> Any:
    """Return a value of this kind: every text is `words`, every list has so many items."""
    if is_view(kind):
        hints = get_type_hints(kind)
        return kind(**{name: made(hints[name], words, many) for name in kind.__struct_fields__})
    if get_origin(kind) is tuple:
        return tuple(made(get_args(kind)[0], words, many) for _ in range(many))
    if get_origin(kind) is Union or type(None) in get_args(kind):
        return made(get_args(kind)[0], words, many) if many else None
    return {str: words, bool: bool(many), int: many}[kind]


def page(name: str, view: Any) -> Element:
    """Return a page as browsers see it; anything that is not valid HTML is an exception."""
    parser = html5lib.HTMLParser(strict=True)
    document: Element = parser.parse(render(layouts, name, view).decode())
    return document


def full(name: str, words: str = "Tea and talk") -> Any:
    """Return a view with everything in it. What is inserted as it stands holds nothing."""
    view = made(VIEWS[name], words, 4)  # an Exit says four things
    if hasattr(view, "body"):
        view = replace(view, body="<p>Tea</p>")
    if hasattr(view, "frame"):
        view = replace(view, frame=replace(view.frame, structured_data="{}"))
    old = {name: getattr(view, name, None) for name in ("old", "soon_old")}
    return replace(view, **{name: replace(one, script="") for name, one in old.items() if one})


def every_node(kind: type[nodes.Node]) -> list[tuple[str, Any]]:
    """Return every node of this kind, with the name of its file."""
    return [
        (name, node)
        for name in layouts.list_templates(extensions=["html"])
        for node in layouts.parse((LAYOUTS / name).read_text(encoding="utf-8")).find_all(kind)
    ]


def test_every_layout_has_a_view_and_every_view_a_layout():
    modules = (
        *(
            add_views,
            editor_views,
            handover_views,
            map_views,
            missing_views,
            offline_views,
            pages,
            print_views,
            search_views,
            whats_on_views,
        ),
        *SHEET_PARTS,
    )
    members = [member for module in modules for member in inspect.getmembers(module)]
    named = {kind for name, kind in members if name.endswith("View")}
    files = [*LAYOUTS.glob("*.html"), *LAYOUTS.glob("sheets/*.html")]
    names = {file.relative_to(LAYOUTS).as_posix() for file in files}
    assert names - NOT_ALONE == set(VIEWS)
    assert set(VIEWS.values()) == named


@every_layout
def test_a_layout_reads_all_of_its_view_and_nothing_else(name):
    read = {field for kind, field in fields_read(layouts, name, VIEWS[name]) if kind is VIEWS[name]}
    assert read == set(VIEWS[name].__struct_fields__)


def test_no_field_of_any_part_goes_unused():
    read = set().union(*(fields_read(layouts, name, view) for name, view in VIEWS.items()))
    parts = {part for view in VIEWS.values() for part in kinds_within(view)}
    assert {(part, name) for part in parts for name in part.__struct_fields__} == read


def test_reading_what_the_view_does_not_have_is_found_even_inside_a_partial():
    partial = (
        "{% macro names(links) %}{% for link in links %}{{ link.colour }}{% endfor %}{% endmacro %}"
    )
    layout = "{% from 'names.html' import names %}{{ names(view.frame.menu) }}"
    invented = environment(LAYOUTS).overlay(
        loader=DictLoader({"names.html": partial, "home.html": layout})
    )
    with pytest.raises(NotInViewError, match="colour"):
        fields_read(invented, "home.html", HomeView)


def test_only_what_is_drawn_counts_as_read():
    invented = environment(LAYOUTS).overlay(
        loader=DictLoader({"redirect.html": "<p>{{ view.link.text }}</p>"})
    )
    read = fields_read(invented, "redirect.html", RedirectView)
    assert read == {(RedirectView, "link"), (Link, "text")}


def test_layouts_do_not_sort_filter_or_compute():
    assert {node.name for _, node in every_node(nodes.Filter)} == {"safe"}
    sums = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Concat)
    assert [found for kind in sums for found in every_node(kind)] == []


def test_only_cleaned_html_data_and_our_own_script_are_inserted_as_they_stand():
    as_they_stand = {(name, node.node.attr) for name, node in every_node(nodes.Filter)}
    assert as_they_stand == {
        ("entry.html", "body"),
        ("text.html", "body"),
        ("head.html", "structured_data"),
        ("partials/old_page/old_page.html", "script"),
    }


@every_layout
def test_a_page_with_everything_is_valid_html_with_one_heading_1(name):
    assert len(list(page(name, full(name)).iter(f"{HTML}h1"))) == 1


@every_layout
def test_a_page_with_only_what_it_must_have_is_valid_html(name):
    assert len(list(page(name, made(VIEWS[name], "", 0)).iter(f"{HTML}h1"))) == 1


@every_layout
def test_words_never_become_elements_or_handlers(name):
    elements = list(page(name, full(name, HOSTILE)).iter())
    scripts = [element for element in elements if element.tag == f"{HTML}script"]
    assert not any("alert" in (script.text or "") for script in scripts)
    assert not any(attribute.startswith("on") for each in elements for attribute in each.attrib)


def test_text_in_a_page_is_never_drawn_as_a_layout():
    assert b"{{ 7 * 7 }}" in render(layouts, "home.html", full("home.html", HOSTILE))


def drawn(layout: str, **known: Any) -> str:
    return layouts.from_string(layout).render(**known)


LINK = '{% macro link(text, look="plain") %}<a class="{{ look }}">{{ text }}</a>{% endmacro %}'


@pytest.mark.parametrize("told", ["x", 'x, "plain"', "text=x", 'look="plain", text=x', "*[x]"])
def test_a_partial_may_be_told_by_place_and_by_name_and_is_escaped_once(told):
    assert drawn(f"{LINK}{{{{ link({told}) }}}}", x="A & B") == '<a class="plain">A &amp; B</a>'


def test_a_partial_may_stand_around_what_a_layout_says():
    quoted = "{% macro quoted(by) %}<q>{{ caller() }}</q>{{ by }}{% endmacro %}"
    layout = quoted + "{% call quoted(by) %}{{ words }}{% endcall %}"
    assert drawn(layout, by="Pat", words="<b>") == "<q>&lt;b&gt;</q>Pat"


def test_a_partial_that_is_not_told_enough_is_our_fault():
    with pytest.raises(UndefinedError):
        drawn(LINK + "{{ link() }}")


def test_words_and_numbers_are_escaped_as_what_they_are():
    assert [drawn("{{ x }}", x=x) for x in (1, True, 1.0, "1", "'", Markup("'"))] == [
        *("1", "True", "1.0", "1", "&#39;", "'")
    ]


def test_a_field_is_read_and_a_partial_called_without_asking_what_else_they_might_be():
    written = layouts.compile(LINK + "{{ link(view.text) }}", raw=True)
    assert "getattr" not in written
    assert "context.call" not in written


def test_a_cleaned_body_is_shown_as_html():
    view = replace(full("text.html"), body="<p>We meet in the <strong>back</strong> room.</p>")
    assert b"<strong>back</strong>" in render(layouts, "text.html", view)


def test_the_skip_link_is_the_first_thing_on_the_page():
    body = page("home.html", full("home.html")).find(f"{HTML}body")
    assert body is not None
    assert body[0].attrib["class"] == "skip-link"


def test_a_page_for_people_at_risk_offers_the_exit_first_and_again_above_the_content():
    header = page("entry.html", full("entry.html")).find(f"{HTML}body/{HTML}header")
    assert header is not None
    ways_out = [link for link in header.iter(f"{HTML}a") if "data-exit" in link.attrib]
    assert header[0] is ways_out[0]
    assert [link.attrib["rel"] for link in ways_out] == ["nofollow noreferrer"] * 2


def test_the_way_out_is_there_once_more_below_the_content():
    body = page("entry.html", full("entry.html")).find(f"{HTML}body")
    links = [link for link in body.iter(f"{HTML}a") if "data-exit" in link.attrib]
    main = next(body.iter(f"{HTML}main"))
    in_order = list(body.iter())
    assert len(links) == 3
    assert in_order.index(links[1]) < in_order.index(main) < in_order.index(links[2])
    assert links[2] not in list(main.iter())


def test_other_pages_have_no_exit():
    view: EntryView = full("entry.html")
    safe = replace(view, frame=replace(view.frame, exit=None))
    assert b"data-exit" not in render(layouts, "entry.html", safe)


def test_the_notice_about_age_stays_hidden_until_a_script_has_looked_at_the_clock():
    html = render(layouts, "home.html", full("home.html")).decode()
    assert 'data-words="Tea and talk" hidden' in html


def test_only_names_are_kept_from_translation():
    text: TextView = made(TextView, "words", 0)
    named = replace(text.frame, home=Link("Harbour Row guide", "/", is_name=True))
    html = render(layouts, "text.html", replace(text, frame=named)).decode()
    assert html.count('translate="no"') == 1


def test_a_redirect_leads_on_at_once_and_shows_the_way_too():
    view: RedirectView = replace(made(RedirectView, "words", 0), href="/groups/tea/")
    html = render(layouts, "redirect.html", view).decode()
    assert '<meta http-equiv="refresh" content="0; url=/groups/tea/">' in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_word_missing_from_a_view_is_our_fault_and_is_not_drawn_as_nothing():
    with pytest.raises(AttributeError, match="lang"):
        render(layouts, "redirect.html", Link("Tea and talk", "/"))


def test_assets_are_the_scripts_and_icons_with_their_paths(tmp_path: Path):
    for name in ("js/b.js", "js/a.js", "icons/icon.svg", "css/2-base.css"):
        (tmp_path / "assets" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "assets" / name).write_text(name)
    assert assets(tmp_path) == [
        ("icons/icon.svg", b"icons/icon.svg"),
        ("js/a.js", b"js/a.js"),
        ("js/b.js", b"js/b.js"),
    ]
