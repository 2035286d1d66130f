"""The day somebody was born is found where words say that it is one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.private_details.births import births_in
from doorstep.private_details.legible import legible

TODAY = date(2026, 11, 22)

BIRTHS = """
born 3/4/1961
born 03/04/1961
born 3/4/61
born 3-4-1961
born 3.4.1961
born 3 4 1961
born 3 / 4 / 1961
born 1961-04-03
born 1961/04/03
born 3 April 1961
born 3 Apr 1961
born 3 Apr. 1961
born 3rd April 1961
born 3rd of April 1961
born 3 April, 1961
born 3-Apr-61
born 3 April ’61
born 3 April '61
born April 3 1961
born April 3rd, 1961
born on 3 April 1961
born on the 3rd of April 1961
born on Monday 3 April 1961
born in Leeds on 3 April 1961
Born: 3/4/1961
BORN 3 APRIL 1961
She was born on 3 April 1961 in Leeds
Joe (born 3/4/1961)
DOB 3/4/1961
DOB: 3/4/1961
dob 3.4.61
D.O.B. 3/4/1961
D.O.B: 3/4/1961
d.o.b 03-04-1961
D O B 3/4/1961
DOB 03041961
DOB 030461
DOB=3/4/1961
date of birth 3/4/1961
Date of birth: 3 April 1961
date of birth is 1961-04-03
day of birth: 3 April 1961
birth date 3/4/1961
birthdate: 3/4/1961
birth-date 3/4/1961
her birthday is 3 April 1961
his birthday is 3/4/61
birthday: 3/4/1961
3/4/1961 (DOB)
3 April 1961, date of birth
born ３/４/１９６１
born **3 April** 1961
born 3&nbsp;April&nbsp;1961
born 3–4–1961
born on
3 April 1961
date of birth:
    3/4/1961
# DOB 3/4/1961
date_of_birth: 3/4/1961
{name: Joe, dob: 3/4/1961}
the baby was born on 3 March 2026
born 29 February 2000
born 31/12/99
DOB3/4/1961
dob03041961
photos/joe_dob_3-4-1961.jpg
date-of-birth: 1961-04-03
dateOfBirth: 1961-04-03
D/O/B 03/04/1961
DOB 3/Apr/1961
born on the 3rd day of April 1961
born in St. Mary's Hospital on 3 April 1961
born 22 November 2026
born 23/11/26
"""

NO_BIRTHS = """
born in 1961
born in Leeds in 1961
She was born in April 1961
born 1961
born in the spring of 61
born on 3 April
her birthday is on 3 April
birthday party, 3 April 2026
60th birthday, Saturday 5 December 2026
birthday cakes from £12
born on 3 April 1861
John Muir, born 21 April 1838
born 3 April 2061
The club was born on 3 May 1982
The choir was born on 3 May 2009
the idea was born on 3 May 2009
date of birth
date of birth: ask at the desk
DOB
DOB: not known
Write your date of birth in the box
checked: 3 April 2026, by phone
3/4/1961
3 April 1961
Opened 3 April 1961
Since 3/4/1961
reborn
newborn babies, 3 to 6 months
Born to sing, 3pm to 4:30pm
Born here? Come on 3 May
Born and bred in Mill Lane
born at 12
Dobson, 3/4/1961
Where he was born. 3 April 1961 is when the hall opened
Osborne Street, 3 April 1961
birth partners wanted
birth certificates
a place of birth
Radio 3/4
born leaders, 10 to 12, 1 to 3
For children born between 1 September 2021 and 31 August 2022
For children born 1/9/2021 to 31/8/2022
Free for everybody born before 1 January 1960
Places for babies born after 1 September 2025
Anyone born on or before 31/12/1960 may come
Pat (born 3 April 1931 - 5 May 2011)
Our first birthday: Saturday 5 December 2026, 2pm
Her 100th birthday was on 5 March 2026
The library's birthday is 5 December 1961
born 23 November 2026
Her birthday: 5/12/26
The park was born on 3 May 1982
a café, born on 14 February 2019
born of an idea on 3 April 2020
born out of a chat on 3 April 2020
"""


def found(words: str) -> list[int]:
    return list(births_in(legible(words.split("\n")), TODAY))


def lines(table: str) -> list[str]:
    """Return the cases of a table; one goes on where a line has only a date."""
    text = table.strip("\n").replace("born on\n3", "born on\\n3").replace(":\n    3", ":\\n    3")
    return [line.replace("\\n", "\n") for line in text.split("\n")]


@pytest.mark.parametrize("words", lines(BIRTHS))
def test_a_day_of_birth_is_found(words: str) -> None:
    assert found(words) == [0]


@pytest.mark.parametrize("words", lines(NO_BIRTHS))
def test_a_year_a_party_and_history_are_left_alone(words: str) -> None:
    assert found(words) == []


WORDS = st.sampled_from(["born ", "DOB: ", "Date of birth ", "d.o.b. ", "was born on the "])
FORMS = st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d", "%d %B %Y", "%d %b %y", "%B %d, %Y"])


@given(WORDS, st.dates(date(1930, 1, 1), TODAY), FORMS)
def test_every_day_of_a_lifetime_is_found(words: str, day: date, form: str) -> None:
    assert found(f"Joe, {words}{day.strftime(form)}, lives here") == [0]
