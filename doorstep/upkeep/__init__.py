"""A guide and a day -> what to make sure of next, whom to ask, and how that is kept going."""
