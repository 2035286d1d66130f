"""A form that somebody sent -> the file of one entry, what was tidied in it and what to ask."""
