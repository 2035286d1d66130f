"""An e-mail address of one person is told from a group's, by its host and by its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.private_details.emails import Owner, emails_in, may_have_email
from doorstep.private_details.legible import legible

GROUP = Owner(frozenset({"harbour", "row", "rowing", "club", "hrrc"}), is_neighbours_own=False)
NEIGHBOUR = Owner(frozenset({"lifts", "with", "joe"}), is_neighbours_own=True)

PERSONS = """
susan.wright@gmail.com
susan_wright@gmail.com
susan-wright@gmail.com
Susan.Wright@gmail.com
SusanWright@gmail.com
s.wright@gmail.com
susan.m.wright@gmail.com
susan.wright82@gmail.com
susan.wright1982@gmail.com
susanwright1982@gmail.com
susanw82@gmail.com
susan_1982@gmail.com
susan.wright@googlemail.com
susan.wright@outlook.com
susan.wright@outlook.co.uk
susan.wright@hotmail.com
susan.wright@hotmail.co.uk
susan.wright@live.co.uk
susan.wright@msn.com
susan.wright@yahoo.com
susan.wright@yahoo.co.uk
susan.wright@ymail.com
susan.wright@icloud.com
susan.wright@me.com
susan.wright@aol.com
susan.wright@btinternet.com
susan.wright@sky.com
susan.wright@talktalk.net
susan.wright@virginmedia.com
susan.wright@ntlworld.com
susan.wright@blueyonder.co.uk
susan.wright@plus.net
susan.wright@protonmail.com
susan.wright@proton.me
susan.wright@gmx.co.uk
SUSAN.WRIGHT@GMAIL.COM
<susan.wright@gmail.com>
(susan.wright@gmail.com)
[write](mailto:susan.wright@gmail.com)
mailto:susan.wright@gmail.com
email: susan.wright@gmail.com
{email: susan.wright@gmail.com}
Susan, susan.wright@gmail.com, weekdays
write to susan.wright@gmail.com.
susan.wright (at) gmail.com
susan.wright [at] gmail.com
susan.wright at gmail.com
susan.wright AT gmail.com
susan.wright(at)gmail(dot)com
susan dot wright at gmail dot com
susan [dot] wright [at] gmail [dot] com
susan.wright＠gmail.com
susan​.wright@gmail.com
susan.wright&#64;gmail.com
susan.wright%40gmail.com
susan.wright+boats@gmail.com
**susan.wright**@gmail.com
`susan.wright@gmail.com`
# susan.wright@gmail.com
Amir.Khan@gmail.com
jane.o'brien@gmail.com
jane.o’brien@gmail.com
'susan.wright@gmail.com'
jane.lane@gmail.com
susan.wright{at}gmail{dot}com
susan.wright at hotmail.co.uk
susan.wright@yahoo.com.au
susan.wright@wp.pl
susan.wright@libero.it
susan.wright@rediffmail.com
"""

GROUPS = """
info@gmail.com
hello@harbour.example
harbour.row@gmail.com
harbour.row.forum@gmail.com
harbourrow@gmail.com
the.rowing.club@gmail.com
rowing.secretary@gmail.com
hrrc1982@gmail.com
hrrc.boats@gmail.com
secretary.boats@gmail.com
club.secretary@btinternet.com
chair.person@gmail.com
treasurer82@gmail.com
bookings2024@gmail.com
info.boats@outlook.com
contact.us@gmail.com
hello.boats@gmail.com
membership.hr@gmail.com
volunteer.team@gmail.com
boats@gmail.com
quayside@gmail.com
susan@gmail.com
friendsofthequay@gmail.com
friends.quay@gmail.com
quayside.choir@gmail.com
st.annes.hall@gmail.com
repair.cafe@gmail.com
food.bank@gmail.com
foodbank2020@gmail.com
warm.space@gmail.com
tea.talk@gmail.com
street.party@outlook.com
youth.quay@hotmail.com
women.together@gmail.com
susan.wright@harbour.example
susan.wright@council.example.org
susan.wright@example.ac.uk
s.wright@example.org
office@example.org
@susan.wright
@gmail.com
susan.wright@
susan.wright@gmail
gmail.com
look at gmail.com
at home, at work
meet at the hall. dot the i
susan.wright
susan wright at home
mail us at the hall
a dot on the map
e-mail us
https://example.org/@susan.wright
Row 12 @ the quay
"""

OFFERS = """
susan.wright@harbour.example
s.wright@example.org
Susan.Wright@council.example
susan_wright@example.ac.uk
susan.wright@gmail.com
joe.wright@gmail.com
joe.lifts.wright@example.org
"""


def found(words: str, owner: Owner = GROUP) -> list[int]:
    text = legible([words])
    return list(emails_in(text, owner)) if may_have_email(text) else []


@pytest.mark.parametrize("words", PERSONS.strip("\n").split("\n"))
def test_an_address_with_a_persons_name_is_found(words: str) -> None:
    assert found(words) == [0]


@pytest.mark.parametrize("words", GROUPS.strip("\n").split("\n"))
def test_the_address_of_a_group_is_left_alone(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize("words", OFFERS.strip("\n").split("\n"))
def test_on_a_neighbours_offer_a_name_at_any_host_is_found(words: str) -> None:
    assert found(words, NEIGHBOUR) == [0]


@pytest.mark.parametrize(
    "words",
    ["info@example.org", "lifts.forum@example.org", "pat@example.org", "lifts.with.joe@gmail.com"],
)
def test_on_a_neighbours_offer_a_role_is_left_alone(words: str) -> None:
    assert found(words, NEIGHBOUR) == []


NAMES = st.text("bcdgjklmnpqrstvwxz", min_size=2, max_size=9)


@given(NAMES, NAMES, st.sampled_from(["gmail.com", "hotmail.co.uk", "sky.com", "icloud.com"]))
def test_any_two_names_at_a_host_for_everybody_are_a_person(one: str, two: str, host: str) -> None:
    assert found(f"Write to {one}.{two}@{host}") == [0]
