"""An import that is killed leaves each file as it was or as it becomes, and nothing between."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no fork"),
]

STEP_BY_STEP = """
import json, os, signal, sys
from pathlib import Path
from doorstep import stopping
from doorstep.importers.settling import PlannedFile
from doorstep.importers.run import write_files
into, sign = Path(sys.argv[1]), signal.Signals[sys.argv[2]]
names = [f"groups/{name}.md" for name in ("tea", "choir", "bowls")]

def write(text):
    write_files(tuple(PlannedFile(name, text * 9999) for name in names), into)

def write_until(step):
    left = [step]
    def count(event, _):
        if event.startswith(("os.", "open")):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), sign)
    sys.addaudithook(count)
    try:
        write("new")
    except stopping.Stopped:
        os._exit(3)

found, ended = [], 1
while ended:
    write("old")
    if not (child := os.fork()):
        stopping.listen()
        write_until(len(found) + 1)
        os._exit(0)
    ended = os.waitpid(child, 0)[1]
    texts = [(into / name).read_text() for name in names]
    whole = [{"old" * 9999: "old", "new" * 9999: "new"}.get(text, "half") for text in texts]
    found.append([whole, len(list((into / "groups").iterdir()))])
print(json.dumps(found))
"""


@pytest.mark.parametrize("sign", ["SIGKILL", "SIGTERM"])
def test_an_import_stopped_before_any_step_leaves_whole_files(
    sign: str, tmp_path: Path, tried: Callable[[str, int], None]
) -> None:
    words = [sys.executable, "-c", STEP_BY_STEP, str(tmp_path), sign]
    found = json.loads(subprocess.run(words, check=True, capture_output=True).stdout)
    tried("Imports ended before each single step of writing", len(found))
    assert len(found) > 6
    assert {text for texts, _ in found for text in texts} == {"old", "new"}
    if sign == "SIGTERM":
        assert {files for _, files in found} == {3}
