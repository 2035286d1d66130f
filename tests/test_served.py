"""A site is served to tests as GitHub Pages serves it, also one that has next to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from built_site import Site
from served import served

if TYPE_CHECKING:
    from pathlib import Path


def missing_from(folder: Path) -> tuple[int, bytes]:
    """Return what is answered to an address that is not there."""
    with served(Site(folder)) as address, pytest.raises(HTTPError) as refused:
        urlopen(f"{address}missing/")  # noqa: S310 (our own)
    with refused.value as answer:
        return answer.code, answer.read()


def test_what_is_missing_is_answered_with_the_page_for_it(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("Not here", encoding="utf-8")
    assert missing_from(tmp_path) == (404, b"Not here")


def test_without_such_a_page_the_answer_is_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert missing_from(tmp_path) == (404, b"")
    assert capsys.readouterr().err == ""
