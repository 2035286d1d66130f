"""One frozen dataclass for each layout and partial: all that it may read, already worded."""
