"""Without what PDFs are made with, everything else is built, and one line says what to install."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from built_site import REPOSITORY, TINY, Site
from test_commands import program, run

from doorstep.pdfs.readiness import NO_PANGO, NO_WEASYPRINT, what_is_missing

if TYPE_CHECKING:
    from pathlib import Path

WITHOUT_PANGO = """
print("-----", "WeasyPrint could not import some external libraries.", sep="\\n")
raise OSError("cannot load library 'libpango-1.0-0'")
"""


def built_with_pdfs(folder: Path, weasyprint: str) -> tuple[Site, subprocess.CompletedProcess[str]]:
    """Build the small guide with --pdf, where this is what Python finds as WeasyPrint."""
    (folder / "weasyprint.py").write_text(weasyprint, encoding="utf-8")
    options = {"--site": TINY / "site.yaml", "--content": TINY / "content"}
    options |= {"--out": folder / "_site", "--today": "2026-11-22"}
    words = [str(word) for pair in options.items() for word in pair]
    told = subprocess.run(
        [sys.executable, REPOSITORY / "build.py", "build", "--pdf", *words],
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    return Site(folder / "_site"), told


@pytest.mark.whole
@pytest.mark.parametrize(
    ("weasyprint", "line"),
    [(WITHOUT_PANGO, NO_PANGO), ("raise ModuleNotFoundError", NO_WEASYPRINT)],
    ids=["without-pango", "not-installed"],
)
def test_everything_else_is_built_and_one_line_says_what_to_install(
    tmp_path: Path, tiny: Site, weasyprint: str, line: str
) -> None:
    built, told = built_with_pdfs(tmp_path, weasyprint)
    assert told.stderr == f"{line}\n"
    assert told.stdout.startswith("The guide is in")
    assert built.files == tiny.files


def test_an_older_weasyprint_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "doorstep.pdfs.making", raising=False)
    monkeypatch.delitem(sys.modules, "doorstep.pdfs.published", raising=False)
    monkeypatch.setitem(sys.modules, "weasyprint.urls", None)
    assert what_is_missing() == NO_WEASYPRINT


def test_the_line_and_the_script_name_the_same_packages() -> None:
    script = (REPOSITORY / "scripts" / "find-pango").read_text(encoding="utf-8")
    (needed,) = re.findall(r'^needed="(.+)"$', script, re.MULTILINE)
    assert f"sudo apt install {needed}. " in NO_PANGO


def looked_for(folder: Path, **programs: str) -> subprocess.CompletedProcess[str]:
    """Run the script that looks for Pango, where these programs are all that answers."""
    (folder / "scripts").mkdir()
    script = shutil.copy(REPOSITORY / "scripts" / "find-pango", folder / "scripts")
    program(folder / ".venv" / "bin" / "python", programs.pop("python"))
    program(folder / "sudo", "exit 1")
    for name, answer in programs.items():
        program(folder / name.replace("_", "-"), answer)
    return run(script, PATH=f"{folder}:/usr/bin:/bin")


def test_where_everything_is_there_nothing_is_said_or_installed(tmp_path: Path) -> None:
    answer = looked_for(
        tmp_path, python="exit 0", fc_match="echo Liberation Sans", apt_get="echo installing >&2"
    )
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


def test_where_pango_cannot_be_had_the_build_goes_on(tmp_path: Path) -> None:
    answer = looked_for(tmp_path, python="exit 1", fc_match="exit 1", apt_get="exit 1")
    assert answer.returncode == 0
    assert "There will be no PDFs. On Debian or Ubuntu:  sudo apt install libpango" in answer.stderr


def test_letters_that_are_wider_than_the_sheets_are_told(tmp_path: Path) -> None:
    answer = looked_for(tmp_path, python="exit 0", fc_match="echo DejaVu Sans", apt_get="exit 1")
    assert answer.returncode == 0
    assert "PDFs will have other letters than the pages." in answer.stderr


def test_nobody_who_did_not_ask_gets_pdfs(tiny: Site) -> None:
    assert [name for name in tiny.files if name.endswith(".pdf")] == []
    assert [page.path for page in tiny.whole_pages if "(PDF" in page.words] == []


def test_help_shows_how_to_ask_for_pdfs() -> None:
    command = [sys.executable, REPOSITORY / "build.py", "build", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "python build.py build --pdf" in told
