"""Groups that asked not to be listed -> marks in a file, and whether an entry bears one of them.

The file is public, so it says nothing to those who read or search it: what a group is known by
stands there only as a salted hash. Names of groups can be guessed, though, and whoever guesses one
can put the guess to the file, as the check does. That is made dear and not impossible: every guess
that falls into the right one of 4,096 heaps costs some forty milliseconds and sixteen megabytes
(scrypt). Nobody reads a name out of the file; somebody with a list of a million phone numbers and
a quarter of a minute can find whether one of them is meant.
"""

from doorstep.do_not_list.lists import NOBODY, DoNotList, Group
from doorstep.do_not_list.reading import FILE, read_do_not_list
from doorstep.do_not_list.traits import Trait, known_by

__all__ = ["FILE", "NOBODY", "DoNotList", "Group", "Trait", "known_by", "read_do_not_list"]
