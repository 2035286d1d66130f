"""python -m fuzz NAME SECONDS: try one part of the engine with bytes that look for new ways in.

The ways are found by Atheris, which watches what of the engine each try runs through. Whatever
makes it fall is kept in .cache/fuzz/, and can be tried again: python -m fuzz NAME 0 FILE.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

import atheris

from fuzz.targets import target

CACHE = Path(".cache") / "fuzz"
LARGEST = 20_000
"""Bytes of one try: more only takes longer."""
SLOWEST = 20
"""Seconds after which one try counts as fallen."""


def main(name: str, seconds: str, *files: str) -> None:
    """Try a target for so many seconds, or with these files once."""
    with atheris.instrument_imports(include=["doorstep"]):
        chosen = target(name)
    found, begun = CACHE / name / "found", CACHE / name / "begun"
    for folder in (found, begun):
        folder.mkdir(parents=True, exist_ok=True)
    for seed in chosen.seeds():
        (begun / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    limits = [f"-max_len={LARGEST}", f"-timeout={SLOWEST}", f"-max_total_time={seconds}"]
    kept = f"-artifact_prefix={CACHE / name}/"
    tried = files or (str(found), str(begun))
    atheris.Setup([f"fuzz {name}", *limits, kept, "-print_final_stats=1", *tried], chosen.attack)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
