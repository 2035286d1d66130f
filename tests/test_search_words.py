"""Words in the browser: folded as in the guide, and what they share with others."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from browser import new_browser
from search_engine import engine

from doorstep.search.folding import folded_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ODD_TEXTS = (
    *(
        "St Anne’s",
        "St Anne's hall",
        "'tis the dogs' home",
        "a’’b ʼc ’n’ rock‘n’roll",
        "don`t",
        "''",
    ),
    *("CAFÉ crème brûlée", "cafe\u0301", "Straße Łódź Ærø Đà þing ŒUVRE", "İstanbul ıspanak IĞDIR"),
    *("ﬁsh ﬂat Ｆｕｌｌ ½ ² ℡ ㎏", "soft\u00adhyphen zero\u200bwidth \u200fmark\u200d", "ŉ ǆ ﷺ"),
    *(
        "ગુજરાતી, ખોરાક।",
        "طَعَامٌ، مســجد؟",
        "کھانا۔ ۱۲۳ ١٢٧",
        "हिन्दी॥ ਪੰਜਾਬੀ",
        "বাংলা தமிழ்",
        "中文 日本語ガイド 한국어",
    ),
    *(
        "tea ☕ and 🎶song",
        "🏳️‍🌈 family👨‍👩‍👧",
        "n° 127, №127",
        "HR1 2AB 10:30am £2.50",
        "a\tb\nc\u00a0d\u3000e",
    ),
    *(
        "",
        " ",
        "?!",
        "ΣΊΣΥΦΟΣ ΟΔΟΣ",
        "ẞ",
        "mâncare żywność",
        "𝔄𝔟 𝒳",
        "e-mail@example.org",
        "drop-in/meet_up",
    ),
)
LETTERS = "aAzZ09 -'’‘ʼ`éßøİıΣς\u0301\u064b\u0640\u200b\u200d\u00adગ્جخ한中½ﬁ🎶\U0001f3f3\ufe0f।،"
DICE = random.Random(4)  # noqa: S311
MIXED = tuple("".join(DICE.choices(LETTERS, k=DICE.randrange(1, 14))) for _ in range(400))


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """The engine without anything to search."""
    with new_browser() as browser, engine(browser) as page:
        yield page


def said(page: Page, name: str, *arguments: object) -> Any:
    """Return what a function of the engine returns."""
    return page.evaluate(f"(given) => doorstep.{name}(...given)", list(arguments))


def test_words_are_folded_as_in_the_guide(page: Page) -> None:
    texts = [*ODD_TEXTS, *MIXED]
    folded = page.evaluate("(texts) => texts.map(doorstep.foldedWords)", texts)
    assert dict(zip(texts, folded, strict=True)) == {text: folded_words(text) for text in texts}


@pytest.mark.parametrize(
    "words",
    [
        *("walk walks walked walking", "story stories", "dance dances danced dancing"),
        *("child children", "woman women womens", "man men mens", "bake bakes baked baking"),
        *("knit knits knitted knitting", "box boxes", "class classes", "baby babies", "bus buses"),
        *("play plays played playing", "worry worries worried worrying", "house houses housing"),
        *("travel travels travelled travelling", "call calls called calling", "quiz quizzes"),
        *(
            "make makes making",
            "row rows rowing rowed",
            "church churches",
            "care cares cared caring",
        ),
    ],
)
def test_forms_of_a_word_share_a_stem(page: Page, words: str) -> None:
    assert len(set(page.evaluate("(words) => words.map(doorstep.stem)", words.split()))) == 1


@pytest.mark.parametrize(
    "words",
    [
        *("car care", "park parking", "train training", "box boxing", "new news", "tennis ten"),
        *("bus bush", "even evening", "shed she", "chess cheese", "sing single", "wed wedding"),
    ],
)
def test_words_that_only_look_alike_have_stems_of_their_own(page: Page, words: str) -> None:
    stems = page.evaluate("(words) => words.map(doorstep.stem)", words.split())
    assert stems[0] != stems[1]


@pytest.mark.parametrize(
    ("doer", "done"),
    [("walker", "walk"), ("gardener", "garden"), ("dancer", "danc"), ("cyclist", "cycl")],
)
def test_what_somebody_does_is_told_by_what_they_are_called(
    page: Page, doer: str, done: str
) -> None:
    assert said(page, "deed", doer) == done


@pytest.mark.parametrize("word", ["mother", "flower", "letter", "tea", "barber", "number"])
def test_not_all_that_ends_alike_is_somebody_who_does_something(page: Page, word: str) -> None:
    assert said(page, "deed", word) == ""


HEARD_ALIKE = """
(pairs) => pairs.map(([one, other]) => {
  const [said, heard] = [doorstep.sound(one), doorstep.sound(other)];
  const isLike = doorstep.bones(said) === doorstep.bones(heard);
  return isLike && Boolean(said) && doorstep.isHeardAs(said, heard);
})
"""


@pytest.mark.parametrize(
    "pair",
    [
        *(
            "gujrati gujarati",
            "gujerati gujarati",
            "fisio physio",
            "karati karate",
            "masjeed masjid",
        ),
        *("gurudvara gurdwara", "divali diwali", "ramadhan ramadan", "koran quran", "henna hena"),
        *("mosk mosque", "samber samba", "panjabi punjabi", "rythm rhythm"),
        *("urdoo urdu", "mendi mehndi", "cofi coffee", "aerobics airobics", "chapati chapatti"),
    ],
)
def test_words_that_are_said_alike_are_heard_as_one(page: Page, pair: str) -> None:
    assert page.evaluate(HEARD_ALIKE, [pair.split()]) == [True]


@pytest.mark.parametrize(
    "pair",
    [
        *("karate cart", "karate crate", "cheese chess", "pottery poetry", "skiing asking"),
        *("choir chair", "tea toe", "board bird", "elder ladder", "court card"),
    ],
)
def test_words_with_the_same_consonants_are_not_all_heard_as_one(page: Page, pair: str) -> None:
    assert page.evaluate(HEARD_ALIKE, [pair.split()]) == [False]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        *(("tea", "tea", 0), ("libary", "library", 1), ("lonley", "lonely", 1), ("abc", "", 3)),
        *(
            ("dementa", "dementia", 1),
            ("xhess", "chess", 1),
            ("ca", "abc", 3),
            ("kitten", "sitting", 3),
        ),
        *(("volunter", "volunteers", 2), ("cheese", "chess", 2), ("જમવનું", "જમવાનું", 1)),
    ],
)
def test_slips_are_counted(page: Page, one: str, other: str, count: int) -> None:
    assert said(page, "slips", one, other, 3) == count
    assert said(page, "slips", other, one, 3) == count


def test_more_slips_than_are_asked_for_are_not_counted_out(page: Page) -> None:
    assert said(page, "slips", "kitten", "sitting", 1) == 2
    assert said(page, "slips", "tea", "a" * 200, 1) == 2
