"""What a command says never stops what it does."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is on Linux"),
]

SCRIPT = """
import os, sys
from doorstep import speaking
outlets = speaking.begin()
print("Café “Ōtautahi” \\udce9" * {times}, flush=True)
print("a word to the side", file=sys.stderr)
os.open("/dev/null", os.O_RDONLY)
sys.exit(speaking.unheard(outlets) and 3)
"""


def ran(shell: str = "{}", *, times: int = 1, letters: str = "utf-8") -> tuple[int, bytes, bytes]:
    """Run a command that speaks, its input and output as the shell line says."""
    script = SCRIPT.format(times=times)
    line = shell.format(f"{sys.executable} -c '{script}'")
    run = subprocess.run(
        ["/bin/bash", "-c", line], env={"PYTHONIOENCODING": letters}, capture_output=True
    )
    return run.returncode, run.stdout, run.stderr


SIDE = b"a word to the side\n"


def test_what_is_said_arrives() -> None:
    assert ran() == (0, "Café “Ōtautahi” ?\n".encode(), SIDE)


@pytest.mark.parametrize(
    ("letters", "arrives"),
    [("ascii", b"Caf? ??tautahi? ?\n"), ("latin-1", b"Caf\xe9 ??tautahi? ?\n")],
)
def test_letters_that_a_machine_lacks_become_question_marks(letters: str, arrives: bytes) -> None:
    assert ran(letters=letters) == (0, arrives, SIDE)


def test_a_full_disk_is_told_at_the_end() -> None:
    assert ran("{} >/dev/full") == (3, b"", SIDE)


def test_a_reader_that_leaves_has_heard_enough() -> None:
    code, _, complained = ran("{} | true; exit ${{PIPESTATUS[0]}}", times=99_999)
    assert (code, complained) == (0, SIDE)


@pytest.mark.parametrize("shell", ["{} >&-", "{} >&- 2>&- <&-", "{} 2>&-"])
def test_where_nobody_listens_it_is_said_to_nobody(shell: str) -> None:
    assert ran(shell)[0] == 0


def test_a_file_never_gets_what_was_meant_for_a_closed_output() -> None:
    opened = "import os, sys; from doorstep import speaking; speaking.begin(); "
    opened += "sys.exit(os.open(sys.executable, os.O_RDONLY))"
    line = f"{sys.executable} -c '{opened}' >&- 2>&- <&-"
    run = subprocess.run(["/bin/bash", "-c", line], env={})
    assert run.returncode > 2
