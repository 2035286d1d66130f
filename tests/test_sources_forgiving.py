"""What people type by habit or by slip -> read as meant, wherever only one reading is possible."""

from __future__ import annotations

import pytest

from doorstep.kinds import Kind
from doorstep.problems import Level
from doorstep.sources import Reading, read_bytes


def read(text: str, file: str = "content/groups/tea.md") -> Reading:
    return read_bytes(text.encode(), file, Kind.GROUP)


def facts(lines: str) -> object:
    reading = read(f"---\n{lines}\n---\nText\n")
    assert not reading.problems
    return reading.sources[0].front_matter


@pytest.mark.parametrize(
    "words",
    [
        "1948",
        "10:30",
        "01234567",
        "+447700900123",
        "No",
        "0",
        "2026-02-30",
        "Tea: all welcome",
        "Tuesdays: 10:30am: or later",
        "Tea:",
        ": Tea",
        "*Tea* and talk",
        "* star",
        "& friends",
        "!Yay",
        "@home",
        "`x`",
        "%50 off",
        "50% off",
        "- Tea",
        "-",
        "? Tea",
        "> 5 people",
        "| Tea",
        "[Free] tea",
        "{x} tea",
        "{{ 7*191 }}",
        "{% include x %}",
        "]x",
        ", tea",
        "---",
        "=HYPERLINK(x)",
        "<<",
        "it's",
        "'Tis the season",
        "'n' more",
        "’n’ cake",
        "“Tea” and “talk”",
        "“Tea",
        '"Tea" and talk',
        "'Tea' 'talk'",
        '"Tea": talk',
        "C:\\tea",
        "https://example.org/#tea",
        "</title><script>alert('x')</script>",
    ],
)
def test_words_are_read_as_they_stand(words):
    assert facts(f"title: {words}\ncost: Free") == {"title": words, "cost": "Free"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("“Tea and talk”", "Tea and talk"),
        ("‘£2’", "£2"),
        ("‘Pat’s tea’", "Pat’s tea"),
        ('"Tea and talk"', "Tea and talk"),
        ("'it''s'", "it's"),
        ('"a\\tb"', "a\tb"),
        ('"C:\\Users\\pat"', "C:\\Users\\pat"),
        ('"\\ud800"', "\\ud800"),
        ("~", ""),
        ("null", ""),
        ("'null'", "null"),
        ("127                # for life", "127"),
        ("127 # for life", "127"),
        ("yes # as far as we know", "yes"),
        ("Tea  # every week", "Tea"),
        ("# nothing yet", ""),
        ("\u200bTea\u200e", "Tea"),
        ("\u00a0Tea\u00a0", "Tea"),
        ("\tTea\t", "Tea"),
        ("Tea\u2028talk", "Tea talk"),
        ("Tea\x85talk", "Tea talk"),
        ("👩\u200d🌾 garden", "👩\u200d🌾 garden"),
    ],
)
def test_marks_round_words_are_not_part_of_them(typed, meant):
    assert facts(f"title: {typed}\ncost: Free") == {"title": meant, "cost": "Free"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("[company, older-people]", ["company", "older-people"]),
        ("[make tea: hot, b]", ["make tea: hot", "b"]),
        ("[“a”, ‘b c’, 'd', \"e\"]", ["a", "b c", "d", "e"]),
        ("[“a, b”, c]", ["a, b", "c"]),
        ("[a,, b,]", ["a", "b"]),
        ("[don't, 'n' cake]", ["don't", "'n' cake"]),
        ("[*a*, @b, 10:30]", ["*a*", "@b", "10:30"]),
        ("[a,\n  b,\nc]", ["a", "b", "c"]),
        ("[\n  a: b,  # why\n  c\n]", ["a: b", "c"]),
        ("[a] # why", ["a"]),
        ("[\u00a0a, \u00a0b]", ["a", "b"]),
        ("{name: Pat, say: Hello: Pat}", {"name": "Pat", "say": "Hello: Pat"}),
        ("{name:Pat, phone:1}", {"name": "Pat", "phone": "1"}),
        ('{"name":"Pat","phone":"1"}', {"name": "Pat", "phone": "1"}),
        ("{name: Pat,\n  phone: 1}", {"name": "Pat", "phone": "1"}),
        ("company, older-people", "company, older-people"),
    ],
)
def test_lists_and_facts_in_brackets_are_read_as_meant(typed, meant):
    assert facts(f"topics: {typed}\ncost: Free") == {"topics": meant, "cost": "Free"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("title : Tea", {"title": "Tea"}),
        ("Title: Tea", {"title": "Tea"}),
        ("title:Tea", {"title": "Tea"}),
        ("title：Tea", {"title": "Tea"}),
        ("title:\u00a0Tea", {"title": "Tea"}),
        ("“title”: Tea", {"title": "Tea"}),
        ("'title': Tea", {"title": "Tea"}),
        ("Come along: Just turn up", {"come_along": "Just turn up"}),
        ("step-free: yes", {"step_free": "yes"}),
        ("when:10:30am", {"when": "10:30am"}),
        ("{title: Tea}", {"title": "Tea"}),
    ],
)
def test_names_of_facts_are_read_as_meant(typed, meant):
    assert facts(typed) == meant


@pytest.mark.parametrize(
    "lines",
    [
        "number: 1\n title: Tea\nwhere:\n  name: Hall\n  address: High Street",
        " number: 1\ntitle: Tea\nwhere:\n name: Hall\n address: High Street",
        "  number: 1\n  title: Tea\n  where:\n      name: Hall\n      address: High Street",
        "number: 1\ntitle: Tea\nwhere:\n\tname: Hall\n\taddress: High Street",
        "number: 1\ntitle: Tea\nwhere:\n    name: Hall\n\taddress: High Street",
        "number: 1\ntitle: Tea\nwhere:\n\u00a0\u00a0name: Hall\n\u00a0\u00a0address: High Street",
        "number: 1\ntitle: Tea\nwhere:\n  name: Hall\n   address: High Street",
        "number: 1\n\n# a\ntitle: Tea\n\nwhere:\n  # b\n  name: Hall\n\n  address: High Street",
    ],
)
def test_stray_spaces_and_tabs_change_nothing(lines):
    assert facts(lines) == {
        "number": "1",
        "title": "Tea",
        "where": {"name": "Hall", "address": "High Street"},
    }


@pytest.mark.parametrize(
    "lines",
    [
        "changes:\n  - on: 1 May\n    because: rain\n  - on: 8 May",
        "changes:\n- on: 1 May\n  because: rain\n- on: 8 May",
        "changes:\n  - on: 1 May\n  because: rain\n  - on: 8 May",
        "changes:\n  - on: 1 May\n   because: rain\n  - on: 8 May",
        "changes:\n\t- on: 1 May\n\t  because: rain\n\t- on: 8 May",
        "changes:\n\t- on: 1 May\n\t\tbecause: rain\n\t- on: 8 May",
        "changes:\n  -\n    on: 1 May\n    because: rain\n  - {on: 8 May}",
    ],
)
def test_the_parts_of_a_list_are_found_by_their_dashes(lines):
    assert facts(lines) == {"changes": [{"on": "1 May", "because": "rain"}, {"on": "8 May"}]}


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        ("summary: Tea, talk\n  and cake", "Tea, talk and cake"),
        ("summary: Tea, talk\n\tand cake", "Tea, talk and cake"),
        ("summary:\n  Tea, talk\n  and cake", "Tea, talk and cake"),
        ("summary: Tea for all who like it\n  and one more thing: cake", None),
        ('summary: "Tea, talk\n  and cake"', "Tea, talk and cake"),
        ("summary: 'it''s tea\n  and cake'", "it's tea and cake"),
        ("summary: >-\n  Tea, talk\n  and cake", "Tea, talk and cake"),
        ("summary: |-\n  Tea: talk #1\n   - cake", "Tea: talk #1\n - cake"),
        ("summary: |-\n\tTea\n\tcake", "Tea\ncake"),
    ],
)
def test_words_may_go_on_below(lines, meant):
    whole = meant or "Tea for all who like it and one more thing: cake"
    assert facts(f"{lines}\ncost: Free") == {"summary": whole, "cost": "Free"}


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Tea\n---\nText\n",
        "\ufeff---\ntitle: Tea\n---\nText\n",
        "---\r\ntitle: Tea\r\n---\r\nText\r\n",
        "---\rtitle: Tea\r---\rText\r",
        "\n\n-----  \ntitle: Tea   \n--- \nText\n",
        "\u00a0---\ntitle: Tea\n ---\nText\n",
        "---\ntitle: Tea\n...\nText\n",
        "—-\ntitle: Tea\n———\nText\n",
    ],
)
def test_the_lines_round_the_facts_may_look_odd(text):
    reading = read(text)
    assert not reading.problems
    assert [(dict(source.front_matter), source.body) for source in reading.sources] == [
        ({"title": "Tea"}, "Text\n")
    ]


def test_the_text_below_may_have_lines_of_dashes_and_equals_signs():
    body = "Tea\n===\n\n---\n\nTalk\n=======\n"
    assert read(f"---\ntitle: Tea\n---\n{body}").sources[0].body == body


def only_note(reading: Reading) -> tuple[int, str]:
    (note,) = reading.problems
    assert note.level is Level.NOTE
    return note.line, note.rule


def test_without_a_last_line_of_dashes_the_facts_end_at_the_empty_line():
    reading = read("---\ntitle: Tea\n\ncost: Free\n\nWe drink tea every week: lots.\n")
    assert only_note(reading) == (5, "dashes-missing")
    assert reading.sources[0].front_matter == {"title": "Tea", "cost": "Free"}
    assert reading.sources[0].body.strip() == "We drink tea every week: lots."


def test_without_a_first_line_of_dashes_plain_facts_are_read():
    reading = read("title: Tea\ncost: Free\n---\nText\n")
    assert only_note(reading) == (1, "dashes-missing")
    assert reading.sources[0].front_matter == {"title": "Tea", "cost": "Free"}


def test_utf_16_from_an_old_notepad_is_read():
    reading = read_bytes("---\ntitle: Café\n---\n".encode("utf-16"), "x/y.md", Kind.GROUP)
    assert only_note(reading) == (1, "utf-8")
    assert reading.sources[0].front_matter == {"title": "Café"}


@pytest.mark.parametrize(
    ("typed", "meant", "corrected"),
    [
        ("Yoga class #2", "Yoga class #2", '"Yoga class #2"'),
        ("#1 fan club", "#1 fan club", '"#1 fan club"'),
        ("Yoga # every week", "Yoga", '"Yoga # every week"'),
        ("127 #for life", "127", '"127 #for life"'),
        ('"Yoga" #2', "Yoga", '"Yoga #2"'),
        ("[yoga #2, tea]", ["yoga #2", "tea"], '["yoga #2", tea]'),
    ],
)
def test_a_hash_that_could_be_either_is_mentioned(typed, meant, corrected):
    reading = read(f"---\ntitle: {typed}\n---\n")
    assert only_note(reading) == (2, "hash-in-text")
    assert reading.problems[0].corrected == f"title: {corrected}"
    assert reading.sources[0].front_matter == {"title": meant}


def test_the_corrected_line_for_a_hash_is_read_without_a_word():
    note = read("---\ntitle: Yoga class #2\n---\n").problems[0]
    assert facts(note.corrected) == {"title": "Yoga class #2"}
