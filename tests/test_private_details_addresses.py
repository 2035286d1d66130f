"""Somebody's home is told from a place that anybody may come to."""

import pytest

from doorstep.private_details.addresses import flats_in, homes_in, houses_in, numbered_in
from doorstep.private_details.legible import legible

HOUSES = """
12 Beacon Terrace
12, Beacon Terrace
12a Beacon Terrace
12A Beacon Terrace
12-14 Beacon Terrace
12/3 Beacon Terrace
112 High Street
112 High St
112 High St.
4 St Anne's Road
4 St. Anne’s Rd
7 Old Mill Lane
7 Upper Old Mill Lane
1 The Crescent
28 Quayside Close
28 Quayside Drive
9 Harbour Way
9 Harbour View
3 Castle Hill
3 Orchard Gardens
17 Church Walk
17 Church Row
5 Station Square
5 Station Sq
10 Canal Wharf
10 Canal Place
66 King’s Avenue
66 Kings Ave
66 Kings Ave.
12 beacon road
12 old mill lane
12 high street
1234 London Road
come to 12 Beacon Terrace
at 12 Beacon Terrace, AB1 2CD
(12 Beacon Terrace)
**12** Beacon Terrace
12&nbsp;Beacon Terrace
１２ Beacon Terrace
12 Beacon
    Terrace
address: 12 Beacon Terrace
# 12 Beacon Terrace
{address: 12 Beacon Terrace}
Joe, 12 Beacon Terrace
9 Broughton Wynd
22 Braid Loan
number 12 Beacon Terrace
Number 12, Beacon Terrace
No. 12 Mill Lane
house no. 12, Mill Lane
3 Orchard Cottages
7 Holly Croft
12 Heol Fawr
12 Ffordd y Môr
"""

NO_HOUSES = """
Beacon Terrace
the High Street
5 minutes from the High Street
10 minutes down Mill Lane
2 miles along Canal Street
3 streets away
12 people in Mill Lane
40 women of Mill Lane
10:30 Mill Lane
10.30 Mill Lane
£2 Mill Lane
2026 Harbour Street fair
1998 Harbour Street
2 to 4, Mill Lane
bus 35 Harbour Street
Bus 7 Station Road
route 12 High Street
the number 7 Mill Lane bus
bus number 7 Station Road
bus stop 4, High Street
10 Mile Walk
5 Minute Walk
Flat 29, Howdenhall Court
020 7946 0123 Mill Lane
AB1 2CD Mill Lane
St Anne's Hall, 28 High Street
the library at 3 Mill Lane
a café, 12 Mill Lane
Meet outside the chemist, 4 Mill Lane
the surgery on 7 Station Road
the shop, 14 High Street
the Council, 1 Town Square
12 chairs
12 High chairs
4 Grand Pianos
6 for tea
1 in 3
7 Up
on 3 March
Tuesday 3 March
10am to midday
3 for 2 at the market
53.7020, -3.3000
1st Harbour Scouts
4x4 drive
"""

FLATS = """
Flat 3
flat 3
Flat 3, 12 High Street
Flat 3, Weaver House
FLAT 3
Flat 3a
Flat 3B
Flat 2/1
flat no. 3
Flat no 3
flat B, 12 High Street
Flat A 12 High Street
Apartment 4
apartment 12, Weaver House
Apt 4
apt. 4
maisonette 2
bedsit 5
I live at flat 3
ring Flat 12
Flat 12. Ring twice
Flat 3 in Weaver House
Flat 101
"""

NO_FLATS = """
a flat 3 miles
a flat 5 km walk
flat 3 mile walk
flat 10 minutes
flat 5-a-side pitch
it is flat
the flat 3
flats to let
flat shoes
flat 20%
a ground-floor flat
flat roof
on flat 5k paths
apartheid
captain 3
the path is flat 2 metres in
mostly flat 1.5 miles
flat 1½ mile walk
flat 3m wide path
flat 8 week course
flat 50p
in B flat 7
"""

HOMES = """
my house, 12 Beacon Terrace
at my house in 12 Beacon Terrace
come to my home, 12 Beacon Terrace
my flat: 12 Beacon Terrace
my kitchen at 12 Beacon Terrace
my place, 12 Beacon Terrace
my address is 12 Beacon Terrace
Pat's kitchen, 12 Beacon Terrace
Pat’s flat, 12 Beacon Terrace
Amina's living room, 12 Beacon Terrace
in her house, 12 Beacon Terrace
his garden at 12 Beacon Terrace
12 Beacon Terrace, where I live in peace
I live at 12 Beacon Terrace
we live at 12 Beacon Terrace
she lives at 12 Beacon Terrace
Joe lives at 12 Beacon Terrace
living at 12 Beacon Terrace
at home, 12 Beacon Terrace
home address: 12 Beacon Terrace
knock at 12 Beacon Terrace
ring at 12 Beacon Terrace
our flat, 12 Beacon Terrace
our own house, 12 Beacon Terrace
my front room, 12 Beacon Terrace
my garden at 12 Beacon Terrace
at Sue's house, 12 Beacon Terrace
Sue’s garden, 12 Beacon Terrace
a member's home, 12 Beacon Terrace
At home at 12 Beacon Terrace
12 Beacon Terrace, at home
"""

NO_HOMES = """
my house
at home
we come to your home
12 Beacon Terrace
meet at 12 Beacon Terrace
the coach leaves from 12 Beacon Terrace
our hall is at 12 Beacon Terrace
the club's new room is at 12 Beacon Terrace
Friends' House, 12 Beacon Terrace
I live in Mill Lane
she lives on Signal Street
Care at home. The office is at 12 Beacon Terrace
Meals for people at home, from the office at 12 Beacon Terrace
For people living at home with dementia, office 12 Beacon Terrace
No home address needed, come to 12 Beacon Terrace
Feel at home at 12 Beacon Terrace
Make yourself at home. 12 Beacon Terrace
Ring at the side door of 12 Beacon Terrace
Ring on 020 7946 0123 or come to 12 Beacon Terrace
Ring on Tuesdays: 12 Beacon Terrace
Ring at 10 am: 12 Beacon Terrace
For anybody who lives in Lantern Row. We meet at 12 Beacon Terrace
St Anne's house, 12 Beacon Terrace
Nana's Kitchen, 12 Beacon Terrace
the children's home, 12 Beacon Terrace
"""


def rows(table: str) -> list[str]:
    """Return the cases of a table; one that is set in goes on."""
    return table.strip("\n").replace("\n   ", "\\n   ").split("\n")


def text_of(words: str) -> str:
    return legible(words.replace("\\n", "\n").split("\n"))


def nowhere(_: str) -> bool:
    return False


@pytest.mark.parametrize("words", rows(HOUSES))
def test_a_house_has_a_number_and_a_street(words: str) -> None:
    assert list(houses_in(text_of(words), nowhere)) == [0]


@pytest.mark.parametrize("words", rows(NO_HOUSES))
def test_a_venue_a_bus_and_a_time_are_no_houses(words: str) -> None:
    assert list(houses_in(text_of(words), nowhere)) == []


@pytest.mark.parametrize("words", rows(FLATS))
def test_a_flat_has_a_number_or_a_letter(words: str) -> None:
    assert list(flats_in(text_of(words))) == [0]


@pytest.mark.parametrize("words", rows(NO_FLATS))
def test_what_is_level_is_no_flat(words: str) -> None:
    assert list(flats_in(text_of(words))) == []


@pytest.mark.parametrize("words", rows(HOMES))
def test_an_address_beside_words_of_a_home_is_one(words: str) -> None:
    assert list(homes_in(text_of(words), nowhere)) == [0]


@pytest.mark.parametrize("words", rows(NO_HOMES))
def test_a_home_without_an_address_and_an_address_alone_are_none(words: str) -> None:
    assert list(homes_in(text_of(words), nowhere)) == []


def test_there_are_many_of_both() -> None:
    assert len(rows(HOUSES)) + len(rows(FLATS)) + len(rows(HOMES)) >= 80
    assert len(rows(NO_HOUSES)) + len(rows(NO_FLATS)) + len(rows(NO_HOMES)) >= 65


@pytest.mark.parametrize(
    "words", ["28 High St.", "28, HIGH STREET", "28 high  street", "28 High St"]
)
def test_an_address_is_known_again_however_it_is_written(words: str) -> None:
    assert [one.name for one in numbered_in(text_of(words))] == ["28 high street"]


def test_an_address_of_the_guide_is_nobodys_home() -> None:
    known = {"12 beacon terrace"}.__contains__
    assert list(houses_in("12 Beacon Terrace and\n14 Beacon Terrace", known)) == [1]
    assert list(homes_in("I live at 12 Beacon Terrace", known)) == []
