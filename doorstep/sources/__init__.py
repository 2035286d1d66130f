"""A file in content/ -> Source: front matter as text, body, the line and column of every fact."""

from doorstep.sources.facts import Facts, read_facts
from doorstep.sources.folders import Found, find_files
from doorstep.sources.marks import KeyPath, Mark, Node
from doorstep.sources.reading import Reading, read_bytes, read_file
from doorstep.sources.source import Source

__all__ = [
    "Facts",
    "Found",
    "KeyPath",
    "Mark",
    "Node",
    "Reading",
    "Source",
    "find_files",
    "read_bytes",
    "read_facts",
    "read_file",
]
