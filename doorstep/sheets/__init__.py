"""The guide -> sheets of paper: what stands on each, chosen so that it fits and nothing is cut."""
