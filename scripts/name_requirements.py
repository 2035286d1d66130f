"""Turn pyproject.toml's lists of what is needed into the .in files that `make lock` pins.

Dependabot can only renew a lock that is made from .in files, so the names are copied there.
"""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTE = "# Copied from pyproject.toml by `make lock`. Change pyproject.toml, not this file."
ON_TOP_OF_SITE = ["-r site.in", "-c site.txt"]
AS_IN_TESTS = ["-c test.txt"]


def read_requirements(pyproject: Path) -> dict[str, list[str]]:
    """Read the lines of each .in file: what the site needs, tests and the rest."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    return {
        "site": project["dependencies"],
        "test": [*ON_TOP_OF_SITE, *extras["test"]],
        "map": [*AS_IN_TESTS, *extras["map"]],
        "pdf": [*AS_IN_TESTS, *extras["pdf"]],
        "fuzz": [*AS_IN_TESTS, *extras["fuzz"]],
        "audit": extras["audit"],
    }


def write_requirements(folder: Path, requirements: dict[str, list[str]]) -> None:
    """Write one .in file for each list."""
    for name, lines in requirements.items():
        text = "\n".join([NOTE, *lines, ""])
        (folder / f"{name}.in").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_requirements(ROOT / "requirements", read_requirements(ROOT / "pyproject.toml"))
