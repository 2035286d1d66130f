"""An extension which makes Python-Markdown read bodies as GitHub's own preview does."""

from doorstep.github_flavour.addresses import Addresses, Link, is_safe
from doorstep.github_flavour.extension import GitHubFlavour

__all__ = ["Addresses", "GitHubFlavour", "Link", "is_safe"]
