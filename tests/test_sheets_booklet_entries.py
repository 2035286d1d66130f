from __future__ import annotations

from builders import guide_of

from doorstep.sheets.booklet_entries import access_words, booklet_entry

HALL = """
    ---
    title: St Anne’s Hall
    where: {address: 1 High Street}
    access: {step_free: yes, toilet: no}
    ---
    """


def entry_in(tmp_path, facts, folder="groups"):
    text = f"---\nnumber: 127\ntitle: Tea and talk\n{facts}\n---\n"
    guide = guide_of(tmp_path, {f"{folder}/tea.md": text, "places/hall.md": HALL})
    return booklet_entry(guide, "tea"), guide


def test_an_entry_says_what_when_where_cost_and_whom_to_phone(tmp_path):
    entry, _ = entry_in(
        tmp_path,
        """summary: Tea and talk for anyone.
when: Every Tuesday, 10:30am to midday
where: hall
cost: Free
come_along: Just turn up.
contact: {name: Pat, phone: 020 7946 0456, best_time: weekday mornings}
you_can_help: [make tea, give lifts home]""",
    )
    assert (entry.title, entry.number) == ("Tea and talk", "No.\u00a0127")
    what, facts, asking = entry.lines
    assert what == "Tea and talk for anyone."
    assert facts == (
        "Every Tuesday, 10:30am to midday. St Anne’s Hall, 1 High Street. Free. Just turn up. "
        "Step-free: yes. Toilet: no. Hearing loop: not known."
    )
    assert asking == (
        "Phone Pat, 020\u00a07946\u00a00456, weekday mornings. "
        "You can help: make tea, give lifts home."
    )


def test_a_cancelled_date_has_a_line_of_its_own(tmp_path):
    entry, _ = entry_in(
        tmp_path,
        "when: Every Tuesday, 10:30am to midday\n"
        "changes: [{on: 2026-11-24, cancelled: true, because: the hall is flooded}]",
    )
    assert entry.lines[0] == "Cancelled on Tuesday 24 November. The hall is flooded."
    assert entry.lines[1].startswith("Every Tuesday, 10:30am to midday.")


def test_what_is_on_once_says_its_day(tmp_path):
    entry, _ = entry_in(tmp_path, "when: 28 November 2026, 2pm to 4pm", "events")
    assert entry.lines[0].startswith("Saturday 28 November, 2pm to 4pm.")


def test_an_offer_says_its_last_day(tmp_path):
    entry, _ = entry_in(tmp_path, "side: give\nexpires: 2026-12-19", "help")
    assert entry.lines[0] == "Until Saturday 19 December 2026."


def test_help_that_comes_to_people_says_nothing_of_steps(tmp_path):
    _, guide = entry_in(tmp_path, "side: get", "help")
    assert access_words(guide, guide.catalogue.by_slug["tea"]) == ""


def test_without_a_phone_of_its_own_the_guide_is_asked(tmp_path):
    entry, _ = entry_in(tmp_path, "cost: Free")
    assert entry.lines[-1] == "Ask Harbour Row forum, 020\u00a07946\u00a00123."


def test_not_known_is_never_taken_for_yes(tmp_path):
    _, guide = entry_in(tmp_path, "access: {step_free: not known}")
    words = access_words(guide, guide.catalogue.by_slug["tea"])
    assert words == "Step-free, toilet, hearing loop: not known"
