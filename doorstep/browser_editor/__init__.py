"""The kinds of entry and a guide's settings -> what an editor in the browser needs to know."""
