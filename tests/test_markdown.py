from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from github_preview import comparable, github_html
from hypothesis import given, settings
from hypothesis import strategies as st

from doorstep.markdown import Link, render

CASES = sorted((Path(__file__).parent / "content" / "markdown").glob("*.md"))
UNLIKE_GITHUB = {"bare-links-in-quotes", "raw-html"}
"""Where we differ from GitHub's preview on purpose; docs/markdown.md says why."""
AS_GITHUB = [case for case in CASES if case.stem not in UNLIKE_GITHUB]
ALLOWED = {
    "a": {"href", "rel", "title"},
    "div": {"aria-labelledby", "class", "role", "tabindex"},
    "li": {"class"},
    "ol": {"start"},
    "td": {"class"},
    "th": {"class", "scope"},
    "tr": {"id"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
PLAIN = {"blockquote", "br", "code", "del", "em", "hr", "p", "pre", "strong"}
PLAIN |= {"table", "tbody", "thead", "ul"}
MARKS = [
    "*",
    "**",
    "_",
    "~~",
    "`",
    "[",
    "](",
    "](/u)",
    ")",
    "![",
    "<",
    ">",
    "- ",
    "1. ",
    "# ",
    "    ",
]
MARKS += [
    "\n",
    "\n\n",
    "\\",
    "&",
    "&#x6A;",
    "javascript:",
    "data:x",
    "//a",
    "http://a.org",
    "a@b.org",
]
MARKS += [
    "|",
    "|-|\n",
    "---\n",
    "```",
    "<!--",
    "-->",
    "<b onclick=x>",
    "<script>",
    "[a]: ",
    "a",
    "\t",
]
BODIES = st.one_of(st.text(), st.lists(st.sampled_from(MARKS), max_size=25).map("".join))
HARMFUL = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "java&Tab;script:alert(1)",
    "&#1;javascript:alert(1)",
    "javascript&colon;alert(1)",
    "\N{NO-BREAK SPACE}javascript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "//other.example",
    "/&Tab;/other.example",
    "/\\\\other.example",
    "\\\\\\\\other.example",
    "https:/other.example",
    "https://a.example@other.example",
]


def elements(html):
    return html5lib.parseFragment(html, namespaceHTMLElements=False).iter()


def addresses(html):
    return [element.get("href") for element in elements(html) if element.get("href")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_body_becomes_the_page_beside_it(case):
    assert render(case.read_text()).html + "\n" == case.with_suffix(".html").read_text()


@pytest.mark.parametrize("case", AS_GITHUB, ids=lambda case: case.stem)
def test_a_body_says_what_its_preview_on_github_says(case):
    assert comparable(render(case.read_text()).html) == comparable(github_html(case.read_text()))


@given(BODIES)
@settings(deadline=None)
def test_only_our_own_tags_and_attributes_come_out(body):
    for element in elements(render(body).html):
        if element.tag != "DOCUMENT_FRAGMENT":
            assert element.tag in PLAIN | ALLOWED.keys()
            assert set(element.attrib) <= ALLOWED.get(element.tag, set())


@given(BODIES)
@settings(deadline=None)
def test_no_address_that_runs_or_leaves_unseen_comes_out(body):
    for address in addresses(render(body).html):
        assert re.match(r"(https?://|mailto:|tel:|sms:)|[^:]*$|[^:]*[/?#]", address)
        assert not address.startswith("//")


@given(st.lists(st.from_regex(r"[A-Za-z]{1,8}", fullmatch=True), min_size=1), st.data())
@settings(deadline=None)
def test_no_word_is_lost_however_the_words_are_spaced(words, data):
    gaps = st.sampled_from([" ", "  ", "\n", "  \n", "\n\n", "\n    "])
    body = "".join(word + data.draw(gaps) for word in words)
    shown = "".join(html5lib.parseFragment(render(body).html).itertext())
    assert shown.split() == words


@given(st.lists(st.integers(1, 6), min_size=1))
@settings(deadline=None)
def test_no_heading_level_is_skipped(levels):
    html = render("\n".join(f"{'#' * level} a" for level in levels)).html
    shown = [1, *(int(level) for level in re.findall(r"<h(\d)", html))]
    assert all(after <= before + 1 for before, after in pairwise(shown))


@given(st.lists(st.sampled_from(["# a", "# a-1", "# a 1", "## A", "# é", "# ?", "|b|\n|-|"])))
@settings(deadline=None)
def test_no_two_ids_are_the_same(blocks):
    html = render("\n\n".join(blocks)).html
    ids = [element.get("id") for element in elements(html) if element.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", HARMFUL)
def test_a_harmful_address_is_dropped_and_its_words_kept(address):
    rendered = render(f"[come in](<{address}>)")
    assert rendered.html.strip() == "<p>come in</p>"
    assert [link.text for link in rendered.refused] == ["come in"]


@pytest.mark.parametrize("address", HARMFUL)
def test_a_harmful_address_is_not_given_to_the_caller(address):
    asked = []
    render(f"[a](<{address}>)", link=lambda written: asked.append(written) or written)
    assert asked == []


@pytest.mark.parametrize(
    "address",
    ["/a/", "a.md", "../a b.md", "#a", "?a", "mailto:a@b.c", "tel:+4420", "sms:+4420?body=Hi", "."],
)
def test_an_address_of_a_known_kind_is_kept(address):
    assert render(f"[a](<{address}>)").refused == ()
    assert addresses(render(f"[a](<{address}>)").html) == [address.replace(" ", "%20")]


def test_the_caller_says_which_address_to_publish():
    html = render("[tea](../groups/tea.md)", link=lambda written: f"/guide{written[2:-3]}/").html
    assert addresses(html) == ["/guide/groups/tea/"]


def test_what_the_caller_publishes_may_not_harm_either():
    assert addresses(render("[tea](/tea/)", link=lambda _: "javascript:alert(1)").html) == []


def test_links_are_told_in_order_with_their_lines():
    body = "# [a](/a)\n\n- b\n  *[b](/b)*\n\nwww.c.org\n\n| d |\n|---|\n| d@d.org |\n"
    assert render(body).links == (
        Link("/a", "a", 1),
        Link("/b", "b", 4),
        Link("http://www.c.org", "www.c.org", 6),
        Link("mailto:d@d.org", "d@d.org", 10),
    )


def test_a_link_by_name_is_told_on_the_line_where_it_is_used():
    assert render("[b]: /c\n[a]: /b\nText\n[a]").links == (Link("/b", "a", 4),)


def test_a_picture_is_told_and_becomes_a_link_so_that_no_other_host_is_asked():
    rendered = render("![Four people](https://example.org/a.jpg)")
    assert rendered.images == (Link("https://example.org/a.jpg", "Four people", 1),)
    assert "<img" not in rendered.html
    assert addresses(rendered.html) == ["https://example.org/a.jpg"]


def test_a_picture_inside_a_link_is_told_too():
    assert render("[![Tea](tea.jpg)](/tea/)").images == (Link("tea.jpg", "Tea", 1),)


def test_a_link_without_words_shows_its_address():
    assert '<a href="/tea/">/tea/</a>' in render("[](/tea/)").html


def test_the_next_site_is_not_told_where_a_neighbour_came_from():
    html = render("[out](https://example.org) [in](/tea/)").html
    assert re.findall(r"<a [^>]*>", html) == [
        '<a href="https://example.org" rel="noreferrer">',
        '<a href="/tea/">',
    ]


def test_a_link_to_a_heading_that_works_on_github_works_here():
    html = render("[hours](#opening-hours)\n\n# Opening hours").html
    assert 'href="#s-opening-hours"' in html
    assert 'id="s-opening-hours"' in html


def test_an_id_keeps_the_vowel_signs_of_other_scripts():
    assert 'id="s-ગુજરાતી"' in render("# ગુજરાતી").html


def test_headings_begin_below_the_one_that_the_page_has():
    assert "<h3" in render("# Tea", heading_offset=2).html


def test_a_heading_without_words_is_left_out():
    assert render("#\n\n## ##\n").html == ""


def test_a_wide_table_can_be_reached_by_keyboard_and_is_called_by_its_first_row():
    html = render("| Day | Time |\n|---|---|\n").html
    assert 'aria-labelledby="t-1" class="table-scroll" role="group" tabindex="0"' in html
    assert '<tr id="t-1"><th scope="col">Day</th>' in html


def test_nothing_of_one_body_is_left_in_the_next():
    render("[a]: /a\n\n# Tea\n\n- open `code")
    assert render("[a] [b]").links == ()
    assert 'id="s-tea"' in render("# Tea").html


def test_an_empty_body_is_an_empty_page():
    assert render("").html == ""
    assert render(" \n\t\n").html == ""
