"""How a street map is drawn: grounds, ways, marks, and the names that fit beside them."""
