"""Numbers that one person has for life are found in any spacing, and other numbers are not."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from doorstep.agreements import Detail
from doorstep.private_details.legible import legible
from doorstep.private_details.numbers import is_checked, nhs_numbers, numbers_in

NHS, NI = Detail.NHS_NUMBER, Detail.NATIONAL_INSURANCE_NUMBER

NHS_NUMBERS = """
943 476 5919
9434765919
943-476-5919
943.476.5919
943 4765919
943476 5919
9 4 3 4 7 6 5 9 1 9
94 34 76 59 19
943–476–5919
943/476/5919
943_476_5919
９４３ ４７６ ５９１９
943&nbsp;476&nbsp;5919
943 **476** 5919
943​476​5919
NHS 943 476 5919
NHS: 943 476 5919
NHS no. 9434765919
NHS number: 943 476 5919
NHS Number is 943 476 5919.
her nhs number, 9434765919
nhs_number: 9434765919
(943 476 5919)
[943 476 5919]
"943 476 5919"
943 476 5919, born in Leeds
Patient 943 476 5919 needs a lift
# 943 476 5919
Joe, 943 476 5919
943
476 5919
943 476
    5919
NHS no. 485 777 3456
485 777 3457
401 023 2137
4010232137
658 444 0001
3201234567
0102034567
010203 4567
NHS number 9991234560
CHI 0104619996
CHI number: 010461 9996
NHS 12 3456 7881
phone me, NHS 943 476 5919
943 476 5919 12 High Street
summary: 943 476 5919
photo of 943 476 5919
Summary 9434765919 for the driver
*943 476 5919*
"""

NI_NUMBERS = """
AB 12 34 56 C
AB123456C
ab123456c
AB 123456 C
AB 123 456 C
AB-12-34-56-C
AB.12.34.56.C
AB/12/34/56/C
AB_12_34_56_C
A B 12 34 56 C
ab 12 34 56 c
Ab 12 34 56 c
ＡＢ１２３４５６Ｃ
AB 12 34 56 A
AB 12 34 56 B
AB 12 34 56 D
JG103759A
CE 10 20 30 A
NI AB123456C
NI no. AB123456C
National Insurance number: AB 12 34 56 C
my NINO is ab123456c
(AB123456C)
AB123456C.
"AB123456C"
AB **12 34 56** C
AB&nbsp;12&nbsp;34&nbsp;56&nbsp;C
AB 12 34
56 C
# AB123456C
insurance: AB123456C
photos/ab123456c.jpg
photo_AB123456C_front.jpg
SR 78 90 12 D
YY 12 34 56 B
"""

OTHER = """
020 7946 0456
0131 496 0123
07700 900123
+44 20 7946 0456
+1 415 555 2671
+44 (0)791 234 5678
7700 900 123
943 476 5918
9434765910
94347659190
19434765919
1234567890
0123456789
0000000000
call 943 476 5919
tel 943 476 5919
phone: 9434765919
text 9434765919
ISBN 9434765919
ISBN 0-306-40615-2
ISBN: 978-0-306-40615-7
charity 9434765919
https://www.facebook.com/groups/9434765919
https://example.org/?id=9434765919
www.example.org/9434765919
photos/9434765919.jpg
photos/IMG_9434765919.jpg
id: 9434765919
ref 9434765919
4929 4347 6591 9012
12 943 476 5919
A943 476 5919
9434765919B
53.7020, -3.3000
55.9533 -3.1883
2026-11-03 10:30
2026 11 03 10
3/4/2026 10:30am
NHS 111
NHS 111 or 020 7946 0456
NHS Lothian, 0131 536 9000
NT 25483 73912
£943,476.59
QQ 12 34 56 C
QQ123456C
BG123456A
GB123456A
KN123456A
NK123456A
NT123456A
TN123456A
ZZ123456A
DA123456A
FA123456A
IA123456A
UA123456A
VA123456A
AD123456A
AF123456A
AI123456A
AO123456A
AQ123456A
AU123456A
AV123456A
AB123456
AB123456E
AB12345C
AB1234567C
ABC123456C
AB123456CD
1AB123456C
at 10 20 30 a bus leaves
as 10 15 20 a day
AB12 3CD
AB1 2CD
Sort code: ask at the desk
passport photos 5 for £6
passport to leisure
12-34-56
11-12-26 and 12345678
account 12345678
Charity number 1234567
Company number 12345678
VAT 943 4765 91
4f1c8a20
row-1234567890
2434 2434
0808 157 0123
116 123
999
85258
No. 127
6 for 7, 8 or 9
1 2 3 4 5 6 7 8 9 10
10am to 12, 1pm to 3pm
"""


def lines(table: str) -> list[str]:
    """Return the cases of a table; a case goes on where a line ends in the middle of a number."""
    text = table.strip("\n").replace("943\n476", "943\\n476").replace("476\n   ", "476\\n   ")
    return [line.replace("\\n", "\n") for line in text.replace("34\n56", "34\\n56").split("\n")]


def found(words: str) -> list[Detail]:
    return [detail for _, detail in numbers_in(legible(words.split("\n")))]


@pytest.mark.parametrize("words", lines(NHS_NUMBERS))
def test_an_nhs_number_is_found(words: str) -> None:
    assert found(words) == [NHS]


@pytest.mark.parametrize("words", lines(NI_NUMBERS))
def test_a_national_insurance_number_is_found(words: str) -> None:
    assert found(words) == [NI]


@pytest.mark.parametrize("words", lines(OTHER))
def test_another_number_is_left_alone(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Sort code 12-34-56, account 12345678",
        "sort code: 12 34 56\naccount number: 1234 5678",
        "Sort-code 123456 and account no. 12345678",
        "Account 12345678, sort code 12-34-56",
        "SORTCODE 12–34–56 ACC 12345678",
    ],
)
def test_a_bank_account_is_found_with_its_sort_code(words: str) -> None:
    assert found(words) == [Detail.BANK_ACCOUNT]


@pytest.mark.parametrize(
    "words", ["passport 123456789", "Passport no: 123 456 789", "her passport number is 123456789"]
)
def test_a_passport_is_found_where_it_is_called_one(words: str) -> None:
    assert found(words) == [Detail.PASSPORT_NUMBER]


def test_there_are_many_of_both() -> None:
    assert len(lines(NHS_NUMBERS)) + len(lines(NI_NUMBERS)) >= 80
    assert len(lines(OTHER)) >= 80


def test_a_number_is_on_the_line_that_it_begins_on() -> None:
    assert list(numbers_in("one\ntwo 943 476\n 5919\nAB123456C")) == [(1, NHS), (3, NI)]


@st.composite
def checked_numbers(draw: st.DrawFn) -> str:
    """Return a number as the NHS gives them out: nine figures and their check."""
    nine = f"{draw(st.integers(320_000_000, 999_999_999))}"
    check = -sum(int(figure) * (10 - place) for place, figure in enumerate(nine)) % 11
    assume(check < 10)
    return f"{nine}{check}"


GAPS = st.lists(
    st.sampled_from(["", "", " ", "  ", "-", " - ", ".", "/", "\n", "\n    "]),
    min_size=9,
    max_size=9,
)


@given(checked_numbers(), GAPS)
def test_every_nhs_number_is_found_in_any_spacing(number: str, gaps: list[str]) -> None:
    spaced = "".join(map("".join, zip(number, [*gaps, ""], strict=True)))
    assert found(f"Asha, {spaced}, needs a lift")[0] == NHS


@given(checked_numbers(), st.integers(1, 9), st.integers(0, 9))
def test_a_number_with_one_figure_wrong_is_none(number: str, by: int, place: int) -> None:
    other = str((int(number[place]) + by) % 10)
    assert not is_checked(f"{number[:place]}{other}{number[place + 1 :]}")


PHONES = st.builds(
    "0{}{}".format, st.sampled_from("12378"), st.text("0123456789", min_size=9, max_size=9)
)


@given(PHONES, st.sampled_from([(11,), (3, 4, 4), (5, 6), (5, 3, 3), (4, 3, 4), (4, 7), (3, 8)]))
def test_no_british_phone_number_is_an_nhs_number(phone: str, groups: tuple[int, ...]) -> None:
    written, at = [], 0
    for size in groups:
        written.append(phone[at : at + size])
        at += size
    abroad = f"+44 {written[0][1:]}"
    for words in (" ".join(written), " ".join([abroad, *written[1:]]), f"0044 {phone[1:]}"):
        assert list(nhs_numbers(words)) == []
        assert list(nhs_numbers(f"Ring {words} at 10am")) == []
