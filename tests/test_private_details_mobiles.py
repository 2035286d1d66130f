"""A mobile is known however it is written, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.private_details.legible import legible
from doorstep.private_details.mobiles import mobiles_in

MOBILE = "07700900123"

WRITTEN = """
07700900123
07700 900123
07700 900 123
077 0090 0123
0 7 7 0 0 9 0 0 1 2 3
07700-900-123
07700.900.123
07700–900–123
07700_900_123
07700/900/123
07700, 900, 123
07700·900·123
(07700) 900123
(07700)900-123
[07700] 900123
+447700900123
+44 7700 900123
+44 (0)7700 900123
+44(0) 7700 900 123
+44 0 7700 900123
+ 44 7700 900123
0044 7700 900123
00 44 7700 900 123
00447700900123
44 7700 900123
447700900123
O7700 9OO123
o77oo 9oo 123
+44 77OO 9OO123
０７７００ ９００１２３
٠٧٧٠٠ ٩٠٠١٢٣
०७७०० ९००१२३
0​7700 900123
077­00 900123
0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣
&#48;7700 900123
07700&nbsp;900123
07700 900123
07700 **900** 123
*07700* 900123
`07700 900123`
07700\\-900123
~~07700~~ 900123
tel:07700900123
tel:+447700900123
tel:+44-7700-900-123
sms:07700900123
https://wa.me/447700900123
wa.me/447700900123?text=hello
https://api.whatsapp.com/send?phone=447700900123
[ring Joe](tel:%2B447700900123)
tel:+44%207700%20900123
Joe on 07700 900123, weekdays
Joe(07700 900123)
joe07700900123
Phone:07700900123.
my number is 07700 900123!
"07700 900123"
|07700 900123|
<07700 900123>
07700 900123 / 020 7946 0123
020 7946 0123 or 07700 900123
zero seven seven zero zero nine zero zero one two three
oh seven seven double oh nine double oh one two three
Oh double seven double oh, nine oh oh, one two three
nought seven seven nought nought 900123
07700 nine double oh 123
0 double 7 double 0 900 123
07700 900 one two three
oh double-seven double-oh nine double-oh one two three
07700 900123 ext 4
07700 900123x4
07700
    900123
+44
7700 900123
photos/joe-07700900123.jpg
photos/joe-07700-900-123.jpg
whatsapp: 07700 900123
{phone: 07700 900123}
{phone: "07700900123"}
# Joe: 07700 900123
text:07700 900123
07700 90 01 23
077-00-900-123
0 7700 900123
077 009 001 23
(0)7700 900123
+44-7700-900-123
+44.7700.900123
０７７００－９００－１２３
Joe (07700 900123, evenings)
signal: +447700900123
"""

NONE = """
020 7946 0456
020 7946 0123
0131 496 0123
01632 960 123
0808 157 0123
0800 1111
0300 123 1234
0345 123 4567
070 1234 5678
076 1234 5678
0770090012
077009001234
+1 770 090 0123
+33 7 70 09 00 12
+353 87 123 4567
1077009001230
07/11/2026 at 10
07.11.2026
07-11-2026, 10:30am
2026-07-11
7 July 2026
2026-07-07 10:30
07:30 to 09:00
07:00-09:00, 16:00-18:00
7pm to 9pm
7700900123
No. 7700
£7,700.90
53.7020, -3.3000
0777
077 009
07700
07700 900
SW7 7AA
9 to 5, 7 days
0 to 7 years
ages 0-7, 8-11, 12-16
1, 2, 3, 4, 5, 6, 7
10 07 20 26 11 30
12 07 2026
seven days a week
seven to nine
one two three four five six seven eight nine
double seven
999
111
116 123
85258
07th of July 2026, 9am to 12
2007 to 2012, 345 people
1907, 1908, 1909
0.7700
GB 077 0090
row-07
07 Jul 2026 10:00 to 11:00
id: 4f07700c
#077009
bus 7 at 00:10, 00:40
7 x 7 x 7
call 101
0207 946 0456
(020) 7946 0456
+44 20 7946 0456
+44 (0)20 7946 0456
0044 131 496 0123
02890 180123
00000000000
7 7 7
08 07 70 09
12.07.70 09.12.30
03/07/2026 to 07/09/2026
0141 496 0777
029 2018 0077
0117 496 0777
room 7, floor 0
7 days, 7 nights
Tuesday 7, 14, 21, 28
between 07 and 09
Flat 07, 7 High Street
07.30 till 09.30
77 High Street
"""


def cases(table: str) -> list[str]:
    """Return the lines of a table; one that is set in, or begins with 7700, goes on."""
    lines: list[str] = []
    for line in table.strip("\n").split("\n"):
        if lines and (line.startswith(" ") or lines[-1] == "+44"):
            lines[-1] += f"\n{line}"
        else:
            lines.append(line)
    return lines


def found(words: str) -> list[str]:
    return [number for _, number in mobiles_in(legible(words.split("\n")))]


@pytest.mark.parametrize("words", cases(WRITTEN))
def test_a_mobile_is_known_however_it_is_written(words: str) -> None:
    assert found(words) == [MOBILE]


@pytest.mark.parametrize("words", cases(NONE))
def test_what_is_no_mobile_is_not_taken_for_one(words: str) -> None:
    assert found(words) == []


def test_there_are_many_of_both() -> None:
    assert min(len(cases(WRITTEN)), len(cases(NONE))) >= 80


def test_a_mobile_on_a_later_line_is_found_there() -> None:
    assert list(mobiles_in("Hello\n\nring seven\n07700 900123")) == [(3, MOBILE)]


SEPARATORS = st.sampled_from(
    ["", " ", "  ", "-", ".", " - ", ") ", "\n", "\n  ", "/", "_", " (", ","]
)


@given(
    st.sampled_from("12345789"),
    st.text("0123456789", min_size=8, max_size=8),
    st.lists(SEPARATORS, min_size=10, max_size=10),
)
def test_every_mobile_is_found_whatever_stands_between_its_figures(
    second: str, rest: str, gaps: list[str]
) -> None:
    number = f"07{second}{rest}"
    written = "".join(figure + gap for figure, gap in zip(number, [*gaps, ""], strict=True))
    assert found(f"Ring {written} today") == [number]


@given(st.sampled_from(["01", "02", "03", "08"]), st.text("0123456789", min_size=9, max_size=9))
def test_no_other_british_number_is_a_mobile(start: str, rest: str) -> None:
    number = start + rest
    for written in (number, f"{number[:3]} {number[3:7]} {number[7:]}", f"+44 {number[1:]}"):
        assert found(written) == []
