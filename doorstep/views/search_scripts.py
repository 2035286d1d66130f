"""The scripts of the search engine, in the order in which a page loads them."""

from __future__ import annotations

ENGINE = (
    "search-words.js",
    "search-english.js",
    "search-terms.js",
    "search-index.js",
    "search-likeness.js",
    "search-options.js",
    "search-typed.js",
    "search-ranking.js",
    "search-finding.js",
)
"""Words in general, English and the guide's own; the index; what was typed; what is found."""

RESULTS = (
    "search-state.js",
    "search-loading.js",
    "search-facets.js",
    "search-said.js",
    "search-results.js",
    "search-nothing.js",
    "search-showing.js",
    "search-page.js",
)
"""What shows on the search page what they find."""
