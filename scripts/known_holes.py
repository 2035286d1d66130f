"""What pip-audit found -> one line for each known hole, and a word on what nobody looked at.

Leaves with 1 when there is a hole, and with 77 when nothing could be looked up: nothing found is
not the same as nothing looked for.
"""

import json
import sys
from pathlib import Path
from typing import Any

FOUND, SKIPPED = 1, 77


def holes_in(packages: list[dict[str, Any]]) -> list[str]:
    """Return a line for each known hole."""
    return [
        f"{package['name']} {package['version']} has {hole['id']}; mended in "
        f"{', '.join(hole['fix_versions']) or 'no version yet'}"
        for package in packages
        for hole in package.get("vulns", [])
    ]


def main(report: Path) -> int:
    """Say what was found, and return what to leave with."""
    packages = json.loads(report.read_text(encoding="utf-8"))["dependencies"]
    looked_up = [package for package in packages if "skip_reason" not in package]
    holes = holes_in(looked_up)
    sys.stdout.write("".join(f"{hole}\n" for hole in dict.fromkeys(holes)))
    if holes:
        return FOUND
    if not looked_up:
        sys.stderr.write("Skipped the audit: PyPI's list of known holes was not to be had.\n")
        return SKIPPED
    left = len(packages) - len(looked_up)
    sys.stdout.write(f"Looked up {len(looked_up)} packages: no known holes.\n")
    sys.stdout.write(f"Not looked up: {left}.\n" if left else "")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
