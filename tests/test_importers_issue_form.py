"""A form that somebody sent becomes one entry's file, checked with the whole guide."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from form_events import event
from test_messages import put_off
from typed_forms import example, proposed, text_of, tiny

from doorstep.checking import check_draft
from doorstep.forms.answers import answers_of
from doorstep.forms.kinds_of_forms import FORM_NAMED, Action
from doorstep.forms.prefilled import box_name, change_address
from doorstep.importers.issue_form.events import NotAnEvent, read_event
from doorstep.importers.issue_form.intents import NOTHING_NEW
from doorstep.importers.issue_form.writing import NotWritten, write_entry
from doorstep.safe_spaces import is_safe_space
from doorstep.sources import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.importers.issue_form.proposals import Proposal
    from doorstep.sources import Source

TEA = {"entry": "31, Tea and talk (tea-and-talk)"}


def entry_in(proposal: Proposal) -> Source:
    kind = next(kind for kind in FORM_NAMED.values() if kind.action is Action.ADD).kind
    assert kind
    reading = read_bytes(text_of(proposal).encode(), proposal.path, kind)
    return next(one for one in reading.sources if one.slug == proposal.slug)


def before(slug: str) -> str:
    path = next(tiny().path_of(one) for one in tiny().sources if one.slug == slug)
    return (tiny().content / path).read_text(encoding="utf-8")


def test_a_new_entry_gets_a_file_of_its_own_and_no_number() -> None:
    proposal = proposed("add-group", {"title": "Knit & natter", "when": "Every Friday, 2pm to 4pm"})
    assert (proposal.action, proposal.number) == (Action.ADD, None)
    assert proposal.path == "groups/knit-natter.md"
    assert text_of(proposal) == "---\ntitle: Knit & natter\nwhen: Every Friday, 2pm to 4pm\n---\n"
    assert proposal.asks is None


def test_a_name_that_is_taken_gets_a_two() -> None:
    assert proposed("add-group", {"title": "Tea and talk"}).slug == "tea-and-talk-2"


def test_a_page_of_the_guides_own_is_taken_as_well() -> None:
    assert proposed("add-help", {"title": "Give", "side": "give"}).slug == "give-help"


def test_the_same_form_again_finds_its_own_entry_again() -> None:
    answers = {"title": "Tea and chat", "cost": "Free"}
    assert proposed("add-group", answers, slug="tea-and-talking").slug == "tea-and-talking"


def test_a_title_in_another_script_gets_a_plain_name() -> None:
    proposal = proposed("add-group", {"title": "ચા અને વાતો"})
    assert proposal.slug.isascii()
    assert entry_in(proposal).front_matter["title"] == "ચા અને વાતો"


def test_something_new_without_a_name_is_asked_for_one() -> None:
    proposal = proposed("add-group", {"cost": "Free"})
    assert proposal.text is None
    assert proposal.asks
    assert (proposal.asks.box, proposal.asks.label) == ("title", "Name of the group")


def test_a_change_touches_the_lines_it_is_about_and_no_others() -> None:
    proposal = proposed("change-group", {**TEA, "contact_phone": "07700 900 123", "cost": "£1"})
    old, new = before("tea-and-talk").split("\n"), text_of(proposal).split("\n")
    assert [line for line in new if line not in old] == [
        "cost: £1",
        "contact: {name: Pat, phone: 07700 900 123, best_time: weekday mornings}",
    ]
    assert len(old) == len(new)


@pytest.mark.parametrize(
    "words",
    [
        "31",
        "No. 31",
        "number 31, Tea and talk",
        "Tea and talk",
        "tea and talk",
        "tea-and-talk",
        "(tea-and-talk)",
        "31, Another name by now (tea-and-talk)",
    ],
)
def test_an_entry_is_known_by_its_number_its_name_or_its_address(words: str) -> None:
    assert proposed("change-group", {"entry": words, "cost": "£1"}).slug == "tea-and-talk"


@pytest.mark.parametrize("words", ["", "999", "Tea and tlk", "32, x (tea-and-talk)"])
def test_an_entry_that_is_not_sure_is_asked_about(words: str) -> None:
    proposal = proposed("change-group", {"entry": words, "cost": "£1"})
    assert proposal.text is None
    assert proposal.asks
    assert proposal.asks.box == "entry"


def test_a_name_that_is_nearly_right_is_offered() -> None:
    asked = proposed("still-right", {"entry": "Tea and tlk"}).asks
    assert asked
    assert "Did you mean “No. 31, Tea and talk”?" in asked.sentence


def test_two_entries_that_may_be_meant_are_both_named() -> None:
    asked = proposed("still-right", {"entry": "32, x (tea-and-talk)"}).asks
    assert asked
    assert "“No. 31, Tea and talk” or “No. 32, Friends of St Anne's”" in asked.sentence


def test_a_form_that_says_what_the_guide_says_changes_nothing() -> None:
    source = next(one for one in tiny().sources if one.slug == "tea-and-talk")
    answers = answers_of(source, tiny().titles, tiny().labels)
    proposal = proposed("change-group", {**TEA, **answers})
    assert proposal.text is None
    assert proposal.notes == (NOTHING_NEW,)


def test_the_wrong_form_for_an_entry_changes_what_both_have_and_tells_the_rest() -> None:
    proposal = proposed("change-place", {**TEA, "cost": "£1", "opening": "Every day, 9am to 5pm"})
    assert entry_in(proposal).front_matter["cost"] == "£1"
    assert proposal.notes == (
        "There is no “Open” for this entry, so we left out “Every day, 9am to 5pm”.",
    )


def test_still_right_moves_the_day_and_nothing_else() -> None:
    proposal = proposed("still-right", {**TEA, "on": "today", "how": "by phone", "by": "Amina"})
    old, new = before("tea-and-talk").split("\n"), text_of(proposal).split("\n")
    differ = [line for line in new if line not in old]
    assert differ == ["checked: 2026-11-22, by phone, Amina"]
    assert len(old) == len(new)


@pytest.mark.parametrize(
    ("sent", "day"),
    [("2026-11-21T23:59:00Z", "2026-11-21"), ("2026-06-30T23:30:00Z", "2026-07-01")],
)
def test_today_is_the_day_it_was_sent_where_the_guide_is(sent: str, day: str) -> None:
    proposal = proposed("still-right", {**TEA, "on": "Today."}, created_at=sent)
    assert entry_in(proposal).front_matter["checked"] == day


@pytest.mark.parametrize("how", ["phone", "we met", "by phone, twice", "Amina: by phone"])
def test_a_way_of_asking_in_other_words_is_still_the_way(how: str) -> None:
    proposal = proposed("still-right", {**TEA, "how": how, "by": "Amina"})
    checked = tiny().checked_with(proposal.path, text_of(proposal))
    check = next(one.checked for one in checked.entries if one.slug == "tea-and-talk")
    assert check
    assert (check.how, check.by) == (how, "Amina")


@pytest.mark.parametrize("day", ["3 December 2026", "30 February 2026", "when I had time"])
def test_a_day_of_asking_that_cannot_be_is_asked_about(day: str) -> None:
    proposal = proposed("still-right", {**TEA, "on": day})
    assert proposal.text is None
    assert proposal.asks
    assert proposal.asks.label == "Day you asked"


def test_what_is_told_in_own_words_is_for_a_person() -> None:
    proposal = proposed("tell-us", {"words": "The clinic on “Mondays” has moved."})
    assert (proposal.action, proposal.text) == (Action.TELL_US, None)
    assert proposal.words == "The clinic on “Mondays” has moved."


def test_words_that_are_none_of_our_forms_do_nothing() -> None:
    proposal = proposed("tell-us", {}, body="Hello, is this thing on?")
    assert (proposal.action, proposal.text, proposal.is_secret) == (None, None, False)


def test_a_form_with_two_readings_writes_nothing_and_says_why() -> None:
    last = "### Before you send\n\n- [X] Yes\n\n### Before you send"
    proposal = proposed("add-group", {"title": "Tea", "body": last})
    assert proposal.text is None
    assert proposal.asks
    assert "two ways" in proposal.asks.sentence


def test_what_stops_an_entry_is_asked_first_and_one_thing_at_a_time() -> None:
    answers = {
        "title": "Knit",
        "contact_phone": "020 7946 045",
        "topics": "crafts",
        "when": "10-12",
    }
    proposal = proposed("add-event", answers)
    assert proposal.waiting == 3
    assert proposal.asks
    assert proposal.asks.label == "When"
    assert proposal.asks.sentence.startswith("“When” does not say on which day.")


def test_what_would_only_be_left_out_is_asked_last_and_may_wait() -> None:
    proposal = proposed("add-event", {"title": "Knitting bee"})
    assert proposal.asks
    assert (proposal.asks.label, proposal.asks.is_needed) == ("When", False)


def test_an_old_slip_in_another_box_comes_after_what_was_sent_now() -> None:
    proposal = proposed("add-group", {"title": "Tea", "area": "Nowhere", "postcode": "HR1"})
    assert proposal.asks
    assert proposal.asks.label in ("Postcode", "Part of the neighbourhood")
    assert {problem.rule for problem in proposal.problems} == {"postcodes", "areas-known"}


def test_a_place_that_is_nearly_one_of_the_guides_is_asked_about() -> None:
    proposal = proposed("add-group", {"title": "Knitting bee", "place": "St Ann Hall"})
    assert proposal.asks
    assert proposal.asks.sentence.startswith(
        "No place is called “St Ann Hall”. Did you mean “St An"
    )
    assert not proposal.asks.is_needed
    assert proposal.can_go_live
    answers = {"title": "Knitting bee", "place": "St Ann Hall", "address": "1 High Street"}
    assert proposed("add-group", answers).asks is None


def test_somebody_nearly_known_is_offered_and_can_be_answered() -> None:
    answers = {"title": "Knitting bee", "more": "Run by: friends-of-st-anns"}
    asked = proposed("add-group", answers).asks
    assert asked
    assert (asked.part, asked.is_needed) == ("Run by", False)
    assert "Did you mean “friends-of-st-annes” (Friends of St Anne's)?" in asked.sentence
    proposal = proposed("add-group", answers, ["Friends of St Anne's"])
    assert (proposal.asks, proposal.can_go_live) == (None, True)


def test_a_reply_says_which_place_is_meant() -> None:
    answers = {"title": "Knitting bee", "place": "St Ann Hall"}
    proposal = proposed("add-group", answers, ["St Anne’s Hall"])
    assert (proposal.asks, "where: st-annes-hall" in text_of(proposal)) == (None, True)


@pytest.mark.parametrize("form", ["add-group", "change-group"])
def test_words_that_no_file_can_hold_are_asked_about(form: str) -> None:
    about = {"title": "Tea"} if form == "add-group" else TEA
    proposal = proposed(form, {**about, "body": "<<<<<<< a\nb\n=======\nc\n>>>>>>> d"})
    assert (proposal.text, proposal.can_go_live) == (None, False)
    assert proposal.asks
    assert (proposal.asks.box, proposal.asks.is_needed) == ("body", True)


def test_an_entry_with_something_wrong_in_it_cannot_go_live() -> None:
    assert not proposed("add-event", {"title": "Knitting", "when": "10-12"}).can_go_live
    assert proposed("add-event", {"title": "Knitting", "when": "Fridays, 10-12"}).can_go_live


def test_a_whole_name_is_pointed_out() -> None:
    proposal = proposed("add-group", {"title": "Knitting", "contact_name": "Pat Smith"})
    assert proposal.notes == (
        "“Pat Smith” looks like a whole name. First names only: everyone can read it.",
    )


def test_what_may_be_there_already_is_pointed_out() -> None:
    proposal = proposed("add-group", {"title": "Tea and talk"})
    assert proposal.notes == ("No. 31, Tea and talk, has the same name. Is it the same thing?",)


@pytest.mark.parametrize("action", ["add", "change"])
def test_every_kind_can_be_added_and_changed_with_its_title_alone(action: str) -> None:
    for source in tiny().sources:
        form = f"{action}-{source.kind}"
        if form in FORM_NAMED and not is_safe_space(source):
            answers = {"title": "Quite new here"}
            answers |= {"entry": source.slug} if action == "change" else {}
            proposal = proposed(form, answers)
            assert "title: Quite new here\n" in text_of(proposal), source.slug


@pytest.mark.whole
def test_every_entry_of_the_example_can_be_typed_in_anew() -> None:
    desk = example()
    for source in desk.sources:
        form = f"add-{source.kind}"
        if form not in FORM_NAMED or is_safe_space(source):
            continue
        answers = answers_of(source, desk.titles, desk.labels)
        answers.pop("status", "")
        proposal = proposed(form, answers, desk=desk)
        read = read_bytes(text_of(proposal).encode(), proposal.path, source.kind).sources[0]
        assert proposal.asks is None, source.slug
        assert not proposal.is_secret, source.slug
        assert read.front_matter["title"] == source.front_matter["title"]
        assert read.body.strip() == source.body.strip()


@pytest.mark.whole
def test_every_entry_of_the_example_comes_round_from_its_page_to_its_form_and_back() -> None:
    desk = example()
    checked = check_draft(*desk.loaded)
    for entry in checked.entries:
        if entry.sensitive:
            continue
        address = change_address(entry, desk.config, desk.titles)
        asked = {name: said[0] for name, said in parse_qs(urlsplit(address).query).items()}
        form = FORM_NAMED[asked["template"].removesuffix(".yml")]
        answers = {box.id: asked.get(box_name(box.id), "") for box in form.boxes}
        proposal = proposed(form.name, answers, desk=desk, title=asked["title"])
        assert (proposal.slug, proposal.notes) == (entry.slug, (NOTHING_NEW,))


@pytest.mark.whole
def test_every_entry_of_the_example_can_be_changed_in_its_place() -> None:
    desk = example()
    for source in desk.sources:
        if is_safe_space(source):
            continue
        answers = answers_of(source, desk.titles, desk.labels) | {"entry": source.slug}
        changed = {"summary": "Quite new: “here” # now.", "body": "Another\n\n---\n\ntext."}
        proposal = proposed(f"change-{source.kind}", answers | changed, desk=desk)
        file = f"content/{proposal.path}"
        read = read_bytes(text_of(proposal).encode(), file, source.kind).sources
        mine = next(one for one in read if one.slug == source.slug)
        meant = {**source.front_matter, "summary": changed["summary"]}
        assert (mine.front_matter, mine.body.strip()) == (meant, changed["body"]), source.slug
        old = (desk.content / proposal.path).read_text(encoding="utf-8").splitlines()
        kept = set(text_of(proposal).splitlines()) | set(source.body.split("\n"))
        gone = [line.strip() for line in old if line not in kept]
        in_body = {line.strip() for line in source.body.split("\n")}
        touched = [line for line in gone if line not in in_body]
        assert all(line.startswith(("summary:", "body:")) for line in touched), source.slug


def test_nothing_that_is_said_puts_people_off() -> None:
    answers = {
        "title": "Knit" * 30,
        "when": "Every second Thursday",
        "opening": "7",
        "side": "both",
        "expires": "30/2/2026",
        "place": "Nowhere hall",
        "postcode": "HR1",
        "position": "north",
        "changes": "tomorrow: no",
        "contact_phone": "020",
        "access": "Step-free: perhaps\nlift",
        "topics": "crafts",
        "audiences": "cats",
        "area": "moon",
        "more": "Works with: nobody\nE-mail: pat\nWebsite: x",
        "checked": "tomorrow",
        "body": "<<<<<<< a\nb\n=======\nc\n>>>>>>> d",
    }
    said: list[str] = []
    for form in ("add-group", "add-help", "add-place", "add-story", "change-group", "still-right"):
        known = {box.id for box in FORM_NAMED[form].boxes}
        mine = {name: words for name, words in answers.items() if name in known}
        for name, words in [*mine.items(), ("", "")]:
            proposal = proposed(form, {"title": "Tea", name: words} if name else mine)
            said += [proposal.asks.sentence] if proposal.asks else []
            said += [*proposal.notes, *proposal.tidied]
    assert put_off(said) == {}


@pytest.mark.parametrize(
    "path",
    [
        "groups/../../x.md",
        "../groups/tea.md",
        "groups/.tea.md",
        "groups/tea.sh",
        "photos/tea.md",
        "groups/a/b.md",
        "/groups/tea.md",
        "groups/Tea.md",
    ],
)
def test_no_file_but_an_entrys_own_is_ever_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(NotWritten):
        write_entry(tmp_path, path, "x")
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("link", ["groups", "groups/tea.md"])
def test_a_link_in_the_way_is_not_followed(tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    content = tmp_path / "content"
    (content / link).parent.mkdir(parents=True)
    (content / link).symlink_to(outside if link == "groups" else outside / "tea.md")
    with pytest.raises(NotWritten):
        write_entry(content, "groups/tea.md", "x")
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"issue": 7}', '{"issue": {"title": "x"}}'])
def test_a_file_that_tells_of_no_form_is_named_as_such(text: str) -> None:
    with pytest.raises(NotAnEvent):
        read_event(text)


def test_an_event_tells_who_sent_what_and_when() -> None:
    told = event("tell-us", {"words": "Hello"}, number=12, login="pat") | {"replies": ["Yes", 7]}
    sent = read_event(json.dumps(told))
    assert (sent.issue, sent.login, sent.replies) == (12, "pat", ("Yes",))
