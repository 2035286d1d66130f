"""What somebody sends as a form, and answers later -> one entry's file, or a question in words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from doorstep.forms.kinds_of_forms import FORM_NAMED
from doorstep.forms.submissions import NOTHING
from doorstep.importers.issue_form.desks import Desk
from doorstep.importers.issue_form.events import Sent
from doorstep.importers.issue_form.proposing import propose
from doorstep.importers.issue_form.reports import report_of
from doorstep.kinds import FOLDERS
from doorstep.loading import read_config
from doorstep.sources import read_bytes
from fuzz.laws import holds, told_well

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorstep.importers.issue_form.proposals import Proposal

_GUIDE = Path(__file__).resolve().parent.parent / "tests" / "sites" / "tiny"
_FORMS = tuple(FORM_NAMED.values())
_KIND_IN = {folder: kind for kind, folder in FOLDERS.items()}
_ENTRY = "Tea and talk (tea-and-talk)"


@cache
def _desk() -> Desk:
    config, problems = read_config(_GUIDE / "site.yaml")
    holds(config, f"the small guide can be read: {problems}")
    assert config  # noqa: S101 - for the type checker alone
    return Desk(config, _GUIDE / "content", date(2026, 11, 22))


def attack(data: bytes) -> None:
    """Send the bytes as a form: its first letter says which, noughts stand between its boxes."""
    form = _FORMS[data[0] % len(_FORMS)] if data else _FORMS[0]
    words = data[1:].decode("utf-8", "replace").split("\0")
    boxes, replies = words[: len(form.boxes)], words[len(form.boxes) :]
    labels = [box.label for box in form.boxes]
    said = zip(labels, boxes, strict=False)
    body = "\n\n".join(f"### {label}\n\n{words or NOTHING}" for label, words in said)
    # A letter above 127 sends the words as they are: somebody who wiped the form away.
    _type_in(body if data[:1] < b"\x80" else "\n".join(words), replies)


def _type_in(body: str, replies: Sequence[str]) -> None:
    sent = Sent(7, "A form", body, "neighbour", datetime(2026, 11, 22, tzinfo=UTC), tuple(replies))
    proposal = propose(sent, _desk())
    told_well(proposal.problems)
    holds(report_of(proposal, "Pat, 020 7946 0123"), "somebody is told something")
    if proposal.text is not None:
        _read(proposal, proposal.text)


def _read(proposal: Proposal, text: str) -> None:
    folder, _, name = proposal.path.rpartition("/")
    holds(folder in _KIND_IN and not name.startswith("."), f"it stays in its folder: {proposal}")
    holds(not proposal.is_secret, "a secret is not written down")
    reading = read_bytes(text.encode(), f"content/{proposal.path}", _KIND_IN[folder])
    holds(reading.sources, f"what is written can be read: {reading.problems}")


def seeds() -> Iterator[bytes]:
    """Yield every form, filled in here and there."""
    some = {
        "entry": _ENTRY,
        "title": "Knit & natter",
        "when": "Every Friday, 2pm to 4pm",
        "phone": "020 7946 0456",
        "summary": "Wool, needles and company.",
        "topics": "Company",
        "where": "St Anne's Hall",
    }
    for place, form in enumerate(_FORMS):
        words = [some.get(box.id, "") for box in form.boxes]
        yield bytes([place]) + "\0".join(words).encode()
        yield bytes([place]) + "\0".join([*words, "When: Fridays at 3pm", "yes"]).encode()
