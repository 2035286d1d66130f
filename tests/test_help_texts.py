"""Every key that people may write has a word on what it is for, read from where it is defined."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pydantic import BaseModel

from doorstep.config import SiteConfig
from doorstep.entries import MODELS
from doorstep.help_texts import explained_fields_of
from doorstep.keys import fields_of


@pytest.mark.parametrize("model", [SiteConfig, *MODELS.values()], ids=lambda model: model.__name__)
def test_every_key_is_explained(model: type[BaseModel]) -> None:
    explained = explained_fields_of(model)
    assert explained.keys() == fields_of(model).keys()
    assert [key for key, field in explained.items() if not field.description] == []


def test_a_key_that_all_kinds_have_is_explained_alike() -> None:
    texts = {explained_fields_of(model)["title"].description for model in MODELS.values()}
    assert len(texts) == 1


def test_a_command_that_explains_nothing_does_not_read_the_code() -> None:
    script = "import doorstep.entries, sys; print('doorstep.help_texts' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
