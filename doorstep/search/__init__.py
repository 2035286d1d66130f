"""Words of the guide, folded -> the two files that the search in the browser reads."""
