"""The folder an entry lies in is its kind."""

from __future__ import annotations

import pytest

from doorstep.kinds import KIND_IN, Kind


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_folder_that_leads_back_to_it(kind: Kind) -> None:
    assert KIND_IN[kind.folder] is kind


def test_folders_are_called_as_the_guide_calls_them() -> None:
    folders = ["groups", "events", "green-spaces", "places", "help", "stories", "pages"]
    assert [kind.folder for kind in Kind] == folders
