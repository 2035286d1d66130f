"""Safe spaces of every kind, full of canary words: not one gets out, in any form, in any file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from builders import TODAY
from built_site import LAYOUTS, TINY, Site, build, checked, copied
from canaries import disguises, readings
from PIL import Image

from doorstep import site
from doorstep.freshness import TIMELESS
from doorstep.kinds import Kind
from doorstep.pdfs.readiness import what_is_missing

Tried = Callable[[str, int], None]

FACTS = """
    summary: Zquxsummary for whoever comes.
    topics: [company]
    for: [women]
    when: Every Monday, 7:13pm
    come_along: Zquxcome first.
    cost: Free zquxcost
    access: {step_free: yes, notes: Zquxaccess.}
    languages: [English, Zquxish]
    contact:
      name: Zquxname
      phone: 07700 900666
      text: 07700 900667
      whatsapp: 07700 900668
      email: zquxmail@example.org
      website: https://zquxsite.example.org/
      best_time: zquxtime
      say: Is the zquxsay open?
    you_can_help: [zquxhelp]
    organiser: friends-of-st-annes
    works_with: [tea-and-talk]
    changes: [{on: 2026-11-30, cancelled: yes, because: zquxbecause}]
    image: {file: photos/PHOTO.jpg, alt: Zquxalt}
    safeguarding: Zquxsafeguarding.
    insurance: Zquxinsurance.
    source: {from: zquxlist, id: zquxid, hash: zquxhash}
    sensitive: yes
"""
BODY = "Zquxbody, and a [zquxlink](https://zquxaddress.example.org/page).\n\n<!-- zquxremark -->\n"
WORDS = (
    *("Zquxsummary", "Zquxcome", "zquxcost", "Zquxaccess", "Zquxish", "Zquxname", "zquxmail"),
    *("zquxsite", "zquxtime", "zquxsay", "zquxhelp", "zquxbecause", "Zquxalt", "Zquxsafeguarding"),
    *("Zquxinsurance", "zquxlist", "zquxid", "zquxhash", "Zquxbody", "zquxlink", "zquxaddress"),
    *("zquxremark", "900666", "900 666", "900667", "900 667", "900668", "900 668", "7:13", "19:13"),
)
LONG_WORDS = (*(word for word in WORDS if len(word) > 5), "zquxhow", "zquxkeeper", "zquxformerly")
STATES = {
    "fresh": "checked: {on: 2026-11-21, how: zquxhow, by: Amina}",
    "stale": "checked: {on: 2026-05-01, how: zquxhow, by: Amina}",
    "unconfirmed": "checked: {on: 2024-11-21, how: zquxhow, by: Amina}",
    "paused": "checked: {on: 2026-11-21, how: zquxhow, by: Amina}\nstatus: paused",
    "closed": "checked: {on: 2026-11-21, how: zquxhow, by: Amina}\nstatus: closed",
}
MORE = {
    Kind.HELP: "side: give\nexpires: 2026-11-23",
    Kind.PLACE: "open: Every day, 9:13am to 10am",
    Kind.GREEN_SPACE: "open: Every day, 9:13am to 10am",
    Kind.STORY: "consent: {on: 2026-11-01, kept_by: zquxkeeper}",
}
QUIET = {
    f"{kind.folder}/quiet-{kind.folder}-{state}.md": (kind, state)
    for kind in Kind
    for state in STATES
}


def text_of(kind: Kind, state: str, number: int) -> str:
    facts = dedent(FACTS).strip().replace("PHOTO", f"{kind.folder}-{state}")
    opening = f"number: {number}\ntitle: Quiet {kind.folder} {state}"
    formerly = f"formerly: [zquxformerly-{kind.folder}-{state}]"
    parts = (opening, facts, STATES[state], MORE.get(kind, ""), formerly)
    return "---\n" + "\n".join(part for part in parts if part) + f"\n---\n{BODY}"


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide with a safe space of every kind in every state."""
    folder = tmp_path_factory.mktemp("canaries")
    texts = {name: text_of(*what, 700 + at) for at, (name, what) in enumerate(QUIET.items())}
    guide = copied(TINY, folder / "guide", texts)
    (guide / "content" / "photos").mkdir()
    for kind, state in QUIET.values():
        photo = guide / "content" / "photos" / f"{kind.folder}-{state}.jpg"
        Image.new("RGB", (640, 480), (len(state), 5, 5)).save(photo)
    return guide


@pytest.fixture(scope="module")
def guarded(guide: Path) -> Site:
    """What is published of it."""
    return build(guide, guide.parent / "_site")


def own_files(guarded: Site) -> set[str]:
    """Return the pages of safe spaces, and what leads there from their former addresses."""
    return {name for name in guarded.files if "/quiet-" in name or "zquxformerly" in name}


def told(guarded: Site, words: tuple[str, ...], skipped: set[str]) -> dict[str, list[str]]:
    """Return the words that each other file tells, in whatever form."""
    wanted = {word: disguises(word) for word in words}
    read = {
        name: readings(name, content)
        for name, content in guarded.files.items()
        if name not in skipped
    }
    found = {
        name: [word for word, ways in wanted.items() if any(way in text for way in ways)]
        for name, text in read.items()
    }
    return {name: some for name, some in found.items() if some}


@pytest.mark.whole
def test_no_word_of_a_safe_space_is_in_any_other_file(guarded: Site, tried: Tried) -> None:
    tried("Files of a site searched for words of safe spaces", len(guarded.files))
    words = tuple(
        word for word in (*WORDS, "zquxhow", "zquxkeeper", "zquxformerly") if len(word) > 5
    )
    assert told(guarded, words, own_files(guarded)) == {}


@pytest.mark.whole
def test_no_hour_of_a_safe_space_is_in_any_other_page(guarded: Site) -> None:
    pages = [name for name in guarded.files if name.endswith((".html", ".ics", ".json", ".xml"))]
    hours = (b"7:13", b"T1913", b"9:13", b"T0913")
    others = set(pages) - own_files(guarded)
    assert [name for name in others if any(hour in guarded.files[name] for hour in hours)] == []


@pytest.mark.whole
def test_its_own_page_says_what_people_need_and_nothing_of_where_it_came_from(
    guarded: Site,
) -> None:
    page = readings("", guarded.files["groups/quiet-groups-fresh/index.html"]).decode(
        "utf-8", "replace"
    )
    hidden = {"zquxlist", "zquxid", "zquxhash", "zquxremark", "Zquxaccess", "19:13", "zquxbecause"}
    assert {word for word in WORDS if word.lower() not in page} == hidden


@pytest.mark.whole
@pytest.mark.parametrize("state", ["closed", "unconfirmed"])
def test_the_page_of_one_that_is_no_more_keeps_no_fact(guarded: Site, state: str) -> None:
    pages = {name for name in guarded.files if name.endswith(f"-{state}/index.html")}
    others = tuple(f"{kind.folder}/quiet-" for kind in Kind if kind not in TIMELESS)
    files = {name: guarded.files[name] for name in pages if name.startswith(others)}
    kept = ("zquxname", "900666", "zquxcost", "zquxalt", "zquxtime")
    assert len(files) == len(others)
    assert [
        name for name, page in files.items() for word in kept if word in page.decode().lower()
    ] == []


@pytest.mark.hard
def test_no_word_of_a_safe_space_is_in_any_file_or_pdf(guide: Path, tried: Tried) -> None:
    if missing := what_is_missing():
        pytest.skip(missing)
    from doorstep.pdfs.making import PdfMaker

    out = guide.parent / "_with_pdfs"
    site.publish(checked(guide), TODAY, LAYOUTS, out, 2, pdf_maker=PdfMaker)
    with_pdfs = Site(out)
    tried("Files of a site searched for words of safe spaces", len(with_pdfs.files))
    assert sum(name.endswith(".pdf") for name in with_pdfs.files) > 20
    assert told(with_pdfs, LONG_WORDS, own_files(with_pdfs)) == {}
