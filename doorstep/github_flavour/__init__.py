"""An extension which makes Python-Markdown read bodies as GitHub's own preview does."""

from doorstep.github_flavour.addresses import SCHEMES, Addresses, Link
from doorstep.github_flavour.extension import Body, GitHubFlavour
from doorstep.github_flavour.headings import Outline

__all__ = ["SCHEMES", "Addresses", "Body", "GitHubFlavour", "Link", "Outline"]
