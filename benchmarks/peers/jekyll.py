"""Plain entries -> the source of a site for Jekyll, and the command that makes it."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from makers import MADE, Maker
from plain_entries import PlainEntry, front_matter, plain_entries

from peers.installing import copy_theme, found, run, write_text

if TYPE_CHECKING:
    from pathlib import Path


def install(store: Path) -> None:
    """Unpack Debian's Jekyll and what it needs into a folder, unless the computer has it."""
    if shutil.which("jekyll"):
        return
    packages = store / "jekyll" / "packages"
    (packages / "partial").mkdir(parents=True, exist_ok=True)
    quiet = ("--quiet", "--yes", "--no-install-recommends", "-o", "Debug::NoLocking=1")
    into = ("-o", f"Dir::Cache::archives={packages}")
    run("apt-get", "install", "--download-only", *quiet, *into, "jekyll")
    for package in sorted(packages.glob("*.deb")):
        run("dpkg-deb", "--extract", str(package), str(_root(store)))
    for file in _root(store).glob(
        "usr/share/rubygems-integration/all/gems/sassc-*/lib/sassc/native.rb"
    ):
        # It looks for its library in the computer's own folder and nowhere else.
        words = file.read_text(encoding="utf-8").replace('"/usr/lib/', f'"{_root(store)}/usr/lib/')
        file.write_text(words, encoding="utf-8")


def maker(store: Path) -> Maker:
    """Return Jekyll as the computer has it, or as it was unpacked."""
    program, environment = _program(store)
    version = run(*program, "--version", environment={**os.environ, **environment}).split()[1]
    command = (*program, "build", "--quiet", "--destination", MADE)
    return Maker(
        name="Jekyll", version=version, write=write, command=command,
        file_of=post_file, environment=environment,
    )  # fmt: skip


def _program(store: Path) -> tuple[tuple[str, ...], dict[str, str]]:
    if whole := shutil.which("jekyll"):
        return (whole,), {}
    ruby = found(_root(store), "usr/bin/ruby[0-9]*", "Jekyll")
    return (ruby, found(_root(store), "usr/bin/jekyll", "Jekyll")), _environment(_root(store))


def _root(store: Path) -> Path:
    return store.resolve() / "jekyll" / "root"


def _environment(root: Path) -> dict[str, str]:
    libraries = [
        *root.glob("usr/lib/ruby/vendor_ruby"),
        *root.glob("usr/lib/*/ruby/vendor_ruby/[0-9]*"),
        *root.glob("usr/lib/ruby/[0-9]*"),
        *root.glob("usr/lib/*/ruby/[0-9]*"),
    ]
    gems = [
        *root.glob("usr/share/rubygems-integration/*"),
        *root.glob("usr/lib/*/rubygems-integration/*"),
        *root.glob("usr/lib/ruby/gems/*"),
    ]
    folders = {file.parent for file in root.glob("usr/lib/*/libruby-*.so*")}
    return {
        "LD_LIBRARY_PATH": os.pathsep.join(map(str, folders)),
        "RUBYLIB": os.pathsep.join(map(str, libraries)),
        "GEM_PATH": os.pathsep.join(map(str, gems)),
    }


def write(folder: Path, number: int) -> None:
    """Write a site of so many entries for Jekyll; it has a file for each list too."""
    copy_theme("jekyll", folder)
    entries = list(plain_entries(number))
    for entry in entries:
        write_text(folder, post_file(entry), as_text(entry))
    _write_lists(folder, "topics", {topic for entry in entries for topic in entry.topics})
    _write_lists(folder, "areas", {entry.area for entry in entries})


def _write_lists(folder: Path, kind: str, names: set[str]) -> None:
    for name in names:
        facts = {"layout": kind, "title": name.capitalize(), "list_of": name}
        write_text(folder, f"{kind}/{name}/index.html", front_matter(facts))


def post_file(entry: PlainEntry) -> str:
    """Return where an entry lies: only posts have lists by tag that are made once."""
    return f"_posts/{entry.day}-{entry.slug}.md"


def as_text(entry: PlainEntry) -> str:
    """Return the file of an entry."""
    own = {"layout": "entry", "permalink": f"/{entry.path}", "tags": entry.topics}
    return front_matter({**entry.facts, **own, "categories": [entry.area]}) + entry.body
