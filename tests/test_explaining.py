"""Whatever ends a command, one sentence says so."""

from __future__ import annotations

import errno

import pytest

from doorstep.explaining import NO_MEMORY, explained
from doorstep.files import CannotPublish
from doorstep.workers import WorkerLost

NO_MAP = ImportError("libscipy_openblas64_.so: failed to map segment from shared object")


@pytest.mark.parametrize(
    "reason",
    [
        MemoryError(),
        NO_MAP,
        WorkerLost("it ended"),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        RuntimeError("can't start new thread"),
        SystemError("error return without exception set"),
    ],
    ids=lambda reason: type(reason).__name__,
)
def test_want_of_memory_is_called_so_however_it_was_put(reason: Exception) -> None:
    assert explained(reason) == NO_MEMORY


def test_what_the_computer_refuses_is_named_with_the_reason() -> None:
    assert explained(PermissionError(errno.EACCES, "Permission denied", "site.yaml")) == (
        "This computer would not go on with “site.yaml”, "
        "because this computer does not let you do that there."
    )


def test_a_refusal_that_nobody_has_words_for_is_still_a_sentence() -> None:
    assert explained(OSError("odd")) == (
        "This computer would not go on, because the computer stopped it."
    )


def test_why_a_site_stays_as_it_was_is_said_as_it_is() -> None:
    assert explained(CannotPublish("The disk is full.")) == "The disk is full."


def test_our_own_mistake_is_owned_up_to_and_shown_to_its_maintainers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert explained(LookupError("tea")).startswith("This is our own mistake.")
    assert "LookupError: tea" in capsys.readouterr().err
