from __future__ import annotations

import html5lib
import pytest
from gallery import LAYOUTS, TAKES, Example, drawn, examples, gallery
from msgspec.structs import replace
from test_layouts import HOSTILE, HTML, made

from doorstep.layouts import environment

EXAMPLES = list(examples())

layouts = environment(LAYOUTS)


def test_every_partial_is_a_folder_with_a_layout_a_style_sheet_and_examples():
    folders = {folder.name for folder in (LAYOUTS / "partials").iterdir()}
    assert folders == set(TAKES) == {example.partial for example in EXAMPLES}
    for name in folders:
        assert {file.name for file in (LAYOUTS / "partials" / name).iterdir()} == {
            f"{name}.html",
            f"{name}.css",
            "examples.yaml",
        }


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_drawn_as_valid_html(example):
    html5lib.HTMLParser(strict=True).parseFragment(drawn(layouts, example))


@pytest.mark.parametrize("partial", TAKES)
def test_hostile_words_stay_words_in_every_partial(partial):
    values = {name: made(kind, HOSTILE, 4) for name, kind in TAKES[partial].items()}
    if partial == "old_page":  # our own script is no words
        values = {name: replace(old, script="") for name, old in values.items()}
    html = drawn(layouts, Example(partial, "hostile", values | _level(partial)))
    elements = list(html5lib.HTMLParser(strict=True).parseFragment(html).iter())
    assert len(elements) > 1
    assert not any(element.tag == f"{HTML}script" and element.text for element in elements)
    assert not any(name.startswith("on") for element in elements for name in element.attrib)


def test_a_number_is_seen_short_and_heard_whole():
    _, seen, heard = _parsed("number", "usual").iter(f"{HTML}span")
    assert (seen.text, seen.attrib) == ("No. 127", {"aria-hidden": "true"})
    assert (heard.text, heard.attrib) == ("Number 127", {"class": "visually-hidden"})


def test_a_phone_number_reads_from_left_to_right_in_every_script():
    (digits,) = _parsed("facts", "right to left").iter(f"{HTML}bdi")
    assert digits.attrib["dir"] == "ltr"


def test_words_in_another_language_say_so():
    spans = _parsed("runs", "other languages").iter(f"{HTML}span")
    assert [span.attrib["lang"] for span in spans if "lang" in span.attrib] == ["gu", "ur"]


def test_titles_under_the_pages_own_heading_skip_no_level():
    assert list(_parsed("card_list", "under the page's own heading").iter(f"{HTML}h2"))


def test_without_words_for_it_there_is_no_copy_button():
    assert "data-copy" not in drawn(layouts, _example("share", "links alone"))


def test_the_page_one_is_on_is_marked_for_people_who_hear_it():
    (link,) = _parsed("link", "where one is").iter(f"{HTML}a")
    assert link.attrib["aria-current"] == "page"


def test_the_gallery_shows_every_example_with_no_id_twice():
    document = html5lib.HTMLParser(strict=True).parse(gallery())
    ids = [element.attrib["id"] for element in document.iter() if "id" in element.attrib]
    assert len(list(document.iter(f"{HTML}section"))) >= len(EXAMPLES)
    assert len(ids) == len(set(ids))


def test_an_example_with_a_value_that_its_partial_does_not_take_is_refused(tmp_path):
    folder = tmp_path / "partials" / "number"
    folder.mkdir(parents=True)
    (folder / "examples.yaml").write_text("odd: {number: {seen: a, heard: b, colour: c}}")
    with pytest.raises(KeyError, match="colour"):
        list(examples(tmp_path))


def _example(partial, name):
    return next(each for each in EXAMPLES if (each.partial, each.name) == (partial, name))


def _parsed(partial, name):
    return html5lib.parseFragment(drawn(layouts, _example(partial, name)))


def _level(partial):
    return {"level": 3} if "level" in TAKES[partial] else {}
